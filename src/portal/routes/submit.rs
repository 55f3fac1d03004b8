//! Looking a report over, saving it as a draft, sending it. Nothing is kept before "send".

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, PageError, frame, wait};
use super::public::in_common;
use super::share::code_of;
use crate::anonymise::{RawText, RedactedText};
use crate::auth::{Nonce, ShareCode};
use crate::identifiability::Wider;
use crate::intake::{self, Draft, Flaw, Intake, Preview, Receipted, Removals, SubmitError, ToSave};
use crate::portal::forms::{FieldError, FieldErrorKind, Fields, ReportForm};
use crate::portal::pages::{FormPage, PreviewPage, SecondPage, SentPage, SheetPage, ShortPage};
use crate::portal::view::notes::remark;
use crate::portal::{Crowd, Labels, Layout, ReportLine, Said, Section, paths};
use crate::registry::{Registry, RegistryError};
use crate::report::Report;
use crate::review::Review;
use crate::web::{ErrorCode, TooSoon, WebError, body, guard};

/// Reports like the draft that a preview names.
const ALIKE: usize = 5;

/// The fields, typed or changed: anonymised and shown again. A button beside a removal puts it
/// back; one beside a word takes that word out everywhere.
pub(super) async fn look(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let Typed {
        fields,
        mut form,
        report,
        errors,
        ..
    } = typed(&request, payload, &intake).await?;
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Check what would be kept"),
    )
    .await?;
    if !errors.is_empty() {
        return still_wrong(layout, &fields, form, errors);
    }
    let mut report = report;
    let before = Removals::read(form.removed.expose());
    let remarks = form.remarks(Labels::builtin());
    let mut warnings: Vec<Said> = remarks.iter().map(remark).collect();
    if let Ok(number) = fields.first("put_back").parse::<usize>() {
        let (with_it, done) = before.put_back(number, report);
        report = with_it;
        let was = before.all().get(number).map(|removal| &removal.was);
        form.keep(was.into_iter());
        if !done {
            warnings.push(say!("remark-put-back"));
        }
    }
    if let Some(wider) = Wider::read(fields.first("wider"), &report) {
        wider.apply(&mut report);
    }
    let draft = Draft {
        report,
        wishes: form.wishes(),
        missed: form.missed(),
        short: form.is_short(),
        ..Draft::default()
    };
    if form.amends() {
        form.amends.note = super::receipt::note_as_kept(&intake, &form).await?;
    }
    let looked = web::block(move || intake.preview(draft, &before))
        .await
        .map_err(WebError::from)?;
    let kept = looked.report.clone();
    let page = shown(layout, looked, &form, &form.nonce, warnings);
    answer::page(in_company(&registry, kept, page).await)
}

/// What would become public on a sheet to print, for whoever has to agree to it.
pub(super) async fn sheet(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let typed = typed(&request, payload, &intake).await?;
    let layout = Layout::private(Section::Report, "For whoever signs it off");
    let layout = frame(&registry, layout).await?;
    if !typed.errors.is_empty() {
        return still_wrong(layout, &typed.fields, typed.form, typed.errors);
    }
    let before = Removals::read(typed.form.removed.expose());
    let draft = Draft {
        report: typed.report,
        wishes: typed.form.wishes(),
        short: typed.form.is_short(),
        ..Draft::default()
    };
    let looked = web::block(move || intake.preview(draft, &before))
        .await
        .map_err(WebError::from)?;
    let (registry, draft) = (registry.clone(), looked.report.clone());
    let labels = Labels::builtin();
    let crowd = wait(move || {
        let shared = registry.shared(&draft)?;
        Ok::<_, RegistryError>(Crowd::new(&draft, shared, labels))
    });
    answer::page(SheetPage::new(layout, &looked, crowd.await?, labels))
}

/// The anonymised draft as a file, from the request's memory; nothing of it stays here.
pub(super) async fn draft(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let Typed {
        fields,
        form,
        report,
        mut errors,
        ..
    } = typed(&request, payload, &intake).await?;
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Check what would be kept"),
    )
    .await?;
    // The code is not in the file: it need not be at hand yet.
    errors.retain(|error| !matches!(error.kind, FieldErrorKind::BadCode));
    // A draft may be unfinished, though not empty.
    if report.texts().iter().any(|text| !text.is_blank()) {
        use FieldErrorKind::{NothingTold, TitleMissing};
        errors.retain(|error| !matches!(error.kind, TitleMissing | NothingTold));
    }
    if !errors.is_empty() {
        return still_wrong(layout, &fields, form, errors);
    }
    let before = Removals::read(form.removed.expose());
    let wishes = form.wishes();
    let draft = Draft {
        report,
        wishes: wishes.clone(),
        missed: form.missed(),
        short: form.is_short(),
        ..Draft::default()
    };
    let looked = web::block(move || intake.preview(draft, &before))
        .await
        .map_err(WebError::from)?;
    let file = intake::save(ToSave {
        report: &looked.report,
        missed: &looked.missed,
        wishes: &wishes,
        second: form.second,
        nonce: None,
    })
    .map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((
            CONTENT_DISPOSITION,
            "attachment; filename=\"candor-draft.json\"",
        ))
        .body(file))
}

/// The one request that keeps something.
pub(super) async fn send(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    review: web::Data<Review>,
    registry: web::Data<Registry>,
) -> Answer {
    let Typed {
        fields,
        form,
        report,
        errors,
        code,
    } = typed(&request, payload, &intake).await?;
    let layout = frame(&registry, Layout::private(Section::Report, "Sent")).await?;
    let early = request.extensions_mut().remove();
    if let Some(TooSoon(error)) = early {
        let seconds = error.retry_after().unwrap_or(1);
        let wait = FieldError::new("note", FieldErrorKind::Wait { seconds });
        let page = FormPage::new(layout, form, vec![wait], Labels::builtin());
        return answer::later(&error, page);
    }
    let nonce = fields.first("nonce").parse::<Nonce>();
    let draft = Draft {
        report,
        wishes: form.wishes(),
        missed: form.missed(),
        short: form.is_short(),
        ..Draft::default()
    };
    let approvals = review.approvals_needed();
    let sent = |layout, kept: Receipted| {
        let page = SentPage::new(layout, &kept.receipt.text(), approvals);
        answer::with_status(StatusCode::CREATED, page)
    };
    // The code of a second account is used up by the first of two clicks.
    if let ([one], Ok(nonce)) = (errors.as_slice(), &nonce)
        && matches!(one.kind, FieldErrorKind::BadCode)
    {
        let (intake, nonce) = (intake.clone(), nonce.clone());
        let kept = wait(move || intake.again(draft, &nonce)).await?;
        return match kept {
            Some(kept) => sent(layout, kept),
            None => still_wrong(layout, &fields, form, errors),
        };
    }
    if !errors.is_empty() {
        return still_wrong(layout, &fields, form, errors);
    }
    let nonce = nonce.map_err(|error| WebError::because(ErrorCode::BadRequest, error))?;
    if form.amends() != (request.path() == paths::AMENDED) {
        return Err(WebError::new(ErrorCode::BadRequest).into());
    }
    if form.amends() {
        let changed = super::receipt::Changed { draft, form, nonce };
        return super::receipt::amended(intake, registry, changed).await;
    }
    let before = Removals::read(form.removed.expose());
    let kept = web::block(move || {
        let kept = match &code {
            Some(code) => intake.submit_beside(draft.clone(), &nonce, code),
            None => intake.submit(draft.clone(), &nonce, false),
        };
        kept.map_err(|error| match error {
            SubmitError::Flawed(_) => Err(Box::new(intake.preview(draft, &before))),
            other => Ok(WebError::from(other)),
        })
    })
    .await
    .map_err(WebError::from)?;
    match kept {
        Ok(kept) => sent(layout, kept),
        Err(Ok(error)) => Err(error.into()),
        Err(Err(looked)) => answer::with_status(
            StatusCode::UNPROCESSABLE_ENTITY,
            shown(layout, *looked, &form, &form.nonce, Vec::new()),
        ),
    }
}

/// What came in a form.
struct Typed {
    fields: Fields,
    form: ReportForm,
    /// The report as far as it could be read.
    report: Report<RawText>,
    errors: Vec<FieldError>,
    /// With which it is a second account.
    code: Option<ShareCode>,
}

async fn typed(
    request: &HttpRequest,
    payload: web::Payload,
    intake: &web::Data<Intake>,
) -> Result<Typed, PageError> {
    guard::same_origin(request)?;
    let fields = Fields::new(body::draft(request, payload).await?.fields);
    let mut form = ReportForm::parse(&fields);
    form.hide(fields.all("also"));
    let (report, mut errors) = form.read(Labels::builtin());
    if intake::flaws_of(&report).contains(&Flaw::TooLong) {
        let kib = intake::MAX_TOTAL / 1024;
        errors.push(FieldError::new(
            "narrative_text",
            FieldErrorKind::TooLarge { kib },
        ));
    }
    let code = match code_of(&form, form.second, intake).await? {
        Ok(code) => code,
        Err(wrong) => {
            errors.insert(0, wrong);
            None
        }
    };
    Ok(Typed {
        fields,
        form,
        report,
        errors,
        code,
    })
}

/// The form again with what was typed, the short one where that is what was filled in.
fn still_wrong(
    layout: Layout,
    fields: &Fields,
    form: ReportForm,
    errors: Vec<FieldError>,
) -> Answer {
    let (status, labels) = (StatusCode::UNPROCESSABLE_ENTITY, Labels::builtin());
    let parts = (layout.clone(), form.clone(), errors.clone());
    match fields.first("form") {
        "short" => {
            if let Some(page) = ShortPage::new(parts.0, parts.1, parts.2, labels) {
                return answer::with_status(status, page);
            }
        }
        "second" => {
            if let Some(page) = SecondPage::new(parts.0, parts.1, parts.2, labels) {
                return answer::with_status(status, page);
            }
        }
        _ => {}
    }
    answer::with_status(status, FormPage::new(layout, form, errors, labels))
}

/// The page of a look. From look to look the form carries its number, what to remove, what to keep
/// and what was taken out: `frame` is the form it came with.
pub(super) fn shown(
    layout: Layout,
    looked: Preview,
    frame: &ReportForm,
    nonce: &str,
    warnings: Vec<Said>,
) -> PreviewPage {
    let form = ReportForm::from_report(&looked.report, Labels::builtin());
    let form = form.framed(frame, nonce, looked.removals.write());
    let form = form.missing(&looked.missed);
    PreviewPage::new(layout, looked, form, warnings, Labels::builtin())
}

/// The page of a look, with public reports like the draft and how many share what could point at
/// the reporter. A preview is worth showing without them, too.
pub(super) async fn in_company(
    registry: &web::Data<Registry>,
    draft: Report<RedactedText>,
    page: PreviewPage,
) -> PreviewPage {
    let registry = registry.clone();
    let asked = wait(move || {
        let found = registry.company(&draft, ALIKE)?;
        let shared = registry.shared(&draft)?;
        Ok::<_, RegistryError>((found, Crowd::new(&draft, shared, Labels::builtin())))
    });
    let (company, crowd) = match asked.await {
        Ok(found) => found,
        Err(error) => {
            error.log();
            return page;
        }
    };
    let labels = Labels::builtin();
    let lines = company.reports.iter().map(|(report, shared)| {
        let line = ReportLine::new(report, labels);
        line.because(in_common(shared, labels))
    });
    let all: String = form_urlencoded::byte_serialize(company.query.as_bytes()).collect();
    page.in_company(company.total, lines.collect(), format!("/search?q={all}"))
        .among(crowd)
}
