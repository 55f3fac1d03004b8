//! Facts in words, and as addresses name them.

use super::words;
use crate::patterns::Fact;
use crate::portal::{Labels, paths};
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
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// "Failed".
    pub(crate) sort: &'static str,
    pub(crate) label: String,
    pub(crate) href: String,
    /// As an address names it: `mode:retry-storm`.
    pub(crate) key: Option<String>,
}

impl Part {
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
        label: labels.term(list, code).label,
        href: if list == ListId::FailureModes {
            labels.page_of_mode(code)
        } else {
            String::new()
        },
        key: key(fact),
    };
    let of_technology = |sort, slug: &Slug, label| Part {
        sort,
        label,
        href: paths::technology(slug.as_str()),
        key: key(fact),
    };
    match fact {
        Fact::Technology(slug) => of_technology("Technology", slug, labels.technology(slug).label),
        Fact::State(slug, state) => {
            let name = labels.technology(slug).label;
            of_technology("Was", slug, format!("{name} {}", words::state(*state)))
        }
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
            label: format!("{other:?}"),
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
