//! The sheet for whoever signs a report off in the reporter's organisation: on paper only.

use askama::Template;

use crate::identifiability::{Level, Verdict};
use crate::intake::Preview;
use crate::portal::{Crowd, Labels, Layout, ReportView, Section};

/// What would become public, what was taken out by kind, and lines to sign on.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/sheet.html")]
pub struct SheetPage {
    layout: Layout,
    view: ReportView,
    /// Kinds of what was taken out, and at how many places.
    removed: Vec<(&'static str, usize)>,
    verdict: Verdict,
    crowd: Crowd,
}

impl SheetPage {
    /// The sheet of what a look showed.
    pub fn new(layout: Layout, looked: &Preview, crowd: Crowd, labels: Labels) -> Self {
        let removed = looked.removals.counts().into_iter();
        Self {
            layout,
            view: ReportView::new(&looked.report, labels),
            removed: removed.map(|(kind, count)| (kind.label(), count)).collect(),
            verdict: looked.verdict.clone(),
            crowd,
        }
    }
}
