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
use crate::storage::{StorageError, redacted_digest};

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

impl Jobs {
    /// One file of the issue about a period; `None` if there is no such issue. All of its files are
    /// made when the first is asked for, and stay as they are for as long as the issue does.
    pub fn digest_file(
        &self,
        period: Period,
        file: DigestFile,
    ) -> Result<Option<Vec<u8>>, FilesError> {
        if let Some(kept) = self.kept(period, file)? {
            return Ok(Some(kept));
        }
        let _alone = self.setting.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(kept) = self.kept(period, file)? {
                return Ok(Some(kept));
            }
            let Some(issue) = self.storage.read(|tx| digests::get(tx, period))? else {
                return Ok(None);
            };
            let files = self.made_of(&issue)?;
            // An issue made of a report that is being withdrawn right now must not be handed out.
            if self
                .storage
                .write(|tx| digests::put_files(tx, &issue, &files))?
            {
                let made = files.into_iter().find(|(form, _)| *form == file.ending());
                return Ok(made.map(|(_, body)| body));
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

    fn kept(&self, period: Period, file: DigestFile) -> Result<Option<Vec<u8>>, StorageError> {
        self.storage
            .read(|tx| digests::file(tx, period, file.ending()))
    }

    fn made_of(&self, issue: &Issue) -> Result<Vec<(&'static str, Vec<u8>)>, FilesError> {
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
    ) -> Result<Vec<(&'static str, Vec<u8>)>, FilesError> {
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
