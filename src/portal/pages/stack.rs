//! Your stack: hand in manifests, and what the reports say to them.

use askama::Template;

use crate::anonymise::RawText;
use crate::portal::{Html, Labels, Layout, ReportLine, Said, Section, markup, paths};
use crate::stack::{Answer, ChecklistItem};

/// Paste or upload manifests.
#[derive(Clone, Debug, Template)]
#[template(path = "public/stack.html")]
pub struct StackPage {
    layout: Layout,
    limit_mib: usize,
    /// What was pasted, given back where it could not be read.
    pub typed: RawText,
    /// What could not be read, and why.
    pub problems: Vec<Said>,
}

/// The reports that fit.
#[derive(Clone, Debug, Template)]
#[template(path = "public/stack_answer.html")]
pub struct StackAnswerPage {
    layout: Layout,
    technologies: Vec<Recognised>,
    unknown: usize,
    problems: Vec<Said>,
    total: usize,
    reports: Vec<ReportLine>,
    considered: usize,
    checklist: Vec<(&'static str, Vec<Line>)>,
}

/// A technology that a manifest named.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Its page.
    pub href: String,
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub label: String,
    /// What said so: `npm:ioredis`.
    pub said_by: String,
}

/// A line to tick off.
#[derive(Clone, Debug)]
struct Line {
    lead: String,
    definition: String,
    words: Html,
    reports: u32,
    href: String,
}

impl StackPage {
    /// An empty page.
    pub fn new(layout: Layout, limit_bytes: usize) -> Self {
        Self {
            layout,
            limit_mib: limit_bytes / 1024 / 1024,
            typed: RawText::default(),
            problems: Vec::new(),
        }
    }
}

impl StackAnswerPage {
    /// What was recognised, what could not be read, and what the reports say.
    pub fn new(
        layout: Layout,
        technologies: Vec<Recognised>,
        unknown: usize,
        problems: Vec<Said>,
        answer: &Answer,
        labels: Labels,
    ) -> Self {
        let line = |item: &ChecklistItem| match item {
            ChecklistItem::Code {
                label,
                definition,
                reports,
                ..
            } => Line {
                lead: label.clone(),
                definition: definition.clone(),
                words: Html::default(),
                reports: *reports,
                href: String::new(),
            },
            ChecklistItem::Words { text, report } => Line {
                lead: String::new(),
                definition: String::new(),
                words: markup::line(text),
                reports: 0,
                href: paths::report(*report),
            },
        };
        let sections = answer.checklist.sections.iter();
        let reports = answer.reports.iter().map(|(report, fit)| {
            let shared = fit.shared.iter().map(|slug| labels.technology(slug).label);
            let shared = shared.collect::<Vec<_>>().join(", ");
            ReportLine::new(report, labels).because(say!("stack-answer-too", shared = shared))
        });
        Self {
            layout,
            technologies,
            unknown,
            problems,
            total: answer.total,
            reports: reports.collect(),
            considered: answer.considered,
            checklist: sections
                .map(|section| (section.heading, section.items.iter().map(line).collect()))
                .collect(),
        }
    }
}
