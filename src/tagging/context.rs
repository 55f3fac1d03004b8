//! Whether an ambiguous name means the technology: evidence for and against, from its surroundings.

use std::ops::Range;

use crate::taxonomy::Technology;

use super::names::{Candidate, starts_upper};
use super::text::Text;
use super::version;

/// Points from which a name is taken to mean the technology.
const ENOUGH: i32 = 2;
/// How far a cue may be, in bytes to each side, and count fully.
const NEAR: usize = 60;
/// How far a cue may be and count somewhat.
const FAR: usize = 300;

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

/// What is known of the whole text when one place is judged.
pub(super) struct Surroundings<'a, 't> {
    pub(super) text: &'a Text<'a>,
    /// All places, in order.
    pub(super) candidates: &'a [Candidate<'t>],
    /// Which of them are already taken to mean their technology.
    pub(super) accepted: &'a [bool],
}

impl Surroundings<'_, '_> {
    /// Whether the place at this index means its technology.
    pub(super) fn confirm(&self, index: usize) -> bool {
        let Some(place) = self.candidates.get(index) else {
            return false;
        };
        let around = self.text.around(&place.range, NEAR);
        if denied(self.text, place) {
            return false;
        }
        let score = self.wording(place, &around) + self.form(place) + self.company(index, place)
            - self.person(index, place);
        score >= ENOUGH
    }

    /// Cues near and far.
    fn wording(&self, place: &Candidate<'_>, around: &str) -> i32 {
        let cues = place.technology.cues();
        let near = cues.iter().filter(|cue| has_word(around, cue)).count();
        match near {
            0 => {
                let wide = self.text.around(&place.range, FAR);
                i32::from(cues.iter().any(|cue| has_word(&wide, cue)))
            }
            1 => 2,
            _ => 3,
        }
    }

    /// How the name is written: capitals in mid-sentence, code, a version after it.
    fn form(&self, place: &Candidate<'_>) -> i32 {
        let surface = self.text.slice(place.range.clone());
        let before = self.text.line_before(place.range.start, 80);
        let after = self.text.line_after(place.range.end, 80);
        let mut score = 0;
        if version::major(after).is_some() {
            score += 2;
        }
        let code = before.matches('`').count() % 2 == 1 && after.contains('`');
        let prompt = ["$ ", "# ", "> "].contains(&before.trim_start())
            || before.ends_with("$ ")
            || before.ends_with("> ");
        if code || (prompt && !starts_upper(surface)) {
            score += 2;
        }
        if starts_upper(place.name) {
            let proper = place.technology.is_a_proper_name();
            let everyday = proper || place.technology.case_matters();
            score += if !starts_upper(surface) {
                -1
            } else if surface == place.name && in_mid_sentence(before) {
                2 - i32::from(proper)
            } else {
                i32::from(!everyday)
            };
        }
        score
    }

    /// Other technologies: the same one by a sure name, or others next to it.
    fn company(&self, index: usize, place: &Candidate<'_>) -> i32 {
        let sure = || {
            self.candidates
                .iter()
                .zip(self.accepted)
                .filter(|(_, accepted)| **accepted)
                .map(|(candidate, _)| candidate)
        };
        let same = sure().any(|other| is_same(other.technology, place.technology));
        let upper = starts_upper(self.text.slice(place.range.clone()));
        let neighbour = |other: Option<usize>| {
            let other = other.filter(|i| self.accepted.get(*i) == Some(&true))?;
            let other = self.candidates.get(other)?;
            let (from, to) = if other.range.end <= place.range.start {
                (other.range.end, place.range.start)
            } else {
                (place.range.end, other.range.start)
            };
            Some(self.text.slice(from..to))
        };
        let between = [
            neighbour(index.checked_sub(1)),
            neighbour(index.checked_add(1)),
        ];
        let listed = between.iter().flatten().any(|gap| is_list_joint(gap));
        let close = between
            .iter()
            .flatten()
            .any(|gap| gap.len() <= 40 && !gap.contains('\n'));
        let mut score = 0;
        if same {
            score += if upper || !starts_upper(place.name) {
                3
            } else {
                1
            };
        }
        if listed {
            score += 2;
        } else if close {
            score += 1;
        }
        score
    }

    /// Signs of a person of that name.
    fn person(&self, index: usize, place: &Candidate<'_>) -> i32 {
        let surface = self.text.slice(place.range.clone());
        let here = self.personal(index, place);
        if here > 0 || !starts_upper(surface) {
            return here;
        }
        let elsewhere = self
            .candidates
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .filter(|(_, other)| self.text.slice(other.range.clone()) == surface)
            .any(|(other, candidate)| self.personal(other, candidate) > 0);
        if elsewhere { 3 } else { 0 }
    }

    fn personal(&self, index: usize, place: &Candidate<'_>) -> i32 {
        let before = self.text.line_before(place.range.start, 24).to_lowercase();
        let after = self.text.line_after(place.range.end, 40);
        if TITLES.iter().any(|title| before.ends_with(title)) || speaks(&before, after) {
            return 4;
        }
        let Some(next) = after.strip_prefix(' ') else {
            return 0;
        };
        if PERSON_VERBS.iter().any(|verb| starts_with_word(next, verb)) {
            return 3;
        }
        let word: String = next
            .chars()
            .take_while(|c| c.is_alphabetic() || *c == '-' || *c == '\'')
            .collect();
        let surname = starts_upper(self.text.slice(place.range.clone()))
            && starts_upper(&word)
            && word.chars().skip(1).any(char::is_lowercase)
            && !has_cue(place.technology, &word.to_lowercase())
            && !self.candidates.get(index + 1).is_some_and(|following| {
                following.range.start == place.range.end + 1
                    && (!following.ambiguous || self.accepted.get(index + 1) == Some(&true))
            });
        if surname || introduced(next) { 4 } else { 0 }
    }
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

fn is_same(one: &Technology, other: &Technology) -> bool {
    one.slug() == other.slug()
}

/// Whether the name is part of a phrase that means something else.
fn denied(text: &Text<'_>, place: &Candidate<'_>) -> bool {
    let head = text.line_before(place.range.start, NEAR).to_lowercase();
    let name = text.slice(place.range.clone()).to_lowercase();
    let tail = text.line_after(place.range.end, NEAR).to_lowercase();
    let around = format!("{head}{name}{tail}");
    let inside = head.len()..head.len() + name.len();
    place.technology.denials().iter().any(|phrase| {
        words(&around, phrase)
            .any(|(found, whole)| whole && found.start < inside.end && inside.start < found.end)
    })
}

fn has_cue(technology: &Technology, word: &str) -> bool {
    technology
        .cues()
        .iter()
        .any(|cue| word.starts_with(cue.as_str()))
}

/// Whether a text has a cue: the start of a word, or a whole word where the cue is short.
fn has_word(text: &str, cue: &str) -> bool {
    words(text, cue).any(|(_, whole)| whole || cue.len() > 3)
}

/// Where a phrase starts at the start of a word, and whether it also ends with a word.
fn words<'a>(text: &'a str, phrase: &'a str) -> impl Iterator<Item = (Range<usize>, bool)> + 'a {
    text.match_indices(phrase).filter_map(|(start, found)| {
        let end = start + found.len();
        let before = text.get(..start)?.chars().next_back();
        let after = text.get(end..)?.chars().next();
        (!before.is_some_and(char::is_alphanumeric))
            .then_some((start..end, !after.is_some_and(char::is_alphanumeric)))
    })
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether a capital at the end of this start of a line says more than that a sentence begins.
fn in_mid_sentence(before: &str) -> bool {
    let head = before.trim_end_matches(['(', '"', '\'', '*', '_', '`', '[', ' ']);
    let line = head.trim_start_matches(['#', '-', '*', '>', '|', ' ']);
    if line.is_empty() || head.ends_with(['.', '!', '?', '|', ':']) {
        return false;
    }
    let word = head
        .rsplit(|c: char| c.is_whitespace())
        .next()
        .unwrap_or_default();
    let title_case = before.ends_with(' ')
        && starts_upper(word)
        && word.chars().skip(1).any(char::is_lowercase)
        && word.chars().all(char::is_alphabetic);
    let sentence_start = line.split_whitespace().count() == 1;
    !title_case || sentence_start
}

fn is_list_joint(gap: &str) -> bool {
    [
        ",", "/", "+", "&", "->", "and", "or", ", and", ", or", "on", "with", "(", "|", "→", "=>",
        "in",
    ]
    .contains(&gap.trim())
        && !gap.contains('\n')
}
