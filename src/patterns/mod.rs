//! What many reports say together: counts of codes, profiles of one technology or failure mode,
//! the resiliency matrix, fault trees, and combinations that come together more often than by
//! chance.
//!
//! Pure. Every number is a count of reports, a report counting once however often it names a
//! code: "at least", never a rate ([`BIAS`]). A code that its coder held for a guess
//! ([`Confidence::Low`](crate::report::Confidence::Low)) and the value `unknown` are not counted,
//! so that the lower bound is one.

mod breaks;
mod checklist;
mod counts;
mod fact;
mod matrix;
mod mining;
mod profile;
mod reading;
mod selection;
mod state;
mod table;
mod tally;
#[cfg(test)]
mod tests;

pub use breaks::{Branch, FaultTree};
pub use checklist::{Ask, Occasion, OccasionList};
pub use counts::Counts;
pub use fact::{Fact, Remedy, Stage, can_be_done, says_something, sure, technologies};
pub use matrix::{Cell, Component, Matrix, STATES};
pub use mining::{
    Chain, Cluster, Combination, Growing, Growth, Label, Mined, Pair, Sample, Stories,
};
pub use profile::{CombinationProfile, ModeProfile, READ_FIRST, Roles, TechnologyProfile};
pub use reading::{completeness, worth_reading_first};
pub use selection::Selection;
pub use state::{of_mode, states};
pub use table::{CodeTable, Samples};
pub use tally::{Count, Effects, MitigationCount, Outcomes, RemediationCount, Tally};

/// How many reports it takes before a page speaks of a pattern.
pub const MINIMUM: usize = 3;

/// What stands by every number, in plain words.
pub const BIAS: &str = "Every number here counts reports that were sent to us and published, so it \
is a lower bound: \"at least\". What is easy to notice or safe to tell is reported more often than \
the rest. The numbers do not say how often something happens, and they rank neither people, \
products nor companies.";
