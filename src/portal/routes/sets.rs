//! Sets of reports on a theme, as everybody reads them and at the desk.

use actix_web::http::StatusCode;
use actix_web::web;

use super::answer::{self, Answer, frame, refuse, see_other, wait};
use super::signed::{Known, Posted, ReadReports, ReviewReports, Signed, layout};
use crate::portal::forms::{Fields, SetForm, SetStep};
use crate::portal::pages::{DeskSetPage, DeskSetsPage, SetPage, SetsPage};
use crate::portal::{Layout, paths};
use crate::registry::Registry;
use crate::report::SetId;
use crate::review::{Permission, Review, Seen, SetError};
use crate::web::{ErrorCode, WebError};

/// The desk's heading.
const HEADING: &str = "Sets";

pub(super) async fn list(registry: web::Data<Registry>) -> Answer {
    let layout = frame(&registry, SetsPage::layout()).await?;
    let sets = wait(move || registry.sets()).await?;
    answer::page(SetsPage::new(layout, &sets))
}

pub(super) async fn one(registry: web::Data<Registry>, Known(id): Known<SetId>) -> Answer {
    let layout = frame(&registry, Layout::default()).await?;
    let found = wait(move || registry.set(id)).await?;
    let found = found.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    answer::page(SetPage::new(layout, &found.set, &found.reports))
}

pub(super) async fn desk(staff: Signed<ReadReports>, review: web::Data<Review>) -> Answer {
    let sets = wait(move || review.sets()).await?;
    answer::page(DeskSetsPage::new(layout(&staff, HEADING), &sets))
}

pub(super) async fn blank(staff: Signed<ReviewReports>) -> Answer {
    let nothing = (Vec::new(), String::new());
    let frame = layout(&staff, HEADING);
    answer::page(DeskSetPage::new(frame, None, SetForm::default(), nothing))
}

pub(super) async fn add(
    Posted { staff, fields }: Posted<ReviewReports>,
    review: web::Data<Review>,
) -> Answer {
    save(&staff, None, &fields, review).await
}

pub(super) async fn open(
    staff: Signed<ReadReports>,
    Known(id): Known<SetId>,
    review: web::Data<Review>,
) -> Answer {
    let set = wait(move || review.set(id)).await?;
    let (frame, form) = (layout(&staff, HEADING), SetForm::of(&set));
    let nothing = (Vec::new(), String::new());
    let kept = Some((id, set.kept.public));
    answer::page(DeskSetPage::new(frame, kept, form, nothing))
}

pub(super) async fn step(
    Posted { staff, fields }: Posted<ReviewReports>,
    Known(id): Known<SetId>,
    review: web::Data<Review>,
) -> Answer {
    let step = SetStep::parse(&fields).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    if step == SetStep::Save {
        return save(&staff, Some(id), &fields, review).await;
    }
    if !staff.may(Permission::IssueAlerts) {
        let why = "Your role at the desk does not include making sets public.";
        return Err(WebError::because(ErrorCode::Forbidden, why).into());
    }
    let (by, desk) = (staff.id, review.clone());
    let seen = Seen::given(fields.first("state"));
    let done = web::block(move || match step {
        SetStep::Discard => desk.discard_set(id, by),
        step => desk.issue_set(id, by, step == SetStep::Publish, &seen),
    });
    match done.await.map_err(WebError::from)? {
        Err(error @ SetError::Changed) => {
            let set = wait(move || review.set(id)).await?;
            let told = (Vec::new(), WebError::from(error).detail.unwrap_or_default());
            let (frame, kept) = (layout(&staff, HEADING), Some((id, set.kept.public)));
            let page = DeskSetPage::new(frame, kept, SetForm::of(&set), told);
            return answer::with_status(StatusCode::CONFLICT, page);
        }
        done => done.map_err(WebError::from)?,
    }
    Ok(see_other(match step {
        SetStep::Publish => paths::set(id),
        _ => paths::DESK_SETS.to_owned(),
    }))
}

/// Keeps what was written, or gives it back with what is wrong.
async fn save(
    staff: &Signed<ReviewReports>,
    id: Option<SetId>,
    fields: &Fields,
    review: web::Data<Review>,
) -> Answer {
    let (mut form, errors) = SetForm::parse(fields);
    let seen = form.seen.clone();
    let kept = match id {
        Some(id) => {
            let desk = review.clone();
            let set = wait(move || desk.set(id)).await?;
            if set.kept.public && !staff.may(Permission::IssueAlerts) {
                let why = "This set is public, and leaves the site when it is changed. An editor changes it, or takes it back first.";
                return Err(WebError::because(ErrorCode::Forbidden, why).into());
            }
            // Whoever sends it again after reading has seen this state.
            form.seen = set.seen;
            Some((id, set.kept.public))
        }
        None => None,
    };
    let again = |form, told| DeskSetPage::new(layout(staff, HEADING), kept, form, told);
    if !errors.is_empty() {
        let page = again(form, (errors, String::new()));
        return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page);
    }
    let (by, given) = (staff.id, form.clone());
    let done = web::block(move || {
        let words = (given.title, given.words);
        review.write_set(id.map(|id| (id, &seen)), by, words, given.reports.ids())
    })
    .await;
    match done.map_err(WebError::from)? {
        Ok(id) => Ok(see_other(paths::desk_set(id))),
        Err(error @ (SetError::Unknown | SetError::Storage(_))) => Err(error.into()),
        Err(error) => {
            let error = WebError::from(error);
            let page = again(form, (Vec::new(), error.detail.clone().unwrap_or_default()));
            answer::with_status(error.code.status(), page)
        }
    }
}
