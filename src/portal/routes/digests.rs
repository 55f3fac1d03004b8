//! Digests: the list, one issue, and its downloads.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, PageError, frame, refuse, wait};
use super::own_digest;
use crate::anonymise::RedactedText;
use crate::digests::Digest;
use crate::export::{self, IssuedDigest};
use crate::jobs::{DigestFile, Jobs};
use crate::patterns::Samples;
use crate::portal::pages::{DigestLine, DigestPage, DigestThenPage, DigestsPage, Page};
use crate::portal::{Language, Layout, Section, paths};
use crate::registry::Registry;
use crate::report::Period;
use crate::web::{ErrorCode, WebError, site};

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
    answer::page(DigestsPage::new(layout, issues))
}

pub(super) async fn issue(registry: web::Data<Registry>, period: web::Path<String>) -> Answer {
    let digest = issued(&registry, &period).await?;
    let layout = layout_of(&digest);
    let layout = frame(&registry, layout).await?;
    answer::page(DigestPage::new(layout, &digest))
}

/// The rest of the case of an issue.
pub(super) async fn then(registry: web::Data<Registry>, period: web::Path<String>) -> Answer {
    let digest = issued(&registry, &period).await?;
    let path = format!("{}/{}", paths::DIGESTS, digest.period);
    let layout = layout_of(&digest).at(format!("{path}/then"));
    let layout = frame(&registry, layout).await?;
    let page = DigestThenPage::new(layout, &digest, path);
    answer::page(page.ok_or_else(|| refuse(ErrorCode::NotFound))?)
}

/// The practice of an issue as one page to hang up.
pub(super) async fn poster(jobs: web::Data<Jobs>, period: web::Path<String>) -> Answer {
    one_file(jobs, &period, DigestFile::Poster).await
}

/// An issue as a page of its own, to take along.
pub(super) async fn take(registry: web::Data<Registry>, period: web::Path<String>) -> Answer {
    let digest = issued(&registry, &period).await?;
    let page = standalone(&digest).map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    let name = format!("candor-digest-{period}.html");
    Ok(attached(
        "text/html; charset=utf-8",
        &name,
        page.into_bytes(),
    ))
}

/// A file of an issue.
pub(super) async fn file(jobs: web::Data<Jobs>, path: web::Path<(String, String)>) -> Answer {
    let (period, ending) = path.into_inner();
    let file = DigestFile::parse(&ending).ok_or_else(|| refuse(ErrorCode::NotFound))?;
    one_file(jobs, &period, file).await
}

async fn one_file(jobs: web::Data<Jobs>, period: &str, file: DigestFile) -> Answer {
    let period: Period = period.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    let made = wait(move || jobs.digest_file(period, file)).await?;
    let body = made.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    Ok(attached(
        file.media_type(),
        &file.name(&format!("digest-{period}")),
        body,
    ))
}

pub(super) fn attached(kind: &str, name: &str, body: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(body)
}

/// The key that checks what the registry issues, as minisign reads it.
pub(super) async fn key(jobs: web::Data<Jobs>) -> Answer {
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(jobs.public_key().file()))
}

/// All issues, as a feed.
pub(super) async fn feed(
    request: HttpRequest,
    registry: web::Data<Registry>,
    form: web::Path<String>,
) -> Answer {
    let site = site(&request);
    let issues = wait(move || registry.issues()).await?.into_iter();
    let issues: Vec<IssuedDigest> = issues
        .map(|(period, issued, reports)| IssuedDigest {
            period,
            issued,
            reports,
        })
        .collect();
    answer::feed(
        &form,
        || export::digests_atom(&issues, &site),
        || export::digests_json_feed(&issues, &site),
    )
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

/// A digest as a page of its own that needs no other file.
pub fn standalone(digest: &Digest<RedactedText>) -> Result<String, std::fmt::Error> {
    let layout = if digest.is_own() {
        own_digest::layout_of(digest)
    } else {
        layout_of(digest)
    };
    let layout = layout
        .sample(Samples::of(
            digest.samples as usize,
            digest.reports as usize,
        ))
        .standalone();
    DigestPage::new(layout, digest).html(Language::English)
}
