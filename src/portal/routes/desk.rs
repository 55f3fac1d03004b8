//! The desk: the queue, one report, and what is decided about it.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::answer::{self, Answer, PageError, see_other, wait};
use super::signed::{EnterDesk, Known, Posted, ReadReports, ReviewReports, Signed, layout};
use crate::identifiability::Level;
use crate::jobs::Indexer;
use crate::portal::forms::{DeskForm, FieldError, Fields, Work};
use crate::portal::pages::{DeskQueuePage, DeskReportPage, DeskState, QueueLine, Suggestion};
use crate::portal::{Labels, paths};
use crate::registry::{Found, Registry};
use crate::report::{AccountId, RecordKind, ReportId, Sender, Status};
use crate::review::{
    Act, Agreed, DecideError, DeskReport, Extent, NONE_FITS, Permission, QueueAsked, Review, Staff,
    Waiting,
};
use crate::tagging::Evidence;
use crate::web::WebError;

/// Reports on one page of the queue.
const LIMIT: u32 = 50;
/// Places that are quoted for a suggestion.
const QUOTED: usize = 3;

#[derive(Deserialize)]
pub(super) struct Part {
    #[serde(default)]
    page: u32,
    #[serde(default)]
    status: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    hazard: String,
    #[serde(default)]
    mine: String,
    #[serde(default)]
    words: String,
}

pub(super) async fn queue(
    staff: Signed<EnterDesk>,
    part: web::Query<Part>,
    review: web::Data<Review>,
) -> Answer {
    if !staff.may(Permission::ReadReports) {
        return Ok(see_other(paths::PEOPLE));
    }
    let asked = QueueAsked {
        status: Status::parse(&part.status),
        kind: RecordKind::parse(&part.kind),
        hazard: part.hazard == "yes",
        level: Level::parse(&part.level),
        unanswered: part.words == "yes",
        waits_for: (part.mine == "yes").then_some(staff.id),
        offset: part.page.saturating_mul(LIMIT),
        limit: LIMIT,
    };
    let (found, waiting) = wait(move || {
        let found = review.queue(&asked)?;
        Ok::<_, WebError>((found, review.waiting()?))
    })
    .await?;
    let labels = Labels::builtin();
    let lines = found.entries.iter();
    let lines = lines
        .map(|entry| QueueLine::new(entry, labels).waits(waits(&waiting, entry.id)))
        .collect();
    let layout = layout(&staff, "Desk");
    answer::page(DeskQueuePage::new(
        layout,
        lines,
        found.total,
        &asked,
        part.page,
    ))
}

#[derive(Deserialize)]
pub(super) struct Done {
    struck: Option<usize>,
}

pub(super) async fn open(
    staff: Signed<ReadReports>,
    Known(id): Known<ReportId>,
    done: web::Query<Done>,
    review: web::Data<Review>,
    registry: web::Data<Registry>,
) -> Answer {
    // The desk keeps nothing of a report that is public; everybody reads it where it is.
    if let Found::Report(_) = wait(move || registry.report(id)).await? {
        return Ok(see_other(paths::report(id)));
    }
    let (by, noting) = (staff.id, review.clone());
    let told = Told {
        struck: done.struck,
        ..Told::default()
    };
    let page = read(&staff, id, &review, told).await?;
    wait(move || noting.note(by, Act::Opened, Some(&id))).await?;
    answer::page(page)
}

/// What came of an analyst's step.
enum Next {
    /// The report again, at this place of the page.
    Here(&'static str),
    /// The report again, with the number of places at which something was taken out.
    Struck(usize),
    Published,
    Queue,
}

pub(super) async fn decide(
    Posted { staff, fields }: Posted<ReviewReports>,
    Known(id): Known<ReportId>,
    review: web::Data<Review>,
    indexer: web::Data<Indexer>,
) -> Answer {
    let form = match DeskForm::parse(&fields, Labels::builtin()) {
        Ok(form) => form,
        Err(errors) => {
            let told = Told {
                errors,
                typed: Some(&fields),
                ..Told::default()
            };
            let page = read(&staff, id, &review, told).await?;
            return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page);
        }
    };
    let (desk, analyst) = (review.clone(), staff.id);
    let done = web::block(move || take(&desk, &indexer, id, analyst, form)).await;
    let here = paths::desk_report(id);
    match done.map_err(WebError::from)? {
        Ok(Next::Published) => Ok(see_other(paths::report(id))),
        Ok(Next::Queue) => Ok(see_other(paths::DESK)),
        Ok(Next::Here(at)) => Ok(see_other(format!("{here}{at}"))),
        Ok(Next::Struck(places)) => Ok(see_other(format!("{here}?struck={places}#out"))),
        Err(
            error @ (DecideError::Flawed(_)
            | DecideError::NotApproved { .. }
            | DecideError::Unsettled(_)
            | DecideError::NoSynopsis
            | DecideError::Changed),
        ) => {
            let error = WebError::from(error);
            let told = Told {
                problems: error.detail.into_iter().collect(),
                typed: Some(&fields),
                ..Told::default()
            };
            let page = read(&staff, id, &review, told).await?;
            answer::with_status(error.code.status(), page)
        }
        Err(error) => Err(error.into()),
    }
}

fn take(
    desk: &Review,
    indexer: &Indexer,
    id: ReportId,
    analyst: AccountId,
    form: DeskForm,
) -> Result<Next, DecideError> {
    match form {
        DeskForm::Work(work, agreed) => {
            let revision = keep(desk, id, analyst, *work)?;
            if agreed != Agreed::default() {
                desk.agree((id, revision), analyst, agreed)?;
            }
            return Ok(Next::Here(""));
        }
        DeskForm::Strike(words, kind) => {
            return Ok(Next::Struck(desk.strike(id, analyst, &words, kind)?));
        }
        DeskForm::Publish(extent) => {
            desk.publish(id, analyst, extent)?;
            // It is public already; the index follows by itself if this fails.
            if let Err(error) = indexer.catch_up() {
                tracing::warn!("{error}; trying again");
            }
            return Ok(match extent {
                Extent::Full | Extent::Short => Next::Published,
                Extent::Counted => Next::Queue,
            });
        }
        DeskForm::Refuse(reason) => {
            desk.refuse(id, analyst, reason)?;
            return Ok(Next::Queue);
        }
        DeskForm::Reopen(why) => {
            desk.reopen(id, analyst, &why)?;
            return Ok(Next::Here(""));
        }
        DeskForm::Settle(choices) => {
            desk.settle(id, analyst, &choices)?;
            return Ok(Next::Here("#differ"));
        }
        DeskForm::Hazard(hazard) => desk.mark_hazard(id, analyst, hazard)?,
        DeskForm::Join(other) => desk.join_event(id, analyst, other)?,
        DeskForm::Leave => desk.leave_event(id, analyst)?,
    }
    Ok(Next::Here("#beyond"))
}

/// Keeps what the analyst wrote and chose, and answers which revision of the text that makes; an
/// untouched text changes nothing, so that what others said of it holds. Nobody agrees to a text
/// that they have not read.
fn keep(desk: &Review, id: ReportId, analyst: AccountId, work: Work) -> Result<u32, DecideError> {
    let before = desk.open(id)?;
    let read = work.revision;
    if before.revision != read {
        return Err(DecideError::Changed);
    }
    let changed = work.changed(&before.report);
    let revision = read + u32::from(changed.is_some());
    if let Some(changed) = changed {
        desk.save((id, read), analyst, changed)?;
    }
    desk.code(id, analyst, &work.coding, work.missed)?;
    Ok(revision)
}

/// What the page says besides the report.
#[derive(Default)]
struct Told<'a> {
    /// What stood in the form that was not taken: it stands in the page again.
    typed: Option<&'a Fields>,
    errors: Vec<FieldError>,
    problems: Vec<String>,
    struck: Option<usize>,
}

async fn read(
    staff: &Staff,
    id: ReportId,
    review: &web::Data<Review>,
    told: Told<'_>,
) -> Result<DeskReportPage, PageError> {
    let review = review.clone();
    let (desk, accounts, waiting) = wait(move || {
        let desk = review.open(id)?;
        let accounts = review.accounts()?;
        Ok::<_, WebError>((desk, accounts, review.waiting()?))
    })
    .await?;
    let mut flaws: Vec<String> = desk.flaws.iter().map(ToString::to_string).collect();
    flaws.extend(told.problems);
    // A word that another analyst missed tells how they code: it shows to whoever has final codes, or
    // has said the same of the list.
    let own = desk.standing.codings.get(&staff.id);
    let none_fits = |list| {
        let codes = own.and_then(|own| own.get(&list));
        codes.is_some_and(|codes| codes.iter().any(|code| code.as_str() == NONE_FITS))
    };
    let done = desk.standing.codes.contains(&staff.id);
    let missed = desk.terms.iter();
    let missed =
        missed.filter(|term| done || term.side == Sender::Reporter || none_fits(term.list));
    let state = DeskState {
        id,
        status: desk.status,
        week: desk.week,
        refusal: desk.refusal,
        sample: desk.sample,
        revision: desk.revision,
        reader: staff.id,
        may_decide: staff.may(Permission::ReviewReports),
        names: accounts.into_iter().map(|who| (who.id, who.name)).collect(),
        flaws,
        verdict: desk.verdict.clone(),
        removed: desk.removed.clone(),
        struck: told.struck,
        suggestions: suggestions(&desk),
        missed: missed
            .map(|term| (term.list, term.word.to_string()))
            .collect(),
        hazard: desk.hazard,
        joined: desk.joined,
        parts: desk.parts,
        origin: desk.origin,
        standing: desk.standing,
    };
    let layout = layout(staff, "Review a report");
    let (given, labels) = ((told.errors, told.typed), Labels::builtin());
    let page = DeskReportPage::new(layout, &desk.report, state, given, labels);
    Ok(page.waits(waits(&waiting, id)))
}

/// Who wrote what is not answered yet; the reporter's words come first.
fn waits(waiting: &[Waiting], id: ReportId) -> Option<Sender> {
    let of = waiting.iter().filter(|waiting| waiting.id == id);
    of.map(|waiting| waiting.from)
        .min_by_key(|from| *from == Sender::Desk)
}

/// Each suggested code with the words it was found in.
fn suggestions(desk: &DeskReport) -> Vec<Suggestion> {
    let texts = desk.report.texts();
    let words = |evidence: &Evidence| -> Option<String> {
        let text = texts.get(evidence.text)?.as_str().chars();
        Some(
            text.skip(evidence.start)
                .take(evidence.end - evidence.start)
                .collect(),
        )
    };
    let codes = desk.suggestions.codes.iter();
    codes
        .map(|found| {
            let mut quoted: Vec<String> = Vec::new();
            for words in found.evidence.iter().filter_map(words) {
                if quoted.len() < QUOTED && !quoted.contains(&words) {
                    quoted.push(words);
                }
            }
            Suggestion {
                list: found.list,
                code: found.code.clone(),
                confidence: found.confidence,
                words: quoted,
            }
        })
        .collect()
}
