//! Everything a receipt opens: where the report stands, the mailbox, what is asked of the actions,
//! and what readers said.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::amend::unsealed;
use super::mailbox::{self, MailError, Message};
use super::{Intake, Standing};
use crate::anonymise::RedactedText;
use crate::auth::Receipt;
use crate::report::{
    ChangeReason, Checkpoint, Letter, MessageState, Period, PublicReport, Reaction, Refusal,
    ReportId, Sender, Status,
};
use crate::storage::{ReadTx, digests, joined, parts, pending, published, reactions};

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
    /// What the desk split off it, each with its own mailbox.
    pub parts: Vec<Piece>,
    /// Other public reports of the same event: id and title.
    pub event: Vec<(ReportId, RedactedText)>,
}

/// A report that the desk split off the one a receipt was given for.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its id; public once it is published.
    pub id: ReportId,
    /// Its title; blank where it has none, or its text is destroyed.
    pub title: RedactedText,
    /// Where it stands.
    pub status: Status,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
    /// Its mailbox, in order.
    pub messages: Vec<Message>,
    /// The public report, once there is one.
    pub public: Option<Box<PublicReport<RedactedText>>>,
    /// What is asked of its actions.
    pub asked: Option<Asked>,
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
        let parts = self.parts.iter().flat_map(|part| &part.messages);
        asks(self.messages.iter().chain(parts))
    }
}

/// Whether a question of the desk waits among these messages.
pub fn asks<'a>(messages: impl IntoIterator<Item = &'a Message>) -> bool {
    messages.into_iter().any(|message| {
        message.sender == Sender::Desk
            && message.state == MessageState::Open
            && matches!(message.letter, Letter::Question(_))
    })
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
            let asked = asked_of(public.as_deref(), &messages, today);
            let (digests, reactions) = (digests::mentioning(tx, &id)?, reactions::shown(tx, id)?);
            let (parts, event) = (parts::of(tx, id)?, joined::with(tx, id)?);
            let titles = published::titles(tx, &event)?;
            let title = |id: &ReportId| Some((*id, titles.get(id)?.clone()));
            let event = event.iter().filter_map(title).collect();
            let parts = parts.into_iter();
            let parts = parts
                .map(|part| self.piece(tx, part, today))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(row.map(|row| Opened {
                standing: row.into(),
                messages,
                public,
                asked,
                digests,
                reactions,
                event,
                parts: parts.into_iter().flatten().collect(),
            }))
        })
    }

    /// A part as the receipt of the whole opens it.
    fn piece(
        &self,
        tx: &mut ReadTx<'_>,
        id: ReportId,
        today: Date,
    ) -> Result<Option<Piece>, MailError> {
        let Some(row) = pending::get(tx, id)? else {
            return Ok(None);
        };
        let messages = mailbox::read(tx, &self.keys, id)?;
        let public = published::get(tx, id)?.map(Box::new);
        let title = match &public {
            Some(public) => public.report.title.clone(),
            None if row.sealed.is_some() => unsealed(&self.keys, &row)?.title,
            None => RedactedText::default(),
        };
        Ok(Some(Piece {
            id,
            title,
            status: row.status,
            refusal: row.refusal,
            asked: asked_of(public.as_deref(), &messages, today),
            messages,
            public,
        }))
    }
}

impl Intake {
    /// The days that lie ahead on which the reporter of this receipt is asked something, and today.
    pub fn days_to_come_back(
        &self,
        receipt: &Receipt,
    ) -> Result<Option<(Vec<Date>, Date)>, MailError> {
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        Ok(self.open(receipt)?.map(|opened| {
            let parts = opened.parts.into_iter().filter_map(|part| part.public);
            let public = opened.public.into_iter().chain(parts);
            let days: BTreeSet<Date> = public
                .flat_map(|public| days_ahead(public.published, today))
                .collect();
            (days.into_iter().collect(), today)
        }))
    }
}

/// The days on which something is asked of a report that was published in this month, from
/// tomorrow on.
fn days_ahead(published: Period, today: Date) -> impl Iterator<Item = Date> {
    let days = Checkpoint::ALL.into_iter();
    days.filter_map(move |checkpoint| checkpoint.due(published))
        .filter(move |day| *day > today)
}

/// What is asked of a public report, if it has actions.
fn asked_of(
    public: Option<&PublicReport<RedactedText>>,
    messages: &[Message],
    today: Date,
) -> Option<Asked> {
    let public = public.filter(|public| !public.report.actions.is_empty())?;
    Some(asked(public, messages, today))
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
