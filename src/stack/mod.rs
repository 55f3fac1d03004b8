//! "What goes wrong with my stack?": from manifests to technologies, and from these to the reports
//! that fit best.
//!
//! A manifest (compose file, lock file, bill of materials, …) is read in memory into components,
//! and those into technologies of the taxonomy. What comes out names nothing but entries of the
//! taxonomy: a component that it does not know is counted and forgotten, so that an answer, a log
//! or an error can repeat no name of somebody's own.
//!
//! Reading is bounded in size, depth and number, never follows a reference out of the text, and
//! does not fail on what it does not know: [`Unreadable`] is for what is broken as a whole.

mod answer;
mod checklist;
mod components;
mod detect;
mod format;
mod formats;
mod lines;
mod rank;
mod recognise;
#[cfg(test)]
mod tests;
mod unreadable;
mod xml;
mod yaml;

pub use answer::Answer;
pub use checklist::{Checklist, ChecklistItem, ChecklistSection};
pub use format::Format;
pub use rank::{Fit, Weights};
pub use recognise::{Stack, Use};
pub use unreadable::Unreadable;

use crate::anonymise::RawText;
use crate::taxonomy::Taxonomy;
use components::Components;

/// Bytes of one manifest.
pub const MAX_MANIFEST: usize = 16 * 1024 * 1024;

/// A file somebody handed in.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// Name of the file, if there is one: it helps to tell formats apart.
    pub name: Option<RawText>,
    /// What is in it.
    pub text: RawText,
}

impl Stack {
    /// Adds the technologies of a manifest, and says what kind of file it was.
    pub fn read(&mut self, manifest: &Manifest) -> Result<Format, Unreadable> {
        let text = manifest.text.expose();
        if text.len() > MAX_MANIFEST {
            return Err(Unreadable::TooLarge);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        if text.contains('\0') {
            return Err(Unreadable::NotText);
        }
        let name = manifest.name.as_ref().map(RawText::expose);
        let format = detect::format(name, text)?;
        let mut components = Components::default();
        formats::read(format, text, &mut components)?;
        self.add(Taxonomy::builtin(), format, &components);
        Ok(format)
    }
}
