//! Answers of the API: JSON, and problems as RFC 9457 describes them.

use actix_web::error::QueryPayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::web::{ErrorCode, WebError, body};

/// An error as the API answers it.
#[derive(Debug)]
pub(crate) struct Problem(WebError);

impl<E: Into<WebError>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    code: &'static str,
    detail: &'a str,
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.0.code.status()
    }

    fn error_response(&self) -> HttpResponse {
        self.0.log();
        let code = self.0.code;
        let mut response = HttpResponse::build(code.status());
        if let Some(seconds) = self.0.retry_after() {
            response.insert_header((RETRY_AFTER, seconds));
        }
        response
            .content_type("application/problem+json")
            .json(Body {
                // The code tells problems apart; there is no page for each.
                r#type: "about:blank",
                title: code.title(),
                status: code.status().as_u16(),
                code: code.as_str(),
                detail: self.0.detail.as_deref().unwrap_or_else(|| code.advice()),
            })
    }
}

/// An error that the API tells, for what stands in front of the handlers.
pub fn problem(error: WebError) -> HttpResponse {
    Problem(error).error_response()
}

/// A value as JSON.
pub(super) fn json(status: StatusCode, value: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status).json(value)
}

/// Reads a body of JSON. What was sent is never repeated in the error.
pub(super) async fn read<T: DeserializeOwned>(
    payload: actix_web::web::Payload,
) -> Result<T, WebError> {
    read_up_to(payload, body::MAX_BODY).await
}

/// The same for a body of at most so many bytes.
pub(super) async fn read_up_to<T: DeserializeOwned>(
    payload: actix_web::web::Payload,
    limit: usize,
) -> Result<T, WebError> {
    let bytes = body::read_up_to(payload, limit).await?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let place = format!(
            "The JSON cannot be read (line {}, column {}).",
            error.line(),
            error.column()
        );
        WebError::because(ErrorCode::BadRequest, place)
    })
}

/// Addresses the API does not have.
pub(super) async fn nothing_here() -> Result<HttpResponse, Problem> {
    Err(WebError::new(ErrorCode::NotFound).into())
}

/// A known address that does not take this method.
pub(super) async fn wrong_method() -> Result<HttpResponse, Problem> {
    Err(WebError::new(ErrorCode::MethodNotAllowed).into())
}

/// A query whose values have the wrong form.
pub(super) fn bad_query(_: QueryPayloadError, _: &HttpRequest) -> actix_web::Error {
    let what = "A value in the query has the wrong form.";
    Problem::from(WebError::because(ErrorCode::BadRequest, what)).into()
}
