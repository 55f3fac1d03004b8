//! Signing in and out, and setting up the second factor in between.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, see_other, wait};
use super::signed::Enrolling;
use crate::auth::{Device, SessionToken, TotpSecret};
use crate::portal::forms::{Fields, SignInForm};
use crate::portal::pages::{EnrolPage, RecoveryPage, SignInPage};
use crate::portal::{Layout, Section, paths};
use crate::review::{EnrolError, Enrolled, Review, Session, SignInError};
use crate::web::{ErrorCode, TryLimits, WebError, body, guard};

/// `__Host-`: this host only, over TLS only (browsers take localhost for safe), every path.
const COOKIE: &str = "__Host-candor";
/// The mark of a browser in which somebody has signed in with both factors.
const DEVICE: &str = "__Host-candor-device";
/// How long a browser keeps it.
const KEEPS: Duration = Duration::days(90);

/// What the browser holds, if it is one of ours.
pub(super) fn token(request: &HttpRequest) -> Option<SessionToken> {
    request.cookie(COOKIE)?.value().parse().ok()
}

fn sign_in_page(name: String, problem: String) -> SignInPage {
    let layout = Layout::private(Section::Desk, "Sign in to the desk");
    SignInPage::new(layout, name, problem)
}

pub(super) async fn page() -> Answer {
    answer::page(sign_in_page(String::new(), String::new()))
}

pub(super) async fn sign_in(
    request: HttpRequest,
    payload: web::Payload,
    review: web::Data<Review>,
    limits: web::Data<TryLimits>,
) -> Answer {
    guard::same_origin(&request)?;
    let form = SignInForm::parse(&Fields::new(body::form(&request, payload).await?.fields));
    count(&request, &form.name, &review, &limits)?;
    let (name, desk) = (form.name.clone(), review.clone());
    let tried =
        web::block(move || desk.sign_in(&form.name, form.password.expose(), form.code.expose()));
    match tried.await.map_err(WebError::from)? {
        Ok(token) => {
            let response = go_on(&token, paths::DESK)?;
            let desk = review.clone();
            match wait(move || desk.session(&token)).await? {
                Some(Session::Whole(staff)) => marked(response, &review, &staff.name),
                _ => Ok(response),
            }
        }
        Err(error @ (SignInError::Wrong | SignInError::Busy)) => {
            let error = WebError::from(error);
            let status = error.code.status();
            let problem = error.detail.unwrap_or_default();
            answer::with_status(status, sign_in_page(name, problem))
        }
        Err(error) => Err(error.into()),
    }
}

/// Counts a try under a name: with those of this browser where the same name has signed in here
/// before, and else with everybody's.
pub(super) fn count(
    request: &HttpRequest,
    name: &str,
    review: &Review,
    limits: &TryLimits,
) -> Result<(), WebError> {
    let device = request.cookie(DEVICE);
    let device = device.and_then(|held| held.value().parse::<Device>().ok());
    match device.filter(|device| review.knows_device(device, name)) {
        Some(device) => limits.check_device(&device.text()),
        None => limits.check_name(name),
    }
}

/// An answer after which the browser is known as one in which this name has signed in.
fn marked(mut response: HttpResponse, review: &Review, name: &str) -> Answer {
    let mut mark = cookie(DEVICE, review.mark_device(name).text());
    mark.set_max_age(KEEPS);
    response
        .add_cookie(&mark)
        .map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    Ok(response)
}

/// Sends the browser on with a session.
pub(super) fn go_on(token: &SessionToken, path: &str) -> Answer {
    with_cookie(see_other(path), token)
}

/// An answer after which the browser holds this session.
pub(super) fn with_cookie(mut response: HttpResponse, token: &SessionToken) -> Answer {
    response
        .add_cookie(&cookie(COOKIE, token.text().as_str().to_owned()))
        .map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    Ok(response)
}

/// The recovery codes, this once.
pub(super) fn recovery(enrolled: &Enrolled) -> Answer {
    let layout = Layout::private(Section::Desk, "Your recovery codes");
    let codes = enrolled.recovery.iter().map(|code| code.text().to_string());
    let page = RecoveryPage::new(layout, codes.collect());
    with_cookie(answer::page(page)?, &enrolled.session)
}

pub(super) async fn second_factor(staff: Enrolling, review: web::Data<Review>) -> Answer {
    let Enrolling(staff) = staff;
    let name = staff.name.clone();
    let secret = wait(move || review.enrolment(&staff)).await?;
    answer::page(enrol_page(&name, &secret, ""))
}

fn enrol_page(name: &str, secret: &TotpSecret, problem: &str) -> EnrolPage {
    let layout = Layout::private(Section::Desk, "Set up your second factor");
    EnrolPage::new(layout, &secret.groups(), &secret.uri(name), problem)
}

pub(super) async fn enrol(
    request: HttpRequest,
    staff: Enrolling,
    payload: web::Payload,
    review: web::Data<Review>,
) -> Answer {
    guard::same_origin(&request)?;
    let Enrolling(staff) = staff;
    let form = SignInForm::parse(&Fields::new(body::form(&request, payload).await?.fields));
    let (desk, who) = (review.clone(), staff.clone());
    let tried = web::block(move || desk.enrol(&who, form.code.expose()));
    match tried.await.map_err(WebError::from)? {
        Ok(enrolled) => marked(recovery(&enrolled)?, &review, &staff.name),
        Err(error @ EnrolError::WrongCode) => {
            let problem = WebError::from(error).detail.unwrap_or_default();
            let name = staff.name.clone();
            let secret = wait(move || review.enrolment(&staff)).await?;
            answer::with_status(
                StatusCode::UNPROCESSABLE_ENTITY,
                enrol_page(&name, &secret, &problem),
            )
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn sign_out(request: HttpRequest, review: web::Data<Review>) -> Answer {
    guard::same_origin(&request)?;
    if let Some(token) = token(&request) {
        wait(move || review.sign_out(&token)).await?;
    }
    let mut response = see_other(paths::SIGN_IN);
    let mut gone = cookie(COOKIE, String::new());
    gone.make_removal();
    response
        .add_cookie(&gone)
        .map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    Ok(response)
}

fn cookie(name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .finish()
}
