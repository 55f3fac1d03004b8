//! Digests and guides that name what is no longer public: withheld at once, made anew beside the
//! writer.

use super::codes::Codes;
use super::guide::compile_guide;
use super::{DigestError, Jobs};
use crate::report::{AlertId, AlertStatus, Period};
use crate::storage::{
    ReadTx, StorageError, WriteTx, alerts, digest_drafts, digests, guides, outbox, written,
};

/// Withholds every digest and guide that names a report or an alert which was changed or is no
/// longer public, and lets go of what editors wanted of them: their words may tell of it.
/// [`Jobs::make_anew`] brings them back without it.
pub(crate) fn forget(tx: &mut WriteTx<'_>, id: &impl ToString) -> Result<(), StorageError> {
    digest_drafts::forget(tx, id)?;
    for period in digests::mentioning(tx, id)? {
        digests::withhold(tx, period)?;
    }
    for subject in guides::mentioning(tx, id)? {
        guides::withhold(tx, &subject)?;
    }
    // Those withheld before among them: what they named cannot be looked up any more.
    for period in digests::withheld(tx)? {
        digest_drafts::remove(tx, period)?;
    }
    for card in guides::withheld(tx)? {
        guides::remove_draft(tx, card.subject.slug())?;
    }
    Ok(())
}

/// Withholds every digest that holds an editor's words about the time in which a report became
/// public that was taken back, and lets go of the drafts: nobody but the editor knows whether they
/// tell of it.
pub(crate) fn forget_told(tx: &mut WriteTx<'_>, month: Period) -> Result<(), StorageError> {
    let periods = [month, month.quarter(), Period::of_year(month.year())];
    for period in digests::edited(tx, &periods)? {
        digests::withhold(tx, period)?;
    }
    for period in periods {
        digest_drafts::remove(tx, period)?;
    }
    Ok(())
}

/// How far the registry had come when something was compiled from it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen(i64);

impl Seen {
    pub(super) fn now(tx: &mut ReadTx<'_>) -> Result<Self, StorageError> {
        Ok(Self(outbox::head(tx)?))
    }

    /// Whether a report that this text names was changed or taken back since, or one of these
    /// alerts was.
    pub(super) fn moved(
        self,
        tx: &mut ReadTx<'_>,
        text: &str,
        named: &[AlertId],
    ) -> Result<bool, StorageError> {
        let since = outbox::after(tx, self.0, u32::MAX)?;
        if since
            .iter()
            .any(|entry| text.contains(&entry.report.to_string()))
        {
            return Ok(true);
        }
        for id in named {
            let alert = alerts::get(tx, *id)?;
            if alert.is_none_or(|alert| alert.status != AlertStatus::Published) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Jobs {
    /// Makes anew what is withheld; answers how many digests and guides came back. What could not,
    /// because it moved meanwhile, stays withheld until the next time.
    pub fn make_anew(&self) -> Result<usize, DigestError> {
        let periods = self.storage.read(digests::withheld)?;
        let issued = self.issue_all(periods)?.len();
        Ok(issued + self.guides_anew()?)
    }

    fn guides_anew(&self) -> Result<usize, DigestError> {
        let month = self.this_month();
        let (seen, next) = self.storage.read(|tx| {
            let (seen, withheld) = (Seen::now(tx)?, guides::withheld(tx)?);
            let codes = match withheld.as_slice() {
                [] => None,
                _ => Some(Codes::read(tx)?),
            };
            let mut next = Vec::with_capacity(withheld.len());
            for (card, codes) in withheld.into_iter().zip(codes.iter().cycle()) {
                let guide = compile_guide(tx, codes, &card.subject, month)?;
                next.push((
                    card.subject,
                    guide.map(|guide| guide.anew_after(card.version)),
                ));
            }
            Ok::<_, StorageError>((seen, next))
        })?;
        let mut made = 0;
        for (subject, guide) in next {
            made += self.storage.write(|tx| {
                let withheld = guides::withheld(tx)?;
                if !withheld.iter().any(|card| card.subject == subject) {
                    return Ok::<_, StorageError>(0);
                }
                let Some(guide) = guide else {
                    guides::remove(tx, subject.slug())?;
                    return Ok(0);
                };
                if seen.moved(tx, &written(&guide)?, &[])? {
                    return Ok(0);
                }
                guides::put(tx, &guide)?;
                Ok(1)
            })?;
        }
        Ok(made)
    }
}
