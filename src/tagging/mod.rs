//! Which technologies and codes a text speaks of, with the evidence.
//!
//! Names come from `schema/taxonomy/technologies`, cue phrases from `schema/taxonomy/cues`. A name
//! that is also a word, person, place or company counts only where its surroundings say so.
//! Nothing inside a placeholder of the anonymiser is tagged. Pure and deterministic.

mod context;
mod cues;
mod defined;
mod everyday;
mod hedged;
mod names;
mod nearby;
mod parts;
mod person;
mod role;
mod suggest;
#[cfg(test)]
mod tests;
mod text;
mod version;
mod vocabulary;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use crate::report::{Confidence, Slug};
use crate::taxonomy::{ListId, Taxonomy};

use context::accepted;
use cues::{Cues, Hit};
use hedged::Hedged;
use names::{Candidate, Names};
use text::Text;
use vocabulary::Vocabulary;
use words::{Word, words};

pub use suggest::{CodeSuggestion, Evidence, Suggestions, TechnologySuggestion};

/// Finds technologies and codes in text.
pub struct Tagger {
    vocabulary: Vocabulary,
    names: Names<'static>,
    cues: Cues,
}

/// What a text speaks of, each in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// Technologies that are named.
    pub technologies: Vec<TechnologyMention>,
    /// Phrases that speak for a code of a list.
    pub cues: Vec<CueMention>,
}

/// A place where a technology is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TechnologyMention {
    /// Which technology.
    pub slug: Slug,
    /// First code point.
    pub start: usize,
    /// One after the last code point.
    pub end: usize,
    /// Major version, where one follows the name.
    pub version: Option<String>,
}

/// A place with a phrase that speaks for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueMention {
    /// The list of the code.
    pub list: ListId,
    /// The code.
    pub code: Slug,
    /// First code point.
    pub start: usize,
    /// One after the last code point.
    pub end: usize,
    /// How much the phrase says: one word little, several words more.
    pub confidence: Confidence,
}

impl Tags {
    /// The phrases that speak for codes of a list.
    pub fn of(&self, list: ListId) -> impl Iterator<Item = &CueMention> {
        self.cues.iter().filter(move |cue| cue.list == list)
    }
}

impl Tagger {
    /// The tagger for the builtin taxonomy.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Tagger> = LazyLock::new(|| {
            let mut vocabulary = Vocabulary::default();
            Tagger {
                names: Names::new(Taxonomy::builtin(), &mut vocabulary),
                cues: Cues::builtin(&mut vocabulary),
                vocabulary,
            }
        });
        &BUILTIN
    }

    /// Tags a text.
    pub fn tag(&self, text: &str) -> Tags {
        let text = Text::new(text);
        let words = words(&text, &self.vocabulary);
        Tags {
            technologies: self
                .technologies(&text, &words)
                .into_iter()
                .map(|(_, mention)| mention)
                .collect(),
            cues: self.phrases(&text, &words),
        }
    }

    fn phrases(&self, text: &Text<'_>, words: &[Word]) -> Vec<CueMention> {
        mentions(text, self.cues.find(text, words))
    }

    /// Phrases of sentences that tell what was, not what somebody guessed, asked or wished, with
    /// their places in bytes.
    fn told(&self, text: &Text<'_>, words: &[Word]) -> Vec<(Range<usize>, CueMention)> {
        let hedged = Hedged::of(text, words);
        let mut hits = self.cues.find(text, words);
        hits.retain(|hit| !hedged.holds(hit.range.start));
        let places: Vec<_> = hits.iter().map(|hit| hit.range.clone()).collect();
        places.into_iter().zip(mentions(text, hits)).collect()
    }

    /// Technologies with their places in bytes.
    fn technologies(
        &self,
        text: &Text<'_>,
        words: &[Word],
    ) -> Vec<(Range<usize>, TechnologyMention)> {
        let candidates = self.names.find(text, words, &self.vocabulary);
        accepted(text, words, &candidates)
            .into_iter()
            .zip(candidates)
            .filter(|(accepted, _)| *accepted)
            .map(|(_, candidate)| (candidate.range.clone(), mention(text, &candidate)))
            .collect()
    }
}

fn mentions(text: &Text<'_>, hits: Vec<Hit<'_>>) -> Vec<CueMention> {
    hits.into_iter()
        .map(|hit| CueMention {
            list: hit.list,
            code: hit.code.clone(),
            start: text.code_point(hit.range.start),
            end: text.code_point(hit.range.end),
            confidence: hit.confidence,
        })
        .collect()
}

fn mention(text: &Text<'_>, candidate: &Candidate<'_>) -> TechnologyMention {
    let Range { start, end } = candidate.range;
    TechnologyMention {
        slug: candidate.technology.slug().clone(),
        start: text.code_point(start),
        end: text.code_point(end),
        version: version::major(text.line_after(end, 24)),
    }
}
