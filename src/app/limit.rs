//! Middleware that lets nobody guess or wear out: too many tries get a page, or a problem, that says
//! when to go on.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};

use crate::web::{TooSoon, TryLimits};
use crate::{api, portal};

/// Counts what is tried, and answers for the handlers where it is too much.
pub(super) async fn limit(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let limits = request.app_data::<web::Data<TryLimits>>();
    let checked = limits.map(|limits| limits.check(request.request()));
    if let Some(Err(error)) = checked {
        if portal::keeps_what_was_typed(request.path()) {
            // Nothing is tried: its handler shows again what was typed, and when to go on.
            request.extensions_mut().insert(TooSoon(error));
            return Ok(next.call(request).await?.map_into_boxed_body());
        }
        let response = if request.path().starts_with("/api/") {
            api::problem(error)
        } else {
            portal::problem(error)
        };
        return Ok(request.into_response(response));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}
