//! Dates that begin with a word: months, weekdays, quarters, weeks, days seen from today.

use super::{follows, is_day, is_month, is_year, number};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::{Facts, fold};
use crate::anonymise::token::Shape;

type Found = Option<(usize, usize, &'static str)>;

pub(super) fn at(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let word = fold(doc.word(i));
    if token.is(Facts::WEEKDAY) {
        return weekday(doc, i, &word);
    }
    if token.is(Facts::MONTH) {
        return month(doc, i, &word);
    }
    week(doc, i, &word).or_else(|| relative(doc, i, &word))
}

fn part_of_day(doc: &Doc, i: usize) -> bool {
    matches!(
        fold(doc.word(i)).as_ref(),
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
    if token.shape == Shape::Lower && common
        || common && token.shape == Shape::Capital && !next_dates && word == "sun"
    {
        return None;
    }
    if doc.glued(i) && !matches!(doc.byte_before(token.start), b'/' | b'=' | b'-') {
        return None;
    }
    let mut end = token.end;
    let mut at = i;
    let mut start = token.start;
    let before = fold(doc.word(i.wrapping_sub(1))).into_owned();
    if doc.gap_before(i) == " "
        && matches!(
            before.as_str(),
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
            fold(doc.word(at + 1)).as_ref(),
            "the" | "den" | "dem" | "le" | "el" | "de"
        );
        let to = at + 1 + usize::from(article);
        if is_day(doc, to) {
            if let Some(inner) = super::digits::at(doc, to).filter(|(_, _, rule)| *rule == "date") {
                end = inner.1;
            } else if article {
                end = doc.token(to).end;
            }
        } else if is_month(doc, to) {
            if let Some(inner) = month(doc, to, &fold(doc.word(to))) {
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

/// `March 14, 2024`, `Sep 2023`, `early March`, `end of March`, `in March`; not the verb `may`.
fn month(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    if doc.glued(i) && !matches!(doc.byte_before(token.start), b'/' | b'-' | b'\'') {
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
        && !doc.gap(i + 1).starts_with([':', '%'])
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
    } else if near && is_year(doc, i + 1) {
        dated = true;
        end = doc.token(i + 1).end;
    } else if matches!(doc.word(i + 1), "de" | "of" | "last" | "this") && is_year(doc, i + 2) {
        dated = true;
        end = doc.token(i + 2).end;
    } else if matches!(doc.word(i + 1), "last" | "this" | "next")
        && matches!(doc.word(i + 2), "year")
    {
        dated = true;
        end = doc.token(i + 2).end;
    } else if dot == 1 && token.len() == 3 && !doc.token(i + 1).opens {
        end += dot;
    }
    let mut start = token.start;
    let previous = doc.before(i);
    let before = fold(doc.word(i.wrapping_sub(1))).into_owned();
    let spaced = matches!(doc.gap_before(i), " " | "-" | "\n") && previous.shape != Shape::None;
    let qualified = spaced
        && matches!(
            before.as_str(),
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
        && matches!(before.as_str(), "of" | "de")
        && matches!(
            fold(doc.word(i.wrapping_sub(2))).as_ref(),
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
            before.as_str(),
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
        (true, false, verb) => !verb,
        (false, true, true) => prepared && token.shape == Shape::Capital && word != "sept",
        (false, true, false) => token.shape == Shape::Capital || doc.token(i).opens,
        (false, false, true) => false,
        (false, false, false) => doc.language == Language::Other || prepared,
    };
    fine.then_some((start, end, if dated { "date" } else { "month" }))
}

/// `Q3`, `Q3 2024`, `week 27`, `KW 41`, `calendar week 5`, `W37`, `FY24`, `sprint 42`.
fn week(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    let start = token.start;
    if token.shape == Shape::Code && token.len() <= 4 && !doc.glued(i) {
        let digits = word.get(1..).unwrap_or_default();
        let head = doc.slice(start, start + 1);
        let n: u32 = digits.parse().unwrap_or(0);
        let year_next = is_year(doc, i + 1) && matches!(doc.gap(i), " " | "/" | "-" | ", ");
        let end = if year_next {
            doc.token(i + 1).end
        } else {
            token.end
        };
        if head == "Q" && (1..=4).contains(&n) && digits.len() == 1
            || head == "H" && (1..=2).contains(&n) && year_next
        {
            let mut from = start;
            let two = fold(doc.word(i.wrapping_sub(2))).into_owned();
            if doc.word(i.wrapping_sub(1)) == "of"
                && matches!(two.as_str(), "end" | "start" | "beginning")
            {
                from = doc.token(i.wrapping_sub(2)).start;
            }
            return Some((from, end, "week-or-quarter"));
        }
        let spoken = matches!(
            doc.word(i.wrapping_sub(1)),
            "in" | "of" | "by" | "during" | "for" | "since" | "until" | "end"
        );
        if head == "H" && (1..=2).contains(&n) && digits.len() == 1 && spoken {
            return Some((start, token.end, "week-or-quarter"));
        }
        if matches!(word.get(..2), Some("kw" | "cw" | "fy" | "wk"))
            && word
                .get(2..)
                .is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()))
        {
            return Some((start, end, "week-or-quarter"));
        }
    }
    let weeks = matches!(
        word,
        "week"
            | "kw"
            | "cw"
            | "kalenderwoche"
            | "semaine"
            | "semana"
            | "uke"
            | "wk"
            | "fy"
            | "quarter"
            | "sprint"
    );
    if weeks && matches!(doc.gap(i), " " | "-" | " no. " | " #" | "") && number(doc, i + 1, 1, 53) {
        let calendar = doc.word(i.wrapping_sub(1)) == "calendar";
        let from = if calendar { doc.before(i).start } else { start };
        return Some((from, doc.token(i + 1).end, "week-or-quarter"));
    }
    None
}

/// `yesterday`, `last week`, `the weekend`, `this morning`, `noon`, `midnight`, `the spring`.
fn relative(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    if doc.glued(i) || token.shape == Shape::Upper {
        return None;
    }
    let next = doc.word(i + 1);
    let spaced = matches!(doc.gap(i), " " | "\n");
    let two = || Some((token.start, doc.token(i + 1).end, "relative-date"));
    match word {
        "yesterday" | "tonight" | "gestern" | "vorgestern" => {
            let to = if part_of_day(doc, i + 1) && spaced {
                i + 1
            } else {
                i
            };
            Some((token.start, doc.token(to).end, "relative-date"))
        }
        "last" | "next" | "previous" | "past" | "this" if spaced => {
            let unit = matches!(
                next,
                "week"
                    | "month"
                    | "quarter"
                    | "weekend"
                    | "night"
                    | "spring"
                    | "summer"
                    | "autumn"
                    | "winter"
            );
            let day = matches!(next, "morning" | "evening" | "afternoon");
            let said = match word {
                "last" => unit || day,
                "next" => unit,
                "this" => day,
                _ => {
                    matches!(
                        next,
                        "week" | "month" | "quarter" | "weekend" | "night" | "evening" | "day"
                    ) && word == "previous"
                }
            };
            if said && !(word == "last" && matches!(doc.word(i + 2), "of")) {
                two()
            } else {
                None
            }
        }
        "noon" | "midnight" | "mitternacht" | "minuit" | "midi" | "medianoche" | "mediodia"
        | "middernacht" | "midnatt" => {
            let twelve = doc.word(i.wrapping_sub(1)).eq_ignore_ascii_case("twelve");
            let start = if twelve {
                doc.before(i).start
            } else {
                token.start
            };
            Some((start, token.end, "clock-time"))
        }
        "the" if spaced && matches!(next, "weekend") => two(),
        "spring" | "autumn" | "summer" | "winter" | "fruhjahr" | "herbst" | "printemps" | "ete"
        | "hiver" | "automne" | "primavera" | "otono" | "verano" | "invierno" => {
            season(doc, i, word)
        }
        "weekend"
            if matches!(
                fold(doc.word(i.wrapping_sub(1))).as_ref(),
                "over" | "bank" | "holiday"
            ) =>
        {
            Some((token.start, token.end, "relative-date"))
        }
        _ => None,
    }
}

fn season(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    let before = fold(doc.word(i.wrapping_sub(1))).into_owned();
    let spaced = doc.gap_before(i) == " ";
    let next = doc.token(i + 1);
    let ends = !matches!(doc.gap(i), " ")
        || !next.is(Facts::COMMON)
        || matches!(
            doc.word(i + 1),
            "and" | "to" | "we" | "but" | "when" | "beanstandet"
        );
    let cue = matches!(
        before.as_str(),
        "the"
            | "in"
            | "im"
            | "seit"
            | "since"
            | "until"
            | "au"
            | "en"
            | "last"
            | "next"
            | "this"
            | "by"
            | "before"
    );
    if !(spaced && cue) || word == "ete" && doc.language == Language::English {
        return None;
    }
    let end = if is_year(doc, i + 1) && doc.gap(i) == " " {
        next.end
    } else {
        token.end
    };
    let start = if before == "the" {
        doc.before(i).start
    } else {
        token.start
    };
    (ends || end > token.end || doc.language != Language::English).then_some((start, end, "season"))
}
