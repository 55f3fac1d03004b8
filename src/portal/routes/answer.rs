//! Answers: a page, a way on, or an error as a page.

use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, HeaderValue, LOCATION, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError, web};

use super::speak::unspoken;
use crate::portal::pages::{ErrorPage, Page};
use crate::portal::{Layout, Section};
use crate::registry::Registry;
use crate::web::{ErrorCode, NothingRepeated, WebError};

/// An error as the portal answers it.
#[derive(Debug)]
pub(super) struct PageError(WebError);

impl PageError {
    /// Writes the cause to the log where nothing is answered.
    pub(super) fn log(&self) {
        self.0.log();
    }
}

impl<E: Into<WebError>> From<E> for PageError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl ResponseError for PageError {
    fn status_code(&self) -> StatusCode {
        self.0.code.status()
    }

    fn error_response(&self) -> HttpResponse {
        self.0.log();
        let code = self.0.code;
        let layout = Layout::private(Section::Home, code.title());
        let status = code.status();
        let page = ErrorPage::new(
            layout,
            status.as_u16(),
            code.title(),
            code.advice(),
            self.0.detail.clone(),
        );
        let mut response = unspoken(status, page);
        if let Some(seconds) = self.0.retry_after() {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        if status == StatusCode::METHOD_NOT_ALLOWED {
            let methods = HeaderValue::from_static("GET, POST");
            response.headers_mut().insert(ALLOW, methods);
        }
        response
    }
}

/// An error that a page of the portal tells, for what stands in front of the handlers.
pub fn problem(error: WebError) -> HttpResponse {
    PageError(error).error_response()
}

/// What a handler gives back.
pub(super) type Answer = Result<HttpResponse, PageError>;

/// A page.
pub(super) fn page(page: impl Page + 'static) -> Answer {
    with_status(StatusCode::OK, page)
}

/// A form that nothing was typed into: of the request it repeats nothing.
#[expect(clippy::unnecessary_wraps, reason = "handlers end with it")]
pub(super) fn blank(page: impl Page + 'static) -> Answer {
    let mut response = unspoken(StatusCode::OK, page);
    response.extensions_mut().insert(NothingRepeated);
    Ok(response)
}

/// A page with another status than 200.
#[expect(clippy::unnecessary_wraps, reason = "handlers end with it")]
pub(super) fn with_status(status: StatusCode, page: impl Page + 'static) -> Answer {
    Ok(unspoken(status, page))
}

/// A page in place of what came too soon, with when to go on.
#[expect(clippy::unnecessary_wraps, reason = "handlers end with it")]
pub(super) fn later(error: &WebError, page: impl Page + 'static) -> Answer {
    let mut response = unspoken(error.code.status(), page);
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

/// A feed: Atom where its address says `atom`, otherwise a JSON Feed.
pub(super) fn feed(
    form: &str,
    atom: impl FnOnce() -> String,
    json: impl FnOnce() -> Result<String, serde_json::Error>,
) -> Answer {
    let (kind, body) = if form == "atom" {
        ("application/atom+xml; charset=utf-8", atom())
    } else {
        let body = json().map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
        ("application/feed+json", body)
    };
    Ok(HttpResponse::Ok().content_type(kind).body(body))
}

/// Sends the browser on after a form was taken.
pub(super) fn see_other(path: impl Into<String>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, path.into()))
        .finish()
}

/// An error that says nothing but what it is.
pub(super) fn refuse(code: ErrorCode) -> PageError {
    WebError::new(code).into()
}

/// Runs a use case on a thread made for waiting.
pub(super) async fn wait<T, E>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, PageError>
where
    T: Send + 'static,
    E: Into<WebError> + Send + 'static,
{
    Ok(web::block(work).await?.map_err(Into::into)?)
}

/// Marks a page of a registry that holds invented reports.
pub(super) async fn frame(
    registry: &web::Data<Registry>,
    layout: Layout,
) -> Result<Layout, PageError> {
    let registry = registry.clone();
    let overview = wait(move || registry.overview()).await?;
    Ok(layout.sample(overview.samples))
}

pub(super) async fn nothing_here() -> Answer {
    Err(refuse(ErrorCode::NotFound))
}

pub(super) async fn wrong_method() -> Answer {
    Err(refuse(ErrorCode::MethodNotAllowed))
}
