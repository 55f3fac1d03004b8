//! Cue phrases: words that speak for a code, looked up by their first word and followed word by word.
//!
//! A phrase is words. `word*` stands for any word that begins so, `*` for up to three words, `...`
//! for up to six. A phrase never reaches across the end of a sentence, and does not count right
//! after a negation ("no data loss").

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::report::{Confidence, Slug};
use crate::taxonomy::ListId;

use super::text::Text;
use super::vocabulary::{ByWord, Vocabulary, WordId};
use super::words::{self, Stem, Word};

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
    /// Phrases that name the matter and do not yet say that it was so.
    #[serde(default)]
    weak: Vec<String>,
}

enum Step {
    Word(WordId),
    Stem(String),
    Gap(usize),
}

struct Phrase {
    list: ListId,
    code: Slug,
    steps: Vec<Step>,
    /// It begins with a negation itself.
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

/// The beginning of a phrase.
#[derive(Clone, Copy)]
struct Head {
    /// The second word, where the phrase says which.
    second: Option<WordId>,
    phrase: usize,
}

/// All phrases, ready to be found.
pub(super) struct Cues {
    phrases: Vec<Phrase>,
    by_word: ByWord<Head>,
    /// Phrases that begin with a stem, by its first letters.
    by_stem: FxHashMap<Stem, Vec<Head>>,
    negations: Vec<WordId>,
}

impl Cues {
    #[expect(
        clippy::expect_used,
        reason = "the cues are part of the program, and tests read them"
    )]
    pub(super) fn builtin(vocabulary: &mut Vocabulary) -> Self {
        let mut cues = Self {
            phrases: Vec::new(),
            by_word: ByWord::default(),
            by_stem: FxHashMap::default(),
            negations: NEGATIONS
                .iter()
                .map(|word| vocabulary.learn(word))
                .collect(),
        };
        for (list, toml) in SOURCES {
            let file: File = toml::from_str(toml).expect("the embedded cues are sound");
            debug_assert_eq!(file.list, list.as_str());
            for cue in &file.cue {
                for text in &cue.phrases {
                    cues.push(compile(list, &cue.code, text, vocabulary));
                }
                for text in &cue.weak {
                    cues.push(Phrase {
                        confidence: Confidence::Low,
                        ..compile(list, &cue.code, text, vocabulary)
                    });
                }
            }
        }
        cues
    }

    fn push(&mut self, phrase: Phrase) {
        let head = Head {
            second: match phrase.steps.get(1) {
                Some(Step::Word(word)) => Some(*word),
                _ => None,
            },
            phrase: self.phrases.len(),
        };
        match phrase.steps.first() {
            Some(Step::Word(word)) => self.by_word.entry(*word).push(head),
            Some(Step::Stem(stem)) => {
                let letters = words::stem(stem.as_bytes());
                debug_assert!(letters != 0, "{stem} is too short to begin a phrase");
                self.by_stem.entry(letters).or_default().push(head);
            }
            Some(Step::Gap(_)) | None => debug_assert!(false, "a phrase begins with a word"),
        }
        self.phrases.push(phrase);
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
    pub(super) fn find(&self, text: &Text<'_>, words: &[Word]) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let after = words.iter().skip(1).map(|word| word.id);
        let after = after.chain(std::iter::once(WordId::BREAK));
        for ((place, word), next) in words.iter().enumerate().zip(after) {
            let stems = self.by_stem.get(&word.stem).map_or(&[][..], Vec::as_slice);
            for heads in [self.by_word.get(word.id), stems] {
                for head in heads {
                    if head.second.is_none_or(|second| second == next) {
                        hits.extend(self.hit(head, text, words, place));
                    }
                }
            }
        }
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

    /// The phrase that may begin with a word, if it goes on as it should and is not negated.
    fn hit(&self, head: &Head, text: &Text<'_>, words: &[Word], place: usize) -> Option<Hit<'_>> {
        let phrase = self.phrases.get(head.phrase)?;
        let (before, rest) = words.split_at_checked(place)?;
        let taken = follow(&phrase.steps, text, rest)?;
        let mut near = before.iter().rev().take(3).map(|word| word.id);
        let negated = !phrase.negative
            && near
                .by_ref()
                .take_while(|id| *id != WordId::BREAK)
                .any(|id| self.negations.contains(&id));
        let end = rest.get(taken.checked_sub(1)?)?.end;
        (!negated).then_some(Hit {
            list: phrase.list,
            code: &phrase.code,
            range: rest.first()?.start..end,
            confidence: phrase.confidence,
        })
    }
}

fn compile(list: ListId, code: &Slug, text: &str, vocabulary: &mut Vocabulary) -> Phrase {
    let mut steps = Vec::new();
    let mut negative = false;
    let mut count = 0;
    for token in text.split_whitespace() {
        match token {
            "*" => steps.push(Step::Gap(3)),
            "..." => steps.push(Step::Gap(6)),
            _ => {
                let lower = token.to_lowercase();
                let parts: Vec<&str> = lower
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|part| !part.is_empty())
                    .collect();
                negative |= count == 0 && parts.first().is_some_and(|p| NEGATIONS.contains(p));
                count += parts.len();
                let (ending, whole) = parts.split_last().unwrap_or((&"", &[]));
                steps.extend(whole.iter().map(|part| Step::Word(vocabulary.learn(part))));
                steps.push(if token.ends_with('*') {
                    Step::Stem((*ending).to_owned())
                } else {
                    Step::Word(vocabulary.learn(ending))
                });
            }
        }
    }
    Phrase {
        list,
        code: code.clone(),
        steps,
        negative,
        confidence: match count {
            0 | 1 => Confidence::Low,
            _ if is_name(code, text) => Confidence::High,
            _ => Confidence::Medium,
        },
    }
}

/// Whether a phrase is the code itself, spelled out: it cannot mean another.
fn is_name(code: &Slug, phrase: &str) -> bool {
    phrase.trim_end_matches('*') == code.as_str().replace('-', " ")
}

/// How many words the steps take.
fn follow(steps: &[Step], text: &Text<'_>, words: &[Word]) -> Option<usize> {
    let Some((step, later)) = steps.split_first() else {
        return Some(0);
    };
    match step {
        Step::Gap(most) => {
            for skipped in 0..=*most {
                let (gap, rest) = words.split_at_checked(skipped)?;
                if gap.last().is_some_and(|word| word.id == WordId::BREAK) {
                    return None;
                }
                if let Some(taken) = follow(later, text, rest) {
                    return Some(skipped + taken);
                }
            }
            None
        }
        Step::Word(_) | Step::Stem(_) => {
            let (word, rest) = words.split_first()?;
            let fits = match step {
                Step::Word(expected) => word.id == *expected,
                Step::Stem(beginning) => {
                    word.id != WordId::HIDDEN
                        && text.lower(word.range()).starts_with(beginning.as_str())
                }
                Step::Gap(_) => false,
            };
            fits.then(|| follow(later, text, rest))?
                .map(|more| 1 + more)
        }
    }
}
