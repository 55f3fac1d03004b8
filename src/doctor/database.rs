//! The database, and what has to fit it: schema, key, index, clock, the list of what was withdrawn.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Finding, Places};
use crate::auth::MasterKey;
use crate::backup::{FINGERPRINT, withdrawn};
use crate::report::IsoWeek;
use crate::search::{SearchError, SearchIndex};
use crate::storage::{Storage, StorageError, outbox, pending, settings};

/// Looks at one thing in a database that can be opened.
type Look = fn(&Places<'_>, &Storage, Timestamp) -> Result<Finding, StorageError>;

pub(super) fn look(places: &Places<'_>, now: Timestamp) -> Vec<Finding> {
    let named = places.database;
    let opened = Storage::open_as_it_is(named).and_then(|storage| {
        let schema = storage.schema()?;
        Ok((storage, schema))
    });
    let (storage, schema) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            return vec![Finding::fail(
                "database",
                format!("{named}: {}", chain(&error)),
                remedy(&error),
            )];
        }
    };
    let mut findings = vec![Finding::ok("database", format!("{named} answers"))];
    if schema.applied.is_empty() {
        findings.push(Finding::warn(
            "migrations",
            "the database is empty",
            "`candor serve` fills it; if there was a registry here, bring it back with `candor restore`",
        ));
        return findings;
    }
    if let Some(version) = schema.newest_unknown() {
        findings.push(Finding::fail(
            "migrations",
            format!("a newer Candor has upgraded this database (migration {version})"),
            "upgrade Candor; to go back, restore a backup from before the upgrade",
        ));
        return findings;
    }
    let missing = schema.missing().len();
    findings.push(if missing == 0 {
        Finding::ok(
            "migrations",
            format!("all {} are applied", schema.applied.len()),
        )
    } else {
        Finding::warn(
            "migrations",
            format!("{missing} are pending"),
            "make a backup; the next start applies them",
        )
    });
    let rest: [Look; 4] = [key_fits, weeks, index, list];
    for look in rest {
        findings.push(
            look(places, &storage, now)
                .unwrap_or_else(|error| Finding::fail("database", chain(&error), remedy(&error))),
        );
    }
    findings
}

fn key_fits(places: &Places<'_>, storage: &Storage, _: Timestamp) -> Result<Finding, StorageError> {
    let known = storage.read(|tx| settings::get(tx, FINGERPRINT))?;
    let what = "key fits";
    Ok(match (known, MasterKey::load(places.key)) {
        (None, _) => Finding::ok(what, "the database was never used with a key"),
        (Some(known), Ok(key)) if known == key.fingerprint() => {
            Finding::ok(what, "the database was filled under this key")
        }
        (Some(_), Ok(_)) => Finding::fail(
            what,
            "the database was filled under another key",
            "put the right key back: this one opens nothing in it",
        ),
        (Some(_), Err(_)) => Finding::fail(
            what,
            "the database was filled under a key that is not there",
            "put the key back; without it no receipt is recognised and no waiting report opens",
        ),
    })
}

fn weeks(_: &Places<'_>, storage: &Storage, now: Timestamp) -> Result<Finding, StorageError> {
    let (this, latest) = (IsoWeek::of(now), storage.read(pending::latest_week)?);
    Ok(match latest {
        Some(latest) if latest > this => Finding::fail(
            "clock",
            format!("a report came in in {latest}, and this machine believes it is {this}"),
            "set the clock: it is behind, or was ahead when the report came in",
        ),
        _ => Finding::ok("clock", "it is not behind what the database has seen"),
    })
}

fn index(places: &Places<'_>, storage: &Storage, _: Timestamp) -> Result<Finding, StorageError> {
    let head = storage.read(outbox::head)?;
    Ok(match SearchIndex::open_read_only(places.index) {
        Ok(index) if index.applied() == head => {
            Finding::ok("index", "it has all that was published")
        }
        Ok(index) if index.applied() < head => {
            let behind = storage
                .read(|tx| outbox::after(tx, index.applied(), u32::MAX))?
                .len();
            Finding::warn(
                "index",
                format!("it is behind the database by {behind} changes"),
                "a server that runs catches up within a second; if none runs, start it",
            )
        }
        Ok(_) => Finding::warn(
            "index",
            "it is ahead of the database, as after an older database was brought back",
            "the next start builds it anew",
        ),
        Err(SearchError::Unusable { reason, .. }) => Finding::warn(
            "index",
            format!("there is none that can be used: {reason}"),
            "the next start builds it; or stop the server and run `candor reindex`",
        ),
        Err(error) => Finding::fail(
            "index",
            chain(&error),
            format!("look at the permissions of {}", places.index.display()),
        ),
    })
}

fn list(places: &Places<'_>, storage: &Storage, _: Timestamp) -> Result<Finding, StorageError> {
    let (what, path) = ("withdrawn", places.data.join(withdrawn::NAME));
    let here: BTreeSet<_> = storage.read(pending::taken_back)?.into_iter().collect();
    let listed = match withdrawn::read(&path) {
        Ok(listed) => listed,
        Err(error) => {
            return Ok(Finding::fail(
                what,
                chain(&error),
                "put a good copy of the list there, such as the one beside the backups",
            ));
        }
    };
    let (unlisted, undone) = (
        here.difference(&listed).count(),
        storage.read(|tx| {
            let mut undone = 0;
            for id in listed.difference(&here) {
                undone += usize::from(pending::get(tx, *id)?.is_some());
            }
            Ok::<_, StorageError>(undone)
        })?,
    );
    Ok(if undone > 0 {
        Finding::fail(
            what,
            format!(
                "{undone} reports are on the list of what was withdrawn, and are not withdrawn here"
            ),
            "an older database was put here; the next start of the server withdraws them again, before \
             anybody can see them",
        )
    } else if unlisted > 0 {
        Finding::warn(
            what,
            format!("{unlisted} are not on the list yet that outlives the database"),
            "a server that runs adds them within a minute; if none runs, start it",
        )
    } else {
        Finding::ok(what, format!("{} on the list", listed.len()))
    })
}

fn remedy(error: &StorageError) -> &'static str {
    match error {
        StorageError::Corrupt { .. } => "stop the server and restore the latest backup",
        StorageError::Full(_) => "make room on the database's disk",
        StorageError::Unfinished => "finish it: run the same command again",
        _ => "see that the database runs, that its address is right and that this user may use it",
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        said.push_str(": ");
        said.push_str(&error.to_string());
        cause = error.source();
    }
    said
}
