//! The preview: what would be kept, before anything is.

use askama::Template;

use crate::anonymise::{Kind, Leak, RawText, finds};
use crate::identifiability::{Level, Verdict};
use crate::intake::{Advice, Preview, Removal};
use crate::portal::forms::ReportForm;
use crate::portal::view::FormFields;
use crate::portal::{Labels, Layout, ReportView, Section};

/// Removals of one kind.
#[derive(Clone, Debug)]
struct Removed {
    /// "person", "date or time".
    kind: &'static str,
    /// At how many places.
    count: usize,
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
    /// What its rule finds, in plain words.
    finds: &'static str,
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
    warnings: Vec<String>,
    advice: Vec<Advice>,
    /// Why it cannot be sent yet, in plain words; empty when it can.
    flaws: Vec<String>,
}

impl PreviewPage {
    /// `form` comes from [`ReportForm::from_report`], framed.
    pub fn new(
        layout: Layout,
        looked: Preview,
        form: ReportForm,
        warnings: Vec<String>,
        labels: Labels,
    ) -> Self {
        let removals = looked.removals.all();
        let mut leaks: Vec<Leak> = removals.iter().filter_map(|removal| removal.leak).collect();
        leaks.sort_unstable();
        leaks.dedup();
        Self {
            layout,
            view: ReportView::new(&looked.report, labels),
            fields: FormFields::new(form, &[], labels),
            removed: by_kind(removals),
            leaks,
            verdict: looked.verdict,
            warnings,
            advice: looked.advice,
            flaws: looked.flaws.iter().map(ToString::to_string).collect(),
        }
    }

    fn total(&self) -> usize {
        self.removed.iter().map(|removed| removed.count).sum()
    }
}

fn by_kind(removals: &[Removal]) -> Vec<Removed> {
    let rows = |kind: Kind| -> Vec<Row> {
        let numbered = removals.iter().enumerate();
        numbered
            .filter(|(_, removal)| removal.kind == kind)
            .map(|(number, removal)| Row {
                number,
                was: removal.was.clone(),
                mark: removal.placeholder.clone(),
                finds: finds(removal.rule),
                count: removal.count(),
                can_return: removal.can_return(),
            })
            .collect()
    };
    Kind::ALL
        .into_iter()
        .map(|kind| (kind, rows(kind)))
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(kind, rows)| Removed {
            kind: kind.label(),
            count: rows.iter().map(|row| row.count).sum(),
            rows,
        })
        .collect()
}
