//! What does not fit, and where. The words are in `components/problem.html`.

use crate::anonymise::RawText;
use crate::auth::ReceiptError;
use crate::portal::Said;

/// A field that needs another look.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// Name of the field, which is also the anchor of its input.
    pub field: &'static str,
    /// What about it.
    pub kind: FieldErrorKind,
}

/// What does not fit.
#[derive(Clone, Debug)]
pub enum FieldErrorKind {
    /// There is no title.
    TitleMissing,
    /// Neither summary, nor account, nor timeline.
    NothingTold,
    /// Longer than this many characters.
    TooLong {
        /// The most there may be.
        limit: usize,
    },
    /// More lines than this.
    TooManyLines {
        /// The most there may be.
        limit: usize,
    },
    /// Neither year, nor quarter, nor month.
    BadPeriod,
    /// The offset in this line, counted from 1, is further away than an incident can last.
    BadOffset {
        /// The line.
        line: usize,
    },
    /// No technology of the list goes by this name.
    UnknownTechnology(RawText),
    /// Not one of the choices.
    UnknownChoice,
    /// A refusal needs its reason.
    ReasonMissing,
    /// A verdict is needed.
    VerdictMissing,
    /// It is no receipt.
    BadReceipt(ReceiptError),
    /// The code for a second account is unknown, used or too old.
    BadCode,
    /// The file that was chosen is not text.
    NotText,
    /// What was pasted or chosen is longer than this many KiB.
    TooLarge {
        /// The most there may be.
        kib: usize,
    },
    /// It is neither the id nor the address of a report.
    NoReport,
    /// This line, counted from 1, is neither the id nor the address of a report.
    NoReportInLine {
        /// The line.
        line: usize,
    },
    /// Readers see what changed in a public report, and why: it has to be said.
    NoteMissing,
    /// Too many tries; in so many seconds there may be one more.
    Wait {
        /// How long.
        seconds: u64,
    },
    /// No term fits, and the word that is missed is not there.
    WordMissing,
    /// Nothing was pasted, uploaded or entered.
    Empty,
}

impl FieldError {
    /// This field, for this reason.
    pub fn new(field: &'static str, kind: FieldErrorKind) -> Self {
        Self { field, kind }
    }
}

/// Why a text is no receipt.
pub(crate) fn of_receipt(why: ReceiptError) -> Said {
    match why {
        ReceiptError::Length => say!("problem-receipt-length"),
        ReceiptError::Character => say!("problem-receipt-character"),
        ReceiptError::Check => say!("problem-receipt-check"),
    }
}
