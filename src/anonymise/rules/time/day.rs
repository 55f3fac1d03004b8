//! Days without a clock: day and month, a year, a day of the month.

use std::sync::LazyLock;

use super::digits::{Found, clock};
use super::edge::short_weekday;
use super::{follows, is_day, is_month, is_year, number};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// `14 March 2024`, `21 March`, `1st of February`, `19. September`, `4 de junio de 2024`, `22 May 2024`.
pub(super) fn named(doc: &Doc, i: usize) -> Found {
    if !is_day(doc, i) {
        return None;
    }
    let start = doc.token(i).start;
    let mut at = i;
    // 1 and 3 February; 19-20 May
    if follows(doc, at, &["-", "–", " - ", " – ", "/", "./", ".-"])
        && is_day(doc, at + 1)
        && doc.gap(at + 1).trim_matches(['.', ' ']).is_empty()
        && is_month(doc, at + 2)
    {
        at += 1;
    }
    // 4, 6 and 8 November
    let mut more = at;
    while more < at + 5 && doc.gap(more) == ", " && is_day(doc, more + 1) {
        more += 1;
    }
    if more > at
        && matches!(
            doc.folded(more + 1),
            "and" | "und" | "et" | "y" | "e" | "en" | "og"
        )
        && is_day(doc, more + 2)
        && is_month(doc, more + 3)
    {
        at = more;
    }
    let connector = doc.folded(at + 1);
    let range = matches!(
        connector,
        "and"
            | "to"
            | "through"
            | "until"
            | "bis"
            | "und"
            | "au"
            | "et"
            | "al"
            | "y"
            | "ao"
            | "a"
            | "e"
            | "tot"
            | "en"
            | "til"
            | "og"
    );
    if range && is_day(doc, at + 2) && doc.gap(at) == " " {
        at += 2;
        let of = matches!(doc.folded(at + 1), "of" | "de");
        at += usize::from(of && is_month(doc, at + 2));
    } else if matches!(connector, "of" | "de" | "and" | "den") {
        at += 1;
    }
    let joined = matches!(doc.gap(at).trim(), "" | "." | "-" | "/") && !doc.gap(at).contains('\n');
    if !joined || !is_month(doc, at + 1) {
        return None;
    }
    at += 1;
    // 5 mar and 3 dec are dates; 10 may be is not, unless it looks like one.
    let month = doc.token(at);
    let alone = !doc.gap(at).starts_with(' ')
        || doc.before(i).is(Facts::WEEKDAY)
        || matches!(
            doc.word(at + 1),
            "at" | "and" | "to" | "until" | "we" | "around"
        );
    if month.shape == Shape::Lower
        && !alone
        && matches!(
            doc.word(at),
            "may" | "mar" | "dec" | "sun" | "march" | "set" | "ago"
        )
    {
        return None;
    }
    let mut end = month.end;
    let dot = usize::from(doc.byte(end) == b'.');
    let connector = doc.word(at + 1);
    let gap = doc.gap(at);
    if matches!(connector, "de" | "del") && is_year(doc, at + 2) {
        end = doc.token(at + 2).end;
    } else if matches!(gap, " " | ", " | ". " | "." | "-" | "/" | " ’" | " '")
        && (is_year(doc, at + 1)
            || matches!(gap, "-" | "/" | " '" | " ’") && number(doc, at + 1, 0, 99)
            || gap == " "
                && number(doc, at + 1, 15, 39)
                && !doc.gap(at + 1).starts_with([':', '.']))
    {
        end = doc.token(at + 1).end;
    } else if month.len() == 3 && dot == 1 && doc.byte(end + 1) == b' ' {
        end += dot;
    }
    Some((start, end, "date"))
}

/// What stands before a day and a month.
static CUES: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "on am vom bis done since seit ab until by due before after le el op den dem from merged and \
         fertig erledigt till date of fait hecho dia sent closed signed filed zum leveres",
    )
});

/// `14.09.`, `30/5`, `13/07`, `8/3`: a day and a month and nothing else.
pub(super) fn short(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let start = token.start;
    if !is_day(doc, i)
        || token.shape != Shape::Number
        || !matches!(doc.gap(i), "." | "/")
        || doc.token(i + 1).shape != Shape::Number
    {
        return None;
    }
    let (day, month) = (doc.word(i), doc.word(i + 1));
    let end = doc.token(i + 1).end;
    if matches!(doc.byte_before(start), b'/' | b'.' | b'-' | b'=' | b'v') || month.len() > 2 {
        return None;
    }
    let next = doc.ahead(end, 2);
    let near = doc
        .gap_before(i)
        .trim_matches([' ', '(', '~', '=', '*', ','])
        .is_empty();
    let before = doc.before(i);
    let to = doc.folded(i.wrapping_sub(1)) == "to" && number(doc, i, 13, 31);
    let cue = near
        && (CUES.has(before.hash) || before.is(Facts::WEEKDAY) || short_weekday(doc, i) || to)
        || clock(doc, doc.token(i + 2).start).is_some() && doc.gap(i + 1) == ", ";
    let padded = day.len() == 2 && month.len() == 2;
    if doc.gap(i) == "." {
        let dotted =
            next.starts_with('.') && !next.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        let plausible = number(doc, i + 1, 1, 12);
        // An English sentence may end in a decimal: "a multiplier of 3.8."
        let strong = matches!(
            doc.folded(i.wrapping_sub(1)),
            "on" | "am"
                | "vom"
                | "due"
                | "done"
                | "erledigt"
                | "fertig"
                | "date"
                | "dated"
                | "bis"
                | "op"
                | "le"
                | "el"
                | "den"
        ) || padded
            && matches!(
                doc.folded(i.wrapping_sub(1)),
                "until" | "till" | "before" | "by"
            );
        // Thanh, KP-905, 14.2.
        let closes = matches!(next, ".," | ".\n" | ".)" | "." | ".;");
        let listed = closes && doc.gap_before(i).ends_with(", ") && before.shape != Shape::Number;
        let cue = cue && (padded || strong || doc.language != Language::English);
        let fits = plausible
            && dotted
            && (cue && (doc.language != Language::English || padded || i > 0)
                || doc.language == Language::German && padded
                || padded && doc.gap_before(i).trim_end().ends_with('|')
                || listed);
        return fits.then_some((start, end + 1, "date"));
    }
    let either = number(doc, i + 1, 1, 12) || (number(doc, i, 1, 12) && number(doc, i + 1, 1, 31));
    let zero = day.starts_with('0') || month.starts_with('0');
    let ends = !next.starts_with(['/', '.', '%', '-', '_'])
        || next.starts_with(". ")
        || next == ".\n"
        || next == ".";
    let cell = matches!(
        doc.gap_before(i).trim_end_matches(' ').chars().last(),
        Some('(' | '|' | ',')
    );
    let fraction = doc.ahead(end, 4).starts_with(" of ")
        || doc.word(i) == "24" && month == "7"
        || doc.token(i + 1 + 1).is(Facts::TECH_NOUN) && doc.gap(i + 1) == " ";
    (either && ends && !fraction && (zero || cue || padded && cell)).then_some((start, end, "date"))
}

/// Words that begin what happened on a day: "the 3rd the batch did not start".
static AFTER: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "at and to we it i when because for in so or but of after before around by until the a an \
             instead rather our his her their my this all nobody everybody they he she with from as was",
    )
});

/// A year, or a day of the month, by itself.
pub(super) fn alone(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    if is_year(doc, i) && doc.is_free(token.start, token.end) {
        return year(doc, i);
    }
    let word = doc.word(i);
    if let Some(found) = decade(doc, i, word) {
        return Some(found);
    }
    let ordinal = token.shape == Shape::Code && is_day(doc, i) && word.len() >= 3;
    if ordinal
        && doc.gap_before(i) == " "
        && matches!(doc.folded(i.wrapping_sub(1)), "the" | "on" | "by")
    {
        let gap = doc.gap(i);
        let ends = gap.starts_with([',', '.', ';', ':', ')', '!', '?', '\n', '|', '*', ' '])
            && !gap.trim().is_empty()
            || gap.contains('\n')
            || doc.token(i + 1).shape == Shape::None;
        let clause = AFTER.has(doc.token(i + 1).hash);
        if ends || clause {
            let start = if doc.word(i.wrapping_sub(1)) == "the" {
                doc.before(i).start
            } else {
                token.start
            };
            return Some((start, token.end, "date"));
        }
    }
    None
}

/// `2010s`, `the '90s`, `the 1990s`.
fn decade(doc: &Doc, i: usize, word: &str) -> Found {
    let token = doc.token(i);
    let digits = word.strip_suffix('s')?;
    let long = digits.len() == 4
        && digits.ends_with('0')
        && (1950..=2040).contains(&digits.parse::<u32>().ok()?);
    let mark = matches!(doc.gap_before(i), " '" | " ’");
    let short = digits.len() == 2 && digits.ends_with('0') && mark;
    (long && !doc.glued(i) || short).then_some((token.start, token.end, "year"))
}

fn year(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let before = doc.byte_before(token.start);
    let after = doc.byte(token.end);
    let mid = before == b'-'
        && matches!(
            doc.word(i.wrapping_sub(1)),
            "mid" | "early" | "late" | "Mid" | "Early" | "Late" | "post" | "pre"
        );
    if mid {
        return Some((doc.before(i).start, token.end, "year"));
    }
    // the 2023/24 season
    if after == b'/'
        && doc.gap(i) == "/"
        && doc.token(i + 1).len() == 2
        && !matches!(doc.byte(doc.token(i + 1).end), b'/' | b'-' | b'.')
        && (doc.word(i).parse::<u32>())
            .is_ok_and(|year| number(doc, i + 1, (year + 1) % 100, (year + 1) % 100))
    {
        return Some((token.start, doc.token(i + 1).end, "year"));
    }
    if doc.glued(i)
        && !(after == b'-' && is_year(doc, i + 1) && before == b' '
            || before == b'('
            || before == b'/' && after != b'/'
            || before == b'-' && doc.before(i).shape != Shape::Lower)
    {
        return None;
    }
    if after == b'-' && !is_year(doc, i + 1)
        || matches!(after, b'%' | b'/' | b'_' | b'x')
        || after == b'.' && doc.byte(token.end + 1).is_ascii_digit()
        || after == b':' && doc.byte(token.end + 1).is_ascii_digit()
    {
        return None;
    }
    if matches!(
        before,
        b'-' | b'/' | b'.' | b'#' | b'=' | b':' | b'_' | b'$' | b'~' | b'<' | b'>' | b'+'
    ) {
        return None;
    }
    let previous = doc.before(i);
    let cue = doc.folded(i.wrapping_sub(1));
    let said = doc.gap_before(i).trim_matches([' ', ',', '(']).is_empty()
        && (matches!(
            cue,
            "in" | "since"
                | "until"
                | "from"
                | "by"
                | "of"
                | "during"
                | "before"
                | "after"
                | "the"
                | "early"
                | "late"
                | "mid"
                | "aus"
                | "anfang"
                | "mitte"
                | "ende"
                | "debut"
                | "fin"
                | "eind"
                | "begin"
                | "copyright"
                | "depuis"
                | "desde"
                | "en"
                | "de"
                | "seit"
                | "year"
                | "summer"
                | "winter"
                | "autumn"
                | "fall"
                | "between"
                | "and"
                | "vor"
                | "nach"
                | "bis"
                | "sinds"
                | "siden"
                | "till"
                | "til"
                | "anno"
                | "jahr"
                | "ano"
                | "annee"
                | "to"
                | "back"
                | "around"
                | "circa"
                | "im"
                | "uit"
                | "fra"
                | "i"
                | "von"
                | "thru"
                | "remembering"
                | "remember"
        ) || previous.is(Facts::MONTH)
            || previous.opens && previous.start == token.start);
    let next = doc.token(i + 1);
    let range = |gap: &str| matches!(gap, "-" | "–" | " - " | " – ");
    if said && range(doc.gap(i)) && is_year(doc, i + 1) {
        return Some((token.start, next.end, "year"));
    }
    let counted = doc.gap(i) == " "
        && next.is(Facts::TECH_NOUN.or(Facts::BUSINESS))
        && next.shape == Shape::Lower;
    let bracketed = before == b'(' && after == b')';
    // "when it was written, 2016, labels"; not one of several numbers.
    let apart = doc.gap_before(i) == ", "
        && previous.shape != Shape::Number
        && next.shape != Shape::Number
        && (after == b','
            || doc.gap(i) == " " && doc.folded(i + 1) == "or" && doc.folded(i + 2) == "so")
        && number(doc, i, 2001, 2035);
    let ends = matches!(after, b'.' | b'?' | b'!' | b',') && previous.shape == Shape::Lower;
    let told = ends
        && doc.gap_before(i) == " "
        && matches!(cue, "is" | "was" | "about" | "thats" | "war")
        && number(doc, i, 2001, 2035);
    ((said || bracketed || apart || told) && !counted).then_some((token.start, token.end, "year"))
}
