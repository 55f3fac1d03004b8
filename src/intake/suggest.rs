//! Codes the text itself speaks for, taken over where the reporter has chosen none.

use super::{Draft, Intake, Removals, redact};
use crate::report::{Coded, Coder, Confidence, Report, TechnologyUse};
use crate::tagging::{Suggestions, Tagger};
use crate::taxonomy::ListId;

impl Intake {
    /// The draft with the codes its text speaks for, wherever a list is still empty. They are
    /// marked as the machine's, and the reporter sees them before anything is kept.
    pub fn complete(&self, mut draft: Draft) -> Draft {
        let redacted = redact(
            &self.anonymiser,
            draft.report.clone(),
            &draft.wishes,
            &Removals::default(),
        )
        .report;
        adopt(&mut draft.report, &Tagger::builtin().suggest(&redacted));
        draft
    }
}

/// Fills empty lists of a report with what is likely at least.
pub fn adopt<T>(report: &mut Report<T>, suggestions: &Suggestions) {
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
