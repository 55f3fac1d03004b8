//! What must hold for any input. A fuzzer tries these, and so do the ordinary tests (`tests/fuzz.rs`),
//! which read this very file.

pub mod anonymise;
pub mod manifest;
pub mod query;
pub mod typed;
pub mod writeup;
