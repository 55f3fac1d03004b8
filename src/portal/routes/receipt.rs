//! What a receipt opens. It travels in bodies of POST requests only, never in an address.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, PageError, frame, refuse, wait};
use super::public::in_common;
use super::submit::shown;
use crate::anonymise::RawText;
use crate::auth::{Nonce, Receipt};
use crate::intake::{Amended, Draft, Intake, MailError, Opened, Removals, Way};
use crate::jobs::Indexer;
use crate::portal::forms::{Amends, FieldError, FieldErrorKind, Fields, ReceiptForm, ReportForm};
use crate::portal::pages::{FormPage, Notice, ReceiptPage, StatusPage};
use crate::portal::{Labels, Layout, ReportLine, Section};
use crate::registry::Registry;
use crate::report::{Letter, ReportId};
use crate::web::{ErrorCode, WebError, body, guard};

const TITLE: &str = "Follow your report";
/// Reports like it that are looked through, and those that are named.
const ALIKE: usize = 20;
const NAMED: usize = 5;

pub(super) async fn ask(registry: web::Data<Registry>) -> Answer {
    let layout = frame(&registry, Layout::private(Section::Receipt, TITLE)).await?;
    answer::page(ReceiptPage::new(layout, Vec::new(), false))
}

pub(super) async fn status(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    with_receipt(&request, payload, &registry, async |_, receipt| {
        page(&intake, &registry, &receipt, Notice::None).await
    })
    .await
}

pub(super) async fn withdraw(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
    indexer: web::Data<Indexer>,
) -> Answer {
    with_receipt(&request, payload, &registry, async |fields, receipt| {
        if fields.first("confirm") != "yes" {
            return page(&intake, &registry, &receipt, Notice::Unconfirmed).await;
        }
        let (taken, held) = (intake.clone(), Arc::clone(&receipt));
        wait(move || {
            taken.withdraw(&held)?;
            // It is gone for readers already; the index follows by itself if this fails.
            if let Err(error) = indexer.catch_up() {
                tracing::warn!("{error}; trying again");
            }
            Ok::<_, crate::intake::WithdrawError>(())
        })
        .await?;
        page(&intake, &registry, &receipt, Notice::None).await
    })
    .await
}

/// Opens the form with the report as it is kept.
pub(super) async fn amend(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    with_receipt(&request, payload, &registry, async |fields, receipt| {
        let held = RawText::new(receipt.text().as_str());
        let (part, seen) = (
            part_of(fields.first("part"))?,
            fields.first("seen").to_owned(),
        );
        let known = wait(move || {
            let way = Way {
                receipt: &receipt,
                part,
                seen: 0,
            };
            intake.to_amend(way)
        })
        .await?;
        let layout = Layout::private(Section::Receipt, "Change your report");
        let layout = frame(&registry, layout).await?;
        let mut form = ReportForm::from_report(&known.report, Labels::builtin());
        form.nonce = Nonce::random().text();
        let form = form.missing(&known.missed).amending(Amends {
            receipt: held,
            note: RawText::new(fields.first("note")),
            part: part.map(|part| part.to_string()).unwrap_or_default(),
            seen,
            stands: known.stands,
        });
        answer::page(FormPage::new(layout, form, Vec::new(), Labels::builtin()))
    })
    .await
}

/// What would be kept of the line that says what is changed.
pub(super) async fn note_as_kept(
    intake: &web::Data<Intake>,
    form: &ReportForm,
) -> Result<RawText, PageError> {
    let (intake, note, wishes) = (intake.clone(), form.amends.note.clone(), form.wishes());
    let looked = web::block(move || intake.look_at(Letter::Words(note), &wishes))
        .await
        .map_err(WebError::from)?;
    let texts = looked.map(|looked| {
        looked
            .letter
            .texts()
            .into_iter()
            .cloned()
            .collect::<Vec<_>>()
    });
    Ok(match texts.as_deref() {
        Ok([note]) => RawText::new(note.as_str()),
        // Nothing was typed, or too much: that is said when it is sent.
        _ => form.amends.note.clone(),
    })
}

/// A changed report, as its form was sent.
pub(super) struct Changed {
    pub(super) draft: Draft,
    pub(super) form: ReportForm,
    pub(super) nonce: Nonce,
}

/// Keeps a changed report.
pub(super) async fn amended(
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
    changed: Changed,
) -> Answer {
    let Changed { draft, form, nonce } = changed;
    let receipt = match known(&form.amends.receipt) {
        Ok(receipt) => receipt,
        Err(errors) => return again(&registry, errors, false).await,
    };
    let part = part_of(&form.amends.part)?;
    let seen = form.amends.seen.parse().unwrap_or_default();
    let (keeper, held, typed) = (intake.clone(), Arc::clone(&receipt), draft.clone());
    let note = form.amends.note.clone();
    let done = web::block(move || {
        let way = Way {
            receipt: &held,
            part,
            seen,
        };
        keeper.amend(way, draft, &note, &nonce)
    })
    .await
    .map_err(WebError::from)?;
    let notice = match done {
        Ok(Amended::Replaced) => Notice::Replaced,
        Ok(Amended::Proposed) => Notice::Proposed,
        Err(MailError::SentBefore) => Notice::SentBefore,
        Err(MailError::Unknown) => return again(&registry, Vec::new(), true).await,
        Err(error) => return unsent(&intake, &registry, form, typed, error).await,
    };
    page(&intake, &registry, &receipt, notice).await
}

/// A changed report that was not kept: what was typed stays, with the reason.
async fn unsent(
    intake: &web::Data<Intake>,
    registry: &web::Data<Registry>,
    form: ReportForm,
    draft: Draft,
    error: MailError,
) -> Answer {
    let without_note = matches!(error, MailError::Empty);
    let error = WebError::from(error);
    let Some(problem) = error.detail.clone() else {
        return Err(error.into());
    };
    let layout = frame(
        registry,
        Layout::private(Section::Receipt, "Change your report"),
    )
    .await?;
    if without_note {
        let errors = vec![FieldError::new("note", FieldErrorKind::NoteMissing)];
        let page = FormPage::new(layout, form, errors, Labels::builtin());
        return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page);
    }
    let before = Removals::read(form.removed.expose());
    let looking = intake.clone();
    let looked = web::block(move || looking.preview(draft, &before))
        .await
        .map_err(WebError::from)?;
    let page = shown(layout, looked, &form, &form.nonce, Vec::new());
    answer::with_status(error.code.status(), page.because(problem))
}

/// The part of a split report that a form is about, by its id; `None` where it is about the whole.
pub(super) fn part_of(id: &str) -> Result<Option<ReportId>, PageError> {
    if id.is_empty() {
        return Ok(None);
    }
    let id = id.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    Ok(Some(id))
}

/// A private calendar file with the days to come back.
pub(super) async fn calendar(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    with_receipt(&request, payload, &registry, async |_, receipt| {
        let days = wait(move || intake.days_to_come_back(&receipt)).await?;
        let Some((days, today)) = days.filter(|(days, _)| !days.is_empty()) else {
            return Err(refuse(ErrorCode::NotFound));
        };
        let file = crate::export::reminders(&days, &Nonce::random().text(), today);
        Ok(HttpResponse::Ok()
            .content_type("text/calendar; charset=utf-8")
            .insert_header((
                CONTENT_DISPOSITION,
                "attachment; filename=\"reminders.ics\"",
            ))
            .body(file))
    })
    .await
}

/// Goes on with the receipt in a form of our own page, or asks for it again where it is none.
pub(super) async fn with_receipt(
    request: &HttpRequest,
    payload: web::Payload,
    registry: &web::Data<Registry>,
    then: impl AsyncFnOnce(Fields, Arc<Receipt>) -> Answer,
) -> Answer {
    guard::same_origin(request)?;
    let fields = Fields::new(body::draft(request, payload).await?.fields);
    match ReceiptForm::parse(&fields).and_then(|form| known(&form.receipt)) {
        Ok(receipt) => then(fields, receipt).await,
        Err(errors) => again(registry, errors, false).await,
    }
}

fn known(typed: &RawText) -> Result<Arc<Receipt>, Vec<FieldError>> {
    let receipt = typed.expose().parse().map_err(|error| {
        vec![FieldError::new(
            "receipt",
            FieldErrorKind::BadReceipt(error),
        )]
    });
    receipt.map(Arc::new)
}

/// The page that asks for the receipt, once more.
pub(super) async fn again(
    registry: &web::Data<Registry>,
    errors: Vec<FieldError>,
    unknown: bool,
) -> Answer {
    let layout = frame(registry, Layout::private(Section::Receipt, TITLE)).await?;
    let page = ReceiptPage::new(layout, errors, unknown);
    answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// Everything this receipt opens.
pub(super) async fn page(
    intake: &web::Data<Intake>,
    registry: &web::Data<Registry>,
    receipt: &Arc<Receipt>,
    notice: Notice,
) -> Answer {
    let Some(opened) = opened(intake, receipt).await? else {
        return again(registry, Vec::new(), true).await;
    };
    let similar = match &opened.public {
        Some(public) => since(registry, public.id, public.published).await,
        None => (0, Vec::new()),
    };
    let layout = frame(registry, Layout::private(Section::Receipt, TITLE)).await?;
    let nonce = Nonce::random().text();
    answer::page(StatusPage::new(
        layout,
        &opened,
        similar,
        &receipt.text(),
        nonce,
        notice,
    ))
}

/// What a receipt opens.
pub(super) async fn opened(
    intake: &web::Data<Intake>,
    receipt: &Arc<Receipt>,
) -> Result<Option<Opened>, PageError> {
    let (intake, receipt) = (intake.clone(), Arc::clone(receipt));
    wait(move || intake.open(&receipt)).await
}

/// Reports published since that are like this one. The page is worth showing without them, too.
async fn since(
    registry: &web::Data<Registry>,
    id: ReportId,
    month: crate::report::Period,
) -> (usize, Vec<ReportLine>) {
    let registry = registry.clone();
    let mut alike = match wait(move || registry.similar(id, ALIKE)).await {
        Ok(alike) => alike,
        Err(error) => {
            error.log();
            Vec::new()
        }
    };
    alike.retain(|(report, _)| !report.published.is_before(month));
    let labels = Labels::builtin();
    let named = alike.iter().take(NAMED).map(|(report, shared)| {
        let line = ReportLine::new(report, labels);
        line.because(in_common(shared, labels))
    });
    (alike.len(), named.collect())
}
