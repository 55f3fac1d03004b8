//! A small learned tagger for names that no rule finds: logistic regression over hashed features.
//!
//! It looks only at words that the rules left alone, and only adds. The weights are made by
//! `cargo run --release --example train` from the labelled reports in `schema/lexicon/labelled`.
//! Feature hashing: Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009.

pub(super) mod codes;
mod features;

use std::ops::Range;

use super::clean::Clean;
use super::doc::Doc;
use super::kind::Kind;
use super::lexicon::Facts;
use super::looks::Looks;

/// Slots of the table of weights; features that fall into one slot share a weight.
pub const LESSON_SLOTS: usize = 1 << 18;

/// Weights, one byte each, in units of [`LESSON_UNIT`].
const WEIGHTS: &[u8] = include_bytes!("../../../schema/lexicon/learned-names.bin");
/// What one step of a weight is worth, in logits.
pub const LESSON_UNIT: f32 = 1.0 / 32.0;
/// Scores above this are names; the greater, the fewer words are removed in vain.
const THRESHOLD: i32 = 24;
/// The same for common words, which have other reasons to look so.
const THRESHOLD_OF_WORDS: i32 = 48;

/// A word or a run with digits to learn from, as the training program sees it.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Where it starts, in Unicode code points of the given text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether the rules left it alone.
    pub left: bool,
    /// Places in the table of weights, some of them more than once.
    pub features: Vec<usize>,
}

/// What a text teaches.
#[derive(Clone, Debug, Default)]
pub struct Lessons {
    /// Its words.
    pub words: Vec<Lesson>,
    /// Its runs with digits.
    pub codes: Vec<Lesson>,
}

/// Where something to learn from stands, in bytes of the clean text; whether the rules left it alone;
/// its features.
type Seen = (Range<usize>, bool, Vec<usize>);

/// What a document teaches that only the rules have looked at.
pub(super) fn lessons_of(doc: &Doc, clean: &Clean) -> Lessons {
    let told = |seen: Vec<Seen>| {
        let spans: Vec<_> = seen.iter().map(|(at, ..)| (at.start, at.end)).collect();
        (seen.into_iter())
            .zip(clean.origin(&spans))
            .map(|((_, left, features), (start, end))| Lesson {
                start,
                end,
                left,
                features,
            })
            .collect()
    };
    Lessons {
        words: told(lessons(doc)),
        codes: told(codes::lessons(doc)),
    }
}

/// Numbers of the words that are worth a look.
pub(super) fn candidates(doc: &Doc) -> Vec<usize> {
    let may = Looks::NOT_LOWER
        .or(Looks::of(Facts::GIVEN))
        .or(Looks::UNCOMMON);
    doc.with(may)
        .filter(|i| features::is_candidate(doc, *i))
        .collect()
}

/// The words to learn from: those worth a look and those that rules took for names, each as it looks
/// with and without its neighbours in the name.
fn lessons(doc: &Doc) -> Vec<Seen> {
    let mut lessons = Vec::new();
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        let name = matches!(
            doc.kind_at(token.start),
            Some(Kind::Person | Kind::Org | Kind::Product | Kind::Loc)
        );
        if !(features::looks_odd(token) && (name || doc.token_free(i))) {
            continue;
        }
        let own = doc
            .found
            .iter()
            .find(|finding| (finding.start..finding.end).contains(&token.start))
            .map(|finding| finding.start..finding.end);
        let whole = own.filter(|own| own.len() > token.len());
        for open in [Some(0..0), whole].into_iter().flatten() {
            let mut places = Vec::with_capacity(96);
            features::each(doc, i, &open, |place| places.push(place));
            lessons.push((token.start..token.end, doc.token_free(i), places));
        }
    }
    lessons
}

/// Whether word `i` is a name by its looks; `plain` if it is a common word and no given name.
pub(super) fn is_name(doc: &Doc, i: usize, plain: bool) -> bool {
    let mut score = 0_i32;
    features::each(doc, i, &(0..0), |place| {
        let weight = WEIGHTS.get(place).copied().unwrap_or(0).cast_signed();
        score += i32::from(weight);
    });
    score > if plain { THRESHOLD_OF_WORDS } else { THRESHOLD }
}
