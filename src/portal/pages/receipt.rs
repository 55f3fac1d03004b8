//! The receipt: shown once, and everything it opens.

use askama::Template;

use crate::anonymise::{RawText, RedactedText};
use crate::intake::{Opened, Piece};
use crate::portal::forms::{FieldError, FieldErrorKind, LetterForm};
use crate::portal::view::ThreadView;
use crate::portal::{Html, Layout, ReportLine, Section, markup, paths};
use crate::report::{Reaction, Refusal, ReportId, Status};

/// Sent: the receipt, this once.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/sent.html")]
pub struct SentPage {
    layout: Layout,
    groups: Vec<String>,
    receipt: String,
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
            receipt: receipt.to_owned(),
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

/// What a request did before the page was drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nothing.
    #[default]
    None,
    /// "Take it back" was pressed without the box ticked.
    Unconfirmed,
    /// A message was kept.
    Kept,
    /// The changed report took the place of the one that waited.
    Replaced,
    /// The changed report waits for an analyst.
    Proposed,
    /// The same form was sent before.
    SentBefore,
}

/// Everything a receipt opens.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/status.html")]
pub struct StatusPage {
    layout: Layout,
    status: Status,
    refusal: Option<Refusal>,
    public: Option<String>,
    revision: u32,
    receipt: String,
    notice: Notice,
    waits: bool,
    /// The report that was sent.
    own: ThreadView,
    digests: Vec<(String, String)>,
    reactions: Vec<(Reaction, u64)>,
    similar: Vec<ReportLine>,
    similar_total: usize,
    parts: Vec<PartView>,
    event: Vec<(String, Html)>,
}

/// A report that was split off.
#[derive(Clone, Debug)]
struct PartView {
    title: Html,
    status: Status,
    refusal: Option<Refusal>,
    public: Option<String>,
    thread: ThreadView,
}

impl PartView {
    /// `number` counts from 1.
    fn new(number: usize, part: &Piece, form: &LetterForm) -> Self {
        let form = LetterForm {
            part: part.id.to_string(),
            ..form.clone()
        };
        Self {
            title: markup::line(&part.title),
            status: part.status,
            refusal: part.refusal,
            public: part.public.as_ref().map(|_| paths::report(part.id)),
            thread: ThreadView::new(
                format!("-part-{number}"),
                form,
                part.status,
                part.public.as_deref(),
                &part.messages,
                part.asked,
            ),
        }
    }
}

/// Address and title of reports.
fn links(reports: &[(ReportId, RedactedText)]) -> Vec<(String, Html)> {
    let link = |(id, title): &(ReportId, RedactedText)| (paths::report(*id), markup::line(title));
    reports.iter().map(link).collect()
}

impl StatusPage {
    /// `receipt` as typed goes back into the page's forms and nowhere else. `nonce` is the number of
    /// the form for a message. `similar` are reports published since that are like this one, with
    /// how many there are.
    pub fn new(
        layout: Layout,
        opened: &Opened,
        similar: (usize, Vec<ReportLine>),
        receipt: &str,
        nonce: String,
        notice: Notice,
    ) -> Self {
        let public = opened.public.as_deref();
        let form = LetterForm::blank(RawText::new(receipt), nonce);
        let parts = opened.parts.iter().enumerate();
        Self {
            layout,
            status: opened.standing.status,
            refusal: opened.standing.refusal,
            public: public.map(|public| paths::report(public.id)),
            revision: public.map_or(0, |public| public.revision),
            receipt: receipt.to_owned(),
            notice,
            waits: opened.waits_for_reporter(),
            parts: parts
                .map(|(at, part)| PartView::new(at + 1, part, &form))
                .collect(),
            own: ThreadView::new(
                String::new(),
                form,
                opened.standing.status,
                public,
                &opened.messages,
                opened.asked,
            ),
            digests: opened
                .digests
                .iter()
                .map(|period| (paths::digest(*period), period.label()))
                .collect(),
            reactions: opened.reactions.clone(),
            similar_total: similar.0,
            similar: similar.1,
            event: links(&opened.event),
        }
    }

    /// Somebody waits, and it is not the reporter who may.
    fn waits_for_you(&self) -> bool {
        self.waits && self.public.is_none() && !self.ended()
    }

    fn heading(&self) -> &'static str {
        if self.waits_for_you() {
            return "Your report is waiting for you";
        }
        Self::heading_of(self.status)
    }

    fn heading_of(status: Status) -> &'static str {
        match status {
            Status::Received => "Your report is waiting for an analyst",
            Status::InReview => "An analyst is reading your report",
            Status::Approved => "Your report is approved",
            Status::Published => "Your report is published",
            Status::Counted => "Your report is counted",
            Status::Refused => "Your report will not be published",
            Status::Withdrawn => "You took this report back",
        }
    }

    fn next(&self) -> &'static str {
        if self.waits_for_you() {
            return "An analyst has read it and asks you something before going on. Without an answer it goes its way all the same.";
        }
        Self::next_of(self.status)
    }

    fn next_of(status: Status) -> &'static str {
        match status {
            Status::Received => {
                "Nobody has looked at it yet. The first look usually comes within 3 working days."
            }
            Status::InReview => {
                "They check that nothing in it points to you, and add codes so that others find it. That usually takes a week; a question to you may come first, and stands here."
            }
            Status::Approved => {
                "It waits for an analyst to publish it, usually within a few working days."
            }
            Status::Published => "Anybody can read it now.",
            Status::Counted => {
                "How it failed is counted on the page of patterns. It has no page of its own, so that nobody can recognise you in it. Its text is deleted."
            }
            Status::Refused => {
                "Nobody outside the desk has seen it. You may change it and send it again as a new report. Its text is destroyed 30 days after the decision."
            }
            Status::Withdrawn => {
                "Its text is deleted, and every message with it. Nothing of it can be read here any more."
            }
        }
    }

    fn steps(&self) -> [(&'static str, bool); 4] {
        let at = match self.status {
            Status::Received => 1,
            Status::InReview => 2,
            Status::Approved => 3,
            Status::Published | Status::Counted => 4,
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

    /// Where on the page a question of the desk waits.
    fn question_at(&self) -> String {
        let parts = (1..).zip(&self.parts);
        let mut asked = parts.filter(|(_, part)| part.thread.is_asked());
        match asked.next() {
            Some((number, _)) if !self.own.is_asked() => format!("letters-part-{number}"),
            _ => "letters".to_owned(),
        }
    }
}
