//! Writing one report.

use jiff::Timestamp;

use super::random::Random;
use super::{Generator, prose, words};
use crate::report::{
    Action, Coded, Coder, Confidence, Context, Disclosed, Effect, Factor, Mitigation, Narrative,
    Period, PublicReport, RecordKind, Report, Severity, Slug, TechnologyUse, TimelineEvent,
};
use crate::taxonomy::ListId;

/// Words of the shortest and of the longest report, about.
const LENGTHS: (u64, u64) = (200, 450);
/// Share of the sentences that many reports have; the others are of words of their own.
const COMMON: u64 = 30;
/// Seconds from 2023 to the end of 2026, in which everything happens.
const SPAN: (u64, u64) = (1_672_531_200, 1_798_761_599);

pub(super) struct Writer<'a> {
    generator: &'a Generator,
    random: Random,
    technologies: Vec<Slug>,
    modes: Vec<Slug>,
    triggers: Vec<Slug>,
    service: &'static str,
}

impl<'a> Writer<'a> {
    pub(super) fn new(generator: &'a Generator, mut random: Random) -> Self {
        let mut technologies: Vec<Slug> = Vec::new();
        for _ in 0..random.within(2, 6) {
            let place = generator.spread.draw(&mut random);
            let drawn = generator.technologies.get(place);
            technologies.extend(drawn.filter(|slug| !technologies.contains(slug)).cloned());
        }
        let mut writer = Self {
            generator,
            service: random.one(&words::SERVICES).unwrap_or_default(),
            random,
            technologies,
            modes: Vec::new(),
            triggers: Vec::new(),
        };
        writer.modes = writer.codes(ListId::FailureModes, 1, 3);
        writer.triggers = writer.codes(ListId::Triggers, 1, 2);
        writer
    }

    #[expect(
        clippy::expect_used,
        reason = "sixteen bytes of a version 4 UUID are an id"
    )]
    pub(super) fn report(mut self) -> PublicReport<String> {
        let high = u128::from(self.random.next());
        let bytes = (high << 64 | u128::from(self.random.next())).to_be_bytes();
        let id = uuid::Builder::from_random_bytes(bytes).into_uuid();
        let second = self.random.within(SPAN.0, SPAN.1);
        let moment = i64::try_from(second)
            .ok()
            .and_then(|s| Timestamp::from_second(s).ok());
        let month = Period::month_of(moment.unwrap_or_default());
        let mut report = Report {
            title: self.sentence(&prose::TITLES),
            synopsis: self.sentence(&prose::SYNOPSES),
            summary: self.story(40),
            period: Some(month.quarter()),
            ..Report::default()
        };
        self.code(&mut report);
        self.tell(&mut report);
        PublicReport {
            id: id.to_string().parse().expect("it is one"),
            published: month,
            revision: 0,
            sample: true,
            changes: Vec::new(),
            report,
        }
    }

    /// Codes and bands.
    fn code(&mut self, report: &mut Report<String>) {
        let kinds = [
            RecordKind::Incident,
            RecordKind::Incident,
            RecordKind::Incident,
            RecordKind::NearMiss,
            RecordKind::Save,
            RecordKind::Hazard,
        ];
        report.kind = self
            .random
            .one(&kinds.each_ref())
            .copied()
            .unwrap_or_default();
        let severity = u8::try_from(self.random.within(1, 5)).unwrap_or(1);
        report.severity = Severity::try_from(severity).ok();
        report.technologies = self.technologies.iter().map(named).collect();
        report.failure_modes = self.modes.iter().map(coded).collect();
        report.triggers = self.triggers.iter().map(coded).collect();
        report.detection.detectors = self.coded(ListId::Detectors, 1, 2);
        report.helped_codes = self.coded(ListId::Helped, 0, 2);
        report.human_factors = self.coded(ListId::HumanFactors, 0, 2);
        report.events = self.coded(ListId::EventTypes, 1, 2);
        report.context = Context {
            sector: self.band(ListId::Sectors),
            size: self.band(ListId::OrganisationSizes),
            ..Context::default()
        };
    }

    /// Texts, until the report is as long as it should be.
    fn tell(&mut self, report: &mut Report<String>) {
        let length = self.random.within(LENGTHS.0, LENGTHS.1);
        for code in self.codes(ListId::Factors, 1, 3) {
            report.factors.push(Factor {
                text: self.sentence(&prose::FACTORS),
                code: Some(coded(&code)),
                children: Vec::new(),
            });
        }
        for code in self.codes(ListId::Mitigations, 1, 3) {
            let effects = [Effect::Worked, Effect::Partly, Effect::NoEffect];
            report.mitigations.push(Mitigation {
                code: Some(coded(&code)),
                effect: self.random.one(&effects.each_ref()).copied(),
                text: String::new(),
            });
        }
        report.lessons.push(self.sentence(&prose::LESSONS));
        let mut minutes = 0;
        while counted(report) < length * 2 / 5 {
            minutes += i64::try_from(self.random.within(1, 20)).unwrap_or(1);
            report.timeline.push(TimelineEvent {
                offset_minutes: Some(minutes),
                text: self.sentence(&prose::EVENTS),
                ..TimelineEvent::default()
            });
        }
        for _ in 0..self.random.within(1, 3) {
            report.actions.push(Action {
                text: self.sentence(&prose::ACTIONS),
                ..Action::default()
            });
        }
        let rest = length.saturating_sub(counted(report)).max(30);
        report.narratives.push(Narrative {
            perspective: None,
            heading: None,
            text: self.story(rest),
        });
    }

    /// Sentences of so many words in sum, or a few more, in paragraphs.
    fn story(&mut self, words: u64) -> String {
        let mut text = String::new();
        while word_count(&text) < words {
            if !text.is_empty() {
                text.push_str(if self.random.percent(20) { "\n\n" } else { " " });
            }
            let of: &[&str] = if self.random.percent(COMMON) {
                &prose::STORY
            } else {
                &prose::OWN
            };
            text.push_str(&self.sentence(of));
        }
        text
    }

    fn sentence(&mut self, of: &[&'static str]) -> String {
        let template = self.random.one(of).unwrap_or_default();
        let mut text = String::with_capacity(template.len() * 2);
        for (place, part) in template.split(['{', '}']).enumerate() {
            if place % 2 == 0 {
                text.push_str(part);
            } else {
                text.push_str(&self.filler(part));
            }
        }
        let first = text.chars().next().map(char::len_utf8).unwrap_or_default();
        let (initial, rest) = text.split_at(first);
        initial.to_uppercase() + rest
    }

    fn filler(&mut self, slot: &str) -> String {
        let taxonomy = self.generator.taxonomy;
        let technology = |slug: Option<&Slug>| {
            slug.map(|slug| taxonomy.technology_name(slug).to_owned())
                .unwrap_or_default()
        };
        let label = |list, slug: Option<&Slug>| {
            slug.map(|slug| taxonomy.label(list, slug).to_lowercase())
                .unwrap_or_default()
        };
        let one = |random: &mut Random, of: &[&'static str]| {
            random.one(of).unwrap_or_default().to_owned()
        };
        match slot {
            "t" => technology(self.technologies.first()),
            "u" => technology(self.technologies.get(1).or(self.technologies.first())),
            "m" => label(ListId::FailureModes, self.modes.first()),
            "g" => label(ListId::Triggers, self.triggers.first()),
            "s" => self.service.to_owned(),
            "p" => one(&mut self.random, &words::PARTS),
            "n" => one(&mut self.random, &words::SIGNS),
            "w" => one(&mut self.random, &words::PEOPLE),
            "k" => {
                let stem = |random: &mut Random| one(random, &words::STEMS).to_lowercase();
                let (first, second) = (stem(&mut self.random), stem(&mut self.random));
                format!("{}.{first}_{second}", self.service)
            }
            "x" => {
                let random = &mut self.random;
                let stems = one(random, &words::STEMS) + &one(random, &words::STEMS);
                stems + &one(random, &words::ENDINGS)
            }
            "a" => {
                let place = self.generator.frequency.draw(&mut self.random);
                let word = self.generator.vocabulary.get(place);
                (*word.unwrap_or(&"thing")).to_owned()
            }
            "%" => self.random.within(1, 99).to_string(),
            _ => {
                let digits = u32::try_from(self.random.within(1, 4)).unwrap_or(1);
                self.random.within(2, 10_u64.pow(digits)).to_string()
            }
        }
    }

    /// Different codes of a list, the first of it most often.
    fn codes(&mut self, list: ListId, least: u64, most: u64) -> Vec<Slug> {
        let terms = self.generator.taxonomy.list(list).terms();
        let spread = super::random::Zipf::over(terms.len());
        let mut codes = Vec::new();
        for _ in 0..self.random.within(least, most) {
            let drawn = terms
                .get(spread.draw(&mut self.random))
                .map(crate::taxonomy::Term::id);
            codes.extend(drawn.filter(|id| !codes.contains(*id)).cloned());
        }
        codes
    }

    fn coded(&mut self, list: ListId, least: u64, most: u64) -> Vec<Coded> {
        self.codes(list, least, most).iter().map(coded).collect()
    }

    fn band(&mut self, list: ListId) -> Disclosed {
        let code = self.codes(list, 1, 1).pop();
        code.map_or(Disclosed::Unknown, Disclosed::Known)
    }
}

fn named(slug: &Slug) -> TechnologyUse {
    TechnologyUse {
        slug: slug.clone(),
        version: None,
        role: None,
        problem: None,
        state: None,
    }
}

fn coded(code: &Slug) -> Coded {
    Coded {
        code: code.clone(),
        coder: Coder::Analyst,
        confidence: Confidence::High,
    }
}

/// Words of all texts of a report.
pub(super) fn counted(report: &Report<String>) -> u64 {
    report
        .texts()
        .into_iter()
        .map(|text| word_count(text))
        .sum()
}

fn word_count(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}
