//! Dates that begin with a word: months, weekdays, quarters, weeks, days seen from today.

use super::relative::{may_begin, relative, week};
use super::words::COMPOUND;
use super::{follows, is_day, is_month, is_year, number};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

pub(super) type Found = Option<(usize, usize, &'static str)>;

pub(super) fn at(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let word = doc.folded(i);
    if token.is(Facts::WEEKDAY) {
        return weekday(doc, i, word);
    }
    if token.is(Facts::MONTH) {
        return month(doc, i, word);
    }
    if COMPOUND.has(token.hash) && !doc.glued(i) {
        return Some((token.start, token.end, "weekday"));
    }
    if !may_begin(&token) {
        return None;
    }
    week(doc, i, word).or_else(|| relative(doc, i, word))
}

pub(super) fn part_of_day(doc: &Doc, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "morning"
            | "evening"
            | "night"
            | "afternoon"
            | "lunchtime"
            | "noon"
            | "midnight"
            | "morgen"
            | "abend"
            | "nacht"
            | "mittag"
            | "soir"
            | "matin"
    )
}

/// `Thursday 14 March 2024`, `Sunday evening`, `Sat 13 July`, `Tue Feb 6 2024`, `Wed 03:11`.
fn weekday(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    let common = matches!(
        word,
        "sun"
            | "sat"
            | "wed"
            | "mon"
            | "fri"
            | "thu"
            | "mar"
            | "mer"
            | "mandag"
            | "sab"
            | "segunda"
            | "mercredi"
    );
    let next_dates =
        is_day(doc, i + 1) || is_month(doc, i + 1) || doc.token(i + 1).shape == Shape::Number;
    let clock = doc.gap(i) == " " && super::digits::clock(doc, doc.token(i + 1).start).is_some();
    let told = matches!(word, "mon" | "tue" | "wed" | "thu" | "fri")
        && doc.gap_before(i) == " "
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "next" | "last" | "on" | "by" | "since" | "until" | "till"
        )
        || (part_of_day(doc, i + 1) || is_day(doc, i + 1) && is_month(doc, i + 2))
            && doc.gap(i) == " "
        || matches!(doc.folded(i + 1), "to" | "and") && doc.token(i + 2).is(Facts::WEEKDAY)
        || doc.folded(i.wrapping_sub(1)) == "to" && doc.token(i.wrapping_sub(2)).is(Facts::WEEKDAY);
    let bracketed = doc.byte_before(token.start) == b'(' && doc.byte(token.end) == b')';
    let next_dates = next_dates || bracketed;
    if token.shape == Shape::Lower && common && !clock && !told
        || common && token.shape == Shape::Capital && !next_dates && word == "sun"
    {
        return None;
    }
    let paired = matches!(doc.byte(token.end), b'/' | b'-') && doc.token(i + 1).is(Facts::WEEKDAY);
    if doc.glued(i) && !paired && !matches!(doc.byte_before(token.start), b'/' | b'=' | b'-') {
        return None;
    }
    let mut end = token.end;
    let mut at = i;
    let mut start = token.start;
    let before = doc.folded(i.wrapping_sub(1));
    if doc.gap_before(i) == " "
        && matches!(
            before,
            "last" | "next" | "previous" | "following" | "past" | "this"
        )
    {
        start = doc.before(i).start;
    }
    if part_of_day(doc, at + 1) && doc.gap(at) == " " {
        at += 1;
        end = doc.token(at).end;
    }
    let gap = doc.gap(at);
    if gap.len() <= 3 && !gap.contains('\n') && matches!(gap.trim(), "" | "," | "." | "/") {
        let article = matches!(
            doc.folded(at + 1),
            "the" | "den" | "dem" | "le" | "el" | "de"
        );
        let to = at + 1 + usize::from(article);
        if is_day(doc, to) {
            if let Some(inner) = super::digits::at(doc, to).filter(|(_, _, rule)| *rule == "date") {
                end = inner.1;
            } else if article
                || doc.token(to).shape == Shape::Code && doc.word(to).len() > 2
                || to == at + 1 && doc.gap(at) == " " && is_bare_day(doc, to)
                || to == at + 1
                    && doc.gap(at) == " "
                    && (doc.gap(to).starts_with([':', ',', ')']) && doc.gap(to).len() > 1
                        || doc.language != Language::English
                            && doc.gap(to) == " "
                            && matches!(
                                doc.folded(to + 1),
                                "a" | "as" | "um" | "om" | "por" | "kl"
                            ))
            {
                end = doc.token(to).end;
            }
        } else if is_month(doc, to) {
            if let Some(inner) = month(doc, to, doc.folded(to)) {
                end = inner.1;
            }
        } else if is_year(doc, to)
            && let Some(inner) = super::digits::at(doc, to)
        {
            end = inner.1;
        }
    }
    Some((start, end, "weekday"))
}

/// Whether a day of the month ends here, as in `Saturday 24 at 02:17`, `le mercredi 14 vers 23 h` and the
/// heading `Sun 15`; not `Monday 3 servers`.
fn is_bare_day(doc: &Doc, i: usize) -> bool {
    let (gap, next) = (doc.gap(i), doc.folded(i + 1));
    let ends = gap.starts_with(['*', '\n', ')', ']', '|']) || gap.starts_with(". ");
    let goes = gap == " "
        && matches!(
            next,
            "at" | "to"
                | "and"
                | "from"
                | "until"
                | "around"
                | "when"
                | "vers"
                | "a"
                | "as"
                | "um"
                | "om"
                | "gegen"
                | "bis"
                | "hasta"
                | "ate"
                | "ab"
                | "early"
                | "late"
                | "we"
        );
    doc.token(i).shape == Shape::Number && (ends || goes || doc.token(i + 1).shape == Shape::None)
}

/// `March 14, 2024`, `Sep 2023`, `early March`, `end of March`, `in March`; not the verb `may`.
#[expect(clippy::too_many_lines, reason = "lists of words, one a line")]
pub(super) fn month(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    if doc.glued(i) && !matches!(doc.byte_before(token.start), b'/' | b'-' | b'\'' | b'=') {
        return None;
    }
    let mut end = token.end;
    let dot = usize::from(doc.byte(end) == b'.' && token.len() <= 4);
    let mut dated = false;
    let gap = doc.gap(i);
    let near = gap.len() <= 3 && !gap.contains('\n') && matches!(gap.trim(), "" | "," | ".")
        || matches!(gap, "/" | "-" | " '" | " ’");
    if near
        && gap != ", "
        && is_day(doc, i + 1)
        && doc.token(i + 1).shape != Shape::None
        && doc.gap(i + 1) != ":"
        && !doc.gap(i + 1).starts_with('%')
        && !(doc.gap(i + 1).starts_with('.')
            && doc.token(i + 2).shape == Shape::Number
            && doc.gap(i + 1) == ".")
    {
        dated = true;
        let mut at = i + 1;
        if follows(doc, at, &["-", "–", " - ", " – "])
            && is_day(doc, at + 1)
            && doc.gap(at + 1) != ":"
        {
            at += 1;
        }
        end = doc.token(at).end;
        if matches!(doc.gap(at), ", " | " " | "/" | "-") && is_year(doc, at + 1) {
            end = doc.token(at + 1).end;
        }
    } else if doc.word(i + 1) == "the" && is_day(doc, i + 2) && doc.word(i + 2).len() >= 3 {
        // March the 14th
        dated = true;
        end = doc.token(i + 2).end;
    } else if is_year(doc, i + 1) && near
        || matches!(gap, " '" | " ’" | "'" | "’") && number(doc, i + 1, 10, 49)
    {
        dated = true;
        end = doc.token(i + 1).end;
    } else if matches!(doc.word(i + 1), "de" | "of" | "last" | "this") && is_year(doc, i + 2)
        || matches!(doc.word(i + 1), "last" | "this" | "next") && doc.word(i + 2) == "year"
    {
        dated = true;
        end = doc.token(i + 2).end;
    } else if dot == 1 && token.len() == 3 && word != "may" && !doc.token(i + 1).opens {
        end += dot;
    }
    let mut start = token.start;
    let previous = doc.before(i);
    let before = doc.folded(i.wrapping_sub(1));
    let spaced = matches!(doc.gap_before(i), " " | "-" | "\n") && previous.shape != Shape::None;
    let qualified = spaced
        && matches!(
            before,
            "early"
                | "late"
                | "mid"
                | "last"
                | "next"
                | "fin"
                | "finales"
                | "ende"
                | "anfang"
                | "mitte"
                | "debut"
                | "eind"
                | "begin"
        );
    if qualified {
        start = previous.start;
    } else if spaced
        && matches!(before, "of" | "de")
        && matches!(
            doc.folded(i.wrapping_sub(2)),
            "end" | "beginning" | "start" | "middle" | "fin" | "finales"
        )
    {
        start = doc.token(i.wrapping_sub(2)).start;
    }
    let verb = matches!(
        word,
        "may"
            | "march"
            | "mar"
            | "mai"
            | "set"
            | "ago"
            | "dic"
            | "dez"
            | "abr"
            | "ene"
            | "dec"
            | "jan"
            | "jun"
            | "mei"
            | "sep"
            | "avr"
            | "fev"
            | "aout"
            | "out"
            | "sept"
            | "nov"
            | "jul"
            | "oct"
            | "feb"
            | "apr"
            | "aug"
            | "okt"
    );
    let capital = token.is_capital();
    let prepared = spaced
        && matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "of"
                | "by"
                | "from"
                | "during"
                | "before"
                | "after"
                | "im"
                | "seit"
                | "bis"
                | "en"
                | "de"
                | "desde"
                | "depuis"
                | "to"
                | "through"
                | "between"
                | "and"
                | "end"
                | "for"
                | "sinds"
                | "sedert"
                | "em"
                | "i"
                | "the"
                | "ab"
        );
    let fine = match (dated || qualified || start < token.start, capital, verb) {
        (true, true, _) => true,
        (true, false, verb) => {
            let stops = matches!(doc.byte(end), b',' | b'.' | b';' | b':' | b')' | b'\n' | 0);
            let clock = dated && super::digits::clock(doc, end + 1).is_some();
            !verb || clock || dated && stops && !(spaced && word == "may" && before != "on")
        }
        (false, true, true) => {
            let apart = doc.byte_before(token.start) == b'('
                || doc.gap_before(i).ends_with("| ")
                || doc.gap_before(i) == ", ";
            let ends = doc.byte(end) == b')' || doc.gap(i).starts_with(" |");
            let listed =
                apart && ends || doc.byte_before(token.start) == b'(' && doc.byte(end) == b',';
            (prepared || listed) && token.shape == Shape::Capital && word != "sept"
        }
        (false, true, false) => token.shape == Shape::Capital || doc.token(i).opens,
        (false, false, true) => false,
        (false, false, false) => doc.language == Language::Other || prepared,
    };
    fine.then_some((start, end, if dated { "date" } else { "month" }))
}
