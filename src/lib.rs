//! Candor: an anonymous, cross-industry registry of software incidents.
//!
//! A write-up comes in, who and when are taken out, what happened and why stays. The modules in
//! the order a report meets them; arrows between them point down only (`tests/tidy.rs` holds that):
//!
//! - [`anonymise`]: the only way from raw to redacted text.
//! - [`report`]: what a report is.
//! - [`writeup`]: real write-ups become reports: sections, timeline, factors, actions.

pub mod anonymise;
pub mod report;
pub mod writeup;
