//! Signs that a name means a person who is called like a technology.

use super::context::has_cue;
use super::names::{Candidate, starts_upper};
use super::text::Text;

/// Verbs whose subject is a person.
const PERSON_VERBS: &[&str] = &[
    "agreed",
    "and I",
    "asked",
    "asks",
    "called",
    "came",
    "confirmed",
    "decided",
    "felt",
    "found out",
    "had to",
    "joined",
    "joins",
    "knew",
    "left",
    "mentioned",
    "noticed",
    "offered",
    "pointed",
    "recalled",
    "remembered",
    "replied",
    "replies",
    "said",
    "says",
    "saw",
    "suggested",
    "suspected",
    "thinks",
    "thought",
    "told",
    "took over",
    "wondered",
    "wrote",
];

/// What stands before a person's name.
const TITLES: &[&str] = &[
    "@", "by dr ", "dr ", "dr. ", "mr ", "mr. ", "mrs ", "ms ", "ms. ", "prof. ",
];

/// How much speaks for a person at a place; `following` is the next place with a name.
pub(super) fn signs(
    text: &Text<'_>,
    place: &Candidate<'_>,
    following: Option<&Candidate<'_>>,
) -> i32 {
    let before = text.line_before(place.range.start, 24).to_lowercase();
    let after = text.line_after(place.range.end, 40);
    if TITLES.iter().any(|title| before.ends_with(title)) || speaks(&before, after) {
        return 4;
    }
    let Some(next) = after.strip_prefix(' ') else {
        return 0;
    };
    if PERSON_VERBS.iter().any(|verb| starts_with_word(next, verb)) {
        return 3;
    }
    let adjacent =
        following.is_some_and(|other| !other.ambiguous && other.range.start == place.range.end + 1);
    let upper = starts_upper(text.slice(place.range.clone()));
    let surname = upper && !adjacent && is_surname(place, next);
    if surname || introduced(next) { 4 } else { 0 }
}

/// Whether a capitalised word follows that has nothing to do with the technology.
fn is_surname(place: &Candidate<'_>, next: &str) -> bool {
    let word: String = next
        .chars()
        .take_while(|c| c.is_alphabetic() || *c == '-' || *c == '\'')
        .collect();
    starts_upper(&word)
        && word.chars().skip(1).any(char::is_lowercase)
        && !has_cue(place.technology, &word.to_lowercase())
}

/// Whether a name stands where a chat or a log of events names who speaks: "10:04 ruby: ...".
fn speaks(before: &str, after: &str) -> bool {
    let head = before.trim_matches([' ', '*', '-', '|', '[', ']', '(', ')', '>', '_']);
    let timed = head.is_empty() || head.chars().all(|c| c.is_ascii_digit() || ":.".contains(c));
    let tail = after.trim_start_matches(['*', '_', ']', ')']);
    timed
        && (tail.starts_with(": ")
            || tail.starts_with("  ")
            || (!head.is_empty() && tail.starts_with([',', '>', '|'])))
}

/// Whether a full name follows in brackets: "ask Salt (Eoin Salter)".
fn introduced(next: &str) -> bool {
    let Some((inside, _)) = next.strip_prefix('(').and_then(|rest| rest.split_once(')')) else {
        return false;
    };
    let mut words = inside.split(' ');
    let name = |word: Option<&str>| {
        word.is_some_and(|w| starts_upper(w) && w.chars().skip(1).all(char::is_lowercase))
    };
    name(words.next()) && name(words.next()) && words.next().is_none()
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
