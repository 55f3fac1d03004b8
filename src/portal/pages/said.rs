//! What a reader says of a report: the question before it is counted, and the thanks.

use askama::Template;

use crate::portal::{Layout, Section, paths};
use crate::report::{Reaction, ReportId};

/// Asks once more, or thanks.
#[derive(Clone, Debug, Template)]
#[template(path = "public/said.html")]
pub struct SaidPage {
    layout: Layout,
    href: String,
    reaction: Reaction,
    ticket: Option<String>,
}

impl SaidPage {
    /// With a ticket it asks; without, it thanks.
    pub fn new(layout: Layout, id: ReportId, reaction: Reaction, ticket: Option<String>) -> Self {
        Self {
            layout,
            href: paths::report(id),
            reaction,
            ticket,
        }
    }
}
