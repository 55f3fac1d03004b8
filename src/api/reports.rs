//! Reports over the API: send one, read one, ask where one stands; digests.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::{self, Problem};
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::auth::{Nonce, Receipt, ShareCode};
use crate::intake::{Draft, Intake, Missed, SubmitError};
use crate::registry::{Found, Registry};
use crate::report::{Period, Report, ReportId};
use crate::taxonomy::ListId;
use crate::web::{ErrorCode, WebError, guard};
use crate::writeup::{self, Format};

/// A write-up as text, or a report in the form of `schema/report.schema.json`.
#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    text: Option<RawText>,
    #[serde(default)]
    report: Option<Report<RawText>>,
    #[serde(default)]
    declared: Vec<RawText>,
    #[serde(default)]
    keep: Vec<RawText>,
    #[serde(default)]
    plain_style: bool,
    /// Words that were missed in the lists of the taxonomy, each with the name of its list.
    #[serde(default)]
    missed: Vec<MissedWord>,
    /// A number of the sender's own, 32 hexadecimal digits: sent twice, the report is kept once.
    #[serde(default)]
    nonce: Option<String>,
    /// A code from somebody who told of the same: this is a second account beside theirs.
    #[serde(default)]
    code: Option<RawText>,
}

#[derive(Deserialize)]
struct MissedWord {
    list: String,
    word: RawText,
}

#[derive(Serialize)]
struct Kept<'a> {
    receipt: &'a str,
    report: &'a Report<RedactedText>,
}

/// More than anybody misses in one report.
const MOST_MISSED: usize = 40;
/// Characters of a word that was missed.
const LONGEST_MISSED: usize = 80;

fn missed(words: Vec<MissedWord>) -> Result<Missed, WebError> {
    let refuse = |what: String| WebError::because(ErrorCode::Unprocessable, what);
    if words.len() > MOST_MISSED {
        return Err(refuse(format!("At most {MOST_MISSED} missed words fit.")));
    }
    let read = |missed: MissedWord| {
        let list = ListId::parse(&missed.list)
            .ok_or_else(|| refuse("\"missed\" names a list that is not there.".to_owned()))?;
        if missed.word.expose().chars().count() > LONGEST_MISSED {
            return Err(refuse(format!(
                "A missed word has at most {LONGEST_MISSED} characters."
            )));
        }
        Ok((list, missed.word))
    };
    words.into_iter().map(read).collect()
}

pub(super) async fn post(
    http: HttpRequest,
    intake: web::Data<Intake>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    guard::same_origin(&http)?;
    let sent: Sent = answer::read(payload).await?;
    let nonce = match &sent.nonce {
        Some(text) => text
            .parse()
            .map_err(|error| WebError::because(ErrorCode::BadRequest, error))?,
        None => Nonce::random(),
    };
    let code = sent.code.filter(|code| !code.is_blank());
    let code: Option<ShareCode> = code
        .map(|code| code.expose().parse())
        .transpose()
        .map_err(|_| SubmitError::NoSuchCode)
        .map_err(WebError::from)?;
    let told = match (sent.report, sent.text) {
        (Some(report), None) => Draft {
            report,
            ..Draft::default()
        },
        (None, Some(text)) => {
            let format = Format::guess(None, text.expose());
            let imported = writeup::import(&text, None, format).map_err(WebError::from)?;
            Draft {
                write_up: imported.write_up(&text),
                report: imported.report,
                coded: true,
                ..Draft::default()
            }
        }
        _ => {
            let what = "Send either \"text\" (a write-up) or \"report\" (its fields).";
            return Err(WebError::because(ErrorCode::BadRequest, what).into());
        }
    };
    let draft = Draft {
        missed: missed(sent.missed)?,
        wishes: Wishes {
            remove: sent.declared,
            keep: sent.keep,
            plain_style: sent.plain_style,
        },
        ..told
    };
    let kept = web::block(move || match code {
        Some(code) => intake.submit_beside(draft, &nonce, &code),
        None => intake.submit(draft, &nonce, false),
    })
    .await?
    .map_err(WebError::from)?;
    let receipt = kept.receipt.text();
    Ok(answer::json(
        StatusCode::CREATED,
        &Kept {
            receipt: &receipt,
            report: &kept.report,
        },
    ))
}

pub(super) async fn get(
    registry: web::Data<Registry>,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id: ReportId = id.parse().map_err(|_| WebError::new(ErrorCode::NotFound))?;
    match web::block(move || registry.report(id))
        .await?
        .map_err(WebError::from)?
    {
        Found::Report(report) => Ok(answer::json(StatusCode::OK, &report)),
        Found::Withdrawn => Err(WebError::new(ErrorCode::Gone).into()),
        Found::Nothing => Err(WebError::new(ErrorCode::NotFound).into()),
    }
}

#[derive(Deserialize)]
struct Held {
    receipt: String,
}

pub(super) async fn receipt(
    http: HttpRequest,
    intake: web::Data<Intake>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    guard::same_origin(&http)?;
    let held: Held = answer::read(payload).await?;
    let receipt: Receipt = held
        .receipt
        .parse()
        .map_err(|error| WebError::because(ErrorCode::Unprocessable, error))?;
    let standing = web::block(move || intake.standing(&receipt))
        .await?
        .map_err(WebError::from)?;
    let standing = standing.ok_or_else(|| WebError::new(ErrorCode::NotFound))?;
    let published = standing.status == crate::report::Status::Published;
    Ok(answer::json(
        StatusCode::OK,
        &json!({
            "status": standing.status,
            "refusal": standing.refusal,
            "report": published.then_some(standing.id),
        }),
    ))
}

pub(super) async fn digest(
    registry: web::Data<Registry>,
    period: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let period: Period = period
        .parse()
        .map_err(|error| WebError::because(ErrorCode::NotFound, error))?;
    let digest = web::block(move || registry.digest(period))
        .await?
        .map_err(WebError::from)?;
    let digest = digest.ok_or_else(|| WebError::new(ErrorCode::NotFound))?;
    Ok(answer::json(StatusCode::OK, &digest))
}
