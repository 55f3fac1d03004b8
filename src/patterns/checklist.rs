//! Checklists for an occasion: what helped and what was missing where others did the same.

use crate::report::{Effect, Slug};
use crate::taxonomy::ListId;

use super::MINIMUM;
use super::breaks::{Branch, grow};
use super::fact::{Fact, Remedy, Stage, can_be_done, says_something};
use super::selection::Selection;
use super::table::{CodeTable, Row};

/// Lines of one question.
const MOST: usize = 7;

/// When a checklist is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Before a release.
    Release,
    /// Before a change of settings.
    Configuration,
    /// Before a failover or its exercise.
    Failover,
    /// Before a migration.
    Migration,
    /// Before a certificate or secret is renewed.
    Renewal,
    /// Before a peak of use.
    Peak,
    /// At the start of a turn on call.
    OnCall,
    /// While it burns.
    Incident,
    /// At the review afterwards.
    Review,
}

/// What a checklist asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Ways it failed.
    Modes,
    /// What contributed.
    Factors,
    /// Why it was not noticed sooner.
    Gaps,
    /// How it was noticed.
    Detectors,
    /// What eased it.
    Eased,
    /// What was tried and did nothing, or harm.
    Vain,
    /// What helped.
    Helped,
    /// What made the response hard.
    Difficulties,
    /// Working conditions.
    Conditions,
    /// Changes that held.
    Held,
}

/// What to go through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OccasionList {
    /// Reports it is drawn from, at least.
    pub reports: u32,
    /// Questions that have an answer, each with what enough reports say, the most said first.
    pub sections: Vec<(Ask, Vec<Branch>)>,
}

impl Occasion {
    /// All, in the order of a system's life.
    pub const ALL: [Self; 9] = [
        Self::Release,
        Self::Configuration,
        Self::Failover,
        Self::Migration,
        Self::Renewal,
        Self::Peak,
        Self::OnCall,
        Self::Incident,
        Self::Review,
    ];

    /// As an address names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Configuration => "configuration",
            Self::Failover => "failover",
            Self::Migration => "migration",
            Self::Renewal => "renewal",
            Self::Peak => "peak",
            Self::OnCall => "on-call",
            Self::Incident => "incident",
            Self::Review => "review",
        }
    }

    /// By its name in an address.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.as_str() == name)
    }

    /// Codes of the reports that tell of it; none for an occasion that any report tells of.
    fn codes(self) -> &'static [(ListId, &'static str)] {
        use ListId::{FailureModes, Phases, Triggers};
        match self {
            Self::Release => &[
                (Phases, "release-rollout"),
                (Phases, "feature-flag-change"),
                (Triggers, "code-release"),
                (Triggers, "flag-flip"),
            ],
            Self::Configuration => &[(Phases, "configuration-change"), (Triggers, "config-push")],
            Self::Failover => &[
                (Phases, "failover-or-dr-exercise"),
                (Triggers, "failover-or-restart"),
                (FailureModes, "failed-failover"),
            ],
            Self::Migration => &[
                (Phases, "schema-or-data-migration"),
                (Phases, "infrastructure-change"),
                (Triggers, "data-or-schema-change"),
            ],
            Self::Renewal => &[
                (Triggers, "certificate-or-secret-expiry"),
                (FailureModes, "expired-credential-or-certificate"),
            ],
            Self::Peak => &[
                (Phases, "peak-load-event"),
                (Triggers, "legitimate-traffic-surge"),
            ],
            Self::OnCall | Self::Incident | Self::Review => &[],
        }
    }

    fn asks(self) -> &'static [Ask] {
        match self {
            Self::OnCall => &[
                Ask::Eased,
                Ask::Difficulties,
                Ask::Modes,
                Ask::Detectors,
                Ask::Helped,
            ],
            Self::Incident => &[
                Ask::Modes,
                Ask::Eased,
                Ask::Vain,
                Ask::Difficulties,
                Ask::Helped,
            ],
            Self::Review => &[
                Ask::Factors,
                Ask::Gaps,
                Ask::Conditions,
                Ask::Difficulties,
                Ask::Held,
            ],
            _ => &[
                Ask::Modes,
                Ask::Factors,
                Ask::Gaps,
                Ask::Detectors,
                Ask::Eased,
                Ask::Vain,
                Ask::Helped,
            ],
        }
    }
}

impl Ask {
    fn is(self, fact: &Fact) -> bool {
        let of = |wanted: ListId| match fact {
            Fact::Code(list, code) => *list == wanted && says_something(wanted, code),
            _ => false,
        };
        match self {
            Self::Modes => of(ListId::FailureModes),
            Self::Factors => of(ListId::Factors),
            Self::Gaps => of(ListId::DetectionGaps),
            Self::Detectors => of(ListId::Detectors),
            Self::Helped => match fact {
                Fact::Code(list @ ListId::Helped, code) => can_be_done(*list, code),
                _ => false,
            },
            Self::Difficulties => of(ListId::ResponseDifficulties),
            Self::Conditions => of(ListId::HumanFactors),
            Self::Eased => {
                matches!(fact, Fact::Eased(code) if can_be_done(ListId::Mitigations, code))
            }
            Self::Vain => match fact {
                Fact::Had(code, Effect::NoEffect | Effect::MadeWorse) => {
                    can_be_done(ListId::Mitigations, code)
                }
                _ => false,
            },
            Self::Held => match fact {
                Fact::Action(Remedy::Class(class), Stage::Held) => {
                    can_be_done(ListId::Remediations, class)
                }
                _ => false,
            },
        }
    }
}

impl OccasionList {
    /// What the reports say that tell of the occasion, and in which a technology of the stack took
    /// part; of an empty stack all of them. Of too few reports it has no sections.
    pub fn of(table: &CodeTable, occasion: Occasion, stack: &[Slug]) -> Self {
        let facts: Vec<Fact> = stack.iter().cloned().map(Fact::Technology).collect();
        let reports = if stack.is_empty() {
            table.all()
        } else {
            table.with_any(&facts)
        };
        let codes = occasion.codes();
        let told: Vec<bool> = table
            .facts()
            .iter()
            .map(|fact| match fact {
                Fact::Code(list, code) => codes.contains(&(*list, code.as_str())),
                _ => false,
            })
            .collect();
        let tells = |row: &&Row| {
            let mut numbers = row.facts.iter();
            codes.is_empty()
                || numbers.any(|number| told.get(*number as usize).copied() == Some(true))
        };
        let rows: Vec<&Row> = reports.rows().filter(tells).collect();
        let mut list = Self {
            reports: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            ..Self::default()
        };
        if rows.len() < MINIMUM {
            return list;
        }
        for ask in occasion.asks() {
            let lines = grow(table, &rows, MOST, |fact| ask.is(fact)).into_iter();
            let lines: Vec<Branch> = lines.map(|(_, line)| line).collect();
            if !lines.is_empty() {
                list.sections.push((*ask, lines));
            }
        }
        list
    }

    /// What these reports answer to each of these questions.
    pub fn asked(reports: &Selection<'_>, asks: &[Ask]) -> Vec<(Ask, Vec<Branch>)> {
        let rows: Vec<&Row> = reports.rows().collect();
        let answers = asks.iter().map(|ask| {
            let lines = grow(reports.table, &rows, MOST, |fact| ask.is(fact));
            (*ask, lines.into_iter().map(|(_, line)| line).collect())
        });
        answers
            .filter(|(_, lines): &(Ask, Vec<Branch>)| !lines.is_empty())
            .collect()
    }

    /// Whether there is something to go through.
    pub fn enough(&self) -> bool {
        !self.sections.is_empty()
    }
}
