//! Every page with what it holds at its fullest, its usual and its emptiest, for the tests.

mod alerts;
mod data;
mod desk;
mod digests;
mod drills;
mod guides;
mod pages;
mod patterns;
mod private;
mod public;
mod receipt;
mod reports;
mod sets;
mod stack;
mod staff;
mod writing;

pub(crate) use pages::{all as pages, german};
pub(crate) use reports::{redacted, slug};
