//! `POST /api/v1/anonymise`: what would be removed from a text. Nothing is kept.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use serde::{Deserialize, Serialize};

use super::answer::{self, Problem};
use crate::anonymise::RawText;
use crate::intake::{Intake, MAX_TEXT};
use crate::web::{ErrorCode, WebError, guard};

#[derive(Deserialize)]
struct Request {
    text: RawText,
    #[serde(default)]
    declared: Vec<RawText>,
}

#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    redactions: Vec<Span<'a>>,
}

#[derive(Serialize)]
struct Span<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    replacement: &'a str,
    rule: &'static str,
}

pub(super) async fn post(
    http: HttpRequest,
    intake: web::Data<Intake>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    guard::same_origin(&http)?;
    let request: Request = answer::read(payload).await?;
    if request.text.expose().len() > MAX_TEXT {
        return Err(WebError::new(ErrorCode::TooLarge).into());
    }
    let outcome = web::block(move || {
        intake
            .anonymiser()
            .anonymise(&request.text, &request.declared)
    })
    .await?;
    let redactions = outcome
        .redactions
        .iter()
        .map(|r| Span {
            start: r.start,
            end: r.end,
            kind: r.kind.as_str(),
            replacement: &r.replacement,
            rule: r.rule,
        })
        .collect();
    Ok(answer::json(
        StatusCode::OK,
        &Answer {
            text: outcome.text.as_str(),
            redactions,
        },
    ))
}
