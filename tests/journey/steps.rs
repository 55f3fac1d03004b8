//! Steps that several tests take.

use candor::auth::TotpSecret;
use candor::report::{Clock, SystemClock};
use serde_json::json;

use crate::common::form;
use crate::common::http::{Answer, Client};
use crate::common::server::Server;

/// A password for analysts of the tests.
pub(crate) const PASSWORD: &str = "a long enough password";

/// An invented write-up with something to remove in every part.
pub(crate) const WRITE_UP: &str = "\
# Checkout down after nginx reload

Date: 2026-03-14
Authors: Wilhelmina Okonkwo, Jasper Thistlewood

## Summary

On Saturday 14 March 2026 at 09:12 UTC Zephyrbank customers could not pay. nginx could not reach
redis after a reload, and every request retried until the connection pool was exhausted: a retry storm.

## Timeline

- 09:12 Wilhelmina reloads nginx on web-17.zephyrbank.example (10.20.30.41)
- 09:14 alert: error rate
- 09:31 Jasper restarts redis
- 09:40 all clear

## Contributing factors

- No limit on retries
  - The default of the client library was never changed
- The health check did not touch redis

## What went well

The rollback was practised.

## Action items

- Limit retries (wilhelmina.okonkwo@zephyrbank.example, OPS-4471)
- Alert on pool use
";

/// Sends the write-up over the API and gives the receipt.
pub(crate) fn send(client: &Client) -> String {
    send_text(client, WRITE_UP)
}

/// Sends a write-up over the API and gives the receipt.
pub(crate) fn send_text(client: &Client, text: &str) -> String {
    let answer = client.post_json(
        "/api/v1/reports",
        &json!({ "text": text, "declared": ["Zephyrbank"] }),
    );
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()["receipt"].as_str().unwrap().to_owned()
}

/// A client signed in as this analyst, whose account is made.
pub(crate) fn analyst(server: &Server, name: &str) -> Client {
    staff(server, name, "analyst")
}

/// A client signed in as somebody with this role, whose account is made.
pub(crate) fn staff(server: &Server, name: &str, role: &str) -> Client {
    server.add_staff(name, PASSWORD, role);
    let client = server.client();
    let answer = client.post("/desk/sign-in", &[("name", name), ("password", PASSWORD)]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    enrol(&client);
    client
}

/// Sets up the second factor of somebody who has signed in for the first time; gives the recovery
/// codes.
pub(crate) fn enrol(client: &Client) -> Vec<String> {
    let page = client.get("/desk/second-factor");
    assert_eq!(page.status, 200, "{}", page.body);
    let key = between(&page.body, "second-key\">", "<").expect("a key");
    let answer = client.post("/desk/second-factor", &[("code", &code(key))]);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let (_, list) = answer.body.split_once("class=\"recovery\"").unwrap();
    let codes = list.split("<li>").skip(1);
    let codes = codes.filter_map(|rest| rest.split('<').next().map(str::to_owned));
    codes.collect()
}

/// What an authenticator shows now for this key.
pub(crate) fn code(key: &str) -> String {
    let secret: TotpSecret = key.parse().unwrap();
    secret.code(SystemClock.now()).to_string()
}

/// What stands between two texts.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split(after).next()
}

/// Presses a button of a page of the desk that somebody has just opened.
pub(crate) fn press(client: &Client, path: &str, fields: &[(&str, &str)]) -> Answer {
    let page = client.get(path).body;
    let seen = between(&page, "name=\"state\" value=\"", "\"").unwrap_or_default();
    client.post(path, &[fields, &[("state", seen)]].concat())
}

/// Addresses of the reports in the queue.
pub(crate) fn queue(client: &Client) -> Vec<String> {
    let page = client.get("/desk");
    assert_eq!(page.status, 200, "{}", page.body);
    let mut found: Vec<String> = page
        .body
        .split("href=\"/desk/reports/")
        .skip(1)
        .map(|rest| format!("/desk/reports/{}", &rest[..36]))
        .collect();
    found.dedup();
    found
}

/// Presses a button under a report as it stands on the analyst's screen.
pub(crate) fn decide(client: &Client, report: &str, verdict: &str) -> Answer {
    let page = client.get(report);
    assert_eq!(page.status, 200, "{}", page.body);
    let mut fields = form::fields(&page.body, report);
    form::set(&mut fields, "verdict", verdict);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    client.post(report, &fields)
}

/// Takes the only report in the queue to publication; gives its public address.
pub(crate) fn publish(server: &Server) -> String {
    let (first, second) = (analyst(server, "first"), analyst(server, "second"));
    let report = queue(&first).pop().expect("a report waits");
    assert_eq!(decide(&first, &report, "approve").status, 303);
    assert_eq!(decide(&second, &report, "approve").status, 303);
    let answer = decide(&second, &report, "publish");
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location.unwrap()
}
