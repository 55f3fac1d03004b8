//! Weeks, quarters, seasons, and days seen from today.

use std::sync::LazyLock;

use super::calendar::{Found, part_of_day};
use super::{is_year, number};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::{Shape, Token};

/// The words that [`week`] and [`relative`] know.
pub(super) static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "week kw cw kalenderwoche semaine semana uke wk fy quarter sprint \
         yesterday tonight gestern vorgestern last next previous past this noon midnight \
         mitternacht minuit midi medianoche mediodia middernacht midnatt the spring autumn summer \
         winter fruhjahr herbst printemps ete hiver automne primavera otono verano invierno weekend",
    )
});

/// Whether a week, a quarter, a season or a day seen from today may begin here; mostly none does.
pub(super) fn may_begin(token: &Token) -> bool {
    token.shape == Shape::Code || KNOWN.has(token.hash)
}

/// `Q3`, `Q3 2024`, `week 27`, `KW 41`, `calendar week 5`, `W37`, `FY24`, `sprint 42`.
pub(super) fn week(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    let start = token.start;
    let slash = doc.byte(token.end) == b'/';
    if token.shape == Shape::Code && token.len() <= 6 && (!doc.glued(i) || slash) {
        let digits = word.get(1..).unwrap_or_default();
        let head = doc.slice(start, start + 1);
        let n: u32 = digits.parse().unwrap_or(0);
        let short =
            matches!(doc.gap(i), " '" | "'" | " ’" | "’" | "/") && number(doc, i + 1, 10, 49);
        let year_next =
            short || is_year(doc, i + 1) && matches!(doc.gap(i), " " | "/" | "-" | ", " | " of ");
        let end = if year_next {
            doc.token(i + 1).end
        } else {
            token.end
        };
        if head == "Q" && (1..=4).contains(&n) && digits.len() == 1
            || head == "H" && (1..=2).contains(&n) && year_next
        {
            let mut from = start;
            let two = doc.folded(i.wrapping_sub(2));
            if doc.word(i.wrapping_sub(1)) == "of" && matches!(two, "end" | "start" | "beginning") {
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
    if token.shape == Shape::Upper
        && word == "pi"
        && doc.gap(i) == " "
        && number(doc, i + 1, 1, 40)
        && doc.gap(i + 1) == "."
        && number(doc, i + 2, 1, 9)
    {
        return Some((start, doc.token(i + 2).end, "week-or-quarter"));
    }
    let named = doc.token(i + 1);
    if word == "sprint"
        && token.shape == Shape::Lower
        && matches!(doc.gap(i), " " | " \"" | " “" | " '")
        && named.shape == Shape::Capital
        && doc.language != Language::German
        && !named.is(Facts::TECH.or(Facts::COMPUTING))
    {
        return Some((start, named.end, "week-or-quarter"));
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
pub(super) fn relative(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    if token.glued || token.shape == Shape::Upper || word.len() < 3 {
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
        "weekend" if matches!(doc.folded(i.wrapping_sub(1)), "over" | "bank" | "holiday") => {
            Some((token.start, token.end, "relative-date"))
        }
        _ => None,
    }
}

fn season(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    let before = doc.folded(i.wrapping_sub(1));
    let spaced = doc.gap_before(i) == " ";
    let next = doc.token(i + 1);
    let ends = !matches!(doc.gap(i), " ")
        || !next.is(Facts::COMMON)
        || matches!(
            doc.word(i + 1),
            "and" | "to" | "we" | "but" | "when" | "beanstandet"
        );
    let cue = matches!(
        before,
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
            | "of"
    );
    let dated = token.is_capital() && doc.gap(i) == " " && is_year(doc, i + 1);
    if !(spaced && cue || dated) || word == "ete" && doc.language == Language::English {
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
