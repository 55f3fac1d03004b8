//! One report retold: whole sentences from its fields, short ones from its codes, length held.

use std::collections::BTreeSet;

use crate::anonymise::RedactedText;
use crate::patterns::sure;
use crate::report::{Effect, Factor, Mitigation, Primary, Report, Slug};
use crate::taxonomy::{ListId, Taxonomy};

use super::prose::{Place, Sentence, english, sentences, words};
use super::terms::{each_once, list_in_words, source, term};
use super::{Hand, Paragraph, Piece, Published, RETOLD_WORDS, Retelling};

/// At most so many words of what happened; more, step by step, only to reach the length.
const HAPPENED: usize = 90;
const STEP: usize = 5;
const CAUSES: usize = 45;
const NOTICED: usize = 40;
const HELPED: usize = 40;
const LESSONS: usize = 40;
/// Fewer words of the reporter's own are no story.
const LEAST_QUOTED: usize = 40;
/// Sentences shorter than this on average are notes or chat.
const WORDS_A_SENTENCE: usize = 10;
/// Terms in one sentence of ours.
const TERMS: usize = 3;
/// An end that nobody brought about.
const BY_ITSELF: &str = "self-recovered";

/// A retelling with what choosing needs.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) retelling: Retelling<RedactedText>,
    /// It says what contributed and what helped.
    pub(super) whole: bool,
    /// The reporter summed it up, so that it begins at the beginning.
    pub(super) summed_up: bool,
}

/// Retells a report. `None` where its fields do not give [`RETOLD_WORDS`] words of whole English
/// sentences.
pub(super) fn retell(taxonomy: &Taxonomy, public: &Published) -> Option<Told> {
    let report = &public.report;
    let source = source(taxonomy, public)?;
    let mut teller = Teller {
        taxonomy,
        told: BTreeSet::new(),
    };
    let causes = teller.causes(report);
    let noticed = teller.noticed(report);
    let helped = teller.helped(report);
    let lessons = teller.take(&all(&report.lessons), LESSONS);
    let fixed: usize = [&causes, &noticed, &helped, &lessons]
        .into_iter()
        .map(length)
        .sum();
    let happened = teller.happened(&story(report), fixed)?;
    let said: Vec<_> = happened.iter().map(Piece::words).collect();
    if !english(&said.join(" ")) {
        return None;
    }
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
            hand: Hand::Unattended,
        },
        whole,
        summed_up: !sentences(&report.summary).is_empty(),
    })
}

/// What happened, from the beginning of a paragraph on: the summary, what was felt, and then the
/// accounts. Where its beginning cannot be read aloud, the synopsis says first what it is about.
fn story(report: &Report<RedactedText>) -> Vec<Sentence> {
    let summary = sentences(&report.summary);
    if summary
        .first()
        .is_none_or(|first| first.place != Place::Beginning)
    {
        let mut story = sentences(&report.synopsis);
        story.extend(told(report, summary));
        return from_a_beginning(story);
    }
    told(report, summary)
}

fn told(report: &Report<RedactedText>, mut story: Vec<Sentence>) -> Vec<Sentence> {
    story.extend(sentences(&report.impact.text));
    for narrative in &report.narratives {
        story.extend(sentences(&narrative.text));
    }
    from_a_beginning(story)
}

fn from_a_beginning(mut story: Vec<Sentence>) -> Vec<Sentence> {
    let beginning = story
        .iter()
        .position(|sentence| sentence.place != Place::Within);
    story.split_off(beginning.unwrap_or(story.len()))
}

fn all<'a>(texts: impl IntoIterator<Item = &'a RedactedText>) -> Vec<Sentence> {
    texts.into_iter().flat_map(sentences).collect()
}

/// Takes sentences, none twice, none that leans on a sentence left out.
#[derive(Clone)]
struct Teller<'a> {
    taxonomy: &'a Taxonomy,
    told: BTreeSet<String>,
}

impl Teller<'_> {
    /// The beginning of the story, as short as the whole retelling allows.
    fn happened(&self, story: &[Sentence], fixed: usize) -> Option<Paragraph<RedactedText>> {
        let longest = RETOLD_WORDS.end().checked_sub(fixed)?;
        let shortest = RETOLD_WORDS.start().saturating_sub(fixed).max(LEAST_QUOTED);
        (HAPPENED.min(longest)..=longest)
            .step_by(STEP)
            .map(|most| self.clone().take(story, most))
            .find(|paragraph| length(paragraph) >= shortest)
            .filter(|paragraph| length(paragraph) >= WORDS_A_SENTENCE * paragraph.len())
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
    fn causes(&mut self, report: &Report<RedactedText>) -> Paragraph<RedactedText> {
        let primary = match report.primary {
            Primary::Factor(index) => report.factors.get(index),
            Primary::Unstated | Primary::Ambiguous => None,
        };
        let mut factors = Vec::new();
        for factor in primary.into_iter().chain(&report.factors) {
            push_all(factor, &mut factors);
        }
        let quoted = self.take(&all(factors.iter().map(|factor| &factor.text)), CAUSES);
        if !quoted.is_empty() {
            return quoted;
        }
        let codes = factors
            .iter()
            .flat_map(|factor| sure(factor.code.as_slice()));
        self.ours("What contributed", ListId::Factors, codes)
            .into_iter()
            .collect()
    }

    /// How it was noticed: the reporter's sentences, and otherwise the codes.
    fn noticed(&mut self, report: &Report<RedactedText>) -> Paragraph<RedactedText> {
        let quoted = self.take(&sentences(&report.detection.text), NOTICED);
        if !quoted.is_empty() {
            return quoted;
        }
        let by = self.in_words(ListId::Detectors, sure(&report.detection.detectors));
        // The list says "on-call noticed" where the sentence says it already.
        let by = by.map(|by| by.replace(" noticed", ""));
        let delay = report.detection.delay.iter();
        let delay = self.in_words(ListId::DetectionDelays, delay);
        let sentence = match (by, delay) {
            (Some(by), Some(delay)) => format!("Noticed by: {by} ({delay} after it began)."),
            (Some(by), None) => format!("Noticed by: {by}."),
            (None, _) => return Vec::new(),
        };
        vec![Piece::Ours(sentence)]
    }

    fn helped(&mut self, report: &Report<RedactedText>) -> Paragraph<RedactedText> {
        let worked = report
            .mitigations
            .iter()
            .filter(|mitigation| mitigation.effect == Some(Effect::Worked))
            .map(|mitigation| &mitigation.text);
        let mut paragraph = self.take(&all(report.helped.iter().chain(worked)), HELPED);
        let mut named = BTreeSet::new();
        for (words, effect) in [
            ("What stopped it", Effect::Worked),
            ("What eased it", Effect::Partly),
            ("Tried without effect", Effect::NoEffect),
            ("What made it worse", Effect::MadeWorse),
        ] {
            // Tried again, it did something else; what it did best is what helps others.
            let codes = with_effect(report, effect);
            let codes: Vec<_> = codes.filter(|code| !named.contains(*code)).collect();
            named.extend(codes.iter().copied().cloned());
            let by_itself = codes.iter().any(|code| code.as_str() == BY_ITSELF);
            let codes = codes.into_iter().filter(|code| code.as_str() != BY_ITSELF);
            paragraph.extend(self.ours(words, ListId::Mitigations, codes));
            if by_itself && effect == Effect::Worked {
                paragraph.push(Piece::Ours("In the end it recovered by itself.".to_owned()));
            }
        }
        let helped = sure(&report.helped_codes);
        paragraph.extend(self.ours("What else helped", ListId::Helped, helped));
        paragraph
    }

    fn ours<'a>(
        &self,
        words: &str,
        list: ListId,
        codes: impl IntoIterator<Item = &'a Slug>,
    ) -> Option<Piece<RedactedText>> {
        let codes = self.in_words(list, codes)?;
        Some(Piece::Ours(format!("{words}: {codes}.")))
    }

    fn in_words<'a>(
        &self,
        list: ListId,
        codes: impl IntoIterator<Item = &'a Slug>,
    ) -> Option<String> {
        let terms: Vec<_> = each_once(codes)
            .into_iter()
            .filter(|code| code.as_str() != "unknown")
            .take(TERMS)
            .map(|code| term(self.taxonomy, list, code))
            .collect();
        (!terms.is_empty()).then(|| list_in_words(&terms))
    }
}

fn with_effect(report: &Report<RedactedText>, effect: Effect) -> impl Iterator<Item = &Slug> {
    let had = move |mitigation: &&Mitigation<_>| mitigation.effect == Some(effect);
    let tried = report.mitigations.iter().filter(had);
    tried.flat_map(|mitigation| sure(mitigation.code.as_slice()))
}

fn push_all<'a>(factor: &'a Factor<RedactedText>, all: &mut Vec<&'a Factor<RedactedText>>) {
    all.push(factor);
    for child in &factor.children {
        push_all(child, all);
    }
}

fn length(paragraph: &Paragraph<RedactedText>) -> usize {
    paragraph.iter().map(|piece| words(piece.words())).sum()
}
