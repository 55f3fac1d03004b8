//! The receipt: shown once, asked with, used to take a report back.

use askama::Template;

use crate::portal::forms::{FieldError, FieldErrorKind};
use crate::portal::{Layout, Section, paths};
use crate::report::{Refusal, ReportId, Status};

/// Sent: the receipt, this once.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/sent.html")]
pub struct SentPage {
    layout: Layout,
    groups: Vec<String>,
    two_analysts: bool,
}

impl SentPage {
    /// `receipt` in any grouping; shown in groups of four. `approvals` is how many analysts must
    /// agree before publication.
    pub fn new(layout: Layout, receipt: &str, approvals: usize) -> Self {
        let plain: Vec<char> = receipt
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        Self {
            layout,
            groups: plain
                .chunks(4)
                .map(|group| group.iter().collect())
                .collect(),
            two_analysts: approvals > 1,
        }
    }
}

/// Ask after a report.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/receipt.html")]
pub struct ReceiptPage {
    layout: Layout,
    errors: Vec<FieldError>,
    unknown: bool,
}

impl ReceiptPage {
    /// `unknown`: a receipt was asked with that no report has.
    pub fn new(layout: Layout, errors: Vec<FieldError>, unknown: bool) -> Self {
        Self {
            layout,
            errors,
            unknown,
        }
    }
}

/// Where a report stands.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/status.html")]
pub struct StatusPage {
    layout: Layout,
    status: Status,
    refusal: Option<Refusal>,
    public: Option<String>,
    receipt: String,
    unconfirmed: bool,
}

impl StatusPage {
    /// `receipt` as typed goes back into the page's forms and nowhere else; `public` is the
    /// published report; `unconfirmed`: "Take it back" was pressed without the box ticked.
    pub fn new(
        layout: Layout,
        status: Status,
        refusal: Option<Refusal>,
        public: Option<ReportId>,
        receipt: impl Into<String>,
        unconfirmed: bool,
    ) -> Self {
        Self {
            layout,
            status,
            refusal,
            public: public.map(paths::report),
            receipt: receipt.into(),
            unconfirmed,
        }
    }

    fn heading(&self) -> &'static str {
        match self.status {
            Status::Received => "Your report is waiting for an analyst",
            Status::InReview => "An analyst is reading your report",
            Status::Approved => "Your report is approved",
            Status::Published => "Your report is published",
            Status::Refused => "Your report will not be published",
            Status::Withdrawn => "You took this report back",
        }
    }

    fn next(&self) -> &'static str {
        match self.status {
            Status::Received => "Nobody has looked at it yet. Come back in a few days.",
            Status::InReview => {
                "They check that nothing in it points to you, and add codes so that others find it."
            }
            Status::Approved => "It waits for an analyst to publish it.",
            Status::Published => "Anybody can read it now.",
            Status::Refused => {
                "Nobody outside the desk has seen it. You may change it and send it again as a new report."
            }
            Status::Withdrawn => "Its text is deleted. Nothing of it can be read here any more.",
        }
    }

    fn steps(&self) -> [(&'static str, bool); 4] {
        let at = match self.status {
            Status::Received => 1,
            Status::InReview => 2,
            Status::Approved => 3,
            Status::Published => 4,
            Status::Refused | Status::Withdrawn => 0,
        };
        [
            ("Received", at >= 1),
            ("In review", at >= 2),
            ("Approved", at >= 3),
            ("Published", at >= 4),
        ]
    }

    fn ended(&self) -> bool {
        matches!(self.status, Status::Refused | Status::Withdrawn)
    }

    fn can_withdraw(&self) -> bool {
        self.status.may_become(Status::Withdrawn)
    }
}
