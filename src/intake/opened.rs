//! Everything a receipt opens: where the report stands, the mailbox, what is asked of the actions,
//! and what readers said.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::mailbox::{self, MailError, Message};
use super::{Intake, Standing};
use crate::anonymise::RedactedText;
use crate::auth::Receipt;
use crate::report::{
    ChangeReason, Checkpoint, Letter, MessageState, Period, PublicReport, Reaction, ReportId,
    Sender,
};
use crate::storage::{digests, joined, parts, pending, published, reactions};

/// What a receipt opens.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where the report stands.
    pub standing: Standing,
    /// The mailbox, in order.
    pub messages: Vec<Message>,
    /// The public report, once there is one.
    pub public: Option<Box<PublicReport<RedactedText>>>,
    /// What is asked of its actions.
    pub asked: Option<Asked>,
    /// Digests that tell of it, the latest first.
    pub digests: Vec<Period>,
    /// What readers said of it, each with "at least so many"; left out where that is nobody.
    pub reactions: Vec<(Reaction, u64)>,
    /// What the desk split off it and is public: id and title.
    pub parts: Vec<(ReportId, RedactedText)>,
    /// How many parts are not public.
    pub parts_ahead: usize,
    /// Other public reports of the same event: id and title.
    pub event: Vec<(ReportId, RedactedText)>,
}

/// What is asked of the actions of a public report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To tell now what became of them.
    Now(Checkpoint),
    /// To come back on this day.
    From(Checkpoint, Date),
    /// Nothing more.
    Nothing,
}

impl Opened {
    /// Whether the desk waits for an answer.
    pub fn waits_for_reporter(&self) -> bool {
        self.messages.iter().any(|message| {
            message.sender == Sender::Desk
                && message.state == MessageState::Open
                && matches!(message.letter, Letter::Question(_))
        })
    }
}

impl Intake {
    /// Everything this receipt opens; `None` where it opens nothing.
    ///
    /// How long that takes does not tell which: for a receipt that no report has, the same is
    /// looked up, under an id that nothing has.
    pub fn open(&self, receipt: &Receipt) -> Result<Option<Opened>, MailError> {
        let mac = receipt.mac(self.keys.master());
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        self.storage.read(|tx| {
            let row = pending::by_receipt(tx, &mac)?;
            let id = row.as_ref().map_or_else(ReportId::random, |row| row.id);
            let messages = mailbox::read(tx, &self.keys, id)?;
            if messages.is_empty() {
                mailbox::open_stand_in(&self.keys)?;
            }
            let public = published::get(tx, id)?.map(Box::new);
            let asked = public
                .as_deref()
                .filter(|public| !public.report.actions.is_empty())
                .map(|public| asked(public, &messages, today));
            let (digests, reactions) = (digests::mentioning(tx, &id)?, reactions::shown(tx, id)?);
            let (parts, event) = (parts::of(tx, id)?, joined::with(tx, id)?);
            let beside: Vec<ReportId> = parts.iter().chain(&event).copied().collect();
            let titles = published::titles(tx, &beside)?;
            let public_of = |ids: &[ReportId]| -> Vec<(ReportId, RedactedText)> {
                let title = |id: &ReportId| Some((*id, titles.get(id)?.clone()));
                ids.iter().filter_map(title).collect()
            };
            let shown = public_of(&parts);
            Ok(row.map(|row| Opened {
                standing: row.into(),
                messages,
                public,
                asked,
                digests,
                reactions,
                parts_ahead: parts.len() - shown.len(),
                event: public_of(&event),
                parts: shown,
            }))
        })
    }
}

impl Intake {
    /// The days that lie ahead on which the reporter of this receipt is asked something, and today.
    pub fn days_to_come_back(
        &self,
        receipt: &Receipt,
    ) -> Result<Option<(Vec<Date>, Date)>, MailError> {
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        let published = self.open(receipt)?.and_then(|opened| opened.public);
        Ok(published.map(|public| {
            let days = Checkpoint::ALL
                .into_iter()
                .filter_map(|checkpoint| checkpoint.due(public.published));
            (days.filter(|day| *day > today).collect(), today)
        }))
    }
}

/// The latest checkpoint that has come and of which nothing was told, or else the next one.
fn asked(public: &PublicReport<RedactedText>, messages: &[Message], today: Date) -> Asked {
    let told = |checkpoint: Checkpoint| {
        let accepted = public
            .changes
            .iter()
            .any(|change| change.reason == ChangeReason::FollowUp(checkpoint));
        let waits = messages.iter().any(|message| {
            message.state == MessageState::Open
                && matches!(&message.letter, Letter::FollowUp(told) if told.after == checkpoint)
        });
        accepted || waits
    };
    let dates = Checkpoint::ALL
        .into_iter()
        .filter_map(|checkpoint| Some((checkpoint, checkpoint.due(public.published)?)));
    let (come, ahead): (Vec<_>, Vec<_>) = dates.partition(|(_, date)| *date <= today);
    match (come.last(), ahead.first()) {
        (Some((checkpoint, _)), _) if !told(*checkpoint) => Asked::Now(*checkpoint),
        (_, Some((checkpoint, date))) => Asked::From(*checkpoint, *date),
        _ => Asked::Nothing,
    }
}
