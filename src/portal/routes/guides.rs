//! Best-practice guides: the list, one guide, and its files.

use std::cmp::Reverse;

use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, frame, refuse, wait};
use super::digests::attached;
use crate::anonymise::RedactedText;
use crate::digests::{Guide, Subject};
use crate::export::{self, StandingGuide};
use crate::jobs::{DigestFile, Jobs};
use crate::patterns::Samples;
use crate::portal::pages::{GuidePage, GuidesPage, Page};
use crate::portal::{Language, Said, paths};
use crate::registry::{GuideCard, Registry};
use crate::web::{ErrorCode, WebError, site};

pub(super) async fn list(registry: web::Data<Registry>) -> Answer {
    let layout = frame(&registry, GuidesPage::layout()).await?;
    let cards = wait(move || registry.guides()).await?;
    answer::page(GuidesPage::new(layout, &cards))
}

pub(super) async fn one(registry: web::Data<Registry>, slug: web::Path<String>) -> Answer {
    let guide = latest(&registry, subject(&slug)?).await?;
    let layout = frame(&registry, GuidePage::layout(&guide)).await?;
    answer::page(GuidePage::new(layout, &guide))
}

/// A file of a guide; as HTML a page of its own that needs no other file.
pub(super) async fn file(
    registry: web::Data<Registry>,
    jobs: web::Data<Jobs>,
    path: web::Path<(String, String)>,
) -> Answer {
    let (slug, ending) = path.into_inner();
    let subject = subject(&slug)?;
    if ending == "html" {
        let guide = latest(&registry, subject).await?;
        let page = standalone(&guide);
        let page = page.map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
        let name = format!("candor-guide-{slug}.html");
        return Ok(attached(
            "text/html; charset=utf-8",
            &name,
            page.into_bytes(),
        ));
    }
    let file = DigestFile::parse(&ending).ok_or_else(|| refuse(ErrorCode::NotFound))?;
    let made = wait(move || jobs.guide_file(&subject, file)).await?;
    let body = made.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    let name = file.name(&format!("guide-{slug}"));
    Ok(attached(file.media_type(), &name, body))
}

/// The latest version of each guide, as a feed; the newest first.
pub(super) async fn feed(
    request: HttpRequest,
    registry: web::Data<Registry>,
    form: web::Path<String>,
) -> Answer {
    let site = site(&request);
    let mut cards = wait(move || registry.guides()).await?;
    cards.sort_by_key(|card| Reverse(card.month));
    let guides = cards.iter().map(|card| StandingGuide {
        slug: card.subject.slug().to_string(),
        name: card.subject.label(),
        version: card.version,
        month: card.month,
        reports: card.reports,
    });
    let guides: Vec<StandingGuide> = guides.collect();
    answer::feed(
        &form,
        || export::guides_atom(&guides, &site),
        || export::guides_json_feed(&guides, &site),
    )
}

fn standalone(guide: &Guide<RedactedText>) -> Result<String, std::fmt::Error> {
    let layout = GuidePage::layout(guide)
        .sample(Samples::of(guide.samples as usize, guide.reports as usize))
        .standalone();
    GuidePage::new(layout, guide).html(Language::English)
}

async fn latest(
    registry: &web::Data<Registry>,
    subject: Subject,
) -> Result<Guide<RedactedText>, PageError> {
    let registry = registry.clone();
    wait(move || registry.guide(&subject))
        .await?
        .ok_or_else(|| refuse(ErrorCode::NotFound))
}

pub(super) fn subject(slug: &str) -> Result<Subject, PageError> {
    Subject::named(slug).ok_or_else(|| refuse(ErrorCode::NotFound))
}

/// Where a guide is read, and in which words a page about the same leads there.
pub(super) fn further(card: &GuideCard) -> (String, Said) {
    let words = say!("profile-to-guide", version = card.version);
    (paths::guide(card.subject.slug().as_str()), words)
}
