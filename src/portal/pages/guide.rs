//! Best-practice guides: the list, and one guide.

use askama::Template;

use super::digest::{self, Story};
use crate::anonymise::RedactedText;
use crate::digests::{EVIDENCE, Guide, GuideLine, Says, Subject};
use crate::portal::{Html, Layout, Section, markup, paths};
use crate::registry::GuideCard;
use crate::report::ReportId;

/// A guide in the list.
#[derive(Clone, Debug)]
struct Line {
    href: String,
    label: String,
    under: String,
}

/// All guides, by what they are about.
#[derive(Clone, Debug, Template)]
#[template(path = "public/guides.html")]
pub struct GuidesPage {
    layout: Layout,
    patterns: Vec<Line>,
    technologies: Vec<Line>,
}

/// One guide.
#[derive(Clone, Debug, Template)]
#[template(path = "public/guide.html")]
pub struct GuidePage {
    layout: Layout,
    guide: Guide<RedactedText>,
    /// Its page, without an ending; empty for a draft.
    path: String,
    /// Where a draft is worked on.
    desk: String,
    /// The page of what it is about.
    about: String,
    introduction: Option<Html>,
    parts: Vec<Part>,
    stories: Vec<Story>,
    changed: Vec<String>,
}

/// One question.
#[derive(Clone, Debug)]
struct Part {
    id: &'static str,
    question: &'static str,
    lines: Vec<Tick>,
    edited: Option<Html>,
}

/// One thing to tick.
#[derive(Clone, Debug)]
struct Tick {
    label: String,
    meaning: String,
    reports: u32,
    mark: Option<String>,
    evidence: Vec<ReportId>,
}

/// Forms of a guide by how their names end.
const FORMS: [(&str, &str); 6] = [
    ("pdf", "PDF to print"),
    ("epub", "EPUB"),
    ("txt", "plain text"),
    ("html", "one page"),
    ("md", "Markdown"),
    ("json", "JSON"),
];

impl GuidesPage {
    /// The guides, by subject.
    pub fn new(layout: Layout, cards: &[GuideCard]) -> Self {
        let lines = |of: fn(&Subject) -> bool| {
            let cards = cards.iter().filter(|card| of(&card.subject));
            let mut lines: Vec<Line> = cards.map(Line::new).collect();
            lines.sort_by_cached_key(|line| line.label.to_lowercase());
            lines
        };
        Self {
            layout,
            patterns: lines(|of| matches!(of, Subject::Pattern(_))),
            technologies: lines(|of| matches!(of, Subject::Technology(_))),
        }
    }

    /// The frame of the page.
    pub fn layout() -> Layout {
        Layout::public(
            Section::Digests,
            "Best-practice guides",
            "What to go through about one technology or one way to fail, out of every report so far.",
        )
        .at(paths::GUIDES)
    }
}

impl Line {
    fn new(card: &GuideCard) -> Self {
        Self {
            href: paths::guide(card.subject.slug().as_str()),
            label: card.subject.label(),
            under: format!(
                "version {}, {}, at least {} reports",
                card.version,
                card.month.label(),
                card.reports
            ),
        }
    }
}

impl GuidePage {
    /// The frame of the page.
    pub fn layout(guide: &Guide<RedactedText>) -> Layout {
        Layout::public(
            Section::Digests,
            format!("{}: a guide", guide.name),
            format!(
                "What others met with {}, what helped, and what to go through.",
                guide.name
            ),
        )
        .at(paths::guide(guide.subject.slug().as_str()))
    }

    /// The guide.
    pub fn new(layout: Layout, guide: &Guide<RedactedText>) -> Self {
        let path = paths::guide(guide.subject.slug().as_str());
        Self::of(layout, guide, path, String::new())
    }

    /// A draft, as readers would see it.
    pub fn draft(layout: Layout, guide: &Guide<RedactedText>) -> Self {
        let desk = paths::desk_guide(guide.subject.slug().as_str());
        Self::of(layout, guide, String::new(), desk)
    }

    fn of(layout: Layout, guide: &Guide<RedactedText>, path: String, desk: String) -> Self {
        let parts = guide.parts.iter().map(|part| {
            let (lines, edited) = match &part.says {
                Says::Lines(lines) => (lines.as_slice(), None),
                Says::Edited(text) => ([].as_slice(), Some(markup::prose(text, 3))),
            };
            Part {
                id: part.question.as_str(),
                question: part.question.words(),
                lines: lines.iter().map(|line| tick(guide, line)).collect(),
                edited,
            }
        });
        Self {
            layout,
            path,
            desk,
            about: match &guide.subject {
                Subject::Technology(slug) => paths::technology(slug.as_str()),
                Subject::Pattern(slug) => paths::pattern(slug.as_str()),
            },
            introduction: guide
                .introduction
                .as_ref()
                .map(|text| markup::prose(text, 3)),
            parts: parts.collect(),
            stories: guide.stories.iter().map(digest::story).collect(),
            changed: guide.changed(),
            guide: guide.clone(),
        }
    }
}

fn tick(guide: &Guide<RedactedText>, line: &GuideLine) -> Tick {
    Tick {
        label: line.what.label.clone(),
        meaning: line.meaning.clone(),
        reports: line.reports,
        mark: guide.marked(line),
        evidence: line.evidence.clone(),
    }
}
