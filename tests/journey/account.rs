//! One's own account in a browser's words, and the questions before somebody is let go.

use super::on_both_databases;
use super::steps::{self, PASSWORD, between, code, enrol};
use crate::common::database::Backend;
use crate::common::http::Client;
use crate::common::server::Server;

on_both_databases!(
    what_somebody_signs_in_with_is_changed_by_themselves_alone,
    nobody_is_let_go_without_being_asked_about,
    strangers_who_try_a_name_keep_nobody_out,
);

const ACCOUNT: &str = "/desk/account";
const NEW: &str = "quite another password";

/// One more browser of somebody who has a second factor.
fn another(server: &Server, password: &str, code: &str) -> Client {
    let client = server.client();
    let typed = [("name", "ada"), ("password", password), ("code", code)];
    let answer = client.post("/desk/sign-in", &typed);
    assert_eq!(answer.status, 303, "{}", answer.body);
    client
}

fn what_somebody_signs_in_with_is_changed_by_themselves_alone(backend: Backend) {
    let server = Server::start(backend, 2);
    server.add_staff("ada", PASSWORD, "auditor");
    let ada = server.client();
    ada.post("/desk/sign-in", &[("name", "ada"), ("password", PASSWORD)]);
    let codes = enrol(&ada);
    let page = ada.get(ACCOUNT).body;
    assert!(page.contains("Nowhere but here.") && page.contains("You have 10 left."));

    let other = another(&server, PASSWORD, &codes[0]);
    assert!(ada.get(ACCOUNT).body.contains("One other session is open."));
    assert_eq!(ada.post(ACCOUNT, &[("do", "elsewhere")]).status, 303);
    assert_eq!(other.get(ACCOUNT).status, 303, "its session has ended");

    let change = |what: &str, password: &str, code: &str, new: &str| {
        let typed = [
            ("do", what),
            ("password", password),
            ("code", code),
            ("new", new),
        ];
        ada.post(ACCOUNT, &typed)
    };
    for what in ["password", "recovery", "factor"] {
        let wrong = change(what, "not the password", &codes[1], NEW);
        assert_eq!(wrong.status, 403, "{what}");
        assert!(
            wrong
                .body
                .contains("Password or code is wrong; nothing was changed.")
        );
    }
    assert_eq!(change("password", PASSWORD, &codes[1], "short").status, 422);
    let other = another(&server, PASSWORD, &codes[2]);
    assert_eq!(change("password", PASSWORD, &codes[1], NEW).status, 303);
    assert_eq!(other.get(ACCOUNT).status, 303, "its session has ended");

    let renewed = change("recovery", NEW, &codes[3], "");
    assert_eq!(renewed.status, 200);
    let (_, list) = renewed.body.split_once("class=\"recovery\"").unwrap();
    let fresh = between(list, "<li>", "<").unwrap();
    let begun = change("factor", NEW, fresh, "");
    assert_eq!(begun.status, 200, "{}", begun.body);
    let key = between(&begun.body, "second-key\">", "<").unwrap();
    let carried = between(&begun.body, "name=\"carried\" value=\"", "\"").unwrap();
    let confirm = |carried: &str, code: &str| {
        ada.post(
            ACCOUNT,
            &[("do", "confirm"), ("carried", carried), ("code", code)],
        )
    };
    let again = confirm(carried, "000000");
    assert_eq!(again.status, 422);
    assert!(again.body.contains(key), "the same key once more");
    assert_eq!(confirm("AAAA", &code(key)).status, 409);
    assert_eq!(confirm(carried, &code(key)).status, 200);
    assert_eq!(ada.get(ACCOUNT).status, 200);
    let trail = ada.get("/desk/audit/export").body;
    for act in [
        "password-changed",
        "recovery-renewed",
        "factor-replaced",
        "signed-out-elsewhere",
    ] {
        assert!(trail.contains(act), "{act}");
    }
    assert!(!trail.contains(key) && !trail.contains(fresh));
    assert!(server.run(&["verify", "--audit"], "").status.success());
}

fn nobody_is_let_go_without_being_asked_about(backend: Backend) {
    let server = Server::start(backend, 2);
    let ada = steps::staff(&server, "ada", "administrator");
    let grace = steps::staff(&server, "grace", "analyst");
    let page = ada.get("/desk/people").body;
    let (_, rest) = page.split_once("<bdi>grace</bdi></h2>").unwrap();
    let id = between(rest, "name=\"account\" value=\"", "\"").unwrap();
    let shut_out = [("do", "disable"), ("account", id), ("confirm", "yes")];
    let asked = ada.post("/desk/people", &shut_out[..2]);
    assert_eq!(asked.status, 200);
    assert!(asked.body.contains("<bdi>grace</bdi>") && asked.body.contains("value=\"yes\""));
    assert_eq!(grace.get("/desk").status, 200, "nothing has happened yet");
    assert_eq!(ada.post("/desk/people", &shut_out).status, 303);
    assert_eq!(grace.get("/desk").status, 303);

    ada.post("/desk/members", &[("name", "A Bank"), ("note", "")]);
    let page = ada.get("/desk/members").body;
    let member = between(&page, "name=\"member\" value=\"", "\"").unwrap();
    let remove = [("member", member), ("confirm", "yes")];
    let asked = ada.post("/desk/members", &remove[..1]);
    assert!(asked.status == 200 && asked.body.contains("<bdi>A Bank</bdi>"));
    assert!(ada.get("/desk/members").body.contains("A Bank"));
    assert_eq!(ada.post("/desk/members", &remove).status, 303);
    assert!(!ada.get("/desk/members").body.contains("A Bank"));
}

fn strangers_who_try_a_name_keep_nobody_out(backend: Backend) {
    let server = Server::start(backend, 2);
    server.add_staff("ada", PASSWORD, "analyst");
    let ada = server.client();
    ada.post("/desk/sign-in", &[("name", "ada"), ("password", PASSWORD)]);
    let codes = enrol(&ada);
    assert_eq!(ada.post("/desk/sign-out", &[]).status, 303);
    let wrong = [
        ("name", "ada"),
        ("password", "not hers"),
        ("code", "000000"),
    ];
    let stranger = server.client();
    let tries = (0..20).map(|_| stranger.post("/desk/sign-in", &wrong).status);
    assert!(tries.into_iter().any(|status| status == 429));
    let right = |code| [("name", "ada"), ("password", PASSWORD), ("code", code)];
    let elsewhere = server.client().post("/desk/sign-in", &right(&codes[0]));
    assert_eq!(elsewhere.status, 429, "from a browser that nobody knows");
    assert_eq!(ada.get("/desk").status, 303, "she is signed out");
    assert_eq!(ada.post("/desk/sign-in", &right(&codes[0])).status, 303);
    assert_eq!(ada.get("/desk").status, 200);
}
