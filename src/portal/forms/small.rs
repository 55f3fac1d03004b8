//! The short forms: start, receipt, sign-in.

use super::{FieldError, FieldErrorKind, Fields};
use crate::anonymise::RawText;

/// A write-up pasted or uploaded.
#[derive(Clone, Debug, Default)]
pub struct StartForm {
    /// The write-up: what was pasted, or else the uploaded file.
    pub text: RawText,
}

impl StartForm {
    /// Reads the fields `text` and `file` (its decoded content), at most `limit` bytes.
    pub fn parse(fields: &Fields, limit: usize) -> Result<Self, Vec<FieldError>> {
        let (name, text) = ["text", "file"]
            .into_iter()
            .map(|name| (name, fields.text(name)))
            .find(|(_, text)| !text.is_blank())
            .ok_or_else(|| vec![FieldError::new("text", FieldErrorKind::Empty)])?;
        if text.expose().len() > limit {
            let kib = limit / 1024;
            return Err(vec![FieldError::new(
                name,
                FieldErrorKind::TooLarge { kib },
            )]);
        }
        Ok(Self { text })
    }
}

/// A receipt, to ask or to withdraw.
#[derive(Clone, Debug, Default)]
pub struct ReceiptForm {
    /// As typed, with whatever gaps.
    pub receipt: RawText,
    /// The box "Yes, take it back" is ticked.
    pub confirmed: bool,
}

impl ReceiptForm {
    /// Reads the fields `receipt` and `confirm`.
    pub fn parse(fields: &Fields) -> Result<Self, Vec<FieldError>> {
        let receipt = fields.text("receipt");
        if receipt.is_blank() {
            return Err(vec![FieldError::new("receipt", FieldErrorKind::Empty)]);
        }
        Ok(Self {
            receipt,
            confirmed: fields.first("confirm") == "yes",
        })
    }
}

/// Name and password of an analyst.
#[derive(Clone, Debug, Default)]
pub struct SignInForm {
    /// The account's name.
    pub name: String,
    /// The password.
    pub password: RawText,
}

impl SignInForm {
    /// Reads the fields `name` and `password`.
    pub fn parse(fields: &Fields) -> Self {
        Self {
            name: fields.first("name").trim().to_owned(),
            password: fields.text("password"),
        }
    }
}
