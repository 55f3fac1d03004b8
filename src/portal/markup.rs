//! Text of a report as HTML: escaped, placeholders as quiet chips, Markdown without surprises.
//!
//! Narratives are Markdown. Raw HTML in them is shown as the text it is, images as their
//! description, links as their words: nothing a reporter writes can load, lead or look like ours.

use std::fmt;

use askama::filters::HtmlSafe;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::anonymise::{RedactedText, placeholders};

/// HTML that may stand in a page as it is. Only this module makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

impl Html {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With a mark of ours after it.
    pub(crate) fn and(mut self, mark: &str) -> Self {
        escape(mark, &mut self.0);
        self
    }
}

/// A part of a search result's snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Text of the anonymised report, as the index kept it.
    pub text: String,
    /// Whether it is what was searched for.
    pub hit: bool,
}

/// Stand for the brackets of a placeholder while Markdown is parsed, which would otherwise read
/// `[Person A]: restarted` as the definition of a link and drop it.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// One line of text: escaped, isolated from our own sentence, placeholders as chips.
pub(crate) fn line(text: &RedactedText) -> Html {
    if text.is_blank() {
        return Html::default();
    }
    let mut html = String::from("<bdi dir=\"auto\">");
    with_code(text.as_str().trim(), &mut html);
    html.push_str("</bdi>");
    Html(html)
}

/// Sentences with a space between them, placeholders as chips.
pub(crate) fn sentences<'a>(texts: impl Iterator<Item = &'a str>) -> Html {
    let mut html = String::new();
    for text in texts.map(str::trim).filter(|text| !text.is_empty()) {
        if !html.is_empty() {
            html.push(' ');
        }
        html.push_str("<bdi dir=\"auto\">");
        chips(text, &mut html);
        html.push_str("</bdi>");
    }
    Html(html)
}

/// A snippet with what was searched for marked.
pub(crate) fn snippet(pieces: &[Piece]) -> Html {
    let mut html = String::from("<bdi dir=\"auto\">");
    for piece in pieces {
        if piece.hit {
            html.push_str("<mark>");
            escape(&piece.text, &mut html);
            html.push_str("</mark>");
        } else {
            chips(&piece.text, &mut html);
        }
    }
    html.push_str("</bdi>");
    Html(html)
}

/// Markdown whose headings begin at `top` (2 to 6).
pub(crate) fn prose(text: &RedactedText, top: u8) -> Html {
    if text.is_blank() {
        return Html::default();
    }
    let source = shield(text.as_str());
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let parser = TextMergeStream::new(Parser::new_ext(&source, options));
    let mut outline = Outline { top, last: top - 1 };
    let events = parser.flat_map(|event| soften(event, &mut outline));
    let mut html = String::from("<div class=\"prose\" dir=\"auto\">");
    pulldown_cmark::html::push_html(&mut html, events);
    html.push_str("</div>");
    Html(html)
}

/// The words of Markdown, one after the other.
pub(crate) fn flat(text: &RedactedText) -> String {
    let source = shield(text.as_str());
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut flat = String::new();
    for event in Parser::new_ext(&source, options) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                flat.push_str(&unshield(&text));
            }
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => flat.push(' '),
            _ => {}
        }
    }
    flat.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shield(text: &str) -> String {
    let text = text.replace([OPEN, CLOSE], "\u{FFFD}");
    let mut shielded = String::with_capacity(text.len());
    for (part, whole) in parts(&text) {
        if whole {
            shielded.push(OPEN);
            shielded.push_str(part.trim_matches(['[', ']']));
            shielded.push(CLOSE);
        } else {
            shielded.push_str(part);
        }
    }
    shielded
}

/// The text cut at its placeholders; each part with whether it is one.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for place in placeholders(text) {
        parts.push((text.get(at..place.start).unwrap_or_default(), false));
        parts.push((text.get(place.clone()).unwrap_or_default(), true));
        at = place.end;
    }
    parts.push((text.get(at..).unwrap_or_default(), false));
    parts
}

fn unshield(text: &str) -> String {
    text.replace(OPEN, "[").replace(CLOSE, "]")
}

/// Keeps headings of the reporter's text nested under ours, without gaps.
struct Outline {
    top: u8,
    last: u8,
}

impl Outline {
    fn place(&mut self, level: HeadingLevel) -> HeadingLevel {
        let wanted = self.top + (level as u8).saturating_sub(1).min(6);
        self.last = wanted.min(self.last + 1).clamp(self.top, 6);
        HeadingLevel::try_from(usize::from(self.last)).unwrap_or(HeadingLevel::H6)
    }
}

fn soften<'a>(event: Event<'a>, outline: &mut Outline) -> Vec<Event<'a>> {
    match event {
        Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => vec![inline_html(&text)],
        Event::Code(code) => {
            let mut html = String::from("<code>");
            chips(&unshield(&code), &mut html);
            html.push_str("</code>");
            vec![Event::InlineHtml(html.into())]
        }
        // A long line scrolls, and a keyboard must be able to scroll it.
        Event::Start(Tag::CodeBlock(_)) => {
            vec![Event::Html(CowStr::Borrowed("<pre tabindex=\"0\"><code>"))]
        }
        Event::End(TagEnd::CodeBlock) => vec![Event::Html(CowStr::Borrowed("</code></pre>\n"))],
        Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
        Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
        Event::Start(Tag::Heading { level, .. }) => vec![Event::Start(Tag::Heading {
            level: outline.place(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })],
        Event::End(TagEnd::Heading(_)) => vec![Event::End(TagEnd::Heading(
            HeadingLevel::try_from(usize::from(outline.last)).unwrap_or(HeadingLevel::H6),
        ))],
        Event::Start(Tag::Table(alignment)) => vec![
            Event::Html(CowStr::Borrowed(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">",
            )),
            Event::Start(Tag::Table(alignment)),
        ],
        Event::End(TagEnd::Table) => vec![
            Event::End(TagEnd::Table),
            Event::Html(CowStr::Borrowed("</div>\n")),
        ],
        Event::Start(Tag::Link { .. } | Tag::Image { .. })
        | Event::End(TagEnd::Link | TagEnd::Image) => Vec::new(),
        other => vec![other],
    }
}

fn inline_html<'a>(text: &str) -> Event<'a> {
    let mut html = String::new();
    chips(&unshield(text), &mut html);
    Event::InlineHtml(html.into())
}

/// Our own stylesheet, for a page that is taken away.
pub(crate) fn style() -> Html {
    Html(super::assets::inline_css().replace("</", "<\\/"))
}

/// Escapes a line and wraps its placeholders and what stands between back-ticks.
fn with_code(line: &str, html: &mut String) {
    let mut rest = line;
    while let Some((before, opened)) = rest.split_once('`') {
        let Some((code, after)) = opened.split_once('`').filter(|(code, _)| !code.is_empty())
        else {
            break;
        };
        chips(before, html);
        html.push_str("<code>");
        chips(code, html);
        html.push_str("</code>");
        rest = after;
    }
    chips(rest, html);
}

/// Escapes text and wraps its placeholders.
fn chips(text: &str, html: &mut String) {
    for (part, whole) in parts(text) {
        if !whole {
            escape(part, html);
            continue;
        }
        let time = part.starts_with("[T+") || part.starts_with("[T-");
        html.push_str(if time {
            "<span class=\"chip chip-time\">"
        } else {
            "<span class=\"chip\">"
        });
        escape(part, html);
        html.push_str("</span>");
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::with_code;

    #[test]
    fn a_line_shows_code_and_marks_and_nothing_else() {
        let cases = [
            ("`edge_5xx` alert", "<code>edge_5xx</code> alert"),
            (
                "pages [Person A]",
                "pages <span class=\"chip\">[Person A]</span>",
            ),
            (
                "`kill [Host 2]`",
                "<code>kill <span class=\"chip\">[Host 2]</span></code>",
            ),
            ("a ` alone", "a ` alone"),
            ("``", "``"),
            ("`<script>`", "<code>&lt;script&gt;</code>"),
            ("", ""),
        ];
        for (line, html) in cases {
            let mut shown = String::new();
            with_code(line, &mut shown);
            assert_eq!(shown, html, "{line}");
        }
    }
}
