//! Many readers get what one was told, for a second and no longer than it is true.

use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::http::header::HeaderValue;
use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, HttpRequest, web};

use super::*;

/// Counts how often a page was made.
#[derive(Default)]
struct Made(AtomicUsize);

async fn page(request: HttpRequest, made: web::Data<Made>) -> HttpResponse {
    let number = made.0.fetch_add(1, Ordering::Relaxed);
    let how = match request.path() {
        "/mine" => "no-store",
        _ => "no-cache",
    };
    let mut answer = if request.path() == "/nowhere" {
        HttpResponse::NotFound()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((CACHE_CONTROL, how))
        .insert_header((ETAG, "W/\"tag\""))
        .body(number.to_string())
}

/// Method, path, and a header.
type Asked<'a> = (&'a str, &'a str, Option<(&'a str, &'a str)>);

/// What is answered to these, one after the other.
fn ask(asked: &[Asked<'_>]) -> Vec<(u16, String)> {
    actix_web::rt::System::new().block_on(async {
        let app = init_service(
            App::new()
                .wrap(from_fn(keep))
                .app_data(web::Data::new(Shelf::new(Changes::default())))
                .app_data(web::Data::new(Made::default()))
                .default_service(web::to(page)),
        )
        .await;
        let mut answers = Vec::new();
        for (method, path, header) in asked {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let mut request = TestRequest::with_uri(path).method(method);
            if let Some(header) = header {
                request = request.insert_header(*header);
            }
            let answer = call_service(&app, request.to_request()).await;
            let status = answer.status().as_u16();
            let body = read_body(answer).await;
            answers.push((status, String::from_utf8(body.to_vec()).unwrap()));
        }
        answers
    })
}

fn bodies(asked: &[Asked<'_>]) -> Vec<String> {
    ask(asked).into_iter().map(|(_, body)| body).collect()
}

#[test]
fn what_two_asked_for_is_not_made_for_the_third() {
    let get = ("GET", "/page", None);
    assert_eq!(bodies(&[get, get, get, get]), ["0", "1", "1", "1"]);
}

#[test]
fn whoever_sends_something_sees_what_came_of_it() {
    let get = ("GET", "/page", None);
    let all = [get, get, get, ("POST", "/page", None), get, get, get];
    assert_eq!(bodies(&all), ["0", "1", "1", "2", "3", "4", "4"]);
}

#[test]
fn each_gets_their_own() {
    let get = |path, header| ("GET", path, header);
    let cookie = Some(("cookie", "candor=1"));
    let german = Some(("accept-language", "de"));
    let elsewhere = Some(("host", "elsewhere.example"));
    for (path, header) in [
        ("/mine", None),
        ("/nowhere", None),
        ("/page", cookie),
        ("/page", Some(("authorization", "Bearer 1"))),
        ("/page", Some(("range", "bytes=0-1"))),
    ] {
        let one = get(path, header);
        assert_eq!(bodies(&[one, one, one]), ["0", "1", "2"], "{path}");
    }
    let plain = get("/page", None);
    for other in [
        get("/page", german),
        get("/page", elsewhere),
        get("/page", Some(("accept-encoding", "gzip"))),
        get("/page", Some(("x-forwarded-proto", "https"))),
        get("/page?q=1", None),
        ("HEAD", "/page", None),
    ] {
        let answers = bodies(&[plain, plain, other]);
        assert_ne!(answers[1], answers[2], "{other:?}");
    }
}

#[test]
fn who_has_it_already_gets_nothing_again() {
    let get = ("GET", "/page", None);
    let again = ("GET", "/page", Some(("if-none-match", "W/\"tag\"")));
    let other = ("GET", "/page", Some(("if-none-match", "W/\"other\"")));
    let answers = ask(&[get, get, again, other]);
    assert_eq!(answers[2], (304, String::new()));
    assert_eq!(answers[3], (200, "1".to_owned()));
}

fn address(number: usize) -> Address {
    Address {
        uri: number.to_string(),
        language: String::new(),
        encoding: String::new(),
    }
}

fn answer(length: usize) -> Page {
    let mut headers = HeaderMap::new();
    headers.insert(ETAG, HeaderValue::from_static("\"tag\""));
    let body = Bytes::from(vec![b'a'; length]);
    Page { headers, body }
}

#[test]
fn it_is_gone_after_its_time() {
    let (shelf, now) = (Shelf::new(Changes::default()), Instant::now());
    shelf.put(address(1), 0, now, Some(answer(10)));
    assert!(shelf.find(&address(1), now + STAYS / 2).is_ok());
    assert!(matches!(shelf.find(&address(1), now + STAYS), Err(false)));
}

#[test]
fn what_was_sent_to_one_worker_is_known_to_all() {
    let changes = Changes::default();
    let (one, other) = (Shelf::new(changes.clone()), Shelf::new(changes));
    let now = Instant::now();
    one.put(address(1), one.change(), now, Some(answer(10)));
    assert!(one.find(&address(1), now).is_ok());
    let begun = one.change();
    other.changes.0.fetch_add(1, Ordering::AcqRel);
    assert!(one.find(&address(1), now).is_err());
    one.put(address(1), begun, now, Some(answer(10)));
    let begun_before = one.find(&address(1), now);
    assert!(begun_before.is_err(), "it may show what was before");
}

#[test]
fn there_is_an_end_to_what_is_kept() {
    let (shelf, now) = (Shelf::new(Changes::default()), Instant::now());
    for number in 0..ADDRESSES * 2 {
        shelf.put(address(number), 0, now, Some(answer(LONGEST)));
    }
    let answers = shelf.answers.borrow();
    assert!(answers.bytes <= ROOM);
    assert_eq!(answers.bytes, answers.by_address.len() * LONGEST);
    drop(answers);
    let later = now + STAYS;
    assert!(shelf.find(&address(0), later).is_err());
    assert_eq!(
        shelf.answers.borrow().by_address.len(),
        0,
        "nobody knows what was asked"
    );
    shelf.put(address(0), 0, later, Some(answer(7)));
    assert_eq!(shelf.answers.borrow().bytes, 7, "there is room again");
    for number in 0..ADDRESSES * 2 {
        shelf.put(address(number), 0, later, None);
    }
    assert!(shelf.answers.borrow().by_address.len() <= ADDRESSES);
}
