//! What a write-up says of its people beside the report takes them out of the report, on every way
//! in, and what a reporter was shown is what is kept.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use regex::Regex;
use serde_json::json;

use super::steps::{analyst, between, queue};
use crate::common::database::Backend;
use crate::common::http::Client;
use crate::common::server::Server;

/// Nothing in the report itself tells that "Field", "Rose" and "IM" are people.
const WRITE_UP: &str = "---
title: Queue full
author: Rose Field
---

Authors: Rose Field, Ivy Marsh

## Summary

The queue of redis filled up. Field had seen it before and asked Rose. IM restarted it.
";

/// The words in question, on a page or in a report.
fn story(text: &str) -> String {
    let tags = Regex::new("<[^>]*>").unwrap();
    let text = tags.replace_all(text, "").into_owned();
    let story = between(&text, "filled up. ", " restarted it");
    story
        .unwrap_or_else(|| panic!("no story in {text}"))
        .to_owned()
}

fn assert_nobody(way: &str, story: &str) {
    for name in ["Field", "Rose", "IM"] {
        assert!(!story.contains(name), "{way}: {story}");
    }
}

/// The story as the desk has it, of the only report there.
fn at_the_desk(analyst: &Client) -> String {
    story(&analyst.get(&queue(analyst).pop().unwrap()).body)
}

fn submit(server: &Server, folder: &Path, text: &str, more: &[&str]) -> Output {
    let file = folder.join("queue-full.md");
    std::fs::write(&file, text).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_candor"))
        .arg("submit")
        .arg(file)
        .args(["--yes", "--to", server.base()])
        .args(more)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    output
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn authors_leave_a_report_that_came_as_text() {
    let server = Server::start(Backend::Sqlite, 2);
    let visitor = server.client();
    let looked = visitor.post_json("/api/v1/anonymise", &json!({ "text": WRITE_UP }));
    assert_nobody("looked at", &story(looked.json()["text"].as_str().unwrap()));
    let kept = visitor.post_json("/api/v1/reports", &json!({ "text": WRITE_UP }));
    assert_eq!(kept.status, 201, "{}", kept.body);
    let summary = kept.json()["report"]["summary"].to_string();
    assert_nobody("sent over the API", &story(&summary));
    assert!(!kept.body.contains("author"), "{}", kept.body);
    let preview = visitor.post("/report/preview", &[("text", WRITE_UP)]);
    let shown = between(&preview.body, "name=\"summary\"", "</textarea>").unwrap();
    assert_nobody("previewed", &story(shown));
}

#[test]
fn authors_leave_a_report_that_was_imported() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("queue-full.md");
    std::fs::write(&file, WRITE_UP).unwrap();
    let imported = server.run(&["import", file.to_str().unwrap()], "");
    assert!(imported.status.success(), "{}", said(&imported));
    assert_nobody("imported", &at_the_desk(&analyst(&server, "first")));
}

#[test]
fn what_a_terminal_shows_is_what_is_kept() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    let sent = submit(&server, folder.path(), WRITE_UP, &[]);
    let replaced = Regex::new(r"\[-.*?-\]\{\+(.*?)\+\}").unwrap();
    let said = said(&sent);
    let shown = story(&replaced.replace_all(&said, "$1"));
    assert_nobody("shown", &shown);
    assert_eq!(at_the_desk(&analyst(&server, "first")), shown);
    assert!(!said.contains("took out more"), "{said}");
}

#[test]
fn a_word_that_its_reporter_keeps_is_kept_by_the_registry_too() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    let text = "# Queue full\n\nThe queue of redis filled up. Marla Henderson restarted it.\n";
    let sent = submit(&server, folder.path(), text, &["--keep", "Marla Henderson"]);
    assert!(!said(&sent).contains("took out more"), "{}", said(&sent));
    assert_eq!(at_the_desk(&analyst(&server, "first")), "Marla Henderson");
}
