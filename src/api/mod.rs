//! JSON under `/api/v1/`: the same use cases as the portal, errors as problem+json (RFC 9457).

mod anonymise;
mod answer;
mod describe;
mod reports;
mod search;
mod stack;

use actix_web::web;

pub use answer::problem;

/// Declares the addresses, each once: as they are served, and as a test compares them with what
/// the API says of itself.
macro_rules! addresses {
    ($($path:literal { $($method:ident => $handler:path),+ })+) => {
        /// Registers the API's addresses; what it does not have is a problem, too.
        pub fn routes(config: &mut web::ServiceConfig) {
            let at = |path: &str| web::resource(path).default_service(web::to(answer::wrong_method));
            config.service(
                web::scope("/api/v1")
                    .app_data(web::QueryConfig::default().error_handler(answer::bad_query))
                    $(.service(at($path)$(.route(web::$method().to($handler)))+))+
                    .default_service(web::to(answer::nothing_here)),
            );
        }

        /// Method and path of every address.
        #[cfg(test)]
        const ADDRESSES: &[(&str, &str)] = &[$($((stringify!($method), concat!("/api/v1", $path))),+),+];
    };
}

addresses! {
    "/anonymise" { post => anonymise::post }
    "/reports" { post => reports::post }
    "/reports/{id}" { get => reports::get }
    "/receipt" { post => reports::receipt }
    "/search" { get => search::get }
    "/stack" { post => stack::post }
    "/digests/{period}" { get => reports::digest }
    "/openapi.json" { get => describe::get }
}

#[cfg(test)]
mod tests {
    use crate::web::openapi;

    #[test]
    fn every_address_is_described_and_nothing_else() {
        let mut described = Vec::new();
        for (path, calls) in openapi()["paths"].as_object().unwrap() {
            for (method, call) in calls.as_object().unwrap() {
                assert!(call["summary"].is_string() && call["operationId"].is_string());
                described.push((method.as_str(), path.as_str()));
            }
        }
        let mut served = super::ADDRESSES.to_vec();
        described.sort_unstable();
        served.sort_unstable();
        assert_eq!(described, served);
    }
}
