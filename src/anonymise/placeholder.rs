//! The marks that stand for what was removed, and how they are recognised again.

use super::atlas::CONTINENTS;
use super::{band, when};
use super::{label, role};

const FIXED: &[&str] = &[
    "e-mail",
    "phone",
    "link",
    "secret",
    "date",
    "time",
    "time zone",
    "month",
    "year",
    "quarter",
    "week",
    "weekday",
    "season",
    "a holiday",
    "earlier date",
    "later date",
    "amount of money",
    "MAC address",
    "a peak trading day",
    "id",
    "IP",
    "IP range",
    "path",
    "user",
    "an earlier month",
    "an earlier year",
    "place",
    "street address",
    "redacted",
    "age",
    "an earlier day",
    "a later day",
];

/// Whether `inner`, the text between square brackets, is one of ours.
pub(super) fn is_placeholder(inner: &str) -> bool {
    if inner.len() > 40 || !inner.is_ascii() {
        return false;
    }
    if let Some((head, continent)) = inner.split_once(", ") {
        return CONTINENTS.contains(&continent)
            && head
                .split_once(' ')
                .is_some_and(|(label, _)| matches!(label, "Place" | "Region" | "Site"))
            && is_placeholder(head);
    }
    let small = !inner.starts_with(|c: char| c.is_ascii_uppercase());
    if FIXED.contains(&inner) || small && (when::is_mark(inner) || band::is_mark(inner)) {
        return true;
    }
    if let Some(offset) = inner
        .strip_prefix("T+")
        .or_else(|| inner.strip_prefix("T-"))
    {
        return offset.starts_with(|c: char| c.is_ascii_digit())
            && offset.bytes().all(|b| {
                b.is_ascii_digit() || matches!(b, b'd' | b'h' | b'm' | b's' | b' ' | b':')
            });
    }
    if let Some(person) = inner.strip_prefix("e-mail of ") {
        return is_person(person);
    }
    let Some((head, tail)) = inner.rsplit_once(' ') else {
        return false;
    };
    let digits = (1..=6).contains(&tail.len())
        && tail
            .trim_start_matches('-')
            .bytes()
            .all(|b| b.is_ascii_digit());
    is_person(inner)
        || is_letters(tail) && label::lettered().any(|label| label == head)
        || digits
            && (label::numbered().any(|label| label == head) || matches!(head, "day" | "IP range"))
}

fn is_letters(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// `Engineer A`
fn is_person(text: &str) -> bool {
    text.rsplit_once(' ')
        .is_some_and(|(head, tail)| is_letters(tail) && role::names().any(|role| role == head))
}

/// The placeholders in `text`, in bytes.
pub(super) fn find(text: &str) -> Vec<(usize, usize)> {
    memchr::memchr_iter(b'[', text.as_bytes())
        .filter_map(|at| {
            let rest = text.as_bytes().get(at + 1..text.len().min(at + 44))?;
            let close = at + 1 + memchr::memchr(b']', rest)?;
            is_placeholder(text.get(at + 1..close)?).then_some((at, close + 1))
        })
        .collect()
}

/// `A`, `B`, … `Z`, `AA`, …
pub(super) fn letters(mut n: usize) -> String {
    let mut out = Vec::new();
    loop {
        out.push(char::from(b'A' + u8::try_from(n % 26).unwrap_or(0)));
        if n < 26 {
            break;
        }
        n = n / 26 - 1;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests;
