//! One's own account: password, recovery codes, authenticator, other sessions.

use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, refuse, see_other, wait};
use super::session;
use super::signed::{EnterDesk, Posted, Signed, layout};
use crate::auth::{SessionToken, TotpSecret};
use crate::portal::forms::AccountForm;
use crate::portal::pages::{AccountPage, EnrolPage};
use crate::portal::paths;
use crate::review::{Enrolled, OwnError, Replacing, Review, Staff};
use crate::web::{ErrorCode, TryLimits, WebError};

pub(super) async fn show(
    request: HttpRequest,
    staff: Signed<EnterDesk>,
    review: web::Data<Review>,
) -> Answer {
    answer::page(page(&staff, &review, token(&request)?, String::new()).await?)
}

async fn page(
    staff: &Staff,
    review: &web::Data<Review>,
    session: SessionToken,
    problem: String,
) -> Result<AccountPage, PageError> {
    let (review, who) = (review.clone(), staff.clone());
    let own = wait(move || review.own_account(&who, &session)).await?;
    let layout = layout(staff, "Your account");
    Ok(AccountPage::new(layout, staff, own, problem))
}

/// What came of a step.
enum Next {
    /// The account again, in this session.
    Account(SessionToken),
    /// The same session, and nothing to show.
    Back,
    /// New recovery codes.
    Recovery(Enrolled),
    /// The key for another authenticator.
    Key(Replacing),
}

pub(super) async fn change(
    request: HttpRequest,
    Posted { staff, fields }: Posted<EnterDesk>,
    review: web::Data<Review>,
    limits: web::Data<TryLimits>,
) -> Answer {
    let form = AccountForm::parse(&fields).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    if form.proves() {
        // As many tries as at the door, and counted together with those.
        session::count(&request, &staff.name, &review, &limits)?;
    }
    let (desk, who, here) = (review.clone(), Staff::clone(&staff), token(&request)?);
    let tried = form.clone();
    match web::block(move || take(&desk, &who, &here, &tried))
        .await
        .map_err(WebError::from)?
    {
        Ok(Next::Back) => Ok(see_other(paths::ACCOUNT)),
        Ok(Next::Account(session)) => session::go_on(&session, paths::ACCOUNT),
        Ok(Next::Recovery(enrolled)) => session::recovery(&enrolled),
        Ok(Next::Key(begun)) => {
            let page = key_page(&staff, &begun.secret, &begun.carried, "");
            session::with_cookie(answer::page(page)?, &begun.session)
        }
        Err(OwnError::Storage(error)) => Err(error.into()),
        Err(error) => wrong(&request, &staff, &review, form, error).await,
    }
}

fn take(
    desk: &Review,
    staff: &Staff,
    here: &SessionToken,
    form: &AccountForm,
) -> Result<Next, OwnError> {
    Ok(match form {
        AccountForm::Password(proof, new) => {
            let (password, code) = (proof.password.expose(), proof.code.expose());
            Next::Account(desk.change_password(staff, password, code, new.expose())?)
        }
        AccountForm::Recovery(proof) => Next::Recovery(desk.renew_recovery(
            staff,
            proof.password.expose(),
            proof.code.expose(),
        )?),
        AccountForm::Factor(proof) => {
            Next::Key(desk.begin_replacing(staff, proof.password.expose(), proof.code.expose())?)
        }
        AccountForm::Confirm { carried, code } => {
            Next::Recovery(desk.replace_factor(staff, here, carried, code.expose())?)
        }
        AccountForm::Elsewhere => {
            desk.sign_out_elsewhere(staff, here)?;
            Next::Back
        }
    })
}

/// The page from which the step was tried, with what was wrong about it.
async fn wrong(
    request: &HttpRequest,
    staff: &Staff,
    review: &web::Data<Review>,
    form: AccountForm,
    error: OwnError,
) -> Answer {
    let again = matches!(error, OwnError::WrongCode);
    let error = WebError::from(error);
    let (status, problem) = (error.code.status(), error.detail.clone());
    let Some(problem) = problem else {
        return Err(error.into());
    };
    match form {
        AccountForm::Confirm { carried, .. } if again => {
            let secret = review.carried(staff, &token(request)?, &carried)?;
            answer::with_status(status, key_page(staff, &secret, &carried, &problem))
        }
        _ => {
            let page = page(staff, review, token(request)?, problem).await?;
            answer::with_status(status, page)
        }
    }
}

fn key_page(staff: &Staff, secret: &TotpSecret, carried: &str, problem: &str) -> EnrolPage {
    let layout = layout(staff, "Your new authenticator");
    let page = EnrolPage::new(layout, &secret.groups(), &secret.uri(&staff.name), problem);
    page.replacing(carried)
}

fn token(request: &HttpRequest) -> Result<SessionToken, PageError> {
    session::token(request).ok_or_else(|| refuse(ErrorCode::Forbidden))
}
