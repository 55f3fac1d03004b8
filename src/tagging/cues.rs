//! Cue phrases: words that speak for a code, found in one pass and then followed word by word.
//!
//! A phrase is words. `word*` stands for any word that begins so, `*` for up to three words, `...`
//! for up to six. A phrase never reaches across the end of a sentence, and does not count right
//! after a negation ("no data loss").

use std::ops::Range;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::report::{Confidence, Slug};
use crate::taxonomy::ListId;

use super::words::{BREAK, Words};

/// The lists that have cues, with their phrases.
const SOURCES: [(ListId, &str); 6] = [
    (
        ListId::EventTypes,
        include_str!("../../schema/taxonomy/cues/event-types.toml"),
    ),
    (
        ListId::Triggers,
        include_str!("../../schema/taxonomy/cues/triggers.toml"),
    ),
    (
        ListId::Detectors,
        include_str!("../../schema/taxonomy/cues/detectors.toml"),
    ),
    (
        ListId::FailureModes,
        include_str!("../../schema/taxonomy/cues/failure-modes.toml"),
    ),
    (
        ListId::Factors,
        include_str!("../../schema/taxonomy/cues/factors.toml"),
    ),
    (
        ListId::Mitigations,
        include_str!("../../schema/taxonomy/cues/mitigations.toml"),
    ),
];

/// Words right before a phrase that turn its meaning round.
const NEGATIONS: &[&str] = &[
    "no", "not", "never", "without", "nor", "neither", "ikke", "kein", "keine",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    list: String,
    cue: Vec<Cue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cue {
    code: Slug,
    phrases: Vec<String>,
}

enum Step {
    Word(String),
    Stem(String),
    Gap(usize),
}

struct Phrase {
    list: ListId,
    code: Slug,
    /// What follows the literal head that the automaton finds.
    steps: Vec<Step>,
    /// The head ends within a word.
    open: bool,
    negative: bool,
    confidence: Confidence,
}

/// A place where a phrase stands, in bytes of the text.
pub(super) struct Hit<'a> {
    pub(super) list: ListId,
    pub(super) code: &'a Slug,
    pub(super) range: Range<usize>,
    pub(super) confidence: Confidence,
}

/// All phrases, ready to be found.
pub(super) struct Cues {
    automaton: AhoCorasick,
    phrases: Vec<Phrase>,
}

impl Cues {
    #[expect(
        clippy::expect_used,
        reason = "the cues are part of the program, and tests read them"
    )]
    pub(super) fn builtin() -> Self {
        let mut heads = Vec::new();
        let mut phrases = Vec::new();
        for (list, toml) in SOURCES {
            let file: File = toml::from_str(toml).expect("the embedded cues are sound");
            debug_assert_eq!(file.list, list.as_str());
            for cue in &file.cue {
                for text in &cue.phrases {
                    let (head, phrase) = compile(list, &cue.code, text);
                    heads.push(head);
                    phrases.push(phrase);
                }
            }
        }
        let automaton = AhoCorasick::new(&heads).expect("an automaton of some thousand phrases");
        Self { automaton, phrases }
    }

    /// Every code that has a phrase, for the check that the taxonomy knows it.
    #[cfg(test)]
    pub(super) fn codes(&self) -> impl Iterator<Item = (ListId, &Slug)> {
        self.phrases
            .iter()
            .map(|phrase| (phrase.list, &phrase.code))
    }

    /// Every place with a phrase, in the order of the text; of overlapping ones that speak for the
    /// same code, the first and longest.
    pub(super) fn find(&self, words: &Words) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit<'_>> = self
            .automaton
            .find_overlapping_iter(words.joined())
            .filter_map(|found| {
                let phrase = self.phrases.get(found.pattern().as_usize())?;
                let joined = follow_head(phrase, words.joined(), found.range())?;
                Some(Hit {
                    list: phrase.list,
                    code: &phrase.code,
                    range: words.origin(&joined)?,
                    confidence: phrase.confidence,
                })
            })
            .collect();
        hits.sort_by(|a, b| {
            let key = |hit: &Hit<'_>| (hit.range.start, usize::MAX - hit.range.end, hit.list);
            key(a).cmp(&key(b)).then_with(|| a.code.cmp(b.code))
        });
        let mut kept: Vec<Hit<'_>> = Vec::with_capacity(hits.len());
        for hit in hits {
            let covered = kept.iter().rev().take(32).any(|other| {
                other.list == hit.list
                    && other.code == hit.code
                    && hit.range.start < other.range.end
            });
            if !covered {
                kept.push(hit);
            }
        }
        kept
    }
}

/// Splits a phrase into the literal head, with a space before it, and the steps that follow.
fn compile(list: ListId, code: &Slug, text: &str) -> (String, Phrase) {
    let mut head = String::from(" ");
    let mut steps = Vec::new();
    let mut open = false;
    let mut count = 0;
    for token in text.split_whitespace() {
        let step = match token {
            "*" => Step::Gap(3),
            "..." => Step::Gap(6),
            _ => {
                let stem = token.ends_with('*');
                let parts: Vec<&str> = token
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|part| !part.is_empty())
                    .collect();
                count += parts.len();
                let ending = parts.len().saturating_sub(1);
                for (index, part) in parts.into_iter().enumerate() {
                    let part = part.to_lowercase();
                    let partial = stem && index == ending;
                    if steps.is_empty() && !open {
                        head.push_str(&part);
                        open = partial;
                        if !open {
                            head.push(' ');
                        }
                    } else if partial {
                        steps.push(Step::Stem(part));
                    } else {
                        steps.push(Step::Word(part));
                    }
                }
                continue;
            }
        };
        steps.push(step);
    }
    let first = head.trim().split(' ').next().unwrap_or_default();
    let negative = NEGATIONS.contains(&first);
    let confidence = if count > 1 {
        Confidence::Medium
    } else {
        Confidence::Low
    };
    let phrase = Phrase {
        list,
        code: code.clone(),
        steps,
        open,
        negative,
        confidence,
    };
    (head, phrase)
}

/// The whole phrase in the joined words, if it goes on from its head as it should.
fn follow_head(phrase: &Phrase, joined: &str, head: Range<usize>) -> Option<Range<usize>> {
    let before = joined.get(..head.start)?;
    if !phrase.negative && negated(before) {
        return None;
    }
    let mut end = head.end;
    if phrase.open {
        end += joined.get(end..)?.find(' ')? + 1;
    }
    let more = follow(&phrase.steps, joined.get(end..)?)?;
    Some(head.start + 1..end + more - 1)
}

fn negated(before: &str) -> bool {
    before
        .rsplit(' ')
        .take(3)
        .take_while(|word| *word != BREAK)
        .any(|word| NEGATIONS.contains(&word))
}

/// How many bytes the steps take of words that each end in a space.
fn follow(steps: &[Step], rest: &str) -> Option<usize> {
    let Some((step, later)) = steps.split_first() else {
        return Some(0);
    };
    let next = |text: &str| text.find(' ').map(|space| space + 1);
    match step {
        Step::Gap(most) => {
            let mut skipped = 0;
            for _ in 0..=*most {
                let tail = rest.get(skipped..)?;
                if let Some(taken) = follow(later, tail) {
                    return Some(skipped + taken);
                }
                let word = next(tail)?;
                if tail.get(..word - 1)? == BREAK {
                    return None;
                }
                skipped += word;
            }
            None
        }
        Step::Word(_) | Step::Stem(_) => {
            let taken = next(rest)?;
            let word = rest.get(..taken - 1)?;
            let fits = match step {
                Step::Word(expected) => word == expected,
                Step::Stem(beginning) => word.starts_with(beginning.as_str()),
                Step::Gap(_) => false,
            };
            if fits {
                follow(later, rest.get(taken..)?).map(|more| taken + more)
            } else {
                None
            }
        }
    }
}
