//! Everything a receipt opens, in the whole program: questions and answers, a changed report before
//! and after publication, and what readers say.

use super::canary::assert_no_canary;
use super::kept::everything_kept;
use super::on_both_databases;
use super::steps::{self, analyst, decide, queue};
use crate::common::database::Backend;
use crate::common::form;
use crate::common::http::{Answer, Client};
use crate::common::server::{Server, eventually};

on_both_databases!(
    a_question_is_asked_and_answered,
    a_report_is_changed_before_and_after_publication,
    readers_are_counted_once_and_from_three_on,
);

/// What somebody types who does not think of names. None of it may ever be kept.
pub(crate) const TYPED: &str = "Bartholomew Thessaly of Quorxwell saw it on kwibble-prod-7 at 10.99.88.77, \
     key AKIAQ7W3CANARY4X2ZP5, bthessaly@quorxwell.example";
pub(crate) const NAMES: &str = "Quorxwell\nkwibble-prod-7";

pub(crate) fn post(client: &Client, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    client.post(path, &fields)
}

pub(crate) fn opened(visitor: &Client, receipt: &str) -> String {
    let page = visitor.post("/receipt", &[("receipt", receipt)]);
    assert_eq!(page.status, 200, "{}", page.body);
    page.body
}

/// Writes a message as the page leads one to: looks at what would be kept, then sends it.
pub(crate) fn write(visitor: &Client, receipt: &str, words: &str) -> Answer {
    let page = opened(visitor, receipt);
    let seen = steps::between(&page, "name=\"seen\" value=\"", "\"").expect("a letter's number");
    let looked = visitor.post(
        "/receipt/message/look",
        &[
            ("receipt", receipt),
            ("nonce", "0123456789abcdef0123456789abcdef"),
            ("seen", seen),
            ("text", words),
            ("declared", NAMES),
        ],
    );
    assert_eq!(looked.status, 200, "{}", looked.body);
    let mut fields = form::fields(&looked.body, "/receipt/message");
    let nonce = number(words);
    form::set(&mut fields, "nonce", &nonce);
    let kept: Vec<_> = fields
        .iter()
        .filter(|(name, _)| name == "text")
        .map(|(_, value)| value.as_str())
        .collect();
    assert_no_canary("what would be kept of a message", &kept.concat());
    post(visitor, "/receipt/message", &fields)
}

/// A number for a form that differs from text to text.
pub(crate) fn number(words: &str) -> String {
    let sum = words.bytes().fold(7_u128, |sum, byte| {
        sum.wrapping_mul(0x0100_0000_01b3).wrapping_add(byte.into())
    });
    format!("{sum:032x}")
}

pub(crate) fn ask(analyst: &Client, report: &str, words: &str) {
    let mail = format!("{report}/mail");
    let looked = analyst.post(&mail, &[("do", "look"), ("asks", "yes"), ("text", words)]);
    assert_eq!(looked.status, 200, "{}", looked.body);
    let mut fields = form::fields(&looked.body, &mail);
    form::set(&mut fields, "do", "send");
    assert_eq!(post(analyst, &mail, &fields).status, 303);
}

/// Accepts what the mailbox of a report proposes.
pub(crate) fn accept(analyst: &Client, mail: &str) {
    let page = analyst.get(mail);
    assert_eq!(page.status, 200, "{}", page.body);
    let mut fields = form::fields(&page.body, mail);
    form::set(&mut fields, "do", "accept");
    assert_eq!(post(analyst, mail, &fields).status, 303);
}

fn a_question_is_asked_and_answered(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    ask(&first, &report, "How did you decide what to try?");
    assert!(first.get("/desk").body.contains("Waits for the reporter"));
    assert!(first.get(&report).body.contains("A question waits"));
    let page = opened(&visitor, &receipt);
    assert!(page.contains("The desk asks you something") && page.contains("decide what to try"));

    let sent = write(
        &visitor,
        &receipt,
        "The graph of the pool was flat. Bartholomew Thessaly said so.",
    );
    assert_eq!(sent.status, 200, "{}", sent.body);
    assert!(sent.body.contains("It is kept") && !sent.body.contains("The desk asks you"));
    let again = write(
        &visitor,
        &receipt,
        "The graph of the pool was flat. Bartholomew Thessaly said so.",
    );
    assert!(
        again.body.contains("This form was sent before"),
        "{}",
        again.body
    );
    assert_eq!(
        opened(&visitor, &receipt).matches("pool was flat").count(),
        1
    );
    assert!(first.get("/desk").body.contains("The reporter has written"));
    let mail = first.get(&format!("{report}/mail")).body;
    assert!(mail.contains("pool was flat") && !mail.contains("Thessaly"));
    let read = first.post(&format!("{report}/mail"), &[("do", "read")]);
    assert_eq!(read.status, 303);
    assert!(
        !first.get("/desk/mail").body.contains("Nobody waits"),
        "nothing was seen, nothing is read"
    );
    let mut fields = form::fields(&mail, &format!("{report}/mail"));
    form::set(&mut fields, "do", "read");
    let read = post(&first, &format!("{report}/mail"), &fields);
    assert_eq!(read.status, 303);
    assert!(first.get("/desk/mail").body.contains("Nobody waits"));
    for (path, fields) in [
        (
            "/receipt/message",
            [("receipt", receipt.as_str()), ("text", "x")],
        ),
        (
            "/receipt/message/look",
            [("receipt", receipt.as_str()), ("text", " ")],
        ),
        (
            "/receipt/message/look",
            [("receipt", "nonsense"), ("text", "x")],
        ),
    ] {
        let refused = visitor.post(path, &fields);
        assert!(
            (400..500).contains(&refused.status),
            "{path} {}",
            refused.status
        );
    }
    for path in ["/desk/mail", &format!("{report}/mail")] {
        assert_eq!(visitor.get(path).status, 303, "{path} is for staff");
    }
}

fn a_report_is_changed_before_and_after_publication(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    assert_eq!(decide(&first, &report, "approve").status, 303);
    change(
        &visitor,
        &receipt,
        "Checkout down after a reload of nginx",
        "",
    );
    let page = first.get(&report).body;
    assert!(page.contains("after a reload of nginx") && page.contains("nobody yet"));
    assert_eq!(first.post("/desk/sign-out", &[]).status, 303);

    let second = analyst(&server, "second");
    let third = analyst(&server, "third");
    assert_eq!(decide(&second, &report, "approve").status, 303);
    assert_eq!(decide(&third, &report, "approve").status, 303);
    let public = decide(&third, &report, "publish").location.unwrap();
    let form_page = visitor.post("/receipt/amend", &[("receipt", &receipt)]);
    let mut fields = form::fields(&form_page.body, "/report/look");
    form::set(&mut fields, "title", "Checkout down, twice");
    for path in ["/report/look", "/receipt/changed"] {
        let without = post(&visitor, path, &fields);
        assert_eq!(without.status, 422, "a public change needs its reason");
        assert!(without.body.contains("what you change and why"));
        assert!(
            without.body.contains("Checkout down, twice"),
            "{path} keeps what was typed"
        );
    }
    let proposed = change(
        &visitor,
        &receipt,
        "Checkout down, twice",
        "It came back a week later.",
    );
    assert!(
        proposed.body.contains("waits for an analyst"),
        "{}",
        proposed.body
    );
    assert!(!visitor.get(&public).body.contains("twice"));
    let mail = format!("{report}/mail");
    assert!(second.get(&mail).body.contains("Checkout down, twice"));
    accept(&second, &mail);
    assert!(
        !visitor.get(&public).body.contains("twice"),
        "two must accept it"
    );
    accept(&third, &mail);
    let page = visitor.get(&public).body;
    assert!(page.contains("Checkout down, twice") && page.contains("It came back a week later."));
    eventually("the index hears of it", || {
        visitor.get("/api/v1/search?q=twice").json()["total"] == 1
    });
    let json = visitor.get(&format!("{public}.json")).json();
    assert_eq!(
        (&json["revision"], &json["changes"][0]["revision"]),
        (&1.into(), &1.into())
    );
    let calendar = visitor.post("/receipt/calendar", &[("receipt", &receipt)]);
    assert_eq!(
        calendar.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    assert_eq!(calendar.body.matches("BEGIN:VEVENT").count(), 3);
    assert!(!calendar.body.contains(&receipt) && !calendar.body.to_lowercase().contains("candor"));
}

pub(crate) fn change(visitor: &Client, receipt: &str, title: &str, note: &str) -> Answer {
    let form_page = visitor.post("/receipt/amend", &[("receipt", receipt)]);
    assert_eq!(form_page.status, 200, "{}", form_page.body);
    let mut fields = form::fields(&form_page.body, "/report/look");
    form::set(&mut fields, "title", title);
    form::set(&mut fields, "note", note);
    form::set(&mut fields, "declared", NAMES);
    let looked = post(visitor, "/report/look", &fields);
    assert_eq!(looked.status, 200, "{}", looked.body);
    let fields = form::fields(&looked.body, "/report/look");
    assert!(
        fields
            .iter()
            .any(|(name, value)| name == "receipt" && value == receipt)
    );
    post(visitor, "/receipt/changed", &fields)
}

fn readers_are_counted_once_and_from_three_on(backend: Backend) {
    let server = Server::behind(backend, 2, 1);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let public = steps::publish(&server);
    let said = format!("{public}/said");
    let say = |from: &str, ticket: Option<&str>| {
        let ask = visitor.post_via(from, &said, &[("said", "happened-to-us")]);
        assert_eq!(ask.status, 200, "{}", ask.body);
        let mut fields = form::fields(&ask.body, &said);
        if let Some(ticket) = ticket {
            form::set(&mut fields, "ticket", ticket);
        }
        let ticket = fields
            .iter()
            .find(|(name, _)| name == "ticket")
            .unwrap()
            .1
            .clone();
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(visitor.post_via(from, &said, &fields).status, 200);
        ticket
    };
    let shown = || visitor.get(&public).body.contains("At least 3 said");
    let first = say("192.0.2.1", None);
    say("192.0.2.77", None);
    say("198.51.100.1", None);
    say("203.0.113.1", Some(&first));
    assert!(
        !shown(),
        "the same network, and a ticket used before, do not count"
    );
    say("203.0.113.1", None);
    assert!(shown());
    assert!(opened(&visitor, &receipt).contains("At least 3 said"));
    assert_eq!(visitor.post(&said, &[("said", "nonsense")]).status, 400);
    assert_eq!(visitor.get(&said).status, 405);
    let kept = everything_kept(&server);
    for trace in ["192.0.2", "198.51.100", "203.0.113"] {
        assert!(!kept.contains(trace), "{trace}");
    }
}
