//! Parts of pages, each with its own template: a report in a list, bars, a timeline, a whole report.

mod accounts;
mod bars;
mod chains;
mod crowd;
mod facts;
mod fault;
mod fields;
mod figures;
mod findings;
mod grown;
mod help;
mod line;
mod listed;
mod message;
pub(crate) mod notes;
mod one_page;
mod report;
mod sections;
mod severity;
mod suggestions;
mod term;
mod thread;
mod timeline;
mod tree;
pub(crate) mod words;

pub use bars::{Bars, Count};
pub(crate) use chains::Chains;
pub use crowd::Crowd;
pub(crate) use facts::{Part, named, part};
pub(crate) use fault::FaultView;
pub(crate) use fields::{FormFields, SecondFields, ShortFields};
pub(crate) use figures::Figures;
pub(crate) use findings::{Findings, times};
pub(crate) use grown::Grown;
pub use line::ReportLine;
pub(crate) use listed::{either, together};
pub(crate) use message::{MessageView, actions as message_actions};
pub(crate) use one_page::{OnePage, brief, lines_of};
pub use report::ReportView;
pub(crate) use sections::{Band, CodeSet, FactorView, MitigationView};
pub(crate) use severity::SeverityMark;
pub use suggestions::Suggestions;
pub(crate) use term::TermNote;
pub(crate) use thread::ThreadView;
pub(crate) use timeline::TimelineView;
pub(crate) use tree::TreeView;

/// Declares a template that may stand in another one unescaped: it escapes what it holds.
macro_rules! component {
    ($($name:ident),+ $(,)?) => {$(impl askama::filters::HtmlSafe for $name {})+};
}
pub(crate) use component;

/// Declares an enum that is one of several components, and is written as that.
macro_rules! one_of {
    ($name:ident: $($variant:ident),+ $(,)?) => {
        impl askama::FastWritable for $name {
            fn write_into(
                &self,
                dest: &mut dyn std::fmt::Write,
                values: &dyn askama::Values,
            ) -> askama::Result<()> {
                match self {$(
                    Self::$variant(part) => askama::FastWritable::write_into(part, dest, values),
                )+}
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {$(Self::$variant(part) => std::fmt::Display::fmt(part, f),)+}
            }
        }
        impl askama::filters::HtmlSafe for $name {}
    };
}
pub(crate) use one_of;
