//! Errors of the use cases as visitors meet them.

use super::{ErrorCode, WebError};
use crate::auth::PasswordError;
use crate::intake::{Flaw, MailError, ProposalError, ShareError, SubmitError, WithdrawError};
use crate::jobs::{CorpusError, DigestError, FilesError};
use crate::registry::RegistryError;
use crate::review::{
    AlertError, DecideError, EditError, EnrolError, MemberError, NewAccountError, OwnError,
    PeopleError, ReviewError, SetError, SignInError, SplitError,
};
use crate::search::SearchError;
use crate::stack::Unreadable;
use crate::storage::StorageError;
use crate::writeup::Unusable;

impl From<StorageError> for WebError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Unavailable(_) | StorageError::Full(_) => {
                Self::caused(ErrorCode::Unavailable, error)
            }
            StorageError::Conflict(why) => Self::because(ErrorCode::Conflict, sentence(why)),
            other => Self::caused(ErrorCode::Internal, other),
        }
    }
}

impl From<SearchError> for WebError {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Cursor(error) => {
                Self::because(ErrorCode::BadRequest, sentence(&error.to_string()))
            }
            other => Self::caused(ErrorCode::Unavailable, other),
        }
    }
}

impl From<RegistryError> for WebError {
    fn from(error: RegistryError) -> Self {
        match error {
            RegistryError::Storage(error) => error.into(),
            RegistryError::Search(error) => error.into(),
            RegistryError::Busy => {
                let said = "Several digests are being made just now. Try again in a few seconds.";
                let mut error = Self::because(ErrorCode::TooManyRequests, said);
                error.retry_after = Some(5);
                error
            }
            RegistryError::Anew => being_made_anew(),
        }
    }
}

/// What named something that was changed or is no longer public.
fn being_made_anew() -> WebError {
    let said = "It named something that was changed or is no longer public, and is being made anew without it. Try again in a few seconds.";
    let mut error = WebError::because(ErrorCode::Unavailable, said);
    error.retry_after = Some(5);
    error
}

impl From<DigestError> for WebError {
    fn from(error: DigestError) -> Self {
        match error {
            DigestError::Storage(error) => error.into(),
            other @ DigestError::Encoding(_) => Self::caused(ErrorCode::Internal, other),
            other @ (DigestError::NotYet | DigestError::Moved) => {
                Self::because(ErrorCode::Conflict, sentence(&other.to_string()))
            }
        }
    }
}

impl From<FilesError> for WebError {
    fn from(error: FilesError) -> Self {
        match error {
            FilesError::Storage(error) => error.into(),
            FilesError::Anew => being_made_anew(),
            other => Self::caused(ErrorCode::Internal, other),
        }
    }
}

impl From<CorpusError> for WebError {
    fn from(error: CorpusError) -> Self {
        match error {
            CorpusError::Storage(error) => error.into(),
            other => Self::caused(ErrorCode::Internal, other),
        }
    }
}

impl From<Unusable> for WebError {
    fn from(error: Unusable) -> Self {
        let code = match error {
            Unusable::TooLarge { .. } => ErrorCode::TooLarge,
            Unusable::NotText => ErrorCode::UnsupportedMediaType,
            _ => ErrorCode::Unprocessable,
        };
        Self::because(code, sentence(&error.to_string()))
    }
}

impl From<Unreadable> for WebError {
    fn from(error: Unreadable) -> Self {
        let code = match error {
            Unreadable::TooLarge => ErrorCode::TooLarge,
            Unreadable::NotText => ErrorCode::UnsupportedMediaType,
            _ => ErrorCode::Unprocessable,
        };
        Self::because(code, sentence(&error.to_string()))
    }
}

impl From<SubmitError> for WebError {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::Flawed(flaws) => {
                let long = flaws.contains(&Flaw::TooLong);
                let code = if long {
                    ErrorCode::TooLarge
                } else {
                    ErrorCode::Unprocessable
                };
                Self::because(code, flaws_in_words(&flaws))
            }
            SubmitError::SentBefore => {
                Self::because(ErrorCode::Conflict, sentence(&error.to_string()))
            }
            SubmitError::NoSuchCode => {
                Self::because(ErrorCode::NotFound, sentence(&error.to_string()))
            }
            SubmitError::Storage(error) => error.into(),
            other @ SubmitError::Closing(_) => Self::caused(ErrorCode::Internal, other),
        }
    }
}

impl From<ShareError> for WebError {
    fn from(error: ShareError) -> Self {
        match error {
            ShareError::Unknown => Self::because(ErrorCode::NotFound, sentence(&error.to_string())),
            ShareError::Ended | ShareError::Enough => {
                Self::because(ErrorCode::Conflict, sentence(&error.to_string()))
            }
            ShareError::Storage(error) => error.into(),
        }
    }
}

impl From<WithdrawError> for WebError {
    fn from(error: WithdrawError) -> Self {
        match error {
            WithdrawError::Unknown => {
                Self::because(ErrorCode::NotFound, sentence(&error.to_string()))
            }
            WithdrawError::NothingLeft => {
                Self::because(ErrorCode::Conflict, sentence(&error.to_string()))
            }
            WithdrawError::Storage(error) => error.into(),
        }
    }
}

impl From<MailError> for WebError {
    fn from(error: MailError) -> Self {
        let code = match error {
            MailError::Unknown => ErrorCode::NotFound,
            MailError::Closed | MailError::Full | MailError::SentBefore => ErrorCode::Conflict,
            MailError::Empty | MailError::TooLong | MailError::TooEarly => ErrorCode::Unprocessable,
            MailError::Flawed(flaws) => {
                return Self::because(ErrorCode::Unprocessable, flaws_in_words(&flaws));
            }
            MailError::Storage(error) => return error.into(),
            other @ (MailError::Sealing(_) | MailError::Encoding(_)) => {
                return Self::caused(ErrorCode::Internal, other);
            }
        };
        Self::because(code, sentence(&error.to_string()))
    }
}

impl From<ProposalError> for WebError {
    fn from(error: ProposalError) -> Self {
        match error {
            ProposalError::Mail(error) => error.into(),
            ProposalError::Nothing | ProposalError::NotPublic | ProposalError::Outdated(_) => {
                Self::because(ErrorCode::Conflict, sentence(&error.to_string()))
            }
        }
    }
}

impl From<ReviewError> for WebError {
    fn from(error: ReviewError) -> Self {
        match error {
            ReviewError::Unknown => {
                Self::because(ErrorCode::NotFound, sentence(&error.to_string()))
            }
            ReviewError::Shredded => Self::because(ErrorCode::Gone, sentence(&error.to_string())),
            ReviewError::Storage(error) => error.into(),
            other
            @ (ReviewError::Sealing(_) | ReviewError::Closing(_) | ReviewError::Letter(_)) => {
                Self::caused(ErrorCode::Internal, other)
            }
        }
    }
}

impl From<DecideError> for WebError {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Flawed(flaws) => {
                Self::because(ErrorCode::Unprocessable, flaws_in_words(&flaws))
            }
            DecideError::NotApproved { .. }
            | DecideError::Unsettled(_)
            | DecideError::NoSynopsis
            | DecideError::Changed
            | DecideError::WrongStatus(_) => {
                Self::because(ErrorCode::Conflict, sentence(&error.to_string()))
            }
            DecideError::Review(error) => error.into(),
            DecideError::Mail(error) => error.into(),
        }
    }
}

impl From<SplitError> for WebError {
    fn from(error: SplitError) -> Self {
        match error {
            SplitError::Flawed(flaws) => {
                Self::because(ErrorCode::Unprocessable, flaws_in_words(&flaws))
            }
            SplitError::Decide(error) => error.into(),
        }
    }
}

impl From<AlertError> for WebError {
    fn from(error: AlertError) -> Self {
        let code = match error {
            AlertError::Unknown => ErrorCode::NotFound,
            AlertError::Incomplete | AlertError::UnknownReport => ErrorCode::Unprocessable,
            AlertError::NotAgreed { .. } | AlertError::Changed => ErrorCode::Conflict,
            AlertError::Storage(error) => return error.into(),
            other @ AlertError::Sealing(_) => return Self::caused(ErrorCode::Internal, other),
        };
        Self::because(code, sentence(&error.to_string()))
    }
}

impl From<EditError> for WebError {
    fn from(error: EditError) -> Self {
        let code = match error {
            EditError::Length(_) | EditError::NoNote => ErrorCode::Unprocessable,
            EditError::TooFew => ErrorCode::NotFound,
            EditError::NotOver | EditError::Changed => ErrorCode::Conflict,
            EditError::Digest(error) => return error.into(),
            EditError::Storage(error) => return error.into(),
        };
        Self::because(code, sentence(&error.to_string()))
    }
}

impl From<SetError> for WebError {
    fn from(error: SetError) -> Self {
        let code = match error {
            SetError::Unknown => ErrorCode::NotFound,
            SetError::Incomplete | SetError::TooMany | SetError::UnknownReport => {
                ErrorCode::Unprocessable
            }
            SetError::Changed => ErrorCode::Conflict,
            SetError::Storage(error) => return error.into(),
        };
        Self::because(code, sentence(&error.to_string()))
    }
}

impl From<SignInError> for WebError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::because(ErrorCode::Forbidden, sentence(&error.to_string())),
            SignInError::Busy => {
                Self::because(ErrorCode::TooManyRequests, sentence(&error.to_string()))
            }
            SignInError::Storage(error) => error.into(),
        }
    }
}

impl From<OwnError> for WebError {
    fn from(error: OwnError) -> Self {
        let code = match error {
            OwnError::Wrong => ErrorCode::Forbidden,
            OwnError::Busy | OwnError::Password(PasswordError::Busy(_)) => {
                ErrorCode::TooManyRequests
            }
            OwnError::Password(_) | OwnError::WrongCode => ErrorCode::Unprocessable,
            OwnError::Ended => ErrorCode::Conflict,
            OwnError::Storage(error) => return error.into(),
            other @ OwnError::Sealing(_) => return Self::caused(ErrorCode::Internal, other),
        };
        Self::because(code, sentence(&error.to_string()))
    }
}

impl From<EnrolError> for WebError {
    fn from(error: EnrolError) -> Self {
        match error {
            EnrolError::WrongCode => {
                Self::because(ErrorCode::Forbidden, sentence(&error.to_string()))
            }
            EnrolError::Already => Self::because(ErrorCode::Conflict, sentence(&error.to_string())),
            EnrolError::Storage(error) => error.into(),
            other @ EnrolError::Sealing(_) => Self::caused(ErrorCode::Internal, other),
        }
    }
}

impl From<NewAccountError> for WebError {
    fn from(error: NewAccountError) -> Self {
        match error {
            NewAccountError::Storage(error) => error.into(),
            other => Self::because(ErrorCode::Unprocessable, sentence(&other.to_string())),
        }
    }
}

impl From<MemberError> for WebError {
    fn from(error: MemberError) -> Self {
        match error {
            MemberError::Storage(error) => error.into(),
            other @ MemberError::BadName => {
                Self::because(ErrorCode::Unprocessable, sentence(&other.to_string()))
            }
        }
    }
}

impl From<PeopleError> for WebError {
    fn from(error: PeopleError) -> Self {
        match error {
            PeopleError::Storage(error) => error.into(),
            PeopleError::Unknown => {
                Self::because(ErrorCode::NotFound, sentence(&error.to_string()))
            }
            other => Self::because(ErrorCode::Conflict, sentence(&other.to_string())),
        }
    }
}

fn flaws_in_words(flaws: &[Flaw]) -> String {
    flaws
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Errors begin small and have no full stop; sentences do not.
fn sentence(words: &str) -> String {
    let mut characters = words.chars();
    let first: String = characters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    let stop = if words.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    format!("{first}{}{stop}", characters.as_str())
}
