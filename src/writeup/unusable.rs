//! Why a text cannot be imported, and what to do about it.

/// The text cannot become a report.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// No text at all.
    #[error("the write-up is empty: write down what happened, a few sentences are enough")]
    Empty,
    /// A template nobody filled in.
    #[error(
        "the write-up is a template with {headings} headings that nobody has filled in: answer \
         at least what happened, then import it again"
    )]
    EmptyTemplate {
        /// How many headings or labels it has.
        headings: usize,
    },
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    #[error("the write-up has {bytes} bytes and {limit} are allowed: leave out logs and images")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// An image, an archive, a PDF or the like.
    #[error("this is not a text file: export the write-up as Markdown or plain text first")]
    NotText,
    /// The text said to be JSON is not an object that holds a report.
    ///
    /// Only the place is told: serde's own message may quote the write-up.
    #[error(
        "this JSON holds no report (line {line}, column {column}): give one object whose keys are \
         section names or the fields of a report"
    )]
    NotAReport {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
}
