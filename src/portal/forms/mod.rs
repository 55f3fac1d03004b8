//! Forms: from the pairs a browser sends to values, and back into fields.
//!
//! What somebody typed is raw text until it has been anonymised, so it is held as
//! [`crate::anonymise::RawText`] and never printed.

mod account;
mod alert;
mod amends;
mod asking;
mod codes;
mod desk;
mod digest;
mod error;
mod facts;
mod fields;
mod guide;
mod guide_edits;
mod letter;
mod lines;
mod listed;
mod outline;
mod read;
mod report;
mod set;
mod small;
mod split;
mod technology;
#[cfg(test)]
mod tests;
mod told;

pub use account::AccountForm;
pub use alert::{AlertForm, AlertStep};
pub use asking::Asking;
pub use desk::{DeskForm, Work};
pub use digest::{DigestForm, DigestStep};
pub use error::{FieldError, FieldErrorKind};
pub use fields::Fields;
pub use guide::{GUIDE, Question};
pub use guide_edits::{GuideForm, PartFields};
pub use letter::LetterForm;
pub use listed::Listed;
pub use outline::Remark;
pub use report::ReportForm;
pub use set::{SetForm, SetStep};
pub use small::{PeopleForm, ReceiptForm, SignInForm, StartForm};
pub use split::division;
pub use told::NarrativeForm;

pub(crate) use amends::Amends;
pub(crate) use codes::{MANY, Many, ONE, One};
pub(crate) use error::of_receipt;
pub(crate) use facts::facts;
pub(crate) use outline::DEEPEST;
pub(crate) use split::item_field;
