//! Writing a report: with few fields, with a draft that is saved and gone on with, with mistakes.

use serde_json::Value;

use super::on_both_databases;
use super::steps::{self, analyst, between, queue};
use crate::common::database::Backend;
use crate::common::form;
use crate::common::http::{Answer, Client};
use crate::common::server::Server;

on_both_databases!(
    a_few_fields_are_a_report,
    a_draft_is_the_anonymous_text_and_goes_on_where_it_was,
    a_file_that_cannot_be_used_loses_nothing,
    a_second_person_tells_it_beside_the_first,
);

const BOUNDARY: &str = "----candor";

/// The start page's form with a file in it.
fn upload(visitor: &Client, pasted: &str, name: &str, file: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (field, value) in [("text", pasted), ("declared", "Zephyrbank")] {
        body.extend_from_slice(
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n")
                .as_bytes(),
        );
    }
    body.extend_from_slice(
        format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
            .as_bytes(),
    );
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    visitor.post_bytes("/report/preview", &kind, &body)
}

fn post(visitor: &Client, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    visitor.post(path, &fields)
}

/// The short form, filled in as far as a first report needs.
fn filled(visitor: &Client) -> Vec<(String, String)> {
    let page = visitor.get("/report/form?about=nearly");
    assert_eq!(page.status, 200);
    let mut fields = form::fields(&page.body, "/report/look");
    for (name, value) in [
        ("title", "Backup of Zephyrbank nearly lost"),
        ("technologies", "PostgreSQL 15"),
        (
            "factors",
            "Nobody restores\n    No time for it\n  No place for it",
        ),
        ("luck", "Wilhelmina Okonkwo looked by chance"),
        ("declared", "Zephyrbank"),
        ("kept", "Okonkwo"),
        ("missed-triggers", "a tide at Zephyrbank"),
        ("missed-sector", "mills that the tide turns"),
    ] {
        form::set(&mut fields, name, value);
    }
    let story = fields.iter_mut().find(|(name, _)| name == "narrative_text");
    "The job ended with 0 and wrote nothing.".clone_into(&mut story.unwrap().1);
    fields
}

fn a_few_fields_are_a_report(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    for path in ["/report/form", "/report/form?about=nonsense&full=yes"] {
        assert_eq!(visitor.get(path).status, 200, "{path}");
    }
    let mut fields = filled(&visitor);
    form::set(&mut fields, "title", "");
    let wrong = post(&visitor, "/report/look", &fields);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("href=\"#f-title\"") && wrong.body.contains("It nearly broke"));
    assert!(
        wrong
            .body
            .contains("The job ended with 0 and wrote nothing.")
    );

    let looked = post(&visitor, "/report/look", &filled(&visitor));
    assert_eq!(looked.status, 200, "{}", looked.body);
    assert!(looked.body.contains("its indent lies between two levels"));
    assert!(looked.body.contains("No place for it"));
    let fields = form::fields(&looked.body, "/report/look");
    let of = |name: &str| fields.iter().find(|(field, _)| field == name).unwrap();
    let (_, missed) = of("missed-triggers");
    assert!(missed.starts_with("a tide at [") && !missed.contains("Zephyr"));
    let kind = fields.iter().find(|(name, _)| name == "kind").unwrap();
    assert_eq!(kind.1, "near-miss");
    let sheet = post(&visitor, "/report/sheet", &fields);
    assert_eq!(sheet.status, 200);
    assert!(sheet.body.contains("Signature") && !sheet.body.contains("Zephyrbank"));
    let sent = post(&visitor, "/report/send", &fields);
    assert_eq!(sent.status, 201);
    let first = analyst(&server, "first");
    assert_eq!(queue(&first).len(), 1);
    let inbox = |client: &Client| client.get("/desk/terms").body;
    assert!(inbox(&first).contains("a tide at") && !inbox(&first).contains("Zephyr"));
    assert!(inbox(&first).contains("mills that the tide turns"));
    let receipt = between(&sent.body, "name=\"receipt\" value=\"", "\"").unwrap();
    let withdraw = [("receipt", receipt), ("confirm", "yes")];
    assert_eq!(visitor.post("/receipt/withdraw", &withdraw).status, 200);
    assert!(
        !inbox(&first).contains("a tide at"),
        "it goes with the report"
    );
}

fn a_draft_is_the_anonymous_text_and_goes_on_where_it_was(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let mut unfinished = filled(&visitor);
    form::set(&mut unfinished, "title", "");
    for fields in [unfinished, filled(&visitor)] {
        let saved = post(&visitor, "/report/draft", &fields);
        assert_eq!(saved.status, 200, "{}", saved.body);
        let disposition = saved.header("content-disposition").unwrap();
        assert!(disposition.starts_with("attachment"), "{disposition}");
        assert_eq!(saved.header("cache-control"), Some("no-store"));
        assert!(!saved.body.contains("Zephyrbank") && !saved.body.contains("Wilhelmina"));
        let draft: Value = saved.json();
        assert_eq!(draft["kind"], "near-miss");

        let looked = upload(&visitor, "", "candor-draft.json", saved.body.as_bytes());
        assert_eq!(looked.status, 200, "{}", looked.body);
        let fields = form::fields(&looked.body, "/report/look");
        let again = post(&visitor, "/report/draft", &fields);
        assert_eq!(again.json(), draft, "a draft of a draft is the same");
    }
    let nothing = visitor.get("/report/form");
    let nothing = form::fields(&nothing.body, "/report/look");
    assert_eq!(post(&visitor, "/report/draft", &nothing).status, 422);
    assert!(
        queue(&analyst(&server, "first")).is_empty(),
        "nothing was kept"
    );
}

fn a_file_that_cannot_be_used_loses_nothing(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let long = "word ".repeat(60_000);
    let cases: [(&str, &[u8], &str); 4] = [
        (
            "photo.jpg",
            &[0xff, 0xd8, 0xff, 0xe0, 0, 16],
            "is not text in UTF-8",
        ),
        (
            "sheet.md",
            b"%PDF-1.7 \x00\x01\x02",
            "could not be read as a report",
        ),
        ("long.md", long.as_bytes(), "longer than 256 KiB"),
        ("empty.md", b"", "There is nothing here yet"),
    ];
    for (name, file, said) in cases {
        let answer = upload(&visitor, "", name, file);
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.body.contains(said), "{name}: {}", answer.body);
        assert!(
            answer.body.contains("Zephyrbank"),
            "{name}: the names are kept"
        );
    }
    let answer = upload(&visitor, "What I pasted", "photo.jpg", &[0xff, 0xd8]);
    assert!(answer.body.contains("What I pasted"));
    let answer = visitor.post(
        "/report/preview",
        &[("text", &long), ("declared", "Zephyrbank")],
    );
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("word word") && answer.body.contains("Zephyrbank"));
    for fields in [
        vec![("title", "T"), ("title", "U")],
        vec![("kind", "nonsense")],
    ] {
        assert_eq!(visitor.post("/report/look", &fields).status, 422);
    }
    assert!(
        queue(&analyst(&server, "first")).is_empty(),
        "nothing was kept"
    );
    let receipt = steps::send(&visitor);
    assert!(!receipt.is_empty());
}

/// The groups of a receipt or code on a page.
pub(crate) fn shown(page: &str) -> String {
    let block = page.split("class=\"receipt\"").nth(1).unwrap();
    let groups = block.split("</p>").next().unwrap().split("<span>").skip(1);
    let groups: Vec<&str> = groups.filter_map(|part| part.split('<').next()).collect();
    groups.join("-")
}

fn a_second_person_tells_it_beside_the_first(backend: Backend) {
    let server = Server::start(backend, 2);
    let (first, second) = (server.client(), server.client());
    let looked = post(&first, "/report/look", &filled(&first));
    let fields = form::fields(&looked.body, "/report/look");
    let receipt = shown(&post(&first, "/report/send", &fields).body);
    let shared = first.post("/receipt/share", &[("receipt", &receipt)]);
    assert_eq!(shared.status, 200, "{}", shared.body);
    let code = shown(&shared.body);
    assert_eq!(code.replace('-', "").len(), 28);
    let status = first.post("/receipt", &[("receipt", &code)]);
    assert_eq!(status.status, 422, "a code is no receipt");

    let blank = second.get("/report/second").body;
    assert!(
        !blank.contains("nearly lost"),
        "the first text is not shown"
    );
    let mut fields = form::fields(&blank, "/report/look");
    let story = fields.iter_mut().find(|(name, _)| name == "narrative_text");
    "I saw that Zephyrbank had no copy.".clone_into(&mut story.unwrap().1);
    form::set(&mut fields, "declared", "Zephyrbank");
    for wrong in ["", "nonsense", &receipt] {
        form::set(&mut fields, "code", wrong);
        let answer = post(&second, "/report/look", &fields);
        assert_eq!(answer.status, 422, "{wrong}");
        assert!(answer.body.contains("href=\"#f-code\"") && answer.body.contains("had no copy"));
    }
    form::set(&mut fields, "code", &code);
    let looked = post(&second, "/report/look", &fields);
    assert_eq!(looked.status, 200, "{}", looked.body);
    assert!(!looked.body.contains("nearly lost"));
    let fields = form::fields(&looked.body, "/report/look");
    let sent = post(&second, "/report/send", &fields);
    assert_eq!(sent.status, 201, "{}", sent.body);
    let own = shown(&sent.body);
    assert_ne!(own, receipt);
    assert_eq!(second.post("/receipt", &[("receipt", &own)]).status, 200);
    let again = post(&second, "/report/send", &fields);
    assert_eq!(
        (again.status, shown(&again.body)),
        (201, own),
        "a double click"
    );
    let mut other = fields;
    form::set(&mut other, "title", "Another account");
    let again = post(&second, "/report/send", &other);
    assert_eq!(again.status, 422, "a code is good once: {}", again.body);
    let desk = analyst(&server, "first");
    let reports = queue(&desk);
    assert_eq!(reports.len(), 2);
    let joined = |report: &String| {
        let page = desk.get(report).body;
        page.contains("Tells of the same event as")
    };
    assert!(reports.iter().all(joined), "the desk reads both together");

    for _ in 0..3 {
        assert_eq!(
            first
                .post("/receipt/share", &[("receipt", &receipt)])
                .status,
            200
        );
    }
    assert_eq!(
        first
            .post("/receipt/share", &[("receipt", &receipt)])
            .status,
        409
    );
    let gone = [("receipt", receipt.as_str()), ("confirm", "yes")];
    assert_eq!(first.post("/receipt/withdraw", &gone).status, 200);
    assert_eq!(
        first
            .post("/receipt/share", &[("receipt", &receipt)])
            .status,
        409
    );
    assert_eq!(
        first.post("/receipt/share", &[("receipt", &code)]).status,
        404
    );
}
