//! A failure mode: how it starts, what keeps it going, how it shows, and what ends it.

use super::parts::Parts;
use super::{Beside, Block, ProfilePage, Questions, questions};
use crate::patterns::{Fact, ModeProfile};
use crate::portal::{Labels, Layout, Phrase, Said, Section, paths};
use crate::taxonomy::ListId;

/// What is known of a failure mode.
#[derive(Clone, Debug)]
pub struct ModeGuide {
    /// What is counted.
    pub profile: ModeProfile,
}

impl ProfilePage {
    /// The page of a failure mode.
    pub fn mode(layout: Layout, guide: &ModeGuide, beside: Beside) -> Self {
        let labels = Labels::builtin();
        let slug = &guide.profile.mode;
        let mode = labels.term(ListId::FailureModes, slug);
        let counts = &guide.profile.counts;
        let parts = Parts {
            counts,
            within: format!("mode:{slug}"),
            labels,
        };
        let few = !guide.profile.enough();
        let mut blocks = Vec::new();
        if !few {
            blocks.extend(parts.lesson());
            let fact = Fact::Code(ListId::FailureModes, slug.clone());
            blocks.push(parts.together(&beside.mined, &fact));
            blocks.push(parts.order(&beside.mined, &fact));
        }
        blocks.push(Block::Questions(Questions {
            asked: questions::about(
                mode.definition.clone(),
                Said::default(),
                if few { None } else { Some(counts) },
                labels,
            ),
        }));
        Self {
            layout: Layout {
                title: mode.label.clone().into(),
                description: mode.definition.clone().into(),
                section: Section::Patterns,
                address: paths::pattern(slug.as_str()),
                ..layout
            },
            crumb: (paths::PATTERNS, "Patterns"),
            heading: mode.label.into(),
            standfirst: Phrase::Meaning(mode.definition),
            reports: counts.reports,
            few,
            blocks,
            lines: beside.lines,
            drills: beside.drills,
            all: paths::search(&parts.within),
            feed: paths::feed(&parts.within),
            further: beside.guide.into_iter().collect(),
        }
    }
}
