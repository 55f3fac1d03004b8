//! The preview: what would be kept, before anything is.

use askama::Template;

use crate::anonymise::{Kind, Leak, RawText, finds};
use crate::identifiability::{Level, Verdict};
use crate::intake::{Advice, Preview, Removal};
use crate::portal::forms::ReportForm;
use crate::portal::view::FormFields;
use crate::portal::view::notes::flaw;
use crate::portal::{Crowd, Labels, Layout, ReportLine, ReportView, Said, Section};

/// Removals of one kind.
#[derive(Clone, Debug)]
struct Removed {
    /// "person", "date or time".
    kind: &'static str,
    /// At how many places.
    count: usize,
    found: Vec<Found>,
    /// Whether its list is unfolded.
    open: bool,
}

/// Removals of one kind that one rule made.
#[derive(Clone, Debug)]
struct Found {
    /// What the rule finds, in plain words.
    finds: &'static str,
    rows: Vec<Row>,
}

/// One removal.
#[derive(Clone, Debug)]
struct Row {
    /// Its number in the form.
    number: usize,
    /// What stood there; empty where nobody needs it back.
    was: RawText,
    mark: String,
    /// At how many places.
    count: usize,
    can_return: bool,
}

/// The anonymised report, what was taken out, what to look at, and every field to change.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/preview.html")]
pub struct PreviewPage {
    layout: Layout,
    view: ReportView,
    fields: FormFields,
    removed: Vec<Removed>,
    /// Kinds of secrets that were in it.
    leaks: Vec<Leak>,
    verdict: Verdict,
    /// What was not understood, in plain words.
    warnings: Vec<Said>,
    advice: Vec<Advice>,
    /// Why it cannot be sent yet, in plain words; empty when it can.
    flaws: Vec<Said>,
    /// Why it was not kept, in plain words; empty where nothing was sent.
    problem: String,
    /// Public reports like it, and how many there are.
    alike: Vec<ReportLine>,
    alike_total: usize,
    /// Address of all of them.
    alike_all: String,
    crowd: Crowd,
    /// Given with a code, beside another report.
    second: bool,
}

impl PreviewPage {
    /// `form` comes from [`ReportForm::from_report`], framed.
    pub fn new(
        layout: Layout,
        looked: Preview,
        form: ReportForm,
        warnings: Vec<Said>,
        labels: Labels,
    ) -> Self {
        let removals = looked.removals.all();
        let mut leaks: Vec<Leak> = removals.iter().filter_map(|removal| removal.leak).collect();
        leaks.sort_unstable();
        leaks.dedup();
        let named = looked.suggestions.technologies.iter();
        let fresh = named.filter(|found| {
            let mut used = looked.report.technologies.iter();
            used.all(|used| used.slug != found.slug)
        });
        let offered = fresh.map(|found| labels.technology(&found.slug).label);
        let offered = offered.collect();
        Self {
            layout,
            view: ReportView::new(&looked.report, labels),
            second: !form.code.is_blank(),
            fields: FormFields::new(form, &[], labels).offering(offered),
            removed: by_kind(removals),
            leaks,
            verdict: looked.verdict,
            warnings,
            advice: looked.advice,
            flaws: looked.flaws.iter().map(flaw).collect(),
            problem: String::new(),
            alike: Vec::new(),
            alike_total: 0,
            alike_all: String::new(),
            crowd: Crowd::default(),
        }
    }

    /// With public reports like it, each with the reason ([`ReportLine::because`]), and the address
    /// of all of them.
    #[must_use]
    pub fn in_company(mut self, total: usize, lines: Vec<ReportLine>, all: String) -> Self {
        (self.alike, self.alike_total, self.alike_all) = (lines, total, all);
        self
    }

    /// After sending failed: nothing was kept.
    #[must_use]
    pub fn because(mut self, problem: String) -> Self {
        self.problem = problem;
        self
    }

    /// With how many share what could point at the reporter.
    #[must_use]
    pub fn among(mut self, crowd: Crowd) -> Self {
        self.crowd = crowd;
        self
    }

    fn total(&self) -> usize {
        self.removed.iter().map(|removed| removed.count).sum()
    }
}

/// As many removals are shown unfolded: what a person reads through.
const UNFOLDED: usize = 20;

fn by_kind(removals: &[Removal]) -> Vec<Removed> {
    let mut kinds: Vec<Removed> = Vec::new();
    let mut room = UNFOLDED;
    for kind in Kind::ALL {
        let mut removed = Removed {
            kind: kind.label(),
            count: 0,
            found: Vec::new(),
            open: false,
        };
        let numbered = removals.iter().enumerate();
        for (number, removal) in numbered.filter(|(_, removal)| removal.kind == kind) {
            let finds = finds(removal.rule);
            let row = Row {
                number,
                was: removal.was.clone(),
                mark: removal.placeholder.clone(),
                count: removal.count(),
                can_return: removal.can_return(),
            };
            removed.count += row.count;
            match removed.found.iter_mut().find(|found| found.finds == finds) {
                Some(found) => found.rows.push(row),
                None => removed.found.push(Found {
                    finds,
                    rows: vec![row],
                }),
            }
        }
        let rows = removed.found.iter().map(|found| found.rows.len()).sum();
        removed.open = rows <= room;
        room = room.saturating_sub(if removed.open { rows } else { 0 });
        if removed.count > 0 {
            kinds.push(removed);
        }
    }
    kinds
}
