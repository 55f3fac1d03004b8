//! JSON under `/api/v1/`: the same use cases as the portal, errors as problem+json (RFC 9457).

mod anonymise;
mod answer;
mod reports;
mod search;
mod stack;

use actix_web::web;

/// Registers the API's addresses; what it does not have is a problem, too.
pub fn routes(config: &mut web::ServiceConfig) {
    let at = |path: &str| web::resource(path).default_service(web::to(answer::wrong_method));
    config.service(
        web::scope("/api/v1")
            .app_data(web::QueryConfig::default().error_handler(answer::bad_query))
            .service(at("/anonymise").route(web::post().to(anonymise::post)))
            .service(at("/reports").route(web::post().to(reports::post)))
            .service(at("/reports/{id}").route(web::get().to(reports::get)))
            .service(at("/receipt").route(web::post().to(reports::receipt)))
            .service(at("/search").route(web::get().to(search::get)))
            .service(at("/stack").route(web::post().to(stack::post)))
            .service(at("/digests/{period}").route(web::get().to(reports::digest)))
            .default_service(web::to(answer::nothing_here)),
    );
}
