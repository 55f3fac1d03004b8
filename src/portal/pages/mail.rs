//! The desk's side of the mailbox.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::identifiability::{self, Level, Verdict};
use crate::portal::forms::{LetterForm, facts};
use crate::portal::view::{MessageView, message_actions};
use crate::portal::{Crowd, Html, Labels, Layout, ReportView, Section, markup, paths};
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
    /// The report as it would be.
    change: Option<Box<Proposed>>,
}

/// A report as an amendment would have it.
#[derive(Clone, Debug)]
struct Proposed {
    /// Codes, bands and marks that it takes away and adds.
    facts_gone: Vec<String>,
    facts_new: Vec<String>,
    /// How identifiable it would be.
    verdict: Verdict,
    /// How many share what could point at the reporter; nothing where that could not be counted.
    crowd: Option<Crowd>,
    whole: ReportView,
}

impl Proposed {
    fn new(
        public: &Report<RedactedText>,
        changed: &Report<RedactedText>,
        crowd: Option<Crowd>,
        labels: Labels,
    ) -> Self {
        let (now, then) = (facts(public, labels), facts(changed, labels));
        let only = |of: &[String], other: &[String]| {
            let of = of.iter().filter(|fact| !other.contains(fact));
            of.cloned().collect()
        };
        Self {
            facts_gone: only(&now, &then),
            facts_new: only(&then, &now),
            verdict: identifiability::judge_report(changed, 0),
            crowd: crowd.filter(|crowd| !crowd.is_empty()),
            whole: ReportView::new(changed, labels),
        }
    }
}

/// What a page says of a message, beside what is in it.
#[derive(Clone, Debug, Default)]
pub struct Weighed {
    /// Names of those who accept what it proposes.
    pub accepted_by: Vec<String>,
    /// Whether the reader is one of them.
    pub by_reader: bool,
    /// How many share what the report would say, where it proposes a change.
    pub crowd: Option<Crowd>,
}

impl DeskMailPage {
    /// The mailbox; `weighed` is in the order of its messages.
    pub fn new(
        layout: Layout,
        mail: &DeskMail,
        weighed: Vec<Weighed>,
        nonce: String,
        labels: Labels,
    ) -> Self {
        let public = mail.public.as_deref().map(|public| &public.report);
        let actions = message_actions(public);
        let messages = mail.messages.iter().zip(weighed);
        let messages = messages.map(|((message, _), weighed)| {
            let open = message.state == MessageState::Open;
            let decide = (open && message.letter.kind().proposes()).then(|| {
                let (mut gone, mut new, mut proposed) = (Vec::new(), Vec::new(), None);
                if let (Letter::Amendment(change), Some(public)) = (&message.letter, public) {
                    gone = missing(public, &change.report);
                    new = missing(&change.report, public);
                    let change = Proposed::new(public, &change.report, weighed.crowd, labels);
                    proposed = Some(Box::new(change));
                }
                Decide {
                    id: message.id,
                    accepted_by: weighed.accepted_by,
                    by_reader: weighed.by_reader,
                    gone,
                    new,
                    change: proposed,
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
                seen: mail.messages.last().map_or(0, |(last, _)| last.number),
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
