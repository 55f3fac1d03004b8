//! The short forms: start, receipt, sign-in, people.

use super::{FieldError, FieldErrorKind, Fields};
use crate::anonymise::RawText;
use crate::report::AccountId;
use crate::review::Role;

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

/// What somebody signs in with; also a part of it, where one is asked for alone.
#[derive(Clone, Debug, Default)]
pub struct SignInForm {
    /// The account's name.
    pub name: String,
    /// The password.
    pub password: RawText,
    /// A code of the authenticator, or a recovery code.
    pub code: RawText,
}

impl SignInForm {
    /// Reads the fields `name`, `password` and `code`.
    pub fn parse(fields: &Fields) -> Self {
        Self {
            name: fields.first("name").trim().to_owned(),
            password: fields.text("password"),
            code: fields.text("code"),
        }
    }
}

/// What an administrator does with people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeopleForm {
    /// Invite somebody.
    Invite(Role),
    /// Change what somebody is there for.
    Role(AccountId, Role),
    /// Keep somebody out.
    Disable(AccountId),
    /// Let somebody back in.
    Enable(AccountId),
    /// Ask for a second factor to be reset.
    AskReset(AccountId),
    /// Agree to that.
    AgreeReset(AccountId),
}

impl PeopleForm {
    /// Reads the fields `do`, `role` and `account`; `None` for what our pages never send.
    pub fn parse(fields: &Fields) -> Option<Self> {
        let role = || Role::parse(fields.first("role"));
        let account = || fields.first("account").parse().ok();
        Some(match fields.first("do") {
            "invite" => Self::Invite(role()?),
            "role" => Self::Role(account()?, role()?),
            "disable" => Self::Disable(account()?),
            "enable" => Self::Enable(account()?),
            "ask-reset" => Self::AskReset(account()?),
            "agree-reset" => Self::AgreeReset(account()?),
            _ => return None,
        })
    }
}
