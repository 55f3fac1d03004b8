//! One report retold: whole sentences from its fields, short ones from its codes, length held.

use std::collections::BTreeSet;

use crate::anonymise::RedactedText;
use crate::patterns::Counts;
use crate::report::{Effect, Factor, Primary, Report};
use crate::taxonomy::{ListId, Taxonomy};

use super::prose::{Sentence, sentences, words};
use super::terms::{list_in_words, source, term};
use super::{Paragraph, Piece, Published, RETOLD_WORDS, Retelling, Term};

/// At most so many words of what happened; more, step by step, only to reach the length.
const HAPPENED: usize = 90;
const STEP: usize = 5;
const CAUSES: usize = 45;
const HELPED: usize = 40;
const LESSONS: usize = 40;
/// Fewer words of the reporter's own are no story.
const LEAST_QUOTED: usize = 40;
/// Terms in one sentence of ours.
const TERMS: usize = 3;

/// A retelling with what choosing needs.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) retelling: Retelling<RedactedText>,
    /// It says what contributed and what helped.
    pub(super) whole: bool,
}

/// Retells a report. `None` where its fields do not give [`RETOLD_WORDS`] words of whole sentences.
pub(super) fn retell(taxonomy: &Taxonomy, public: &Published) -> Option<Told> {
    let report = &public.report;
    let source = source(taxonomy, public)?;
    let counts = Counts::of([public]);
    let mut teller = Teller::default();

    let causes = teller.causes(taxonomy, report, &counts);
    let noticed = noticed(taxonomy, &counts);
    let helped = teller.helped(taxonomy, report, &counts);
    let lessons = teller.take(&all(&report.lessons), LESSONS);
    let fixed: usize = [&causes, &noticed, &helped, &lessons]
        .into_iter()
        .map(length)
        .sum();
    let happened = teller.happened(&story(report), fixed)?;

    let whole = !causes.is_empty() && !helped.is_empty();
    let paragraphs = [happened, causes, noticed, lessons]
        .into_iter()
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    Some(Told {
        retelling: Retelling {
            source,
            paragraphs,
            helped,
        },
        whole,
    })
}

/// What happened: the summary and then the accounts; the synopsis where there is no summary.
fn story(report: &Report<RedactedText>) -> Vec<Sentence> {
    let mut story = sentences(&report.summary);
    if story.is_empty() {
        story = sentences(&report.synopsis);
    }
    for narrative in &report.narratives {
        story.extend(sentences(&narrative.text));
    }
    story
}

fn all<'a>(texts: impl IntoIterator<Item = &'a RedactedText>) -> Vec<Sentence> {
    texts.into_iter().flat_map(sentences).collect()
}

fn noticed(taxonomy: &Taxonomy, counts: &Counts) -> Paragraph<RedactedText> {
    let detectors = terms(taxonomy, ListId::Detectors, counts.detectors.ranked());
    let delay = terms(
        taxonomy,
        ListId::DetectionDelays,
        counts.detection_delays.ranked(),
    );
    let mut paragraph = Vec::new();
    if !detectors.is_empty() {
        let by = list_in_words(&detectors);
        paragraph.push(Piece::Ours(match delay.first() {
            Some(delay) => format!(
                "Who or what noticed: {by}; time until then: {}.",
                list_in_words(std::slice::from_ref(delay))
            ),
            None => format!("Who or what noticed: {by}."),
        }));
    }
    paragraph
}

fn terms(taxonomy: &Taxonomy, list: ListId, counts: Vec<crate::patterns::Count>) -> Vec<Term> {
    counts
        .iter()
        .filter(|line| line.code.as_str() != "other")
        .take(TERMS)
        .map(|line| term(taxonomy, list, &line.code))
        .collect()
}

/// Takes sentences, none twice, none that leans on a sentence left out.
#[derive(Clone, Default)]
struct Teller {
    told: BTreeSet<String>,
}

impl Teller {
    /// The beginning of the story, as short as the whole retelling allows.
    fn happened(&self, story: &[Sentence], fixed: usize) -> Option<Paragraph<RedactedText>> {
        let longest = RETOLD_WORDS.end().checked_sub(fixed)?;
        let shortest = RETOLD_WORDS.start().saturating_sub(fixed).max(LEAST_QUOTED);
        (HAPPENED.min(longest)..=longest)
            .step_by(STEP)
            .map(|most| Self::clone(self).take(story, most))
            .find(|paragraph| length(paragraph) >= shortest)
    }

    /// Sentences in order until the next would be one too many.
    fn take(&mut self, story: &[Sentence], most: usize) -> Paragraph<RedactedText> {
        let mut taken = Vec::new();
        let mut length = 0;
        let mut before = false;
        for sentence in story {
            let stands = !sentence.leans || (sentence.follows && before);
            before = stands && !self.told.contains(sentence.text.as_str());
            if before {
                length += sentence.words;
                if length > most {
                    break;
                }
                self.told.insert(sentence.text.as_str().to_owned());
                taken.push(Piece::Quoted(sentence.text.clone()));
            }
        }
        taken
    }

    /// What contributed: the reporter's sentences, the primary factor first, and otherwise the codes.
    fn causes(
        &mut self,
        taxonomy: &Taxonomy,
        report: &Report<RedactedText>,
        counts: &Counts,
    ) -> Paragraph<RedactedText> {
        let mut factors: Vec<&Factor<_>> = report.factors.iter().collect();
        if let Primary::Factor(index) = report.primary {
            factors.sort_by_key(|factor| {
                let primary = report.factors.get(index);
                !primary.is_some_and(|primary| std::ptr::eq(primary, *factor))
            });
        }
        let mut texts = Vec::new();
        for factor in factors {
            push_texts(factor, &mut texts);
        }
        let quoted = self.take(&all(texts), CAUSES);
        if !quoted.is_empty() {
            return quoted;
        }
        let codes = terms(taxonomy, ListId::Factors, counts.factors.ranked());
        match codes.len() {
            0 => Vec::new(),
            _ => vec![Piece::Ours(format!(
                "What contributed: {}.",
                list_in_words(&codes)
            ))],
        }
    }

    fn helped(
        &mut self,
        taxonomy: &Taxonomy,
        report: &Report<RedactedText>,
        counts: &Counts,
    ) -> Paragraph<RedactedText> {
        let worked = report
            .mitigations
            .iter()
            .filter(|mitigation| mitigation.effect == Some(Effect::Worked))
            .map(|mitigation| &mitigation.text);
        let mut paragraph = self.take(&all(report.helped.iter().chain(worked)), HELPED);
        let tried = counts.mitigations();
        let which = |wanted: fn(&crate::patterns::Effects) -> bool| -> Vec<Term> {
            tried
                .iter()
                .filter(|line| wanted(&line.effects))
                .take(TERMS)
                .map(|line| term(taxonomy, ListId::Mitigations, &line.code))
                .collect()
        };
        let worked = which(|effects| effects.worked > 0);
        let failed = which(|effects| effects.worked == 0 && effects.no_effect > 0);
        let worse = which(|effects| effects.made_worse > 0);
        let helped = terms(taxonomy, ListId::Helped, counts.helped.ranked());
        for (heading, terms) in [
            ("What stopped it", worked),
            ("Tried without effect", failed),
            ("What made it worse", worse),
            ("What else helped", helped),
        ] {
            if !terms.is_empty() {
                paragraph.push(Piece::Ours(format!(
                    "{heading}: {}.",
                    list_in_words(&terms)
                )));
            }
        }
        paragraph
    }
}

fn push_texts<'a>(factor: &'a Factor<RedactedText>, texts: &mut Vec<&'a RedactedText>) {
    texts.push(&factor.text);
    for child in &factor.children {
        push_texts(child, texts);
    }
}

fn length(paragraph: &Paragraph<RedactedText>) -> usize {
    paragraph.iter().map(piece_length).sum()
}

fn piece_length(piece: &Piece<RedactedText>) -> usize {
    match piece {
        Piece::Quoted(text) => words(text.as_str()),
        Piece::Ours(text) => words(text),
    }
}
