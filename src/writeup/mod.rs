//! Real write-ups become reports: sections, timeline, factors, actions.
//!
//! Write-ups come in every form: Markdown with and without front matter, house templates in seven
//! languages, chat pastes, text taken from a PDF, JSON. The way of one:
//!
//! ```text
//! lines -> front matter, side columns -> blocks -> sections -> timeline -> report
//! ```
//!
//! Nothing is lost: every line ends in a section, a timeline entry or a field, and
//! [`Imported::lost_lines`] checks that by counting words. Authors and attendees are fields only;
//! they never enter the report. What could not be understood is said in [`Warning`]s.

mod account;
mod actions;
mod assemble;
mod blocks;
mod chat;
mod clock;
mod columns;
mod dates;
mod factors;
mod format;
mod front_matter;
mod headings;
mod items;
mod json;
mod labels;
mod lines;
mod resolve;
mod scan;
mod sections;
mod severity;
mod stamp;
mod tables;
mod template;
#[cfg(test)]
mod tests;
mod timeline;
mod title;
mod unusable;
mod warning;
mod zones;

pub use format::Format;
pub use headings::SectionKind;
pub use json::DRAFT;
pub use lines::Place;
pub use unusable::Unusable;
pub use warning::Warning;

use crate::anonymise::RawText;
use crate::report::Report;

/// Larger texts are refused: 1 MiB.
pub const MAX_BYTES: usize = 1 << 20;

/// A write-up as it was understood.
#[derive(Debug)]
pub struct Imported {
    /// The report, raw.
    pub report: Report<RawText>,
    /// Every section in the order of the text; the first is the document itself.
    pub sections: Vec<Section>,
    /// The entries of `report.timeline`, one for one, as they were written; then lines that are
    /// only a date or the names of columns.
    pub timeline: Vec<Written>,
    /// Front matter, dates, status, authors, remarks on zones, prompts and placeholders.
    pub metadata: Vec<Field>,
    /// For each source line (from 0) where it went; for JSON, for each line of its Markdown form.
    pub places: Vec<Place>,
    /// What was assumed.
    pub warnings: Vec<Warning>,
    /// The Markdown form of a JSON object.
    rendered: Option<RawText>,
    /// Whether the source had the form of a report, in which nothing had to be understood.
    verbatim: bool,
}

/// One section of a write-up.
#[derive(Debug)]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// Heading as written.
    pub heading: RawText,
    /// Source line of the heading, from 0.
    pub line: Option<usize>,
    /// Index of the section it lies in.
    pub parent: Option<usize>,
    /// Its text without timeline entries, verbatim.
    pub text: RawText,
}

/// The time of a timeline entry as written.
#[derive(Debug)]
pub struct Written {
    /// As written; empty if it had none.
    pub written: RawText,
    /// First source line, from 0.
    pub line: usize,
}

/// A field that is not part of the report's text.
#[derive(Debug)]
pub struct Field {
    /// Its name as written.
    pub name: RawText,
    /// Its value as written.
    pub value: RawText,
}

/// Turns a write-up into a report.
///
/// `name` is the file name, if there is one: it may carry a title and a date.
pub fn import(source: &RawText, name: Option<&str>, format: Format) -> Result<Imported, Unusable> {
    let text = source.expose();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(Unusable::TooLarge {
            bytes: text.len(),
            limit: MAX_BYTES,
        });
    }
    if !is_text(text) {
        return Err(Unusable::NotText);
    }
    if source.is_blank() {
        return Err(Unusable::Empty);
    }
    match format {
        Format::Json => json::import(text, name),
        Format::Markdown | Format::Text => assemble::document(text, name, format),
    }
}

/// Neither bytes that no text has, nor the beginnings of well-known binary forms.
fn is_text(text: &str) -> bool {
    let odd = text
        .chars()
        .filter(|c| {
            *c == '\u{fffd}' || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
        })
        .count();
    let binary = ["%PDF-", "PK\u{3}\u{4}", "{\\rtf"];
    !text.contains('\0')
        && odd * 20 <= text.len()
        && !binary.iter().any(|mark| text.starts_with(mark))
}

impl Imported {
    /// The write-up in the form in which people read it: what it says beside the report is there,
    /// too. `None` where the report is all of it.
    pub fn write_up(&self, source: &RawText) -> Option<RawText> {
        let read = self.rendered.as_ref().unwrap_or(source);
        (!self.verbatim).then(|| read.clone())
    }

    /// Source lines (from 0) of which words are lost: neither in the report nor in the headings,
    /// the times as written or the fields. Empty for every text, or the importer is wrong.
    pub fn lost_lines(&self, source: &RawText) -> Vec<usize> {
        if self.verbatim {
            return Vec::new();
        }
        let text = self.rendered.as_ref().unwrap_or(source);
        self.missing(&lines::clean(text.expose()))
    }
}
