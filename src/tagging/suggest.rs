//! Codes for a whole report, ranked by evidence: what the form and the desk offer to accept.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::report::{Confidence, Report, Slug, TechnologyRole};
use crate::taxonomy::{ListId, Taxonomy};

use super::parts::{Part, parts};
use super::role::Votes;
use super::text::Text;
use super::words::words;
use super::{Tagger, TechnologyMention};

/// Lists for which codes are suggested, with how many are offered at most and the points from which
/// one is: a single phrase says little of a failure mode, unless it stands in the title, synopsis,
/// summary or a factor, where each counts for more.
const OFFERED: [(ListId, usize, u32); 6] = [
    (ListId::EventTypes, 3, WORTH),
    (ListId::Triggers, 2, WORTH),
    (ListId::Detectors, 2, WORTH),
    (ListId::FailureModes, 3, LIKELY + 1),
    (ListId::Factors, 5, WORTH),
    (ListId::Mitigations, 4, WORTH),
];

/// Technologies offered at most.
const TECHNOLOGIES: usize = 12;
/// Points from which a code is worth offering.
const WORTH: u32 = 3;
/// Points from which it is likely.
const LIKELY: u32 = 6;
/// Points from which the text as good as states it.
const STATED: u32 = 12;
/// How far around a name its role is looked for, in bytes.
const AROUND: usize = 60;

/// A place in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Index in [`Report::texts`].
    pub text: usize,
    /// First code point in that text.
    pub start: usize,
    /// One after the last code point.
    pub end: usize,
}

/// A code worth offering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSuggestion {
    /// The list.
    pub list: ListId,
    /// The code.
    pub code: Slug,
    /// How much speaks for it.
    pub confidence: Confidence,
    /// Where.
    pub evidence: Vec<Evidence>,
}

/// A technology worth offering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TechnologySuggestion {
    /// Which technology.
    pub slug: Slug,
    /// Major version, where the text gives one.
    pub version: Option<String>,
    /// The part it seems to have played.
    pub role: Option<TechnologyRole>,
    /// How much speaks for its having a part.
    pub confidence: Confidence,
    /// Where it is named.
    pub evidence: Vec<Evidence>,
}

/// What is offered for a report, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// Technologies.
    pub technologies: Vec<TechnologySuggestion>,
    /// Codes of all lists, the lists in a fixed order.
    pub codes: Vec<CodeSuggestion>,
}

impl Suggestions {
    /// The codes of one list, best first.
    pub fn of(&self, list: ListId) -> impl Iterator<Item = &CodeSuggestion> {
        self.codes
            .iter()
            .filter(move |suggestion| suggestion.list == list)
    }
}

#[derive(Default)]
struct CodeScore {
    /// Points by phrase, in small letters: one that is repeated says no more than its best place.
    phrases: BTreeMap<String, u32>,
    evidence: Vec<Evidence>,
}

impl CodeScore {
    fn points(&self) -> u32 {
        self.phrases.values().sum()
    }
}

#[derive(Default)]
struct TechnologyScore {
    points: u32,
    version: Option<String>,
    votes: Votes,
    evidence: Vec<Evidence>,
}

impl Tagger {
    /// Ranks codes and technologies over a whole report.
    pub fn suggest<T: AsRef<str>>(&self, report: &Report<T>) -> Suggestions {
        let mut codes: BTreeMap<(ListId, Slug), CodeScore> = BTreeMap::new();
        let mut technologies: BTreeMap<Slug, TechnologyScore> = BTreeMap::new();
        let texts = report.texts();
        for (index, (text, part)) in texts.into_iter().zip(parts(report)).enumerate() {
            let text = Text::new(text.as_ref());
            let words = words(&text, &self.vocabulary);
            for (place, cue) in self.told(&text, &words) {
                let worth = match cue.confidence {
                    Confidence::Low => 1,
                    Confidence::Medium => 3,
                    Confidence::High => 4,
                };
                let points = worth * part.weight(cue.list);
                if points > 0 {
                    let score = codes.entry((cue.list, cue.code)).or_default();
                    let phrase = text.lower(place).to_owned();
                    let best = score.phrases.entry(phrase).or_default();
                    *best = points.max(*best);
                    score.evidence.push(Evidence {
                        text: index,
                        start: cue.start,
                        end: cue.end,
                    });
                }
            }
            for mention in self.technologies(&text, &words) {
                score_technology(&text, index, part, mention, &mut technologies);
            }
        }
        Suggestions {
            technologies: rank_technologies(technologies),
            codes: rank_codes(&codes),
        }
    }
}

fn score_technology(
    text: &Text<'_>,
    index: usize,
    part: Part,
    (range, mention): (Range<usize>, TechnologyMention),
    scores: &mut BTreeMap<Slug, TechnologyScore>,
) {
    let weight = part.technology_weight();
    if weight == 0 {
        return;
    }
    let score = scores.entry(mention.slug).or_default();
    score.points += weight;
    score.version = score.version.take().or(mention.version);
    let around = text.lower(text.around(&range, AROUND));
    score.votes.count(around, weight);
    score.evidence.push(Evidence {
        text: index,
        start: mention.start,
        end: mention.end,
    });
}

fn confidence(points: u32) -> Confidence {
    match points {
        STATED.. => Confidence::High,
        LIKELY.. => Confidence::Medium,
        _ => Confidence::Low,
    }
}

fn rank_codes(scores: &BTreeMap<(ListId, Slug), CodeScore>) -> Vec<CodeSuggestion> {
    let mut suggestions = Vec::new();
    for (list, most, least) in OFFERED {
        let mut of_list: Vec<_> = scores
            .iter()
            .map(|(code, score)| (code, score, score.points()))
            .filter(|((of, _), _, points)| *of == list && *points >= least)
            .collect();
        of_list.sort_by_key(|(_, _, points)| std::cmp::Reverse(*points));
        let offered = of_list
            .into_iter()
            .enumerate()
            .take_while(|(rank, (_, _, points))| *rank < most || *points >= 2 * STATED)
            .map(|(_, ((_, code), score, points))| CodeSuggestion {
                list,
                code: code.clone(),
                confidence: confidence(points),
                evidence: score.evidence.clone(),
            });
        suggestions.extend(offered);
    }
    suggestions
}

fn rank_technologies(scores: BTreeMap<Slug, TechnologyScore>) -> Vec<TechnologySuggestion> {
    let mut ranked: Vec<_> = scores.into_iter().collect();
    ranked.sort_by_key(|(_, score)| std::cmp::Reverse(score.points));
    ranked
        .into_iter()
        .take(TECHNOLOGIES)
        .map(|(slug, score)| TechnologySuggestion {
            role: score.votes.role(Taxonomy::builtin().technology(&slug)),
            slug,
            version: score.version,
            confidence: confidence(score.points * 2),
            evidence: score.evidence,
        })
        .collect()
}
