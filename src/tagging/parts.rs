//! The parts of a report, and how much each says about codes of a list.

use crate::report::{Factor, Report};
use crate::taxonomy::ListId;

/// Where in a report a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Synopsis,
    Summary,
    Heading,
    Narrative,
    Impact,
    Detection,
    Timeline,
    Factor,
    Mitigation,
    Helped,
    Luck,
    Action,
    Lesson,
}

impl Part {
    /// How much a phrase in this part says about codes of a list; nothing where it tells of plans
    /// or of something else.
    pub(super) fn weight(self, list: ListId) -> u32 {
        match (list, self) {
            (_, Self::Action | Self::Heading) => 0,
            (ListId::Detectors, Self::Detection) | (ListId::Mitigations, Self::Mitigation) => 4,
            (ListId::FailureModes | ListId::EventTypes, Self::Title | Self::Synopsis)
            | (ListId::EventTypes, Self::Impact)
            | (ListId::Factors, Self::Factor) => 3,
            (ListId::FailureModes, Self::Summary | Self::Factor)
            | (ListId::EventTypes, Self::Summary)
            | (ListId::Triggers, Self::Title | Self::Synopsis | Self::Summary)
            | (ListId::Mitigations, Self::Timeline)
            | (ListId::Factors, Self::Lesson) => 2,
            (ListId::Factors | ListId::FailureModes, _)
            | (
                _,
                Self::Title | Self::Synopsis | Self::Summary | Self::Narrative | Self::Timeline,
            )
            | (ListId::Mitigations, Self::Helped)
            | (ListId::Triggers, Self::Factor) => 1,
            _ => 0,
        }
    }

    /// How much a technology named in this part belongs to the report.
    pub(super) fn technology_weight(self) -> u32 {
        match self {
            Self::Title | Self::Synopsis => 3,
            Self::Summary | Self::Factor => 2,
            Self::Heading | Self::Action => 0,
            _ => 1,
        }
    }
}

/// The part of each text, in the order of [`Report::texts`].
pub(super) fn parts<T>(report: &Report<T>) -> Vec<Part> {
    let mut parts = vec![Part::Title, Part::Synopsis, Part::Summary];
    for narrative in &report.narratives {
        parts.extend(narrative.heading.iter().map(|_| Part::Heading));
        parts.push(Part::Narrative);
    }
    parts.extend([Part::Impact, Part::Detection]);
    parts.extend(report.timeline.iter().map(|_| Part::Timeline));
    for factor in &report.factors {
        push_factor(factor, &mut parts);
    }
    parts.extend(report.mitigations.iter().map(|_| Part::Mitigation));
    parts.extend(report.helped.iter().map(|_| Part::Helped));
    parts.extend(report.luck.iter().map(|_| Part::Luck));
    parts.extend(report.actions.iter().map(|_| Part::Action));
    parts.extend(report.lessons.iter().map(|_| Part::Lesson));
    parts
}

fn push_factor<T>(factor: &Factor<T>, parts: &mut Vec<Part>) {
    parts.push(Part::Factor);
    for child in &factor.children {
        push_factor(child, parts);
    }
}
