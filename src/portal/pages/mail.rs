//! The desk's side of the mailbox.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::forms::LetterForm;
use crate::portal::view::{MessageView, message_actions};
use crate::portal::{Html, Labels, Layout, ReportView, Section, markup, paths};
use crate::report::{Letter, MessageId, MessageState, Report, ReportId, Sender, Status};
use crate::review::{DeskMail, QUESTIONS, Waiting};

/// The mailbox of one report.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/mail.html")]
pub struct DeskMailPage {
    layout: Layout,
    status: Status,
    /// The report's page: at the desk, or public.
    report: String,
    action: String,
    messages: Vec<DeskMessage>,
    /// The reporter's words wait for an answer.
    unread: bool,
    form: LetterForm,
    needed: usize,
}

/// One message, with what may be decided about it.
#[derive(Clone, Debug)]
struct DeskMessage {
    view: MessageView,
    decide: Option<Decide>,
}

/// A proposal that waits.
#[derive(Clone, Debug)]
struct Decide {
    id: MessageId,
    /// Names of those who accept it.
    accepted_by: Vec<String>,
    by_reader: bool,
    /// Texts that the proposal takes away and adds.
    gone: Vec<Html>,
    new: Vec<Html>,
    whole: Option<ReportView>,
}

impl DeskMailPage {
    /// The mailbox. `names` are those who accept each message's proposal, in the order of the
    /// messages, with whether the reader is one of them.
    pub fn new(
        layout: Layout,
        mail: &DeskMail,
        names: &[(Vec<String>, bool)],
        nonce: String,
        labels: Labels,
    ) -> Self {
        let public = mail.public.as_deref().map(|public| &public.report);
        let actions = message_actions(public);
        let messages = mail.messages.iter().zip(names);
        let messages = messages.map(|((message, _), (accepted_by, by_reader))| {
            let open = message.state == MessageState::Open;
            let decide = (open && message.letter.kind().proposes()).then(|| {
                let (mut gone, mut new, mut whole) = (Vec::new(), Vec::new(), None);
                if let (Letter::Amendment(change), Some(public)) = (&message.letter, public) {
                    gone = missing(public, &change.report);
                    new = missing(&change.report, public);
                    whole = Some(ReportView::new(&change.report, labels));
                }
                Decide {
                    id: message.id,
                    accepted_by: accepted_by.clone(),
                    by_reader: *by_reader,
                    gone,
                    new,
                    whole,
                }
            });
            DeskMessage {
                view: MessageView::new(message, Sender::Desk, &actions),
                decide,
            }
        });
        Self {
            status: mail.status,
            report: match public {
                Some(_) => paths::report(mail.id),
                None => paths::desk_report(mail.id),
            },
            action: paths::desk_mail(mail.id),
            messages: messages.collect(),
            unread: mail.messages.iter().any(|(message, _)| {
                message.sender == Sender::Reporter
                    && message.state == MessageState::Open
                    && !message.letter.kind().proposes()
            }),
            form: LetterForm {
                nonce,
                asks: true,
                ..LetterForm::default()
            },
            needed: mail.approvals_needed,
            layout,
        }
    }
}

/// Texts of one version that the other does not have.
fn missing(of: &Report<RedactedText>, other: &Report<RedactedText>) -> Vec<Html> {
    let known = other.texts();
    let texts = of.texts().into_iter();
    let only = texts.filter(|text| !text.is_blank() && !known.contains(text));
    only.map(markup::line).collect()
}

/// Reports with words that wait for an answer.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/waiting.html")]
pub struct DeskWaitingPage {
    layout: Layout,
    /// Address, short name, status, whether the desk is waited for.
    lines: Vec<(String, String, Status, bool)>,
}

impl DeskWaitingPage {
    /// What waits, the desk's own business first.
    pub fn new(layout: Layout, waiting: &[Waiting]) -> Self {
        let mut lines: Vec<_> = waiting
            .iter()
            .map(|one| {
                let desk = one.from == Sender::Reporter;
                (paths::desk_mail(one.id), short(one.id), one.status, desk)
            })
            .collect();
        lines.sort_by_key(|(.., desk)| !desk);
        Self { layout, lines }
    }
}

fn short(id: ReportId) -> String {
    id.to_string().chars().take(8).collect()
}
