//! Digests at the desk: the list, and one as an editor works on it.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::digests::{Digest, Hand, RETOLD_WORDS, Retelling, word_count};
use crate::portal::forms::DigestForm;
use crate::portal::{Html, Layout, Section, markup, paths};
use crate::review::DeskIssue;

use super::digest::paragraph;

/// A digest in the list.
#[derive(Clone, Debug)]
struct Line {
    href: String,
    label: String,
    stands: String,
}

/// All digests that can be worked on.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/digests.html")]
pub struct DeskDigestsPage {
    layout: Layout,
    lines: Vec<Line>,
}

/// One of them.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/digest.html")]
pub struct DeskDigestPage {
    layout: Layout,
    action: String,
    /// Where everybody reads it, once it is out.
    public: String,
    label: String,
    stands: String,
    issue: DeskIssue,
    reports: u32,
    form: DigestForm,
    stories: Vec<Story>,
    problem: String,
}

/// A story to be worked on.
#[derive(Clone, Debug)]
struct Story {
    id: String,
    href: String,
    title: Html,
    paragraphs: Vec<Html>,
    words: usize,
    place: usize,
    dropped: bool,
    told: String,
}

impl DeskDigestsPage {
    /// The digests, the latest first.
    pub fn new(layout: Layout, issues: &[DeskIssue]) -> Self {
        let lines = issues.iter().map(|issue| Line {
            href: paths::desk_digest(issue.period),
            label: issue.period.label(),
            stands: stands(issue),
        });
        Self {
            layout,
            lines: lines.collect(),
        }
    }
}

impl DeskDigestPage {
    /// A digest as compiled, and what is wanted of it.
    pub fn new(
        layout: Layout,
        issue: DeskIssue,
        compiled: &Digest<RedactedText>,
        form: DigestForm,
        problem: String,
    ) -> Self {
        let stories = form.stories.iter().filter_map(|fields| {
            let mut retellings = compiled.retellings.iter();
            let retelling = retellings.find(|of| of.source.report == fields.report)?;
            Some(Story {
                id: fields.report.to_string(),
                href: paths::report(fields.report),
                title: markup::line(&retelling.source.title),
                paragraphs: retelling.paragraphs.iter().map(paragraph).collect(),
                words: words(retelling),
                place: fields.place,
                dropped: fields.dropped,
                told: fields.told.expose().to_owned(),
            })
        });
        Self {
            layout,
            action: paths::desk_digest(issue.period),
            public: issue
                .out
                .map_or_else(String::new, |_| paths::digest(issue.period)),
            label: issue.period.label(),
            stands: stands(&issue),
            reports: compiled.reports,
            stories: stories.collect(),
            issue,
            form,
            problem,
        }
    }

    /// How many words a retelling has.
    fn length() -> String {
        format!("{} to {}", RETOLD_WORDS.start(), RETOLD_WORDS.end())
    }
}

fn words(retelling: &Retelling<RedactedText>) -> usize {
    let paragraphs = retelling.paragraphs.iter();
    paragraphs
        .flatten()
        .map(|piece| word_count(piece.words()))
        .sum()
}

fn stands(issue: &DeskIssue) -> String {
    let mut stands = match issue.out {
        Some((revision, Hand::Editor)) => format!("Out, edited, revision {revision}"),
        Some((revision, Hand::Unattended)) => {
            format!("Out as the program compiled it, revision {revision}")
        }
        None if issue.over => "Not out yet".to_owned(),
        None => "Being filled".to_owned(),
    };
    if issue.kept {
        stands.push_str("; a draft is kept");
    }
    stands
}
