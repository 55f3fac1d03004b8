//! What other programs find their way in by: the map for search engines, the search for browsers.

use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{Answer, refuse, wait};
use crate::export::{self, MOST_ADDRESSES, Place};
use crate::portal::paths;
use crate::registry::{Registry, RegistryError};
use crate::web::{ErrorCode, site};

/// Pages that are always there.
const PAGES: &[&str] = &[
    paths::HOME,
    paths::SEARCH,
    paths::TECHNOLOGIES,
    paths::PATTERNS,
    paths::COMBINATIONS,
    paths::BREAKS,
    paths::CHAINS,
    paths::RETOLD,
    paths::CHECKLISTS,
    paths::MATRIX,
    paths::SETS,
    paths::STATISTICS,
    paths::DRILLS,
    paths::PRE_MORTEM,
    paths::DIGESTS,
    paths::OWN_DIGEST,
    paths::STACK,
    paths::DATA,
    paths::ABOUT,
    paths::PRIVACY,
    paths::HOW_WE_ANONYMISE,
];

pub(super) async fn robots(request: HttpRequest) -> Answer {
    let map = site(&request).address(paths::SITEMAP);
    let body = format!(
        "User-agent: *\nDisallow: /report$\nDisallow: /report/\nDisallow: /receipt\nDisallow: /desk\nDisallow: /digests/own?\nDisallow: /digests/own.\n\nSitemap: {map}\n"
    );
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(body))
}

pub(super) async fn opensearch(request: HttpRequest) -> Answer {
    Ok(HttpResponse::Ok()
        .content_type("application/opensearchdescription+xml; charset=utf-8")
        .body(export::opensearch(&site(&request))))
}

/// The map of maps: one of pages, and as many of reports as they need.
pub(super) async fn index(request: HttpRequest, registry: web::Data<Registry>) -> Answer {
    let total = wait(move || registry.overview()).await?.total;
    let reports =
        (1..=total.div_ceil(MOST_ADDRESSES as usize)).map(|n| format!("/sitemap-reports-{n}.xml"));
    let maps: Vec<String> = std::iter::once("/sitemap-pages.xml".to_owned())
        .chain(reports)
        .collect();
    Ok(xml(export::sitemap_index(&site(&request), &maps)))
}

/// Everything but reports.
pub(super) async fn pages(request: HttpRequest, registry: web::Data<Registry>) -> Answer {
    let (overview, digests) = wait(move || {
        let (overview, digests) = (registry.overview()?, registry.digests()?);
        Ok::<_, RegistryError>((overview, digests))
    })
    .await?;
    let technologies = overview.technologies.iter();
    let technologies = technologies.map(|of| paths::technology(of.slug.as_str()));
    let modes = overview
        .modes
        .iter()
        .map(|of| paths::pattern(of.slug.as_str()));
    let digests = digests.into_iter().map(paths::digest);
    let always = PAGES.iter().map(|path| (*path).to_owned());
    let places: Vec<Place> = always
        .chain(technologies)
        .chain(modes)
        .chain(digests)
        .map(|path| Place {
            path,
            changed: None,
        })
        .collect();
    Ok(xml(export::sitemap(&site(&request), &places)))
}

/// One part of all reports.
pub(super) async fn reports(
    request: HttpRequest,
    registry: web::Data<Registry>,
    number: web::Path<u32>,
) -> Answer {
    let part = number
        .checked_sub(1)
        .ok_or_else(|| refuse(ErrorCode::NotFound))?;
    let reports = wait(move || registry.part(part, MOST_ADDRESSES)).await?;
    if reports.is_empty() {
        return Err(refuse(ErrorCode::NotFound));
    }
    let places: Vec<Place> = reports
        .into_iter()
        .map(|(id, published)| Place {
            path: paths::report(id),
            changed: Some(published),
        })
        .collect();
    Ok(xml(export::sitemap(&site(&request), &places)))
}

fn xml(body: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .body(body)
}
