//! The sheet for whoever signs a report off is one printed page, however long the report is.

use std::fmt::Write;

use super::driver::Browser;
use crate::common::database::Backend;
use crate::common::server::Server;

/// Paper, in centimetres.
const A4: (f64, f64) = (21.0, 29.7);
const LETTER: (f64, f64) = (21.59, 27.94);

/// The longest of the samples, as they are.
fn longest_sample() -> String {
    let samples = std::fs::read_dir("schema/samples").unwrap();
    let texts = samples.map(|entry| entry.unwrap().path());
    let texts = texts.filter(|path| path.extension().is_some_and(|ext| ext == "md"));
    let texts = texts.map(|path| std::fs::read_to_string(path).unwrap());
    texts.max_by_key(String::len).unwrap()
}

/// A write-up with as much of everything as a list may hold, and long words.
fn at_the_limits() -> String {
    let mut text = String::from("# Nothing was reachable from anywhere\n\n## Summary\n\n");
    let story = "The queue grew UNBOUNDEDLY while every consumer waited for the same lock; we saw that late. ";
    text.push_str(&story.repeat(20));
    text.push_str("\n\n## What happened\n\n");
    text.push_str(&story.repeat(100));
    for (heading, what) in [
        (
            "Contributing factors",
            "No limit on retries in the client that everybody uses",
        ),
        (
            "Action items",
            "Limit retries in the client and alert on the use of the pool",
        ),
        (
            "What went well",
            "The rollback was practised by all of us the week before",
        ),
        (
            "Where we got lucky",
            "Somebody was awake and remembered the flag",
        ),
        (
            "Lessons learned",
            "Retries multiply what they are meant to save",
        ),
    ] {
        write!(text, "\n\n## {heading}\n\n").unwrap();
        for number in 0..300 {
            writeln!(text, "- {what}, case {number}").unwrap();
        }
    }
    text.push_str("\n## Timeline\n\n");
    for minute in 0..59 {
        writeln!(
            text,
            "- 09:{minute:02} the queue grew again and nobody looked"
        )
        .unwrap();
    }
    text
}

/// Pages of a PDF file: the objects that say they are one.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let pages = text.split("/Type /Page").skip(1);
    pages.filter(|rest| !rest.starts_with('s')).count()
}

#[test]
fn the_sheet_to_sign_is_one_page_on_either_paper_and_in_either_language() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    for (language, look) in [
        ("en", "Show me what you understood"),
        ("de", "Zeigen, was verstanden wurde"),
    ] {
        let browser = Browser::speaking(language, 1280, false);
        for (name, text) in [("sample", longest_sample()), ("limits", at_the_limits())] {
            let file = folder.path().join("postmortem.md");
            std::fs::write(&file, text).unwrap();
            browser.open(&format!("{}/report", server.base()));
            browser.type_into("[name=file]", file.to_str().unwrap());
            browser.click_text(look);
            browser.find(".sheet");
            assert!(
                pages(&browser.print(A4)) > 1,
                "the preview is long: pages are counted"
            );
            browser.click_into_new_tab(&browser.find("button[formaction='/report/sheet']"));
            assert_eq!(browser.find_all(".sign dd").len(), 3);
            let said = browser.text(".assure");
            let left_out = said.contains("words are not") || said.contains("Wörtern stehen nicht");
            assert!(left_out || name == "sample", "{said}");
            for (paper, size) in [("A4", A4), ("Letter", LETTER)] {
                let pdf = browser.print(size);
                assert_eq!(pages(&pdf), 1, "{name} in {language} on {paper}");
            }
            browser.close_tab();
        }
    }
}
