//! Where in a report the codes of a list stand.

use crate::report::{Coded, Report};

use super::ListId;

/// The lists of which a report carries any number of codes and that analysts code, in the order
/// of the desk. (Codes of single factors and mitigations belong to their words.)
pub const CODED: [ListId; 12] = [
    ListId::FailureModes,
    ListId::EventTypes,
    ListId::Phases,
    ListId::Triggers,
    ListId::Detectors,
    ListId::DetectionGaps,
    ListId::ImpactWho,
    ListId::ImpactKinds,
    ListId::HumanFactors,
    ListId::AutomationParts,
    ListId::ResponseDifficulties,
    ListId::Helped,
];

/// The codes of a list in a report; none for a list that is not in [`CODED`].
pub fn codes_of<T>(report: &Report<T>, list: ListId) -> &[Coded] {
    match list {
        ListId::FailureModes => &report.failure_modes,
        ListId::EventTypes => &report.events,
        ListId::Phases => &report.phases,
        ListId::Triggers => &report.triggers,
        ListId::Detectors => &report.detection.detectors,
        ListId::DetectionGaps => &report.detection.gaps,
        ListId::ImpactWho => &report.impact.who,
        ListId::ImpactKinds => &report.impact.kinds,
        ListId::HumanFactors => &report.human_factors,
        ListId::AutomationParts => &report.automation,
        ListId::ResponseDifficulties => &report.difficulties,
        ListId::Helped => &report.helped_codes,
        _ => &[],
    }
}

/// The codes of a list in a report, to change them; `None` for a list that is not in [`CODED`].
pub fn codes_of_mut<T>(report: &mut Report<T>, list: ListId) -> Option<&mut Vec<Coded>> {
    Some(match list {
        ListId::FailureModes => &mut report.failure_modes,
        ListId::EventTypes => &mut report.events,
        ListId::Phases => &mut report.phases,
        ListId::Triggers => &mut report.triggers,
        ListId::Detectors => &mut report.detection.detectors,
        ListId::DetectionGaps => &mut report.detection.gaps,
        ListId::ImpactWho => &mut report.impact.who,
        ListId::ImpactKinds => &mut report.impact.kinds,
        ListId::HumanFactors => &mut report.human_factors,
        ListId::AutomationParts => &mut report.automation,
        ListId::ResponseDifficulties => &mut report.difficulties,
        ListId::Helped => &mut report.helped_codes,
        _ => return None,
    })
}
