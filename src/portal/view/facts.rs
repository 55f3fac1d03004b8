//! Facts in words, and as addresses name them.

use askama::Template;

use super::{component, words};
use crate::patterns::Fact;
use crate::portal::{Labels, Phrase, paths};
use crate::report::Slug;
use crate::taxonomy::{ListId, Taxonomy};

/// Codes that addresses name, by the name of their list. Those of the search are named as there.
const KEYS: [(&str, ListId); 5] = [
    ("trigger", ListId::Triggers),
    ("mode", ListId::FailureModes),
    ("factor", ListId::Factors),
    ("gap", ListId::DetectionGaps),
    ("phase", ListId::Phases),
];

/// A fact in words.
#[derive(Clone, Debug, Template)]
#[template(path = "components/part.html")]
pub(crate) struct Part {
    /// "Failed".
    pub(crate) sort: &'static str,
    name: String,
    /// "slow", of a technology that was; else empty.
    state: &'static str,
    pub(crate) href: String,
    /// As an address names it: `mode:retry-storm`.
    pub(crate) key: Option<String>,
}

component!(Part);

impl Part {
    /// In English: "Redis slow".
    pub(crate) fn label(&self) -> String {
        match self.state {
            "" => self.name.clone(),
            state => format!("{} {state}", self.name),
        }
    }

    /// The same in the language of the page.
    pub(crate) fn phrase(&self) -> Phrase {
        match self.state {
            "" => Phrase::from(self.name.as_str()),
            state => say!("part-state", name = self.name, state = word!(state)).into(),
        }
    }

    /// As a search asks for it; `None` for what cannot be searched for.
    pub(crate) fn query(&self) -> Option<&str> {
        let key = self.key.as_deref()?;
        let unsearched = key.starts_with("gap:") || key.starts_with("phase:");
        (!unsearched).then_some(key)
    }
}

/// A fact in words.
pub(crate) fn part(fact: &Fact, labels: Labels) -> Part {
    let term = |sort, list, code| Part {
        sort,
        name: labels.term(list, code).label,
        state: "",
        href: if list == ListId::FailureModes {
            labels.page_of_mode(code)
        } else {
            String::new()
        },
        key: key(fact),
    };
    let of_technology = |sort, slug: &Slug, state| Part {
        sort,
        name: labels.technology(slug).label,
        state,
        href: paths::technology(slug.as_str()),
        key: key(fact),
    };
    match fact {
        Fact::Technology(slug) => of_technology("Technology", slug, ""),
        Fact::State(slug, state) => of_technology("Was", slug, words::state(*state)),
        Fact::Eased(code) => term("Helped", ListId::Mitigations, code),
        Fact::Code(list, code) => {
            let sort = match list {
                ListId::Triggers => "Trigger",
                ListId::FailureModes => "Failed",
                ListId::Factors => "Factor",
                ListId::DetectionGaps => "Not seen",
                ListId::EventTypes => "Seen",
                _ => "Also",
            };
            term(sort, *list, code)
        }
        other => Part {
            sort: "Also",
            name: format!("{other:?}"),
            state: "",
            href: String::new(),
            key: None,
        },
    }
}

fn key(fact: &Fact) -> Option<String> {
    match fact {
        Fact::Technology(slug) => Some(format!("stack:{slug}")),
        Fact::Eased(code) => Some(format!("helped:{code}")),
        Fact::Code(list, code) => {
            let (name, _) = KEYS.iter().find(|(_, of)| of == list)?;
            Some(format!("{name}:{code}"))
        }
        _ => None,
    }
}

/// The fact that an address names; `None` where there is no such code.
pub(crate) fn named(key: &str) -> Option<Fact> {
    let (name, code) = key.trim().split_once(':')?;
    let code: Slug = code.parse().ok()?;
    let labels = Labels::builtin();
    match name {
        "stack" => {
            Taxonomy::builtin().technology(&code)?;
            Some(Fact::Technology(code))
        }
        "helped" => labels
            .has(ListId::Mitigations, &code)
            .then_some(Fact::Eased(code)),
        _ => {
            let (_, list) = KEYS.iter().find(|(of, _)| *of == name)?;
            labels.has(*list, &code).then_some(Fact::Code(*list, code))
        }
    }
}
