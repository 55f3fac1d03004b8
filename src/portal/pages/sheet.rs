//! The sheet for whoever signs a report off in the reporter's organisation: one page, on paper only.

use askama::Template;

use crate::identifiability::{Level, Reason, Verdict};
use crate::intake::Preview;
use crate::portal::view::{Band, OnePage, brief, lines_of};
use crate::portal::{Crowd, Labels, Layout, ReportView, Section};

/// Reasons of the verdict that are told; the preview tells all.
const REASONS: usize = 3;
/// Letters of each place where a sign shows.
const QUOTED: usize = 40;
/// Letters of "3 places" behind a kind of what was taken out.
const PLACES: usize = 14;
/// Lines of what we say on every sheet: what was taken out, how many share it, what happens then.
const OURS: usize = 18;

/// What would become public, cut to a page, what was taken out by kind, and lines to sign on.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/sheet.html")]
pub struct SheetPage {
    layout: Layout,
    view: ReportView,
    page: OnePage,
    /// Kinds of what was taken out, and at how many places.
    removed: Vec<(&'static str, usize)>,
    level: Level,
    /// Where each shows, and what it means.
    reasons: Vec<(Vec<String>, &'static str)>,
    more_reasons: usize,
    crowd: Crowd,
}

impl SheetPage {
    /// The sheet of what a look showed.
    pub fn new(layout: Layout, looked: &Preview, crowd: Crowd, labels: Labels) -> Self {
        let removed = looked.removals.counts().into_iter();
        let removed: Vec<_> = removed.map(|(kind, count)| (kind.label(), count)).collect();
        let Verdict { level, reasons } = &looked.verdict;
        let reasons = reasons
            .iter()
            .take(REASONS)
            .map(|reason| (quoted(reason), reason.message));
        let reasons: Vec<_> = reasons.collect();
        let kinds = removed.iter().map(|(kind, _)| kind.len() + PLACES).sum();
        let signs = reasons.iter().map(|(words, message)| {
            let words: usize = words.iter().map(String::len).sum();
            lines_of(words + message.len())
        });
        let taken = OURS + lines_of(kinds) + signs.sum::<usize>();
        Self {
            layout,
            view: ReportView::new(&looked.report, labels),
            page: OnePage::new(&looked.report, taken, labels),
            removed,
            level: *level,
            more_reasons: looked.verdict.reasons.len().saturating_sub(REASONS),
            reasons,
            crowd,
        }
    }
}

fn quoted(reason: &Reason) -> Vec<String> {
    let words = reason.words.iter();
    words.map(|words| brief(words, QUOTED)).collect()
}
