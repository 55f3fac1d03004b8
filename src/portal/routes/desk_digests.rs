//! Digests at the desk: an editor looks at the draft, changes it and issues it.

use actix_web::web;

use super::answer::{self, Answer, refuse, see_other, wait};
use super::signed::{EditDigests, Known, Posted, Signed, layout};
use crate::portal::forms::{DigestForm, DigestStep};
use crate::portal::pages::{DeskDigestPage, DeskDigestsPage, DigestPage};
use crate::portal::paths;
use crate::report::Period;
use crate::review::{EditError, Review};
use crate::web::{ErrorCode, WebError};

/// The desk's heading.
const HEADING: &str = "Digests";

pub(super) async fn list(staff: Signed<EditDigests>, review: web::Data<Review>) -> Answer {
    let issues = wait(move || review.desk_digests()).await?;
    answer::page(DeskDigestsPage::new(layout(&staff, HEADING), &issues))
}

pub(super) async fn open(
    staff: Signed<EditDigests>,
    Known(period): Known<Period>,
    review: web::Data<Review>,
) -> Answer {
    let found = wait(move || review.desk_digest(period)).await?;
    let form = DigestForm::of(&found.compiled, &found.edits, found.seen);
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
    Known(period): Known<Period>,
    review: web::Data<Review>,
) -> Answer {
    let found = wait(move || review.desk_digest(period)).await?;
    let layout = layout(&staff, format!("Draft: {}", period.label()));
    answer::page(DigestPage::draft(layout, &found.draft()))
}

pub(super) async fn step(
    Posted { staff, fields }: Posted<EditDigests>,
    Known(period): Known<Period>,
    review: web::Data<Review>,
) -> Answer {
    let step = DigestStep::parse(&fields).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    let form = DigestForm::parse(&fields);
    let (desk, by, typed) = (review.clone(), staff.id, form.clone());
    let done = web::block(move || {
        let seen = typed.seen.clone();
        match step {
            DigestStep::Discard => desk.forget_edits(period, by, &seen),
            DigestStep::Save => desk.edit_digest(period, by, &seen, typed.edits()),
            DigestStep::Issue => desk
                .issue_digest(period, by, &seen, typed.edits())
                .map(drop),
        }
    });
    match (done.await.map_err(WebError::from)?, step) {
        (Ok(()), DigestStep::Issue) => Ok(see_other(paths::digest(period))),
        (Ok(()), DigestStep::Save | DigestStep::Discard) => {
            Ok(see_other(paths::desk_digest(period)))
        }
        (Err(error @ (EditError::Digest(_) | EditError::Storage(_))), _) => Err(error.into()),
        (Err(error), _) => {
            let found = wait(move || review.desk_digest(period)).await?;
            let error = WebError::from(error);
            let said = error.detail.clone().unwrap_or_default();
            // Whoever sends it again has read what stands now.
            let form = DigestForm {
                seen: found.seen,
                ..form
            };
            let frame = layout(&staff, HEADING);
            let page = DeskDigestPage::new(frame, found.issue, &found.compiled, form, said);
            answer::with_status(error.code.status(), page)
        }
    }
}
