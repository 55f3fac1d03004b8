//! Which codes of a report the taxonomy does not have.

use crate::report::{Coded, Disclosed, Factor, Report, Slug};

use super::{ListId, Taxonomy};

/// A code that is not in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    /// The list, or `None` for technologies.
    pub list: Option<ListId>,
    /// The code.
    pub code: Slug,
}

impl Taxonomy {
    /// The codes of a report that its lists do not have, in the order of the report's fields.
    pub fn check<T>(&self, report: &Report<T>) -> Vec<UnknownCode> {
        let mut unknown: Vec<_> = codes(report)
            .into_iter()
            .filter(|(list, code)| !self.list(*list).accepts(code))
            .map(|(list, code)| UnknownCode {
                list: Some(list),
                code: code.clone(),
            })
            .collect();
        unknown.extend(
            report
                .technologies
                .iter()
                .filter(|used| self.technology(&used.slug).is_none())
                .map(|used| UnknownCode {
                    list: None,
                    code: used.slug.clone(),
                }),
        );
        unknown
    }
}

fn codes<T>(report: &Report<T>) -> Vec<(ListId, &Slug)> {
    let impact = &report.impact;
    let detection = &report.detection;
    let context = &report.context;
    let several: [(ListId, &[Coded]); 12] = [
        (ListId::EventTypes, &report.events),
        (ListId::Phases, &report.phases),
        (ListId::Triggers, &report.triggers),
        (ListId::FailureModes, &report.failure_modes),
        (ListId::HumanFactors, &report.human_factors),
        (ListId::AutomationParts, &report.automation),
        (ListId::ResponseDifficulties, &report.difficulties),
        (ListId::Helped, &report.helped_codes),
        (ListId::ImpactWho, &impact.who),
        (ListId::ImpactKinds, &impact.kinds),
        (ListId::Detectors, &detection.detectors),
        (ListId::DetectionGaps, &detection.gaps),
    ];
    let single = [
        (ListId::ImpactExtents, impact.extent.as_ref()),
        (ListId::ImpactDurations, impact.duration.as_ref()),
        (ListId::Reversibility, impact.reversibility.as_ref()),
        (ListId::DetectionDelays, detection.delay.as_ref()),
        (ListId::Sectors, Disclosed::known(&context.sector)),
        (ListId::OrganisationSizes, context.size.known()),
        (ListId::Hosting, context.hosting.known()),
        (ListId::OperatingModels, context.operating_model.known()),
        (ListId::Continents, context.continent.known()),
    ];
    let mut codes: Vec<_> = several
        .into_iter()
        .flat_map(|(list, codes)| codes.iter().map(move |coded| (list, &coded.code)))
        .chain(
            single
                .into_iter()
                .filter_map(|(list, code)| Some((list, code?))),
        )
        .collect();
    for narrative in &report.narratives {
        codes.extend(
            narrative
                .perspective
                .iter()
                .map(|role| (ListId::ReporterRoles, role)),
        );
    }
    for factor in &report.factors {
        push_factor(factor, &mut codes);
    }
    for mitigation in &report.mitigations {
        codes.extend(
            mitigation
                .code
                .iter()
                .map(|c| (ListId::Mitigations, &c.code)),
        );
    }
    for action in &report.actions {
        codes.extend(action.class.iter().map(|c| (ListId::Remediations, c)));
    }
    codes
}

fn push_factor<'a, T>(factor: &'a Factor<T>, codes: &mut Vec<(ListId, &'a Slug)>) {
    codes.extend(factor.code.iter().map(|c| (ListId::Factors, &c.code)));
    for child in &factor.children {
        push_factor(child, codes);
    }
}
