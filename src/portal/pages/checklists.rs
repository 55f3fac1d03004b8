//! Checklists for an occasion, from what helped and what was missing where others did the same.

use std::fmt::Write as _;

use askama::Template;

use crate::export::Site;
use crate::patterns::{Ask, BIAS, Branch, Fact, MINIMUM, Occasion, OccasionList, Remedy};
use crate::portal::view::{either, part, words};
use crate::portal::{Labelled, Labels, Language, Layout, Phrase, Section, paths};
use crate::report::Slug;
use crate::taxonomy::ListId;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct ChecklistOf {
    /// Technologies as typed.
    pub typed: String,
    /// Those we know.
    pub stack: Vec<Slug>,
    /// What was typed and is no technology we know.
    pub unknown: Vec<String>,
    /// Technologies offered while one is typed.
    pub names: Vec<String>,
}

/// All occasions.
#[derive(Clone, Debug, Template)]
#[template(path = "public/checklists.html")]
pub struct ChecklistsPage {
    layout: Layout,
    of: ChecklistOf,
    about: Phrase,
    /// Name, what it is for, address.
    occasions: Vec<(&'static str, &'static str, String)>,
}

/// One checklist.
#[derive(Clone, Debug, Template)]
#[template(path = "public/checklist.html")]
pub struct ChecklistPage {
    layout: Layout,
    of: ChecklistOf,
    note: &'static str,
    address: String,
    about: Phrase,
    /// The stack has too few reports, and all of the registry's are taken instead.
    few: bool,
    reports: u32,
    sections: Vec<Asked>,
    markdown: String,
    others: String,
}

#[derive(Clone, Debug)]
struct Asked {
    id: &'static str,
    question: &'static str,
    note: &'static str,
    lines: Vec<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    label: Phrase,
    definition: String,
    reports: u32,
    evidence: Vec<String>,
}

fn page(occasion: Occasion) -> String {
    format!("{}/{}", paths::CHECKLISTS, occasion.as_str())
}

impl ChecklistsPage {
    /// The occasions, for a stack or for any.
    pub fn new(layout: Layout, of: ChecklistOf) -> Self {
        let occasions = Occasion::ALL.map(|occasion| {
            let (title, note) = about(occasion);
            (title, note, paths::with_stack(&page(occasion), &of.typed))
        });
        Self {
            layout,
            about: either(&of.stack, Labels::builtin()),
            occasions: occasions.into(),
            of,
        }
    }

    /// The frame of the page.
    pub fn layout(typed: &str) -> Layout {
        Layout::public(
            Section::Patterns,
            "Checklists",
            "What to go through before a release, a failover, a migration and more, and while it burns: from what helped others and what they missed.",
        )
        .at(paths::with_stack(paths::CHECKLISTS, typed))
    }
}

impl ChecklistPage {
    /// The list of an occasion: of the stack, or, with `few`, of all reports.
    pub fn new(
        layout: Layout,
        of: ChecklistOf,
        occasion: Occasion,
        list: &OccasionList,
        few: bool,
    ) -> Self {
        let labels = Labels::builtin();
        let (title, note) = about(occasion);
        let about = either(&of.stack, labels);
        let address = page(occasion);
        let named = if about.is_empty() {
            Phrase::from(title)
        } else {
            say!("checklist-of", title = word!(title), about = about).into()
        };
        Self {
            layout: Layout {
                title: named,
                description: note.into(),
                section: Section::Patterns,
                address: paths::with_stack(&address, &of.typed),
                ..layout
            },
            note,
            about,
            few,
            reports: list.reports,
            sections: list
                .sections
                .iter()
                .map(|(ask, lines)| Asked::new(*ask, lines, labels))
                .collect(),
            markdown: paths::with_stack(&format!("{address}.md"), &of.typed),
            others: paths::with_stack(paths::CHECKLISTS, &of.typed),
            address,
            of,
        }
    }

    /// The same as Markdown, with boxes to tick.
    pub fn text(&self, site: &Site) -> String {
        let mut text = format!(
            "# {}\n\n{}\n\n",
            self.layout.title.plain(Language::English),
            self.note
        );
        if self.few {
            text += "Too few reports are about this stack; this is from all reports.\n\n";
        }
        if self.sections.is_empty() {
            let _ = writeln!(
                text,
                "There are too few reports to draw a checklist from: it takes {MINIMUM} that say the same."
            );
            return text;
        }
        let _ = writeln!(text, "From at least {} reports. {BIAS}\n", self.reports);
        for asked in &self.sections {
            let _ = writeln!(text, "## {}\n\n{}\n", asked.question, asked.note);
            for line in &asked.lines {
                let read = line
                    .evidence
                    .iter()
                    .map(|path| format!("<{}>", site.address(path)));
                let _ = writeln!(
                    text,
                    "- [ ] **{}.** {} (at least {} reports: {})",
                    line.label.plain(Language::English),
                    line.definition,
                    line.reports,
                    read.collect::<Vec<_>>().join(" "),
                );
            }
            text.push('\n');
        }
        text
    }
}

impl Asked {
    fn new(ask: Ask, lines: &[Branch], labels: Labels) -> Self {
        let (id, question, note) = question(ask);
        let line = |branch: &Branch| {
            let (label, definition) = term(&branch.fact, labels);
            Line {
                label,
                definition,
                reports: branch.reports,
                evidence: branch
                    .evidence
                    .iter()
                    .map(|id| paths::report(*id))
                    .collect(),
            }
        };
        Self {
            id,
            question,
            note,
            lines: lines.iter().map(line).collect(),
        }
    }
}

/// What a line names, and what that means.
fn term(fact: &Fact, labels: Labels) -> (Phrase, String) {
    let term = |list, code| {
        let Labelled {
            label, definition, ..
        } = labels.term(list, code);
        (Phrase::from(label), definition)
    };
    match fact {
        Fact::Code(list, code) => term(*list, code),
        Fact::Eased(code) => term(ListId::Mitigations, code),
        Fact::Had(code, effect) => {
            let (tried, definition) = term(ListId::Mitigations, code);
            let (_, effect) = words::effect(*effect);
            let effect = word!(effect).within();
            let said = say!("checklist-had", tried = tried, effect = effect);
            (said.into(), definition)
        }
        Fact::Action(Remedy::Class(class), _) => term(ListId::Remediations, class),
        other => (part(other, labels).phrase(), String::new()),
    }
}

/// An occasion in words: its name, and what the list is for.
fn about(occasion: Occasion) -> (&'static str, &'static str) {
    match occasion {
        Occasion::Release => (
            "Before a release",
            "From releases and flags that went wrong, and what caught or ended it.",
        ),
        Occasion::Configuration => (
            "Before a change of settings",
            "From settings that were pushed and took something down.",
        ),
        Occasion::Failover => (
            "Before a failover",
            "From failovers and exercises that did not go as planned.",
        ),
        Occasion::Migration => (
            "Before a migration",
            "From changes of schema, data and infrastructure.",
        ),
        Occasion::Renewal => (
            "Before a certificate or secret is renewed",
            "From certificates and secrets that ran out, or whose renewal broke something.",
        ),
        Occasion::Peak => (
            "Before a peak",
            "From launches, sales and days on which everybody came at once.",
        ),
        Occasion::OnCall => (
            "At the start of a turn on call",
            "What you may have to do, and what stood in the way of others.",
        ),
        Occasion::Incident => (
            "During an incident",
            "What to look for, what eased it for others, and what did not.",
        ),
        Occasion::Review => (
            "At the review afterwards",
            "What others found when they looked: ask of each whether it was so with you.",
        ),
    }
}

/// A question in words: anchor, question, and how to go through its lines.
fn question(ask: Ask) -> (&'static str, &'static str, &'static str) {
    match ask {
        Ask::Modes => (
            "modes",
            "What could happen?",
            "How it failed for others. For each: how would it look with us?",
        ),
        Ask::Factors => (
            "factors",
            "Is this so with us?",
            "What had made it possible. Tick it when you have looked.",
        ),
        Ask::Gaps => (
            "gaps",
            "Would this hide it from us?",
            "Why others did not see it sooner.",
        ),
        Ask::Detectors => (
            "detectors",
            "Who or what would tell us?",
            "How others noticed. Tick what you have, and have tried.",
        ),
        Ask::Eased => (
            "eased",
            "Could we do this within minutes?",
            "What worked or helped in part. Tick it when somebody here has done it.",
        ),
        Ask::Vain => (
            "vain",
            "Do not count on this",
            "What others tried, and what came of it there.",
        ),
        Ask::Helped => (
            "helped",
            "Is this in place?",
            "What helped others when it mattered.",
        ),
        Ask::Difficulties => (
            "difficulties",
            "Would this stop us?",
            "What made the response hard.",
        ),
        Ask::Conditions => (
            "conditions",
            "What were the working conditions?",
            "What people worked under. Never a grade of a person.",
        ),
        Ask::Held => (
            "held",
            "What could we change that holds?",
            "Changes that held for others, or made the next time hurt less.",
        ),
    }
}
