//! Words for codes.

use crate::report::Slug;

/// A term with the words people read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The code in data.
    pub id: String,
    /// The words people read.
    pub label: String,
    /// What it means; empty where nobody wrote it down.
    pub definition: String,
}

/// Terms of one list that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its heading; empty for a list without groups.
    pub label: String,
    /// Its terms in order.
    pub terms: Vec<Labelled>,
}

/// The lists (stub until the taxonomy is merged).
#[expect(missing_docs, reason = "stub")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListId {
    EventTypes,
    Phases,
    Triggers,
    Detectors,
    DetectionDelays,
    DetectionGaps,
    ImpactWho,
    ImpactKinds,
    ImpactExtents,
    ImpactDurations,
    Reversibility,
    FailureModes,
    Factors,
    HumanFactors,
    AutomationParts,
    ResponseDifficulties,
    Mitigations,
    Remediations,
    Helped,
    Sectors,
    OrganisationSizes,
    Hosting,
    OperatingModels,
    ReporterRoles,
    Continents,
}

/// Looks words up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Labels;

fn stub(id: &str) -> Labelled {
    let words = id.replace('-', " ");
    let mut chars = words.chars();
    let label = chars.next().map_or_else(String::new, |c| {
        c.to_uppercase().collect::<String>() + chars.as_str()
    });
    Labelled {
        id: id.into(),
        definition: format!("What {words} means, in one short sentence for somebody new to it."),
        label,
    }
}

impl Labels {
    /// The words of one term.
    pub fn term(self, _list: ListId, id: &Slug) -> Labelled {
        stub(id.as_str())
    }

    /// Whether the list has this term.
    pub fn has(self, _list: ListId, _id: &Slug) -> bool {
        true
    }

    /// A list by its groups.
    pub fn groups(self, list: ListId) -> Vec<Group> {
        let ids: &[&str] = match list {
            ListId::FailureModes => &["retry-storm", "overload", "disk-full"],
            ListId::Factors => &["no-canary", "alert-quality"],
            _ => &["one-thing", "another-thing", "a-third-thing"],
        };
        vec![Group { label: "All".into(), terms: ids.iter().map(|id| stub(id)).collect() }]
    }

    /// The words of one technology.
    pub fn technology(self, id: &Slug) -> Labelled {
        stub(id.as_str())
    }

    /// Names of all technologies, for suggestions.
    pub fn technology_names(self) -> Vec<String> {
        ["nginx", "PostgreSQL", "Redis"].map(String::from).into()
    }

    /// The technology somebody calls by this name.
    pub fn technology_called(self, name: &str) -> Option<Slug> {
        name.to_lowercase().replace(' ', "-").parse().ok()
    }
}
