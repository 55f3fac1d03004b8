//! Candor: an anonymous, cross-industry registry of software incidents.
//!
//! A write-up comes in, who and when are taken out, what happened and why stays. The modules in
//! the order a report meets them; arrows between them point down only (`tests/tidy.rs` holds that):
//!
//! - [`anonymise`]: the only way from raw to redacted text.
//! - [`report`]: what a report is.
//! - [`storage`]: the database.
//! - [`search`]: the full-text index over published reports.
//! - [`auth`]: keys, receipts, passwords.
//! - [`portal`]: the pages.

pub mod anonymise;
pub mod auth;
pub mod portal;
pub mod report;
pub mod search;
pub mod storage;
pub mod taxonomy;
