//! What is typed into the search.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| candor_fuzz::query::holds(data));
