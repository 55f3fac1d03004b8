//! Forgetting on time, by the table in `schema/retention.toml`.

use std::sync::LazyLock;

use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use super::Jobs;
use crate::report::IsoWeek;
use crate::storage::retention::{self, Settled};
use crate::storage::{StorageError, WriteTx, audit, invitations, mailbox, sessions, shares};

/// How long something is kept, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name.
    pub id: String,
    /// What is kept.
    pub what: String,
    /// In which tables.
    pub tables: Vec<String>,
    /// What the days are counted from.
    pub after: Option<String>,
    /// Days; 0 is at once.
    pub days: Option<u16>,
    /// What ends it, where it has no time of its own.
    pub until: Option<String>,
    /// Why.
    pub why: String,
}

#[derive(Deserialize)]
struct Table {
    rule: Vec<Rule>,
}

/// The whole table.
#[expect(clippy::expect_used, reason = "the table is part of the program")]
pub fn rules() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let text = include_str!("../../schema/retention.toml");
        let table: Table = toml::from_str(text).expect("the table of retention can be read");
        table.rule
    });
    &RULES
}

/// When something is due.
struct Due {
    now: Timestamp,
    /// The moment that lies so many days back.
    back: Timestamp,
    /// Its day, as in `2026-11-21`.
    day: String,
    /// What happened in an earlier week than this is due.
    before: IsoWeek,
}

type Enforce = fn(&mut WriteTx<'_>, &Due) -> Result<usize, StorageError>;

/// Who sees to each rule with a time.
const ENFORCED: &[(&str, Enforce)] = &[
    ("sealed-text", |tx, due| {
        retention::shred_settled(tx, Settled::Otherwise, due.before)
    }),
    ("sealed-refused", |tx, due| {
        retention::shred_settled(tx, Settled::Refused, due.before)
    }),
    ("mailbox", |tx, due| mailbox::shred_silent(tx, due.before)),
    ("form-number", |tx, due| {
        retention::forget_numbers(tx, due.before)
    }),
    ("receipt", |tx, due| {
        retention::forget_receipts(tx, due.before)
    }),
    ("share-code", |tx, due| shares::expire(tx, due.before)),
    ("approvals", |tx, due| {
        retention::forget_approvals(tx, due.before)
    }),
    ("audit", |tx, due| audit::forget_before(tx, &due.day)),
    ("session", |tx, due| sessions::sweep(tx, due.now, due.back)),
    ("invitation", |tx, due| invitations::sweep(tx, due.now)),
    ("outbox", |tx, _| retention::squash_outbox(tx)),
];

/// Why what is due was not forgotten.
#[derive(Debug, thiserror::Error)]
pub enum RetentionError {
    /// The registry could not be written.
    #[error("what is due could not be forgotten")]
    Storage(#[from] StorageError),
    /// A rule of the table has a time and nobody sees to it, or it is no date.
    #[error("nobody sees to the rule {0} of the retention table")]
    Nobody(String),
}

/// What was forgotten by one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// The rule.
    pub rule: &'static str,
    /// How many rows it was.
    pub rows: usize,
}

impl Jobs {
    /// Forgets everything that is due by the table, and takes it off the disk. Answers what that
    /// was, in the order of the table.
    pub fn retain(&self) -> Result<Vec<Forgotten>, RetentionError> {
        let now = self.clock.now();
        let mut done = Vec::new();
        self.storage
            .write(|tx| retention::note_settled(tx, IsoWeek::of(now)))?;
        for rule in rules() {
            let Some(days) = rule.days else { continue };
            let nobody = || RetentionError::Nobody(rule.id.clone());
            let (_, enforce) = ENFORCED
                .iter()
                .find(|(id, _)| *id == rule.id)
                .ok_or_else(nobody)?;
            let due = due(now, days).ok_or_else(nobody)?;
            let rows = self.storage.write(|tx| enforce(tx, &due))?;
            if rows > 0 {
                done.push(Forgotten {
                    rule: &rule.id,
                    rows,
                });
            }
        }
        if !done.is_empty() {
            self.storage.purge()?;
        }
        Ok(done)
    }
}

/// Something that happened in a week is due so many days after the week's end.
fn due(now: Timestamp, days: u16) -> Option<Due> {
    let back = now.checked_sub((24 * i64::from(days)).hours()).ok()?;
    let before = if days == 0 {
        now.checked_add((24 * 7).hours()).ok()?
    } else {
        back
    };
    Some(Due {
        now,
        back,
        day: back.strftime("%Y-%m-%d").to_string(),
        before: IsoWeek::of(before),
    })
}

#[cfg(test)]
mod tests {
    use super::{ENFORCED, due, rules};

    #[test]
    fn every_rule_says_when_or_until_when_and_why() {
        for rule in rules() {
            let timed = rule.days.is_some() && rule.after.is_some() && rule.until.is_none();
            let open = rule.days.is_none() && rule.after.is_none() && rule.until.is_some();
            assert!(timed || open, "{}", rule.id);
            assert!(
                !rule.tables.is_empty() && rule.why.ends_with('.'),
                "{}",
                rule.id
            );
        }
        let mut ids: Vec<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), rules().len(), "an id twice");
    }

    #[test]
    fn every_rule_with_a_time_is_enforced_and_nothing_else_is() {
        let timed = rules().iter().filter(|rule| rule.days.is_some());
        let timed: Vec<&str> = timed.map(|rule| rule.id.as_str()).collect();
        let enforced: Vec<&str> = ENFORCED.iter().map(|(id, _)| *id).collect();
        assert_eq!(timed, enforced);
    }

    #[test]
    fn days_count_from_the_end_of_the_week() {
        let before = |now: &str, days| due(now.parse().unwrap(), days).unwrap().before.to_string();
        // The week 2026-W47 ends with Sunday, 22 November; 30 days later is 22 December.
        assert_eq!(before("2026-12-22T23:00:00Z", 30), "2026-W47", "not yet");
        assert_eq!(before("2026-12-23T00:00:00Z", 30), "2026-W48", "now");
        assert_eq!(before("2026-11-18T00:00:00Z", 0), "2026-W48", "at once");
    }
}
