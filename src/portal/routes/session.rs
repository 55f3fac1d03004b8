//! Signing in and out.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, see_other, wait};
use crate::auth::SessionToken;
use crate::portal::forms::{Fields, SignInForm};
use crate::portal::pages::SignInPage;
use crate::portal::{Layout, Section, paths};
use crate::review::{Review, SignInError};
use crate::web::{ErrorCode, WebError, body, guard};

/// `__Host-`: this host only, over TLS only (browsers take localhost for safe), every path.
const COOKIE: &str = "__Host-candor";

/// What the browser holds, if it is one of ours.
pub(super) fn token(request: &HttpRequest) -> Option<SessionToken> {
    request.cookie(COOKIE)?.value().parse().ok()
}

pub(super) async fn page() -> Answer {
    answer::page(&SignInPage::new(
        Layout::private(Section::Desk, "Sign in to the desk"),
        "",
        "",
    ))
}

pub(super) async fn sign_in(
    request: HttpRequest,
    payload: web::Payload,
    review: web::Data<Review>,
) -> Answer {
    guard::same_origin(&request)?;
    let form = SignInForm::parse(&Fields::new(body::form(&request, payload).await?.fields));
    let name = form.name.clone();
    let tried = web::block(move || review.sign_in(&form.name, form.password.expose())).await;
    match tried.map_err(WebError::from)? {
        Ok(token) => {
            let cookie = cookie(token.text().as_str().to_owned());
            let mut response = see_other(paths::DESK);
            response
                .add_cookie(&cookie)
                .map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
            Ok(response)
        }
        Err(error @ (SignInError::Wrong | SignInError::Busy)) => {
            let layout = Layout::private(Section::Desk, "Sign in to the desk");
            let error = WebError::from(error);
            let problem = error.detail.unwrap_or_default();
            answer::with_status(error.code.status(), &SignInPage::new(layout, name, problem))
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
    let mut gone = cookie(String::new());
    gone.make_removal();
    response
        .add_cookie(&gone)
        .map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    Ok(response)
}

fn cookie(value: String) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .finish()
}
