//! `GET /api/v1/search`: the answers of the search page as JSON.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::answer::{self, Problem};
use crate::anonymise::RedactedText;
use crate::registry::{Registry, SearchRequest, ShownHit};
use crate::report::{Period, RecordKind, ReportId, Severity, Slug};
use crate::search::{Cursor, Sort};
use crate::web::{ErrorCode, WebError};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    sort: Option<String>,
    cursor: Option<String>,
    limit: Option<usize>,
}

#[derive(Serialize)]
struct Answer {
    total: usize,
    reports: Vec<Row>,
    /// Reports with some of the words only, where those that match leave room on the first page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nearly: Vec<Row>,
    facets: BTreeMap<&'static str, Vec<Choice>>,
    next: Option<String>,
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    did_you_mean: Option<String>,
}

#[derive(Serialize)]
struct Row {
    id: ReportId,
    title: RedactedText,
    synopsis: RedactedText,
    kind: RecordKind,
    period: Option<Period>,
    severity: Option<Severity>,
    technologies: Vec<Slug>,
    failure_modes: Vec<Slug>,
    snippet: String,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    count: u32,
}

const LIMIT: usize = 20;
const MOST: usize = 100;

pub(super) async fn get(
    registry: web::Data<Registry>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let request = request(asked.into_inner())?;
    let page = web::block(move || registry.search(&request))
        .await?
        .map_err(WebError::from)?;
    let facets = page
        .facets
        .iter()
        .map(|facet| {
            let values = facet.values.iter();
            let values = values.map(|v| Choice {
                value: v.value.to_string(),
                label: v.label.to_string(),
                count: v.count,
            });
            (facet.field.as_str(), values.collect())
        })
        .collect();
    Ok(answer::json(
        StatusCode::OK,
        &Answer {
            total: page.total,
            reports: page.hits.into_iter().map(row).collect(),
            nearly: page.nearly.into_iter().map(row).collect(),
            facets,
            next: page.next.map(|cursor| cursor.to_string()),
            did_you_mean: page.did_you_mean,
            notes: page.notes.iter().map(ToString::to_string).collect(),
        },
    ))
}

fn request(asked: Asked) -> Result<SearchRequest, WebError> {
    let bad = |what| WebError::because(ErrorCode::BadRequest, what);
    let sort = match asked.sort {
        Some(name) => Sort::parse(&name)
            .ok_or_else(|| bad("sort is relevance, newest, severity, seen or published."))?,
        None => Sort::default(),
    };
    let after: Option<Cursor> = asked
        .cursor
        .map(|text| text.parse())
        .transpose()
        .map_err(|_| bad("This cursor cannot be read; start again without one."))?;
    let limit = asked.limit.unwrap_or(LIMIT).clamp(1, MOST);
    Ok(SearchRequest {
        text: asked.q,
        sort,
        after,
        limit,
    })
}

fn row(hit: ShownHit) -> Row {
    let report = hit.report.report;
    Row {
        id: hit.report.id,
        title: report.title,
        synopsis: report.synopsis,
        kind: report.kind,
        period: report.period,
        severity: report.severity,
        technologies: report
            .technologies
            .into_iter()
            .map(|used| used.slug)
            .collect(),
        failure_modes: report
            .failure_modes
            .into_iter()
            .map(|mode| mode.code)
            .collect(),
        snippet: hit.snippet.into_iter().map(|piece| piece.text).collect(),
    }
}
