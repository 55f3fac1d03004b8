//! A backup as a file: lines of JSON, compressed with gzip.
//!
//! The first line says what it is. Then each table: a line with its name and columns, its rows, a
//! line with their number and SHA-256. The master key, if it was asked for. The last line has the
//! SHA-256 of all before it, so that a file that ends early is seen to.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::BackupError;
use crate::auth::{MasterKey, Sha256};
use crate::storage::whole::Table;

/// The form of the file; a later one gets the next number.
const FORM: u32 = 1;

/// What the first line says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Head {
    candor_backup: u32,
    /// The Candor that wrote it.
    pub version: String,
    /// When it was written.
    pub made: String,
    /// Fingerprint of the master key that goes with it; none if the database never had one.
    pub key: Option<String>,
    /// Migrations of the database, in order.
    pub migrations: Vec<String>,
}

impl Head {
    pub(super) fn new(made: Timestamp, key: Option<String>, migrations: Vec<String>) -> Self {
        Self {
            candor_backup: FORM,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            made: made.to_string(),
            key,
            migrations,
        }
    }
}

/// Every line but the first and the rows.
#[derive(Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Line {
    Table { table: String, columns: Vec<String> },
    EndOfTable { rows: u64, sha256: String },
    Key { master_key: String },
    End { tables: u64, sha256: String },
}

/// A part of the whole, on its way into a database.
pub(super) enum Part<'a> {
    /// Rows of this table follow, with these columns.
    Table(String, Vec<String>),
    /// A row of the table before.
    Row(&'a str),
}

/// What a whole file holds.
#[derive(Debug)]
pub struct Summary {
    /// What it says of itself.
    pub head: Head,
    /// Tables.
    pub tables: u64,
    /// Rows of all tables.
    pub rows: u64,
    /// The key in it, if there is one.
    pub key: Option<MasterKey>,
    /// SHA-256 of everything in it, in hexadecimal digits.
    pub sha256: String,
}

/// Writes a backup, line by line.
pub(super) struct Writer<'a> {
    to: GzEncoder<BufWriter<&'a File>>,
    all: Sha256,
    tables: u64,
    rows: u64,
    hash: Sha256,
}

impl<'a> Writer<'a> {
    pub(super) fn begin(file: &'a File, head: &Head) -> io::Result<Self> {
        let mut writer = Self {
            to: GzEncoder::new(BufWriter::new(file), Compression::fast()),
            all: Sha256::new(),
            tables: 0,
            rows: 0,
            hash: Sha256::new(),
        };
        let head = serde_json::to_string(head)?;
        writer.line(&head)?;
        Ok(writer)
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        self.all.row(line);
        self.to.write_all(line.as_bytes())?;
        self.to.write_all(b"\n")
    }

    fn told(&mut self, line: &Line) -> io::Result<()> {
        let line = Zeroizing::new(serde_json::to_string(line)?);
        self.line(&line)
    }

    pub(super) fn table(&mut self, table: &Table) -> io::Result<()> {
        self.tables += 1;
        self.rows = 0;
        self.hash = Sha256::new();
        self.told(&Line::Table {
            table: table.name().to_owned(),
            columns: table.columns().map(str::to_owned).collect(),
        })
    }

    pub(super) fn row(&mut self, row: &str) -> io::Result<()> {
        self.rows += 1;
        self.hash.row(row);
        self.line(row)
    }

    pub(super) fn end_of_table(&mut self) -> io::Result<()> {
        let sha256 = std::mem::take(&mut self.hash).finish();
        let rows = self.rows;
        self.told(&Line::EndOfTable { rows, sha256 })
    }

    pub(super) fn key(&mut self, key: &MasterKey) -> io::Result<()> {
        self.told(&Line::Key {
            master_key: key.to_hex().to_string(),
        })
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        let sha256 = std::mem::take(&mut self.all).finish();
        let tables = self.tables;
        self.told(&Line::End { tables, sha256 })?;
        self.to.finish()?.flush()
    }
}

/// Reads a backup from end to end and compares it with what it says of itself.
pub fn check(path: &Path) -> Result<Summary, BackupError> {
    read(path, |_| Ok(()))
}

/// Hands every table and row to `take`; whoever does more than look calls [`check`] before.
pub(super) fn read(
    path: &Path,
    mut take: impl FnMut(Part<'_>) -> Result<(), BackupError>,
) -> Result<Summary, BackupError> {
    let failed = BackupError::file(path);
    let broken = |what| BackupError::Broken {
        path: path.to_owned(),
        what,
    };
    let file = File::open(path).map_err(&failed)?;
    let mut lines = Lines {
        from: BufReader::new(GzDecoder::new(BufReader::new(file))),
        line: Zeroizing::default(),
    };
    let first = lines.next().map_err(&broken)?;
    let first = first.ok_or_else(|| broken("it is empty"))?;
    let head: Head =
        serde_json::from_str(first).map_err(|_| broken("it does not begin as a backup does"))?;
    if head.candor_backup != FORM {
        return Err(broken("a newer Candor wrote it; upgrade Candor"));
    }
    let mut all = Sha256::new();
    all.row(first);
    let (mut tables, mut rows, mut in_all, mut hash, mut key) = (0, 0, 0, Sha256::new(), None);
    while let Some(line) = lines.next().map_err(&broken)? {
        if line.starts_with('[') {
            rows += 1;
            hash.row(line);
            all.row(line);
            take(Part::Row(line))?;
            continue;
        }
        match serde_json::from_str(line).map_err(|_| broken("a line cannot be understood"))? {
            Line::Table { table, columns } => {
                (tables, rows, hash) = (tables + 1, 0, Sha256::new());
                take(Part::Table(table, columns))?;
            }
            Line::EndOfTable { rows: said, sha256 } => {
                if said != rows || std::mem::take(&mut hash).finish() != sha256 {
                    return Err(broken("a table was changed"));
                }
                in_all += rows;
            }
            Line::Key { master_key } => key = MasterKey::from_hex(&master_key),
            Line::End {
                tables: said,
                sha256,
            } => {
                if said != tables || all.finish() != sha256 {
                    return Err(broken("it was changed"));
                }
                return match lines.next().map_err(&broken)? {
                    Some(_) => Err(broken("something follows its end")),
                    None => Ok(Summary {
                        head,
                        tables,
                        rows: in_all,
                        key,
                        sha256,
                    }),
                };
            }
        }
        all.row(line);
    }
    Err(broken("it ends too early"))
}

struct Lines {
    from: BufReader<GzDecoder<BufReader<File>>>,
    line: Zeroizing<String>,
}

impl Lines {
    fn next(&mut self) -> Result<Option<&str>, &'static str> {
        self.line.clear();
        match self.from.read_line(&mut self.line) {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(self.line.trim_end_matches('\n'))),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err("it ends too early"),
            Err(_) => Err("it cannot be unpacked"),
        }
    }
}
