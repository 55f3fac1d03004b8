//! Candor: an anonymous, cross-industry registry of software incidents.
//!
//! A write-up comes in, who and when are taken out, what happened and why stays. The modules in
//! the order a report meets them; arrows between them point down only (`tests/tidy` holds that):
//!
//! - [`anonymise`]: the only way from raw to redacted text.
//! - [`report`]: what a report is.
//! - [`taxonomy`]: the lists of codes and technologies.
//! - [`writeup`]: real write-ups become reports.
//! - [`tagging`]: technologies and codes a text speaks of.
//! - [`lint`]: advice on wording.
//! - [`identifiability`]: how recognisable a report still is.
//! - [`patterns`]: counts over published reports.
//! - [`digests`]: the periodical.
//! - [`export`]: what programs take along: feeds, tables, citations.
//! - [`stack`]: from a manifest to technologies, and to the reports that fit them.
//! - [`generate`]: invented published reports, for load tests.
//! - [`storage`]: the database.
//! - [`search`]: the full-text index over published reports.
//! - [`auth`]: keys, receipts, passwords.
//! - [`intake`], [`review`], [`registry`], [`jobs`]: the use cases of reporter, analyst, reader and
//!   the machine itself.
//! - [`backup`], [`doctor`]: the use cases of whoever runs it.
//! - [`web`], [`portal`], [`api`], [`cli`]: the frames around them.
//! - [`config`], [`app`]: settings and wiring.

pub mod anonymise;
pub mod api;
pub mod app;
pub mod auth;
pub mod backup;
pub mod cli;
pub mod config;
pub mod digests;
pub mod doctor;
pub mod drills;
pub mod export;
pub mod generate;
pub mod identifiability;
pub mod intake;
pub mod jobs;
pub mod lint;
pub mod patterns;
pub mod portal;
pub mod registry;
pub mod report;
pub mod review;
pub mod search;
pub mod sheet;
pub mod stack;
pub mod storage;
pub mod tagging;
pub mod taxonomy;
pub mod web;
pub mod writeup;
