//! A digest as Markdown.

use pulldown_cmark::{Event, Parser, Tag};

use crate::anonymise::RedactedText;
use crate::digests::escape::escape;

use super::{compiled, october, reports};

#[test]
fn an_issue_as_markdown() {
    insta::assert_snapshot!(october().to_markdown(Some("https://registry.example/")));
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let markdown = october().to_markdown(None);
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
    let markdown = october().to_markdown(None);
    let linked =
        Parser::new(&markdown).any(|event| matches!(event, Event::Start(Tag::Link { .. })));
    assert!(!linked, "{markdown}");
}

#[test]
fn words_of_a_report_are_never_marks() {
    let mut reports = reports();
    let title = "1. <b>Queue</b> of *[a](b)* \\ full_ & #4 `x`";
    for public in &mut reports {
        public.report.title = RedactedText::from_store(title.to_owned());
    }
    let markdown = compiled("2026-10", &reports).to_markdown(None);
    assert!(
        markdown.contains(&format!("### {}\n", escape(title))),
        "{markdown}"
    );
    let html = Parser::new(&markdown).any(|e| matches!(e, Event::Html(_) | Event::InlineHtml(_)));
    assert!(!html);
}

#[test]
fn what_is_escaped_reads_as_it_was() {
    for text in [
        "1. <b>Queue</b> of *[a](b)* \\ full_ & #4 `x`",
        "[Engineer A] sets max_connections to 10 - for now",
        "# not a heading",
        "- not an item",
        "+ nor this",
        "a&lt;b | c ~~d~~ ![x](y) [z]: w",
        "2) no list",
        "_x_ __y__ snake_case_name",
    ] {
        let markdown = escape(text);
        let read: String = Parser::new(&markdown)
            .filter_map(|event| match event {
                Event::Text(words) => Some(words.to_string()),
                Event::Start(Tag::Paragraph) | Event::End(_) => None,
                other => panic!("{markdown}: {other:?}"),
            })
            .collect();
        assert_eq!(read, text);
    }
}
