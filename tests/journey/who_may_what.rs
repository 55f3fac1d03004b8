//! Every address, for everybody: anonymous, still setting up a second factor, analyst, editor,
//! administrator, auditor. The addresses are read from the source that registers them, so that one
//! that the table does not list fails.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::objects::{People, account, objects};
use super::on_both_databases;
use super::steps::{self, PASSWORD, between, enrol};
use crate::common::database::Backend;
use crate::common::http::Client;
use crate::common::server::Server;

on_both_databases!(
    every_address_answers_everybody_as_the_table_says,
    ones_own_and_anothers
);

/// Who asks, in the order of the table's columns.
pub(crate) const WHO: [&str; 6] = [
    "anonymous",
    "enrolling",
    "analyst",
    "editor",
    "administrator",
    "auditor",
];

/// Method, address, what is posted, and the status for each of [`WHO`]; one status stands for all,
/// and `404/200` for what depends on how far the server has come. A post of which nothing is said
/// holds nothing that would be done: 422 and 400 mean that the handler was reached. `{own}` is one's
/// own account and `{other}` somebody else's, `{id~public}` another object at the same address.
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

/// A line of the table.
struct Line {
    /// Method and address, as the program registers it.
    address: String,
    /// The same, with which object is meant.
    asked: String,
    /// Names and values of a form.
    posted: Option<String>,
    /// The statuses for each of [`WHO`].
    cells: Vec<String>,
}

fn table() -> Vec<Line> {
    let object = Regex::new(r"\{(\w+)~\w+\}").unwrap();
    let lines = TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned).peekable();
            let asked = format!("{} {}", words.next().unwrap(), words.next().unwrap());
            let posted = words.next_if(|word| word.contains('='));
            let mut cells: Vec<String> = words.collect();
            if let [all] = cells.as_slice() {
                cells = vec![all.clone(); WHO.len()];
            }
            assert_eq!(cells.len(), WHO.len(), "{line}");
            Line {
                address: object.replace(&asked, "{$1}").into_owned(),
                asked,
                posted,
                cells,
            }
        })
        .collect()
}

#[test]
fn the_table_lists_every_address_that_is_registered_and_no_other() {
    let listed: BTreeSet<String> = table().into_iter().map(|line| line.address).collect();
    let registered = registered();
    let missing: Vec<_> = registered.iter().filter(|a| !listed.contains(*a)).collect();
    let stale: Vec<_> = listed.iter().filter(|a| !registered.contains(a)).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "tests/journey/who_may_what.txt lacks {missing:#?}\nand has {stale:#?}"
    );
    let asked: BTreeSet<_> = table()
        .into_iter()
        .map(|line| (line.asked, line.posted))
        .collect();
    assert_eq!(asked.len(), table().len(), "a line is there twice");
}

#[test]
fn the_desk_is_shut_but_for_its_doors() {
    for Line { address, cells, .. } in table() {
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

#[expect(clippy::print_stdout, reason = "the size of the table is a figure")]
fn every_address_answers_everybody_as_the_table_says(backend: Backend) {
    // Behind a proxy, so that everybody comes from a network of their own and none is asked to wait.
    let server = Server::behind(backend, 2, 1);
    let people = People::new(&server);
    let objects = objects(&server, &people);
    let choice = Regex::new(r"\{form:([^|}]*)[^}]*\}").unwrap();
    let with = |text: &str| {
        let text = choice.replace(text, "$1").into_owned();
        let parts = objects.iter();
        parts.fold(text, |text, (part, value)| text.replace(part, value))
    };
    let (mut wrong, mut cells) = (Vec::new(), 0);
    let table = table();
    for line in &table {
        let (method, pattern) = line.asked.split_once(' ').unwrap();
        let path = with(pattern);
        for (place, (who, expected)) in WHO.iter().zip(&line.cells).enumerate() {
            let client = &people.clients[place];
            let posted = line.posted.as_deref().map(|posted| {
                let posted = with(posted).replace("{own}", people.account(place, true));
                posted.replace("{other}", people.account(place, false))
            });
            let answer = match (method, &posted) {
                ("GET", _) => client.get(&path),
                (_, None) if path.starts_with("/api/") => {
                    client.post_bytes(&path, "application/json", b"{")
                }
                (_, posted) => {
                    let posted = posted.as_deref().unwrap_or("nothing=");
                    let pairs = posted.split('&').map(|pair| pair.split_once('=').unwrap());
                    client.post(&path, &pairs.collect::<Vec<_>>())
                }
            };
            cells += 1;
            super::headers::assert_exact(&line.address, &answer);
            let found = answer.status.to_string();
            if !expected.split('/').any(|status| status == found) {
                let posted = posted.unwrap_or_default();
                wrong.push(format!(
                    "{} {posted} {who}: {found} and not {expected}",
                    line.asked
                ));
            }
            if *who == "anonymous" && found == "303" && path.starts_with("/desk") {
                let on = answer.location.as_deref();
                assert_eq!(on, Some("/desk/sign-in"), "{}", line.asked);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let addresses: BTreeSet<&str> = table.iter().map(|line| line.address.as_str()).collect();
    println!(
        "the access table: {} addresses, {} lines, {} roles, {cells} cells",
        addresses.len(),
        table.len(),
        WHO.len()
    );
    assert!(cells > 900, "{cells}");
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

    let staff = |name, role| steps::staff(&server, name, role);
    let (ada, grace) = (
        staff("administrator", "administrator"),
        staff("editor", "editor"),
    );
    let second = staff("second", "administrator");
    let page = ada.get("/desk/people").body;
    let editor = account(&page, "editor").unwrap();
    let administrator = account(&second.get("/desk/people").body, "administrator").unwrap();
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
