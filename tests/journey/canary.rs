//! Canaries: words planted in every raw field, and the visitor's address and browser, are in no
//! file, no page, no answer, no log and no index after the whole journey.

use std::fs;

use serde_json::json;

use super::kept::{dump, each_file};
use super::on_both_databases;
use super::steps;
use crate::common::database::Backend;
use crate::common::http::USER_AGENT;
use crate::common::server::Server;

on_both_databases!(no_canary_stays_anywhere);

/// Planted: people, handles, hosts, addresses, numbers, secrets, declared names in odd places.
const CANARIES: [&str; 16] = [
    "Quorxwell",
    "quorxwell",
    "Bartholomew",
    "Thessaly",
    "Vandersloot",
    "kwibble-prod-7",
    "zzyzx-9.quorxwell.example",
    "10.99.88.77",
    "2001:db8:c0de::7",
    "bthessaly@quorxwell.example",
    "+44 1632 960 777",
    "AKIAQ7W3CANARY4X2ZP5",
    "hunter2-Canary-Pass!",
    "INC-770077",
    "arn:aws:iam::770077007700:role/canary",
    "3f9c1e7a-77aa-4b1d-9c55-0c0ffee77aaa",
];

fn write_up(heading: &str) -> String {
    format!(
        "{heading}

Author: Bartholomew Thessaly (@bthessaly), bthessaly@quorxwell.example, +44 1632 960 777

## Summary

Quorxwell's queue on kwibble-prod-7 filled up at 09:17 UTC on 14 March 2026. Ticket INC-770077.

## Timeline

- 09:17 Bartholomew sees redis on zzyzx-9.quorxwell.example (10.99.88.77, 2001:db8:c0de::7) out of memory
- 09:20 Ms Vandersloot calls +44 1632 960 777
- 09:31 key AKIAQ7W3CANARY4X2ZP5 rotated, role arn:aws:iam::770077007700:role/canary

## Contributing factors

- The password hunter2-Canary-Pass! was in the runbook of Bartholomew Thessaly
- request 3f9c1e7a-77aa-4b1d-9c55-0c0ffee77aaa was retried without limit by quorxwell-gateway

## What went well

Thessaly knew redis.

## Where we got lucky

Vandersloot was awake at 10.99.88.77.

## Lessons learned

Quorxwell needs limits.

## Action items

- Limits on quorxwell-gateway (bthessaly@quorxwell.example, INC-770077)
"
    )
}

fn no_canary_stays_anywhere(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let declared = "Quorxwell\nkwibble-prod-7\nVandersloot\n";

    let preview = visitor.post(
        "/report/preview",
        &[
            ("text", &write_up("# Quorxwell queue full")),
            ("declared", declared),
        ],
    );
    assert_eq!(preview.status, 200, "{}", preview.body);
    assert_no_canary("the preview's fields", &kept_fields(&preview.body));
    let mut fields = keep_and_remove(&server, &preview.body);
    // Typed at the last moment, and never looked at again before it is sent.
    crate::common::form::set(
        &mut fields,
        "lessons",
        "Ask Bartholomew Thessaly of Quorxwell",
    );
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let draft = visitor.post("/report/draft", &fields);
    assert_eq!(draft.status, 200, "{}", draft.body);
    assert_no_canary("the saved draft", &draft.body);
    let sheet = visitor.post("/report/sheet", &fields);
    assert_no_canary("the sheet to sign", &sheet.body);
    let sent = visitor.post("/report/send", &fields);
    assert_eq!(sent.status, 201, "{}", sent.body);

    let answer = visitor.post_json(
        "/api/v1/anonymise",
        &json!({ "text": write_up("# q"), "declared": ["Quorxwell", "kwibble-prod-7", "Vandersloot"] }),
    );
    assert_no_canary(
        "the API's anonymiser",
        answer.json()["text"].as_str().unwrap(),
    );
    // What is refused must leave no trace either.
    visitor.post_bytes(
        "/api/v1/reports",
        "application/json",
        b"{\"text\": \"Bartholomew Thessaly of Quorxwell\"",
    );
    visitor.post_json(
        "/api/v1/reports",
        &json!({ "report": { "title": "", "summary": "Quorxwell Thessaly" } }),
    );
    visitor.get("/search?q=Bartholomew+Thessaly");
    visitor.get("/reports/Quorxwell");

    hand_in_a_stack(&server);
    let public = steps::publish(&server);
    let id = public.strip_prefix("/reports/").unwrap().to_owned();
    let month = jiff::Zoned::now().strftime("%Y-%m").to_string();
    let digest = server.run(&["digest", "--period", &month, "--format", "json"], "");
    assert_no_canary("the digest", &String::from_utf8_lossy(&digest.stdout));
    for path in [
        "/",
        "/search?q=redis",
        &public,
        &format!("{public}.md"),
        &format!("{public}.json"),
        &format!("/api/v1/reports/{id}"),
        "/api/v1/search?q=redis",
        "/technologies",
        "/technologies/redis",
        "/patterns",
        "/drills",
        "/patterns/combinations",
        "/patterns/chains",
        "/patterns/retold",
        "/patterns/breaks?stack=redis",
        "/checklists",
        "/checklists/on-call?stack=redis",
        "/checklists/on-call.md",
        "/sets",
        "/matrix",
        "/matrix.csv?stack=redis",
        "/matrix/worksheet?stack=redis",
        "/statistics",
        "/drills/pre-mortem?stack=redis",
        &format!("/digests/{month}"),
        &format!("/digests/{month}.md"),
    ] {
        let page = visitor.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert_no_canary(path, &page.body);
    }
    assert_no_canary("the log", &server.log());
    assert_no_visitor("the log", &server.log());
    let database = server.postgres_url().map(|url| dump(&url));
    if let Some(dump) = &database {
        assert_no_canary("the database", dump);
        assert_no_visitor("the database", dump);
    }
    each_file(server.data(), &mut |path, text| {
        assert_no_canary(path, text);
        assert_no_visitor(path, text);
    });
}

/// A name put back and taken out again, a removal that was never made, and a number too many: what
/// the form then carries.
fn keep_and_remove(server: &Server, page: &str) -> Vec<(String, String)> {
    let visitor = server.client();
    let look = |page: &str, name: &str, value: &str, forged: &str| {
        let mut fields = crate::common::form::fields(page, "/report/look");
        for (name, value) in &mut fields {
            if name == "removed" {
                value.push_str(forged);
            }
        }
        fields.push((name.to_owned(), value.to_owned()));
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let looked = visitor.post("/report/look", &fields);
        assert_eq!(looked.status, 200, "{}", looked.body);
        looked.body
    };
    let (before, _) = page
        .split_once("Keep <bdi>Bartholomew Thessaly</bdi>")
        .expect("the name can be kept");
    let number = before.rsplit_once("value=\"").unwrap().1;
    let number = number.split_once('"').unwrap().0;
    let kept = look(page, "put_back", number, "");
    assert!(kept_fields(&kept).contains("Bartholomew Thessaly"));
    let removed = look(&kept, "also", "Bartholomew Thessaly", "");
    assert_no_canary("the fields after a change of mind", &kept_fields(&removed));
    let secret = "\nPERSON\tfull-name\t0/1\t[secret]\tAKIAQ7W3CANARY4X2ZP5";
    let lines = crate::common::form::fields(&removed, "/report/look");
    let lines = lines.iter().find(|(name, _)| name == "removed").unwrap();
    let forged = lines.1.lines().count().to_string();
    let looked = look(&removed, "put_back", &forged, secret);
    assert_no_canary("the fields after a forged removal", &kept_fields(&looked));
    let looked = look(&removed, "put_back", "770077", "");
    assert_no_canary("the fields after a wrong number", &kept_fields(&looked));
    crate::common::form::fields(&looked, "/report/look")
}

/// What a preview would keep: its fields without those that are the reporter's own list.
fn kept_fields(page: &str) -> String {
    let own = ["declared", "kept", "removed"];
    crate::common::form::fields(page, "/report/look")
        .into_iter()
        .filter(|(name, _)| !own.contains(&name.as_str()))
        .map(|(_, value)| value + "\n")
        .collect()
}

#[test]
fn a_check_tells_where_and_never_what() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("write-up.md");
    fs::write(&file, write_up("# Queue full")).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_candor"));
    let command = command.args(["anonymise", "--check"]).arg(&file);
    let checked = command.output().unwrap();
    assert_eq!(checked.status.code(), Some(1));
    let [places, notes] =
        [&checked.stdout, &checked.stderr].map(|told| String::from_utf8_lossy(told).into_owned());
    assert!(places.contains("write-up.md:3:9: person ("), "{places}");
    assert!(notes.contains("an AWS access key"), "{notes}");
    assert_no_canary("the list of a check", &places);
    assert_no_canary("the notes of a check", &notes);
}

/// Manifests full of canaries, as page, API and command: the answers name none of them either.
fn hand_in_a_stack(server: &Server) {
    let visitor = server.client();
    let names: Vec<String> = CANARIES
        .iter()
        .map(|canary| format!("{canary:?}: \"1\""))
        .collect();
    let package = format!(
        "{{\"dependencies\": {{\"redis\": \"4\", {}}}}}",
        names.join(", ")
    );
    let list = format!("redis\n{}\n", CANARIES.join("\n"));
    let broken = format!(
        "services:\n  {}: [\n{}",
        CANARIES[0],
        CANARIES.join(": {\n")
    );
    let files = json!({ "files": [
        { "name": "Quorxwell/package.json", "text": package },
        { "name": "Quorxwell.txt", "text": list },
    ]});
    let answers = [
        visitor.post("/stack", &[("text", &package)]),
        visitor.post("/stack", &[("text", &list)]),
        visitor.post_json("/api/v1/stack", &files),
        visitor.post(
            "/stack/checklist",
            &[("technology", "redis"), ("technology", "Quorxwell")],
        ),
    ];
    for answer in answers {
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert!(answer.body.contains("Redis"), "{}", answer.body);
        assert_no_canary("the answer to a stack", &answer.body);
    }
    // What is typed comes back to its own box, and to nowhere else.
    assert_eq!(visitor.post("/stack", &[("text", &broken)]).status, 422);
    let files = json!({ "files": [{ "name": "compose.yml", "text": broken }] });
    let refused = visitor.post_json("/api/v1/stack", &files);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_no_canary("the refusal of a stack", &refused.body);
    let told = server.run(&["stack", "--format", "json", "-"], &list);
    assert_no_canary(
        "the command's answer",
        &String::from_utf8_lossy(&told.stdout),
    );
    assert_no_canary(
        "the command's notes",
        &String::from_utf8_lossy(&told.stderr),
    );
}

pub(crate) fn assert_no_canary(place: &str, text: &str) {
    for canary in CANARIES {
        assert!(
            !text.contains(canary),
            "{canary} is in {place}:\n{}",
            around(text, canary)
        );
    }
}

fn assert_no_visitor(place: &str, text: &str) {
    for trace in [USER_AGENT, "CanaryBrowser", "127.0.0.1"] {
        // The server's own address is its to tell.
        let text = text.replace("listens on http://127.0.0.1", "");
        assert!(!text.contains(trace), "{trace} is in {place}");
    }
}

fn around(text: &str, word: &str) -> String {
    let at = text.find(word).unwrap_or_default();
    let window = text
        .chars()
        .skip(text[..at].chars().count().saturating_sub(120))
        .take(300);
    window.collect()
}
