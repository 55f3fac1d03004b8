//! Sets of reports on a theme, as everybody reads them and at the desk.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, frame, refuse, see_other, wait};
use super::signed::{ReadReports, ReviewReports, Signed, layout};
use crate::portal::forms::{Fields, SetForm, SetStep};
use crate::portal::pages::{DeskSetPage, DeskSetsPage, SetPage, SetsPage};
use crate::portal::{Layout, paths};
use crate::registry::Registry;
use crate::report::SetId;
use crate::review::{Permission, Review, SetError};
use crate::web::{ErrorCode, WebError, body, guard};

/// The desk's heading.
const HEADING: &str = "Sets";

pub(super) async fn list(registry: web::Data<Registry>) -> Answer {
    let layout = frame(&registry, SetsPage::layout()).await?;
    let sets = wait(move || registry.sets()).await?;
    answer::page(&SetsPage::new(layout, &sets))
}

pub(super) async fn one(registry: web::Data<Registry>, id: web::Path<String>) -> Answer {
    let id = known(&id)?;
    let layout = frame(&registry, Layout::default()).await?;
    let found = wait(move || registry.set(id)).await?;
    let found = found.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    answer::page(&SetPage::new(layout, &found.set, &found.reports))
}

pub(super) async fn desk(staff: Signed<ReadReports>, review: web::Data<Review>) -> Answer {
    let sets = wait(move || review.sets()).await?;
    answer::page(&DeskSetsPage::new(layout(&staff, HEADING), &sets))
}

pub(super) async fn blank(staff: Signed<ReviewReports>) -> Answer {
    let nothing = (Vec::new(), String::new());
    let frame = layout(&staff, HEADING);
    answer::page(&DeskSetPage::new(
        frame,
        None,
        (false, false),
        SetForm::default(),
        nothing,
    ))
}

pub(super) async fn add(
    request: HttpRequest,
    staff: Signed<ReviewReports>,
    payload: web::Payload,
    review: web::Data<Review>,
) -> Answer {
    guard::same_origin(&request)?;
    let fields = Fields::new(body::form(&request, payload).await?.fields);
    save(&staff, None, &fields, review).await
}

pub(super) async fn open(
    staff: Signed<ReadReports>,
    id: web::Path<String>,
    review: web::Data<Review>,
) -> Answer {
    let id = known(&id)?;
    let set = wait(move || review.set(id)).await?;
    let stands = (set.public, staff.may(Permission::IssueAlerts));
    let (frame, form) = (layout(&staff, HEADING), SetForm::of(&set));
    answer::page(&DeskSetPage::new(
        frame,
        Some(id),
        stands,
        form,
        (Vec::new(), String::new()),
    ))
}

pub(super) async fn step(
    request: HttpRequest,
    staff: Signed<ReviewReports>,
    id: web::Path<String>,
    payload: web::Payload,
    review: web::Data<Review>,
) -> Answer {
    guard::same_origin(&request)?;
    let id = known(&id)?;
    let fields = Fields::new(body::form(&request, payload).await?.fields);
    let step = SetStep::parse(&fields).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    if step == SetStep::Save {
        return save(&staff, Some(id), &fields, review).await;
    }
    if !staff.may(Permission::IssueAlerts) {
        let why = "Your role at the desk does not include making sets public.";
        return Err(WebError::because(ErrorCode::Forbidden, why).into());
    }
    let by = staff.id;
    wait(move || match step {
        SetStep::Discard => review.discard_set(id, by),
        step => review.issue_set(id, by, step == SetStep::Publish),
    })
    .await?;
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
    let (form, errors) = SetForm::parse(fields);
    let again = |form, told| {
        let frame = layout(staff, HEADING);
        let stands = (false, staff.may(Permission::IssueAlerts));
        DeskSetPage::new(frame, id, stands, form, told)
    };
    if !errors.is_empty() {
        let page = again(form, (errors, String::new()));
        return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (by, kept) = (staff.id, form.clone());
    let done =
        web::block(move || review.write_set(id, by, (kept.title, kept.words), &kept.reports)).await;
    match done.map_err(WebError::from)? {
        Ok(id) => Ok(see_other(paths::desk_set(id))),
        Err(error @ (SetError::Unknown | SetError::Storage(_))) => Err(error.into()),
        Err(error) => {
            let error = WebError::from(error);
            let page = again(form, (Vec::new(), error.detail.clone().unwrap_or_default()));
            answer::with_status(error.code.status(), &page)
        }
    }
}

fn known(text: &str) -> Result<SetId, PageError> {
    text.parse().map_err(|_| refuse(ErrorCode::NotFound))
}
