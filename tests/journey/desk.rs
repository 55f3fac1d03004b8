//! The desk in a browser's words: two analysts code apart, disagree, settle, publish; an alert.

use super::on_both_databases;
use super::steps::{self, analyst, decide, queue};
use crate::common::database::Backend;
use crate::common::form;
use crate::common::http::{Answer, Client};
use crate::common::server::Server;

on_both_databases!(
    two_analysts_disagree_and_both_are_kept,
    words_are_taken_out_everywhere_and_never_shown_again,
    what_was_typed_stands_in_a_form_that_was_not_taken,
    a_refused_report_is_taken_up_again,
    an_alert_is_published_fed_and_taken_back,
    a_set_is_put_together_and_changed_by_editors_once_it_is_public,
);

/// Sends the main form of a report with these changes.
fn work(client: &Client, report: &str, verdict: &str, modes: &[&str], missed: &str) -> Answer {
    let page = client.get(report);
    assert_eq!(page.status, 200, "{}", page.body);
    let mut fields = form::fields(&page.body, report);
    form::set(&mut fields, "verdict", verdict);
    fields.retain(|(name, _)| name != "failure_modes");
    for mode in modes {
        fields.push(("failure_modes".to_owned(), (*mode).to_owned()));
    }
    form::set(&mut fields, "missed-triggers", missed);
    post(client, report, &fields)
}

fn post(client: &Client, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    client.post(path, &fields)
}

fn two_analysts_disagree_and_both_are_kept(backend: Backend) {
    let server = Server::start(backend, 2);
    steps::send(&server.client());
    let (first, second) = (analyst(&server, "first"), analyst(&server, "second"));
    let report = queue(&first).pop().unwrap();
    let missed = "tide of Wilhelmina Okonkwo";
    assert_eq!(
        work(&first, &report, "approve", &["retry-storm"], missed).status,
        303
    );
    let page = second.get(&report).body;
    assert!(
        !page.contains("Where codes differ"),
        "one codes on one's own"
    );
    assert_eq!(
        work(&second, &report, "approve", &["overload"], "tide").status,
        303
    );
    assert_eq!(decide(&second, &report, "publish").status, 409);
    let page = second.get(&report).body;
    assert!(page.contains("Where codes differ"), "{page}");
    let action = format!("{report}#differ");
    let mut fields = form::fields(&page, &action);
    let taken = page
        .split("name=\"settle-failure_modes\" value=\"")
        .skip(1)
        .find(|choice| {
            choice
                .split("</label>")
                .next()
                .unwrap()
                .contains("Retry storm")
        })
        .map(|choice| choice[..36].to_owned())
        .unwrap();
    form::set(&mut fields, "settle-failure_modes", &taken);
    form::set(&mut fields, "verdict", "settle");
    assert_eq!(post(&second, &report, &fields).status, 303);
    let published = decide(&first, &report, "publish");
    assert_eq!(published.status, 303, "{}", published.body);
    let public = server.client().get(&published.location.unwrap()).body;
    assert!(public.contains("Retry storm"));
    let agreement = first.get("/desk/agreement").body;
    assert!(
        agreement.contains("<td class=\"num\">1</td><td class=\"num\">0</td><td class=\"num\">-0."),
        "{agreement}"
    );
    let terms = first.get("/desk/terms").body;
    assert!(
        terms.contains("tide of") && !terms.contains("Okonkwo"),
        "{terms}"
    );
}

fn words_are_taken_out_everywhere_and_never_shown_again(backend: Backend) {
    let server = Server::start(backend, 2);
    steps::send(&server.client());
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    let strike = [
        ("verdict", "strike"),
        ("words", "CHECKOUT"),
        ("kind", "PRODUCT"),
    ];
    let mut read_before = form::fields(&first.get(&report).body, &report);
    form::set(&mut read_before, "verdict", "approve");
    let answer = first.post(&report, &strike);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let read_before: Vec<(&str, &str)> = read_before
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let unread = first.post(&report, &read_before);
    assert_eq!(
        unread.status, 409,
        "nobody agrees to what they have not read"
    );
    assert!(unread.body.contains("read it again"));
    assert!(answer.location.unwrap().contains("?struck=1"));
    let page = first.get(&report).body;
    assert!(!page.to_lowercase().contains("checkout"), "{page}");
    assert!(page.contains("product or service"));
    let nothing = first.post(
        &report,
        &[("verdict", "strike"), ("words", " "), ("kind", "ORG")],
    );
    assert_eq!(nothing.status, 422);
}

fn what_was_typed_stands_in_a_form_that_was_not_taken(backend: Backend) {
    let server = Server::start(backend, 2);
    steps::send(&server.client());
    let (first, second) = (analyst(&server, "first"), analyst(&server, "second"));
    let report = queue(&first).pop().unwrap();
    let mut typed = form::fields(&first.get(&report).body, &report);
    typed.retain(|(name, _)| name != "failure_modes");
    for (name, value) in [
        ("failure_modes", "overload"),
        ("synopsis", "Typed, and nowhere kept."),
        ("technologies", "NGINX, Quuxbase"),
        ("missed-triggers", "a tide of calls"),
        ("verdict", "save"),
    ] {
        form::set(&mut typed, name, value);
    }
    let stands = |page: &str, typed: &[(String, String)]| {
        let fields = form::fields(page, &report);
        for field in typed {
            if !["verdict", "revision"].contains(&field.0.as_str()) {
                assert!(fields.contains(field), "{field:?} is lost");
            }
        }
        let modes = fields.iter().filter(|(name, _)| name == "failure_modes");
        assert_eq!(modes.count(), 1, "what was unticked is not ticked again");
        fields
    };
    let unknown = post(&first, &report, &typed);
    assert_eq!(unknown.status, 422);
    assert!(unknown.body.contains("Quuxbase"));
    stands(&unknown.body, &typed);

    form::set(&mut typed, "technologies", "NGINX");
    let taken_out = [
        ("verdict", "strike"),
        ("words", "checkout"),
        ("kind", "PRODUCT"),
    ];
    assert_eq!(second.post(&report, &taken_out).status, 303);
    let meanwhile = post(&first, &report, &typed);
    assert_eq!(meanwhile.status, 409);
    assert!(meanwhile.body.contains("read it again"));
    let mut fields = stands(&meanwhile.body, &typed);
    assert_eq!(
        post(&first, &report, &fields).status,
        422,
        "a verdict is missing"
    );
    form::set(&mut fields, "verdict", "save");
    assert_eq!(post(&first, &report, &fields).status, 303);
    let kept = first.get(&report).body;
    assert!(kept.contains("Typed, and nowhere kept.") && !kept.to_lowercase().contains("checkout"));

    form::set(&mut fields, "missed-helped_codes", "");
    fields.push(("helped_codes".to_owned(), "other".to_owned()));
    let wordless = post(&first, &report, &fields);
    assert_eq!(wordless.status, 422, "none fits, and what would?");
    assert!(wordless.body.contains("Typed, and nowhere kept."));
    let no_kind = [
        ("verdict", "strike"),
        ("words", "Wilfully typed"),
        ("kind", "nothing"),
    ];
    let no_kind = first.post(&report, &no_kind);
    assert!(no_kind.status == 422 && no_kind.body.contains("Wilfully typed"));
    let page = second.get(&report).body;
    assert!(
        !page.contains("tide of calls"),
        "what another missed is theirs"
    );
}

fn a_refused_report_is_taken_up_again(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    let mut before = form::fields(&first.get(&report).body, &report);
    let again = |why| first.post(&report, &[("verdict", "reopen"), ("why", why)]);
    assert_eq!(again("It is not refused.").status, 409);
    let refuse = [("verdict", "refuse"), ("reason", "duplicate")];
    assert_eq!(first.post(&report, &refuse).status, 303);
    form::set(&mut before, "verdict", "approve");
    assert_eq!(post(&first, &report, &before).status, 409, "it is refused");
    let page = first.get(&report).body;
    assert!(page.contains("Look at it again?") && queue(&first).is_empty());
    assert!(first.get("/desk?status=refused").body.contains(&report));
    assert_eq!(again(" ").status, 422);
    let why = "It is another one, says w.okonkwo@zephyrbank.example.";
    assert_eq!(again(why).status, 303);
    assert_eq!(queue(&first), [report.as_str()]);
    let page = visitor.post("/receipt", &[("receipt", &receipt)]).body;
    assert!(page.contains("look at it again. It is another one") && !page.contains("zephyrbank"));
    assert!(!page.contains("We already have this report"));
    assert_eq!(again("Once more.").status, 409);
    let auditor = steps::staff(&server, "auditor", "auditor");
    assert!(
        auditor
            .get("/desk/audit/export")
            .body
            .contains("\"reopened\"")
    );
    assert_eq!(decide(&first, &report, "approve").status, 303);
}

fn an_alert_is_published_fed_and_taken_back(backend: Backend) {
    let server = Server::start(backend, 1);
    steps::send(&server.client());
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    let id = &report["/desk/reports/".len()..];
    let text = [
        ("title", "Retries of Zephyrbank Ltd multiply"),
        ("who", "Whoever retries"),
        ("seen", "Calls came twenty times"),
        ("check", "- The limit\n- The wait"),
        ("reports", id),
    ];
    assert_eq!(first.post("/desk/alerts/new", &text[..2]).status, 422);
    let kept = first.post("/desk/alerts/new", &text).location.unwrap();
    let visitor = server.client();
    let public = kept.replace("/desk", "");
    assert_eq!(visitor.get(&public).status, 404, "not public yet");
    let step = |who: &Client, what| steps::press(who, &kept, &[("step", what)]).status;
    let unread = first.post(&kept, &[("step", "agree"), ("state", "another")]);
    assert!(unread.status == 409 && unread.body.contains("read it again"));
    assert_eq!(step(&first, "agree"), 303);
    let editor = steps::staff(&server, "editor", "editor");
    assert_eq!(step(&first, "publish"), 403);
    assert_eq!(step(&editor, "publish"), 303);
    for (path, shown) in [
        (public.as_str(), "Whoever retries"),
        ("/alerts", "Alert 1"),
        ("/alerts.atom", "<title>Alert 1: "),
        ("/alerts.json", "Alert 1: "),
        ("/", "Alert 1"),
    ] {
        let page = visitor.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.body.contains(shown) && !page.body.contains("Zephyrbank"),
            "{path}: {}",
            page.body
        );
    }
    assert!(
        !visitor.get(&public).body.contains(id),
        "what waits is not linked"
    );
    assert_eq!(step(&editor, "withdraw"), 303);
    assert_eq!(visitor.get(&public).status, 410);
    assert!(visitor.get("/alerts").body.contains("was withdrawn"));
    assert!(!visitor.get("/alerts.atom").body.contains("<entry>"));
}

fn a_set_is_put_together_and_changed_by_editors_once_it_is_public(backend: Backend) {
    let server = Server::start(backend, 1);
    steps::send(&server.client());
    let public = steps::publish(&server);
    let id = public.strip_prefix("/reports/").unwrap();
    let (one, editor) = (
        analyst(&server, "one"),
        steps::staff(&server, "editor", "editor"),
    );
    let at_desk = one.get(&format!("/desk/reports/{id}"));
    assert_eq!(at_desk.location.as_deref(), Some(public.as_str()));
    let save = |client: &Client, path: &str, reports: &str| {
        let fields = [
            ("step", "save"),
            ("title", "T"),
            ("words", "W"),
            ("reports", reports),
        ];
        steps::press(client, path, &fields)
    };
    let wrong = save(&one, "/desk/sets/new", &format!("{id}\nthe other"));
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Line 2 is") && wrong.body.contains("\nthe other"));
    let kept = save(&one, "/desk/sets/new", id).location.unwrap();
    assert_eq!(one.post(&kept, &[("step", "publish")]).status, 403);
    let unread = editor.post(&kept, &[("step", "publish"), ("state", "another")]);
    assert!(unread.status == 409 && unread.body.contains("read it again"));
    let issued = steps::press(&editor, &kept, &[("step", "publish")]);
    let set = issued.location.unwrap();
    assert_eq!(save(&one, &kept, id).status, 403, "it would leave the site");
    assert_eq!(server.client().get(&set).status, 200);
    let wrong = save(&editor, &kept, "no report");
    assert!(wrong.status == 422 && wrong.body.contains("A public set"));
    assert_eq!(save(&editor, &kept, id).status, 303);
    assert_eq!(server.client().get(&set).status, 404, "a draft again");
}
