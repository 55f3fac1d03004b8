//! Home, one report, the pages of text, and the files pages load.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, frame, refuse, wait};
use super::stack::{modes, technologies_of};
use crate::export;
use crate::portal::pages::{
    AboutPage, AlertLine, Browse, DigestLine, HomePage, HowPage, PrivacyPage, ReportPage,
};
use crate::portal::{Count, Labels, Layout, ReportLine, Said, Section, Suggestions, assets, paths};
use crate::registry::{CountOf, Found, Overview, Registry};
use crate::report::{ReportId, Slug};
use crate::search::FacetField;
use crate::taxonomy::ListId;
use crate::web::{ErrorCode, WebError, site};

/// Lines of each list on the home page.
const LINES: usize = 6;
/// Newest reports on the home page.
const NEWEST: usize = 5;

pub(super) async fn home(registry: web::Data<Registry>) -> Answer {
    let labels = Labels::builtin();
    let (overview, digest, alert) = wait(move || {
        let overview = registry.overview()?;
        let digest = registry
            .digests()?
            .into_iter()
            .find(|period| period.is_month());
        let alert = registry.newest_alert()?;
        Ok::<_, crate::registry::RegistryError>((overview, digest, alert))
    })
    .await?;
    let layout = Layout::public(
        Section::Home,
        "Candor",
        "What went wrong with software elsewhere, told anonymously: search it by your stack.",
    )
    .sample(overview.samples);
    let page = HomePage::new(
        layout,
        overview.total as u64,
        overview
            .recent
            .iter()
            .take(NEWEST)
            .map(|report| ReportLine::new(report, labels))
            .collect(),
        browse(&overview, labels),
        digest.map(|period| DigestLine::new(period, None)),
        Suggestions::new(&overview, labels),
    );
    answer::page(page.alert(alert.as_ref().map(AlertLine::new)))
}

/// The ways into the reports, each with its most frequent entries.
fn browse(overview: &Overview, labels: Labels) -> Vec<Browse> {
    let by = |list, field: FacetField, counts: &[CountOf]| {
        let entry = |of: &CountOf| {
            let href = paths::search(&format!("{}:{}", field.as_str(), of.slug));
            Count::new(labels.term(list, &of.slug), href, of.count as u64)
        };
        counts.iter().take(LINES).map(entry).collect()
    };
    let narrowed = format!("{}#facets", paths::SEARCH);
    vec![
        Browse {
            title: "By technology",
            counts: technologies_of(overview.technologies.iter().take(LINES), labels),
            all: paths::TECHNOLOGIES.to_owned(),
        },
        Browse {
            title: "By how it failed",
            counts: modes(overview.modes.iter().take(LINES), labels),
            all: paths::PATTERNS.to_owned(),
        },
        Browse {
            title: "By sector",
            counts: by(ListId::Sectors, FacetField::Sector, &overview.sectors),
            all: narrowed.clone(),
        },
        Browse {
            title: "By when it began",
            counts: by(ListId::Phases, FacetField::Phase, &overview.phases),
            all: narrowed,
        },
    ]
}

pub(super) async fn report(registry: web::Data<Registry>, id: web::Path<String>) -> Answer {
    let id = known_id(&id)?;
    let labels = Labels::builtin();
    let (found, alike, also, said, samples) = wait(move || {
        let found = registry.report(id)?;
        let alike = if matches!(found, Found::Report(_)) {
            registry.similar(id, 5)?
        } else {
            Vec::new()
        };
        let also = registry.also_seen_by(id)?;
        let said = registry.reactions(id)?;
        let samples = registry.overview()?.samples;
        Ok::<_, crate::registry::RegistryError>((found, alike, also, said, samples))
    })
    .await?;
    let report = present(found)?;
    let alike = alike
        .iter()
        .map(|(report, shared)| ReportLine::new(report, labels).because(in_common(shared, labels)))
        .collect();
    let layout = Layout::public(Section::Search, "", "").sample(samples);
    let also = also.iter();
    let also = also.map(|report| ReportLine::new(report, labels)).collect();
    let page = ReportPage::new(layout, &report, alike, labels);
    answer::page(page.also_seen_by(also).said(said))
}

pub(super) async fn download(
    request: HttpRequest,
    registry: web::Data<Registry>,
    path: web::Path<(String, String)>,
) -> Answer {
    let (id, form) = path.into_inner();
    let id = known_id(&id)?;
    let report = present(wait(move || registry.report(id)).await?)?;
    let site = site(&request);
    let unwritten = |error| WebError::caused(ErrorCode::Internal, error);
    let (kind, body) = match form.as_str() {
        "json" => (
            "application/json",
            serde_json::to_string_pretty(&report).map_err(unwritten)?,
        ),
        "jsonld" => (
            "application/ld+json",
            serde_json::to_string_pretty(&export::linked_report(&report, &site))
                .map_err(unwritten)?,
        ),
        "bib" => (
            "application/x-bibtex; charset=utf-8",
            export::bibtex(&report, &site),
        ),
        "cff" => (
            "application/yaml; charset=utf-8",
            export::citation_file(&report, &site),
        ),
        _ => (
            "text/markdown; charset=utf-8",
            crate::portal::markdown::report(&report, Labels::builtin()),
        ),
    };
    let name = format!("attachment; filename=\"candor-{id}.{form}\"");
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CONTENT_DISPOSITION, name))
        .body(body))
}

fn known_id(text: &str) -> Result<ReportId, answer::PageError> {
    text.parse().map_err(|_| refuse(ErrorCode::NotFound))
}

fn present(
    found: Found,
) -> Result<Box<crate::report::PublicReport<crate::anonymise::RedactedText>>, answer::PageError> {
    match found {
        Found::Report(report) => Ok(report),
        Found::Withdrawn => Err(refuse(ErrorCode::Gone)),
        Found::Nothing => Err(refuse(ErrorCode::NotFound)),
    }
}

/// "Same failure mode: Retry storm. Same technology: NGINX." from what two reports share.
pub(super) fn in_common(shared: &[String], labels: Labels) -> Said {
    let shared = shared.iter().filter_map(|code| code.parse::<Slug>().ok());
    let (modes, technologies): (Vec<_>, Vec<_>) =
        shared.partition(|code| labels.has(ListId::FailureModes, code));
    let modes: Vec<String> = modes
        .iter()
        .map(|code| labels.term(ListId::FailureModes, code).label)
        .collect();
    let modes: Vec<_> = modes.iter().map(|label| word!(label)).collect();
    let technologies: Vec<String> = technologies
        .iter()
        .map(|code| labels.technology(code).label)
        .collect();
    match (modes.is_empty(), technologies.is_empty()) {
        (true, true) => say!("alike-words"),
        (false, true) => say!("alike-modes", modes = modes),
        (true, false) => say!("alike-technologies", technologies = technologies),
        (false, false) => say!("alike-both", modes = modes, technologies = technologies),
    }
}

pub(super) async fn about(registry: web::Data<Registry>) -> Answer {
    let layout = Layout::public(
        Section::About,
        "About Candor",
        "What Candor is and who it is for.",
    );
    answer::page(AboutPage::new(frame(&registry, layout).await?))
}

pub(super) async fn privacy(registry: web::Data<Registry>) -> Answer {
    let layout = Layout::public(
        Section::About,
        "Privacy",
        "What is kept of you, and what is not.",
    );
    answer::page(PrivacyPage::new(frame(&registry, layout).await?))
}

pub(super) async fn how(registry: web::Data<Registry>) -> Answer {
    let layout = Layout::public(
        Section::About,
        "How we anonymise",
        "What is taken out of a report, and what stays.",
    );
    answer::page(HowPage::new(frame(&registry, layout).await?))
}

pub(super) async fn asset(name: web::Path<String>) -> Answer {
    let asset =
        assets::find(&format!("/assets/{name}")).ok_or_else(|| refuse(ErrorCode::NotFound))?;
    Ok(HttpResponse::Ok()
        .content_type(asset.content_type)
        .insert_header((CACHE_CONTROL, assets::CACHE_CONTROL))
        .body(asset.bytes.as_slice()))
}

/// The process lives.
pub(super) async fn healthz() -> Answer {
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok\n"))
}

/// The database answers and the index has caught up.
pub(super) async fn readyz(registry: web::Data<Registry>) -> Answer {
    if wait(move || registry.ready()).await? {
        return Ok(HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .body("ready\n"));
    }
    Ok(HttpResponse::ServiceUnavailable()
        .content_type("text/plain; charset=utf-8")
        .body("not yet\n"))
}
