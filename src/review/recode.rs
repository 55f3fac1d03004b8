//! Moving every report to the terms of today, in one transaction.

use super::{Act, Actor, Review, ReviewError};
use crate::intake::{change_proposed, close};
use crate::storage::{WriteTx, codings, counted, pending, published, settings, triage};
use crate::taxonomy::Changes;

/// Remembers the version of the terms that every report has been moved to.
const SETTING: &str = "taxonomy-changes";
/// Public reports read at once.
const PAGE: u32 = 500;

impl Review {
    /// Moves every report that waits, is public, is counted or is proposed as an amendment, and every
    /// coding, to the terms of today; answers how many reports had an old one. What was done before is not done again, and
    /// the index hears of it through the outbox.
    pub fn recode(&self, changes: &Changes) -> Result<usize, ReviewError> {
        let newest = changes.version();
        let known = self.storage.read(|tx| settings::get(tx, SETTING))?;
        if known.and_then(|known| known.parse().ok()).unwrap_or(0) >= newest {
            return Ok(0);
        }
        self.storage.write(|tx| {
            let known = settings::get(tx, SETTING)?;
            let known = known.and_then(|known| known.parse().ok()).unwrap_or(0);
            let changes = changes.after(known);
            let mut moved = recode_public(tx, &changes)?;
            for row in pending::sealed(tx)? {
                let mut report = self.text_of(&row)?;
                if changes.recode(&mut report) {
                    let closed = close(&self.keys, row.id, &report)?;
                    pending::replace_sealed(tx, row.id, row.revision, &closed.text)?;
                    triage::note(tx, row.id, &closed.summary, closed.level.as_str())?;
                    moved += 1;
                }
            }
            moved += change_proposed(tx, &self.keys, |report| changes.recode(report))?;
            recode_codings(tx, &changes)?;
            settings::set(tx, SETTING, &newest.to_string())?;
            self.record(tx, Actor::Operator, Act::Recoded, Some(&newest))?;
            Ok(moved)
        })
    }
}

fn recode_public(tx: &mut WriteTx<'_>, changes: &Changes) -> Result<usize, ReviewError> {
    let mut moved = 0;
    let mut after = None;
    loop {
        let page = published::all(tx, after, PAGE)?;
        after = page.last().map(|public| public.id);
        for mut public in page {
            if changes.recode(&mut public.report) {
                published::publish(tx, &public)?;
                moved += 1;
            }
        }
        if after.is_none() {
            break;
        }
    }
    for (id, mut codes) in counted::all(tx)? {
        if changes.recode(&mut codes) {
            counted::replace(tx, id, &codes)?;
            moved += 1;
        }
    }
    Ok(moved)
}

fn recode_codings(tx: &mut WriteTx<'_>, changes: &Changes) -> Result<(), ReviewError> {
    for (report, of) in codings::all(tx)? {
        for (account, mut coding) in of {
            let mut any = false;
            for (list, codes) in &mut coding {
                let old: Vec<_> = codes.iter().cloned().collect();
                for code in old {
                    if let Some(now) = changes.of(Some(*list), &code) {
                        any = true;
                        codes.remove(&code);
                        codes.extend(now);
                    }
                }
            }
            if any {
                codings::put(tx, report, account, &coding)?;
            }
        }
    }
    Ok(())
}
