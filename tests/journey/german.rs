//! A browser that asks for German is answered in German, from the first page to the receipt.

use super::on_both_databases;
use super::steps::between;
use crate::common::database::Backend;
use crate::common::form;
use crate::common::http::{Answer, Client};
use crate::common::server::Server;

on_both_databases!(a_report_is_written_in_german, caches_tell_languages_apart);

fn german(visitor: &Client, path: &str) -> Answer {
    let page = visitor.get(path);
    assert_eq!(page.status, 200, "{path}");
    speaks(&page, "de");
    page
}

fn speaks(page: &Answer, language: &str) {
    assert_eq!(page.header("content-language"), Some(language));
    assert!(page.body.contains(&format!("<html lang=\"{language}\">")));
    let vary = page.header("vary").unwrap();
    assert!(vary.contains("accept-language"), "{vary}");
}

fn post(visitor: &Client, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    visitor.post(path, &fields)
}

fn a_report_is_written_in_german(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client().speaking("de-CH, de;q=0.9, en;q=0.5");
    assert!(german(&visitor, "/").body.contains("Bericht schreiben"));
    assert!(
        german(&visitor, "/report")
            .body
            .contains("Was möchten Sie erzählen?")
    );
    let page = german(&visitor, "/report/form?about=nearly");
    assert!(page.body.contains("Beinahe wäre etwas ausgefallen"));
    let mut fields = form::fields(&page.body, "/report/look");
    form::set(&mut fields, "technologies", "Nosuchthing");
    let wrong = post(&visitor, "/report/look", &fields);
    assert_eq!(wrong.status, 422);
    speaks(&wrong, "de");
    assert!(wrong.body.contains("Geben Sie einen Titel an"));
    assert!(wrong.body.contains("kennen wir nicht"));

    form::set(&mut fields, "title", "Backup nearly lost");
    form::set(&mut fields, "technologies", "PostgreSQL 15");
    let story = fields.iter_mut().find(|(name, _)| name == "narrative_text");
    "The job ended with 0 and wrote nothing.".clone_into(&mut story.unwrap().1);
    let looked = post(&visitor, "/report/look", &fields);
    assert_eq!(looked.status, 200, "{}", looked.body);
    speaks(&looked, "de");
    assert!(looked.body.contains("Noch ist nichts gespeichert."));
    // What was written stays in its own language.
    assert!(
        looked
            .body
            .contains("The job ended with 0 and wrote nothing.")
    );
    let fields = form::fields(&looked.body, "/report/look");
    let sent = post(&visitor, "/report/send", &fields);
    assert_eq!(sent.status, 201);
    speaks(&sent, "de");
    assert!(sent.body.contains("Das ist Ihr Beleg."));
    let receipt = between(&sent.body, "name=\"receipt\" value=\"", "\"").unwrap();
    let status = visitor.post("/receipt", &[("receipt", receipt)]);
    speaks(&status, "de");
    assert!(
        status
            .body
            .contains("Ihr Bericht wartet auf das Auswertungsteam")
    );
    let back = visitor.post(
        "/receipt/withdraw",
        &[("receipt", receipt), ("confirm", "yes")],
    );
    assert!(
        back.body
            .contains("Sie haben diesen Bericht zurückgenommen")
    );
}

/// The same address has another tag in another language, and a page that is not translated is in
/// English from its first word to its last.
fn caches_tell_languages_apart(backend: Backend) {
    let server = Server::start(backend, 2);
    let (english, german) = (server.client(), server.client().speaking("de"));
    let (one, other) = (english.get("/about"), german.get("/about"));
    speaks(&one, "en-GB");
    speaks(&other, "de");
    assert_ne!(one.header("etag"), other.header("etag"));
    let untranslated = german.get("/digests");
    speaks(&untranslated, "en-GB");
    assert!(untranslated.body.contains("Skip to the text"));
    assert_eq!(untranslated.body, english.get("/digests").body);
}
