//! Every address, for everybody: anonymous, still setting up a second factor, analyst, editor,
//! administrator, auditor. The addresses are read from the source that registers them, so that one
//! that the table does not list fails.

use std::collections::BTreeMap;

use regex::Regex;

use super::on_both_databases;
use super::steps::{self, PASSWORD, analyst, between, enrol, queue};
use crate::common::database::Backend;
use crate::common::http::Client;
use crate::common::server::Server;

on_both_databases!(
    every_address_answers_everybody_as_the_table_says,
    ones_own_and_anothers
);

/// Who asks, in the order of the table's columns.
const WHO: [&str; 6] = [
    "anonymous",
    "enrolling",
    "analyst",
    "editor",
    "administrator",
    "auditor",
];

/// Method, address, and the status for each of [`WHO`]; one status stands for all, and `404/200`
/// for what depends on how far the server has come. What is posted holds nothing that would be
/// done: 422 and 400 mean that the handler was reached.
const TABLE: &str = include_str!("who_may_what.txt");

/// Addresses below `/desk` that somebody who is not signed in may use.
const OPEN_AT_THE_DESK: [&str; 5] = [
    "GET /desk/sign-in",
    "POST /desk/sign-in",
    "POST /desk/sign-out",
    "GET /desk/invitation/{token}",
    "POST /desk/invitation/{token}",
];

/// Method and pattern of every address, as the program registers them.
fn registered() -> Vec<String> {
    let paths = include_str!("../../src/portal/paths.rs");
    let constant = Regex::new(r#"pub const (\w+): &str =\s*"([^"]*)""#).unwrap();
    let paths: BTreeMap<&str, &str> = constant
        .captures_iter(paths)
        .map(|found| {
            (
                found.get(1).unwrap().as_str(),
                found.get(2).unwrap().as_str(),
            )
        })
        .collect();
    let portal = include_str!("../../src/portal/routes/mod.rs");
    let portal = between(portal, "pub fn routes", ".default_service").unwrap();
    let address = Regex::new(r#"at\((?:"([^"]*)"|paths::(\w+))"#).unwrap();
    let method = Regex::new(r"web::(get|post|put|delete|head)\(\)").unwrap();
    let mut found = Vec::new();
    for service in portal.split(".service(").skip(1) {
        let at = address.captures(service).expect(service);
        let path = at
            .get(1)
            .map_or_else(|| paths[&at[2]], |literal| literal.as_str());
        let before = found.len();
        for method in method.captures_iter(service) {
            found.push(format!("{} {path}", method[1].to_uppercase()));
        }
        assert!(found.len() > before, "no method: {service}");
    }
    let api = include_str!("../../src/api/mod.rs");
    let address = Regex::new(r#""(/[^"]*)" \{ ([^}]*) \}"#).unwrap();
    let method = Regex::new(r"(\w+) =>").unwrap();
    let (_, api) = api.split_once("addresses! {").unwrap();
    for line in address.captures_iter(api) {
        for method in method.captures_iter(&line[2]) {
            found.push(format!("{} /api/v1{}", method[1].to_uppercase(), &line[1]));
        }
    }
    found
}

/// Address and the statuses for each of [`WHO`].
fn table() -> Vec<(String, Vec<String>)> {
    let lines = TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned);
            let address = format!("{} {}", words.next().unwrap(), words.next().unwrap());
            let mut cells: Vec<String> = words.collect();
            if let [all] = cells.as_slice() {
                cells = vec![all.clone(); WHO.len()];
            }
            assert_eq!(cells.len(), WHO.len(), "{line}");
            (address, cells)
        })
        .collect()
}

#[test]
fn the_table_lists_every_address_that_is_registered_and_no_other() {
    let (mut registered, mut listed) = (
        registered(),
        table().into_iter().map(|(a, _)| a).collect::<Vec<_>>(),
    );
    registered.sort();
    listed.sort();
    let missing: Vec<_> = registered.iter().filter(|a| !listed.contains(a)).collect();
    let stale: Vec<_> = listed.iter().filter(|a| !registered.contains(a)).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "tests/journey/who_may_what.txt lacks {missing:#?}\nand has {stale:#?}"
    );
    assert_eq!(registered.len(), listed.len(), "an address is listed twice");
}

#[test]
fn the_desk_is_shut_but_for_its_doors() {
    for (address, cells) in table() {
        let door = OPEN_AT_THE_DESK.contains(&address.as_str());
        if address.contains(" /desk") && !door {
            assert_eq!(cells[0], "303", "{address}: on to the sign-in page");
        }
        if !address.contains(" /desk") {
            assert!(
                cells.iter().all(|cell| *cell == cells[0]),
                "{address} is the same for all"
            );
        }
    }
}

/// Somebody with this role, signed in with both factors.
fn staff(server: &Server, role: &str) -> Client {
    let made = server.run(
        &["user", "add", role, "--role", role],
        &format!("{PASSWORD}\n"),
    );
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let client = server.client();
    client.post("/desk/sign-in", &[("name", role), ("password", PASSWORD)]);
    enrol(&client);
    client
}

fn clients(server: &Server) -> Vec<Client> {
    server.add_analyst("late", PASSWORD);
    let enrolling = server.client();
    enrolling.post("/desk/sign-in", &[("name", "late"), ("password", PASSWORD)]);
    let mut clients = vec![server.client(), enrolling];
    clients.extend(WHO[2..].iter().map(|role| staff(server, role)));
    clients
}

/// What stands in an address for each of its parts.
fn objects(server: &Server, visitor: &Client) -> Vec<(&'static str, String)> {
    steps::send(visitor);
    let public = steps::publish(server);
    steps::send(visitor);
    let month = jiff::Zoned::now()
        .with_time_zone(jiff::tz::TimeZone::UTC)
        .strftime("%Y-%m")
        .to_string();
    assert!(
        server
            .run(&["digest", "--period", &month], "")
            .status
            .success()
    );
    let home = visitor.get("/").body;
    let asset = between(&home, "rel=\"stylesheet\" href=\"/assets/", "\"")
        .unwrap()
        .to_owned();
    let waiting = queue(&analyst(server, "third")).pop().unwrap();
    vec![
        ("/desk/reports/{id}", waiting),
        ("/assets/{name}", format!("/assets/{asset}")),
        ("/desk/digests/{id}", format!("/desk/digests/{month}")),
        ("{period}", month),
        ("/guides/{slug}", "/guides/nginx".to_owned()),
        ("/technologies/{slug}", "/technologies/nginx".to_owned()),
        ("/patterns/{slug}", "/patterns/retry-storm".to_owned()),
        ("{id}", public.rsplit('/').next().unwrap().to_owned()),
        ("{number}", "1".to_owned()),
        ("{occasion}", "release".to_owned()),
        ("{what:chains|growth}", "chains".to_owned()),
        (
            "/patterns/together",
            "/patterns/together?of=stack:redis,mode:retry-storm".to_owned(),
        ),
        ("{part}", "guide".to_owned()),
        ("candor-{name}", "candor-2026-W01.ndjson".to_owned()),
        ("{token}", "0".repeat(64)),
    ]
}

fn every_address_answers_everybody_as_the_table_says(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let objects = objects(&server, &visitor);
    let clients = clients(&server);
    let choice = Regex::new(r"\{form:([^|}]*)[^}]*\}").unwrap();
    let (mut wrong, mut cells) = (Vec::new(), 0);
    for (address, expected) in table() {
        let (method, pattern) = address.split_once(' ').unwrap();
        let mut path = choice.replace(pattern, "$1").into_owned();
        for (part, value) in &objects {
            path = path.replace(part, value);
        }
        for ((who, client), expected) in WHO.iter().zip(&clients).zip(&expected) {
            let answer = match method {
                "GET" => client.get(&path),
                _ if path.starts_with("/api/") => {
                    client.post_bytes(&path, "application/json", b"{")
                }
                _ => client.post(&path, &[("nothing", "to do")]),
            };
            cells += 1;
            super::headers::assert_exact(&address, &answer);
            let found = answer.status.to_string();
            if !expected.split('/').any(|status| status == found) {
                wrong.push(format!("{address} {who}: {found} and not {expected}"));
            }
            if *who == "anonymous" && found == "303" && path.starts_with("/desk") {
                assert_eq!(
                    answer.location.as_deref(),
                    Some("/desk/sign-in"),
                    "{address}"
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cells > 400, "{cells}");
}

/// What belongs to somebody, asked for by its owner and by others.
fn ones_own_and_anothers(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let (mine, theirs) = (steps::send(&visitor), steps::send(&visitor));
    let mut made_up = mine.clone();
    made_up.replace_range(0..14, &theirs[0..14]);
    let withdraw = |receipt: &str| {
        let fields = [("receipt", receipt), ("confirm", "yes")];
        visitor.post("/receipt/withdraw", &fields).status
    };
    assert_eq!(visitor.post("/receipt", &[("receipt", &mine)]).status, 200);
    assert!([404, 422].contains(&visitor.post("/receipt", &[("receipt", &made_up)]).status));
    assert!([404, 422].contains(&withdraw(&made_up)));
    assert_eq!(withdraw(&mine), 200);
    assert_eq!(
        visitor.post("/receipt", &[("receipt", &theirs)]).status,
        200,
        "left alone"
    );

    let (ada, grace) = (staff(&server, "administrator"), staff(&server, "editor"));
    let second = {
        let made = server.run(
            &["user", "add", "second", "--role", "administrator"],
            &format!("{PASSWORD}\n"),
        );
        assert!(made.status.success());
        let client = server.client();
        client.post(
            "/desk/sign-in",
            &[("name", "second"), ("password", PASSWORD)],
        );
        enrol(&client);
        client
    };
    let page = ada.get("/desk/people").body;
    let id_of = |page: &str, name: &str| {
        let (_, rest) = page.split_once(&format!("<bdi>{name}</bdi></h2>")).unwrap();
        between(rest, "name=\"account\" value=\"", "\"")
            .unwrap()
            .to_owned()
    };
    let editor = id_of(&page, "editor");
    let administrator = id_of(&second.get("/desk/people").body, "administrator");
    let change = |who: &Client, what: &str, account: &str| {
        who.post("/desk/people", &[("do", what), ("account", account)])
            .status
    };
    assert_eq!(
        change(&ada, "disable", &administrator),
        409,
        "one's own account"
    );
    assert_eq!(change(&ada, "ask-reset", &administrator), 409);
    assert_eq!(
        change(&grace, "disable", &administrator),
        403,
        "an editor manages nobody"
    );
    assert_eq!(
        change(&ada, "agree-reset", &editor),
        409,
        "nobody has asked"
    );
    assert_eq!(change(&ada, "ask-reset", &editor), 303);
    assert_eq!(change(&ada, "agree-reset", &editor), 409, "not alone");
    assert_eq!(grace.get("/desk").status, 200);
    assert_eq!(change(&second, "agree-reset", &editor), 303);
    assert_eq!(grace.get("/desk").status, 303, "her sessions have ended");

    let invited = ada
        .post("/desk/people", &[("do", "invite"), ("role", "auditor")])
        .body;
    let link = between(&invited, "/desk/invitation/", "<").unwrap();
    let link = format!("/desk/invitation/{link}");
    let guest = server.client();
    assert_eq!(guest.get(&link).status, 200);
    assert_eq!(
        guest
            .post(&link, &[("name", "guest"), ("password", "short")])
            .status,
        422
    );
    let joined = guest.post(&link, &[("name", "guest"), ("password", PASSWORD)]);
    assert_eq!(joined.location.as_deref(), Some("/desk/second-factor"));
    assert_eq!(
        server.client().get(&link).status,
        404,
        "an invitation works once"
    );
    assert_eq!(
        guest.get("/desk/audit").status,
        303,
        "not before the second factor"
    );
    let codes = enrol(&guest);
    assert_eq!(guest.get("/desk/audit").status, 200);
    let trail = guest.get("/desk/audit/export").body;
    assert!(trail.contains("\"joined\"") && !trail.contains(&codes[0]));
    let checked = server.run(&["verify", "--audit"], "");
    assert!(checked.status.success());
}
