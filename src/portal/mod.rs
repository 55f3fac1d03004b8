//! The pages: templates and what they show, forms and what they mean, and the files they load.
//!
//! Pages and forms neither answer a request nor ask the database: `routes` passes domain values in
//! and gets HTML out. Text of a report enters a page only as [`crate::anonymise::RedactedText`] and leaves
//! it escaped. No page needs a script, an inline style, or anything from another server.

#[macro_use]
mod say;

pub mod assets;
pub mod forms;
mod labels;
mod language;
mod layout;
mod markdown;
mod markup;
pub mod pages;
pub mod paths;
mod routes;
#[cfg(test)]
mod samples;
mod schema;
mod tables;
#[cfg(test)]
mod tests;
mod view;

pub use labels::{Group, Labelled, Labels};
pub use language::Language;
pub use layout::{Layout, Section};
pub use markup::{Html, Piece};
pub use routes::{keeps_what_was_typed, problem, routes, speak, standalone_digest};
pub use say::{Phrase, Said, Word};
pub(crate) use tables::Table;
pub use view::{Bars, Count, Crowd, ReportLine, ReportView, Suggestions};
