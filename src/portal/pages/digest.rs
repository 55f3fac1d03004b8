//! Digests: the list, and one issue.

use askama::Template;

use crate::portal::{Layout, Section};
use crate::report::Period;

/// One issue in the list.
#[derive(Clone, Debug)]
pub struct DigestLine {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) reports: Option<u64>,
}

impl DigestLine {
    /// The issue of a period, with the number of its reports where it is known.
    pub fn new(period: Period, reports: Option<u64>) -> Self {
        Self { href: format!("/digests/{period}"), label: period.label(), reports }
    }
}

/// All issues, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "public/digests.html")]
pub struct DigestsPage {
    layout: Layout,
    issues: Vec<DigestLine>,
}

impl DigestsPage {
    /// The issues, newest first.
    pub fn new(layout: Layout, issues: Vec<DigestLine>) -> Self {
        Self { layout, issues }
    }
}

/// One issue.
#[derive(Clone, Debug, Template)]
#[template(path = "public/digest.html")]
pub struct DigestPage {
    layout: Layout,
}

impl DigestPage {
    /// The issue.
    pub fn new(layout: Layout, _digest: &crate::digests::Digest<crate::anonymise::RedactedText>, _labels: crate::portal::Labels) -> Self {
        Self { layout }
    }
}
