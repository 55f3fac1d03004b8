//! Writing a report: start, look, send. Nothing is kept before "send".

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, frame, wait};
use super::public::in_common;
use crate::anonymise::RawText;
use crate::auth::Nonce;
use crate::intake::{Draft, Intake, MAX_TEXT, Preview, Removals, SubmitError};
use crate::portal::forms::{FieldError, Fields, ReportForm, StartForm};
use crate::portal::pages::{FormPage, PreviewPage, SentPage, StartPage};
use crate::portal::{Labels, Layout, ReportLine, Section};
use crate::registry::{Company, Registry};
use crate::report::Report;
use crate::review::Review;
use crate::web::{ErrorCode, Upload, WebError, body, guard};
use crate::writeup::{self, Format, Warning};

/// Reports like the draft that a preview names.
const ALIKE: usize = 5;

pub(super) async fn start(registry: web::Data<Registry>) -> Answer {
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Write a report"),
    )
    .await?;
    let (text, blank) = (RawText::default(), ReportForm::blank(String::new()));
    answer::page(&StartPage::new(layout, text, blank, Vec::new(), MAX_TEXT))
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
        let page = StartPage::new(layout, typed, ReportForm::parse(&fields), errors, MAX_TEXT);
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
    let frame = ReportForm::parse(&fields);
    let draft = Draft {
        report: imported.report,
        wishes: frame.wishes(),
    };
    let untouched = Removals::default();
    let looked = web::block(move || intake.preview(intake.complete(draft), &untouched))
        .await
        .map_err(WebError::from)?;
    let nonce = Nonce::random().text();
    let company = company(&registry, &looked).await;
    let page = shown(layout, looked, &frame, &nonce, warnings);
    answer::page(&in_company(page, &company))
}

/// The fields, typed or changed: anonymised and shown again. A button beside a removal puts it
/// back; one beside a word takes that word out everywhere.
pub(super) async fn look(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let (fields, mut form, report) = typed(&request, payload).await?;
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Check what would be kept"),
    )
    .await?;
    let mut report = match report {
        Ok(report) => report,
        Err(errors) => return still_wrong(layout, form, errors),
    };
    let before = Removals::read(form.removed.expose());
    let mut warnings = Vec::new();
    form.hide(fields.all("also"));
    if let Ok(number) = fields.first("put_back").parse::<usize>() {
        let (with_it, done) = before.put_back(number, report);
        report = with_it;
        let was = before.all().get(number).map(|removal| &removal.was);
        form.keep(was.into_iter());
        if !done {
            warnings.push("The text around it has changed, so it could not be put back. Write it where it belongs: it stays now.".to_owned());
        }
    }
    let draft = Draft {
        report,
        wishes: form.wishes(),
    };
    let looked = web::block(move || intake.preview(draft, &before))
        .await
        .map_err(WebError::from)?;
    let company = company(&registry, &looked).await;
    let page = shown(layout, looked, &form, &form.nonce, warnings);
    answer::page(&in_company(page, &company))
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
        wishes: form.wishes(),
    };
    let before = Removals::read(form.removed.expose());
    let kept = web::block(move || {
        let kept = intake.submit(draft.clone(), &nonce, false);
        kept.map_err(|error| match error {
            SubmitError::Flawed(_) => Err(Box::new(intake.preview(draft, &before))),
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
        Err(Err(looked)) => answer::with_status(
            StatusCode::UNPROCESSABLE_ENTITY,
            &shown(layout, *looked, &form, &form.nonce, Vec::new()),
        ),
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

/// The page of a look. From look to look the form carries its number, what to remove, what to keep
/// and what was taken out: `frame` is the form it came with.
fn shown(
    layout: Layout,
    looked: Preview,
    frame: &ReportForm,
    nonce: &str,
    warnings: Vec<String>,
) -> PreviewPage {
    let form = ReportForm::from_report(&looked.report, Labels::builtin());
    let form = form.framed(frame, nonce, looked.removals.write());
    PreviewPage::new(layout, looked, form, warnings, Labels::builtin())
}

/// Public reports like the draft. A preview is worth showing without them, too.
async fn company(registry: &web::Data<Registry>, looked: &Preview) -> Company {
    let (registry, draft) = (registry.clone(), looked.report.clone());
    match wait(move || registry.company(&draft, ALIKE)).await {
        Ok(company) => company,
        Err(error) => {
            error.log();
            Company::default()
        }
    }
}

fn in_company(page: PreviewPage, company: &Company) -> PreviewPage {
    let labels = Labels::builtin();
    let lines = company.reports.iter().map(|(report, shared)| {
        let line = ReportLine::new(report, labels);
        line.because(in_common(shared, labels))
    });
    let all: String = form_urlencoded::byte_serialize(company.query.as_bytes()).collect();
    page.in_company(company.total, lines.collect(), format!("/search?q={all}"))
}
