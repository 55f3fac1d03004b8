//! Bodies: read whole, within a size and a deadline, and decoded into fields.
//!
//! actix's own time limit ends with the request head; a body that trickles in would hold its
//! connection for as long as it likes.

use std::time::Duration;

use actix_multipart::Multipart;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, web};
use futures_util::StreamExt;

use super::{ErrorCode, WebError};

/// Bytes of a body, all fields and their encoding together.
pub const MAX_BODY: usize = 1024 * 1024;
/// Bytes of one field's text.
pub const MAX_TEXT: usize = 256 * 1024;
/// Bytes of manifests handed in together: lock files are long, and nothing is made of most of it.
pub const MAX_MANIFESTS: usize = 4 * 1024 * 1024;
/// Fields of one form; the longest form of ours has about 300.
const MAX_FIELDS: usize = 600;
/// From the end of the head to the end of the body.
const DEADLINE: Duration = Duration::from_secs(15);

/// Decoded fields of a form, in order; a name may come more than once.
pub type Fields = Vec<(String, String)>;

/// A form that may carry a file.
#[derive(Default)]
pub struct Upload {
    /// Fields, the file's text among them under its field's name.
    pub fields: Fields,
    /// Files that were chosen: their places in `fields`, and their names.
    pub files: Vec<(usize, String)>,
    /// Why a file was left out; its field is empty.
    pub left_out: Option<LeftOut>,
}

/// Why a file was left out of a form whose fields are there all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is not text in UTF-8.
    NotText,
    /// It is longer than a text may be.
    TooLong,
}

impl From<LeftOut> for WebError {
    fn from(why: LeftOut) -> Self {
        Self::new(match why {
            LeftOut::NotText => ErrorCode::UnsupportedMediaType,
            LeftOut::TooLong => ErrorCode::TooLarge,
        })
    }
}

/// How much a form may hold, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// All fields and their encoding together.
    pub body: usize,
    /// One field's text.
    pub text: usize,
    /// One file's text.
    pub file: usize,
}

impl Limits {
    /// A form with a report.
    pub const REPORT: Self = Self {
        body: MAX_BODY,
        text: MAX_TEXT,
        file: MAX_TEXT,
    };
    /// A form with a report that is being written.
    pub const DRAFT: Self = Self {
        body: MAX_BODY,
        text: MAX_BODY,
        file: MAX_TEXT,
    };
    /// A form with manifests.
    pub const MANIFESTS: Self = Self {
        body: MAX_MANIFESTS,
        text: MAX_MANIFESTS,
        file: MAX_MANIFESTS,
    };
}

/// Reads a body to its end, at most [`MAX_BODY`] bytes.
pub async fn read(payload: web::Payload) -> Result<Vec<u8>, WebError> {
    read_up_to(payload, MAX_BODY).await
}

/// Reads a body to its end, at most so many bytes.
pub async fn read_up_to(mut payload: web::Payload, limit: usize) -> Result<Vec<u8>, WebError> {
    within_deadline(async move {
        let mut bytes = Vec::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|_| WebError::new(ErrorCode::BadRequest))?;
            if bytes.len() + chunk.len() > limit {
                return Err(WebError::new(ErrorCode::TooLarge));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    })
    .await
}

/// Reads a form of a report, with or without a file.
pub async fn form(request: &HttpRequest, payload: web::Payload) -> Result<Upload, WebError> {
    form_within(request, payload, Limits::REPORT).await
}

/// Reads the form of somebody who writes: a file that cannot be used is left out and said, and a
/// field may be as long as the body, so that what was typed can be given back with what is wrong.
pub async fn draft(request: &HttpRequest, payload: web::Payload) -> Result<Upload, WebError> {
    read_form(request, payload, Limits::DRAFT).await
}

/// Reads a form, with or without files.
pub async fn form_within(
    request: &HttpRequest,
    payload: web::Payload,
    limits: Limits,
) -> Result<Upload, WebError> {
    let upload = read_form(request, payload, limits).await?;
    match upload.left_out {
        Some(why) => Err(why.into()),
        None => Ok(upload),
    }
}

async fn read_form(
    request: &HttpRequest,
    payload: web::Payload,
    limits: Limits,
) -> Result<Upload, WebError> {
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        let multipart = Multipart::new(request.headers(), payload);
        return within_deadline(read_multipart(multipart, limits)).await;
    }
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(WebError::new(ErrorCode::UnsupportedMediaType));
    }
    let body = read_up_to(payload, limits.body).await?;
    let text =
        String::from_utf8(body).map_err(|_| WebError::new(ErrorCode::UnsupportedMediaType))?;
    let fields = web::Query::<Fields>::from_query(&text)
        .map_err(|_| WebError::new(ErrorCode::BadRequest))?
        .into_inner();
    if fields.len() > MAX_FIELDS || fields.iter().any(|(_, value)| value.len() > limits.text) {
        return Err(WebError::new(ErrorCode::TooLarge));
    }
    Ok(Upload {
        fields,
        ..Upload::default()
    })
}

async fn read_multipart(mut multipart: Multipart, limits: Limits) -> Result<Upload, WebError> {
    let bad = |_| WebError::new(ErrorCode::BadRequest);
    let mut upload = Upload::default();
    let mut total = 0;
    while let Some(field) = multipart.next().await {
        let mut field = field.map_err(bad)?;
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field
            .content_disposition()
            .and_then(|d| d.get_filename())
            .map(str::to_owned);
        let mut bytes = Vec::new();
        while let Some(chunk) = field.next().await {
            let chunk = chunk.map_err(bad)?;
            total += chunk.len();
            if total > limits.body || bytes.len() + chunk.len() > limits.text {
                return Err(WebError::new(ErrorCode::TooLarge));
            }
            bytes.extend_from_slice(&chunk);
        }
        let file_name = file_name.filter(|chosen| !chosen.is_empty());
        let text = match String::from_utf8(bytes) {
            Ok(text) if file_name.is_some() && text.len() > limits.file => {
                upload.left_out = Some(LeftOut::TooLong);
                String::new()
            }
            Ok(text) => text,
            Err(_) if file_name.is_some() => {
                upload.left_out = Some(LeftOut::NotText);
                String::new()
            }
            Err(_) => return Err(WebError::new(ErrorCode::UnsupportedMediaType)),
        };
        if let Some(file_name) = file_name {
            upload.files.push((upload.fields.len(), file_name));
        }
        upload.fields.push((name, text));
        if upload.fields.len() > MAX_FIELDS {
            return Err(WebError::new(ErrorCode::TooLarge));
        }
    }
    Ok(upload)
}

async fn within_deadline<T>(
    read: impl Future<Output = Result<T, WebError>>,
) -> Result<T, WebError> {
    actix_web::rt::time::timeout(DEADLINE, read)
        .await
        .unwrap_or_else(|_| {
            Err(WebError::because(
                ErrorCode::BadRequest,
                "The text did not arrive in time.",
            ))
        })
}
