//! Whether a registry is as it should be: the folder, the key, the disk, the clock, the database and
//! the index. Looks only; each finding says what to do, and nothing says what a secret is.

mod database;
mod machine;

#[cfg(test)]
mod tests;

use std::path::Path;

use crate::report::Clock;
use crate::storage::DatabaseUrl;

/// Where a registry lives.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// The data folder.
    pub data: &'a Path,
    /// The key file.
    pub key: &'a Path,
    /// The folder of the index.
    pub index: &'a Path,
    /// The database.
    pub database: &'a DatabaseUrl,
}

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As it should be.
    Ok,
    /// It works, and will not for long, or not for everybody.
    Warn,
    /// It does not work.
    Fail,
}

impl Verdict {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// What was looked at and how it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How it is.
    pub verdict: Verdict,
    /// What was looked at, in a word or two.
    pub what: &'static str,
    /// How it is, in a sentence.
    pub said: String,
    /// What to do.
    pub remedy: Option<String>,
}

impl Finding {
    fn ok(what: &'static str, said: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Ok,
            what,
            said: said.into(),
            remedy: None,
        }
    }

    fn warn(what: &'static str, said: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Warn,
            what,
            said: said.into(),
            remedy: Some(remedy.into()),
        }
    }

    fn fail(what: &'static str, said: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Fail,
            ..Self::warn(what, said, remedy)
        }
    }
}

/// Looks at everything, also beside a server that runs.
pub fn look(places: &Places<'_>, clock: &dyn Clock) -> Vec<Finding> {
    let mut findings = vec![machine::folder(places.data), machine::key(places.key)];
    findings.extend(machine::space(places));
    findings.push(machine::clock(clock.now()));
    findings.extend(database::look(places, clock.now()));
    findings
}
