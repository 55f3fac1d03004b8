//! JSON under `/api/v1/`: the same use cases as the portal, errors as problem+json (RFC 9457).

mod anonymise;
mod answer;
mod reports;
mod search;

use actix_web::web;

/// Registers the API's addresses.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/api/v1/anonymise", web::post().to(anonymise::post))
        .route("/api/v1/reports", web::post().to(reports::post))
        .route("/api/v1/reports/{id}", web::get().to(reports::get))
        .route("/api/v1/receipt", web::post().to(reports::receipt))
        .route("/api/v1/search", web::get().to(search::get))
        .route("/api/v1/digests/{period}", web::get().to(reports::digest))
        .default_service(web::to(answer::nothing_here));
}
