//! Whether an ambiguous name means the technology: evidence for and against, from its surroundings.

use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use crate::report::Slug;
use crate::taxonomy::Technology;

use super::defined::defined;
use super::names::{Candidate, starts_upper};
use super::nearby::occurring;
use super::text::Text;
use super::words::Word;
use super::{person, version};

/// Points from which a name is taken to mean the technology.
const ENOUGH: i32 = 2;
/// How far a cue may be, in bytes to each side, and count fully.
const NEAR: usize = 60;
/// How far a cue may be and count somewhat.
const FAR: usize = 300;
/// Mentions from which it tells that less than one in so many has a cue near: then one speaks of
/// one's own product of that name.
const OFTEN: usize = 3;
/// How many letters an acronym has that may stand for as many things as there are trades.
const SHORT: RangeInclusive<usize> = 3..=4;

/// Which places mean their technology: first the sure names, then twice the ambiguous ones, so
/// that one that is confirmed can confirm its neighbours.
pub(super) fn accepted(text: &Text<'_>, words: &[Word], candidates: &[Candidate<'_>]) -> Vec<bool> {
    let places: Vec<_> = candidates
        .iter()
        .enumerate()
        .map(|(index, place)| {
            place
                .ambiguous
                .then(|| Place::new(text, words, place, candidates.get(index + 1)))
        })
        .collect();
    let habits = habits(candidates, &places);
    let mut accepted: Vec<bool> = candidates.iter().map(|c| !c.ambiguous).collect();
    for _ in 0..2 {
        let mut sure: FxHashMap<&Slug, usize> = FxHashMap::default();
        for (candidate, _) in candidates.iter().zip(&accepted).filter(|(_, a)| **a) {
            *sure.entry(candidate.technology.slug()).or_default() += 1;
        }
        let next = places.iter().enumerate().map(|(index, place)| {
            let (Some(place), Some(candidate)) = (place, candidates.get(index)) else {
                return true;
            };
            let slug = candidate.technology.slug();
            let was = accepted.get(index) == Some(&true);
            let same = sure.get(slug).copied().unwrap_or_default() > usize::from(was);
            let habit = habits.get(slug).copied().unwrap_or_default();
            let company = company(text, candidates, &accepted, index);
            place.score(same, habit) + company >= ENOUGH
        });
        accepted = next.collect();
    }
    accepted
}

/// How a name is used throughout a text.
#[derive(Clone, Copy, Default)]
struct Habit {
    mentions: usize,
    /// Mentions with a cue near.
    cued: usize,
    personal: bool,
    /// Somebody is called so in lower case.
    handle: bool,
}

fn habits<'c>(
    candidates: &'c [Candidate<'_>],
    places: &[Option<Place>],
) -> FxHashMap<&'c Slug, Habit> {
    let mut habits: FxHashMap<&Slug, Habit> = FxHashMap::default();
    for (candidate, place) in candidates.iter().zip(places) {
        let Some(place) = place else { continue };
        let habit = habits.entry(candidate.technology.slug()).or_default();
        habit.mentions += 1;

        habit.cued += usize::from(place.near > 0);
        habit.personal |= place.person > 0;
        habit.handle |= place.person > 0 && !place.upper;
    }
    habits
}

/// What the words right beside a name say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// Nothing that would settle it.
    Nothing,
    /// That it is a language, a database or the like.
    Technology,
    /// It is part of a phrase that means something else.
    SomethingElse,
}

/// What a place with an ambiguous name says by itself.
struct Place {
    /// What the words right beside it settle.
    said: Said,
    /// Cues near.
    near: usize,
    /// Points for a cue farther away.
    far: i32,
    /// Points for a version or code.
    marked: i32,
    /// Points for the capital.
    capital: i32,
    /// The name is as the taxonomy writes it, at least in its first letter.
    as_written: bool,
    /// It begins with a capital.
    upper: bool,
    /// Points for a person of that name.
    person: i32,
    /// Points for a cue as the next word: `Ruby script`.
    beside: i32,
    /// It is a single letter, as `C` and `R`: only the words right beside it can tell.
    letter: bool,
}

impl Place {
    fn new(
        text: &Text<'_>,
        words: &[Word],
        place: &Candidate<'_>,
        following: Option<&Candidate<'_>>,
    ) -> Self {
        let cues_within = |reach| {
            let around = text.around(&place.range, reach);
            occurring(text, words, &around, place.technology, &place.cues)
        };
        let near = cues_within(NEAR);
        let far = near == 0 && cues_within(FAR) > 0;
        let upper = starts_upper(text.slice(place.range.clone()));
        Self {
            said: if defined(text, place) {
                Said::Technology
            } else if denied(text, place) {
                Said::SomethingElse
            } else {
                Said::Nothing
            },
            near,
            far: i32::from(far),
            marked: marked(text, place, upper),
            capital: capital(text, place, upper),
            as_written: upper || !starts_upper(place.name),
            upper,
            person: person::signs(text, place, following),
            beside: i32::from(beside(text, place)),
            letter: place.name.len() == 1,
        }
    }

    fn score(&self, same: bool, habit: Habit) -> i32 {
        if self.said == Said::Technology && (self.upper || !self.letter) {
            return ENOUGH;
        }
        if self.letter {
            let something_else = self.said == Said::SomethingElse || !self.upper;
            return if something_else {
                0
            } else {
                ENOUGH * self.beside
            };
        }
        let known_person = habit.personal && (self.upper || habit.handle);
        let only_a_person = known_person && self.near == 0 && self.marked == 0;
        if self.said == Said::SomethingElse || self.person > 3 || only_a_person {
            return i32::MIN / 2;
        }
        let wording = match self.near {
            0 => self.far,
            1 => 2,
            _ => 3,
        };
        let company = match (same, self.as_written) {
            (true, true) => 3,
            (true, false) => 1,
            (false, _) => 0,
        };
        let own_product = !same && habit.cued * OFTEN < habit.mentions && habit.mentions >= OFTEN;
        let capital = if own_product {
            self.capital.min(0)
        } else {
            self.capital
        };
        let person = match (self.person, known_person && self.beside == 0) {
            (0, true) => 3,
            (person, _) => person,
        };
        // A version alone may be that of one's own product.
        let marked = if own_product {
            self.marked.min(1)
        } else {
            self.marked
        };
        wording + self.beside + marked + capital + company - person
    }
}

fn beside(text: &Text<'_>, place: &Candidate<'_>) -> bool {
    let after = text.lower_after(place.range.end, 24);
    after.strip_prefix(' ').is_some_and(|rest| {
        let word = rest.split(|c: char| !c.is_alphanumeric()).next();
        word.is_some_and(|word| !word.is_empty() && has_cue(place.technology, word))
    })
}

/// Points for a version after the name, and for standing in code.
fn marked(text: &Text<'_>, place: &Candidate<'_>, upper: bool) -> i32 {
    let before = text.line_before(place.range.start, 80);
    let after = text.line_after(place.range.end, 80);
    let code = before.matches('`').count() % 2 == 1 && after.contains('`');
    let prompt = ["$ ", "# ", "> "].contains(&before.trim_start())
        || before.ends_with("$ ")
        || before.ends_with("> ");
    let version = version::major(after).is_some();
    2 * i32::from(version) + 2 * i32::from(code || (prompt && !upper))
}

/// Points for a capital where the name has one.
fn capital(text: &Text<'_>, place: &Candidate<'_>, upper: bool) -> i32 {
    if !starts_upper(place.name) {
        return 0;
    }
    let proper = place.technology.is_a_proper_name();
    let everyday = proper || place.technology.case_matters();
    let as_named = text.slice(place.range.clone()) == place.name;
    let acronym = place.name.bytes().all(|byte| byte.is_ascii_uppercase());
    if acronym && !as_named {
        -2
    } else if !upper {
        bare(text, place) - 1
    } else if as_named && in_mid_sentence(text.line_before(place.range.start, 80)) {
        2 - i32::from(proper || (acronym && SHORT.contains(&place.name.len())))
    } else {
        i32::from(!everyday)
    }
}

/// A point for a name in small letters that follows a preposition and ends its clause, as a common
/// noun without an article would not: `the limit in kong is`, `old rows are in maria,`.
fn bare(text: &Text<'_>, place: &Candidate<'_>) -> i32 {
    let before = text.lower_before(place.range.start, 12);
    let after = text.lower_after(place.range.end, 8);
    let preposition = [
        " by ",
        " from ",
        " in ",
        " into ",
        " on ",
        " through ",
        " via ",
        " with ",
    ]
    .iter()
    .any(|word| before.ends_with(word));
    let ends = after.is_empty()
        || after.starts_with([',', '.', ';', ':', ')'])
        || [" and ", " are ", " for ", " has ", " is ", " was "]
            .iter()
            .any(|word| after.starts_with(word));
    i32::from(preposition && ends && !place.technology.is_a_proper_name())
}

/// Points for other technologies right beside a place.
fn company(text: &Text<'_>, candidates: &[Candidate<'_>], accepted: &[bool], index: usize) -> i32 {
    let gap = |left: Option<usize>, right: Option<usize>, other: Option<usize>| {
        let sure = accepted.get(other?) == Some(&true);
        let from = candidates.get(left?)?.range.end;
        let to = candidates.get(right?)?.range.start;
        sure.then(|| text.slice(from..to))
    };
    let (previous, next) = (index.checked_sub(1), index.checked_add(1));
    let gaps = [
        gap(previous, Some(index), previous),
        gap(Some(index), next, next),
    ];
    if gaps.iter().flatten().any(|gap| is_list_joint(gap)) {
        2
    } else {
        let close = |gap: &&str| gap.len() <= 40 && !gap.contains('\n');
        i32::from(gaps.iter().flatten().any(close))
    }
}

/// Whether the name is part of a phrase that means something else.
fn denied(text: &Text<'_>, place: &Candidate<'_>) -> bool {
    let denials = place.technology.denials();
    if denials.is_empty() {
        return false;
    }
    let head = text.lower_before(place.range.start, NEAR);
    let tail = text.lower_after(place.range.end, NEAR);
    let from = place.range.start - head.len();
    let around = text.lower(from..place.range.end + tail.len());
    let name = text.lower(place.range.clone());
    denials.iter().any(|phrase| {
        let places =
            (0..phrase.len()).filter(|at| phrase.get(*at..).is_some_and(|p| p.starts_with(name)));
        places
            .filter_map(|at| head.len().checked_sub(at))
            .any(|start| stands(around, start, phrase))
    })
}

/// Whether a phrase stands at a place of a text, in words of its own.
fn stands(text: &str, start: usize, phrase: &str) -> bool {
    let Some((head, rest)) = text.split_at_checked(start) else {
        return false;
    };
    !head.ends_with(char::is_alphanumeric)
        && rest
            .strip_prefix(phrase)
            .is_some_and(|tail| !tail.starts_with(char::is_alphanumeric))
}

pub(super) fn has_cue(technology: &Technology, word: &str) -> bool {
    technology
        .cues()
        .iter()
        .any(|cue| word.starts_with(cue.as_str()))
}

/// Whether a capital at the end of this start of a line says more than that a sentence begins.
fn in_mid_sentence(before: &str) -> bool {
    let head = before.trim_end_matches(['(', '"', '\'', '*', '_', '`', '[', ' ']);
    let line = head.trim_start_matches(['#', '-', '*', '>', '|', ' ']);
    if line.is_empty() || head.ends_with(['.', '!', '?', '|', ':']) {
        return false;
    }
    let mut words = line.split_whitespace().rev();
    let word = words.next().unwrap_or_default();
    let title_case = before.ends_with(' ')
        && starts_upper(word)
        && word.chars().skip(1).any(char::is_lowercase)
        && word.chars().all(char::is_alphabetic);
    let begins_sentence = words
        .next()
        .is_none_or(|w| w.ends_with(['.', '!', '?', ':', '|']));
    !title_case || begins_sentence
}

fn is_list_joint(gap: &str) -> bool {
    [
        ",", "/", "+", "&", "->", "and", "or", ", and", ", or", "on", "with", "(", "|", "→", "=>",
        "in",
    ]
    .contains(&gap.trim())
        && !gap.contains('\n')
}
