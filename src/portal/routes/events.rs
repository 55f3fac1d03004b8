//! Look-alikes of a report at the desk, and splitting it.

use actix_web::http::StatusCode;
use actix_web::web;

use super::answer::{self, Answer, see_other, wait};
use super::signed::{Known, Posted, ReadReports, ReviewReports, Signed, layout};
use crate::portal::forms::division;
use crate::portal::pages::{AlikeLine, AlikePage, SplitPage};
use crate::portal::{Labels, paths};
use crate::registry::Registry;
use crate::report::ReportId;
use crate::review::{Act, DecideError, Review, ReviewError, SplitError, items};
use crate::web::WebError;

/// Look-alikes of each sort.
const ALIKE: usize = 12;

pub(super) async fn alike(
    staff: Signed<ReadReports>,
    Known(id): Known<ReportId>,
    review: web::Data<Review>,
    registry: web::Data<Registry>,
) -> Answer {
    let by = staff.id;
    let (report, waiting) = wait(move || {
        let report = review.open(id)?.report;
        let waiting = review.alike(id, &report, ALIKE)?;
        review.note(by, Act::Compared, Some(&id))?;
        Ok::<_, ReviewError>((report, waiting))
    })
    .await?;
    let title = report.title.clone();
    let public = wait(move || registry.like_draft(id, report, ALIKE)).await?;
    let labels = Labels::builtin();
    let waiting = waiting.iter().map(|other| {
        let shared = other.shared.iter();
        let shared = shared.map(|slug| labels.technology_or_mode(slug)).collect();
        AlikeLine::new(other.id, &other.title, shared, false)
    });
    let public = public.iter().map(|(other, shared)| {
        let shared = shared.iter().filter_map(|slug| slug.parse().ok());
        let shared = shared
            .map(|slug| labels.technology_or_mode(&slug))
            .collect();
        AlikeLine::new(other.id, &other.report.title, shared, true)
    });
    let layout = layout(&staff, "Look-alikes");
    answer::page(AlikePage::new(
        layout,
        id,
        &title,
        waiting.collect(),
        public.collect(),
    ))
}

pub(super) async fn ask(
    staff: Signed<ReviewReports>,
    Known(id): Known<ReportId>,
    review: web::Data<Review>,
) -> Answer {
    let by = staff.id;
    let desk = wait(move || {
        let desk = review.open(id)?;
        review.note(by, Act::Opened, Some(&id))?;
        Ok::<_, ReviewError>(desk)
    });
    let desk = desk.await?;
    let layout = layout(&staff, "Split a report");
    let nowhere = |_: &str| String::new();
    answer::page(SplitPage::new(
        layout,
        id,
        (&desk.report, desk.revision),
        "",
        nowhere,
        String::new(),
    ))
}

pub(super) async fn split(
    Posted { staff, fields }: Posted<ReviewReports>,
    Known(id): Known<ReportId>,
    review: web::Data<Review>,
) -> Answer {
    let desk = review.clone();
    let whole = wait(move || desk.open(id)).await?;
    let report = (&whole.report, whole.revision);
    let things: Vec<_> = items(&whole.report)
        .into_iter()
        .map(|(item, _)| item)
        .collect();
    let (division, by) = (division(&fields, &things), staff.id);
    let done = web::block(move || review.split(id, by, &division)).await;
    match done.map_err(WebError::from)? {
        Ok(second) => Ok(see_other(paths::desk_report(second))),
        Err(error @ SplitError::Flawed(_)) => {
            let error = WebError::from(error);
            let layout = layout(&staff, "Split a report");
            let goes = |field: &str| fields.first(field).to_owned();
            let (title, problem) = (fields.first("title"), error.detail.unwrap_or_default());
            let problem = format!("One of the parts is no report yet. {problem}");
            let page = SplitPage::new(layout, id, report, title, goes, problem);
            answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
        }
        Err(error @ SplitError::Decide(DecideError::Changed)) => {
            let problem = WebError::from(error).detail.unwrap_or_default();
            let (layout, title) = (layout(&staff, "Split a report"), fields.first("title"));
            let nowhere = |_: &str| String::new();
            let page = SplitPage::new(layout, id, report, title, nowhere, problem);
            answer::with_status(StatusCode::CONFLICT, page)
        }
        Err(error) => Err(error.into()),
    }
}
