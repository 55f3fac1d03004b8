//! The desk: the queue, one report, and what is decided about it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::answer::{self, Answer, PageError, refuse, see_other, wait};
use super::signed::{EnterDesk, ReadReports, ReviewReports, Signed, layout};
use crate::anonymise::RawText;
use crate::jobs::Indexer;
use crate::portal::forms::{DeskForm, FieldError, Fields, Verdict};
use crate::portal::pages::{DeskQueuePage, DeskReportPage, DeskState, QueueLine};
use crate::portal::{Labels, paths};
use crate::report::{AccountId, ReportId, Sender, Status};
use crate::review::{DecideError, DeskReport, Permission, Review, Staff, Waiting};
use crate::tagging::Evidence;
use crate::taxonomy::ListId;
use crate::web::{ErrorCode, WebError, body, guard};

/// Reports on one page of the queue.
const LIMIT: u32 = 50;
/// What waits for somebody.
const OPEN: [Status; 3] = [Status::Received, Status::InReview, Status::Approved];

#[derive(Deserialize)]
pub(super) struct Part {
    #[serde(default)]
    page: u32,
}

pub(super) async fn queue(
    staff: Signed<EnterDesk>,
    part: web::Query<Part>,
    review: web::Data<Review>,
) -> Answer {
    if !staff.may(Permission::ReadReports) {
        return Ok(see_other(paths::PEOPLE));
    }
    let offset = part.page.saturating_mul(LIMIT);
    let (found, waiting) = wait(move || {
        let found = review.queue(&OPEN, offset, LIMIT)?;
        Ok::<_, WebError>((found, review.waiting()?))
    })
    .await?;
    let lines = found
        .entries
        .iter()
        .map(|entry| {
            QueueLine::new(
                entry.id,
                entry.title.as_ref(),
                entry.kind,
                entry.status,
                entry.week,
                entry.sample,
            )
            .waits(waits(&waiting, entry.id))
        })
        .collect();
    let more = u64::from(offset) + u64::from(LIMIT) < found.total;
    let next = more.then(|| format!("{}?page={}", paths::DESK, part.page + 1));
    let layout = layout(&staff, "Desk");
    answer::page(&DeskQueuePage::new(layout, lines, found.total, next))
}

pub(super) async fn open(
    staff: Signed<ReadReports>,
    id: web::Path<String>,
    review: web::Data<Review>,
) -> Answer {
    let id = known_id(&id)?;
    let (by, noting) = (staff.id, review.clone());
    let page = read(&staff, id, &review, Vec::new(), Vec::new()).await?;
    wait(move || noting.note_opened(by, &id)).await?;
    answer::page(&page)
}

pub(super) async fn decide(
    request: HttpRequest,
    staff: Signed<ReviewReports>,
    id: web::Path<String>,
    payload: web::Payload,
    review: web::Data<Review>,
    indexer: web::Data<Indexer>,
) -> Answer {
    guard::same_origin(&request)?;
    let id = known_id(&id)?;
    let fields = Fields::new(body::form(&request, payload).await?.fields);
    let form = match DeskForm::parse(&fields, Labels::builtin()) {
        Ok(form) => form,
        Err(errors) => {
            let page = read(&staff, id, &review, errors, Vec::new()).await?;
            return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (desk, analyst, verdict) = (review.clone(), staff.id, form.verdict);
    let done = web::block(move || {
        if matches!(verdict, Verdict::Save | Verdict::Approve | Verdict::Publish) {
            save_changes(&desk, id, analyst, &form)?;
        }
        match verdict {
            Verdict::Save => Ok(()),
            Verdict::Approve => desk.approve(id, analyst),
            Verdict::Refuse(reason) => desk.refuse(id, analyst, reason),
            Verdict::Publish => {
                desk.publish(id, analyst)?;
                // It is public already; the index follows by itself if this fails.
                if let Err(error) = indexer.catch_up() {
                    tracing::warn!("{error}; trying again");
                }
                Ok(())
            }
        }
    })
    .await
    .map_err(WebError::from)?;
    match (done, verdict) {
        (Ok(()), Verdict::Publish) => Ok(see_other(paths::report(id))),
        (Ok(()), Verdict::Refuse(_)) => Ok(see_other(paths::DESK)),
        (Ok(()), Verdict::Save | Verdict::Approve) => Ok(see_other(paths::desk_report(id))),
        (Err(error @ (DecideError::Flawed(_) | DecideError::NotApproved { .. })), _) => {
            let error = WebError::from(error);
            let problem = error.detail.into_iter().collect();
            let page = read(&staff, id, &review, Vec::new(), problem).await?;
            answer::with_status(error.code.status(), &page)
        }
        (Err(error), _) => Err(error.into()),
    }
}

/// Keeps what the analyst changed; an untouched form changes nothing, so that approvals hold.
fn save_changes(
    review: &Review,
    id: ReportId,
    by: AccountId,
    form: &DeskForm,
) -> Result<(), DecideError> {
    let before = review.open(id)?.report;
    let mut after = before.clone();
    form.apply(&mut after);
    let same_synopsis = form.synopsis.expose() == before.synopsis.as_str();
    if same_synopsis && after == before {
        return Ok(());
    }
    let mut raw = after.map_text(|text| RawText::new(text.as_str()));
    raw.synopsis = form.synopsis.clone();
    Ok(review.save(id, by, raw)?)
}

async fn read(
    staff: &Staff,
    id: ReportId,
    review: &web::Data<Review>,
    errors: Vec<FieldError>,
    problems: Vec<String>,
) -> Result<DeskReportPage, PageError> {
    let review = review.clone();
    let (desk, accounts, waiting) = wait(move || {
        let desk = review.open(id)?;
        let accounts = review.accounts()?;
        Ok::<_, WebError>((desk, accounts, review.waiting()?))
    })
    .await?;
    let name_of = |account| {
        let known = accounts.iter().find(|staff| staff.id == account);
        known.map_or_else(
            || "somebody who has left".to_owned(),
            |staff| staff.name.clone(),
        )
    };
    let mut flaws: Vec<String> = desk.flaws.iter().map(ToString::to_string).collect();
    flaws.extend(problems);
    let state = DeskState {
        id,
        status: desk.status,
        week: desk.week,
        refusal: desk.refusal,
        sample: desk.sample,
        approved_by: desk.approved_by.iter().copied().map(name_of).collect(),
        approvals_needed: desk.approvals_needed,
        may_decide: staff.may(Permission::ReviewReports),
        approved_by_reader: desk.approved_by.contains(&staff.id),
        flaws,
        verdict: desk.verdict.clone(),
        suggestions: suggestions(&desk),
    };
    let layout = layout(staff, "Review a report");
    let page = DeskReportPage::new(layout, &desk.report, state, errors, Labels::builtin());
    Ok(page.waits(waits(&waiting, id)))
}

/// Who wrote what is not answered yet; the reporter's words come first.
fn waits(waiting: &[Waiting], id: ReportId) -> Option<Sender> {
    let of = waiting.iter().filter(|waiting| waiting.id == id);
    of.map(|waiting| waiting.from)
        .min_by_key(|from| *from == Sender::Desk)
}

/// Each suggested code with the words it was found in.
fn suggestions(desk: &DeskReport) -> Vec<(&'static str, String, String)> {
    let lists = [
        (ListId::FailureModes, "failure_modes"),
        (ListId::EventTypes, "events"),
        (ListId::Triggers, "triggers"),
        (ListId::Detectors, "detectors"),
    ];
    let texts = desk.report.texts();
    let words = |evidence: &Evidence| -> Option<String> {
        let text = texts.get(evidence.text)?.as_str().chars();
        Some(
            text.skip(evidence.start)
                .take(evidence.end - evidence.start)
                .collect(),
        )
    };
    lists
        .into_iter()
        .flat_map(|(list, field)| desk.suggestions.of(list).map(move |found| (field, found)))
        .map(|(field, found)| {
            let words = found.evidence.first().and_then(words).unwrap_or_default();
            (field, found.code.to_string(), words)
        })
        .collect()
}

fn known_id(text: &str) -> Result<ReportId, PageError> {
    text.parse().map_err(|_| refuse(ErrorCode::NotFound))
}
