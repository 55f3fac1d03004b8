//! Public reports as a SQLite file of their own, to take away.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, Text};
use serde::Serialize;

use super::StorageError;
use super::error::Cause;
use crate::anonymise::RedactedText;
use crate::report::{Coded, Disclosed, Factor, PublicReport, Version};
use crate::taxonomy::{ListId, Taxonomy};

/// A table: its name, what it holds, and its columns with what they mean.
pub type Table = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// The tables of the file, as the data dictionary tells them.
pub const TABLES: &[Table] = &[
    (
        "reports",
        "One row a report.",
        &[
            (
                "id",
                "The report's permanent id; its page is at /reports/ID.",
            ),
            ("published", "The month in which it was published."),
            ("revision", "How often it has been amended since."),
            ("sample", "1 for an invented sample, which nobody sent."),
            ("kind", "What kind of record it is."),
            (
                "period",
                "When it happened: a month or quarter. Empty where nobody said.",
            ),
            (
                "severity",
                "1 (negligible) to 5 (catastrophic), as the reporter saw it.",
            ),
            (
                "sector",
                "Of the organisation; \"unknown\" and \"removed\" are not the same.",
            ),
            ("size", "Band of the organisation's size; likewise."),
            ("title", "A short title."),
            ("synopsis", "One or two sentences."),
            ("summary", "A paragraph or two, Markdown."),
            ("body", "The whole report as JSON, in the form above."),
        ],
    ),
    (
        "technologies",
        "One row for each technology of a report.",
        &[
            ("report", "The report's id."),
            ("slug", "The technology."),
            ("name", "Its name."),
            ("version", "Major version, where given."),
            (
                "role",
                "Its part: failed-component, dependency, response-tool or bystander.",
            ),
            ("problem", "What was wrong with it."),
            ("state", "Its state as others that depend on it saw it."),
        ],
    ),
    (
        "codes",
        "One row for each code of a report.",
        &[
            ("report", "The report's id."),
            (
                "list",
                "The list of the taxonomy: failure-modes, triggers, factors, human-factors, detectors, mitigations or helped.",
            ),
            ("code", "The term."),
            ("label", "The words people read."),
            ("coder", "Who gave it: reporter, analyst or machine."),
            ("confidence", "How sure they were: low, medium or high."),
        ],
    ),
];

/// A file being filled. It holds public text only.
pub struct CorpusFile {
    conn: SqliteConnection,
}

impl CorpusFile {
    /// Makes the file, which must not be there yet.
    pub fn create(path: &Path) -> Result<Self, StorageError> {
        let path = path
            .to_str()
            .ok_or_else(|| failed("its path is not text"))?;
        let conn = SqliteConnection::establish(path).map_err(|error| failed(&error.to_string()))?;
        let mut file = Self { conn };
        // A file that is not whole is made anew, so that nothing is gained by care on the way.
        file.run("PRAGMA journal_mode = OFF")?;
        file.run("PRAGMA synchronous = OFF")?;
        for (table, _, columns) in TABLES {
            let names = columns.iter().map(|(name, _)| match *name {
                "id" => "id TEXT PRIMARY KEY",
                other => other,
            });
            let names: Vec<&str> = names.collect();
            file.run(&format!("CREATE TABLE {table} ({})", names.join(", ")))?;
        }
        file.run("BEGIN")?;
        Ok(file)
    }

    /// Adds a report.
    pub fn add(&mut self, public: &PublicReport<RedactedText>) -> Result<(), StorageError> {
        let report = &public.report;
        let id = public.id.to_string();
        let body =
            serde_json::to_string(public).map_err(|_| StorageError::corrupt("the report"))?;
        diesel::sql_query("INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind::<Text, _>(&id)
            .bind::<Text, _>(public.published.to_string())
            .bind::<Integer, _>(i32::try_from(public.revision).unwrap_or(i32::MAX))
            .bind::<Bool, _>(public.sample)
            .bind::<Text, _>(report.kind.as_str())
            .bind::<Nullable<Text>, _>(report.period.map(|period| period.to_string()))
            .bind::<Nullable<Integer>, _>(report.severity.map(|severity| i32::from(severity.get())))
            .bind::<Text, _>(disclosed(&report.context.sector))
            .bind::<Text, _>(disclosed(&report.context.size))
            .bind::<Text, _>(report.title.as_str())
            .bind::<Text, _>(report.synopsis.as_str())
            .bind::<Text, _>(report.summary.as_str())
            .bind::<Text, _>(body)
            .execute(&mut self.conn)?;
        for used in &report.technologies {
            diesel::sql_query("INSERT INTO technologies VALUES (?, ?, ?, ?, ?, ?, ?)")
                .bind::<Text, _>(&id)
                .bind::<Text, _>(used.slug.as_str())
                .bind::<Text, _>(Taxonomy::builtin().technology_name(&used.slug))
                .bind::<Nullable<Text>, _>(used.version.as_ref().map(Version::as_str))
                .bind::<Nullable<Text>, _>(word(used.role))
                .bind::<Nullable<Text>, _>(word(used.problem))
                .bind::<Nullable<Text>, _>(word(used.state))
                .execute(&mut self.conn)?;
        }
        let mut factors = Vec::new();
        for factor in &report.factors {
            push_codes(factor, &mut factors);
        }
        let tried = report
            .mitigations
            .iter()
            .filter_map(|tried| tried.code.as_ref());
        self.codes(&id, ListId::FailureModes, report.failure_modes.iter())?;
        self.codes(&id, ListId::Triggers, report.triggers.iter())?;
        self.codes(&id, ListId::Factors, factors.into_iter())?;
        self.codes(&id, ListId::HumanFactors, report.human_factors.iter())?;
        self.codes(&id, ListId::Detectors, report.detection.detectors.iter())?;
        self.codes(&id, ListId::Mitigations, tried)?;
        self.codes(&id, ListId::Helped, report.helped_codes.iter())
    }

    /// Makes the file whole.
    pub fn finish(mut self) -> Result<(), StorageError> {
        self.run("CREATE INDEX technologies_by_slug ON technologies (slug)")?;
        self.run("CREATE INDEX codes_by_code ON codes (list, code)")?;
        self.run("COMMIT")
    }

    fn codes<'a>(
        &mut self,
        id: &str,
        list: ListId,
        codes: impl Iterator<Item = &'a Coded>,
    ) -> Result<(), StorageError> {
        for coded in codes {
            diesel::sql_query("INSERT INTO codes VALUES (?, ?, ?, ?, ?, ?)")
                .bind::<Text, _>(id)
                .bind::<Text, _>(list.as_str())
                .bind::<Text, _>(coded.code.as_str())
                .bind::<Text, _>(Taxonomy::builtin().label(list, &coded.code))
                .bind::<Nullable<Text>, _>(word(coded.coder))
                .bind::<Nullable<Text>, _>(word(coded.confidence))
                .execute(&mut self.conn)?;
        }
        Ok(())
    }

    fn run(&mut self, statement: &str) -> Result<(), StorageError> {
        Ok(self.conn.batch_execute(statement)?)
    }
}

fn push_codes<'a>(factor: &'a Factor<RedactedText>, into: &mut Vec<&'a Coded>) {
    into.extend(&factor.code);
    for child in &factor.children {
        push_codes(child, into);
    }
}

fn disclosed(fact: &Disclosed) -> &str {
    match fact {
        Disclosed::Unknown => "unknown",
        Disclosed::Removed => "removed",
        Disclosed::Known(slug) => slug.as_str(),
    }
}

/// The id in data of one of the report's small enums.
fn word(value: impl Serialize) -> Option<String> {
    let value = serde_json::to_value(value).ok()?;
    value.as_str().map(str::to_owned)
}

fn failed(why: &str) -> StorageError {
    StorageError::Unavailable(Cause::new(why.to_owned()))
}
