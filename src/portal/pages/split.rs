//! Splitting a report that tells of two events.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::forms::item_field;
use crate::portal::{Html, Layout, Section, markup, paths};
use crate::report::{Report, ReportId};
use crate::review::{Item, items};

/// Letters of a thing that are shown.
const SHOWN: usize = 220;

/// A thing that goes to one part or the other.
#[derive(Clone, Debug)]
struct Thing {
    field: String,
    kind: &'static str,
    words: Html,
    chosen: &'static str,
}

/// The form that splits.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/split.html")]
pub struct SplitPage {
    layout: Layout,
    title: Html,
    revision: u32,
    second: String,
    back: String,
    action: String,
    things: Vec<Thing>,
    problem: String,
}

impl SplitPage {
    /// The report and its revision, what was typed as the second title, and where each thing is to
    /// go: `first`, `second` or `both` by its field.
    pub fn new(
        layout: Layout,
        id: ReportId,
        (report, revision): (&Report<RedactedText>, u32),
        second: &str,
        goes: impl Fn(&str) -> String,
        problem: String,
    ) -> Self {
        let things = items(report).into_iter().map(|(item, text)| {
            let field = item_field(item);
            let chosen = match goes(&field).as_str() {
                "second" => "second",
                "both" => "both",
                _ => "first",
            };
            Thing {
                kind: kind(item),
                words: markup::line(&beginning(text)),
                field,
                chosen,
            }
        });
        Self {
            layout,
            title: markup::line(&report.title),
            revision,
            second: second.to_owned(),
            back: paths::desk_report(id),
            action: format!("{}/split", paths::desk_report(id)),
            things: things.collect(),
            problem,
        }
    }
}

fn kind(item: Item) -> &'static str {
    match item {
        Item::Summary => "Summary",
        Item::Narrative(_) => "Account",
        Item::Impact => "What was felt",
        Item::Detection => "How it was noticed",
        Item::Event(_) => "Timeline",
        Item::Factor(_) => "What contributed",
        Item::Mitigation(_) => "Tried",
        Item::Helped(_) => "What helped",
        Item::Luck(_) => "Luck",
        Item::Action(_) => "Action",
        Item::Lesson(_) => "Lesson",
    }
}

fn beginning(text: &RedactedText) -> RedactedText {
    let line = text.on_one_line();
    let end = line.as_str().char_indices().nth(SHOWN).map(|(at, _)| at);
    end.and_then(|end| line.excerpt(std::slice::from_ref(&(0..end))))
        .unwrap_or(line)
}
