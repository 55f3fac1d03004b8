//! Digests: the list, one issue, and its downloads.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, web};

use super::answer::{self, Answer, PageError, frame, refuse, wait};
use crate::anonymise::RedactedText;
use crate::digests::Digest;
use crate::portal::pages::{DigestLine, DigestPage, DigestsPage, Page};
use crate::portal::{Labels, Layout, Section};
use crate::registry::Registry;
use crate::report::Period;
use crate::web::{ErrorCode, WebError};

pub(super) async fn list(registry: web::Data<Registry>) -> Answer {
    let layout = Layout::public(
        Section::Digests,
        "Digests",
        "What came in, month by month, retold in short.",
    );
    let layout = frame(&registry, layout).await?;
    let periods = wait(move || registry.digests()).await?;
    let issues = periods
        .into_iter()
        .map(|period| DigestLine::new(period, None))
        .collect();
    answer::page(&DigestsPage::new(layout, issues))
}

pub(super) async fn issue(registry: web::Data<Registry>, period: web::Path<String>) -> Answer {
    let digest = issued(&registry, &period).await?;
    let layout = layout_of(&digest);
    let layout = frame(&registry, layout).await?;
    answer::page(&DigestPage::new(layout, &digest, Labels::builtin()))
}

pub(super) async fn download(
    registry: web::Data<Registry>,
    path: web::Path<(String, String)>,
) -> Answer {
    let (period, form) = path.into_inner();
    let digest = issued(&registry, &period).await?;
    let internal = |error| WebError::caused(ErrorCode::Internal, error);
    let (kind, body) = match form.as_str() {
        "json" => (
            "application/json",
            serde_json::to_string_pretty(&digest)
                .map_err(|error| WebError::caused(ErrorCode::Internal, error))?,
        ),
        "html" => (
            "text/html; charset=utf-8",
            standalone(&digest).map_err(internal)?,
        ),
        _ => ("text/markdown; charset=utf-8", digest.to_markdown(None)),
    };
    let name = format!("attachment; filename=\"candor-digest-{period}.{form}\"");
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CONTENT_DISPOSITION, name))
        .body(body))
}

async fn issued(
    registry: &web::Data<Registry>,
    period: &str,
) -> Result<Digest<RedactedText>, PageError> {
    let period: Period = period.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    let registry = registry.clone();
    wait(move || registry.digest(period))
        .await?
        .ok_or_else(|| refuse(ErrorCode::NotFound))
}

fn layout_of(digest: &Digest<RedactedText>) -> Layout {
    let label = digest.period.label();
    Layout::public(
        Section::Digests,
        format!("Digest, {label}"),
        format!("What was reported in {label}."),
    )
    .at(format!("/digests/{}", digest.period))
}

/// One issue as a page of its own that needs no other file.
pub fn standalone(digest: &Digest<RedactedText>) -> Result<String, std::fmt::Error> {
    let layout = layout_of(digest).sample(digest.samples > 0).standalone();
    DigestPage::new(layout, digest, Labels::builtin()).html()
}
