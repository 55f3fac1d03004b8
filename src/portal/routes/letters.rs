//! A reporter's messages and follow-ups: looked at, then kept.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, frame};
use super::receipt::{again, opened, page, with_receipt};
use crate::auth::Nonce;
use crate::intake::{Intake, MailError};
use crate::portal::forms::LetterForm;
use crate::portal::pages::{LetterPage, Notice, Places};
use crate::portal::view::message_actions;
use crate::portal::{Html, Layout, Section};
use crate::registry::Registry;
use crate::web::{ErrorCode, WebError};

/// Shows what would be kept. Keeps nothing.
pub(super) async fn look(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    with_receipt(&request, payload, &registry, async |fields, receipt| {
        let Some(opened) = opened(&intake, &receipt).await? else {
            return again(&registry, Vec::new(), true).await;
        };
        let actions = message_actions(opened.public.as_deref().map(|public| &public.report));
        let form = LetterForm::parse(&fields);
        let (letter, wishes) = (form.letter(), form.wishes());
        let looked = web::block(move || intake.look_at(letter, &wishes))
            .await
            .map_err(WebError::from)?;
        match looked {
            Ok(looked) => {
                let layout = Layout::private(Section::Receipt, "Look it over");
                let layout = frame(&registry, layout).await?;
                answer::page(LetterPage::looked(
                    layout,
                    form,
                    Places::Receipt,
                    &looked,
                    &actions,
                ))
            }
            Err(error) => wrong(&registry, form, error, &actions).await,
        }
    })
    .await
}

/// Keeps a message.
pub(super) async fn send(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    with_receipt(&request, payload, &registry, async |fields, receipt| {
        let form = LetterForm::parse(&fields);
        let nonce: Nonce = form
            .nonce
            .parse()
            .map_err(|error| WebError::because(ErrorCode::BadRequest, error))?;
        let (letter, wishes) = (form.letter(), form.wishes());
        let (keeper, held) = (intake.clone(), Arc::clone(&receipt));
        let done = web::block(move || keeper.write(&held, letter, &wishes, &nonce))
            .await
            .map_err(WebError::from)?;
        let notice = match done {
            Ok(()) => Notice::Kept,
            Err(MailError::SentBefore) => Notice::SentBefore,
            Err(MailError::Unknown) => return again(&registry, Vec::new(), true).await,
            Err(error) => return wrong(&registry, form, error, &[]).await,
        };
        page(&intake, &registry, &receipt, notice).await
    })
    .await
}

/// What was typed stays, with what is wrong about it.
async fn wrong(
    registry: &web::Data<Registry>,
    form: LetterForm,
    error: MailError,
    actions: &[Html],
) -> Answer {
    let error = WebError::from(error);
    let Some(problem) = error.detail.clone() else {
        return Err(error.into());
    };
    let layout = frame(registry, Layout::private(Section::Receipt, "Look it over")).await?;
    let page = LetterPage::wrong(layout, form, Places::Receipt, problem, actions);
    let status = if error.code.status() == StatusCode::CONFLICT {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    answer::with_status(status, page)
}
