//! Nothing that a reporter typed is kept as it was typed, and nothing of it all is left once the
//! report is taken back: messages, amendments, a code for a second person, words taken out, and what
//! the desk wrote of it in an alert, a set and the draft of a digest.

use super::canary::assert_no_canary;
use super::kept::{each_file, everything_kept};
use super::on_both_databases;
use super::receipt::{NAMES, TYPED, accept, ask, change, number, opened, post, write};
use super::steps::{self, analyst, decide, press, queue};
use super::writing::shown;
use crate::common::database::Backend;
use crate::common::form;
use crate::common::http::Client;
use crate::common::server::{Server, eventually};

on_both_databases!(nothing_typed_is_kept_and_nothing_stays_after_withdrawal);

/// An alert of what a report tells of, as a draft; gives its address.
fn write_alert(analyst: &Client, report: &str) -> String {
    let seen = format!("{TYPED} while a bassoon rang");
    let words = [
        ("title", "Checkouts go down"),
        ("who", "Whoever has a checkout"),
        ("seen", seen.as_str()),
        ("check", "The limit"),
        ("reports", report),
    ];
    let kept = analyst.post("/desk/alerts/new", &words);
    assert_eq!(kept.status, 303, "{}", kept.body);
    kept.location.unwrap()
}

/// Makes the alert public, puts the report into a public set, whose address it answers, and writes a
/// draft of the digest.
fn beside(editor: &Client, analyst: &Client, alert: &str, public: &str, month: &str) -> String {
    assert_eq!(press(analyst, alert, &[("step", "agree")]).status, 303);
    assert_eq!(press(editor, alert, &[("step", "publish")]).status, 303);
    let words = format!("{TYPED} behind a clavichord");
    let fields = [
        ("step", "save"),
        ("title", "Checkouts"),
        ("words", words.as_str()),
        ("reports", public),
    ];
    let set = press(editor, "/desk/sets/new", &fields).location.unwrap();
    assert_eq!(press(editor, &set, &[("step", "publish")]).status, 303);
    let digest = format!("/desk/digests/{month}");
    let mut fields = form::fields(&editor.get(&digest).body, &digest);
    form::set(
        &mut fields,
        "opening",
        &format!("{TYPED} at the harpsichord"),
    );
    form::set(&mut fields, "step", "save");
    let kept = post(editor, &digest, &fields);
    assert_eq!(kept.status, 303, "{}", kept.body);
    set
}

fn nothing_typed_is_kept_and_nothing_stays_after_withdrawal(backend: Backend) {
    let server = Server::start(backend, 1);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let shared = visitor.post("/receipt/share", &[("receipt", &receipt)]);
    let code = shown(&shared.body);
    let first = analyst(&server, "first");
    let report = queue(&first).pop().unwrap();
    let mail = format!("{report}/mail");
    ask(
        &first,
        &report,
        &format!("What did you see when {TYPED} vanished under an umbrella?"),
    );
    let sent = write(
        &visitor,
        &receipt,
        &format!("{TYPED} while the marmalade was running out"),
    );
    assert_eq!(sent.status, 200);
    let title = "Checkout down at the lighthouse, marzipan and all";
    change(&visitor, &receipt, title, TYPED);
    assert!(first.get(&report).body.contains("marzipan"));
    let strike = [
        ("verdict", "strike"),
        ("words", "marzipan"),
        ("kind", "PRODUCT"),
    ];
    assert_eq!(first.post(&report, &strike).status, 303);
    assert!(!first.get(&report).body.contains("marzipan"));
    let alert = write_alert(&first, &report);
    assert_eq!(decide(&first, &report, "approve").status, 303);
    let public = decide(&first, &report, "publish").location.unwrap();
    let month = jiff::Zoned::now().strftime("%Y-%m").to_string();
    assert!(
        server
            .run(&["digest", "--period", &month], "")
            .status
            .success()
    );
    let changed = change(
        &visitor,
        &receipt,
        "Checkout down like a pumpkin",
        &format!("{TYPED} under a sandcastle"),
    );
    assert!(
        changed.body.contains("waits for an analyst"),
        "{}",
        changed.body
    );
    accept(&first, &mail);
    let told = visitor.post(
        "/receipt/message",
        &[
            ("receipt", &receipt),
            ("nonce", &number("follow-up")),
            ("after", "30-days"),
            ("revision", "1"),
            ("outcome-0", "held"),
            ("why-0", &format!("{TYPED} with a bagpipe")),
            ("declared", NAMES),
        ],
    );
    assert_eq!(told.status, 422, "thirty days are not over: {}", told.body);
    assert!(told.body.contains("too early") && told.body.contains("bagpipe"));
    let editor = steps::staff(&server, "editor", "editor");
    let theme = beside(&editor, &first, &alert, &public, &month);
    let page = visitor.get(&public).body;
    for word in ["pumpkin", "sandcastle"] {
        assert!(page.contains(word), "{word} is told");
    }
    for (path, body) in [
        (public.as_str(), page),
        ("the mailbox", first.get(&mail).body),
        ("the receipt", opened(&visitor, &receipt)),
        ("the log", server.log()),
        ("the files", everything_kept(&server)),
    ] {
        assert_no_canary(path, &body);
    }

    let kept = everything_kept(&server);
    for word in [
        "pumpkin",
        "sandcastle",
        "bassoon",
        "clavichord",
        "harpsichord",
    ] {
        assert!(kept.contains(word), "the test can see {word}");
    }
    // The desk's own words about it go when the desk takes them back; its draft of the digest goes
    // with the report.
    assert_eq!(press(&editor, &alert, &[("step", "withdraw")]).status, 303);
    assert_eq!(press(&editor, &theme, &[("step", "discard")]).status, 303);
    let gone = visitor.post(
        "/receipt/withdraw",
        &[("receipt", &receipt), ("confirm", "yes")],
    );
    assert!(gone.body.contains("took this report back"), "{}", gone.body);
    assert_eq!(visitor.get(&public).status, 410);
    let own = [
        "umbrella",
        "marmalade",
        "lighthouse",
        "pumpkin",
        "sandcastle",
        "bagpipe",
        "marzipan",
        "bassoon",
        "clavichord",
        "harpsichord",
        "until the connection pool",
        "all clear",
        "decide what to try",
    ];
    eventually("the disk is clear", || {
        let kept = everything_kept(&server);
        own.iter().all(|word| !kept.contains(word))
    });
    for secret in [receipt, code] {
        let bare = secret.replace('-', "");
        each_file(server.data(), &mut |path, text| {
            assert!(!text.contains(&bare) && !text.contains(&secret), "{path}");
        });
    }
}
