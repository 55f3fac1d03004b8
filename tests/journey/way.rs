//! The way of a report: sent, reviewed by two, published, found, retold, taken back.

use jiff::tz::TimeZone;

use super::on_both_databases;
use super::steps::{self, analyst, decide, queue};
use crate::common::database::Backend;
use crate::common::server::{Server, eventually};

on_both_databases!(
    a_report_goes_from_receipt_to_reader_and_back,
    two_different_analysts_must_approve,
    a_refused_report_tells_its_reporter_why,
    a_digest_retells_what_was_published_and_forgets_what_was_withdrawn,
    a_terminal_sends_only_what_is_left,
);

fn a_report_goes_from_receipt_to_reader_and_back(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    assert!(
        visitor
            .post("/receipt", &[("receipt", &receipt)])
            .body
            .contains("waiting for an analyst")
    );

    let public = steps::publish(&server);
    let page = visitor.get(&public);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("nginx") || page.body.contains("NGINX"));

    let found = visitor
        .get("/api/v1/search?q=stack:nginx+stack:redis+mode:retry-storm")
        .json();
    assert_eq!(found["total"], 1, "{found}");
    let id = found["reports"][0]["id"].as_str().unwrap().to_owned();
    assert!(public.ends_with(&id));
    assert!(visitor.get("/search?q=retries").body.contains(&public));
    assert!(visitor.get("/technologies/nginx").body.contains(&public));
    assert_eq!(
        visitor.get(&format!("/api/v1/reports/{id}")).json()["id"],
        id.as_str()
    );
    let status = visitor.post("/receipt", &[("receipt", &receipt)]);
    assert!(
        status.body.contains(&public),
        "the receipt leads to the published report"
    );

    let unconfirmed = visitor.post("/receipt/withdraw", &[("receipt", &receipt)]);
    assert_eq!(visitor.get(&public).status, 200, "{}", unconfirmed.body);
    visitor.post(
        "/receipt/withdraw",
        &[("receipt", &receipt), ("confirm", "yes")],
    );
    assert_eq!(visitor.get(&public).status, 410);
    assert_eq!(visitor.get(&format!("/api/v1/reports/{id}")).status, 410);
    let found = visitor.get("/api/v1/search?q=retries").json();
    assert_eq!(found["reports"], serde_json::json!([]), "gone at once");
    assert!(!visitor.get("/search?q=retries").body.contains(&public));
    eventually("the index forgets a withdrawn report", || {
        visitor.get("/api/v1/search?q=").json()["total"] == 0
    });
    assert!(
        visitor
            .post("/receipt", &[("receipt", &receipt)])
            .body
            .contains("took this report back")
    );
}

fn two_different_analysts_must_approve(backend: Backend) {
    let server = Server::start(backend, 2);
    steps::send(&server.client());
    let (first, second) = (analyst(&server, "first"), analyst(&server, "second"));
    let report = queue(&first).pop().unwrap();
    assert_eq!(decide(&first, &report, "approve").status, 303);
    assert_eq!(
        decide(&first, &report, "approve").status,
        303,
        "approving twice counts once"
    );
    assert_eq!(decide(&first, &report, "publish").status, 409);
    assert_eq!(decide(&second, &report, "approve").status, 303);
    assert_eq!(decide(&first, &report, "publish").status, 303);
}

fn a_refused_report_tells_its_reporter_why(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    assert_eq!(
        first.post(&report, &[("verdict", "refuse")]).status,
        422,
        "a refusal needs its reason"
    );
    let answer = first.post(
        &report,
        &[("verdict", "refuse"), ("reason", "out-of-scope")],
    );
    assert_eq!(answer.status, 303, "{}", answer.body);
    let status = visitor.post("/receipt", &[("receipt", &receipt)]).body;
    assert!(
        status.contains("It is not about running software."),
        "{status}"
    );
    assert_eq!(visitor.get("/api/v1/search?q=").json()["total"], 0);
}

fn a_digest_retells_what_was_published_and_forgets_what_was_withdrawn(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let public = steps::publish(&server);
    let id = public.strip_prefix("/reports/").unwrap();
    let month = jiff::Zoned::now()
        .with_time_zone(TimeZone::UTC)
        .strftime("%Y-%m")
        .to_string();
    for format in ["md", "json", "html"] {
        let out = server.run(&["digest", "--period", &month, "--format", format], "");
        assert!(
            out.status.success(),
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(text.to_lowercase().contains("nginx"), "{format}: {text}");
    }
    assert!(
        visitor
            .get("/digests")
            .body
            .contains(&format!("/digests/{month}"))
    );
    assert_eq!(visitor.get(&format!("/digests/{month}")).status, 200);
    visitor.post(
        "/receipt/withdraw",
        &[("receipt", &receipt), ("confirm", "yes")],
    );
    for form in ["", ".json", ".md", ".html"] {
        let path = format!("/digests/{month}{form}");
        assert!(!visitor.get(&path).body.contains(id), "{form}");
        eventually("it is made anew", || visitor.get(&path).status == 200);
        let issue = visitor.get(&path);
        assert!(!issue.body.contains(id), "{form}: {}", issue.body);
    }
    let typo = server.run(&["digest", "--period", "2130-01"], "");
    assert_eq!(typo.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&typo.stderr).contains("has not begun"));
    assert_eq!(visitor.get("/digests/2130-01").status, 404);
}

fn a_terminal_sends_only_what_is_left(backend: Backend) {
    let server = Server::start(backend, 2);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("checkout-down.md");
    std::fs::write(&file, steps::WRITE_UP).unwrap();
    let submit = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_candor"));
        command
            .arg("submit")
            .arg(&file)
            .args(["--declare", "Zephyrbank"])
            .args(arguments);
        command.stdin(std::process::Stdio::null()).output().unwrap()
    };
    assert_eq!(
        submit(&["--to", server.base()]).status.code(),
        Some(2),
        "nobody was asked"
    );
    let sent = submit(&["--to", server.base(), "--yes"]);
    assert!(
        sent.status.success(),
        "{}",
        String::from_utf8_lossy(&sent.stderr)
    );
    let receipt = String::from_utf8(sent.stdout).unwrap();
    let status = server
        .client()
        .post("/receipt", &[("receipt", receipt.trim())]);
    assert!(
        status.body.contains("waiting for an analyst"),
        "{}",
        status.body
    );
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    let page = first.get(&report).body;
    assert!(page.contains("[T+") && !page.contains("Zephyrbank") && !page.contains("Wilhelmina"));
    assert_eq!(
        submit(&["--to", "http://127.0.0.1:1", "--yes"])
            .status
            .code(),
        Some(3)
    );
}
