//! A whole report, as its page, the preview and the desk show it.

use askama::Template;

use super::sections::{
    ActionView, Band, CodeSet, FactorView, MitigationView, TechnologyView, bands,
};
use super::{SeverityMark, TimelineView, component};
use crate::anonymise::RedactedText;
use crate::portal::{Html, Labelled, Labels, markup};
use crate::report::{HourBlock, Period, Primary, Report, Slug};
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
    pub(crate) narratives: Vec<NarrativeView>,
    pub(crate) impact: FeltView,
    pub(crate) detection: FeltView,
    pub(crate) timeline: Option<TimelineView>,
    pub(crate) factors: Vec<FactorView>,
    pub(crate) ambiguous: bool,
    pub(crate) mitigations: Vec<MitigationView>,
    pub(crate) helped: Vec<Html>,
    pub(crate) luck: Vec<Html>,
    pub(crate) actions: Vec<ActionView>,
    pub(crate) lessons: Vec<Html>,
    pub(crate) technologies: Vec<TechnologyView>,
    pub(crate) failed: Option<CodeSet>,
    pub(crate) codes: Vec<CodeSet>,
    pub(crate) response: Vec<CodeSet>,
    pub(crate) bands: Vec<(&'static str, Band)>,
}

component!(ReportView);

/// One account.
#[derive(Clone, Debug)]
pub(crate) struct NarrativeView {
    pub(crate) perspective: String,
    pub(crate) heading: Html,
    pub(crate) text: Html,
}

/// Impact or detection: words, codes, and bands with their names.
#[derive(Clone, Debug)]
pub(crate) struct FeltView {
    pub(crate) text: Html,
    pub(crate) facts: Vec<(&'static str, String)>,
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
        Self {
            kind: report.kind.label(),
            period: report.period.map(Period::label).unwrap_or_default(),
            hours: report.hours.map(HourBlock::label).unwrap_or_default(),
            severity: report.severity.map(SeverityMark),
            title: markup::line(&report.title),
            synopsis: markup::line(&report.synopsis),
            summary: markup::prose(&report.summary, 3),
            narratives: report
                .narratives
                .iter()
                .map(|narrative| NarrativeView {
                    perspective: narrative
                        .perspective
                        .as_ref()
                        .map(|role| labels.term(ListId::ReporterRoles, role).label)
                        .unwrap_or_default(),
                    heading: narrative
                        .heading
                        .as_ref()
                        .map(markup::line)
                        .unwrap_or_default(),
                    text: markup::prose(&narrative.text, 4),
                })
                .collect(),
            impact: impact(report, labels),
            detection: detection(report, labels),
            timeline: TimelineView::new(&report.timeline),
            factors: report
                .factors
                .iter()
                .enumerate()
                .map(|(index, factor)| {
                    FactorView::new(factor, report.primary == Primary::Factor(index), labels)
                })
                .collect(),
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
            response: [
                set("What helped", ListId::Helped, &report.helped_codes),
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
                set(
                    "What automation did",
                    ListId::AutomationParts,
                    &report.automation,
                ),
            ]
            .into_iter()
            .flatten()
            .collect(),
            bands: bands(&report.context, labels),
        }
    }
}

fn one(
    title: &'static str,
    list: ListId,
    code: Option<&Slug>,
    labels: Labels,
) -> Option<(&'static str, String)> {
    code.map(|code| (title, labels.term(list, code).label))
}

fn many(
    title: &'static str,
    list: ListId,
    codes: &[crate::report::Coded],
    labels: Labels,
) -> Option<(&'static str, String)> {
    let words: Vec<String> = codes
        .iter()
        .map(|coded| labels.term(list, &coded.code))
        .map(|Labelled { label, .. }| label)
        .collect();
    (!words.is_empty()).then(|| (title, words.join(", ")))
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
