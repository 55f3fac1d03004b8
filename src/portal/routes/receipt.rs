//! What a receipt opens. It travels in bodies of POST requests only, never in an address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, frame, wait};
use crate::auth::Receipt;
use crate::intake::Intake;
use crate::jobs::Indexer;
use crate::portal::forms::{FieldError, FieldErrorKind, Fields, ReceiptForm};
use crate::portal::pages::{ReceiptPage, StatusPage};
use crate::portal::{Layout, Section};
use crate::registry::Registry;
use crate::report::Status;
use crate::web::{WebError, body, guard};

const TITLE: &str = "Follow your report";

pub(super) async fn ask(registry: web::Data<Registry>) -> Answer {
    let layout = frame(&registry, Layout::private(Section::Receipt, TITLE)).await?;
    answer::page(&ReceiptPage::new(layout, Vec::new(), false))
}

pub(super) async fn status(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let form = read(&request, payload).await?;
    show(form, intake, registry, false).await
}

pub(super) async fn withdraw(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
    indexer: web::Data<Indexer>,
) -> Answer {
    let form = read(&request, payload).await?;
    let confirmed = form.as_ref().is_ok_and(|form| form.confirmed);
    if let (true, Ok(Ok(receipt))) = (
        confirmed,
        form.as_ref()
            .map(|form| form.receipt.expose().parse::<Receipt>()),
    ) {
        let intake = intake.clone();
        wait(move || {
            intake.withdraw(&receipt)?;
            // It is gone for readers already; the index follows by itself if this fails.
            if let Err(error) = indexer.catch_up() {
                tracing::warn!("{error}; trying again");
            }
            Ok::<_, crate::intake::WithdrawError>(())
        })
        .await?;
    }
    show(form, intake, registry, !confirmed).await
}

type Asked = Result<ReceiptForm, Vec<FieldError>>;

async fn read(request: &HttpRequest, payload: web::Payload) -> Result<Asked, WebError> {
    guard::same_origin(request)?;
    Ok(ReceiptForm::parse(&Fields::new(
        body::form(request, payload).await?.fields,
    )))
}

async fn show(
    form: Asked,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
    unconfirmed: bool,
) -> Answer {
    let layout = frame(&registry, Layout::private(Section::Receipt, TITLE)).await?;
    let again = |errors, unknown| {
        let page = ReceiptPage::new(layout.clone(), errors, unknown);
        answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let form = match form {
        Ok(form) => form,
        Err(errors) => return again(errors, false),
    };
    let receipt: Receipt = match form.receipt.expose().parse() {
        Ok(receipt) => receipt,
        Err(error) => {
            return again(
                vec![FieldError::new(
                    "receipt",
                    FieldErrorKind::BadReceipt(error),
                )],
                false,
            );
        }
    };
    let text = receipt.text();
    let Some(standing) = wait(move || intake.standing(&receipt)).await? else {
        return again(Vec::new(), true);
    };
    let public = (standing.status == Status::Published).then_some(standing.id);
    answer::page(&StatusPage::new(
        layout,
        standing.status,
        standing.refusal,
        public,
        text.as_str(),
        unconfirmed,
    ))
}
