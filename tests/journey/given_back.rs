//! What was typed comes back where it was not taken, a second account can be saved and told from a
//! terminal, and the desk sees all that a change of a public report changes.

use std::process::{Command, Stdio};

use super::on_both_databases;
use super::receipt::{opened, post};
use super::steps::{self, analyst, queue};
use super::writing::shown;
use crate::common::database::Backend;
use crate::common::form;
use crate::common::http::Client;
use crate::common::server::Server;

on_both_databases!(
    who_writes_too_fast_gets_back_what_was_typed,
    a_change_of_codes_and_context_is_shown_with_its_risk,
    a_second_account_is_saved_and_sent_from_a_terminal,
);

fn who_writes_too_fast_gets_back_what_was_typed(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let form_page = visitor.post("/receipt/amend", &[("receipt", &receipt)]);
    let mut changed = form::fields(&form_page.body, "/report/look");
    form::set(&mut changed, "title", "A title of an hour's work");
    let wrong = [("receipt", "nonsense")];
    let tries = (0..200).map(|_| visitor.post("/receipt", &wrong).status);
    assert!(tries.into_iter().any(|status| status == 429));
    let words = [("receipt", receipt.as_str()), ("text", "An hour of typing")];
    for path in ["/receipt/message/look", "/receipt/message"] {
        let late = visitor.post(path, &words);
        assert_eq!(late.status, 429, "{path}");
        assert!(late.header("retry-after").is_some(), "{path}");
        let kept = late.body.contains("An hour of typing");
        assert!(
            kept && late.body.contains(&receipt),
            "{path}: {}",
            late.body
        );
    }
    let late = post(&visitor, "/receipt/changed", &changed);
    assert_eq!(late.status, 429);
    let fields = form::fields(&late.body, "/report/look");
    let title = ("title".to_owned(), "A title of an hour's work".to_owned());
    assert!(fields.contains(&title), "{}", late.body);
}

fn a_change_of_codes_and_context_is_shown_with_its_risk(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let public = steps::publish(&server);
    let mail = public.replace("/reports/", "/desk/reports/") + "/mail";
    let form_page = visitor.post("/receipt/amend", &[("receipt", &receipt)]);
    let mut fields = form::fields(&form_page.body, "/report/look");
    for (name, value) in [
        ("note", "We know more."),
        ("sector", "finance"),
        ("continent", "europe"),
        ("technologies", "NGINX, PostgreSQL"),
        ("failure_modes", "overload"),
    ] {
        form::set(&mut fields, name, value);
    }
    let looked = post(&visitor, "/report/look", &fields);
    assert_eq!(looked.status, 200, "{}", looked.body);
    let fields = form::fields(&looked.body, "/report/look");
    assert_eq!(post(&visitor, "/receipt/changed", &fields).status, 200);
    let third = analyst(&server, "third");
    let page = third.get(&mail).body;
    let (_, new) = page
        .split_once("Codes and context that are new")
        .expect(&page);
    let (new, rest) = new.split_once("</details>").unwrap();
    for fact in ["Finance", "Europe", "PostgreSQL", "Overload"] {
        assert!(new.contains(fact), "{fact} is not in {new}");
    }
    assert!(page.contains("Codes and context that go"));
    assert!(
        rest.contains("as the whole report would read"),
        "the verdict"
    );
    assert!(
        rest.contains("No public report shares"),
        "the crowd: {rest}"
    );
}

/// A code for a second person.
fn code_of(visitor: &Client, receipt: &str) -> String {
    shown(&visitor.post("/receipt/share", &[("receipt", receipt)]).body)
}

fn a_second_account_is_saved_and_sent_from_a_terminal(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let blank = visitor.get("/report/second").body;
    let mut fields = form::fields(&blank, "/report/look");
    form::set(&mut fields, "title", "The other side of it");
    form::set(
        &mut fields,
        "narrative_text",
        "I saw that there was no copy.",
    );
    let saved = post(&visitor, "/report/draft", &fields);
    assert_eq!(saved.status, 200, "no code is needed yet: {}", saved.body);
    assert!(saved.body.contains("no copy"));
    let again = visitor.post("/report/preview", &[("text", &saved.body)]);
    let fields = form::fields(&again.body, "/report/look");
    assert!(
        fields.iter().any(|(name, _)| name == "code"),
        "it is a second account still: {}",
        again.body
    );

    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.json");
    std::fs::write(&draft, &saved.body).unwrap();
    let submit = |code: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        command
            .args(["submit", "--yes", "--to", server.base()])
            .arg(&draft);
        if let Some(code) = code {
            command.args(["--code", code]);
        }
        command.stdin(Stdio::null()).output().unwrap()
    };
    let without = submit(None);
    assert!(!without.status.success());
    assert!(String::from_utf8_lossy(&without.stderr).contains("--code"));
    let code = code_of(&visitor, &receipt);
    let sent = submit(Some(&code));
    let said = String::from_utf8_lossy(&sent.stderr);
    assert!(sent.status.success(), "{said}");
    let own = String::from_utf8(sent.stdout).unwrap();
    opened(&visitor, own.trim());
    assert!(!submit(Some(&code)).status.success(), "a code is good once");
    let desk = analyst(&server, "first");
    let reports = queue(&desk);
    assert_eq!(reports.len(), 2);
    for report in reports {
        let page = desk.get(&report).body;
        assert!(page.contains("Tells of the same event as"));
    }
}
