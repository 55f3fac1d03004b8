//! Best-practice guides at the desk: an editor looks at the draft, changes it and issues it.

use actix_web::web;

use super::answer::{self, Answer, refuse, see_other, wait};
use super::guides::subject;
use super::signed::{EditDigests, Posted, Signed, layout};
use crate::portal::forms::{DigestStep, GuideForm};
use crate::portal::pages::{DeskGuidePage, DeskGuidesPage, GuidePage};
use crate::portal::paths;
use crate::review::{EditError, Review};
use crate::web::{ErrorCode, WebError};

/// The desk's heading.
const HEADING: &str = "Guides";

pub(super) async fn list(staff: Signed<EditDigests>, review: web::Data<Review>) -> Answer {
    let guides = wait(move || review.desk_guides()).await?;
    answer::page(DeskGuidesPage::new(layout(&staff, HEADING), &guides))
}

pub(super) async fn open(
    staff: Signed<EditDigests>,
    slug: web::Path<String>,
    review: web::Data<Review>,
) -> Answer {
    let subject = subject(&slug)?;
    let found = wait(move || review.desk_guide(&subject)).await?;
    let edits = found.edits.clone().unwrap_or_default();
    let form = GuideForm::of(&found.compiled, &edits, found.seen.clone());
    let page = DeskGuidePage::new(layout(&staff, HEADING), &found, form, String::new());
    answer::page(page)
}

/// The draft as readers would see it.
pub(super) async fn draft(
    staff: Signed<EditDigests>,
    slug: web::Path<String>,
    review: web::Data<Review>,
) -> Answer {
    let subject = subject(&slug)?;
    let found = wait(move || review.desk_guide(&subject)).await?;
    let layout = layout(&staff, format!("Draft: {}", found.draft.name));
    answer::page(GuidePage::draft(layout, &found.draft))
}

pub(super) async fn step(
    Posted { staff, fields }: Posted<EditDigests>,
    slug: web::Path<String>,
    review: web::Data<Review>,
) -> Answer {
    let step = DigestStep::parse(&fields).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    let subject = subject(&slug)?;
    let form = GuideForm::parse(&fields);
    let (desk, by, typed, about) = (review.clone(), staff.id, form.clone(), subject.clone());
    let done = web::block(move || {
        let seen = typed.seen.clone();
        match step {
            DigestStep::Discard => desk.forget_guide_edits(&about, by, &seen),
            DigestStep::Save => desk.edit_guide(&about, by, &seen, typed.edits()),
            DigestStep::Issue => desk.issue_guide(&about, by, &seen, typed.edits()).map(drop),
        }
    });
    match (done.await.map_err(WebError::from)?, step) {
        (Ok(()), DigestStep::Issue) => Ok(see_other(paths::guide(&slug))),
        (Ok(()), DigestStep::Save | DigestStep::Discard) => Ok(see_other(paths::desk_guide(&slug))),
        (Err(error @ EditError::Changed), _) => {
            let found = wait(move || review.desk_guide(&subject)).await?;
            let error = WebError::from(error);
            let said = error.detail.clone().unwrap_or_default();
            // Whoever sends it again has read what stands now.
            let form = GuideForm {
                seen: found.seen.clone(),
                ..form
            };
            let page = DeskGuidePage::new(layout(&staff, HEADING), &found, form, said);
            answer::with_status(error.code.status(), page)
        }
        (Err(error), _) => Err(error.into()),
    }
}
