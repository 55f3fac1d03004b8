//! The forms of an issue or a guide that readers take along: made once, listed with their
//! checksums, and signed.

use std::fmt::Write as _;
use std::sync::PoisonError;

use super::Jobs;
use crate::anonymise::RedactedText;
use crate::auth::{PublicKey, SignatureError, digest, hex};
use crate::digests::Digest;
use crate::report::Period;
use crate::sheet::{EpubError, PdfError, Sheet};
use crate::storage::digests::{self, Issue};
use crate::storage::{ReadTx, StorageError, WriteTx, redacted_digest};

/// A form of an issue, or what proves the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestFile {
    /// A PDF to print.
    Pdf,
    /// Its practice as a poster of one page, as PDF.
    Poster,
    /// An EPUB for a reader of books.
    Epub,
    /// Plain text for a letter.
    Text,
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
    /// The SHA-256 of each of the others, as `sha256sum` writes and checks it.
    Sums,
    /// The signature of the checksums, as minisign writes and checks it.
    Signature,
}

/// Why the files of an issue could not be made.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The registry could not be read or written.
    #[error("the files of the digest could not be read or kept")]
    Storage(#[from] StorageError),
    /// It could not be written down.
    #[error("the digest could not be written down")]
    Encoding(#[from] serde_json::Error),
    /// Its pages could not be set.
    #[error("the pages of the digest could not be set")]
    Pdf(#[from] PdfError),
    /// Its book could not be put together.
    #[error("the book of the digest could not be put together")]
    Epub(#[from] EpubError),
    /// It named something that was changed or is no longer public.
    #[error("it is being made anew")]
    Anew,
}

/// Why a file cannot be said to be as the registry issued it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    /// The list of checksums is not the registry's.
    #[error("the list of checksums is not the registry's")]
    Signature(#[from] SignatureError),
    /// The list does not have this file.
    #[error("the list of checksums does not have this file")]
    NotListed,
}

/// Whether a file is one of those whose checksums the registry with this key signed; answers what
/// it said of them.
pub fn prove(
    file: &[u8],
    sums: &[u8],
    signature: &[u8],
    key: PublicKey,
) -> Result<String, Unproven> {
    let signature = String::from_utf8_lossy(signature);
    let comment = key.verify(sums, &signature)?;
    let sum = hex(&digest(file));
    let listed = String::from_utf8_lossy(sums);
    let mut lines = listed.lines().filter_map(|line| line.split_once(' '));
    if lines.any(|(listed, _)| listed == sum) {
        Ok(comment.to_owned())
    } else {
        Err(Unproven::NotListed)
    }
}

impl DigestFile {
    /// The forms whose checksums are listed.
    const FORMS: [Self; 6] = [
        Self::Pdf,
        Self::Poster,
        Self::Epub,
        Self::Text,
        Self::Markdown,
        Self::Json,
    ];

    /// How its name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Poster => "poster.pdf",
            Self::Epub => "epub",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Sums => "sha256",
            Self::Signature => "sha256.minisig",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf | Self::Poster => "application/pdf",
            Self::Epub => "application/epub+zip",
            Self::Text | Self::Sums | Self::Signature => "text/plain; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Json => "application/json",
        }
    }

    /// The one whose name ends so.
    pub fn parse(ending: &str) -> Option<Self> {
        let mut all = Self::FORMS.into_iter().chain([Self::Sums, Self::Signature]);
        all.find(|file| file.ending() == ending)
    }

    /// The name under which it is handed out. `of`: `digest-2026-10`, `guide-redis`.
    pub fn name(self, of: &str) -> String {
        format!("candor-{of}.{}", self.ending())
    }
}

/// What the forms of an issue or a guide are drawn from.
pub(super) struct Forms {
    pub(super) sheet: Sheet,
    pub(super) poster: Option<Sheet>,
    pub(super) json: Vec<u8>,
}

impl Forms {
    fn of(digest: &Digest<RedactedText>) -> Result<Self, FilesError> {
        Ok(Self {
            sheet: digest.sheet(),
            poster: digest.poster(),
            json: serde_json::to_vec_pretty(digest)?,
        })
    }

    /// One of them; `None` where there is nothing for it.
    fn drawn(&self, form: DigestFile, base: Option<&str>) -> Result<Option<Vec<u8>>, FilesError> {
        Ok(Some(match form {
            DigestFile::Poster => match &self.poster {
                Some(poster) => poster.to_pdf(base)?,
                None => return Ok(None),
            },
            DigestFile::Pdf => self.sheet.to_pdf(base)?,
            DigestFile::Epub => self.sheet.to_epub(base)?,
            DigestFile::Text => self.sheet.to_plain(base).into_bytes(),
            DigestFile::Markdown => self.sheet.to_markdown(base).into_bytes(),
            DigestFile::Json => self.json.clone(),
            DigestFile::Sums | DigestFile::Signature => return Ok(None),
        }))
    }
}

/// The files of an issue or a guide by their endings.
type Files = Vec<(&'static str, Vec<u8>)>;

/// What there is of a file.
pub(super) enum Kept<I> {
    /// No such issue.
    Nothing,
    /// It may not be read until it is made anew.
    Withheld,
    /// No file was made of it yet.
    Unmade(I),
    /// They were made; `None` where there is nothing for this one.
    Made(Option<Vec<u8>>),
}

impl<I> Kept<I> {
    /// What there is of an issue, given how to find a file of it.
    pub(super) fn of(
        issue: I,
        file: DigestFile,
        mut find: impl FnMut(&str) -> Result<Option<Vec<u8>>, StorageError>,
    ) -> Result<Self, StorageError> {
        let found = find(file.ending())?;
        let made = found.is_some() || find(DigestFile::Sums.ending())?.is_some();
        Ok(if made {
            Self::Made(found)
        } else {
            Self::Unmade(issue)
        })
    }
}

impl Jobs {
    /// One file of the issue about a period; `None` if there is no such issue, or nothing for this
    /// file in it. All of its files are made when the first is asked for, and stay as they are for
    /// as long as the issue does.
    pub fn digest_file(
        &self,
        period: Period,
        file: DigestFile,
    ) -> Result<Option<Vec<u8>>, FilesError> {
        let look = |tx: &mut ReadTx<'_>| match digests::get(tx, period)? {
            Some(issue) => Kept::of(issue, file, |form| digests::file(tx, period, form)),
            None if digests::withheld(tx)?.contains(&period) => Ok(Kept::Withheld),
            None => Ok(Kept::Nothing),
        };
        let put = |tx: &mut WriteTx<'_>, issue: &Issue, files: &Files| {
            digests::put_files(tx, issue, files)
        };
        self.made_once(file, look, |issue| self.made_of(issue), put)
    }

    /// One file out of a set that is made when the first is asked for.
    pub(super) fn made_once<I>(
        &self,
        file: DigestFile,
        look: impl Fn(&mut ReadTx<'_>) -> Result<Kept<I>, StorageError>,
        make: impl Fn(&I) -> Result<Files, FilesError>,
        put: impl Fn(&mut WriteTx<'_>, &I, &Files) -> Result<bool, StorageError>,
    ) -> Result<Option<Vec<u8>>, FilesError> {
        let mut alone = None;
        loop {
            let issue = match self.storage.read(&look)? {
                Kept::Nothing => return Ok(None),
                Kept::Withheld => return Err(FilesError::Anew),
                Kept::Made(body) => return Ok(body),
                Kept::Unmade(issue) => issue,
            };
            if alone.is_none() {
                alone = Some(self.setting.lock().unwrap_or_else(PoisonError::into_inner));
                continue;
            }
            let files = make(&issue)?;
            // An issue made of a report that is being withdrawn right now must not be handed out.
            if self.storage.write(|tx| put(tx, &issue, &files))? {
                let wanted = files.into_iter().find(|(form, _)| *form == file.ending());
                return Ok(wanted.map(|(_, body)| body));
            }
        }
    }

    /// An issue that a reader asked for, drawn and kept nowhere; `None` where it has nothing for
    /// this form.
    pub fn drawn(
        &self,
        digest: &Digest<RedactedText>,
        file: DigestFile,
    ) -> Result<Option<Vec<u8>>, FilesError> {
        let base = self.address.as_ref().map(|site| site.address(""));
        Forms::of(digest)?.drawn(file, base.as_deref())
    }

    fn made_of(&self, issue: &Issue) -> Result<Files, FilesError> {
        let forms = Forms::of(&redacted_digest(&issue.body)?)?;
        let (period, revision) = (issue.period, issue.revision);
        let comment = format!("Candor digest {period}, revision {revision}");
        self.signed(&forms, &format!("digest-{period}"), &comment)
    }

    /// All forms, the list of their checksums, and its signature with a comment. `of`: what their
    /// names say they are of.
    pub(super) fn signed(
        &self,
        forms: &Forms,
        of: &str,
        comment: &str,
    ) -> Result<Files, FilesError> {
        let base = self.address.as_ref().map(|site| site.address(""));
        let mut files = Vec::new();
        let mut sums = String::new();
        for form in DigestFile::FORMS {
            let Some(body) = forms.drawn(form, base.as_deref())? else {
                continue;
            };
            let sum = hex(&digest(&body));
            let _ = writeln!(sums, "{sum}  {}", form.name(of));
            files.push((form.ending(), body));
        }
        let signature = self.signing.sign(sums.as_bytes(), comment);
        files.push((DigestFile::Sums.ending(), sums.into_bytes()));
        files.push((DigestFile::Signature.ending(), signature.into_bytes()));
        Ok(files)
    }
}
