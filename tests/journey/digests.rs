//! Digests that readers ask for, and what an editor does with one.

use super::on_both_databases;
use super::steps::{self, analyst, between, decide, queue};
use crate::common::database::Backend;
use crate::common::server::Server;

on_both_databases!(
    a_digest_of_ones_own_is_in_its_address,
    an_editor_works_on_a_digest_and_others_do_not,
);

fn a_digest_of_ones_own_is_in_its_address(backend: Backend) {
    let server = Server::start(backend, 1);
    let visitor = server.client();
    let form = visitor.get("/digests/own").body;
    assert!(form.contains("name=\"stack\"") && form.contains("name=\"period\""));
    let month = jiff::Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC);
    let month = month.strftime("%Y-%m").to_string();
    let query = format!("?stack=nginx&period={month}");
    let too_few = visitor.get(&format!("/digests/own{query}")).body;
    assert!(too_few.contains("too few to speak of"), "{too_few}");
    let receipts: Vec<String> = (0..3).map(|_| steps::send(&visitor)).collect();
    let first = analyst(&server, "first");
    for report in queue(&first) {
        assert_eq!(decide(&first, &report, "approve").status, 303);
        assert_eq!(decide(&first, &report, "publish").status, 303);
    }
    let page = visitor.get(&format!("/digests/own{query}")).body;
    assert!(page.contains("At least 3 reports were published"), "{page}");
    for (form, begins) in [
        ("md", "# Candor"),
        ("txt", "Candor"),
        ("json", "{"),
        ("html", "<!"),
    ] {
        let file = visitor.get(&format!("/digests/own.{form}{query}"));
        assert_eq!(file.status, 200, "{form}");
        let name = format!("attachment; filename=\"candor-own-digest-{month}.{form}\"");
        assert_eq!(file.header("content-disposition"), Some(name.as_str()));
        assert!(
            file.body.to_lowercase().starts_with(&begins.to_lowercase()),
            "{}",
            file.body
        );
    }
    for form in ["atom", "json"] {
        let feed = visitor.get(&format!(
            "/digests/own/feed.{form}?stack=nginx&period=month"
        ));
        assert_eq!(feed.status, 200, "{}", feed.body);
        assert!(!feed.body.contains(&month), "the month is not over");
    }
    let unknown = visitor.get("/digests/own?stack=quorxwell&period=month");
    assert!(
        unknown.body.contains("We do not know “quorxwell”"),
        "{}",
        unknown.body
    );
    assert_eq!(
        visitor
            .get("/digests/own.md?stack=quorxwell&period=month")
            .status,
        400
    );
    visitor.post(
        "/receipt/withdraw",
        &[("receipt", &receipts[0]), ("confirm", "yes")],
    );
    assert_eq!(visitor.get(&format!("/digests/own.md{query}")).status, 404);
}

fn an_editor_works_on_a_digest_and_others_do_not(backend: Backend) {
    let server = Server::start(backend, 2);
    steps::send(&server.client());
    let public = steps::publish(&server);
    let id = public.rsplit('/').next().unwrap();
    let month = jiff::Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC);
    let page = format!("/desk/digests/{}", month.strftime("%Y-%m"));
    let editor = steps::staff(&server, "edith", "editor");
    assert!(
        editor
            .get("/desk/digests")
            .body
            .contains(&format!("href=\"{page}\""))
    );
    assert!(editor.get(&page).body.contains("Being filled"));
    let place = format!("place-{id}");
    let seen = |page: &str| {
        between(page, "name=\"seen\" value=\"", "\"")
            .unwrap()
            .to_owned()
    };
    let opened = seen(&editor.get(&page).body);
    let fields = [
        ("step", "save"),
        ("seen", &opened),
        ("opening", "Ask jane.doe@example.com."),
        ("story", id),
        (&place, "1"),
    ];
    assert_eq!(editor.post(&page, &fields).status, 303);
    let stale = editor.post(
        &page,
        &[("step", "save"), ("seen", &opened), ("opening", "Mine.")],
    );
    assert_eq!(stale.status, 409);
    assert!(stale.body.contains("Mine.") && stale.body.contains("changed after you opened it"));
    let kept = editor.get(&page).body;
    assert!(
        kept.contains("a draft is kept") && !kept.contains("jane.doe"),
        "{kept}"
    );
    let draft = editor.get(&format!("{page}/draft")).body;
    assert!(draft.contains("This is a draft"), "{draft}");
    let now = seen(&kept);
    let soon = [
        ("step", "issue"),
        ("seen", now.as_str()),
        ("opening", "Soon."),
    ];
    let early = editor.post(&page, &soon);
    assert_eq!(early.status, 409);
    assert!(early.body.contains("not over yet"), "{}", early.body);
    let discard = [("step", "discard"), ("seen", now.as_str())];
    assert_eq!(editor.post(&page, &discard).status, 303);
    assert!(!editor.get(&page).body.contains("a draft is kept"));
    let analyst = analyst(&server, "third");
    assert_eq!(analyst.get(&page).status, 403);
    assert_eq!(analyst.post(&page, &fields).status, 403);
}
