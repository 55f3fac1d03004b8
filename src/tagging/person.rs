//! Signs that a name means a person who is called like a technology.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

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
    "@",
    "by dr ",
    "colleague ",
    "dear ",
    "dr ",
    "dr. ",
    "frau ",
    "herr ",
    "m. ",
    "mme ",
    "mr ",
    "mr. ",
    "mrs ",
    "ms ",
    "ms. ",
    "prof. ",
    "phoned ",
    "rang ",
    "ringing ",
    "señor ",
    "sr. ",
    "team ",
    "thanks, ",
];

/// Given names in lower case.
static GIVEN: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let names = include_str!("../../schema/lexicon/given-names.txt").lines();
    names.filter(|name| !name.starts_with('#')).collect()
});

/// How much speaks for a person at a place; `following` is the next place with a name.
pub(super) fn signs(
    text: &Text<'_>,
    place: &Candidate<'_>,
    following: Option<&Candidate<'_>>,
) -> i32 {
    let before = text.lower_before(place.range.start, 24);
    let after = text.line_after(place.range.end, 40);
    if TITLES.iter().any(|title| before.ends_with(title))
        || speaks(before, after)
        || handle(before, after)
        || owns(before, after)
        || (starts_upper(text.slice(place.range.clone()))
            && follows_given_name(text.line_before(place.range.start, 24)))
    {
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

/// Whether a name stands as that of a chat's speaker: `< ruby>`, or first on a line before a time.
fn handle(before: &str, after: &str) -> bool {
    let quoted = before.trim_end().ends_with('<') && after.starts_with('>');
    let timed = after.strip_prefix(' ').is_some_and(|rest| {
        let digits = rest.trim_start_matches(['[', '(', ' ']);
        let hour = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        (1..=2).contains(&(digits.len() - hour.len()))
            && hour.starts_with(':')
            && hour
                .get(1..3)
                .is_some_and(|minute| minute.bytes().all(|b| b.is_ascii_digit()))
    });
    quoted || (before.trim_matches(['*', '-', ' ', '>']).is_empty() && timed)
}

/// Whether a name stands as the owner of an action: `(Go, until 15 March)`, `(Ruby, DBA-12)`.
fn owns(before: &str, after: &str) -> bool {
    let Some(rest) = after.strip_prefix(", ").filter(|_| before.ends_with('(')) else {
        return false;
    };
    let word: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '-')
        .collect();
    let ticket = word.split_once('-').is_some_and(|(key, number)| {
        key.len() > 1
            && key.chars().all(|c| c.is_ascii_uppercase())
            && number.chars().all(|c| c.is_ascii_digit())
    });
    let when = [
        "before", "by", "done", "due", "end", "next", "open", "this", "today", "tomorrow", "until",
        "week",
    ];
    ticket || when.contains(&word.as_str())
}

/// Whether a given name or an initial stands right before: `Jonathan Swift`, `K. Swift`.
fn follows_given_name(before: &str) -> bool {
    let Some(head) = before.strip_suffix(' ') else {
        return false;
    };
    let word = head
        .rsplit(|c: char| c.is_whitespace() || "([{\"'*|<,;:".contains(c))
        .next()
        .unwrap_or_default();
    let initial = word
        .strip_suffix('.')
        .is_some_and(|letter| letter.chars().count() == 1 && starts_upper(letter));
    initial
        || (starts_upper(word)
            && word.chars().count() > 2
            && word.chars().skip(1).all(char::is_lowercase)
            && GIVEN.contains(word.to_lowercase().as_str()))
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
