//! What somebody does with their own account.

use super::{Fields, SignInForm};
use crate::anonymise::RawText;

/// One step on the page of one's own account.
#[derive(Clone, Debug)]
pub enum AccountForm {
    /// Take another password.
    Password(SignInForm, RawText),
    /// Make new recovery codes.
    Recovery(SignInForm),
    /// Begin with another authenticator.
    Factor(SignInForm),
    /// Show its first code.
    Confirm {
        /// The sealed secret, as the page before carried it.
        carried: String,
        /// What the authenticator shows.
        code: RawText,
    },
    /// End all other sessions.
    Elsewhere,
}

impl AccountForm {
    /// Whether it holds a password and a code that may be wrong.
    pub fn proves(&self) -> bool {
        matches!(
            self,
            Self::Password(..) | Self::Recovery(_) | Self::Factor(_)
        )
    }

    /// Reads the field `do` and what goes with it; `None` for what our pages never send.
    pub fn parse(fields: &Fields) -> Option<Self> {
        let proof = || SignInForm::parse(fields);
        Some(match fields.first("do") {
            "password" => Self::Password(proof(), fields.text("new")),
            "recovery" => Self::Recovery(proof()),
            "factor" => Self::Factor(proof()),
            "confirm" => Self::Confirm {
                carried: fields.first("carried").to_owned(),
                code: fields.text("code"),
            },
            "elsewhere" => Self::Elsewhere,
            _ => return None,
        })
    }
}
