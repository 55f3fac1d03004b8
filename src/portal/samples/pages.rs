//! Every page, rendered.

use super::reports::{bare, fullest, hostile, usual};
use super::{alerts, desk, digests, drills, patterns, private, public, sets, staff, writing};
use crate::portal::{Labels, Layout, ReportLine, Section};

pub(super) fn labels() -> Labels {
    Labels::builtin()
}

pub(super) fn layout(section: Section, title: &str) -> Layout {
    Layout::public(section, title, "One sentence.")
        .sample(true)
        .at("https://candor.example/")
}

pub(super) fn unlisted(section: Section, title: &str) -> Layout {
    Layout::private(section, title)
}

pub(super) fn lines() -> Vec<ReportLine> {
    [usual(), fullest(), hostile(), bare()]
        .iter()
        .map(|report| ReportLine::new(report, labels()))
        .collect()
}

/// Name and HTML of every page with every sample.
pub(crate) fn all() -> Vec<(String, String)> {
    [
        public::all(),
        digests::all(),
        patterns::all(),
        drills::all(),
        alerts::all(),
        sets::all(),
        writing::all(),
        private::all(),
        staff::all(),
        desk::all(),
    ]
    .concat()
}
