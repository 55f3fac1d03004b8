//! Dates packed into names of files, partitions and log lines: `231215`, `p202403`, `I0311 07:14:22`.

use super::digits::{Found, clock};
use crate::anonymise::doc::Doc;
use crate::anonymise::token::Shape;

pub(super) fn at(doc: &Doc, i: usize) -> Found {
    klog(doc, i)
        .or_else(|| partition(doc, i))
        .or_else(|| keyed(doc, i))
        .or_else(|| stamped(doc, i))
        .or_else(|| six(doc, i))
        .or_else(|| year_month(doc, i))
        .or_else(|| day_of_year(doc, i))
        .or_else(|| day_month(doc, i))
}

/// `2024-242T04:18:09Z`: a year and the number of its day.
fn day_of_year(doc: &Doc, i: usize) -> Found {
    let (year, day) = (doc.token(i), doc.token(i + 1));
    let number = doc.word(i + 1).get(..3)?;
    let fits = year.shape == Shape::Number
        && year.len() == 4
        && (1990..=2049).contains(&value(doc.word(i)))
        && doc.gap(i) == "-"
        && (1..=366).contains(&value(number))
        && is_digits(number)
        && doc.byte(day.start + 3) == b'T';
    let end = clock(doc, day.start + 4).filter(|_| fits)?;
    Some((year.start, end, "date"))
}

/// `2024.11.08-00.02.17:553` of game engines; `04.41.19`, as mainframes begin their lines.
fn stamped(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let token = doc.token(i);
    let two = |at: usize, below: u32| {
        let word = doc.word(at);
        word.len() == 2 && is_digits(word) && value(word) < below
    };
    let clock = |at: usize| {
        let fits = two(at, 24) && two(at + 1, 60) && two(at + 2, 60);
        fits && doc.gap(at) == "." && doc.gap(at + 1) == "."
    };
    let apart = doc.gap(i + 2).starts_with(' ') && doc.token(i + 3).shape != Shape::Lower;
    if token.line && clock(i) && apart {
        return Some((token.start, doc.token(i + 2).end, "clock-time"));
    }
    let day = token.len() == 4
        && doc.gap(i) == "."
        && doc.gap(i + 2) == "-"
        && two(i + 1, 13)
        && two(i + 2, 32)
        && clock(i + 3);
    let parts = doc.gap(i + 5) == ":" && doc.token(i + 6).len() == 3;
    let last = i + 5 + usize::from(parts);
    day.then(|| (token.start, doc.token(last).end, "date"))
}

/// `07JAN`, as airlines write days.
fn day_month(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let (day, month) = doc.word(i).split_at_checked(2)?;
    let fits = token.shape == Shape::Code
        && matches!(token.len(), 5 | 7)
        && is_digits(day)
        && (1..=31).contains(&value(day))
        && !doc.glued(i)
        && matches!(
            month.get(..3)?,
            "JAN"
                | "FEB"
                | "MAR"
                | "APR"
                | "MAY"
                | "JUN"
                | "JUL"
                | "AUG"
                | "SEP"
                | "OCT"
                | "NOV"
                | "DEC"
        )
        && (token.len() == 5 || is_digits(month.get(3..)?));
    fits.then_some((token.start, token.end, "date"))
}

fn value(text: &str) -> u32 {
    text.parse().unwrap_or(0)
}

/// Whether `text` is month and day, both of two digits.
fn month_day(text: &str) -> bool {
    text.len() == 4
        && (1..=12).contains(&value(text.get(..2).unwrap_or_default()))
        && (1..=31).contains(&value(text.get(2..).unwrap_or_default()))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `I0311 07:14:22.123456`: severity, month and day, as Kubernetes' logs begin.
fn klog(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let digits = doc.word(i).strip_prefix(['I', 'W', 'E', 'F'])?;
    if !is_digits(digits) || !month_day(digits) || !doc.gap(i).starts_with(' ') {
        return None;
    }
    let end = clock(doc, doc.token(i + 1).start)?;
    Some((token.start + 1, end, "date"))
}

/// `p202403`, `y2024m03d15`, `p20240315`, `p2024_03`.
fn partition(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let word = doc.word(i);
    if token.shape != Shape::Code || !word.starts_with(['p', 'y', 'd', 'P', 'Y']) {
        return None;
    }
    let rest = word.get(1..)?;
    let year = rest.get(..4).filter(|y| is_digits(y))?;
    if !(1990..=2049).contains(&value(year)) {
        return None;
    }
    let tail = rest.get(4..)?;
    let parts = tail.trim_start_matches('m');
    let month = parts.get(..2).is_some_and(|m| (1..=12).contains(&value(m)));
    let packed = match tail.len() {
        2 | 4 => is_digits(tail) && month,
        3 => tail.starts_with('m') && month,
        6 => tail.starts_with('m') && tail.get(3..4) == Some("d") && month,
        _ => false,
    };
    if packed {
        return Some((token.start + 1, token.end, "date"));
    }
    let next = doc.word(i + 1);
    let split = tail.is_empty()
        && matches!(doc.gap(i), "_" | "-")
        && next.len() == 2
        && (1..=12).contains(&value(next));
    split.then(|| (token.start + 1, doc.token(i + 1).end, "date"))
}

/// `year=2023/month=12/day=15/hour=03`: the folders of a partitioned table.
fn keyed(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    if token.shape != Shape::Number || doc.gap_before(i) != "=" {
        return None;
    }
    let key = doc.folded(i.wrapping_sub(1));
    let folder = doc.byte(token.end) == b'/' || doc.byte_before(doc.before(i).start) == b'/';
    let rule = match key {
        "year" | "yr" | "yyyy" if token.len() == 4 => "year",
        "month" | "mon" | "mm" if token.len() <= 2 => "month",
        "day" | "dd" | "date" if token.len() <= 2 => "date",
        "hour" | "hr" | "hh" | "minute" if token.len() <= 2 => "clock-time",
        _ => return None,
    };
    folder.then_some((token.start, token.end, rule))
}

/// `231215` in a file's name or beside a word such as backup.
fn six(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let word = doc.word(i);
    if token.shape != Shape::Number || token.len() != 6 {
        return None;
    }
    let short = (15..=39).contains(&value(word.get(..2)?)) && month_day(word.get(2..)?);
    let long = word.starts_with("20")
        && (10..=39).contains(&value(word.get(2..4)?))
        && (1..=12).contains(&value(word.get(4..)?));
    if !short && !long {
        return None;
    }
    let (before, after) = (doc.byte_before(token.start), doc.byte(token.end));
    let further = doc.byte(token.end + 1);
    let glued = matches!(before, b'_' | b'-' | b'.' | b'/')
        && doc.before(i).end + 1 == token.start
        && doc.before(i).shape != Shape::Number
        || matches!(after, b'_' | b'-') && further.is_ascii_alphabetic()
        || after == b'.' && further.is_ascii_alphabetic();
    let told = (1..=3).any(|back| {
        matches!(
            doc.folded(i.wrapping_sub(back)),
            "backup"
                | "backups"
                | "archive"
                | "archived"
                | "snapshot"
                | "snapshots"
                | "dump"
                | "dumps"
                | "export"
                | "dated"
                | "date"
                | "partition"
                | "partitions"
                | "batch"
                | "datum"
                | "fecha"
                | "logfile"
                | "rotated"
                | "sicherung"
                | "sauvegarde"
        )
    });
    if !glued && !told {
        return None;
    }
    let end = trailing_clock(doc, token.end).unwrap_or(token.end);
    Some((token.start, end, "date"))
}

/// `2024-03` and `2024_03`; not the beginning of a longer number.
fn year_month(doc: &Doc, i: usize) -> Found {
    let (token, month) = (doc.token(i), doc.token(i + 1));
    let year = (1990..=2049).contains(&value(doc.word(i))) && token.len() == 4;
    let fits = year
        && token.shape == Shape::Number
        && matches!(doc.gap(i), "-" | "_")
        && month.shape == Shape::Number
        && month.len() == 2
        && (1..=12).contains(&value(doc.word(i + 1)));
    let (before, after) = (doc.byte_before(token.start), doc.byte(month.end));
    let further = doc.byte(month.end + 1).is_ascii_digit();
    let longer = matches!(after, b'-' | b'_' | b'/' | b'.' | b':') && further;
    let id = matches!(before, b'-' | b'#')
        && doc.before(i).is_capital()
        && doc.before(i).end + 1 == token.start;
    (fits && !longer && !id && before != b'.').then_some((token.start, month.end, "month"))
}

/// The end of a clock such as `_0312` or `T031244Z` behind a date.
pub(super) fn trailing_clock(doc: &Doc, end: usize) -> Option<usize> {
    let rest = doc.ahead(end, 9);
    let digits = rest.strip_prefix(['_', '-', 'T', 't'])?;
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    let part = |at: usize| value(digits.get(at..at + 2).unwrap_or_default());
    let clock = matches!(length, 4 | 6) && part(0) < 24 && part(2) < 60 && part(4) < 60;
    let zone = usize::from(digits.get(length..=length) == Some("Z"));
    let stop = end + 1 + length + zone;
    (clock && !doc.byte(stop).is_ascii_alphanumeric()).then_some(stop)
}
