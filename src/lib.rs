//! Candor: an anonymous, cross-industry registry of software incidents.
//!
//! A write-up comes in, who and when are taken out, what happened and why stays. The modules in
//! the order a report meets them; arrows between them point down only (`tests/tidy.rs` holds that):
//!
//! - [`anonymise`]: the only way from raw to redacted text.
//! - [`report`]: what a report is.
//! - [`patterns`]: what many reports say together, in counts.
//! - [`digests`]: the issue of a month, quarter or year, compiled from published reports.

pub mod anonymise;
pub mod digests;
pub mod patterns;
pub mod report;
