//! Amending: the reporter opens the form again with the report as it is kept, and sends another
//! version of it.

use super::check::tells;
use super::mailbox::{MailError, put};
use super::{Draft, Intake, Removals, Way, close, redact};
use crate::anonymise::{Anonymiser, RawText, RedactedText, Wishes};
use crate::auth::{Keys, Nonce, Sealed};
use crate::report::{Amendment, IsoWeek, Letter, Report, Sender, Status};
use crate::storage::pending::{self, Pending};
use crate::storage::terms::{self, TermStatus};
use crate::storage::{self, published, reviews, triage};
use crate::taxonomy::ListId;

/// What became of an amended report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amended {
    /// It took the place of the one that waited.
    Replaced,
    /// It waits for an analyst: the report is public.
    Proposed,
}

/// A report as its reporter may change it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToAmend {
    /// The report, as it is sealed or as it is public.
    pub report: Report<RedactedText>,
    /// Where it stands.
    pub stands: Stands,
    /// Words its reporter missed in the lists, as long as nobody has decided about them.
    pub missed: Vec<(ListId, RedactedText)>,
}

/// Where a report stands that is to be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stands {
    /// It waits for the desk.
    #[default]
    Waiting,
    /// It is public.
    Public,
    /// It is public in short: title, synopsis and codes.
    Short,
}

impl Stands {
    /// All.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Public, Self::Short];

    /// The id in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Public => "public",
            Self::Short => "short",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stands| stands.as_str() == id)
    }
}

/// Words that the anonymiser would take out of a report as it stands: its reporter had them kept.
pub fn words_kept(anonymiser: &Anonymiser, report: &Report<RedactedText>) -> Vec<RawText> {
    let raw = report.clone().map_text(|text| RawText::new(text.as_str()));
    let again = redact(anonymiser, raw, &Wishes::default(), &Removals::default());
    let kept = again.removals.all().iter();
    kept.map(|removal| removal.was.clone()).collect()
}

impl Intake {
    /// The report this leads to, as its reporter may change it.
    pub fn to_amend<'a>(&self, way: impl Into<Way<'a>>) -> Result<ToAmend, MailError> {
        let way = way.into();
        let mac = way.receipt.mac(self.keys.master());
        self.storage.read(|tx| {
            let Some(row) = way.leads_to(tx, &mac)? else {
                // Answered as late as if there were a report to open.
                super::mailbox::open_stand_in(&self.keys)?;
                return Err(MailError::Unknown);
            };
            let missed = terms::of(tx, row.id)?.into_iter();
            let missed = missed
                .filter(|term| term.side == Sender::Reporter && term.status == TermStatus::Open)
                .map(|term| (term.list, term.word))
                .collect();
            let (report, stands) = if row.status == Status::Published {
                let public = published::get(tx, row.id)?.ok_or(MailError::Closed)?;
                let short = !tells(&public.report);
                let stands = if short { Stands::Short } else { Stands::Public };
                (public.report, stands)
            } else {
                (unsealed(&self.keys, &row)?, Stands::Waiting)
            };
            Ok(ToAmend {
                report,
                stands,
                missed,
            })
        })
    }

    /// Keeps a changed version, anonymised. Before publication it takes the place of the report,
    /// and approvals so far no longer count; after it, it waits at the desk. `note` says what
    /// changed and why; only a public report needs one.
    pub fn amend<'a>(
        &self,
        way: impl Into<Way<'a>>,
        mut draft: Draft,
        note: &RawText,
        nonce: &Nonce,
    ) -> Result<Amended, MailError> {
        let way = way.into();
        let ToAmend {
            report: before,
            stands,
            ..
        } = self.to_amend(way)?;
        let short = stands == Stands::Short;
        if short {
            draft.report = draft.report.short();
        }
        let flaws = self.flaws_of(&draft.report, short);
        if !flaws.is_empty() {
            return Err(MailError::Flawed(flaws));
        }
        let mut wishes = draft.wishes;
        wishes.keep.extend(words_kept(&self.anonymiser, &before));
        let given: Vec<&RawText> = draft.missed.iter().map(|(_, word)| word).collect();
        let made = self.anonymiser.anonymise_all(&given, &wishes);
        let words = made.into_iter().map(|made| made.text.on_one_line());
        let missed: Vec<_> = draft
            .missed
            .iter()
            .map(|(list, _)| *list)
            .zip(words)
            .collect();
        let amendment = Amendment {
            note: note.clone(),
            report: draft.report,
        };
        let letter = Letter::Amendment(Box::new(amendment));
        let Letter::Amendment(mut amended) =
            super::mailbox::look(&self.anonymiser, letter, &wishes).letter
        else {
            return Err(MailError::Closed);
        };
        amended.report.inherit(&before);
        let mac = way.receipt.mac(self.keys.master());
        let week = IsoWeek::of(self.clock.now());
        let writer = way.writer(week);
        self.storage.write(|tx| {
            let row = way.leads_to(tx, &mac)?.ok_or(MailError::Unknown)?;
            if row.status == Status::Published {
                let letter = Letter::Amendment(amended);
                super::mailbox::check(&letter)?;
                put(tx, &self.keys, row.id, writer, &letter, nonce)?;
                terms::miss_instead(tx, row.id, missed, week)?;
                return Ok(Amended::Proposed);
            }
            if !matches!(
                row.status,
                Status::Received | Status::InReview | Status::Approved
            ) {
                return Err(MailError::Closed);
            }
            let closed = close(&self.keys, row.id, &amended.report)?;
            if row.status == Status::Approved {
                pending::set_status(tx, row.id, row.status, Status::InReview)?;
            }
            pending::replace_sealed(tx, row.id, row.revision, &closed.text)?;
            triage::note(tx, row.id, &closed.summary, closed.level.as_str())?;
            reviews::clear_text(tx, row.id)?;
            terms::miss_instead(tx, row.id, missed, week)?;
            if !amended.note.is_blank() {
                let words = Letter::Words(amended.note);
                super::mailbox::check(&words)?;
                put(tx, &self.keys, row.id, writer, &words, nonce)?;
            }
            Ok(Amended::Replaced)
        })
    }
}

pub(super) fn unsealed(keys: &Keys, row: &Pending) -> Result<Report<RedactedText>, MailError> {
    let text = row.sealed.as_ref().ok_or(MailError::Closed)?;
    let sealed = Sealed {
        wrapped_key: text.wrapped_key.clone(),
        ciphertext: text.ciphertext.clone(),
    };
    let plain = keys.sealer().unseal(row.id, &sealed);
    Ok(storage::redacted_report(
        &plain.map_err(MailError::Sealing)?,
    )?)
}
