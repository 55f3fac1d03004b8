//! The storage on both databases: each test body runs on SQLite and on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "test bodies are functions here, because two tests call each"
)]

#[macro_use]
mod support;

mod alerts;
mod anew;
mod audit;
mod counts;
mod desk;
mod digests;
mod factors;
mod files;
mod letters;
mod meanwhile;
mod members;
mod migrations;
mod pending;
mod published;
mod receipts;
mod retention;
mod review;
mod sets;
mod shares;
mod staff;
mod survey;
mod transactions;
mod visibility;
