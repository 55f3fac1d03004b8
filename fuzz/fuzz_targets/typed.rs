//! What people type or paste: receipts, codes, periods.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| candor_fuzz::typed::holds(data));
