//! Where this registry is, as whoever asks reaches it.

use actix_web::HttpRequest;

use crate::export::Site;

/// The site that a request came to: as it is set, or else what the browser, or the proxy in
/// between, calls it. Only addresses in feeds, maps and citations are made of it, and nothing is
/// decided by it.
pub fn site(request: &HttpRequest) -> Site {
    if let Some(set) = request.app_data::<Site>() {
        return set.clone();
    }
    let connection = request.connection_info();
    let named = format!("{}://{}", connection.scheme(), connection.host());
    named.parse().unwrap_or_else(|_| Site::nowhere())
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::site;

    #[test]
    fn a_host_that_is_none_is_not_repeated() {
        for (host, expected) in [
            ("candor.example", "http://candor.example"),
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("evil\"><script>", "http://localhost"),
            ("a/b", "http://localhost"),
        ] {
            let request = TestRequest::get()
                .insert_header(("host", host))
                .to_http_request();
            assert_eq!(site(&request).to_string(), expected, "{host}");
        }
        let set: crate::export::Site = "https://set.example".parse().unwrap();
        let request = TestRequest::get()
            .insert_header(("host", "candor.example"))
            .app_data(set.clone())
            .to_http_request();
        assert_eq!(site(&request), set);
        let behind = TestRequest::get()
            .insert_header(("host", "candor.example"))
            .insert_header(("x-forwarded-proto", "https"))
            .to_http_request();
        assert_eq!(site(&behind).to_string(), "https://candor.example");
    }
}
