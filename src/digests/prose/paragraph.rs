//! Paragraphs of Markdown, each with the way back to the text it came from.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::anonymise::RedactedText;

/// A paragraph without Markdown marks, on one line.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    flat: String,
    runs: Vec<Run>,
}

/// A stretch of the paragraph and where it comes from.
#[derive(Debug)]
struct Run {
    flat: Range<usize>,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    /// These bytes of the text, as they are; `code` if they stood between backticks.
    Text { source: Range<usize>, code: bool },
    /// A line break of the text, flattened to a space.
    Break(Range<usize>),
    /// Something that cannot be taken over: an image, HTML, an entity.
    Opaque,
}

/// What stands for [`Origin::Opaque`] in the flat text, so that a sentence with it is seen.
const OPAQUE: &str = "\u{fffc}";

/// The top-level paragraphs of a text: not those in lists, tables, quotations or code.
pub(super) fn paragraphs(text: &RedactedText) -> Vec<Paragraph> {
    let source = text.as_str();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut found = Vec::new();
    let mut current: Option<Paragraph> = None;
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => current = Some(Paragraph::default()),
            Event::End(TagEnd::Paragraph) if depth == 0 => found.extend(current.take()),
            Event::Start(tag) if is_block(&tag) => depth += 1,
            Event::End(tag) if is_block_end(tag) => depth = depth.saturating_sub(1),
            Event::Text(words) => push(&mut current, |p| p.text(source, &words, range, false)),
            Event::Code(words) => {
                let inner = trim_marks(source, range, '`');
                push(&mut current, |p| p.text(source, &words, inner, true));
            }
            Event::SoftBreak | Event::HardBreak => {
                push(&mut current, |p| p.line_break(source, range));
            }
            Event::Start(Tag::Image { .. })
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => push(&mut current, Paragraph::opaque),
            Event::Start(_) | Event::End(_) | Event::Rule => {}
        }
    }
    found
}

fn push(current: &mut Option<Paragraph>, f: impl FnOnce(&mut Paragraph)) {
    if let Some(paragraph) = current {
        f(paragraph);
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    is_block_end(tag.to_end())
}

fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// The range without the marks that enclose it.
fn trim_marks(source: &str, range: Range<usize>, mark: char) -> Range<usize> {
    let marked = source.get(range.clone()).unwrap_or_default();
    let inner = marked.trim_matches(mark);
    let start = range.start + (marked.len() - marked.trim_start_matches(mark).len());
    start..start + inner.len()
}

impl Paragraph {
    /// The paragraph as one line.
    pub(super) fn flat(&self) -> &str {
        &self.flat
    }

    /// Part of the flat text.
    pub(super) fn part(&self, range: &Range<usize>) -> &str {
        self.flat.get(range.clone()).unwrap_or_default()
    }

    /// What stood between backticks in this range.
    pub(super) fn code<'a>(&'a self, range: &'a Range<usize>) -> impl Iterator<Item = &'a str> {
        self.runs
            .iter()
            .filter(|run| matches!(run.origin, Origin::Text { code: true, .. }))
            .filter(|run| overlap(&run.flat, range).is_some())
            .map(|run| self.part(&run.flat))
    }

    /// The range as redacted text, put together from the text itself. `None` if something in it
    /// cannot be taken over.
    pub(super) fn redacted(
        &self,
        text: &RedactedText,
        range: &Range<usize>,
    ) -> Option<RedactedText> {
        let mut parts = Vec::new();
        for run in &self.runs {
            let Some(common) = overlap(&run.flat, range) else {
                continue;
            };
            match &run.origin {
                Origin::Text { source, .. } => {
                    let start = source.start + (common.start - run.flat.start);
                    parts.push(start..start + common.len());
                }
                Origin::Break(source) => parts.push(source.clone()),
                Origin::Opaque => return None,
            }
        }
        Some(text.excerpt(&parts)?.on_one_line())
    }

    fn text(&mut self, source: &str, words: &str, range: Range<usize>, code: bool) {
        if source.get(range.clone()) == Some(words) {
            self.push(
                words,
                Origin::Text {
                    source: range,
                    code,
                },
            );
        } else {
            self.opaque();
        }
    }

    /// Takes the break alone, not the backslash that may make it hard.
    fn line_break(&mut self, source: &str, range: Range<usize>) {
        let last = range.end.saturating_sub(1)..range.end;
        if matches!(source.get(last.clone()), Some("\n" | "\r")) {
            self.push(" ", Origin::Break(last));
        } else {
            self.opaque();
        }
    }

    fn opaque(&mut self) {
        self.push(OPAQUE, Origin::Opaque);
    }

    fn push(&mut self, words: &str, origin: Origin) {
        let start = self.flat.len();
        self.flat.push_str(words);
        self.runs.push(Run {
            flat: start..self.flat.len(),
            origin,
        });
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> Option<Range<usize>> {
    let common = a.start.max(b.start)..a.end.min(b.end);
    (!common.is_empty()).then_some(common)
}
