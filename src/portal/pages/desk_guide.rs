//! Best-practice guides at the desk: the list, and one as an editor works on it.

use askama::Template;

use super::digest::Story;
use super::digest::story;
use crate::digests::Says;
use crate::portal::forms::GuideForm;
use crate::portal::{Layout, Section, paths};
use crate::review::{DeskGuide, DeskGuideLine};

/// A guide in the list.
#[derive(Clone, Debug)]
struct Line {
    href: String,
    label: String,
    stands: String,
}

/// All guides that are out.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/guides.html")]
pub struct DeskGuidesPage {
    layout: Layout,
    lines: Vec<Line>,
}

/// One of them.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/guide.html")]
pub struct DeskGuidePage {
    layout: Layout,
    action: String,
    /// Where everybody reads it, once it is out.
    public: String,
    label: String,
    stands: String,
    kept: bool,
    changed: Vec<String>,
    form: GuideForm,
    parts: Vec<Part>,
    stories: Vec<(String, bool, Story)>,
    problem: String,
}

/// A question to be worked on.
#[derive(Clone, Debug)]
struct Part {
    id: &'static str,
    question: &'static str,
    lines: Vec<String>,
    dropped: bool,
    told: String,
}

impl DeskGuidesPage {
    /// The guides, by name.
    pub fn new(layout: Layout, guides: &[DeskGuideLine]) -> Self {
        let mut lines: Vec<Line> = guides
            .iter()
            .map(|line| Line {
                href: paths::desk_guide(line.card.subject.slug().as_str()),
                label: line.card.subject.label(),
                stands: format!(
                    "Version {}, {}, at least {} reports{}",
                    line.card.version,
                    line.card.month.label(),
                    line.card.reports,
                    if line.kept { "; a draft is kept" } else { "" }
                ),
            })
            .collect();
        lines.sort_by_cached_key(|line| line.label.to_lowercase());
        Self { layout, lines }
    }
}

impl DeskGuidePage {
    /// A guide as compiled, and what is wanted of it.
    pub fn new(layout: Layout, guide: &DeskGuide, form: GuideForm, problem: String) -> Self {
        let slug = guide.compiled.subject.slug().as_str();
        let parts = guide.compiled.parts.iter().filter_map(|part| {
            let mut fields = form.parts.iter();
            let fields = fields.find(|fields| fields.question == part.question)?;
            let Says::Lines(lines) = &part.says else {
                return None;
            };
            let lines = lines.iter();
            let lines = lines.map(|line| format!("{}, at least {}", line.what.label, line.reports));
            Some(Part {
                id: part.question.as_str(),
                question: part.question.words(),
                lines: lines.collect(),
                dropped: fields.dropped,
                told: fields.told.expose().to_owned(),
            })
        });
        let stories = guide.compiled.stories.iter().map(|told| {
            let report = told.source.report;
            let dropped = form.without.contains(&report);
            (report.to_string(), dropped, story(told))
        });
        Self {
            layout,
            action: paths::desk_guide(slug),
            public: guide.out.map_or_else(String::new, |_| paths::guide(slug)),
            label: guide.compiled.name.clone(),
            stands: match guide.out {
                Some(version) => format!("Version {version} is out"),
                None => "Not out yet".to_owned(),
            },
            kept: guide.edits.is_some(),
            changed: guide.draft.changed(),
            parts: parts.collect(),
            stories: stories.collect(),
            form,
            problem,
        }
    }
}
