//! Escaping: what a reader of Markdown sees is what the text says.

use pulldown_cmark::{Event, Parser, Tag};

use super::escape::escape;

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
