//! The portal's addresses: each handler reads a request, calls one use case, fills one page.

mod account;
mod alerts;
mod answer;
mod asked;
mod audit;
mod checklists;
mod data;
mod desk;
mod desk_alerts;
mod desk_digests;
mod desk_guides;
mod digests;
mod drills;
mod events;
mod guides;
mod letters;
mod mail;
mod manifests;
mod maps;
mod matrix;
mod members;
mod own_digest;
mod patterns;
mod people;
mod public;
mod receipt;
mod said;
mod search;
mod session;
mod sets;
mod share;
mod signed;
mod speak;
mod stack;
mod statistics;
mod submit;
mod take;
mod terms;
mod write;

pub use answer::problem;
pub use digests::standalone as standalone_digest;
pub use speak::speak;

use actix_web::{Resource, web};

use super::paths;

/// Registers the portal's addresses, and a page for those it does not have.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(at(paths::HOME).route(web::get().to(public::home)))
        .service(at(paths::SEARCH).route(web::get().to(search::get)))
        .service(at("/search.{form:atom|json|csv|ndjson}").route(web::get().to(take::list)))
        .service(
            at("/reports/{id}.{form:json|md|bib|cff|jsonld}")
                .route(web::get().to(public::download)),
        )
        .service(at("/reports/{id}/said").route(web::post().to(said::said)))
        .service(at("/reports/{id}").route(web::get().to(public::report)))
        .service(at(paths::TECHNOLOGIES).route(web::get().to(stack::technologies)))
        .service(at("/technologies/{slug}").route(web::get().to(stack::technology)))
        .service(
            at(paths::STACK)
                .route(web::get().to(manifests::ask))
                .route(web::post().to(manifests::answer)),
        )
        .service(at(paths::STACK_CHECKLIST).route(web::post().to(manifests::checklist)))
        .service(at(paths::PATTERNS).route(web::get().to(stack::patterns)))
        .service(at(paths::COMBINATIONS).route(web::get().to(stack::combinations)))
        .service(at(paths::COMBINATION).route(web::get().to(stack::combination)))
        .service(at(paths::BREAKS).route(web::get().to(patterns::breaks)))
        .service(at("/patterns/breaks.{form:csv|md}").route(web::get().to(patterns::breaks_file)))
        .service(at(paths::CHAINS).route(web::get().to(patterns::chains)))
        .service(at(paths::RETOLD).route(web::get().to(patterns::retold)))
        .service(
            at("/patterns/{what:chains|growth}.{form:csv|md}")
                .route(web::get().to(patterns::mined_file)),
        )
        .service(at("/patterns/{slug}").route(web::get().to(stack::pattern)))
        .service(at(paths::STATISTICS).route(web::get().to(statistics::page)))
        .service(at("/statistics/{chart}.csv").route(web::get().to(statistics::download)))
        .service(at(paths::CHECKLISTS).route(web::get().to(checklists::list)))
        .service(at("/checklists/{occasion}.md").route(web::get().to(checklists::file)))
        .service(at("/checklists/{occasion}").route(web::get().to(checklists::one)))
        .service(at(paths::MATRIX).route(web::get().to(matrix::page)))
        .service(at(paths::WORKSHEET).route(web::get().to(matrix::worksheet)))
        .service(at("/matrix.{form:csv|md}").route(web::get().to(matrix::download)))
        .service(at(paths::DIGESTS).route(web::get().to(digests::list)))
        .service(at("/digests.{form:atom|json}").route(web::get().to(digests::feed)))
        .service(at(paths::GUIDES).route(web::get().to(guides::list)))
        .service(at("/guides.{form:atom|json}").route(web::get().to(guides::feed)))
        .service(
            at("/guides/{slug}.{form:pdf|epub|txt|md|json|html|sha256|sha256.minisig}")
                .route(web::get().to(guides::file)),
        )
        .service(at("/guides/{slug}").route(web::get().to(guides::one)))
        .service(at("/candor.pub").route(web::get().to(digests::key)))
        .service(at(paths::OWN_DIGEST).route(web::get().to(own_digest::page)))
        .service(at("/digests/own/then").route(web::get().to(own_digest::then)))
        .service(at("/digests/own/ask").route(web::get().to(own_digest::ask)))
        .service(at("/digests/own/feed.{form:atom|json}").route(web::get().to(own_digest::feed)))
        .service(
            at("/digests/own.{form:poster.pdf|pdf|epub|txt|md|json|html}")
                .route(web::get().to(own_digest::file)),
        )
        .service(
            at("/digests/{period}.{form:pdf|epub|txt|md|json|sha256|sha256.minisig}")
                .route(web::get().to(digests::file)),
        )
        .service(at("/digests/{period}.html").route(web::get().to(digests::take)))
        .service(at("/digests/{period}/then").route(web::get().to(digests::then)))
        .service(at("/digests/{period}/poster.pdf").route(web::get().to(digests::poster)))
        .service(at("/digests/{period}").route(web::get().to(digests::issue)))
        .service(at(paths::DRILLS).route(web::get().to(drills::list)))
        .service(at(paths::DRILL_BY_LOT).route(web::get().to(drills::by_lot)))
        .service(at(paths::PRE_MORTEM).route(web::get().to(drills::pre_mortem)))
        .service(at("/drills/{id}").route(web::get().to(drills::briefing)))
        .service(at("/drills/{id}/{part}").route(web::get().to(drills::part)))
        .service(at(paths::SETS).route(web::get().to(sets::list)))
        .service(at("/sets/{id}").route(web::get().to(sets::one)))
        .service(at(paths::ALERTS).route(web::get().to(alerts::list)))
        .service(at("/alerts.{form:atom|json}").route(web::get().to(alerts::feed)))
        .service(at("/alerts/{id}").route(web::get().to(alerts::one)))
        .service(at(paths::ABOUT).route(web::get().to(public::about)))
        .service(at(paths::PRIVACY).route(web::get().to(public::privacy)))
        .service(at(paths::HOW_WE_ANONYMISE).route(web::get().to(public::how)))
        .service(at(paths::DATA).route(web::get().to(data::data)))
        .service(at(paths::DICTIONARY).route(web::get().to(data::dictionary)))
        .service(at(paths::API).route(web::get().to(data::api)))
        .service(at("/feeds").route(web::get().to(data::feeds)))
        .service(at("/data.jsonld").route(web::get().to(data::linked)))
        .service(at("/data/corpus.json").route(web::get().to(data::manifest)))
        .service(at("/data/SHA256SUMS").route(web::get().to(data::checksums)))
        .service(at("/data/candor-{name}.gz").route(web::get().to(data::file)))
        .service(at("/assets/{name}").route(web::get().to(public::asset)))
        .service(at("/robots.txt").route(web::get().to(maps::robots)))
        .service(at(paths::OPENSEARCH).route(web::get().to(maps::opensearch)))
        .service(at(paths::SITEMAP).route(web::get().to(maps::index)))
        .service(at("/sitemap-pages.xml").route(web::get().to(maps::pages)))
        .service(at("/sitemap-reports-{number}.xml").route(web::get().to(maps::reports)))
        .service(at(paths::REPORT).route(web::get().to(write::start)))
        .service(at(paths::REPORT_FORM).route(web::get().to(write::form)))
        .service(at(paths::SECOND).route(web::get().to(write::second)))
        .service(at(paths::PREVIEW).route(web::post().to(write::preview)))
        .service(at(paths::LOOK).route(web::post().to(submit::look)))
        .service(at(paths::DRAFT).route(web::post().to(submit::draft)))
        .service(at(paths::SHEET).route(web::post().to(submit::sheet)))
        .service(at(paths::SEND).route(web::post().to(submit::send)))
        .service(
            at(paths::RECEIPT)
                .route(web::get().to(receipt::ask))
                .route(web::post().to(receipt::status)),
        )
        .service(at(paths::MESSAGE_LOOK).route(web::post().to(letters::look)))
        .service(at(paths::MESSAGE).route(web::post().to(letters::send)))
        .service(at(paths::AMEND).route(web::post().to(receipt::amend)))
        .service(at(paths::AMENDED).route(web::post().to(submit::send)))
        .service(at(paths::CALENDAR).route(web::post().to(receipt::calendar)))
        .service(at(paths::SHARE).route(web::post().to(share::share)))
        .service(at(paths::WITHDRAW).route(web::post().to(receipt::withdraw)))
        .service(
            at(paths::SIGN_IN)
                .route(web::get().to(session::page))
                .route(web::post().to(session::sign_in)),
        )
        .service(
            at(paths::SECOND_FACTOR)
                .route(web::get().to(session::second_factor))
                .route(web::post().to(session::enrol)),
        )
        .service(
            at("/desk/invitation/{token}")
                .route(web::get().to(people::invitation))
                .route(web::post().to(people::accept)),
        )
        .service(
            at(paths::ACCOUNT)
                .route(web::get().to(account::show))
                .route(web::post().to(account::change)),
        )
        .service(
            at(paths::PEOPLE)
                .route(web::get().to(people::list))
                .route(web::post().to(people::change)),
        )
        .service(
            at(paths::MEMBERS)
                .route(web::get().to(members::list))
                .route(web::post().to(members::change)),
        )
        .service(at("/members/{token}").route(web::get().to(members::member)))
        .service(at("/members/{token}/digest").route(web::get().to(members::draft)))
        .service(at(paths::SIGN_OUT).route(web::post().to(session::sign_out)))
        .service(at(paths::DESK).route(web::get().to(desk::queue)))
        .service(at(paths::DESK_MAIL).route(web::get().to(mail::waiting)))
        .service(
            at("/desk/reports/{id}/mail")
                .route(web::get().to(mail::open))
                .route(web::post().to(mail::post)),
        )
        .service(
            at("/desk/reports/{id}")
                .route(web::get().to(desk::open))
                .route(web::post().to(desk::decide)),
        )
        .service(at(paths::AUDIT).route(web::get().to(audit::trail)))
        .service(at(paths::AUDIT_EXPORT).route(web::get().to(audit::export)))
        .service(at("/desk/reports/{id}/alike").route(web::get().to(events::alike)))
        .service(
            at("/desk/reports/{id}/split")
                .route(web::get().to(events::ask))
                .route(web::post().to(events::split)),
        )
        .service(at(paths::DESK_AGREEMENT).route(web::get().to(terms::agreement)))
        .service(
            at(paths::DESK_TERMS)
                .route(web::get().to(terms::list))
                .route(web::post().to(terms::decide)),
        )
        .service(at(paths::DESK_GUIDES).route(web::get().to(desk_guides::list)))
        .service(at("/desk/guides/{slug}/draft").route(web::get().to(desk_guides::draft)))
        .service(
            at("/desk/guides/{slug}")
                .route(web::get().to(desk_guides::open))
                .route(web::post().to(desk_guides::step)),
        )
        .service(at(paths::DESK_DIGESTS).route(web::get().to(desk_digests::list)))
        .service(at("/desk/digests/{id}/draft").route(web::get().to(desk_digests::draft)))
        .service(
            at("/desk/digests/{id}")
                .route(web::get().to(desk_digests::open))
                .route(web::post().to(desk_digests::step)),
        )
        .service(at(paths::DESK_SETS).route(web::get().to(sets::desk)))
        .service(
            at(paths::DESK_SET_NEW)
                .route(web::get().to(sets::blank))
                .route(web::post().to(sets::add)),
        )
        .service(
            at("/desk/sets/{id}")
                .route(web::get().to(sets::open))
                .route(web::post().to(sets::step)),
        )
        .service(at(paths::DESK_ALERTS).route(web::get().to(desk_alerts::list)))
        .service(
            at(paths::DESK_ALERT_NEW)
                .route(web::get().to(desk_alerts::blank))
                .route(web::post().to(desk_alerts::add)),
        )
        .service(
            at("/desk/alerts/{id}")
                .route(web::get().to(desk_alerts::open))
                .route(web::post().to(desk_alerts::step)),
        )
        .service(at("/healthz").route(web::get().to(public::healthz)))
        .service(at("/readyz").route(web::get().to(public::readyz)))
        .default_service(web::to(answer::nothing_here));
}

/// Whether a form that is sent to this address comes too soon and is shown again as it was typed,
/// in place of an error's page.
pub fn keeps_what_was_typed(path: &str) -> bool {
    [paths::MESSAGE, paths::MESSAGE_LOOK, paths::AMENDED].contains(&path)
}

/// An address; methods it does not have are refused as such.
fn at(path: &str) -> Resource {
    web::resource(path).default_service(web::to(answer::wrong_method))
}
