//! Writing a report: start, look, send. Nothing is kept before "send".

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, frame};
use crate::anonymise::{RawText, Wishes};
use crate::auth::Nonce;
use crate::intake::{Draft, Intake, MAX_TEXT, Preview, SubmitError};
use crate::portal::forms::{FieldError, Fields, ReportForm, StartForm};
use crate::portal::pages::{Advice, FormPage, PreviewPage, Removed, SentPage, StartPage};
use crate::portal::{Labels, Layout, Section};
use crate::registry::Registry;
use crate::report::Report;
use crate::review::Review;
use crate::web::{ErrorCode, Upload, WebError, body, guard};
use crate::writeup::{self, Format, Warning};

pub(super) async fn start(registry: web::Data<Registry>) -> Answer {
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Write a report"),
    )
    .await?;
    let (text, declared) = (RawText::default(), RawText::default());
    answer::page(&StartPage::new(
        layout,
        text,
        declared,
        Vec::new(),
        MAX_TEXT,
    ))
}

pub(super) async fn form(registry: web::Data<Registry>) -> Answer {
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Write a report, field by field"),
    )
    .await?;
    let blank = ReportForm::blank(Nonce::random().text());
    answer::page(&FormPage::new(layout, blank, Vec::new(), Labels::builtin()))
}

/// A write-up, pasted or uploaded: understood, anonymised, shown.
pub(super) async fn preview(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    guard::same_origin(&request)?;
    let Upload { fields, files } = body::form(&request, payload).await?;
    let fields = Fields::new(fields);
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Check what would be kept"),
    )
    .await?;
    let again = |errors: Vec<FieldError>, detail: Option<String>| {
        let mut layout = layout.clone();
        "Write a report".clone_into(&mut layout.title);
        let typed = RawText::new(fields.first("text"));
        let page = StartPage::new(
            layout,
            typed,
            RawText::new(fields.first("declared")),
            errors,
            MAX_TEXT,
        );
        answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page.because(detail))
    };
    let start = match StartForm::parse(&fields) {
        Ok(start) => start,
        Err(errors) => return again(errors, None),
    };
    let chosen = files.into_iter().next_back().map(|(_, name)| name);
    let name = chosen.filter(|_| fields.first("text").trim().is_empty());
    let format = Format::guess(name.as_deref(), start.text.expose());
    let imported = match writeup::import(&start.text, name.as_deref(), format) {
        Ok(imported) => imported,
        Err(refusal) => return again(Vec::new(), WebError::from(refusal).detail),
    };
    let warnings: Vec<String> = imported.warnings.iter().map(Warning::to_string).collect();
    let draft = Draft {
        report: imported.report,
        wishes: Wishes::removing(start.declared),
    };
    let looked = web::block(move || intake.preview(intake.complete(draft)))
        .await
        .map_err(WebError::from)?;
    let form = ReportForm::from_report(&looked.report, Labels::builtin());
    answer::page(&shown(
        layout,
        looked,
        with_frame(form, &fields, &Nonce::random().text()),
        warnings,
    ))
}

/// The fields, typed or changed: anonymised and shown again.
pub(super) async fn look(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let (fields, form, report) = typed(&request, payload).await?;
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Check what would be kept"),
    )
    .await?;
    let report = match report {
        Ok(report) => report,
        Err(errors) => return still_wrong(layout, form, errors),
    };
    let draft = Draft {
        report,
        wishes: Wishes::removing(names(&fields)),
    };
    let looked = web::block(move || intake.preview(draft))
        .await
        .map_err(WebError::from)?;
    let form = ReportForm::from_report(&looked.report, Labels::builtin());
    answer::page(&shown(
        layout,
        looked,
        with_frame(form, &fields, fields.first("nonce")),
        Vec::new(),
    ))
}

/// The one request that keeps something.
pub(super) async fn send(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    review: web::Data<Review>,
    registry: web::Data<Registry>,
) -> Answer {
    let (fields, form, report) = typed(&request, payload).await?;
    let layout = frame(&registry, Layout::private(Section::Report, "Sent")).await?;
    let report = match report {
        Ok(report) => report,
        Err(errors) => return still_wrong(layout, form, errors),
    };
    let nonce: Nonce = fields
        .first("nonce")
        .parse()
        .map_err(|error| WebError::because(ErrorCode::BadRequest, error))?;
    let draft = Draft {
        report,
        wishes: Wishes::removing(names(&fields)),
    };
    let kept = web::block(move || {
        let kept = intake.submit(draft.clone(), &nonce, false);
        kept.map_err(|error| match error {
            SubmitError::Flawed(_) => Err(Box::new(intake.preview(draft))),
            other => Ok(WebError::from(other)),
        })
    })
    .await
    .map_err(WebError::from)?;
    match kept {
        Ok(kept) => {
            let page = SentPage::new(layout, &kept.receipt.text(), review.approvals_needed());
            answer::with_status(StatusCode::CREATED, &page)
        }
        Err(Ok(error)) => Err(error.into()),
        Err(Err(looked)) => {
            let form = ReportForm::from_report(&looked.report, Labels::builtin());
            let form = with_frame(form, &fields, fields.first("nonce"));
            answer::with_status(
                StatusCode::UNPROCESSABLE_ENTITY,
                &shown(layout, *looked, form, Vec::new()),
            )
        }
    }
}

type Typed = (Fields, ReportForm, Result<Report<RawText>, Vec<FieldError>>);

async fn typed(request: &HttpRequest, payload: web::Payload) -> Result<Typed, PageError> {
    guard::same_origin(request)?;
    let fields = Fields::new(body::form(request, payload).await?.fields);
    let form = ReportForm::parse(&fields);
    let report = form.to_report(Labels::builtin());
    Ok((fields, form, report))
}

fn still_wrong(layout: Layout, form: ReportForm, errors: Vec<FieldError>) -> Answer {
    let page = FormPage::new(layout, form, errors, Labels::builtin());
    answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn names(fields: &Fields) -> Vec<RawText> {
    let lines = fields.first("declared").lines().map(str::trim);
    lines
        .filter(|name| !name.is_empty())
        .map(RawText::new)
        .collect()
}

/// What the form carries from look to look: its number and the names to remove.
fn with_frame(mut form: ReportForm, fields: &Fields, nonce: &str) -> ReportForm {
    form.declared = RawText::new(fields.first("declared"));
    nonce.clone_into(&mut form.nonce);
    form
}

fn shown(layout: Layout, looked: Preview, form: ReportForm, warnings: Vec<String>) -> PreviewPage {
    let removed = looked.removed.iter().map(|(kind, count)| Removed {
        kind: kind.label().to_owned(),
        count: *count,
    });
    let advice = looked.advice.into_iter().map(|advice| Advice {
        words: advice.words,
        message: advice.message.to_owned(),
        suggestion: advice.suggestion.to_owned(),
    });
    PreviewPage::new(
        layout,
        &looked.report,
        form,
        removed.collect(),
        warnings,
        advice.collect(),
        looked.flaws.iter().map(ToString::to_string).collect(),
        Vec::new(),
        Labels::builtin(),
    )
}
