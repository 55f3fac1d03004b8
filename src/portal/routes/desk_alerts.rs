//! Alerts at the desk: written, agreed to, published, taken back.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::answer::{self, Answer, PageError, refuse, see_other, wait};
use super::signed::{Known, Posted, ReadReports, ReviewReports, Signed, layout};
use crate::portal::forms::{AlertForm, AlertStep, FieldError, Listed};
use crate::portal::pages::{AlertLine, DeskAlertPage, DeskAlertsPage};
use crate::portal::paths;
use crate::report::{AlertId, AlertStatus};
use crate::review::{Act, AlertError, Permission, Review, Seen, Staff};
use crate::web::{ErrorCode, WebError};

pub(super) async fn list(staff: Signed<ReadReports>, review: web::Data<Review>) -> Answer {
    let alerts = wait(move || review.alerts()).await?;
    let lines = alerts.iter().map(AlertLine::new).collect();
    answer::page(DeskAlertsPage::new(layout(&staff, "Alerts"), lines))
}

#[derive(Deserialize)]
pub(super) struct From {
    #[serde(default)]
    report: String,
}

pub(super) async fn blank(staff: Signed<ReviewReports>, from: web::Query<From>) -> Answer {
    let form = AlertForm {
        reports: Listed::from(from.report.parse().ok().as_slice()),
        ..AlertForm::default()
    };
    let page = DeskAlertPage::blank(layout(&staff, "Alerts"), form, Vec::new(), String::new());
    answer::page(page)
}

pub(super) async fn add(
    Posted { staff, fields }: Posted<ReviewReports>,
    review: web::Data<Review>,
) -> Answer {
    let (form, errors) = AlertForm::parse(&fields);
    if !errors.is_empty() {
        let page = DeskAlertPage::blank(layout(&staff, "Alerts"), form, errors, String::new());
        return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page);
    }
    let (by, kept) = (staff.id, form.clone());
    let done =
        web::block(move || review.write_alert(None, by, kept.alert, kept.reports.ids())).await;
    match done.map_err(WebError::from)? {
        Ok(id) => Ok(see_other(paths::desk_alert(id))),
        Err(error) => {
            let (code, problem) = in_words(error)?;
            let page = DeskAlertPage::blank(layout(&staff, "Alerts"), form, Vec::new(), problem);
            answer::with_status(code.status(), page)
        }
    }
}

pub(super) async fn open(
    staff: Signed<ReadReports>,
    Known(id): Known<AlertId>,
    review: web::Data<Review>,
) -> Answer {
    let (noting, by) = (review.clone(), staff.id);
    let page = read(&staff, id, review, (None, Vec::new(), String::new())).await?;
    wait(move || noting.note(by, Act::AlertOpened, Some(&id))).await?;
    answer::page(page)
}

pub(super) async fn step(
    Posted { staff, fields }: Posted<ReviewReports>,
    Known(id): Known<AlertId>,
    review: web::Data<Review>,
) -> Answer {
    let step = AlertStep::parse(&fields).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    let issues = matches!(step, AlertStep::Publish | AlertStep::Withdraw);
    if issues && !staff.may(Permission::IssueAlerts) {
        let why = "Your role at the desk does not include issuing alerts.";
        return Err(WebError::because(ErrorCode::Forbidden, why).into());
    }
    let (form, errors) = match step {
        AlertStep::Save => {
            let (form, errors) = AlertForm::parse(&fields);
            (Some(form), errors)
        }
        _ => (None, Vec::new()),
    };
    if !errors.is_empty() {
        let page = read(&staff, id, review, (form, errors, String::new())).await?;
        return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page);
    }
    let (desk, analyst, kept) = (review.clone(), staff.id, form.clone().unwrap_or_default());
    let seen = Seen::given(fields.first("state"));
    let done = web::block(move || match step {
        AlertStep::Save => desk
            .write_alert(Some((id, &seen)), analyst, kept.alert, kept.reports.ids())
            .map(drop),
        AlertStep::Agree => desk.agree_to_alert(id, analyst, &seen),
        AlertStep::Publish => desk.publish_alert(id, analyst, &seen).map(drop),
        AlertStep::Withdraw => desk.withdraw_alert(id, analyst),
        AlertStep::Discard => desk.discard_alert(id, analyst),
    })
    .await;
    match (done.map_err(WebError::from)?, step) {
        (Ok(()), AlertStep::Save | AlertStep::Agree) => Ok(see_other(paths::desk_alert(id))),
        (Ok(()), AlertStep::Publish) => Ok(see_other(paths::alert(id))),
        (Ok(()), AlertStep::Withdraw | AlertStep::Discard) => Ok(see_other(paths::DESK_ALERTS)),
        (Err(error), _) => {
            let (code, problem) = in_words(error)?;
            let page = read(&staff, id, review, (form, Vec::new(), problem)).await?;
            answer::with_status(code.status(), page)
        }
    }
}

/// What the writer can mend, in words; anything else is an answer of its own.
fn in_words(error: AlertError) -> Result<(ErrorCode, String), PageError> {
    let mendable = matches!(
        error,
        AlertError::Incomplete
            | AlertError::UnknownReport
            | AlertError::NotAgreed { .. }
            | AlertError::Changed
    );
    let error = WebError::from(error);
    if mendable {
        Ok((error.code, error.detail.unwrap_or_default()))
    } else {
        Err(error.into())
    }
}

async fn read(
    staff: &Staff,
    id: AlertId,
    review: web::Data<Review>,
    told: (Option<AlertForm>, Vec<FieldError>, String),
) -> Result<DeskAlertPage, PageError> {
    let (alert, accounts) = wait(move || {
        let alert = review.alert(id)?;
        Ok::<_, AlertError>((alert, review.accounts()?))
    })
    .await?;
    if alert.kept.status == AlertStatus::Withdrawn {
        return Err(refuse(ErrorCode::Gone));
    }
    let name = |account| {
        let known = accounts.iter().find(|staff| staff.id == account);
        known
            .map_or("somebody who has left", |staff| &staff.name)
            .to_owned()
    };
    let agreed = alert.agreed.iter().copied().map(name).collect();
    let by_reader = alert.agreed.contains(&staff.id);
    Ok(DeskAlertPage::new(
        layout(staff, "Alerts"),
        id,
        &alert,
        (agreed, by_reader, staff.may(Permission::IssueAlerts)),
        told,
    ))
}
