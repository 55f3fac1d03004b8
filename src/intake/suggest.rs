//! Codes the text itself speaks for, taken over where the reporter has chosen none.

use crate::report::{Coded, Coder, Confidence, Report, TechnologyUse};
use crate::tagging::Suggestions;
use crate::taxonomy::ListId;

/// Fills empty lists of a report with what is likely at least.
pub(super) fn adopt<T>(report: &mut Report<T>, suggestions: &Suggestions) {
    if report.technologies.is_empty() {
        let technologies = suggestions
            .technologies
            .iter()
            .filter(|found| found.confidence >= Confidence::Medium);
        report.technologies = technologies
            .map(|found| TechnologyUse {
                slug: found.slug.clone(),
                version: found
                    .version
                    .as_ref()
                    .and_then(|version| version.parse().ok()),
                role: found.role,
                problem: None,
                state: None,
            })
            .collect();
    }
    for (list, codes) in [
        (ListId::EventTypes, &mut report.events),
        (ListId::Triggers, &mut report.triggers),
        (ListId::FailureModes, &mut report.failure_modes),
        (ListId::Detectors, &mut report.detection.detectors),
    ] {
        if codes.is_empty() {
            let likely = suggestions
                .of(list)
                .filter(|found| found.confidence >= Confidence::Medium);
            *codes = likely
                .map(|found| Coded {
                    code: found.code.clone(),
                    coder: Coder::Machine,
                    confidence: found.confidence,
                })
                .collect();
        }
    }
}
