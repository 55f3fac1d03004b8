//! Every error a visitor can meet: one table of status, stable code, title and advice.
//!
//! Unknown errors are 500; their cause goes to the log, never into the answer.

use std::error::Error;
use std::fmt;

use actix_web::http::StatusCode;

/// What went wrong, as far as a visitor needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// The request could not be understood.
    BadRequest,
    /// It came from another site, or the visitor may not do this.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// The address does not take this method.
    MethodNotAllowed,
    /// Somebody else was faster, or it was sent before.
    Conflict,
    /// A report that was withdrawn.
    Gone,
    /// More than the limit.
    TooLarge,
    /// Not text.
    UnsupportedMediaType,
    /// Understood, and something in it does not fit.
    Unprocessable,
    /// Too many tries.
    TooManyRequests,
    /// Our fault.
    Internal,
    /// Our fault, and likely to pass.
    Unavailable,
}

impl ErrorCode {
    /// All codes.
    pub const ALL: [Self; 12] = [
        Self::BadRequest,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::Conflict,
        Self::Gone,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::Unprocessable,
        Self::TooManyRequests,
        Self::Internal,
        Self::Unavailable,
    ];

    /// Status, stable code for programs, title, and what to do.
    fn row(self) -> (StatusCode, &'static str, &'static str, &'static str) {
        match self {
            Self::BadRequest => (
                StatusCode::BAD_REQUEST,
                "bad-request",
                "This request could not be understood",
                "Nothing was kept. Go back, check what you entered and send it again.",
            ),
            Self::Forbidden => (
                StatusCode::FORBIDDEN,
                "forbidden",
                "This is not allowed",
                "Nothing was kept. If you came from a form on another site, open the form here and send it again.",
            ),
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "not-found",
                "There is no such page",
                "Check the address, or search for what you need.",
            ),
            Self::MethodNotAllowed => (
                StatusCode::METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "This address does not work that way",
                "Nothing was kept. Start again from the page that led you here.",
            ),
            Self::Conflict => (
                StatusCode::CONFLICT,
                "conflict",
                "This was done before",
                "Nothing was changed this time. Load the page again to see where it stands.",
            ),
            Self::Gone => (
                StatusCode::GONE,
                "withdrawn",
                "This report was withdrawn",
                "The person who sent it took it back. Its text is no longer here.",
            ),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "This is too long",
                "Nothing was kept. A write-up may have up to 256 KiB of text, a form 1 MiB in all. Go back: your browser still has what you typed. Shorten logs and send it again.",
            ),
            Self::UnsupportedMediaType => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "This is not text",
                "Nothing was kept. Send Markdown, plain text or JSON in UTF-8.",
            ),
            Self::Unprocessable => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "unprocessable",
                "Something here does not fit",
                "Nothing was kept. Change it and send it again.",
            ),
            Self::TooManyRequests => (
                StatusCode::TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many tries at once",
                "Nothing was kept. Wait a minute and try again.",
            ),
            Self::Internal => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong on our side",
                "What you sent was not kept. Please try again later.",
            ),
            Self::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "The registry cannot be reached just now",
                "What you sent was not kept. Keep your text and try again in a few minutes.",
            ),
        }
    }

    /// The HTTP status.
    pub fn status(self) -> StatusCode {
        self.row().0
    }

    /// The stable code for programs.
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// What happened, in a few words.
    pub fn title(self) -> &'static str {
        self.row().2
    }

    /// What was kept and what to do.
    pub fn advice(self) -> &'static str {
        self.row().3
    }
}

/// An error on its way to a visitor.
#[derive(Debug)]
pub struct WebError {
    /// Which one.
    pub code: ErrorCode,
    /// More in plain words, if it may be shown. Never holds what somebody sent.
    pub detail: Option<String>,
    pub(super) retry_after: Option<u64>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl WebError {
    /// An error without further words.
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            detail: None,
            retry_after: None,
            source: None,
        }
    }

    /// An error that explains itself.
    pub fn because(code: ErrorCode, detail: impl fmt::Display) -> Self {
        Self {
            code,
            detail: Some(detail.to_string()),
            retry_after: None,
            source: None,
        }
    }

    /// An error whose cause only the operator may see.
    pub fn caused(code: ErrorCode, source: impl Error + Send + Sync + 'static) -> Self {
        Self {
            code,
            detail: None,
            retry_after: None,
            source: Some(Box::new(source)),
        }
    }

    /// Seconds after which another try may work.
    pub fn retry_after(&self) -> Option<u64> {
        self.retry_after
            .or((self.code == ErrorCode::Unavailable).then_some(60))
    }

    /// Writes the cause to the log, once, where there is one.
    pub fn log(&self) {
        let Some(source) = &self.source else { return };
        let mut chain = source.to_string();
        let mut cause = source.source();
        while let Some(error) = cause {
            chain.push_str(": ");
            chain.push_str(&error.to_string());
            cause = error.source();
        }
        tracing::error!(code = self.code.as_str(), "{chain}");
    }
}

impl fmt::Display for WebError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.title())
    }
}

impl From<actix_web::error::BlockingError> for WebError {
    fn from(error: actix_web::error::BlockingError) -> Self {
        Self::caused(ErrorCode::Unavailable, error)
    }
}
