//! Input nobody asked for: a clear answer, nothing kept, nothing lost.

use serde_json::json;

use super::on_both_databases;
use super::steps::{self, analyst, queue};
use crate::common::database::Backend;
use crate::common::form;
use crate::common::http::Answer;
use crate::common::server::Server;

on_both_databases!(
    what_cannot_be_used_is_refused_with_its_reason,
    a_form_sent_twice_is_kept_once,
    a_second_account_sent_twice_is_kept_once,
    hostile_searches_are_searches,
);

fn what_cannot_be_used_is_refused_with_its_reason(backend: Backend) {
    let server = Server::start(backend, 1);
    let visitor = server.client();
    let long = "word ".repeat(80_000);
    let cases = [
        ("", 422),
        ("   \n\t\n", 422),
        (
            "# Title\n\n## Summary\n\n## Timeline\n\n## Action items\n\n- [ ] TBD\n",
            422,
        ),
        ("%PDF-1.7 \u{0}\u{1}\u{2}", 415),
        (long.as_str(), 413),
    ];
    for (text, status) in cases {
        let answer = visitor.post_json("/api/v1/reports", &json!({ "text": text }));
        assert_eq!(answer.status, status, "{:.40}: {}", text, answer.body);
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json")
        );
        assert!(!answer.json()["detail"].as_str().unwrap().is_empty());
    }
    for body in [
        json!({}),
        json!({ "text": "a", "report": {} }),
        json!([1]),
        json!({ "text": 5 }),
    ] {
        assert_eq!(
            visitor.post_json("/api/v1/reports", &body).status,
            400,
            "{body}"
        );
    }
    let unknown = json!({ "report": { "title": "t", "summary": "s",
        "failure_modes": [{ "code": "no-such-mode", "coder": "reporter", "confidence": "high" }] } });
    assert_eq!(visitor.post_json("/api/v1/reports", &unknown).status, 422);
    for (list, word) in [("no-such-list", "tide"), ("triggers", &*"t".repeat(81))] {
        let body = json!({ "text": "# It broke", "missed": [{"list": list, "word": word}] });
        assert_eq!(visitor.post_json("/api/v1/reports", &body).status, 422);
    }
    assert_eq!(
        visitor
            .post_bytes("/api/v1/reports", "application/json", &[0xff, 0xfe, 0x00])
            .status,
        400
    );
    let deep = "[".repeat(100_000);
    assert_eq!(
        visitor
            .post_bytes("/api/v1/reports", "application/json", deep.as_bytes())
            .status,
        400
    );
    for receipt in ["", "nonsense", "0000-0000-0000-0000-0000-0000-0000"] {
        assert_eq!(
            visitor.post("/receipt", &[("receipt", receipt)]).status,
            422,
            "{receipt}"
        );
    }
    for path in [
        "/reports/nonsense",
        "/technologies/nonsense",
        "/patterns/%00",
        "/digests/2026-13",
        "/drills/nonsense",
        "/drills/00000000-0000-4000-8000-000000000000/1",
    ] {
        assert_eq!(visitor.get(path).status, 404, "{path}");
    }
    assert!(
        queue(&analyst(&server, "first")).is_empty(),
        "nothing of it was kept"
    );
}

fn a_form_sent_twice_is_kept_once(backend: Backend) {
    let server = Server::start(backend, 1);
    let visitor = server.client();
    let preview = visitor.post(
        "/report/preview",
        &[("text", steps::WRITE_UP), ("declared", "Zephyrbank")],
    );
    assert_eq!(preview.status, 200, "{}", preview.body);
    let fields = form::fields(&preview.body, "/report/look");
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let sent = visitor.post("/report/send", &fields);
    assert_eq!(sent.status, 201, "{}", sent.body);
    let again = visitor.post("/report/send", &fields);
    assert_eq!(again.status, 201, "{}", again.body);
    assert_eq!(receipt_on(&again), receipt_on(&sent));
    let other: Vec<(&str, &str)> = fields
        .iter()
        .map(|&(name, value)| {
            if name == "title" {
                (name, "Another")
            } else {
                (name, value)
            }
        })
        .collect();
    let other = visitor.post("/report/send", &other);
    assert_eq!(other.status, 409, "{}", other.body);
    assert!(other.body.contains("with another text"));
    assert_eq!(queue(&analyst(&server, "first")).len(), 1);
}

/// The groups of a receipt or a code that a page shows.
fn receipt_on(answer: &Answer) -> String {
    let shown = steps::between(&answer.body, "class=\"receipt\"", "</p>").expect("a receipt");
    let groups = shown.split("<span>").skip(1);
    let groups = groups.filter_map(|group| group.split("</span>").next());
    groups.collect::<Vec<_>>().join("-")
}

/// The first click uses the code up; the second is no stranger with a used code.
fn a_second_account_sent_twice_is_kept_once(backend: Backend) {
    let server = Server::start(backend, 1);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let shared = visitor.post("/receipt/share", &[("receipt", &receipt)]);
    let code = receipt_on(&shared);
    let nonce = form::fields(&visitor.get("/report/second").body, "/report/look");
    let nonce = nonce
        .iter()
        .find(|(name, _)| name == "nonce")
        .expect("a number");
    let account = [
        ("form", "second"),
        ("nonce", nonce.1.as_str()),
        ("code", code.as_str()),
        ("title", "The same evening, from the network room"),
        ("kind", "near-miss"),
        (
            "narrative_text",
            "The switch was fine. We looked at it for an hour.",
        ),
    ];
    let sent = visitor.post("/report/send", &account);
    assert_eq!(sent.status, 201, "{}", sent.body);
    let again = visitor.post("/report/send", &account);
    assert_eq!(again.status, 201, "{}", again.body);
    assert_eq!(receipt_on(&again), receipt_on(&sent));
    let mut stranger = account;
    stranger[3].1 = "Another account";
    assert_eq!(visitor.post("/report/send", &stranger).status, 422);
    assert_eq!(queue(&analyst(&server, "first")).len(), 2);
}

fn hostile_searches_are_searches(backend: Backend) {
    let server = Server::start(backend, 1);
    let visitor = server.client();
    let queries = [
        "%22unclosed",
        "((((((",
        "stack%3A",
        "NOT+NOT+NOT",
        "%00%01%02",
        "%F0%9F%92%A5%E2%80%AE%EF%BF%BF",
        "a*+b*+c*",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "period%3A9999..0000",
        &"x+".repeat(4000),
    ];
    for query in queries {
        let page = visitor.get(&format!("/search?q={query}"));
        assert_eq!(page.status, 200, "{query}");
        assert!(!page.body.contains("<script"));
        assert_eq!(
            visitor.get(&format!("/api/v1/search?q={query}")).status,
            200,
            "{query}"
        );
    }
    assert_eq!(
        visitor
            .get("/search?q=a&cursor=forged&sort=backwards")
            .status,
        200
    );
    assert_eq!(visitor.get("/api/v1/search?cursor=forged").status, 400);
}
