//! Keeps foreign sites from sending our forms: the browser says where a request comes from.
//!
//! Fetch Metadata first, `Origin` where a browser does not send it (OWASP CSRF cheat sheet).
//! Programs send neither and pass: what they send is theirs, for they carry
//! nobody's cookie.

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

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::same_origin;

    #[test]
    fn only_our_own_pages_may_send_our_forms() {
        let cases: [(&[(&str, &str)], bool); 9] = [
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("origin", "http://candor.example"),
                ],
                false,
            ),
            (&[("origin", "http://candor.example")], true),
            (&[("origin", "http://evil.example")], false),
            (&[("origin", "null")], false),
            (&[], true),
        ];
        for (headers, allowed) in cases {
            let mut request = TestRequest::post().insert_header(("host", "candor.example"));
            for header in headers {
                request = request.insert_header(*header);
            }
            assert_eq!(
                same_origin(&request.to_http_request()).is_ok(),
                allowed,
                "{headers:?}"
            );
        }
    }
}
