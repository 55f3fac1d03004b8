//! Clock times and days said in English words: `quarter past two`, `eight forty`, `before nine`.

use std::sync::LazyLock;

use super::super::numbers::below_twenty;
use super::calendar::Found;
use super::hour::{bare, cue};
use super::number;
use super::words::{ends_clause, part_follows};
use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

const RULE: &str = "spoken-time";

/// `quarter past two`, `five to five`, `ten o'clock`, `fourteen sixteen oh-nine`, `the thirtieth`.
pub(super) fn at(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let glued =
        doc.glued(i) && !(doc.byte(token.end) == b'-' && doc.gap_before(i) == " " || token.opens);
    if glued || !(token.shape == Shape::Number || FIRST.has(token.hash)) {
        return None;
    }
    let word = doc.folded(i);
    if word == "the" {
        return ordinal(doc, i);
    }
    if ORDINALS.contains(&word) || token.opens && matches!(word, "twenty" | "thirty") {
        let last = ordinal_at(doc, i).filter(|last| of_month(doc, *last));
        if let Some(last) = last {
            return Some((token.start, doc.token(last + 2).end, RULE));
        }
    }
    let last = match token.shape {
        Shape::Number => past(doc, i).filter(|_| number(doc, i, 1, 29)),
        Shape::Lower | Shape::Capital => past(doc, i)
            .or_else(|| half(doc, i, word))
            .or_else(|| clock(doc, i))
            .or_else(|| bare(doc, i)),
        _ => None,
    }?;
    Some((token.start, doc.token(last).end, RULE))
}

fn joined(doc: &Doc, i: usize) -> bool {
    matches!(doc.gap(i), " " | "-")
}

/// The number in words at token `i`, below sixty, and how many words it has.
fn spelled(doc: &Doc, i: usize) -> Option<(u32, usize)> {
    let word = doc.folded(i);
    if let Some(n) = below_twenty(word) {
        return Some((n, 1));
    }
    let tens = match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        _ => return None,
    };
    let unit = below_twenty(doc.folded(i + 1)).filter(|n| *n < 10 && joined(doc, i));
    Some(unit.map_or((tens, 1), |unit| (tens + unit, 2)))
}

/// An hour of the clock in a word.
fn is_hour(doc: &Doc, i: usize) -> bool {
    below_twenty(doc.folded(i)).is_some_and(|n| n <= 12)
}

/// `quarter past two`, `a quarter to three`, `five and twenty past ten`, `half past`, `20 past 4`.
pub(super) fn past(doc: &Doc, i: usize) -> Option<usize> {
    let article = usize::from(doc.folded(i) == "a");
    let first = i + article;
    let part = matches!(doc.folded(first), "quarter" | "half");
    if article > 0 && doc.folded(first) != "quarter" {
        return None;
    }
    let (minutes, mut next) = if part {
        (15, first + 1)
    } else if doc.token(i).shape == Shape::Number {
        (1, i + 1)
    } else {
        let (n, words) = spelled(doc, i)?;
        let twenty = doc.folded(i + 1) == "and" && doc.folded(i + 2) == "twenty";
        (n, if twenty { i + 3 } else { i + words })
    };
    if minutes > 29 {
        return None;
    }
    let named = matches!(doc.folded(next), "minute" | "minutes");
    next += usize::from(named);
    if !(i..next).all(|at| joined(doc, at)) {
        return None;
    }
    let (joint, hour) = (doc.folded(next), next + 1);
    let told = doc.gap(next) == " "
        && (is_hour(doc, hour)
            || number(doc, hour, 1, 12)
            || matches!(doc.folded(hour), "noon" | "midnight"));
    match joint {
        "past" if told => Some(hour),
        // The hour was said before.
        "past" | "to" if !told && !named && cue(doc, i).is_some_and(|(_, word)| word == "at") => {
            let usual = part || matches!(minutes, 5 | 10 | 20 | 25);
            (usual && ends_clause(doc, next) && doc.token(i).shape != Shape::Number).then_some(next)
        }
        "past" => (named || part && ends_clause(doc, next)).then_some(next),
        "to" | "before" | "after" if told && doc.token(i).shape != Shape::Number => {
            let usual = part || matches!(minutes, 5 | 10 | 20 | 25);
            let sure = part || cue(doc, i).is_some() || doc.token(i).opens;
            let ends = ends_clause(doc, hour) || part_follows(doc, hour);
            let sure = sure && (ends || joint == "to" && !is_counted(doc, hour + 1));
            (named && joint != "after" && ends || usual && sure).then_some(hour)
        }
        _ => None,
    }
}

/// Whether token `i` is what numbers before it count.
pub(super) fn is_counted(doc: &Doc, i: usize) -> bool {
    doc.gap_before(i) == " "
        && (doc.token(i).is(Facts::TECH_NOUN.or(Facts::BUSINESS)) || doc.folded(i).ends_with('s'))
}

/// `half eight`, as the British say it.
fn half(doc: &Doc, i: usize, word: &str) -> Option<usize> {
    let hour = i + 1;
    let fits = word == "half" && doc.gap(i) == " " && is_hour(doc, hour);
    let sure = || cue(doc, i).is_some() && !is_counted(doc, hour + 1) && doc.gap(hour) == " ";
    (fits && (ends_clause(doc, hour) || sure())).then_some(hour)
}

/// `ten o'clock`, `three a.m.`, `nine fourteen`, `five-oh-four`, `six in the morning`.
pub(super) fn clock(doc: &Doc, i: usize) -> Option<usize> {
    let (hour, words) = spelled(doc, i)?;
    if hour > 24 {
        return None;
    }
    let mut last = i + words - 1;
    if doc.gap(last) == " " && doc.folded(last + 1) == "o" && doc.folded(last + 2) == "clock" {
        return Some(last + 2);
    }
    let mut oh = joined(doc, last) && matches!(doc.folded(last + 1), "oh" | "o");
    let from = last + 1 + usize::from(oh);
    let minutes = spelled(doc, from).filter(|(n, _)| {
        joined(doc, last) && (oh && *n < 10 && joined(doc, last + 1) || !oh && *n >= 10)
    });
    if let Some((_, words)) = minutes {
        last = from + words - 1;
        // Seconds may follow.
        let zero = joined(doc, last) && doc.folded(last + 1) == "oh";
        let seconds = spelled(doc, last + 1 + usize::from(zero)).filter(|_| joined(doc, last));
        if let Some((_, words)) = seconds {
            last += usize::from(zero) + words;
            oh |= zero;
        }
    }
    if let Some(end) = half_of_day(doc, last).filter(|_| hour <= 12) {
        return Some(end);
    }
    let (_, length) = minutes?;
    let noun = doc.gap(last) == " " && doc.token(last + 1).is(Facts::TECH_NOUN.or(Facts::BUSINESS));
    let ends = ends_clause(doc, last) && !noun && doc.gap(last) != "-";
    let alone = doc.token(i).opens && length == 2 && doc.gap(last).starts_with('.');
    (oh || ends && (cue(doc, i).is_some() || alone)).then_some(last)
}

/// The last token of `a.m.`, `pm`, `in the morning`, `at night` behind token `i`.
fn half_of_day(doc: &Doc, i: usize) -> Option<usize> {
    if doc.gap(i) != " " {
        return None;
    }
    match (doc.folded(i + 1), doc.folded(i + 2), doc.folded(i + 3)) {
        ("am" | "pm", ..) => Some(i + 1),
        ("a" | "p", "m", _) if doc.gap(i + 1) == "." => Some(i + 2),
        ("in", "the", "morning" | "afternoon" | "evening") => Some(i + 3),
        ("at", "night", _) | ("this", "morning" | "afternoon" | "evening", _) => Some(i + 2),
        _ => None,
    }
}

/// `by the thirtieth`, `on the first of March`.
fn ordinal(doc: &Doc, i: usize) -> Found {
    let before = doc.folded(i.wrapping_sub(1));
    if doc.gap(i) != " "
        || !matches!(
            before,
            "by" | "on" | "until" | "till" | "before" | "from" | "since"
        )
    {
        return None;
    }
    let last = ordinal_at(doc, i + 1)?;
    let month = of_month(doc, last);
    let gap = doc.gap(last);
    let ends =
        gap.starts_with(['.', ',', ';', '!', '?', ')', '\n']) || doc.tokens.len() == last + 1;
    let end = if month { last + 2 } else { last };
    (month || ends).then(|| (doc.token(i).start, doc.token(end).end, RULE))
}

/// The last token of `third` or `twenty-second` at token `i`.
fn ordinal_at(doc: &Doc, i: usize) -> Option<usize> {
    let tens = matches!(doc.folded(i), "twenty" | "thirty") && joined(doc, i);
    let last = i + usize::from(tens);
    ORDINALS.contains(&doc.folded(last)).then_some(last)
}

/// `of May` behind token `i`.
fn of_month(doc: &Doc, i: usize) -> bool {
    doc.folded(i + 1) == "of" && doc.token(i + 2).is(Facts::MONTH) && doc.gap(i + 1) == " "
}

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "thirtieth",
];

/// The words that a clock time or a day can begin with.
pub(super) static FIRST: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "the a quarter half one two three four five six seven eight nine ten eleven twelve thirteen \
         fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty first second third fourth \
         fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
         sixteenth seventeenth eighteenth nineteenth twentieth thirtieth",
    )
});
