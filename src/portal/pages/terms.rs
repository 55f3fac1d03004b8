//! Words that were missed in the lists.

use askama::Template;

use crate::portal::forms::{MANY, ONE};
use crate::portal::{Html, Layout, Section, markup, paths};
use crate::review::{Permission, Proposal, TermStatus};

/// A word somebody missed.
#[derive(Clone, Debug)]
pub struct TermLine {
    id: String,
    list: String,
    word: Html,
    report: Option<String>,
    week: String,
}

impl TermLine {
    /// The line of a word.
    pub fn new(proposal: &Proposal) -> Self {
        let many = MANY.iter().map(|field| (field.list, field.label));
        let mut fields = many.chain(ONE.iter().map(|field| (field.list, field.label)));
        let field = fields.find(|(list, _)| *list == proposal.list);
        Self {
            id: proposal.id.to_string(),
            list: field.map_or_else(|| proposal.list.to_string(), |(_, label)| label.to_owned()),
            word: markup::line(&proposal.word),
            report: proposal.report.map(paths::desk_report),
            week: proposal.week.to_string(),
        }
    }
}

/// The inbox of the next version of the taxonomy.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/terms.html")]
pub struct TermsPage {
    layout: Layout,
    lines: Vec<TermLine>,
    /// What can be shown: id, words, and whether it is.
    tabs: Vec<(&'static str, &'static str, bool)>,
    /// What can become of a word: id and words.
    steps: Vec<(&'static str, &'static str)>,
}

impl TermsPage {
    /// The words that stand so.
    pub fn new(layout: Layout, lines: Vec<TermLine>, status: TermStatus) -> Self {
        let words = |status| match status {
            TermStatus::Open => ("Open", "Open again"),
            TermStatus::Taken => ("Taken up", "Take up"),
            TermStatus::Declined => ("Not taken up", "Not needed"),
        };
        let tab = |one: TermStatus| (one.as_str(), words(one).0, one == status);
        let others = TermStatus::ALL.into_iter().filter(|one| *one != status);
        Self {
            layout,
            lines,
            tabs: TermStatus::ALL.map(tab).to_vec(),
            steps: others.map(|one| (one.as_str(), words(one).1)).collect(),
        }
    }
}
