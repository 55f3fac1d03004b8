//! Who speaks in a transcript, whatever the names are: the form of its lines says it.

use super::chat::SPEAKER;
use crate::anonymise::doc::Doc;
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
        let token = doc.token(line.first);
        let person = doc.kind_at(token.start) == Some(Kind::Person)
            || token.is(Facts::GIVEN) && !token.is(Facts::ENGLISH.or(NOBODY));
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
                Form::Angled => of(&all) > 1 && (again || of(&known) > 0),
                Form::Stamped | Form::Headed => talk,
                Form::Plain => talk && again,
            }
        })
        .collect();
    for line in speakers {
        let (start, end) = (doc.token(line.first).start, doc.token(line.last).end);
        let name = doc.slice(start, end);
        names.take(doc, start, end, SPEAKER);
        if name.starts_with(char::is_lowercase) && line.first == line.last {
            names.add_small(name);
        }
    }
}

fn label<'a>(doc: &Doc<'a>, line: &Line) -> &'a str {
    doc.slice(doc.token(line.first).start, doc.token(line.last).end)
}

fn read(doc: &Doc) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in doc.text.split('\n') {
        let (from, to) = (start, start + line.len());
        start = to + 1;
        if line.len() > 3 {
            lines.extend(read_line(doc, from, to));
        }
    }
    lines
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
        if !time && !sign {
            break;
        }
        at += 1;
    }
    let first = doc.token_from(at);
    if doc.token(first).start != at || at >= to {
        return None;
    }
    let mut last = first;
    while last < first + 3
        && doc.token(last + 1).end <= to
        && (doc.gap(last) == " "
            || doc.gap(last) == "."
            || doc.gap(last) == "-"
            || doc.gap(last) == "_")
        && doc.kind_at(doc.token(last + 1).start) != Some(Kind::Time)
    {
        last += 1;
    }
    let end = doc.token(last).end;
    let fits = (first..=last).all(|i| {
        let token = doc.token(i);
        let part = matches!(
            token.shape,
            Shape::Capital | Shape::Lower | Shape::Upper | Shape::Mixed | Shape::Code
        );
        let name = token.is(Facts::NAME) || doc.kind_at(token.start) == Some(Kind::Person);
        part && !doc.is_kept(token.start)
            && (!token.is(NOBODY) || name || i > first && token.len() <= 2)
            && (token.is_capital()
                || doc.token(first).shape != Shape::Capital
                || super::full_name::is_particle(doc.word(i))
                || token.len() <= 2)
            && !doc.word(i).to_ascii_lowercase().ends_with("bot")
    });
    if !fits || end - at > 32 || end - at < 2 {
        return None;
    }
    let rest = doc.slice(end, to).trim_start_matches(['*', '_', '`', '.']);
    let angled = doc.byte_before(at) == b'<' && rest.starts_with("> ") && first == last;
    // "Wyn (co-op IT): yes"
    let said = rest.starts_with(": ") || rest.starts_with(" (") && rest.contains("): ");
    let gap = rest.len()
        - rest
            .trim_start_matches([' ', ',', '[', '(', '*', '_', '\t'])
            .len();
    let time = to - rest.len() + gap;
    let headed = gap > 0 && doc.kind_at(time) == Some(Kind::Time) && {
        let past = (time..to).find(|b| doc.kind_at(*b) != Some(Kind::Time) && doc.byte(*b) != b' ');
        past.is_none_or(|b| {
            doc.slice(b, to)
                .chars()
                .all(|c| matches!(c, '*' | '_' | ']' | ')' | ':' | ' ' | '\r'))
        })
    };
    let form = if angled {
        Form::Angled
    } else if said && stamped {
        Form::Stamped
    } else if said {
        Form::Plain
    } else if headed && !stamped {
        Form::Headed
    } else {
        return None;
    };
    Some(Line { form, first, last })
}
