//! Who may do what, and what every answer carries.

use super::on_both_databases;
use super::steps::{self, analyst, queue};
use crate::common::database::Backend;
use crate::common::form;
use crate::common::server::Server;

on_both_databases!(
    the_desk_is_for_staff_only,
    what_is_typed_after_the_session_ended_is_given_back,
    forms_of_other_sites_are_refused,
    every_answer_forbids_scripts_and_frames,
);

fn the_desk_is_for_staff_only(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    steps::send(&visitor);
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    for path in ["/desk", &report] {
        let answer = visitor.get(path);
        assert_eq!(
            (answer.status, answer.location.as_deref()),
            (303, Some("/desk/sign-in")),
            "{path}"
        );
    }
    assert_eq!(visitor.post(&report, &[("verdict", "publish")]).status, 303);
    for (name, password) in [("first", "not the password"), ("nobody", steps::PASSWORD)] {
        let answer = visitor.post("/desk/sign-in", &[("name", name), ("password", password)]);
        assert_eq!(answer.status, 403);
        assert!(answer.body.contains("Name, password or code is wrong."));
        assert!(answer.header("set-cookie").is_none());
    }
    assert_eq!(first.post("/desk/sign-out", &[]).status, 303);
    assert_eq!(
        first.get("/desk").status,
        303,
        "a session ends with signing out"
    );
}

fn what_is_typed_after_the_session_ended_is_given_back(backend: Backend) {
    let server = Server::start(backend, 2);
    steps::send(&server.client());
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    let work = [
        ("verdict", "save"),
        ("synopsis", "It \"filled\" <up>\nand fell over."),
    ];
    let output = server.run(&["user", "password", "first"], "another long password\n");
    assert!(output.status.success());
    let answer = first.post(&report, &work);
    assert_eq!(answer.status, 403, "{}", answer.body);
    let again = form::fields(&answer.body, &report);
    let given: Vec<(&str, &str)> = again
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(given, work);
    let secrets = [("password", steps::PASSWORD), ("do", "password")];
    assert_eq!(
        first.post("/desk/account", &secrets).status,
        303,
        "no password is given back"
    );
}

fn forms_of_other_sites_are_refused(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    assert_eq!(
        visitor
            .post_from("cross-site", "/api/v1/reports", &[("text", "hello")])
            .status,
        403
    );
    for path in ["/stack", "/stack/checklist", "/api/v1/stack"] {
        let answer = visitor.post_from("cross-site", path, &[("text", "nginx")]);
        assert_eq!(answer.status, 403, "{path}");
    }
    for site in ["cross-site", "same-site"] {
        let confirm = [("receipt", receipt.as_str()), ("confirm", "yes")];
        for path in [
            "/receipt",
            "/receipt/withdraw",
            "/receipt/share",
            "/report/preview",
            "/report/look",
            "/report/draft",
            "/report/sheet",
            "/report/send",
            "/desk/sign-in",
        ] {
            assert_eq!(
                visitor.post_from(site, path, &confirm).status,
                403,
                "{path}"
            );
        }
        assert_eq!(
            first
                .post_from(site, &report, &[("verdict", "approve")])
                .status,
            403
        );
    }
    assert!(
        visitor
            .post("/receipt", &[("receipt", &receipt)])
            .body
            .contains("waiting for an analyst")
    );
}

fn every_answer_forbids_scripts_and_frames(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let answers = [
        (200, visitor.get("/")),
        (200, visitor.get("/search?q=nginx")),
        (200, visitor.get("/search.atom?q=nginx")),
        (200, visitor.get("/search.csv?q=nginx")),
        (200, visitor.get("/api")),
        (200, visitor.get("/data/dictionary")),
        (404, visitor.get("/data/corpus.json")),
        (200, visitor.get("/report")),
        (200, visitor.get("/report/form?about=nearly")),
        (200, visitor.get("/report/form?about=nearly&full=yes")),
        (200, visitor.get("/report/second")),
        (422, visitor.post("/report/draft", &[])),
        (422, visitor.post("/receipt/share", &[])),
        (200, visitor.get("/stack")),
        (200, visitor.post("/stack", &[("text", "nginx")])),
        (422, visitor.post("/stack", &[("text", "{}")])),
        (
            200,
            visitor.post("/stack/checklist", &[("technology", "nginx")]),
        ),
        (405, visitor.get("/stack/checklist")),
        (405, visitor.get("/api/v1/stack")),
        (200, visitor.get("/api/v1/search")),
        (303, visitor.get("/desk")),
        (404, visitor.get("/nowhere")),
        (404, visitor.get("/api/v1/nowhere")),
        (403, visitor.post_from("cross-site", "/receipt", &[])),
        (405, visitor.post("/about", &[])),
        (
            413,
            visitor.post_bytes(
                "/report/preview",
                "application/x-www-form-urlencoded",
                &vec![b'a'; 2 << 20],
            ),
        ),
        (
            415,
            visitor.post_bytes("/report/preview", "text/plain", b"hello"),
        ),
        (422, visitor.post("/receipt", &[("receipt", "nonsense")])),
        (
            400,
            visitor.post_bytes("/api/v1/reports", "application/json", b"{"),
        ),
    ];
    for (status, answer) in answers {
        assert_eq!(answer.status, status, "{}", answer.body);
        let policy = answer.header("content-security-policy").expect("a policy");
        assert!(
            policy.starts_with("default-src 'none';") && !policy.contains("script-src"),
            "{policy}"
        );
        for (name, value) in [
            ("x-frame-options", "DENY"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{status}");
        }
        assert!(!answer.body.contains("<script"), "{status}");
    }
    for path in ["/report", "/receipt", "/desk/sign-in"] {
        assert_eq!(
            visitor.get(path).header("cache-control"),
            Some("no-store"),
            "{path}"
        );
    }
    for path in ["/stack", "/stack/checklist", "/api/v1/stack"] {
        let answer = visitor.post(path, &[("text", "nginx")]);
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    }
    assert!(
        visitor.get("/").header("set-cookie").is_none(),
        "visitors get no cookie"
    );
}
