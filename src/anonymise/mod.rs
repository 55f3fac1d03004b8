//! From what a reporter wrote to what may be kept: identities, times and secrets become placeholders.
//!
//! Nothing else in Candor can make a [`RedactedText`]; whoever holds one holds text that went
//! through here. This module is pure and uses no other module of Candor.

mod atlas;
mod band;
mod calendar;
mod cast;
mod catalogue;
mod chunk;
mod clean;
mod clock;
mod doc;
mod draft;
mod engine;
mod glyph;
mod kind;
mod label;
mod language;
mod learned;
mod lexicon;
mod looks;
mod markup;
mod moment;
mod names;
mod phrases;
mod placeholder;
mod replace;
mod revoke;
mod role;
mod rules;
mod strike;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod token;
mod when;
mod wishes;

use std::ops::Range;

pub use catalogue::{Rule, finds, rules};
pub use engine::{Anonymised, Anonymiser, KeepName, Redaction};
pub use kind::Kind;
pub use learned::{LESSON_SLOTS, LESSON_UNIT, Lesson, Lessons};
pub use revoke::{Leak, leak, leak_called, leaks};
pub use strike::{Struck, removed, strike};
pub use style::flatten;
pub use text::{RawText, RedactedText};
pub use wishes::{Wishes, may_stay};

/// Where this anonymiser's own placeholders stand in a text, in bytes and in their order.
pub fn placeholders(text: &str) -> Vec<Range<usize>> {
    placeholder::find(text)
        .into_iter()
        .map(|(start, end)| start..end)
        .collect()
}
