//! Reports that may tell of the same as one at the desk.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::{Html, Layout, Section, markup, paths};
use crate::report::ReportId;

/// A report that is like another.
#[derive(Clone, Debug)]
pub struct AlikeLine {
    id: String,
    href: String,
    title: Html,
    /// What both are about, in words.
    shared: Vec<String>,
}

impl AlikeLine {
    /// One that waits, or one that is `public`.
    pub fn new(id: ReportId, title: &RedactedText, shared: Vec<String>, public: bool) -> Self {
        Self {
            id: id.to_string(),
            href: if public {
                paths::report(id)
            } else {
                paths::desk_report(id)
            },
            title: markup::line(title),
            shared,
        }
    }
}

/// Look-alikes of a report, waiting and public.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/alike.html")]
pub struct AlikePage {
    layout: Layout,
    title: Html,
    action: String,
    groups: [(&'static str, &'static str, Vec<AlikeLine>); 2],
}

impl AlikePage {
    /// The report, and what is like it.
    pub fn new(
        layout: Layout,
        id: ReportId,
        title: &RedactedText,
        waiting: Vec<AlikeLine>,
        public: Vec<AlikeLine>,
    ) -> Self {
        Self {
            layout,
            title: markup::line(title),
            action: paths::desk_report(id),
            groups: [
                ("waiting", "Waiting at the desk", waiting),
                ("public", "Public", public),
            ],
        }
    }
}
