//! Alerts: written from a hazard, agreed to by as many as a report, published, taken back.

use zeroize::Zeroizing;

use super::{Act, Review, Seen};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::auth::SealError;
use crate::jobs;
use crate::report::{AccountId, Alert, AlertId, AlertStatus, Period, ReportId};
use crate::storage::alerts::{self, Kept};
use crate::storage::{self, ReadTx, StorageError, pending, published};

/// An alert at the desk.
#[derive(Clone, Debug)]
pub struct DeskAlert {
    /// As it is kept.
    pub kept: Kept,
    /// The state it is in.
    pub seen: Seen,
    /// The reports behind it, public or not.
    pub reports: Vec<ReportId>,
    /// Who agrees to it as it stands.
    pub agreed: Vec<AccountId>,
    /// How many must.
    pub needed: usize,
}

/// Why something was not done with an alert.
#[derive(Debug, thiserror::Error)]
pub enum AlertError {
    /// There is no such alert.
    #[error("there is no such alert")]
    Unknown,
    /// A part is missing: a title, who should look, what was seen or what to check.
    #[error("say all of it: a title, who should look, what was seen and what to check")]
    Incomplete,
    /// Not enough different people agree to it.
    #[error("{given} of {needed} have agreed to it")]
    NotAgreed {
        /// How many have.
        given: usize,
        /// How many must.
        needed: usize,
    },
    /// Somebody changed it after it was opened.
    #[error("somebody changed this alert after you opened it; read it again")]
    Changed,
    /// One of the reports named is neither waiting nor public.
    #[error("one of the reports behind it is not known here")]
    UnknownReport,
    /// A draft could not be sealed or opened.
    #[error("a draft could not be opened; is the key file the one it was sealed with?")]
    Sealing(#[source] SealError),
    /// The registry could not be reached.
    #[error("the desk cannot reach the registry")]
    Storage(#[from] StorageError),
}

impl Review {
    /// Drafts, published and withdrawn alerts.
    pub fn alerts(&self) -> Result<Vec<Kept>, AlertError> {
        let kept = self
            .storage
            .read(|tx| alerts::list(tx, &AlertStatus::ALL))?;
        kept.into_iter().map(|kept| self.opened(kept)).collect()
    }

    /// An alert with what its draft says.
    fn opened(&self, mut kept: Kept) -> Result<Kept, AlertError> {
        if let Some(sealed) = kept.sealed.take() {
            let plain = self.keys.sealer().unseal_draft(kept.id, &sealed);
            kept.alert = storage::redacted_alert(&plain.map_err(AlertError::Sealing)?)?;
        }
        Ok(kept)
    }

    fn sealed(&self, id: AlertId, alert: &Alert<RedactedText>) -> Result<Vec<u8>, AlertError> {
        let plain = Zeroizing::new(storage::written(alert)?);
        let sealed = self.keys.sealer().seal_draft(id, plain.as_bytes());
        sealed.map_err(AlertError::Sealing)
    }

    /// One alert.
    pub fn alert(&self, id: AlertId) -> Result<DeskAlert, AlertError> {
        self.storage.read(|tx| {
            let (kept, seen) = stands(tx, id)?;
            Ok(DeskAlert {
                kept: self.opened(kept)?,
                seen,
                reports: alerts::reports(tx, id, false)?,
                agreed: alerts::agreed(tx, id)?,
                needed: self.approvals_needed(),
            })
        })
    }

    /// Keeps an alert, new or changed from this state, with the reports behind it.
    /// Everything typed goes through the anonymiser. Who agreed before agreed to another text.
    pub fn write_alert(
        &self,
        from: Option<(AlertId, &Seen)>,
        by: AccountId,
        alert: Alert<RawText>,
        reports: &[ReportId],
    ) -> Result<AlertId, AlertError> {
        let alert = self.anonymised(alert);
        if alert.texts().iter().any(|text| text.is_blank()) {
            return Err(AlertError::Incomplete);
        }
        let month = Period::month_of(self.clock.now());
        let id = from.map_or_else(AlertId::random, |(id, _)| id);
        let sealed = self.sealed(id, &alert)?;
        self.storage.write(|tx| {
            let mut sample = false;
            for report in reports {
                sample |= match (pending::get(tx, *report)?, published::get(tx, *report)?) {
                    (Some(row), _) if row.sealed.is_some() => row.sample,
                    (_, Some(public)) => public.sample,
                    _ => return Err(AlertError::UnknownReport),
                };
            }
            if let Some((_, seen)) = from {
                unchanged(tx, id, seen)?;
                alerts::rewrite(tx, id, &sealed, reports)?;
            } else {
                let draft = Kept {
                    id,
                    number: None,
                    status: AlertStatus::Draft,
                    month,
                    sample,
                    alert: Alert::default(),
                    sealed: Some(sealed),
                };
                alerts::add(tx, &draft, reports)?;
            }
            self.record(tx, by, Act::AlertWritten, Some(&id))?;
            Ok(id)
        })
    }

    fn anonymised(&self, alert: Alert<RawText>) -> Alert<RedactedText> {
        let made = self
            .anonymiser
            .anonymise_all(&alert.texts(), &Wishes::default());
        let mut texts = made.into_iter().map(|made| made.text);
        alert.map_text(|_| texts.next().unwrap_or_default())
    }

    /// One person agrees to a draft in this state.
    pub fn agree_to_alert(
        &self,
        id: AlertId,
        account: AccountId,
        seen: &Seen,
    ) -> Result<(), AlertError> {
        self.storage.write(|tx| {
            let kept = unchanged(tx, id, seen)?;
            if kept.status == AlertStatus::Draft {
                alerts::agree(tx, id, account)?;
                self.record(tx, account, Act::AlertAgreed, Some(&id))?;
            }
            Ok(())
        })
    }

    /// Publishes a draft in this state, to which enough people agree, and answers its
    /// number.
    pub fn publish_alert(
        &self,
        id: AlertId,
        by: AccountId,
        seen: &Seen,
    ) -> Result<u32, AlertError> {
        let month = Period::month_of(self.clock.now());
        self.storage.write(|tx| {
            let kept = unchanged(tx, id, seen)?;
            let (given, needed) = (alerts::agreed(tx, id)?.len(), self.approvals_needed());
            if given < needed {
                return Err(AlertError::NotAgreed { given, needed });
            }
            self.record(tx, by, Act::AlertIssued, Some(&id))?;
            Ok(alerts::publish(tx, id, month, &self.opened(kept)?.alert)?)
        })
    }

    /// Takes a published alert back. One line says that there was one; digests that named it are
    /// issued anew.
    pub fn withdraw_alert(&self, id: AlertId, by: AccountId) -> Result<(), AlertError> {
        self.storage.write(|tx| {
            alerts::get(tx, id)?.ok_or(AlertError::Unknown)?;
            self.record(tx, by, Act::AlertWithdrawn, Some(&id))?;
            alerts::withdraw(tx, id)?;
            Ok(jobs::forget(tx, &id)?)
        })
    }

    /// Throws a draft away.
    pub fn discard_alert(&self, id: AlertId, by: AccountId) -> Result<(), AlertError> {
        self.storage.write(|tx| {
            alerts::get(tx, id)?.ok_or(AlertError::Unknown)?;
            self.record(tx, by, Act::AlertWithdrawn, Some(&id))?;
            Ok(alerts::discard(tx, id)?)
        })
    }
}

/// An alert with the state it is in: what it says, and which reports are behind it.
fn stands(tx: &mut ReadTx<'_>, id: AlertId) -> Result<(Kept, Seen), AlertError> {
    let kept = alerts::get(tx, id)?.ok_or(AlertError::Unknown)?;
    let reports = alerts::reports(tx, id, false)?;
    let seen = Seen::of(&(kept.status.as_str(), &kept.sealed, &kept.alert, reports));
    Ok((kept, seen))
}

/// The alert, if it is still in this state.
fn unchanged(tx: &mut ReadTx<'_>, id: AlertId, seen: &Seen) -> Result<Kept, AlertError> {
    let (kept, now) = stands(tx, id)?;
    if now == *seen {
        Ok(kept)
    } else {
        Err(AlertError::Changed)
    }
}
