//! The machine: folders, files, disk, clock.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Finding, Places};
use crate::auth::{KeyError, MasterKey};
use crate::storage::DatabaseUrl;

const MIB: u64 = 1024 * 1024;
/// Below this the next burst of reports may fill the disk.
const LITTLE: u64 = 1024 * MIB;
/// Below this the database cannot work for long.
const TOO_LITTLE: u64 = 100 * MIB;

/// A year in which there was no Candor: a clock that shows an earlier one is wrong.
const FIRST_YEAR: i16 = 2026;
/// A clock that shows this year or a later one is more likely wrong than right.
const FAR_YEAR: i16 = 2060;

pub(super) fn folder(path: &Path) -> Finding {
    let what = "data folder";
    let named = path.display();
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => {
            return Finding::fail(
                what,
                format!("{named} cannot be looked at: {error}"),
                "name the right folder with --data; `candor serve` makes one that is not there",
            );
        }
    };
    if !metadata.is_dir() {
        return Finding::fail(
            what,
            format!("{named} is no folder"),
            "name the folder with --data",
        );
    }
    if let Err(error) = try_to_write(path) {
        return Finding::fail(
            what,
            format!("{named} cannot be written to: {error}"),
            format!(
                "run this as the user that Candor runs as, or give it the folder: chown -R USER {named}"
            ),
        );
    }
    if metadata.mode() & 0o077 != 0 {
        return Finding::warn(
            what,
            format!("others on this machine may look into {named}"),
            format!("chmod 700 {named}"),
        );
    }
    Finding::ok(what, format!("{named} is yours alone"))
}

fn try_to_write(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".doctor-{}", std::process::id()));
    fs::write(&probe, b"")?;
    fs::remove_file(probe)
}

pub(super) fn key(path: &Path) -> Finding {
    let what = "key";
    match MasterKey::load(path) {
        Ok(_) => Finding::ok(
            what,
            format!("{} can be read, by you alone", path.display()),
        ),
        Err(KeyError::Io { source, .. }) => Finding::fail(
            what,
            format!("{} cannot be read: {source}", path.display()),
            "put the key of this registry there, from the place where you keep its copy; a new \
             registry makes one at its first start",
        ),
        Err(error @ KeyError::Open { .. }) => Finding::fail(
            what,
            error.to_string(),
            format!("chmod 600 {}", path.display()),
        ),
        Err(error @ KeyError::NotAKey { .. }) => Finding::fail(
            what,
            error.to_string(),
            "put the copy of the key back that you keep apart",
        ),
    }
}

pub(super) fn space(places: &Places<'_>) -> Vec<Finding> {
    let mut findings = vec![free("disk", places.data)];
    if let DatabaseUrl::Sqlite(file) = places.database {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if folder != places.data {
            findings.push(free("disk", folder));
        }
        findings.push(readable_by_others("database file", file));
    }
    findings
}

fn free(what: &'static str, folder: &Path) -> Finding {
    let named = folder.display();
    match fs4::available_space(folder) {
        Err(error) => Finding::warn(
            what,
            format!("how much is free at {named} cannot be found out: {error}"),
            "look with `df`",
        ),
        Ok(free) if free < TOO_LITTLE => Finding::fail(
            what,
            format!("{} MiB are free at {named}", free / MIB),
            "make room now: when the disk is full, reports are refused",
        ),
        Ok(free) if free < LITTLE => Finding::warn(
            what,
            format!("{} MiB are free at {named}", free / MIB),
            "make room soon: when the disk is full, reports are refused",
        ),
        Ok(free) => Finding::ok(what, format!("{} MiB are free at {named}", free / MIB)),
    }
}

fn readable_by_others(what: &'static str, file: &Path) -> Finding {
    let named = file.display();
    match fs::metadata(file) {
        Ok(metadata) if metadata.mode() & 0o077 != 0 => Finding::warn(
            what,
            format!("others on this machine may read {named}"),
            format!("chmod 600 {named}"),
        ),
        Ok(metadata) => Finding::ok(what, format!("{named}, {} MiB", metadata.len() / MIB)),
        Err(error) => Finding::fail(
            what,
            format!("{named} cannot be looked at: {error}"),
            "name the right file with --database; `candor serve` makes one that is not there",
        ),
    }
}

pub(super) fn clock(now: Timestamp) -> Finding {
    let date = now.to_zoned(TimeZone::UTC).date();
    let said = format!("it is {date} (UTC) for this machine");
    if (FIRST_YEAR..FAR_YEAR).contains(&date.year()) {
        return Finding::ok("clock", said);
    }
    Finding::fail(
        "clock",
        said,
        "set the clock before you start Candor: what is due to be forgotten depends on it",
    )
}
