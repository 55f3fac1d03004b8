//! A code for a second person, from who has the receipt; and what such a code is good for.

use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, frame, wait};
use super::receipt::with_receipt;
use crate::auth::ShareCode;
use crate::intake::Intake;
use crate::portal::forms::{FieldError, FieldErrorKind, ReportForm};
use crate::portal::pages::SharedPage;
use crate::portal::{Layout, Section};
use crate::registry::Registry;

pub(super) async fn share(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    with_receipt(&request, payload, &registry, async |_, receipt| {
        let layout = Layout::private(Section::Receipt, "A code for a second person");
        let layout = frame(&registry, layout).await?;
        let code = wait(move || intake.share(&receipt)).await?;
        answer::page(SharedPage::new(layout, code.text().as_str()))
    })
    .await
}

/// The code of a form, if it has one, and what is wrong with it.
pub(super) async fn code_of(
    form: &ReportForm,
    wanted: bool,
    intake: &web::Data<Intake>,
) -> Result<Result<Option<ShareCode>, FieldError>, PageError> {
    if form.code.is_blank() && !wanted {
        return Ok(Ok(None));
    }
    let wrong = || Ok(Err(FieldError::new("code", FieldErrorKind::BadCode)));
    let Ok(code) = form.code.expose().parse::<ShareCode>() else {
        return wrong();
    };
    let intake = intake.clone();
    let (good, code) = wait(move || intake.is_shared(&code).map(|good| (good, code))).await?;
    if good { Ok(Ok(Some(code))) } else { wrong() }
}
