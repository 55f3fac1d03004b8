//! Who is at the desk, and inviting more.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, refuse, see_other, wait};
use super::session;
use super::signed::{ManagePeople, Posted, ReadPeople, Signed, layout};
use crate::auth::InvitationToken;
use crate::portal::forms::{Fields, PeopleForm, SignInForm};
use crate::portal::pages::{ConfirmPage, InvitationPage, InvitedPage, PeoplePage};
use crate::portal::{Layout, Section, paths};
use crate::review::{NewAccountError, PeopleError, Permission, Review, ReviewError, Role, Staff};
use crate::web::{ErrorCode, WebError, body, guard, site};

pub(super) async fn list(staff: Signed<ReadPeople>, review: web::Data<Review>) -> Answer {
    answer::page(page(&staff, &review, String::new()).await?)
}

async fn page(
    staff: &Staff,
    review: &web::Data<Review>,
    problem: String,
) -> Result<PeoplePage, PageError> {
    let review = review.clone();
    let people = wait(move || review.people()).await?;
    Ok(PeoplePage::new(
        layout(staff, "People"),
        people,
        staff.id,
        staff.may(Permission::ManagePeople),
        problem,
    ))
}

pub(super) async fn change(
    request: HttpRequest,
    Posted { staff, fields }: Posted<ManagePeople>,
    review: web::Data<Review>,
) -> Answer {
    let Some(form) = PeopleForm::parse(&fields) else {
        return Err(refuse(ErrorCode::BadRequest));
    };
    let (desk, by) = (review.clone(), staff.id);
    if let PeopleForm::Invite(role) = form {
        let token = wait(move || desk.invite(by, role)).await?;
        let link = format!("{}{}/{}", site(&request), paths::INVITATION, *token.text());
        let page = InvitedPage::new(layout(&staff, "An invitation"), role, link);
        return answer::page(page);
    }
    if let PeopleForm::Disable(id) = form
        && id != by
        && fields.first("confirm") != "yes"
    {
        let people = wait(move || desk.people()).await?;
        let known = people.into_iter().find(|person| person.staff.id == id);
        let name = known.ok_or_else(|| refuse(ErrorCode::NotFound))?.staff.name;
        let layout = layout(&staff, "Shut somebody out?");
        return answer::page(ConfirmPage::shut_out(layout, name, id.to_string()));
    }
    let done = web::block(move || match form {
        PeopleForm::Invite(_) => Ok(()),
        PeopleForm::Role(id, role) => desk.set_role(by, id, role),
        PeopleForm::Disable(id) => desk.set_disabled(by, id, true),
        PeopleForm::Enable(id) => desk.set_disabled(by, id, false),
        PeopleForm::AskReset(id) => desk.ask_reset(by, id),
        PeopleForm::AgreeReset(id) => desk.agree_reset(by, id),
    })
    .await
    .map_err(WebError::from)?;
    match done {
        Ok(()) => Ok(see_other(paths::PEOPLE)),
        Err(PeopleError::Storage(error)) => Err(error.into()),
        Err(error) => {
            let error = WebError::from(error);
            let problem = error.detail.unwrap_or_default();
            let page = page(&staff, &review, problem).await?;
            answer::with_status(error.code.status(), page)
        }
    }
}

pub(super) async fn invitation(token: web::Path<String>, review: web::Data<Review>) -> Answer {
    let (_, role) = invited(&token, &review).await?;
    answer::page(form(&token, role, "", ""))
}

pub(super) async fn accept(
    request: HttpRequest,
    token: web::Path<String>,
    payload: web::Payload,
    review: web::Data<Review>,
) -> Answer {
    guard::same_origin(&request)?;
    let (invitation, role) = invited(&token, &review).await?;
    let typed = SignInForm::parse(&Fields::new(body::form(&request, payload).await?.fields));
    let name = typed.name.clone();
    let tried = web::block(move || review.join(&invitation, &typed.name, typed.password.expose()));
    match tried.await.map_err(WebError::from)? {
        Ok(session) => session::go_on(&session, paths::SECOND_FACTOR),
        Err(NewAccountError::Storage(error)) => Err(error.into()),
        Err(error) => {
            let error = WebError::from(error);
            let problem = error.detail.unwrap_or_default();
            answer::with_status(
                StatusCode::UNPROCESSABLE_ENTITY,
                form(&token, role, &name, &problem),
            )
        }
    }
}

fn form(token: &str, role: Role, name: &str, problem: &str) -> InvitationPage {
    let layout = Layout::private(Section::Desk, "You are invited");
    InvitationPage::new(layout, token, role, name, problem)
}

/// What a link invites to; one that was used or has ended leads nowhere.
async fn invited(
    text: &str,
    review: &web::Data<Review>,
) -> Result<(InvitationToken, Role), PageError> {
    let gone = || {
        let why = "This invitation was used or has ended. Ask for a new one.";
        PageError::from(WebError::because(ErrorCode::NotFound, why))
    };
    let token: InvitationToken = text.parse().map_err(|_| gone())?;
    let review = review.clone();
    let (token, role) = wait(move || {
        let role = review.invitation(&token)?;
        Ok::<_, ReviewError>((token, role))
    })
    .await?;
    role.map(|role| (token, role)).ok_or_else(gone)
}
