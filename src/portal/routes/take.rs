//! Answers to take along: every query as a feed, a table or lines.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream;
use serde::Deserialize;

use super::answer::{self, Answer, PageError, wait};
use crate::anonymise::RedactedText;
use crate::export::{self, Listing, Site};
use crate::registry::{Registry, RegistryError, SearchRequest};
use crate::report::PublicReport;
use crate::search::{Cursor, Sort};
use crate::web::{ErrorCode, WebError, site};

/// Entries of a feed.
const ENTRIES: usize = 50;
/// Reports read at once for a table.
const PAGE: usize = 100;
/// Reports in a table; who wants more takes all of them.
const MOST_ROWS: usize = 10_000;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: String,
}

pub(super) async fn list(
    request: HttpRequest,
    registry: web::Data<Registry>,
    form: web::Path<String>,
    asked: web::Query<Asked>,
) -> Answer {
    let site = site(&request);
    let asked = asked.into_inner();
    match form.as_str() {
        "csv" => Ok(table(registry, asked, Form::Csv(site))),
        "ndjson" => Ok(table(registry, asked, Form::Lines)),
        form => feed(registry, &asked.q, form, &site).await,
    }
}

async fn feed(registry: web::Data<Registry>, query: &str, form: &str, site: &Site) -> Answer {
    let text = query.to_owned();
    let reports = wait(move || registry.latest(&text, ENTRIES)).await?;
    let asked: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let listing = Listing {
        site,
        query,
        page: &format!("/search?q={asked}"),
        itself: &format!("/search.{form}?q={asked}"),
        reports: &reports,
    };
    answer::feed(
        form,
        || export::atom(&listing),
        || export::json_feed(&listing),
    )
}

/// A form of table, written line by line.
enum Form {
    Csv(Site),
    Lines,
}

impl Form {
    fn head(&self) -> String {
        match self {
            Self::Csv(_) => export::csv_head(),
            Self::Lines => String::new(),
        }
    }

    fn row(&self, report: &PublicReport<RedactedText>) -> Result<String, serde_json::Error> {
        match self {
            Self::Csv(site) => Ok(export::csv_row(report, site)),
            Self::Lines => Ok(serde_json::to_string(report)? + "\n"),
        }
    }
}

/// Where a table goes on.
struct Rest {
    registry: web::Data<Registry>,
    request: SearchRequest,
    form: Form,
    /// Lines that are still to come, at most.
    left: usize,
}

/// The reports page by page, as they are read.
fn table(registry: web::Data<Registry>, asked: Asked, form: Form) -> HttpResponse {
    let (kind, name) = match form {
        Form::Csv(_) => ("text/csv; charset=utf-8; header=present", "candor.csv"),
        Form::Lines => ("application/x-ndjson", "candor.ndjson"),
    };
    let head = Bytes::from(form.head());
    let rest = Rest {
        registry,
        form,
        request: SearchRequest {
            text: asked.q,
            sort: Sort::parse(&asked.sort).unwrap_or_default(),
            after: None,
            limit: PAGE,
        },
        left: MOST_ROWS,
    };
    let lines = stream::unfold((head, Some(rest)), |(ready, rest)| async move {
        if !ready.is_empty() {
            return Some((Ok(ready), (Bytes::new(), rest)));
        }
        match page(rest?).await {
            Ok((lines, rest)) => Some((Ok(lines), (Bytes::new(), rest))),
            // A connection that breaks off says that the table is not whole.
            Err(error) => {
                error.log();
                let broken = actix_web::Error::from(PageError::from(error));
                Some((Err(broken), (Bytes::new(), None)))
            }
        }
    });
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .streaming(lines)
}

async fn page(mut rest: Rest) -> Result<(Bytes, Option<Rest>), WebError> {
    let (registry, request) = (rest.registry.clone(), rest.request.clone());
    let read = web::block(move || {
        let page = registry.search(&request)?;
        let hits = if page.relaxed { Vec::new() } else { page.hits };
        Ok::<_, RegistryError>((hits, page.next))
    });
    let (hits, next): (_, Option<Cursor>) = read.await??;
    let mut lines = String::new();
    for hit in hits.iter().take(rest.left) {
        let row = rest.form.row(&hit.report);
        lines.push_str(&row.map_err(|error| WebError::caused(ErrorCode::Internal, error))?);
    }
    rest.left = rest.left.saturating_sub(hits.len());
    rest.request.after = next;
    let more = next.is_some() && rest.left > 0;
    Ok((Bytes::from(lines), more.then_some(rest)))
}
