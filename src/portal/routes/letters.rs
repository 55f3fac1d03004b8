//! A reporter's messages and follow-ups: looked at, then kept.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, web};

use super::answer::{self, Answer, frame};
use super::receipt::{again, opened, page, part_of, with_receipt};
use crate::auth::Nonce;
use crate::intake::{Intake, MailError, Opened, Way};
use crate::portal::forms::{Fields, LetterForm};
use crate::portal::pages::{LetterPage, Notice, Places};
use crate::portal::view::message_actions;
use crate::portal::{Html, Layout, Section};
use crate::registry::Registry;
use crate::web::{ErrorCode, TooSoon, WebError, body, guard};

/// Shows what would be kept. Keeps nothing.
pub(super) async fn look(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let early = request.extensions_mut().remove();
    if let Some(TooSoon(error)) = early {
        return too_soon(&request, payload, &registry, error).await;
    }
    with_receipt(&request, payload, &registry, async |fields, receipt| {
        let Some(opened) = opened(&intake, &receipt).await? else {
            return again(&registry, Vec::new(), true).await;
        };
        let form = LetterForm::parse(&fields);
        let actions = actions_of(&opened, &form);
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

/// A message that comes too soon: shown again, and nothing is looked at or kept.
async fn too_soon(
    request: &HttpRequest,
    payload: web::Payload,
    registry: &web::Data<Registry>,
    error: WebError,
) -> Answer {
    guard::same_origin(request)?;
    let fields = Fields::new(body::draft(request, payload).await?.fields);
    let form = LetterForm::parse(&fields);
    let problem = error.detail.clone().unwrap_or_default();
    let layout = frame(registry, Layout::private(Section::Receipt, "Look it over")).await?;
    let page = LetterPage::wrong(layout, form, Places::Receipt, problem, &[]);
    answer::later(&error, page)
}

/// Keeps a message.
pub(super) async fn send(
    request: HttpRequest,
    payload: web::Payload,
    intake: web::Data<Intake>,
    registry: web::Data<Registry>,
) -> Answer {
    let early = request.extensions_mut().remove();
    if let Some(TooSoon(error)) = early {
        return too_soon(&request, payload, &registry, error).await;
    }
    with_receipt(&request, payload, &registry, async |fields, receipt| {
        let form = LetterForm::parse(&fields);
        let nonce: Nonce = form
            .nonce
            .parse()
            .map_err(|error| WebError::because(ErrorCode::BadRequest, error))?;
        let (letter, wishes) = (form.letter(), form.wishes());
        let (keeper, held) = (intake.clone(), Arc::clone(&receipt));
        let (part, seen) = (part_of(&form.part)?, form.seen);
        let done = web::block(move || {
            let way = Way {
                receipt: &held,
                part,
                seen,
            };
            keeper.write(way, letter, &wishes, &nonce)
        })
        .await
        .map_err(WebError::from)?;
        let notice = match done {
            Ok(()) => Notice::Kept,
            Err(MailError::SentBefore) => Notice::SentBefore,
            Err(MailError::Unknown) => return again(&registry, Vec::new(), true).await,
            Err(error) => {
                let opened = opened(&intake, &receipt).await?;
                let actions = opened.map_or_else(Vec::new, |opened| actions_of(&opened, &form));
                return wrong(&registry, form, error, &actions).await;
            }
        };
        page(&intake, &registry, &receipt, notice).await
    })
    .await
}

/// The actions of the report that a letter is about.
fn actions_of(opened: &Opened, form: &LetterForm) -> Vec<Html> {
    let mut parts = opened.parts.iter();
    let part = parts.find(|part| part.id.to_string() == form.part);
    let public = part.map_or(&opened.public, |part| &part.public);
    message_actions(public.as_deref().map(|public| &public.report))
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
