//! How many published reports share what could point at the reporter, with wider choices.

use askama::Template;

use super::component;
use crate::identifiability::{ENOUGH, Part, Wider};
use crate::portal::{Labels, Said};
use crate::registry::Shared;
use crate::report::{Period, Report};

/// The combination of a draft, and what would hide it better.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/crowd.html")]
pub struct Crowd {
    /// What the draft says: sector, size and when.
    said: Vec<&'static str>,
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
    instead: Said,
    /// What the button sends.
    value: String,
    /// How many would share the combination then.
    count: usize,
}

impl Crowd {
    /// What is shared by how many.
    pub fn new<T>(draft: &Report<T>, shared: Shared, labels: Labels) -> Self {
        let choices = shared.wider.into_iter().map(|(part, wider, count)| Choice {
            part: part.label(),
            now: now(part, &wider, draft, labels),
            instead: instead(&wider, labels),
            value: wider.write(),
            count,
        });
        Self {
            said: shared.said.iter().map(|part| part.label()).collect(),
            count: shared.count,
            choices: choices.collect(),
        }
    }

    /// Whether the draft says nothing of the kind.
    pub(crate) fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// How many share it, in a sentence.
    pub(crate) fn sentence(&self) -> Said {
        let parts = self.said.iter();
        let parts: Vec<_> = parts.map(|part| word!(part).within()).collect();
        match self.count {
            0 => say!("crowd-none", parts = parts),
            count => say!("crowd-some", count = count, parts = parts),
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

fn instead(wider: &Wider, labels: Labels) -> Said {
    match wider {
        Wider::Term(part, slug) => {
            let label = part.list().map(|list| labels.term(list, slug).label);
            say!("crowd-instead", words = word!(label.unwrap_or_default()))
        }
        Wider::Period(Some(period)) => {
            say!("crowd-instead", words = word!(period.label()))
        }
        Wider::Technology(_, Some(family)) => {
            say!("crowd-instead", words = labels.technology(family).label)
        }
        Wider::Removed(_) | Wider::Period(None) | Wider::Technology(_, None) => {
            say!("crowd-leave")
        }
    }
}
