//! Who speaks in a transcript, whatever the names are: the form of its lines says it.

use super::chat::SPEAKER;
use crate::anonymise::doc::{Doc, lines};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::token::Shape;
use rustc_hash::FxHashMap;

/// How the lines of a transcript say who speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    /// `<fitz> text`
    Angled,
    /// `[10:32] Marsh Senior: text`
    Stamped,
    /// `Marsh Senior: text`
    Plain,
    /// `sky w 5:56 AM`, `*kasia, 10:14*`
    Headed,
    /// `mirela-pop opened this issue`
    Thread,
}

/// The label of one line, as the numbers of its first and last word.
struct Line {
    form: Form,
    first: usize,
    last: usize,
}

/// What no speaker is called.
const NOBODY: Facts = Facts::COMPUTING
    .or(Facts::TECH_NOUN)
    .or(Facts::WEEKDAY)
    .or(Facts::NOT_NAME)
    .or(Facts::ARTICLE)
    .or(Facts::ROLE)
    .or(Facts::TECH)
    .or(Facts::ACRONYM)
    .or(Facts::FOREIGN)
    .or(Facts::PERSON_BEFORE);

/// Finds the speakers of a conversation in which somebody is known already. Leaves the labels of a
/// form, which come once, and machines.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let lines = read(doc);
    let mut known = FxHashMap::<Form, usize>::default();
    let mut all = FxHashMap::<Form, usize>::default();
    let mut count = FxHashMap::<(Form, &str), usize>::default();
    for line in &lines {
        let person = (line.first..=line.last).any(|i| {
            let token = doc.token(i);
            doc.kind_at(token.start) == Some(Kind::Person)
                || token.is(Facts::GIVEN) && !token.is(Facts::ENGLISH.or(NOBODY))
                || i < line.last && matches!(doc.gap(i), "_" | ", ")
        });
        *known.entry(line.form).or_default() += usize::from(person);
        *all.entry(line.form).or_default() += 1;
        *count.entry((line.form, label(doc, line))).or_default() += 1;
    }
    let speakers: Vec<&Line> = lines
        .iter()
        .filter(|line| {
            let of = |map: &FxHashMap<Form, usize>| map.get(&line.form).copied().unwrap_or(0);
            let times = count.get(&(line.form, label(doc, line))).copied();
            let again = times.is_some_and(|times| times > 1);
            let talk = of(&all) > 2 && of(&known) > 0 && of(&known) * 4 >= of(&all);
            match line.form {
                Form::Angled => of(&all) > 1 && (again || of(&known) > 0) || of(&all) > 2,
                Form::Stamped | Form::Headed => talk && (again || !is_machine(doc, line)),
                Form::Plain => talk && again,
                Form::Thread => true,
            }
        })
        .collect();
    for line in speakers {
        let (start, last) = (doc.token(line.first).start, doc.token(line.last));
        // The full stop of "Oyelowo, T." belongs to it.
        let dot = usize::from(last.len() == 1 && doc.byte(last.end) == b'.');
        let (end, name) = (last.end + dot, doc.slice(start, last.end));
        names.take(doc, start, end, SPEAKER);
        if name.contains(['.', '_', '-']) {
            names.add_handle(name);
        }
        if line.first == line.last {
            names.add_first(name);
        }
        if name.starts_with(char::is_lowercase) {
            names.add_small(doc.word(line.first));
        }
    }
}

/// Whether the label is the name of a technology: a bot, unless everybody is written in capitals.
fn is_machine(doc: &Doc, line: &Line) -> bool {
    let token = doc.token(line.first);
    token.is(Facts::TECH) && token.shape != Shape::Upper
}

fn label<'a>(doc: &Doc<'a>, line: &Line) -> &'a str {
    doc.slice(doc.token(line.first).start, doc.token(line.last).end)
}

fn read(doc: &Doc) -> Vec<Line> {
    let mut read = Vec::new();
    let mut start = 0;
    for line in lines(doc.text) {
        let (from, to) = (start, start + line.len());
        start = to + 1;
        if line.len() > 3 {
            read.extend(read_line(doc, from, to));
        }
    }
    read
}

fn read_line(doc: &Doc, from: usize, to: usize) -> Option<Line> {
    let mut at = from;
    let mut stamped = false;
    while at < to {
        let time = doc.kind_at(at) == Some(Kind::Time);
        stamped |= time;
        let sign = matches!(
            doc.byte(at),
            b' ' | b'['
                | b']'
                | b'('
                | b')'
                | b','
                | b'-'
                | b'*'
                | b'<'
                | b'_'
                | b'>'
                | b'@'
                | b'\t'
        );
        // <+flint>: what a channel lets somebody do.
        let may = matches!(doc.byte(at), b'+' | b'%' | b'~' | b'&') && doc.byte_before(at) == b'<';
        if !time && !sign && !may {
            break;
        }
        at += 1;
    }
    let first = doc.token_from(at);
    if doc.token(first).start != at || at >= to {
        return None;
    }
    let joins = |gap: &str| matches!(gap, " " | "." | "-" | "_");
    let mut last = first;
    while last < first + 4
        && doc.token(last + 1).end <= to
        && (joins(doc.gap(last)) || last == first && is_reversed(doc, first))
        && doc.kind_at(doc.token(last + 1).start) != Some(Kind::Time)
    {
        last += 1;
    }
    // "mirela-pop commented on", "hudson_r has joined"
    let thread = (first..last).find(|i| doc.gap(*i) == " " && is_thread(doc, *i + 1));
    let last = thread.unwrap_or(last);
    let end = doc.token(last).end;
    let handle = last > first && !doc.slice(at, end).contains(' ');
    // "[18:03] Dev Ramesh: looking"
    let person = stamped
        && last > first
        && (first..=last).any(|i| {
            let token = doc.token(i);
            token.is(Facts::NAME) && !token.is(Facts::ENGLISH.or(NOBODY))
        });
    let fits = (first..=last).all(|i| {
        let capital = doc.token(i).shape == Shape::Capital && !doc.is_kept(doc.token(i).start);
        is_part(doc, first, i, handle) || person && capital
    });
    if !fits || end - at > 32 || end - at < 2 {
        return None;
    }
    let rest = doc.slice(end, to).trim_start_matches(['*', '_', '`', '.']);
    // "Wyn (co-op IT): yes", "Pip (support)  17:45"
    let aside = rest
        .strip_prefix(" (")
        .and_then(|rest| rest.split_once(')'));
    let rest = aside.map_or(rest, |(_, rest)| rest);
    let form = if opens_nick(doc, at) && rest.starts_with("> ") {
        Form::Angled
    } else if thread.is_some() || rest.starts_with(' ') && is_thread(doc, last + 1) {
        Form::Thread
    } else if rest.starts_with(": ") || rest == ":" && stamped {
        if stamped { Form::Stamped } else { Form::Plain }
    } else if !stamped && is_time_next(doc, to - rest.len(), to) {
        Form::Headed
    } else {
        return None;
    };
    Some(Line { form, first, last })
}

/// `Kowalski, Dawn`: a surname before its given name.
fn is_reversed(doc: &Doc, i: usize) -> bool {
    let capital = |at: usize| doc.token(at).shape == Shape::Capital;
    doc.gap(i) == ", " && capital(i) && capital(i + 1) && doc.token(i).len() > 2
}

fn opens_nick(doc: &Doc, at: usize) -> bool {
    doc.byte_before(at) == b'<'
        || matches!(doc.byte_before(at), b'@' | b'+' | b'%' | b'~' | b'&')
            && doc.byte_before(at.saturating_sub(1)) == b'<'
}

/// Whether the word can be part of what a speaker is called.
fn is_part(doc: &Doc, first: usize, i: usize, handle: bool) -> bool {
    let (token, head) = (doc.token(i), doc.token(first));
    let name = token.is(Facts::NAME) || doc.kind_at(token.start) == Some(Kind::Person);
    let short = i > first && token.len() <= 2;
    let bot = doc.folded(i).ends_with("bot") || doc.folded(i) == "app";
    let shape = if handle {
        token.shape != Shape::None
    } else {
        !matches!(token.shape, Shape::None | Shape::Number)
            && (token.is_capital()
                || head.shape != Shape::Capital
                || super::surname::is_particle(doc.word(i))
                || short)
    };
    let plain = if handle {
        i == first && token.is(Facts::COMPUTING.or(Facts::TECH).or(Facts::TECH_NOUN))
    } else if i > first && token.shape == Shape::Capital {
        token.is(NOBODY.without(Facts::FOREIGN))
    } else {
        let spoken = token.is(Facts::FOREIGN) && doc.gap(i) == " "
            || token.is(Facts::TECH) && token.shape == Shape::Upper && token.len() > 3;
        token.is(NOBODY) && !spoken
    };
    shape && !doc.is_kept(token.start) && (!plain || name || short) && !bot
}

/// Whether the word is what a forum says that somebody did.
fn is_thread(doc: &Doc, i: usize) -> bool {
    let next = doc.word(i + 1);
    match doc.word(i) {
        "commented" => true,
        "opened" | "closed" | "reopened" | "mentioned" => matches!(next, "this" | "on" | "issue"),
        "has" => matches!(next, "joined" | "left" | "quit"),
        "added" => next == "a" || next == "the",
        "linked" | "requested" => next == "a",
        "merged" => matches!(next, "commit" | "pull"),
        _ => false,
    }
}

/// Whether the rest of the line is a time, or begins with one and a colon.
fn is_time_next(doc: &Doc, from: usize, to: usize) -> bool {
    let rest = doc.slice(from, to);
    let gap = rest.len()
        - rest
            .trim_start_matches([' ', ',', '[', '(', '*', '_', '\t', '—', '–', '·', '|', '-'])
            .len();
    let mut at = from + gap;
    for day in [
        "Today at ",
        "Yesterday at ",
        "today at ",
        "yesterday at ",
        "at ",
    ] {
        if doc.slice(at, to).starts_with(day) {
            at += day.len();
        }
    }
    if gap == 0 || doc.kind_at(at) != Some(Kind::Time) {
        return false;
    }
    while at < to && (doc.kind_at(at) == Some(Kind::Time) || doc.byte(at) == b' ') {
        at += 1;
    }
    let after = doc.slice(at, to);
    after.starts_with(": ")
        || after
            .chars()
            .all(|c| matches!(c, '*' | '_' | ']' | ')' | ':' | '`' | '\r'))
}

#[cfg(test)]
mod tests;
