//! Beginning a report: choose what it is, a form, or a write-up or draft that is there already.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::answer::{self, Answer, frame};
use super::submit::{in_company, shown};
use crate::anonymise::RawText;
use crate::auth::Nonce;
use crate::intake::{self, Draft, Flaw, Intake, MAX_TEXT, Removals};
use crate::portal::forms::{Asking, FieldError, FieldErrorKind, Fields, ReportForm, StartForm};
use crate::portal::pages::{FormPage, SecondPage, ShortPage, StartPage};
use crate::portal::view::notes;
use crate::portal::{Labels, Layout, Said, Section};
use crate::registry::Registry;
use crate::web::{LeftOut, Upload, WebError, body, guard};
use crate::writeup::{self, Format};

pub(super) async fn start(registry: web::Data<Registry>) -> Answer {
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Write a report"),
    )
    .await?;
    let (text, blank) = (RawText::default(), ReportForm::blank(String::new()));
    answer::blank(StartPage::new(layout, text, blank, Vec::new(), MAX_TEXT))
}

/// What is to be told, and in how many fields.
#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    about: String,
    #[serde(default)]
    full: String,
}

pub(super) async fn form(registry: web::Data<Registry>, wanted: web::Query<Wanted>) -> Answer {
    let asking = Asking::named(&wanted.about);
    let layout = frame(&registry, Layout::private(Section::Report, asking.choice)).await?;
    let blank = ReportForm::asking_for(asking, Nonce::random().text());
    let labels = Labels::builtin();
    if wanted.full == "yes" {
        return answer::blank(FormPage::new(layout, blank, Vec::new(), labels));
    }
    match ShortPage::new(layout.clone(), blank.clone(), Vec::new(), labels) {
        Some(page) => answer::blank(page),
        None => answer::blank(FormPage::new(layout, blank, Vec::new(), labels)),
    }
}

/// The form for who was given a code.
pub(super) async fn second(registry: web::Data<Registry>) -> Answer {
    let title = "Tell it from your side";
    let layout = frame(&registry, Layout::private(Section::Report, title)).await?;
    let blank = ReportForm::blank(Nonce::random().text());
    let labels = Labels::builtin();
    match SecondPage::new(layout.clone(), blank.clone(), Vec::new(), labels) {
        Some(page) => answer::blank(page),
        None => answer::blank(FormPage::new(layout, blank, Vec::new(), labels)),
    }
}

/// A write-up or a saved draft, pasted or uploaded: understood, anonymised, shown.
pub(super) async fn preview(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    guard::same_origin(&request)?;
    let Upload {
        fields,
        files,
        left_out,
    } = body::draft(&request, payload).await?;
    let fields = Fields::new(fields);
    let layout = frame(
        &registry,
        Layout::private(Section::Report, "Check what would be kept"),
    )
    .await?;
    let again = |errors: Vec<FieldError>, problem: Said| {
        let mut layout = layout.clone();
        layout.title = "Write a report".into();
        let typed = RawText::new(fields.first("text"));
        let page = StartPage::new(layout, typed, ReportForm::parse(&fields), errors, MAX_TEXT);
        answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page.because(problem))
    };
    if let Some(why) = left_out {
        let kib = MAX_TEXT / 1024;
        let kind = match why {
            LeftOut::NotText => FieldErrorKind::NotText,
            LeftOut::TooLong => FieldErrorKind::TooLarge { kib },
        };
        return again(vec![FieldError::new("file", kind)], Said::default());
    }
    let start = match StartForm::parse(&fields, MAX_TEXT) {
        Ok(start) => start,
        Err(errors) => return again(errors, Said::default()),
    };
    let chosen = files.into_iter().next_back().map(|(_, name)| name);
    let name = chosen.filter(|_| fields.first("text").trim().is_empty());
    let format = Format::guess(name.as_deref(), start.text.expose());
    let imported = match writeup::import(&start.text, name.as_deref(), format) {
        Ok(imported) => imported,
        Err(refusal) => return again(Vec::new(), notes::unusable(&refusal)),
    };
    let warnings: Vec<Said> = imported.warnings.iter().map(notes::warning).collect();
    let mut frame = ReportForm::parse(&fields);
    let saved = intake::saved(start.text.expose());
    if let Some(saved) = &saved {
        frame.keep(saved.wishes.keep.iter());
        frame.plain |= saved.wishes.plain_style;
    }
    let second = saved.as_ref().is_some_and(|saved| saved.second);
    let draft = Draft {
        write_up: imported.write_up(&start.text),
        report: imported.report,
        wishes: frame.wishes(),
        // Who saved a draft has seen the suggestions and said which fit.
        coded: saved.is_none(),
        missed: saved.map_or_else(Vec::new, |saved| saved.missed),
        short: false,
    };
    let looked = web::block(move || intake.preview(draft, &Removals::default()))
        .await
        .map_err(WebError::from)?;
    let unread = |flaw: &&Flaw| matches!(flaw, Flaw::TooLong | Flaw::TooMany);
    if let Some(flaw) = looked.flaws.iter().find(unread) {
        return again(Vec::new(), notes::flaw(flaw));
    }
    let nonce = Nonce::random().text();
    if second {
        // What is missing is the code, which is in no file.
        let form = ReportForm::from_report(&looked.report, Labels::builtin());
        let form = form.framed(&frame, &nonce, looked.removals.write());
        let mut form = form.missing(&looked.missed);
        form.second = true;
        return answer::page(FormPage::new(layout, form, Vec::new(), Labels::builtin()));
    }
    let kept = looked.report.clone();
    let page = shown(layout, looked, &frame, &nonce, warnings);
    answer::page(in_company(&registry, kept, page).await)
}
