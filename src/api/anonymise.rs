//! `POST /api/v1/anonymise`: what would be removed from a text. Nothing is kept.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use serde::{Deserialize, Serialize};

use super::answer::{self, Problem};
use crate::anonymise::{Leak, RawText, Redaction, Wishes, leaks};
use crate::identifiability::Verdict;
use crate::intake::{Intake, MAX_TEXT, verdict};
use crate::web::{ErrorCode, WebError, guard};

#[derive(Deserialize)]
struct Request {
    text: RawText,
    #[serde(default)]
    declared: Vec<RawText>,
    #[serde(default)]
    keep: Vec<RawText>,
    #[serde(default)]
    plain_style: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    redactions: &'a [Redaction],
    revoke: Vec<Leak>,
    identifiability: Verdict,
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
    let wishes = Wishes {
        remove: request.declared,
        keep: request.keep,
        plain_style: request.plain_style,
    };
    let looked = web::block(move || {
        let outcome = intake.anonymiser().anonymise(&request.text, &wishes);
        let revoke = leaks(&request.text, &outcome.redactions);
        (outcome, revoke)
    });
    let (outcome, revoke) = looked.await?;
    Ok(answer::json(
        StatusCode::OK,
        &Answer {
            text: outcome.text.as_str(),
            redactions: &outcome.redactions,
            revoke,
            identifiability: verdict(&outcome),
        },
    ))
}
