//! Forms: from the pairs a browser sends to values, and back into fields.
//!
//! What somebody typed is raw text until it has been anonymised, so it is held as
//! [`crate::anonymise::RawText`] and never printed.

mod codes;
mod desk;
mod error;
mod fields;
mod lines;
mod read;
mod report;
mod small;
mod technology;
#[cfg(test)]
mod tests;

pub use desk::{DeskForm, Verdict};
pub use error::{FieldError, FieldErrorKind};
pub use fields::Fields;
pub use report::{NarrativeForm, ReportForm};
pub use small::{ReceiptForm, SignInForm, StartForm};

pub(crate) use codes::{MANY, Many, ONE, One};
