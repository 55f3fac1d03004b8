//! What was done at the desk.

use askama::Template;

use crate::portal::{Layout, Section, paths};
use crate::review::{Deed, Finding};

/// The trail, the latest first.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/audit.html")]
pub struct AuditPage {
    layout: Layout,
    deeds: Vec<Deed>,
    finding: Option<Finding>,
    earlier: Option<String>,
}

impl AuditPage {
    /// The deeds of this page, what the trail says about itself if it was looked at, and the address
    /// of what was done before.
    pub fn new(
        layout: Layout,
        deeds: Vec<Deed>,
        finding: Option<Finding>,
        earlier: Option<String>,
    ) -> Self {
        Self {
            layout,
            deeds,
            finding,
            earlier,
        }
    }
}
