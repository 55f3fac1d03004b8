//! Pages that many ask for are made once a second and not for everybody.
//!
//! What is asked for twice within [`STAYS`] is kept for that long, as it was answered. Whoever sends
//! something here sees what came of it at once, for then all of it is let go; what another process
//! changes is seen when the time is over. What is one person's business (`no-store`) is never kept.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, CACHE_CONTROL, CONTENT_ENCODING, COOKIE, ETAG,
    HeaderMap, HeaderName, IF_NONE_MATCH, RANGE,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{self, Bytes};

use super::spare::matches;

/// How long an answer may be given again: as long as a change takes to reach the other pages.
const STAYS: Duration = Duration::from_secs(1);
/// Bytes that one worker keeps.
const ROOM: usize = 16 * 1024 * 1024;
/// Longer answers are made for each.
const LONGEST: usize = 256 * 1024;
/// Addresses that one worker remembers.
const ADDRESSES: usize = 4096;

/// Counts what was sent to this server, on whichever worker.
#[derive(Clone, Default)]
pub struct Changes(Arc<AtomicU64>);

/// What one worker keeps.
pub struct Shelf {
    changes: Changes,
    answers: RefCell<Answers>,
}

#[derive(Default)]
struct Answers {
    /// As of which change.
    change: u64,
    /// When what had stayed its time was forgotten last.
    swept: Option<Instant>,
    bytes: usize,
    by_address: HashMap<Address, Answer>,
}

/// All that an answer depends on beside what the registry holds.
#[derive(PartialEq, Eq, Hash)]
struct Address {
    /// Scheme, host, path and query.
    uri: String,
    language: String,
    encoding: String,
}

struct Answer {
    made: Instant,
    /// Nothing as long as it was asked for once.
    page: Option<Page>,
}

#[derive(Clone)]
struct Page {
    headers: HeaderMap,
    body: Bytes,
}

impl Shelf {
    /// An empty one; those of all workers share their `changes`.
    pub fn new(changes: Changes) -> Self {
        Self {
            changes,
            answers: RefCell::default(),
        }
    }

    fn change(&self) -> u64 {
        self.changes.0.load(Ordering::Acquire)
    }

    /// The page, if it is kept, or else whether it was asked for before. What has stayed its time
    /// is forgotten: addresses tell what somebody looked for.
    fn find(&self, address: &Address, now: Instant) -> Result<Page, bool> {
        let mut answers = self.answers.borrow_mut();
        let change = self.change();
        if answers.change != change {
            *answers = Answers {
                change,
                ..Answers::default()
            };
        }
        let stays = |made: Instant| now.duration_since(made) < STAYS;
        if !answers.swept.is_some_and(stays) {
            answers.swept = Some(now);
            answers.by_address.retain(|_, answer| stays(answer.made));
            answers.bytes = answers.by_address.values().map(Answer::weight).sum();
        }
        match answers.by_address.get(address) {
            Some(answer) if stays(answer.made) => answer.page.clone().ok_or(true),
            _ => Err(false),
        }
    }

    /// Keeps what was answered, unless something changed since it was `begun` or there is no room.
    fn put(&self, address: Address, begun: u64, made: Instant, page: Option<Page>) {
        let mut answers = self.answers.borrow_mut();
        let answer = Answer { made, page };
        let full = answers.by_address.len() >= ADDRESSES || answers.bytes + answer.weight() > ROOM;
        if full || begun != self.change() || begun != answers.change {
            return;
        }
        answers.bytes += answer.weight();
        if let Some(before) = answers.by_address.insert(address, answer) {
            answers.bytes -= before.weight();
        }
    }
}

impl Answer {
    fn weight(&self) -> usize {
        self.page.as_ref().map_or(0, |page| page.body.len())
    }
}

impl Page {
    fn answer(self, known: Option<&str>) -> HttpResponse<BoxBody> {
        let tag = self.headers.get(ETAG).and_then(|tag| tag.to_str().ok());
        let same = tag
            .zip(known)
            .is_some_and(|(tag, known)| matches(known, tag));
        let mut answer = if same {
            HttpResponse::new(StatusCode::NOT_MODIFIED)
        } else {
            HttpResponse::with_body(StatusCode::OK, BoxBody::new(self.body))
        };
        *answer.headers_mut() = self.headers;
        if same {
            answer.headers_mut().remove(CONTENT_ENCODING);
        }
        answer
    }
}

/// Middleware that goes around all others.
pub async fn keep(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(shelf) = request.app_data::<web::Data<Shelf>>().cloned() else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if !request.method().is_safe() {
        let answered = next.call(request).await;
        shelf.changes.0.fetch_add(1, Ordering::AcqRel);
        return Ok(answered?.map_into_boxed_body());
    }
    let headers = request.headers();
    let personal = [COOKIE, AUTHORIZATION, RANGE];
    if *request.method() != Method::GET || personal.iter().any(|name| headers.contains_key(name)) {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    let address = address(&request);
    let asked_before = match shelf.find(&address, Instant::now()) {
        Ok(page) => {
            let known = text(headers, &IF_NONE_MATCH).map(str::to_owned);
            return Ok(request.into_response(page.answer(known.as_deref())));
        }
        Err(asked_before) => asked_before,
    };
    let begun = shelf.change();
    let made = Instant::now();
    let answered = next.call(request).await?.map_into_boxed_body();
    let private = text(answered.headers(), &CACHE_CONTROL).is_none_or(|how| how == "no-store");
    if private || answered.status() != StatusCode::OK {
        return Ok(answered);
    }
    if !asked_before {
        shelf.put(address, begun, made, None);
        return Ok(answered);
    }
    let (request, response) = answered.into_parts();
    let (response, body) = response.into_parts();
    let response = match body.try_into_bytes() {
        Ok(body) => {
            if body.len() <= LONGEST {
                let page = Page {
                    headers: response.headers().clone(),
                    body: body.clone(),
                };
                shelf.put(address, begun, made, Some(page));
            }
            response.set_body(BoxBody::new(body))
        }
        Err(body) => response.set_body(body),
    };
    Ok(ServiceResponse::new(request, response))
}

fn address(request: &ServiceRequest) -> Address {
    let of = |name| {
        text(request.headers(), &name)
            .unwrap_or_default()
            .to_owned()
    };
    let connection = request.connection_info();
    let uri = request.uri();
    Address {
        uri: format!("{}://{}{uri}", connection.scheme(), connection.host()),
        language: of(ACCEPT_LANGUAGE),
        encoding: of(ACCEPT_ENCODING),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests;
