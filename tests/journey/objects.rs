//! What stands in the addresses and forms of the access table: one of everything that the site has,
//! so that each answer tells of a permission and not of something that is not there.

use super::steps::{self, PASSWORD, between, decide, press, queue};
use super::who_may_what::WHO;
use crate::common::http::Client;
use crate::common::server::Server;

/// A longer story than that of [`steps::WRITE_UP`]: it makes a drill.
const STORY: &str = "\
# Prices were old for an hour

## Summary

Redis kept prices that were an hour old, and nobody saw it, because the page said when it was
drawn and not when the prices were read.

## Timeline

- 09:02 A job that fills the cache from the database ends early, without an error, after a third of the rows
- 09:10 Customers see prices of yesterday beside prices of today on the same page
- 09:16 The first call reaches the support desk, which can see nothing wrong on its own screens
- 09:25 The team on duty looks at the network, because a switch had been replaced that night
- 09:38 Somebody compares one price with the database and finds the difference
- 09:44 The cache is emptied, and every request goes to the database at once
- 09:52 The database slows down, and the page with it
- 10:05 The job runs again to its end and the prices are right: recovered

## Contributing factors

- The job ended early without an error

## Action items

- Compare a sample of prices every minute
";

/// Everybody of [`WHO`], with the id of their account where they have one.
pub(crate) struct People {
    pub(crate) clients: Vec<Client>,
    pub(crate) accounts: Vec<Option<String>>,
}

impl People {
    /// Everybody, signed in as far as they come.
    pub(crate) fn new(server: &Server) -> Self {
        server.add_analyst("late", PASSWORD);
        let network = |place: usize| format!("198.51.{place}.7");
        let enrolling = server.client().from(&network(1));
        enrolling.post("/desk/sign-in", &[("name", "late"), ("password", PASSWORD)]);
        let mut clients = vec![server.client().from(&network(0)), enrolling];
        clients.extend(
            WHO[2..]
                .iter()
                .zip(2..)
                .map(|(role, place)| steps::staff(server, role, role).from(&network(place))),
        );
        let names = ["", "late", WHO[2], WHO[3], WHO[4], WHO[5]];
        let page = |reader: &Client| reader.get("/desk/people").body;
        // Nobody's own name comes with an id: it is looked up on somebody else's page.
        let helper = steps::staff(server, "helper", "administrator");
        let people = page(&helper);
        let accounts = names.iter().map(|name| account(&people, name)).collect();
        Self { clients, accounts }
    }

    /// Somebody of this role.
    pub(crate) fn of(&self, role: &str) -> &Client {
        let place = WHO.iter().position(|who| *who == role).unwrap();
        &self.clients[place]
    }

    /// One's own account, or somebody else's.
    pub(crate) fn account(&self, place: usize, own: bool) -> &str {
        let other = |at: &usize| *at != place && self.accounts[*at].is_some();
        let at = if own && self.accounts[place].is_some() {
            place
        } else {
            (1..WHO.len()).find(other).unwrap()
        };
        self.accounts[at].as_deref().unwrap()
    }
}

/// The id of the account of this name, on a page of people.
pub(crate) fn account(people: &str, name: &str) -> Option<String> {
    let (_, rest) = people.split_once(&format!("<bdi>{name}</bdi></h2>"))?;
    between(rest, "name=\"account\" value=\"", "\"").map(str::to_owned)
}

/// The state of the only report in the queue is public; gives its address.
fn publish(people: &People) -> String {
    let (first, second) = (people.of("analyst"), people.of("editor"));
    let report = queue(first).pop().expect("a report waits");
    for analyst in [first, second] {
        assert_eq!(decide(analyst, &report, "approve").status, 303);
    }
    let answer = decide(second, &report, "publish");
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location.unwrap()
}

fn last(address: &str) -> String {
    address.rsplit('/').next().unwrap().to_owned()
}

/// What stands for each part of an address or form; the first that fits is taken.
pub(crate) fn objects(server: &Server, people: &People) -> Vec<(&'static str, String)> {
    let visitor = server.client();
    steps::send_text(&visitor, STORY);
    let public = publish(people);
    let receipt = steps::send(&visitor);
    let mut made_up = steps::send(&visitor);
    made_up.replace_range(0..14, &receipt[0..14]);
    let month = jiff::Zoned::now()
        .with_time_zone(jiff::tz::TimeZone::UTC)
        .strftime("%Y-%m")
        .to_string();
    let compiled = server.run(&["digest", "--period", &month], "");
    assert!(compiled.status.success());
    let home = visitor.get("/").body;
    let asset = between(&home, "rel=\"stylesheet\" href=\"/assets/", "\"").unwrap();
    let (analyst, editor) = (people.of("analyst"), people.of("editor"));
    let waiting = queue(analyst).pop().unwrap();
    let report = last(&public);

    let words = [
        ("title", "Retries multiply"),
        ("who", "Whoever retries"),
        ("seen", "Calls came twenty times"),
        ("check", "The limit"),
        ("reports", report.as_str()),
    ];
    let alert = || analyst.post("/desk/alerts/new", &words).location.unwrap();
    let (draft_alert, alert) = (alert(), alert());
    for (who, step) in [(analyst, "agree"), (editor, "agree"), (editor, "publish")] {
        assert_eq!(press(who, &alert, &[("step", step)]).status, 303, "{step}");
    }
    let words = [
        ("step", "save"),
        ("title", "Old prices"),
        ("words", "Read it twice."),
        ("reports", report.as_str()),
    ];
    let set = || analyst.post("/desk/sets/new", &words).location.unwrap();
    let (draft_set, set) = (set(), set());
    assert_eq!(press(editor, &set, &[("step", "publish")]).status, 303);

    let administrator = people.of("administrator");
    let invited = [("do", "invite"), ("role", "auditor")];
    let invited = administrator.post("/desk/people", &invited).body;
    let invitation = between(&invited, "/desk/invitation/", "<").unwrap();
    let member = administrator.post("/desk/members", &[("name", "Example Ltd"), ("note", "-")]);
    let link = between(&member.body, "/members/", "<").unwrap().to_owned();
    let members = administrator.get("/desk/members").body;
    let member = between(&members, "name=\"member\" value=\"", "\"").unwrap();

    vec![
        ("/desk/reports/{id}", waiting),
        ("/desk/alerts/{id~public}", alert.clone()),
        ("/desk/alerts/{id}", draft_alert),
        ("/alerts/{id}", format!("/alerts/{}", last(&alert))),
        ("/desk/sets/{id~public}", set.clone()),
        ("/desk/sets/{id}", draft_set),
        ("/sets/{id}", format!("/sets/{}", last(&set))),
        ("/assets/{name}", format!("/assets/{asset}")),
        ("/desk/digests/{id}", format!("/desk/digests/{month}")),
        ("{period}", month),
        ("/guides/{slug}", "/guides/redis".to_owned()),
        ("/technologies/{slug}", "/technologies/redis".to_owned()),
        ("/patterns/{slug}", "/patterns/retry-storm".to_owned()),
        ("{id}", report.clone()),
        ("{report}", report),
        ("{number}", "1".to_owned()),
        ("{occasion}", "release".to_owned()),
        ("{what:chains|growth}", "chains".to_owned()),
        (
            "/patterns/together",
            "/patterns/together?of=stack:redis,mode:retry-storm".to_owned(),
        ),
        ("{part}", "facilitator".to_owned()),
        ("candor-{name}", "candor-2026-W01.ndjson".to_owned()),
        ("{token~invitation}", invitation.to_owned()),
        ("{token~member}", link),
        ("{token}", "0".repeat(64)),
        ("{member}", member.to_owned()),
        ("{receipt}", receipt),
        ("{receipt~another}", made_up),
    ]
}
