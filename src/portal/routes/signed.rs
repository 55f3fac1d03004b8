//! Who is signed in, and may do what the handler does: a handler that takes a [`Signed`] names the
//! permission it needs, and there is no other way to somebody's name.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError, dev, web};

use super::answer::{PageError, see_other, wait};
use super::session;
use crate::portal::{Layout, Section, paths};
use crate::review::{Permission, Review, Staff};
use crate::web::{ErrorCode, WebError};

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

permissions!(EnterDesk, ReadReports, ReviewReports, ReadTrail);

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
pub(super) fn layout(staff: &Staff, title: impl Into<String>) -> Layout {
    Layout::private(Section::Desk, title).signed_in(&staff.name, staff.role)
}

/// Not signed in: on to the sign-in page. Signed in and not allowed: a page that says so.
#[derive(Debug)]
pub(super) struct Refused(Option<PageError>);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not signed in, or not allowed")
    }
}

impl ResponseError for Refused {
    fn status_code(&self) -> StatusCode {
        self.0
            .as_ref()
            .map_or(StatusCode::SEE_OTHER, ResponseError::status_code)
    }

    fn error_response(&self) -> HttpResponse {
        match &self.0 {
            Some(error) => error.error_response(),
            None => see_other(paths::SIGN_IN),
        }
    }
}

impl<N: Needs> FromRequest for Signed<N> {
    type Error = Refused;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refused>>>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let token = session::token(request);
        let review = request.app_data::<web::Data<Review>>().cloned();
        Box::pin(async move {
            let (Some(token), Some(review)) = (token, review) else {
                return Err(Refused(None));
            };
            let staff = wait(move || review.session(&token))
                .await
                .map_err(|error| Refused(Some(error)))?;
            let staff = staff.ok_or(Refused(None))?;
            if !staff.may(N::PERMISSION) {
                let why = "Your role at the desk does not include this.";
                let error = WebError::because(ErrorCode::Forbidden, why);
                return Err(Refused(Some(error.into())));
            }
            Ok(Self {
                staff,
                may: PhantomData,
            })
        })
    }
}
