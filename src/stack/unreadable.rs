//! Why a manifest could not be read. Never repeats what is in it.

use super::Format;

/// A manifest that is of no use as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing in it.
    #[error("there is nothing in it; choose a file or paste its text")]
    Empty,
    /// More than the limit.
    #[error("it is longer than 16 MiB; hand in the lock files of one service at a time")]
    TooLarge,
    /// Bytes that are no text.
    #[error("it is not text; hand in the manifest itself, not an archive or an image of it")]
    NotText,
    /// JSON of some other kind.
    #[error(
        "it is JSON, but neither a package file nor a bill of materials; hand in package.json, a lock file, composer.json, or an SBOM as CycloneDX or SPDX"
    )]
    OtherJson,
    /// XML of some other kind.
    #[error("it is XML, but neither a pom.xml nor a CycloneDX SBOM; hand in one of these")]
    OtherXml,
    /// It breaks the rules of its own format.
    #[error(
        "it looks like {format}, but line {line} breaks that format's rules; mend it, or paste the names as a list, one a line"
    )]
    Broken {
        /// What it looks like.
        format: &'static str,
        /// The line, from 1.
        line: usize,
    },
    /// Nested deeper than any real file.
    #[error("it is nested too deeply to be read; hand in a file as your tools write it")]
    TooDeep,
    /// More values than any real file, as from references to references.
    #[error(
        "it unfolds into too many values, as when aliases repeat each other; hand in the file without them"
    )]
    TooMany,
}

impl Unreadable {
    pub(super) fn broken(format: Format, line: usize) -> Self {
        Self::Broken {
            format: format.label(),
            line,
        }
    }
}
