//! What the holder of a receipt and the desk have to do with one report: what became of its
//! actions, the mailbox, and the way to change it.

use askama::Template;
use jiff::civil::Date;

use super::{MessageView, component, message_actions};
use crate::anonymise::RedactedText;
use crate::intake::{Asked, Message, asks};
use crate::portal::Html;
use crate::portal::forms::LetterForm;
use crate::report::{Outcome, PublicReport, Sender, Status};

/// The way between the desk and the holder of a receipt, for one of the reports it leads to.
#[derive(Clone, Debug, Template)]
#[template(path = "components/thread.html")]
pub(crate) struct ThreadView {
    /// What sets its fields apart from those of another one; empty for the report that was sent.
    mark: String,
    status: Status,
    public: bool,
    revision: u32,
    /// Of the message that may be written.
    form: LetterForm,
    waits: bool,
    messages: Vec<MessageView>,
    asked: Option<Asked>,
    actions: Vec<Html>,
}

component!(ThreadView);

impl ThreadView {
    /// `mark` is empty for the report that was sent. `form` is blank, for this report.
    pub(crate) fn new(
        mark: String,
        mut form: LetterForm,
        status: Status,
        public: Option<&PublicReport<RedactedText>>,
        messages: &[Message],
        asked: Option<Asked>,
    ) -> Self {
        let actions = message_actions(public.map(|public| &public.report));
        let shown = |message| MessageView::new(message, Sender::Reporter, &actions);
        form.seen = messages
            .iter()
            .map(|message| message.number)
            .max()
            .unwrap_or(0);
        Self {
            mark,
            status,
            public: public.is_some(),
            revision: public.map_or(0, |public| public.revision),
            form,
            waits: asks(messages),
            messages: messages.iter().map(shown).collect(),
            asked,
            actions,
        }
    }

    /// Whether its reporter has something to do.
    pub(crate) fn waits(&self) -> bool {
        self.waits || matches!(self.asked, Some(Asked::Now(_)))
    }

    /// Whether a question waits for them.
    pub(crate) fn is_asked(&self) -> bool {
        self.waits
    }

    /// What may be changed: a report that waits, or a public one.
    fn can_amend(&self) -> bool {
        let waiting = [Status::Received, Status::InReview, Status::Approved];
        waiting.contains(&self.status) || self.public
    }

    /// Whether days to come back lie ahead.
    fn comes_back(&self) -> bool {
        match self.asked {
            Some(Asked::Now(after)) => after < crate::report::Checkpoint::Days180,
            Some(Asked::From(..)) => true,
            Some(Asked::Nothing) | None => false,
        }
    }

    /// A day as people read it: "30 December 2026".
    fn day(date: Date) -> String {
        date.strftime("%-d %B %Y").to_string()
    }
}
