//! Filling a database with rows, and comparing it with where they came from.

use super::BackupError;
use super::file::Part;
use crate::auth::Sha256;
use crate::storage::whole::{Filling, Table};
use crate::storage::{DatabaseUrl, StorageError, WriteTx};

/// Bytes of rows that are written in one transaction.
const BATCH: usize = 4 * 1024 * 1024;

/// A table that is the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its name.
    pub table: String,
    /// Its rows.
    pub rows: u64,
    /// SHA-256 over its rows in hexadecimal digits.
    pub sha256: String,
}

/// A database on its way to be the same as another.
pub(super) struct Fill {
    filling: Filling,
    /// What came in so far, each with its table.
    done: Vec<(Table, Copied)>,
    current: Option<Current>,
}

struct Current {
    table: Table,
    /// Rows that are there from an earlier try.
    held: u64,
    rows: u64,
    hash: Sha256,
    batch: Vec<String>,
    bytes: usize,
}

impl Fill {
    pub(super) fn begin(
        to: &DatabaseUrl,
        origin: &str,
        migrations: &[String],
    ) -> Result<Self, StorageError> {
        Ok(Self {
            filling: Filling::begin(to, origin, migrations)?,
            done: Vec::new(),
            current: None,
        })
    }

    pub(super) fn take(&mut self, part: Part<'_>) -> Result<(), BackupError> {
        match part {
            Part::Table(name, columns) => {
                self.end_of_table()?;
                let table = self.filling.table(&name, &columns)?;
                self.current = Some(Current {
                    held: self.filling.held(&table)?,
                    table,
                    rows: 0,
                    hash: Sha256::new(),
                    batch: Vec::new(),
                    bytes: 0,
                });
            }
            Part::Row(row) => {
                let Some(current) = &mut self.current else {
                    return Err(StorageError::corrupt("a row of the copy").into());
                };
                current.rows += 1;
                current.hash.row(row);
                if current.rows > current.held {
                    current.batch.push(row.to_owned());
                    current.bytes += row.len();
                }
                if current.bytes >= BATCH {
                    self.filling.insert(&current.table, &current.batch)?;
                    current.batch.clear();
                    current.bytes = 0;
                }
            }
        }
        Ok(())
    }

    pub(super) fn end_of_table(&mut self) -> Result<(), BackupError> {
        let Some(current) = self.current.take() else {
            return Ok(());
        };
        if !current.batch.is_empty() {
            self.filling.insert(&current.table, &current.batch)?;
        }
        let copied = Copied {
            table: current.table.name().to_owned(),
            rows: current.rows,
            sha256: current.hash.finish(),
        };
        self.done.push((current.table, copied));
        Ok(())
    }

    /// Reads every table back, and opens the database if all are as they were, after `last`.
    pub(super) fn finish<T>(
        mut self,
        last: impl FnOnce(&mut WriteTx<'_>) -> Result<T, BackupError>,
    ) -> Result<(Vec<Copied>, T), BackupError> {
        self.end_of_table()?;
        let mut tables = Vec::new();
        for (table, copied) in self.done {
            let (mut rows, mut hash) = (0, Sha256::new());
            self.filling.each_row(&table, |row| {
                rows += 1;
                hash.row(row);
                Ok::<_, BackupError>(())
            })?;
            if rows != copied.rows || hash.finish() != copied.sha256 {
                return Err(BackupError::Differs {
                    table: copied.table,
                });
            }
            tables.push(copied);
        }
        Ok((tables, self.filling.finish(last)?))
    }
}
