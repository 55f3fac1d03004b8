//! A digest of what a reader asks for: the form, the page, its files and its feeds. The address
//! holds the question; nothing is kept.

use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::answer::{self, Answer, PageError, frame, refuse, wait};
use super::asked::offered;
use super::digests::{attached, standalone};
use crate::anonymise::RedactedText;
use crate::digests::{About, Digest, Scope, Unclear};
use crate::export::{self, OwnDigests};
use crate::jobs::{DigestFile, Jobs};
use crate::portal::pages::{DigestPage, DigestThenPage, NoDigest, OwnDigestOf, OwnDigestPage};
use crate::portal::{Layout, Section};
use crate::registry::Registry;
use crate::report::{Length, Span};
use crate::web::{ErrorCode, WebError, site};

/// Issues in a feed, at most.
const ENTRIES: usize = 12;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    stack: String,
    sector: String,
    mode: String,
    kind: String,
    period: String,
}

impl Asked {
    fn of(self) -> OwnDigestOf {
        OwnDigestOf {
            stack: self.stack,
            sector: self.sector,
            mode: self.mode,
            kind: self.kind,
            period: self.period,
        }
    }
}

/// What is asked, and the time that is meant now.
fn understood(of: &OwnDigestOf, jobs: &Jobs) -> Result<(Scope, Span), NoDigest> {
    if of.period.trim().is_empty() {
        return Err(NoDigest::Blank);
    }
    let span = match Length::named(&of.period) {
        Some(length) => length.back_from(jobs.this_month()).next(),
        None => of.period.parse().ok(),
    };
    match (
        Scope::named(&of.stack, &of.sector, &of.mode, &of.kind),
        span,
    ) {
        (Ok(scope), Some(span)) => Ok((scope, span)),
        (Err(Unclear::TooMany(names)), _) => Err(NoDigest::TooMany(names)),
        (Err(Unclear::Unknown(mut unknown)), span) => {
            unknown.extend(span.is_none().then(|| of.period.clone()));
            Err(NoDigest::Unknown(unknown))
        }
        (Ok(_), None) => Err(NoDigest::Unknown(vec![of.period.clone()])),
    }
}

/// The form, filled in as the address says.
pub(super) async fn ask(registry: web::Data<Registry>, asked: web::Query<Asked>) -> Answer {
    form(&registry, asked.into_inner().of(), NoDigest::Blank).await
}

/// The issue, or the form where there is none.
pub(super) async fn page(
    registry: web::Data<Registry>,
    jobs: web::Data<Jobs>,
    request: HttpRequest,
    asked: web::Query<Asked>,
) -> Answer {
    let of = asked.into_inner().of();
    let (scope, span) = match understood(&of, &jobs) {
        Ok(asked) => asked,
        Err(why) => return form(&registry, of, why).await,
    };
    let made = {
        let registry = registry.clone();
        wait(move || registry.own_digest(&scope, span, &registry.turn()?)).await?
    };
    let Some(digest) = made else {
        return form(&registry, of, NoDigest::TooFew(span)).await;
    };
    let address = site(&request).address(&of.fixed(span));
    let layout = frame(&registry, layout_of(&digest).at(address)).await?;
    answer::page(DigestPage::own(layout, &digest, of))
}

/// The rest of its case.
pub(super) async fn then(
    registry: web::Data<Registry>,
    jobs: web::Data<Jobs>,
    asked: web::Query<Asked>,
) -> Answer {
    let of = asked.into_inner().of();
    let (scope, span) = understood(&of, &jobs).map_err(unclear)?;
    let made = {
        let registry = registry.clone();
        wait(move || registry.own_digest(&scope, span, &registry.turn()?)).await?
    };
    let digest = made.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    let layout = frame(&registry, layout_of(&digest)).await?;
    let page = DigestThenPage::new(layout, &digest, of.page());
    answer::page(page.ok_or_else(|| refuse(ErrorCode::NotFound))?)
}

async fn form(registry: &web::Data<Registry>, of: OwnDigestOf, why: NoDigest) -> Answer {
    let overview = {
        let registry = registry.clone();
        wait(move || registry.overview()).await?
    };
    let layout = OwnDigestPage::layout().sample(overview.samples);
    let names = offered(&overview);
    answer::page(OwnDigestPage::new(layout, of, why, names))
}

/// The issue as a file.
pub(super) async fn file(
    registry: web::Data<Registry>,
    jobs: web::Data<Jobs>,
    ending: web::Path<String>,
    asked: web::Query<Asked>,
) -> Answer {
    let ending = ending.into_inner();
    let file = (ending != "html").then(|| DigestFile::parse(&ending));
    let (scope, span) = understood(&asked.into_inner().of(), &jobs).map_err(unclear)?;
    let made = wait(move || {
        let turn = registry.turn()?;
        let made = registry.own_digest(&scope, span, &turn)?;
        match made {
            Some(digest) => drawn(&digest, file.flatten(), &jobs),
            None => Ok(None),
        }
    });
    let (kind, body) = made.await?.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    Ok(attached(
        kind,
        &format!("candor-own-digest-{span}.{ending}"),
        body,
    ))
}

fn drawn(
    digest: &Digest<RedactedText>,
    file: Option<DigestFile>,
    jobs: &Jobs,
) -> Result<Option<(&'static str, Vec<u8>)>, WebError> {
    if let Some(file) = file {
        let drawn = jobs.drawn(digest, file)?;
        return Ok(drawn.map(|body| (file.media_type(), body)));
    }
    let page = standalone(digest).map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    Ok(Some(("text/html; charset=utf-8", page.into_bytes())))
}

/// The issues of the times before, as a feed.
pub(super) async fn feed(
    request: HttpRequest,
    registry: web::Data<Registry>,
    jobs: web::Data<Jobs>,
    form: web::Path<String>,
    asked: web::Query<Asked>,
) -> Answer {
    let of = asked.into_inner().of();
    let (scope, _) = understood(&of, &jobs).map_err(unclear)?;
    let back = of.length().back_from(jobs.this_month());
    let spans: Vec<Span> = back.take(ENTRIES).collect();
    let about = scope.label();
    let issues = wait(move || registry.own_issues(&scope, &spans)).await?;
    let issues = issues.into_iter();
    let own = OwnDigests {
        about: &about,
        page: &of.page(),
        itself: &of.feed(&form),
        issues: issues
            .map(|(span, reports)| (span, of.fixed(span), reports))
            .collect(),
    };
    let site = site(&request);
    answer::feed(
        &form,
        || export::own_digests_atom(&own, &site),
        || export::own_digests_json_feed(&own, &site),
    )
}

/// To a program, what cannot be understood is refused, with words.
fn unclear(why: NoDigest) -> PageError {
    let said = match why {
        NoDigest::Unknown(names) => format!("We do not know: {}.", names.join(", ")),
        NoDigest::TooMany(_) => "Fewer names at once, please.".to_owned(),
        NoDigest::Blank | NoDigest::TooFew(_) => {
            "Say which time: month, quarter, year, four-quarters, or one such as 2026-Q3."
                .to_owned()
        }
    };
    WebError::because(ErrorCode::BadRequest, said).into()
}

pub(super) fn layout_of(digest: &Digest<RedactedText>) -> Layout {
    let label = digest.period.label();
    let about = digest.about.as_ref().map(About::label);
    let about = about.unwrap_or_else(|| "everything".to_owned());
    Layout {
        noindex: true,
        ..Layout::public(
            Section::Digests,
            format!("Your digest, {label}"),
            format!("What was reported in {label}: {about}."),
        )
    }
}
