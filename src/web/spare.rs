//! Answers that need not be sent, or not at full length: conditional requests and compression.
//!
//! What is one person's business (`no-store`) passes as it is: a text that holds a secret beside
//! words of somebody else's choosing must not be compressed, since its length would tell (BREACH).
//! An empty form repeats nothing of what was asked, and is packed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};

use actix_web::body::{BoxBody, MessageBody, None as Nothing};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderName,
    HeaderValue, IF_NONE_MATCH, VARY,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{self, Bytes};
use flate2::Compression;
use flate2::write::GzEncoder;

/// Shorter bodies fit a packet or two as they are.
const WORTH_PACKING: usize = 1024;

/// Marks an answer that repeats nothing of the request, so that its length tells nothing.
pub struct NothingRepeated;

/// Middleware that takes HEAD for GET, answers 304 to who has the same already, and packs what is
/// text. It goes around [`super::headers::set`], whose `Cache-Control` it reads. A body that comes in parts is
/// left alone.
pub async fn spare(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let mut request = request;
    if *request.method() == Method::HEAD {
        // Answered as GET is; the server itself leaves the body out.
        request.head_mut().method = Method::GET;
    }
    let known = text(request.headers(), &IF_NONE_MATCH).map(str::to_owned);
    let packs = text(request.headers(), &ACCEPT_ENCODING).is_some_and(takes_gzip);
    let reads = *request.method() == Method::GET;
    let answered = next.call(request).await?.map_into_boxed_body();
    let private = text(answered.headers(), &CACHE_CONTROL).is_some_and(|how| how == "no-store");
    let blank = answered
        .response()
        .extensions()
        .contains::<NothingRepeated>();
    if !reads || (private && !blank) || answered.status() != StatusCode::OK {
        return Ok(answered);
    }
    let (request, response) = answered.into_parts();
    let (mut response, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(body) => body,
        Err(body) => return Ok(ServiceResponse::new(request, response.set_body(body))),
    };
    let tag = tag(&body);
    let same = known.is_some_and(|known| matches(&known, &tag));
    let textual = text(response.headers(), &CONTENT_TYPE).is_some_and(is_text);
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(tag) = HeaderValue::try_from(tag).ok().filter(|_| !private) {
        headers.insert(ETAG, tag);
    }
    let body = if same && !private {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        BoxBody::new(Nothing::new())
    } else if packs && textual && body.len() >= WORTH_PACKING {
        let packed = web::block(move || gzip(&body)).await??;
        let gzip = HeaderValue::from_static("gzip");
        response.headers_mut().insert(CONTENT_ENCODING, gzip);
        BoxBody::new(Bytes::from(packed))
    } else {
        BoxBody::new(body)
    };
    Ok(ServiceResponse::new(request, response.set_body(body)))
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Names a body by its bytes. Weak, for the packed and the plain form have the same.
fn tag(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// Whether a list of tags names this one, by weak comparison (RFC 9110, 13.1.2).
pub(super) fn matches(known: &str, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.trim() == "*" || known.split(',').any(|one| bare(one) == bare(tag))
}

/// Whether a list of encodings allows gzip.
fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, "q=1"));
        let weight = weight.trim().trim_start_matches("q=").parse();
        let name = name.trim().to_ascii_lowercase();
        matches!(name.as_str(), "gzip" | "x-gzip" | "*") && weight.unwrap_or(1.0_f32) > 0.0
    })
}

fn is_text(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let ends = ["json", "xml", "yaml", "x-bibtex", "x-ndjson"];
    kind.starts_with("text/") || ends.iter().any(|end| kind.ends_with(end))
}

fn gzip(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(body)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, call_service, init_service};
    use actix_web::{App, HttpResponse, web};

    use super::*;

    /// Status, encoding, tag and body of an answer to a request with these headers.
    type Answer = (u16, Option<String>, Option<String>, Vec<u8>);

    async fn form() -> HttpResponse {
        let mut answer = HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/html"))
            .insert_header((CACHE_CONTROL, "no-store"))
            .body("a".repeat(5000));
        answer.extensions_mut().insert(NothingRepeated);
        answer
    }

    fn ask(path: &str, headers: &[(&str, &str)]) -> Answer {
        let page = |kind: &'static str, cache: &'static str, length: usize| {
            web::get().to(move || async move {
                HttpResponse::Ok()
                    .insert_header((CONTENT_TYPE, kind))
                    .insert_header((CACHE_CONTROL, cache))
                    .body("a".repeat(length))
            })
        };
        actix_web::rt::System::new().block_on(async {
            let app = init_service(
                App::new()
                    .wrap(from_fn(spare))
                    .route("/page", page("text/html; charset=utf-8", "no-cache", 5000))
                    .route("/short", page("text/html", "no-cache", 50))
                    .route("/font", page("font/woff2", "no-cache", 5000))
                    .route("/mine", page("text/html", "no-store", 5000))
                    .route("/form", web::get().to(form)),
            )
            .await;
            let mut request = TestRequest::get().uri(path);
            for header in headers {
                request = request.insert_header(*header);
            }
            let answer = call_service(&app, request.to_request()).await;
            let header = |name| text(answer.headers(), &name).map(str::to_owned);
            let (encoding, tag) = (header(CONTENT_ENCODING), header(ETAG));
            let status = answer.status().as_u16();
            let body = actix_web::test::read_body(answer).await.to_vec();
            (status, encoding, tag, body)
        })
    }

    #[test]
    fn who_has_it_already_gets_nothing_again() {
        let (status, encoding, tag, body) = ask("/page", &[]);
        assert_eq!((status, encoding, body.len()), (200, None, 5000));
        let tag = tag.unwrap();
        assert!(tag.starts_with("W/\""));
        for known in [
            tag.clone(),
            format!("\"other\", {tag}"),
            tag.replace("W/", ""),
            "*".into(),
        ] {
            let (status, _, again, body) = ask("/page", &[("if-none-match", &known)]);
            assert_eq!(
                (status, again.as_deref(), body.len()),
                (304, Some(&*tag), 0),
                "{known}"
            );
        }
        assert_eq!(ask("/page", &[("if-none-match", "\"other\"")]).0, 200);
    }

    #[test]
    fn text_is_packed_for_who_can_unpack_it() {
        let (_, encoding, packed_tag, body) =
            ask("/page", &[("accept-encoding", "br, gzip;q=0.8")]);
        assert_eq!(encoding.as_deref(), Some("gzip"));
        assert!(body.len() < 200);
        let mut plain = String::new();
        flate2::read::GzDecoder::new(body.as_slice())
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, "a".repeat(5000));
        assert_eq!(packed_tag, ask("/page", &[]).2, "both forms are one");
        for (path, accepted) in [
            ("/page", "gzip;q=0"),
            ("/page", "br"),
            ("/short", "gzip"),
            ("/font", "gzip"),
        ] {
            assert_eq!(
                ask(path, &[("accept-encoding", accepted)]).1,
                None,
                "{path} {accepted}"
            );
        }
    }

    #[test]
    fn what_is_private_passes_as_it_is() {
        let (status, encoding, tag, body) = ask(
            "/mine",
            &[("accept-encoding", "gzip"), ("if-none-match", "*")],
        );
        assert_eq!((status, encoding, tag, body.len()), (200, None, None, 5000));
    }

    #[test]
    fn an_empty_form_is_packed_and_given_anew_each_time() {
        let (status, encoding, tag, body) = ask(
            "/form",
            &[("accept-encoding", "gzip"), ("if-none-match", "*")],
        );
        assert_eq!(
            (status, encoding.as_deref(), tag),
            (200, Some("gzip"), None)
        );
        assert!(body.len() < 200);
    }
}
