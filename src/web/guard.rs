//! Keeps foreign sites from sending our forms: the browser says where a request comes from.
//!
//! Fetch Metadata first, `Origin` where a browser does not send it (OWASP CSRF cheat sheet).
//! Programs send neither and carry no cookie, so they pass on the API and nowhere else.

use actix_web::HttpRequest;
use actix_web::http::header::{HOST, HeaderName, ORIGIN};

use super::{ErrorCode, WebError};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses a request that another site's page made.
pub fn same_origin(request: &HttpRequest) -> Result<(), WebError> {
    let text = |name: HeaderName| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or("?"))
    };
    let allowed = match (text(SEC_FETCH_SITE), text(ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(HOST).unwrap_or_default();
            origin
                .split_once("://")
                .is_some_and(|(_, authority)| authority == host)
        }
        (None, None) => true,
    };
    if allowed {
        Ok(())
    } else {
        Err(WebError::new(ErrorCode::Forbidden))
    }
}
