//! Dates with the month in Roman numerals, as in Poland and Hungary.

use super::digits::Found;
use super::{is_day, is_year};
use crate::anonymise::doc::Doc;
use crate::anonymise::token::Shape;

/// `29 VIII 2023`, `15 IX`: the month in Roman numerals.
pub(super) fn at(doc: &Doc, i: usize) -> Found {
    let month = doc.token(i + 1);
    let roman = month.shape == Shape::Upper
        && matches!(
            doc.word(i + 1),
            "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX" | "X" | "XI" | "XII"
        );
    if !roman || doc.gap(i) != " " || !is_day(doc, i) || doc.token(i).shape != Shape::Number {
        return None;
    }
    let start = doc.token(i).start;
    if is_year(doc, i + 2) && matches!(doc.gap(i + 1), " " | ".") {
        return Some((start, doc.token(i + 2).end, "date"));
    }
    let clear = month.len() > 1 && doc.word(i + 1) != "IV";
    let ends = matches!(doc.byte(month.end), b'\n' | b',' | b')' | b';' | 0);
    let told = ends && matches!(doc.gap_before(i), ", " | " (" | "| ")
        || matches!(
            doc.folded(i.wrapping_sub(1)),
            "on" | "since" | "until" | "by" | "od" | "do"
        );
    (clear && told).then_some((start, month.end, "date"))
}
