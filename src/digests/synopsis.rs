//! A first draft of a synopsis, for somebody to work on.

use std::ops::RangeInclusive;

use crate::anonymise::RedactedText;
use crate::report::Report;

use super::prose::{Sentence, sentences, words};

/// How many words a synopsis has.
pub const SYNOPSIS_WORDS: RangeInclusive<usize> = 25..=30;
/// A clause shorter than this says too little to stand alone.
const LEAST: usize = 12;

/// How many words a text has, as a reader counts them.
pub fn word_count(text: &str) -> usize {
    words(text)
}

/// One whole sentence of the report, or the beginning of one up to a comma or the like, as near to
/// [`SYNOPSIS_WORDS`] as the text has it: of the summary, else of what was felt, else of an
/// account. `None` where there is no sentence that can stand alone.
pub fn draft_synopsis(report: &Report<RedactedText>) -> Option<RedactedText> {
    let told = [&report.summary, &report.impact.text]
        .into_iter()
        .chain(report.narratives.iter().map(|narrative| &narrative.text));
    let mut best: Option<(usize, RedactedText)> = None;
    for text in told {
        let standing = sentences(text)
            .into_iter()
            .filter(|sentence| !sentence.leans);
        for candidate in standing.flat_map(|sentence| clauses(&sentence)) {
            let distance = distance(words(candidate.as_str()));
            if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                best = Some((distance, candidate));
            }
        }
        if best
            .as_ref()
            .is_some_and(|(distance, _)| *distance <= LEAST)
        {
            break;
        }
    }
    best.map(|(_, text)| text)
}

/// How far a number of words is from what a synopsis has; too long is worse than too short.
fn distance(words: usize) -> usize {
    let too_few = SYNOPSIS_WORDS.start().saturating_sub(words);
    let too_many = words.saturating_sub(*SYNOPSIS_WORDS.end());
    too_few + 3 * too_many
}

/// The sentence, and its beginnings that end where a reader breathes.
fn clauses(sentence: &Sentence) -> Vec<RedactedText> {
    let text = sentence.text.as_str();
    let ends = text
        .match_indices([',', ';', ':', '–', '—'])
        .filter(|(end, mark)| {
            text.get(end + mark.len()..)
                .is_some_and(|rest| rest.starts_with(' '))
        })
        .map(|(end, _)| end)
        .filter(|end| words(text.get(..*end).unwrap_or_default()) >= LEAST);
    let beginnings = ends.filter_map(|end| sentence.text.excerpt(std::slice::from_ref(&(0..end))));
    std::iter::once(sentence.text.clone())
        .chain(beginnings)
        .collect()
}
