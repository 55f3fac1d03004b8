//! "What would you have done?": the first half of a story, four choices, the rest of it.

use crate::anonymise::RedactedText;
use crate::patterns::{Counts, can_be_done, sure};
use crate::report::{Effect, EventType, Report, Slug};
use crate::taxonomy::{ListId, Taxonomy};

use super::prose::{english, line, sentences, words};
use super::terms::{source, term};
use super::{Beat, Case, Piece, Published, Term, Tried};

type Halves = (Vec<Beat<RedactedText>>, Vec<Beat<RedactedText>>);
/// A beat, and whether it tells the end.
type Moment = (Beat<RedactedText>, bool);

const CHOICES: usize = 4;
/// A half with fewer moments or words is no story.
const FEWEST_BEATS: usize = 2;
const FEWEST_WORDS: usize = 25;
const FEWEST_IN_ALL: usize = 4;
/// A list is read further than a paragraph, but not without end.
const MOST_BEATS: usize = 16;
const LESSONS: usize = 2;

/// Words that tell the end of the story, in reports whose events have no types.
const ENDINGS: [&str; 16] = [
    "restart",
    "roll back",
    "rolled back",
    "rollback",
    "revert",
    "fail over",
    "failed over",
    "failover",
    "disabled",
    "fixed",
    "resolved",
    "mitigat",
    "restored",
    "recover",
    "scaled",
    "back to normal",
];

/// What is tried when things fail, over all reports: where choices come from when few reports
/// failed the same way.
pub(super) struct Common(pub(super) Vec<Slug>);

/// Where the story of a case is taken from.
#[derive(Clone, Copy)]
pub(super) enum Story {
    /// The timeline.
    Timeline,
    /// The sentences of the summary.
    Summary,
}

/// A case out of a report. `None` where it has no story that can be cut in two, nothing that worked
/// or no four choices.
pub(super) fn case(
    taxonomy: &Taxonomy,
    public: &Published,
    published: &[&Published],
    common: &Common,
    story: Story,
) -> Option<Case<RedactedText>> {
    let report = &public.report;
    worked(report).next()?;
    let (first_half, rest) = cut(match story {
        Story::Timeline => timeline(report),
        Story::Summary => summary(report),
    })?;
    let told = first_half.iter().map(|beat| beat.text.as_str());
    if !english(&told.collect::<Vec<_>>().join(" ")) {
        return None;
    }
    let choices = choices(taxonomy, public, published, common)?;
    let lessons = report
        .lessons
        .iter()
        .flat_map(sentences)
        .filter(|sentence| !sentence.leans)
        .take(LESSONS)
        .map(|sentence| Piece::Quoted(sentence.text))
        .collect();
    Some(Case {
        source: source(taxonomy, public)?,
        first_half,
        choices,
        rest,
        tried: tried(report)
            .map(|(code, effect)| Tried {
                what: term(taxonomy, ListId::Mitigations, code),
                effect,
            })
            .collect(),
        lessons,
    })
}

/// What was tried for certain, and what that did.
fn tried<T>(report: &Report<T>) -> impl Iterator<Item = (&Slug, Option<Effect>)> {
    report.mitigations.iter().flat_map(|mitigation| {
        let codes = sure(mitigation.code.as_slice());
        codes.map(|code| (code, mitigation.effect))
    })
}

/// What worked, of that which people can do.
fn worked<T>(report: &Report<T>) -> impl Iterator<Item = &Slug> {
    let worked = tried(report).filter(|(code, effect)| {
        let worked = matches!(effect, Some(Effect::Worked | Effect::Partly));
        worked && can_be_done(ListId::Mitigations, code)
    });
    worked.map(|(code, _)| code)
}

fn timeline(report: &Report<RedactedText>) -> Vec<Moment> {
    let moments = report.timeline.iter().filter_map(|event| {
        let text = line(&event.text)?;
        let ends = match event.event {
            Some(kind) => acts(kind),
            None => tells_the_end(&text),
        };
        let beat = Beat {
            offset_minutes: event.offset_minutes,
            text,
        };
        Some((beat, ends))
    });
    moments.take(MOST_BEATS).collect()
}

fn summary(report: &Report<RedactedText>) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    let mut before = false;
    for sentence in sentences(&report.summary) {
        before = !sentence.leans || (sentence.follows && before);
        if before {
            let ends = tells_the_end(&sentence.text);
            let beat = Beat {
                offset_minutes: None,
                text: sentence.text,
            };
            moments.push((beat, ends));
        }
    }
    moments.truncate(MOST_BEATS);
    moments
}

/// The story before and after somebody did something about it, or at its middle.
fn cut(moments: Vec<Moment>) -> Option<Halves> {
    let middle = moments.len().div_ceil(2);
    let end = moments.iter().position(|(_, ends)| *ends);
    let at = end.map_or(middle, |end| end.min(middle));
    let long_enough = moments.len() >= FEWEST_IN_ALL && at >= FEWEST_BEATS;
    let mut beats: Vec<_> = moments.into_iter().map(|(beat, _)| beat).collect();
    let rest = beats.split_off(at.min(beats.len()));
    let told: usize = beats.iter().map(|beat| words(beat.text.as_str())).sum();
    (long_enough && told >= FEWEST_WORDS).then_some((beats, rest))
}

fn acts(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::MitigatorPotential | EventType::MitigatorActual | EventType::Repair
    )
}

fn tells_the_end(text: &RedactedText) -> bool {
    let lower = text.as_str().to_lowercase();
    ENDINGS.iter().any(|ending| lower.contains(ending))
}

/// Something that worked here, what else was tried here, what was tried where it failed the same
/// way, and what is tried most; four of them, by label.
fn choices(
    taxonomy: &Taxonomy,
    public: &Published,
    published: &[&Published],
    common: &Common,
) -> Option<Vec<Term>> {
    let report = &public.report;
    let modes = Counts::of([public]).failure_modes;
    let alike = published.iter().copied().filter(|other| {
        let others = Counts::of([*other]).failure_modes;
        other.id != public.id && others.ranked().iter().any(|line| modes.get(&line.code) > 0)
    });
    let alike = Counts::of(alike).mitigations();
    let pool = worked(report)
        .chain(tried(report).map(|(code, _)| code))
        .chain(alike.iter().map(|line| &line.code))
        .chain(&common.0);
    let mut choices: Vec<Term> = Vec::new();
    for code in pool {
        let known = choices.iter().any(|choice| choice.slug == *code);
        if !known && choices.len() < CHOICES && can_be_done(ListId::Mitigations, code) {
            choices.push(term(taxonomy, ListId::Mitigations, code));
        }
    }
    choices.sort();
    (choices.len() == CHOICES).then_some(choices)
}
