//! The whole public corpus as files to take away: lines of JSON and SQLite, with checksums.
//!
//! The files are named after the week in which they were made. Once a report in them is withdrawn
//! they are not given out any more, and are made anew without it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use crate::auth::sha256;
use crate::report::{Clock, IsoWeek};
use crate::storage::corpus::CorpusFile;
use crate::storage::{Storage, StorageError, outbox, published};

/// Reports read at once.
const PAGE: u32 = 500;
/// Where the files are told; written last, so that what it tells is whole.
const MANIFEST: &str = "corpus.json";

/// Makes and finds the files.
pub struct Corpus {
    storage: Storage,
    clock: Arc<dyn Clock>,
    folder: PathBuf,
    at_work: Mutex<()>,
}

/// What there is to take away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The week in which the files were made, such as `2026-W47`.
    pub week: String,
    /// Reports in them.
    pub reports: u64,
    /// The files.
    pub files: Vec<Download>,
    /// Place in the outbox up to which they hold.
    head: i64,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
}

/// Why the files could not be made or found.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// The reports could not be read, or the SQLite file not be filled.
    #[error("the files for download could not be made")]
    Storage(#[from] StorageError),
    /// The folder could not be used.
    #[error("the folder of the files for download could not be used")]
    Folder(#[from] io::Error),
    /// A report could not be written down.
    #[error("a report could not be written down")]
    Encoding(#[from] serde_json::Error),
}

impl Corpus {
    /// Files in this folder, which is made with the first of them.
    pub fn new(storage: Storage, clock: Arc<dyn Clock>, folder: PathBuf) -> Self {
        Self {
            storage,
            clock,
            folder,
            at_work: Mutex::default(),
        }
    }

    /// The same reports in files of another folder.
    #[must_use]
    pub fn elsewhere(&self, folder: PathBuf) -> Self {
        Self::new(self.storage.clone(), Arc::clone(&self.clock), folder)
    }

    /// What can be taken away now; none before the first report is published, and while a
    /// withdrawn one is still in the files.
    pub fn current(&self) -> Result<Option<Manifest>, CorpusError> {
        let Some(manifest) = self.written()? else {
            return Ok(None);
        };
        // A database that was restored is older than the files: it cannot tell what is gone from them.
        let stale = self.storage.read(|tx| {
            Ok::<_, StorageError>(
                outbox::head(tx)? < manifest.head || outbox::removes_after(tx, manifest.head)?,
            )
        })?;
        Ok((!stale).then_some(manifest))
    }

    /// One of the files, open for reading.
    pub fn open(&self, name: &str) -> Result<Option<(Download, File)>, CorpusError> {
        let files = self.current()?.map(|manifest| manifest.files);
        let found = files.into_iter().flatten().find(|file| file.name == name);
        match found {
            Some(file) => {
                let open = File::open(self.folder.join(&file.name))?;
                Ok(Some((file, open)))
            }
            None => Ok(None),
        }
    }

    /// Makes the files where there are none, or none that may be given out.
    pub fn ensure(&self) -> Result<(), CorpusError> {
        if self.current()?.is_some() {
            return Ok(());
        }
        self.refresh()
    }

    /// Makes the files anew if a report was published or withdrawn since.
    pub fn refresh(&self) -> Result<(), CorpusError> {
        let _alone = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.written()?;
        let head = self.storage.read(outbox::head)?;
        if before.as_ref().is_some_and(|before| before.head == head) {
            return Ok(());
        }
        if self.current()?.is_none() {
            self.clear()?;
        }
        if self.storage.read(published::count)? > 0 {
            self.make()?;
        }
        Ok(())
    }

    fn make(&self) -> Result<(), CorpusError> {
        fs::create_dir_all(&self.folder)?;
        let week = IsoWeek::of(self.clock.now()).to_string();
        let (lines, table) = (
            format!("candor-{week}.ndjson.gz"),
            format!("candor-{week}.sqlite.gz"),
        );
        let (new_lines, new_table) = (
            self.folder.join("new.ndjson.gz"),
            self.folder.join("new.sqlite"),
        );
        let packed = self.folder.join("new.sqlite.gz");
        for stale in [&new_lines, &new_table, &packed] {
            remove(stale)?;
        }
        let (head, reports) = self.write(&new_lines, &new_table)?;
        let mut sink = gzip(&packed)?;
        io::copy(&mut File::open(&new_table)?, &mut sink)?;
        sink.finish()?.flush()?;
        remove(&new_table)?;
        let manifest = Manifest {
            week,
            reports,
            head,
            files: vec![download(lines, &new_lines)?, download(table, &packed)?],
        };
        self.clear()?;
        for (file, new) in manifest.files.iter().zip([&new_lines, &packed]) {
            fs::rename(new, self.folder.join(&file.name))?;
        }
        let told = self.folder.join("new.json");
        fs::write(&told, serde_json::to_vec_pretty(&manifest)?)?;
        fs::rename(told, self.folder.join(MANIFEST))?;
        Ok(())
    }

    /// Writes every public report, as they are at one moment; answers that moment's place in the
    /// outbox and their number.
    fn write(&self, lines: &Path, table: &Path) -> Result<(i64, u64), CorpusError> {
        let mut lines = gzip(lines)?;
        let mut table = CorpusFile::create(table)?;
        let (mut reports, mut after) = (0, None);
        let head = self.storage.read(|tx| {
            loop {
                let page = published::all(tx, after, PAGE)?;
                for report in &page {
                    serde_json::to_writer(&mut lines, report)?;
                    lines.write_all(b"\n")?;
                    table.add(report)?;
                    reports += 1;
                }
                match page.last() {
                    Some(last) if page.len() == PAGE as usize => after = Some(last.id),
                    _ => return Ok::<_, CorpusError>(outbox::head(tx)?),
                }
            }
        })?;
        lines.finish()?.flush()?;
        table.finish()?;
        Ok((head, reports))
    }

    /// Takes the files away, what tells of them first.
    fn clear(&self) -> Result<(), CorpusError> {
        let files = self.told()?.map(|manifest| manifest.files);
        remove(&self.folder.join(MANIFEST))?;
        for file in files.into_iter().flatten() {
            remove(&self.folder.join(file.name))?;
        }
        Ok(())
    }

    /// What was made last; none where a file of it is missing or has another length.
    fn written(&self) -> Result<Option<Manifest>, CorpusError> {
        let Some(manifest) = self.told()? else {
            return Ok(None);
        };
        for file in &manifest.files {
            match fs::metadata(self.folder.join(&file.name)) {
                Ok(found) if found.len() == file.bytes => {}
                Ok(_) => return Ok(None),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Some(manifest))
    }

    fn told(&self) -> Result<Option<Manifest>, CorpusError> {
        match fs::read(self.folder.join(MANIFEST)) {
            // One that cannot be read is as good as none: the files are made anew.
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn gzip(path: &Path) -> io::Result<GzEncoder<BufWriter<File>>> {
    let file = BufWriter::new(File::create(path)?);
    Ok(GzEncoder::new(file, Compression::default()))
}

fn download(name: String, path: &Path) -> io::Result<Download> {
    Ok(Download {
        name,
        bytes: fs::metadata(path)?.len(),
        sha256: sha256(File::open(path)?)?,
    })
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
