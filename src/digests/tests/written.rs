//! A digest as Markdown.

use pulldown_cmark::{Event, Parser, Tag};

use crate::anonymise::RedactedText;

use super::{compiled, october, reports};

#[test]
fn an_issue_as_markdown() {
    insta::assert_snapshot!(
        october()
            .sheet()
            .to_markdown(Some("https://registry.example/"))
    );
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let markdown = october().sheet().to_markdown(None);
    let mut last = 0;
    for event in Parser::new(&markdown) {
        if let Event::Start(Tag::Heading { level, .. }) = event {
            let level = level as usize;
            assert!(level <= last + 1, "{markdown}");
            last = level;
        }
    }
    assert_eq!(last, 2);
}

#[test]
fn without_an_address_there_are_no_links() {
    let markdown = october().sheet().to_markdown(None);
    let linked =
        Parser::new(&markdown).any(|event| matches!(event, Event::Start(Tag::Link { .. })));
    assert!(!linked, "{markdown}");
}

#[test]
fn words_of_a_report_are_never_marks() {
    let title = "1. <b>Queue</b> of *[a](b)* \\ full_ & #4 `x`";
    let mut reports = reports();
    for public in &mut reports {
        public.report.title = RedactedText::from_store(title.to_owned());
    }
    let markdown = compiled("2026-10", &reports).sheet().to_markdown(None);
    let read: String = Parser::new(&markdown)
        .filter_map(|event| match event {
            Event::Text(words) => Some(words.to_string()),
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => panic!("{markdown}"),
            _ => None,
        })
        .collect();
    assert_eq!(read.matches(title).count(), 4);
}
