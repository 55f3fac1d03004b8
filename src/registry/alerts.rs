//! Alerts: all of them, and one with the public reports behind it.

use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::report::{AlertId, AlertStatus, PublicAlert, PublicReport};
use crate::storage::alerts::{self, Kept};
use crate::storage::{ReadTx, StorageError, published};

/// What stands at an alert's address.
pub enum FoundAlert {
    /// The alert, and those reports behind it that are public.
    Alert(
        Box<PublicAlert<RedactedText>>,
        Vec<PublicReport<RedactedText>>,
    ),
    /// The alert of this number was withdrawn.
    Withdrawn(u32),
    /// There is none, or not yet.
    Nothing,
}

impl Registry {
    /// Published and withdrawn alerts, the newest first.
    pub fn alerts(&self) -> Result<Vec<Kept>, RegistryError> {
        let shown = [AlertStatus::Published, AlertStatus::Withdrawn];
        Ok(self.storage.read(|tx| alerts::list(tx, &shown))?)
    }

    /// Published alerts, the newest first.
    pub fn public_alerts(&self) -> Result<Vec<PublicAlert<RedactedText>>, RegistryError> {
        Ok(self.storage.read(|tx| {
            let kept = alerts::list(tx, &[AlertStatus::Published])?;
            let alerts = kept.into_iter().map(|kept| public(tx, kept));
            alerts
                .filter_map(Result::transpose)
                .collect::<Result<_, StorageError>>()
        })?)
    }

    /// The newest alert, if there is one.
    pub fn newest_alert(&self) -> Result<Option<Kept>, RegistryError> {
        let kept = self
            .storage
            .read(|tx| alerts::list(tx, &[AlertStatus::Published]))?;
        Ok(kept.into_iter().next())
    }

    /// The alert of this id.
    pub fn alert(&self, id: AlertId) -> Result<FoundAlert, RegistryError> {
        Ok(self.storage.read(|tx| {
            let Some(kept) = alerts::get(tx, id)? else {
                return Ok(FoundAlert::Nothing);
            };
            if let (AlertStatus::Withdrawn, Some(number)) = (kept.status, kept.number) {
                return Ok(FoundAlert::Withdrawn(number));
            }
            let Some(alert) = public(tx, kept)? else {
                return Ok(FoundAlert::Nothing);
            };
            let reports = published::many(tx, &alert.reports)?;
            Ok::<_, StorageError>(FoundAlert::Alert(Box::new(alert), reports))
        })?)
    }
}

/// An alert as everybody may read it; `None` for one that is not public.
fn public(
    tx: &mut ReadTx<'_>,
    kept: Kept,
) -> Result<Option<PublicAlert<RedactedText>>, StorageError> {
    let (AlertStatus::Published, Some(number)) = (kept.status, kept.number) else {
        return Ok(None);
    };
    Ok(Some(PublicAlert {
        reports: alerts::reports(tx, kept.id, true)?,
        id: kept.id,
        number,
        published: kept.month,
        sample: kept.sample,
        alert: kept.alert,
    }))
}
