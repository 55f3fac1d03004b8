//! Candor: an anonymous, cross-industry registry of software incidents.
//!
//! A write-up comes in, who and when are taken out, what happened and why stays. The modules in
//! the order a report meets them; arrows between them point down only (`tests/tidy.rs` holds that):
//!
//! - [`anonymise`]: the only way from raw to redacted text.
//! - [`report`]: what a report is.
//! - [`taxonomy`]: the words it is coded with: lists of terms, and technologies.
//! - [`tagging`]: which technologies and codes a text speaks of, with the evidence.
//! - [`lint`]: wording that blames, judges or stops too early, with gentler questions.

pub mod anonymise;
pub mod lint;
pub mod report;
pub mod tagging;
pub mod taxonomy;
