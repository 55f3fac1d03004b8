//! `POST /api/v1/stack`: from manifests to the reports that fit. Nothing is kept.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::answer::{self, Problem};
use crate::anonymise::{RawText, RedactedText};
use crate::registry::Registry;
use crate::report::{Period, RecordKind, ReportId, Severity, Slug};
use crate::stack::{Checklist, Manifest, Stack};
use crate::taxonomy::Taxonomy;
use crate::web::body::MAX_MANIFESTS;
use crate::web::{ErrorCode, WebError, guard};

#[derive(Deserialize)]
struct Request {
    files: Vec<File>,
    #[serde(default)]
    limit: Option<usize>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    name: Option<RawText>,
    text: RawText,
}

#[derive(Serialize)]
struct Answer<'a> {
    formats: Vec<&'static str>,
    technologies: Vec<Technology<'a>>,
    components: usize,
    unknown: usize,
    total: usize,
    reports: Vec<Row<'a>>,
    checklist: &'a Checklist,
}

#[derive(Serialize)]
struct Technology<'a> {
    slug: &'a Slug,
    name: &'a str,
    said_by: &'a BTreeSet<String>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: ReportId,
    title: &'a RedactedText,
    synopsis: &'a RedactedText,
    kind: RecordKind,
    period: Option<Period>,
    severity: Option<Severity>,
    shared: &'a [Slug],
    score: f64,
}

const LIMIT: usize = 20;
const MOST: usize = 100;

pub(super) async fn post(
    http: HttpRequest,
    registry: web::Data<Registry>,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    guard::same_origin(&http)?;
    let request: Request = answer::read_up_to(payload, MAX_MANIFESTS)
        .await
        .map_err(|error| match error.code {
            ErrorCode::TooLarge => WebError::because(
                ErrorCode::TooLarge,
                "All files together may have up to 4 MiB. Send fewer at once.",
            ),
            _ => error,
        })?;
    if request.files.is_empty() {
        let what = "Send \"files\": a list of {\"name\", \"text\"}.";
        return Err(WebError::because(ErrorCode::BadRequest, what).into());
    }
    let limit = request.limit.unwrap_or(LIMIT).clamp(1, MOST);
    let answered = web::block(move || {
        let (formats, stack) = read(request.files)?;
        let found = registry.answer_stack(&stack, limit)?;
        Ok::<_, WebError>((formats, stack, found))
    });
    let (formats, stack, found) = answered.await??;
    let taxonomy = Taxonomy::builtin();
    let rows = found.reports.iter().map(|(public, fit)| Row {
        id: public.id,
        title: &public.report.title,
        synopsis: &public.report.synopsis,
        kind: public.report.kind,
        period: public.report.period,
        severity: public.report.severity,
        shared: &fit.shared,
        score: fit.score,
    });
    let uses = stack.uses().map(|used| Technology {
        slug: used.slug,
        name: taxonomy.technology_name(used.slug),
        said_by: used.said_by,
    });
    Ok(answer::json(
        StatusCode::OK,
        &Answer {
            formats,
            technologies: uses.collect(),
            components: stack.components(),
            unknown: stack.unknown(),
            total: found.total,
            reports: rows.collect(),
            checklist: &found.checklist,
        },
    ))
}

/// The stack of all files; one that cannot be used refuses all, and the answer says which.
fn read(files: Vec<File>) -> Result<(Vec<&'static str>, Stack), WebError> {
    let (mut formats, mut stack) = (Vec::new(), Stack::default());
    for (number, File { name, text }) in files.into_iter().enumerate() {
        let format = stack.read(&Manifest { name, text }).map_err(|error| {
            let code = WebError::from(error).code;
            WebError::because(code, format!("File {}: {error}.", number + 1))
        })?;
        formats.push(format.as_str());
    }
    Ok((formats, stack))
}
