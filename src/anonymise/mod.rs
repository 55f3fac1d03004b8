//! From what a reporter wrote to what may be kept: identities, times and secrets become placeholders.
//!
//! Nothing else in Candor can make a [`RedactedText`]; whoever holds one holds text that went
//! through here. This module is pure and uses no other module of Candor.

mod text;

pub use text::{RawText, RedactedText};
