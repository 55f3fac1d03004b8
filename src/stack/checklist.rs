//! What to go through with one's own stack: from what helped in the reports that fit it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::anonymise::RedactedText;
use crate::patterns::{Count, Counts, MINIMUM, can_be_done};
use crate::report::{PublicReport, ReportId, Slug};
use crate::taxonomy::{ListId, Taxonomy};

/// Items of a section.
const MOST: usize = 6;
/// Reports whose own words are taken.
const QUOTED: usize = 6;

/// Questions for a team, by section.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Checklist {
    /// The sections that have items.
    pub sections: Vec<ChecklistSection>,
}

/// Items that answer one question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChecklistSection {
    /// The question.
    pub heading: &'static str,
    /// What to tick off.
    pub items: Vec<ChecklistItem>,
}

/// One line to tick off.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ChecklistItem {
    /// Something that enough reports have in common ([`MINIMUM`]).
    Code {
        /// The words people read.
        label: String,
        /// What it means.
        definition: String,
        /// How many of the reports have it, at least.
        reports: u32,
        /// Which term it is.
        #[serde(skip)]
        term: (ListId, Slug),
    },
    /// What helped or was changed, in the words of one report.
    Words {
        /// The words.
        text: RedactedText,
        /// The report.
        report: ReportId,
    },
}

impl Checklist {
    /// The checklist from these reports, the best first.
    pub fn of(reports: &[&PublicReport<RedactedText>]) -> Self {
        Self::from_counts(&Counts::of(reports.iter().copied()), reports)
    }

    /// The checklist from what is counted, with the words of these reports.
    pub fn from_counts(counts: &Counts, quoted: &[&PublicReport<RedactedText>]) -> Self {
        let taxonomy = Taxonomy::builtin();
        let codes = |list: ListId, ranked: Vec<Count>| {
            let items = ranked.into_iter();
            let items = items.filter(|line| can_be_done(list, &line.code));
            items
                .take(MOST)
                .map(|Count { code, reports }| ChecklistItem::Code {
                    label: taxonomy.label(list, &code).to_owned(),
                    definition: taxonomy
                        .term(list, &code)
                        .map(|term| term.definition().to_owned())
                        .unwrap_or_default(),
                    reports,
                    term: (list, code),
                })
                .collect::<Vec<_>>()
        };
        let changed = counts.remediations().into_iter();
        let changed = changed.filter(|line| line.outcomes.reports as usize >= MINIMUM);
        let changed = changed.map(|line| Count {
            code: line.class,
            reports: line.outcomes.reports,
        });
        let sections = [
            (
                "Could you do this in time?",
                codes(ListId::Mitigations, counts.eased()),
            ),
            (
                "Is this in place?",
                codes(ListId::Helped, counts.helped.enough()),
            ),
            (
                "Would you be prepared for this?",
                codes(ListId::FailureModes, counts.failure_modes.enough()),
            ),
            (
                "Would this tell you?",
                codes(ListId::Detectors, counts.detectors.enough()),
            ),
            (
                "Have you changed this already?",
                codes(ListId::Remediations, changed.collect()),
            ),
            ("In the words of those it happened to", words(quoted)),
        ];
        Self {
            sections: sections
                .into_iter()
                .filter(|(_, items)| !items.is_empty())
                .map(|(heading, items)| ChecklistSection { heading, items })
                .collect(),
        }
    }
}

/// Of each of the best reports what helped first and one action.
fn words(reports: &[&PublicReport<RedactedText>]) -> Vec<ChecklistItem> {
    let mut items = Vec::new();
    for public in reports.iter().take(QUOTED) {
        let helped = public.report.helped.iter().take(1);
        let changed = public
            .report
            .actions
            .iter()
            .map(|action| &action.text)
            .take(1);
        for text in helped.chain(changed).filter(|text| !text.is_blank()) {
            items.push(ChecklistItem::Words {
                text: text.clone(),
                report: public.id,
            });
        }
    }
    items
}
