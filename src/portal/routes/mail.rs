//! The desk's side of the mailbox: reading, asking, and deciding what reporters propose.

use actix_web::http::StatusCode;
use actix_web::web;

use super::answer::{self, Answer, refuse, see_other, wait};
use super::signed::{Known, Posted, ReadReports, ReviewReports, Signed, layout};
use crate::auth::Nonce;
use crate::intake::{MailError, Message};
use crate::jobs::Indexer;
use crate::portal::forms::{Fields, LetterForm};
use crate::portal::pages::{DeskMailPage, DeskWaitingPage, LetterPage, Places, Weighed};
use crate::portal::{Crowd, Labels, Layout, paths};
use crate::registry::{Registry, RegistryError};
use crate::report::{Letter, MessageId, MessageState, ReportId};
use crate::review::{Act, Review, Staff};
use crate::web::{ErrorCode, WebError};

/// Reports with words that wait for an answer.
pub(super) async fn waiting(staff: Signed<ReadReports>, review: web::Data<Review>) -> Answer {
    let waiting = wait(move || review.waiting()).await?;
    let layout = layout(&staff, "Letters");
    answer::page(DeskWaitingPage::new(layout, &waiting))
}

pub(super) async fn open(
    staff: Signed<ReadReports>,
    Known(id): Known<ReportId>,
    review: web::Data<Review>,
    registry: web::Data<Registry>,
) -> Answer {
    show(&staff, id, &review, &registry).await
}

pub(super) async fn post(
    Posted { staff, fields }: Posted<ReviewReports>,
    Known(id): Known<ReportId>,
    review: web::Data<Review>,
    indexer: web::Data<Indexer>,
) -> Answer {
    let message = || -> Result<MessageId, answer::PageError> {
        let message = fields.first("message").parse();
        message.map_err(|_| refuse(ErrorCode::NotFound))
    };
    let by = staff.id;
    match fields.first("do") {
        "look" => return look(&staff, id, &fields, &review).await,
        "send" => return send(&staff, id, &fields, &review).await,
        "read" => {
            let seen = fields.first("seen").parse().unwrap_or_default();
            wait(move || review.mark_read(id, by, seen)).await?;
        }
        "decline" => {
            let message = message()?;
            wait(move || review.decline(message, by)).await?;
        }
        "accept" => {
            let message = message()?;
            wait(move || {
                review.accept(message, by)?;
                // It is public already; the index follows by itself if this fails.
                if let Err(error) = indexer.catch_up() {
                    tracing::warn!("{error}; trying again");
                }
                Ok::<_, crate::intake::ProposalError>(())
            })
            .await?;
        }
        _ => return Err(refuse(ErrorCode::BadRequest)),
    }
    Ok(see_other(paths::desk_mail(id)))
}

async fn show(
    staff: &Staff,
    id: ReportId,
    review: &web::Data<Review>,
    registry: &web::Data<Registry>,
) -> Answer {
    let review = review.clone();
    let by = staff.id;
    let (mail, accounts) = wait(move || {
        let mail = review.mail(id)?;
        review.note(by, Act::Opened, Some(&id))?;
        let accounts = review.accounts()?;
        Ok::<_, WebError>((mail, accounts))
    })
    .await?;
    let mut weighed = Vec::new();
    for (message, accepted) in &mail.messages {
        let known = accounts.iter().filter(|known| accepted.contains(&known.id));
        weighed.push(Weighed {
            accepted_by: known.map(|known| known.name.clone()).collect(),
            by_reader: accepted.contains(&staff.id),
            crowd: crowd_of(message, registry).await,
        });
    }
    let layout = layout(staff, "Words with the reporter");
    let nonce = Nonce::random().text();
    answer::page(DeskMailPage::new(
        layout,
        &mail,
        weighed,
        nonce,
        Labels::builtin(),
    ))
}

/// How many share what a report would say that a message proposes to change. The page is worth
/// showing without it, too.
async fn crowd_of(message: &Message, registry: &web::Data<Registry>) -> Option<Crowd> {
    let Letter::Amendment(change) = &message.letter else {
        return None;
    };
    if message.state != MessageState::Open {
        return None;
    }
    let (registry, changed) = (registry.clone(), change.report.clone());
    let counted = wait(move || {
        let shared = registry.shared(&changed)?;
        Ok::<_, RegistryError>(Crowd::new(&changed, shared, Labels::builtin()))
    });
    match counted.await {
        Ok(crowd) => Some(crowd),
        Err(error) => {
            error.log();
            None
        }
    }
}

/// What would be kept of an analyst's words.
async fn look(staff: &Staff, id: ReportId, fields: &Fields, review: &web::Data<Review>) -> Answer {
    let mut form = LetterForm::parse(fields);
    if form.nonce.is_empty() {
        form.nonce = Nonce::random().text();
    }
    let (review, letter) = (review.clone(), form.letter());
    let looked = web::block(move || review.look_at(letter))
        .await
        .map_err(WebError::from)?;
    let layout = layout(staff, "Look it over");
    match looked {
        Ok(looked) => answer::page(LetterPage::looked(
            layout,
            form,
            Places::Desk(paths::desk_mail(id)),
            &looked,
            &[],
        )),
        Err(error) => wrong(layout, form, id, error),
    }
}

async fn send(staff: &Staff, id: ReportId, fields: &Fields, review: &web::Data<Review>) -> Answer {
    let form = LetterForm::parse(fields);
    let nonce: Nonce = form
        .nonce
        .parse()
        .map_err(|error| WebError::because(ErrorCode::BadRequest, error))?;
    let (review, letter, by, seen) = (review.clone(), form.letter(), staff.id, form.seen);
    let done = web::block(move || review.write(id, by, letter, &nonce, seen))
        .await
        .map_err(WebError::from)?;
    match done {
        Ok(()) | Err(MailError::SentBefore) => Ok(see_other(paths::desk_mail(id))),
        Err(error) => {
            let layout = layout(staff, "Look it over");
            wrong(layout, form, id, error)
        }
    }
}

/// What was typed stays, with what is wrong about it.
fn wrong(layout: Layout, form: LetterForm, id: ReportId, error: MailError) -> Answer {
    let error = WebError::from(error);
    let Some(problem) = error.detail.clone() else {
        return Err(error.into());
    };
    let page = LetterPage::wrong(
        layout,
        form,
        Places::Desk(paths::desk_mail(id)),
        problem,
        &[],
    );
    answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
}
