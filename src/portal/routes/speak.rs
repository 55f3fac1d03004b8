//! Pages are written where the language of whoever asks is known: after the handler, in one place,
//! errors too.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_LANGUAGE, CONTENT_LANGUAGE, ContentType, HeaderMap, HeaderValue, VARY,
};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, HttpResponseBuilder};

use crate::portal::Language;
use crate::portal::pages::Page;

/// A page that is still to be written.
struct Unspoken(Box<dyn Page>);

/// An answer whose page [`speak`] writes.
pub(super) fn unspoken(status: StatusCode, page: impl Page + 'static) -> HttpResponse {
    let mut answer = HttpResponseBuilder::new(status);
    answer.content_type(ContentType::html());
    answer.extensions_mut().insert(Unspoken(Box::new(page)));
    answer.finish()
}

/// Middleware that writes pages in the language the browser asks for, as far as they speak it.
pub async fn speak(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let asked = asked(request.headers());
    let mut answered = next.call(request).await?.map_into_boxed_body();
    let waiting = answered
        .response_mut()
        .extensions_mut()
        .remove::<Unspoken>();
    let Some(Unspoken(page)) = waiting else {
        return Ok(answered);
    };
    let language = page.language(asked);
    let written = page
        .html(language)
        .map_err(actix_web::error::ErrorInternalServerError)?;
    let headers = answered.headers_mut();
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    headers.append(VARY, HeaderValue::from_static("accept-language"));
    Ok(answered.map_body(|_, _| BoxBody::new(written)))
}

fn asked(headers: &HeaderMap) -> Language {
    let accepted = headers.get(ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|accepted| accepted.to_str().ok());
    accepted.map(Language::preferred).unwrap_or_default()
}
