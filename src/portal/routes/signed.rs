//! Who is signed in, and may do what the handler does: a handler that takes a [`Signed`] names the
//! permission it needs, and there is no other way to somebody's name.

use std::fmt;
use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;
use std::str::FromStr;

use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError, dev, web};

use super::answer::{PageError, refuse, see_other, wait};
use super::session;
use super::speak::unspoken;
use crate::auth::SessionToken;
use crate::portal::forms::Fields;
use crate::portal::pages::ExpiredPage;
use crate::portal::{Layout, Phrase, Section, paths};
use crate::review::{Permission, Review, Session, Staff};
use crate::web::{ErrorCode, WebError, body, guard};

/// A permission as a type.
pub(super) trait Needs: 'static {
    /// Which.
    const PERMISSION: Permission;
}

macro_rules! permissions {
    ($($name:ident),+ $(,)?) => {$(
        #[doc = concat!("[`Permission::", stringify!($name), "`].")]
        pub(super) struct $name;

        impl Needs for $name {
            const PERMISSION: Permission = Permission::$name;
        }
    )+};
}

permissions!(
    EnterDesk,
    ReadReports,
    ReviewReports,
    EditDigests,
    ChangeTerms,
    ReadPeople,
    ManagePeople,
    ManageMembers,
    ReadTrail,
);

/// Somebody who is signed in and may do what `N` stands for.
pub(super) struct Signed<N> {
    staff: Staff,
    may: PhantomData<N>,
}

impl<N> Deref for Signed<N> {
    type Target = Staff;

    fn deref(&self) -> &Staff {
        &self.staff
    }
}

/// The frame of a page at the desk, with the entries this person may use.
pub(super) fn layout(staff: &Staff, title: impl Into<Phrase>) -> Layout {
    Layout::private(Section::Desk, title).signed_in(&staff.name, staff.role)
}

/// Somebody who has signed in with a password and has no second factor yet.
pub(super) struct Enrolling(pub(super) Staff);

/// Why a handler is not reached.
#[derive(Debug)]
pub(super) enum Refused {
    /// Not signed in, or not yet with both factors, or more than that: the page to go on to.
    Elsewhere(&'static str),
    /// Signed in once, but not any more: the address of the form, and what was typed into it.
    Expired(String, Fields),
    /// Not allowed, or not found out.
    Error(PageError),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not signed in, or not allowed")
    }
}

impl ResponseError for Refused {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Elsewhere(_) => StatusCode::SEE_OTHER,
            Self::Expired(..) => StatusCode::FORBIDDEN,
            Self::Error(error) => error.status_code(),
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::Elsewhere(path) => see_other(*path),
            Self::Expired(action, fields) => {
                unspoken(StatusCode::FORBIDDEN, ExpiredPage::new(action, fields))
            }
            Self::Error(error) => error.error_response(),
        }
    }
}

type Found<T> = Pin<Box<dyn Future<Output = Result<T, Refused>>>>;

async fn session_of(
    token: Option<SessionToken>,
    review: Option<web::Data<Review>>,
) -> Result<Session, Refused> {
    let (Some(token), Some(review)) = (token, review) else {
        return Err(Refused::Elsewhere(paths::SIGN_IN));
    };
    let session = wait(move || review.session(&token)).await;
    session
        .map_err(Refused::Error)?
        .ok_or(Refused::Elsewhere(paths::SIGN_IN))
}

fn look(request: &HttpRequest) -> (Option<SessionToken>, Option<web::Data<Review>>) {
    let review = request.app_data::<web::Data<Review>>().cloned();
    (session::token(request), review)
}

impl<N: Needs> FromRequest for Signed<N> {
    type Error = Refused;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let (token, review) = look(request);
        Box::pin(async move {
            let staff = match session_of(token, review).await? {
                Session::Whole(staff) => staff,
                Session::Enrolling(_) => return Err(Refused::Elsewhere(paths::SECOND_FACTOR)),
            };
            if !staff.may(N::PERMISSION) {
                let why = "Your role at the desk does not include this.";
                let error = WebError::because(ErrorCode::Forbidden, why);
                return Err(Refused::Error(error.into()));
            }
            Ok(Self {
                staff,
                may: PhantomData,
            })
        })
    }
}

impl FromRequest for Enrolling {
    type Error = Refused;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let (token, review) = look(request);
        Box::pin(async move {
            match session_of(token, review).await? {
                Session::Enrolling(staff) => Ok(Self(staff)),
                Session::Whole(_) => Err(Refused::Elsewhere(paths::DESK)),
            }
        })
    }
}

/// A form of our own page, from somebody who may do what `N` stands for. Nothing of it is read
/// before that is known, but for what somebody sends whose session has ended: they get it back.
pub(super) struct Posted<N> {
    /// Who sent it.
    pub(super) staff: Signed<N>,
    /// What it holds.
    pub(super) fields: Fields,
}

impl<N: Needs> FromRequest for Posted<N> {
    type Error = Refused;
    type Future = Found<Self>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let staff = Signed::from_request(request, payload);
        let payload = web::Payload::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let staff = match staff.await {
                Err(Refused::Elsewhere(paths::SIGN_IN)) if session::token(&request).is_some() => {
                    return Err(given_back(&request, payload.await).await);
                }
                staff => staff?,
            };
            let refused = |error: WebError| Refused::Error(error.into());
            guard::same_origin(&request).map_err(refused)?;
            let payload = payload.await;
            let payload = payload.map_err(|_| refused(WebError::new(ErrorCode::BadRequest)))?;
            let form = body::form(&request, payload).await.map_err(refused)?;
            Ok(Self {
                staff,
                fields: Fields::new(form.fields),
            })
        })
    }
}

/// What was typed for somebody who has to sign in again; a form with a password is not given back.
async fn given_back(
    request: &HttpRequest,
    payload: Result<web::Payload, actix_web::Error>,
) -> Refused {
    let sign_in = Refused::Elsewhere(paths::SIGN_IN);
    let (Ok(()), Ok(payload)) = (guard::same_origin(request), payload) else {
        return sign_in;
    };
    let Ok(form) = body::form(request, payload).await else {
        return sign_in;
    };
    let fields = Fields::new(form.fields);
    if fields.pairs().any(|(name, _)| name == "password") {
        return sign_in;
    }
    Refused::Expired(request.path().to_owned(), fields)
}

/// The id in an address; one that cannot be an id leads nowhere.
pub(super) struct Known<T>(pub(super) T);

impl<T: FromStr> FromRequest for Known<T> {
    type Error = PageError;
    type Future = Ready<Result<Self, PageError>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let id = request.match_info().query("id").parse();
        ready(id.map(Self).map_err(|_| refuse(ErrorCode::NotFound)))
    }
}
