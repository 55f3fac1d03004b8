//! Which reports teach most in the first ten minutes.

use std::cmp::Reverse;

use crate::report::{PublicReport, Report, ReportId};

use super::table::{Rank, first};

/// How much of the story a report tells: one point each, 0 to 10, for a summary of 20 words,
/// accounts of 80 words, impact, detection, three timeline events, two factors, a mitigation with
/// its effect, what helped, actions, and lessons.
pub fn completeness<T: AsRef<str>>(report: &Report<T>) -> u8 {
    let words = |text: &T| text.as_ref().split_whitespace().count();
    let said = |text: &T| words(text) > 0;
    let told: usize = report.narratives.iter().map(|n| words(&n.text)).sum();
    let impact = &report.impact;
    let detection = &report.detection;
    [
        words(&report.summary) >= 20,
        told >= 80,
        said(&impact.text) || !impact.kinds.is_empty() || !impact.who.is_empty(),
        said(&detection.text) || !detection.detectors.is_empty(),
        report.timeline.len() >= 3,
        report.factors.len() >= 2,
        report.mitigations.iter().any(|m| m.effect.is_some()),
        !report.helped.is_empty() || !report.helped_codes.is_empty(),
        !report.actions.is_empty(),
        !report.lessons.is_empty(),
    ]
    .into_iter()
    .map(u8::from)
    .sum()
}

/// The reports to read first: the most complete, then the most severe, then by id.
pub fn worth_reading_first<'a, T: AsRef<str> + 'a>(
    reports: impl IntoIterator<Item = &'a PublicReport<T>>,
    most: usize,
) -> Vec<ReportId> {
    first(reports.into_iter().map(rank), most)
}

/// A report's place among those to read first.
pub(super) fn rank<T: AsRef<str>>(public: &PublicReport<T>) -> Rank {
    let told = completeness(&public.report);
    (Reverse((told, public.report.severity)), public.id)
}
