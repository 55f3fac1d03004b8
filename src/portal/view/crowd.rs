//! How many published reports share what could point at the reporter, with wider choices.

use askama::Template;

use super::{component, listed};
use crate::identifiability::{ENOUGH, Part, Wider};
use crate::portal::Labels;
use crate::registry::Shared;
use crate::report::{Period, Report};

/// The combination of a draft, and what would hide it better.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/crowd.html")]
pub struct Crowd {
    /// What the draft says: "sector, size and when".
    said: String,
    count: usize,
    choices: Vec<Choice>,
}

component!(Crowd);

/// A part that could be said less exactly.
#[derive(Clone, Debug)]
struct Choice {
    part: &'static str,
    now: String,
    /// What the button does.
    instead: String,
    /// What the button sends.
    value: String,
    /// How many would share the combination then.
    count: usize,
}

impl Crowd {
    /// What is shared by how many.
    pub fn new<T>(draft: &Report<T>, shared: Shared, labels: Labels) -> Self {
        let said: Vec<String> = shared
            .said
            .iter()
            .map(|part| part.label().to_lowercase())
            .collect();
        let choices = shared.wider.into_iter().map(|(part, wider, count)| Choice {
            part: part.label(),
            now: now(part, &wider, draft, labels),
            instead: instead(&wider, labels),
            value: wider.write(),
            count,
        });
        Self {
            said: listed(&said, "and"),
            count: shared.count,
            choices: choices.collect(),
        }
    }

    /// Whether the draft says nothing of the kind.
    pub(crate) fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// How many share it, in a sentence.
    pub(crate) fn sentence(&self) -> String {
        let said = &self.said;
        match self.count {
            0 => format!("No public report shares {said} with this one."),
            1 => format!("At least one public report shares {said} with this one."),
            count => format!("At least {count} public reports share {said} with this one."),
        }
    }

    pub(crate) fn is_small(&self) -> bool {
        self.count < ENOUGH
    }
}

fn now<T>(part: Part, wider: &Wider, draft: &Report<T>, labels: Labels) -> String {
    match (part.list().zip(part.band(&draft.context)), wider) {
        (Some((list, slug)), _) => labels.term(list, slug).label,
        (None, Wider::Technology(slug, _)) => labels.technology(slug).label,
        (None, _) => draft.period.map(Period::label).unwrap_or_default(),
    }
}

fn instead(wider: &Wider, labels: Labels) -> String {
    match wider {
        Wider::Term(part, slug) => {
            let label = part.list().map(|list| labels.term(list, slug).label);
            format!("Say “{}” instead", label.unwrap_or_default())
        }
        Wider::Period(Some(period)) => format!("Say “{}” instead", period.label()),
        Wider::Technology(_, Some(family)) => {
            format!("Say “{}” instead", labels.technology(family).label)
        }
        Wider::Removed(_) | Wider::Period(None) | Wider::Technology(_, None) => {
            "Leave it out".to_owned()
        }
    }
}
