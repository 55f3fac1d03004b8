//! A whole report, as its page, the preview and the desk show it.

use askama::Template;

use super::accounts::{Account, accounts};
use super::sections::{
    ActionView, Band, CodeSet, FactorView, MitigationView, TechnologyView, bands,
};
use super::{SeverityMark, TermNote, TimelineView, TreeView, component};
use crate::anonymise::RedactedText;
use crate::portal::{Html, Labels, markup};
use crate::report::{Coded, HourBlock, Period, Primary, Report, Slug};
use crate::taxonomy::ListId;

/// The report from its summary to its codes, without a page around it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/report.html")]
pub struct ReportView {
    pub(crate) kind: &'static str,
    pub(crate) period: String,
    pub(crate) hours: &'static str,
    pub(crate) severity: Option<SeverityMark>,
    pub(crate) title: Html,
    pub(crate) synopsis: Html,
    pub(crate) summary: Html,
    pub(crate) accounts: Vec<Account>,
    pub(crate) impact: FeltView,
    pub(crate) detection: FeltView,
    pub(crate) timeline: Option<TimelineView>,
    pub(crate) factors: Vec<FactorView>,
    pub(crate) tree: Option<TreeView>,
    pub(crate) ambiguous: bool,
    pub(crate) mitigations: Vec<MitigationView>,
    pub(crate) helped: Vec<Html>,
    pub(crate) luck: Vec<Html>,
    pub(crate) actions: Vec<ActionView>,
    pub(crate) lessons: Vec<Html>,
    pub(crate) technologies: Vec<TechnologyView>,
    pub(crate) failed: Option<CodeSet>,
    pub(crate) codes: Vec<CodeSet>,
    pub(crate) helped_by: Option<CodeSet>,
    pub(crate) lucky: Option<CodeSet>,
    pub(crate) response: Vec<CodeSet>,
    pub(crate) automation: Option<CodeSet>,
    pub(crate) bands: Vec<(&'static str, Band)>,
}

component!(ReportView);

/// Impact or detection: words, codes, and bands with their names.
#[derive(Clone, Debug)]
pub(crate) struct FeltView {
    pub(crate) text: Html,
    pub(crate) facts: Vec<Fact>,
}

impl FeltView {
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.facts.is_empty()
    }
}

impl ReportView {
    /// The view of an anonymised report.
    pub fn new(report: &Report<RedactedText>, labels: Labels) -> Self {
        let lines = |texts: &[RedactedText]| texts.iter().map(markup::line).collect();
        let set = |title, list, codes| CodeSet::new(title, list, codes, labels);
        let primary = match report.primary {
            Primary::Factor(index) => Some(index),
            Primary::Ambiguous | Primary::Unstated => None,
        };
        let factors = FactorView::all(&report.factors, primary, labels);
        let (lucky, helpful): (Vec<_>, Vec<_>) =
            report.helped_codes.iter().cloned().partition(is_luck);
        Self {
            kind: report.kind.label(),
            period: report.period.map(Period::label).unwrap_or_default(),
            hours: report.hours.map(HourBlock::label).unwrap_or_default(),
            severity: report.severity.map(SeverityMark),
            title: markup::line(&report.title),
            synopsis: markup::line(&report.synopsis),
            summary: markup::prose(&report.summary, 3),
            accounts: accounts(&report.narratives, labels),
            impact: impact(report, labels),
            detection: detection(report, labels),
            timeline: TimelineView::new(&report.timeline),
            tree: TreeView::new(&factors),
            factors,
            ambiguous: report.primary == Primary::Ambiguous,
            mitigations: report
                .mitigations
                .iter()
                .map(|tried| MitigationView::new(tried, labels))
                .collect(),
            helped: lines(&report.helped),
            luck: lines(&report.luck),
            actions: report
                .actions
                .iter()
                .map(|action| ActionView::new(action, labels))
                .collect(),
            lessons: lines(&report.lessons),
            technologies: report
                .technologies
                .iter()
                .map(|used| TechnologyView::new(used, labels))
                .collect(),
            failed: set("How it failed", ListId::FailureModes, &report.failure_modes),
            codes: [
                set("What was seen", ListId::EventTypes, &report.events),
                set("When it began", ListId::Phases, &report.phases),
                set(
                    "What changed just before",
                    ListId::Triggers,
                    &report.triggers,
                ),
            ]
            .into_iter()
            .flatten()
            .collect(),
            helped_by: set("", ListId::Helped, &helpful),
            lucky: set("", ListId::Helped, &lucky),
            automation: set("", ListId::AutomationParts, &report.automation),
            response: [
                set(
                    "What made the response hard",
                    ListId::ResponseDifficulties,
                    &report.difficulties,
                ),
                set(
                    "Working conditions",
                    ListId::HumanFactors,
                    &report.human_factors,
                ),
            ]
            .into_iter()
            .flatten()
            .collect(),
            bands: bands(&report.context, labels),
        }
    }
}

/// Chance has codes of its own among what helped; it stands apart, since nobody can plan for it.
fn is_luck(coded: &Coded) -> bool {
    coded.code.as_str().ends_with("-luck")
}

/// A name and what it may say, in words.
type Fact = (&'static str, Vec<TermNote>);

fn one(title: &'static str, list: ListId, code: Option<&Slug>, labels: Labels) -> Option<Fact> {
    code.map(|code| (title, vec![TermNote(labels.term(list, code))]))
}

fn many(title: &'static str, list: ListId, codes: &[Coded], labels: Labels) -> Option<Fact> {
    let note = |coded: &Coded| TermNote(labels.term(list, &coded.code));
    let words: Vec<_> = codes.iter().map(note).collect();
    (!words.is_empty()).then_some((title, words))
}

fn impact(report: &Report<RedactedText>, labels: Labels) -> FeltView {
    let impact = &report.impact;
    FeltView {
        text: markup::prose(&impact.text, 3),
        facts: [
            many("Who felt it", ListId::ImpactWho, &impact.who, labels),
            many(
                "What it did to them",
                ListId::ImpactKinds,
                &impact.kinds,
                labels,
            ),
            one(
                "How many",
                ListId::ImpactExtents,
                impact.extent.as_ref(),
                labels,
            ),
            one(
                "How long",
                ListId::ImpactDurations,
                impact.duration.as_ref(),
                labels,
            ),
            one(
                "Could it be undone?",
                ListId::Reversibility,
                impact.reversibility.as_ref(),
                labels,
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

fn detection(report: &Report<RedactedText>, labels: Labels) -> FeltView {
    let detection = &report.detection;
    FeltView {
        text: markup::prose(&detection.text, 3),
        facts: [
            many(
                "Noticed by",
                ListId::Detectors,
                &detection.detectors,
                labels,
            ),
            one(
                "After",
                ListId::DetectionDelays,
                detection.delay.as_ref(),
                labels,
            ),
            many(
                "Why not sooner",
                ListId::DetectionGaps,
                &detection.gaps,
                labels,
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}
