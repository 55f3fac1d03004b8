//! Digests at the desk: an editor looks at the draft, changes it and issues it.

use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, refuse, see_other, wait};
use super::signed::{EditDigests, Signed, layout};
use crate::portal::forms::{DigestForm, DigestStep, Fields};
use crate::portal::pages::{DeskDigestPage, DeskDigestsPage, DigestPage};
use crate::portal::paths;
use crate::report::Period;
use crate::review::{EditError, Review};
use crate::web::{ErrorCode, WebError, body, guard};

/// The desk's heading.
const HEADING: &str = "Digests";

pub(super) async fn list(staff: Signed<EditDigests>, review: web::Data<Review>) -> Answer {
    let issues = wait(move || review.desk_digests()).await?;
    answer::page(DeskDigestsPage::new(layout(&staff, HEADING), &issues))
}

pub(super) async fn open(
    staff: Signed<EditDigests>,
    period: web::Path<String>,
    review: web::Data<Review>,
) -> Answer {
    let period = known(&period)?;
    let found = wait(move || review.desk_digest(period)).await?;
    let form = DigestForm::of(&found.compiled, &found.edits);
    answer::page(DeskDigestPage::new(
        layout(&staff, HEADING),
        found.issue,
        &found.compiled,
        form,
        String::new(),
    ))
}

/// The draft as readers would see it.
pub(super) async fn draft(
    staff: Signed<EditDigests>,
    period: web::Path<String>,
    review: web::Data<Review>,
) -> Answer {
    let period = known(&period)?;
    let found = wait(move || review.desk_digest(period)).await?;
    let layout = layout(&staff, format!("Draft: {}", period.label()));
    answer::page(DigestPage::draft(layout, &found.draft()))
}

pub(super) async fn step(
    request: HttpRequest,
    staff: Signed<EditDigests>,
    period: web::Path<String>,
    payload: web::Payload,
    review: web::Data<Review>,
) -> Answer {
    guard::same_origin(&request)?;
    let period = known(&period)?;
    let fields = Fields::new(body::form(&request, payload).await?.fields);
    let step = DigestStep::parse(&fields).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    let form = DigestForm::parse(&fields);
    let (by, typed) = (staff.id, form.clone());
    let done = {
        let review = review.clone();
        web::block(move || match step {
            DigestStep::Discard => review.forget_edits(period, by),
            DigestStep::Save => review.edit_digest(period, by, typed.edits()),
            DigestStep::Issue => {
                review.edit_digest(period, by, typed.edits())?;
                review.issue_digest(period, by).map(drop)
            }
        })
        .await
        .map_err(WebError::from)?
    };
    match done {
        Ok(()) if step == DigestStep::Issue => Ok(see_other(paths::digest(period))),
        Ok(()) => Ok(see_other(paths::desk_digest(period))),
        Err(error @ (EditError::Digest(_) | EditError::Storage(_))) => Err(error.into()),
        Err(error) => {
            let found = wait(move || review.desk_digest(period)).await?;
            let error = WebError::from(error);
            let said = error.detail.clone().unwrap_or_default();
            let frame = layout(&staff, HEADING);
            let page = DeskDigestPage::new(frame, found.issue, &found.compiled, form, said);
            answer::with_status(error.code.status(), page)
        }
    }
}

fn known(text: &str) -> Result<Period, PageError> {
    text.parse().map_err(|_| refuse(ErrorCode::NotFound))
}
