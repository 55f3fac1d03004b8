//! The smaller parts of a report's page.

use askama::Template;

use super::{component, words};
use crate::anonymise::RedactedText;
use crate::portal::{Html, Labelled, Labels, markup, paths};
use crate::report::{Action, Coded, Context, Disclosed, Factor, Mitigation, TechnologyUse};
use crate::taxonomy::ListId;

/// A contributing factor with what lay behind it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/factor.html")]
pub(crate) struct FactorView {
    pub(crate) text: Html,
    pub(crate) code: Option<Labelled>,
    pub(crate) primary: bool,
    pub(crate) children: Vec<FactorView>,
}

component!(FactorView);

impl FactorView {
    pub(crate) fn new(factor: &Factor<RedactedText>, primary: bool, labels: Labels) -> Self {
        Self {
            text: markup::line(&factor.text),
            code: factor
                .code
                .as_ref()
                .map(|coded| labels.term(ListId::Factors, &coded.code)),
            primary,
            children: factor
                .children
                .iter()
                .map(|child| Self::new(child, false, labels))
                .collect(),
        }
    }
}

/// Something tried, with what it did.
#[derive(Clone, Debug)]
pub(crate) struct MitigationView {
    pub(crate) text: Html,
    pub(crate) code: Option<Labelled>,
    /// Class and words.
    pub(crate) effect: Option<(&'static str, &'static str)>,
}

impl MitigationView {
    pub(crate) fn new(mitigation: &Mitigation<RedactedText>, labels: Labels) -> Self {
        Self {
            text: markup::line(&mitigation.text),
            code: mitigation
                .code
                .as_ref()
                .map(|coded| labels.term(ListId::Mitigations, &coded.code)),
            effect: mitigation.effect.map(words::effect),
        }
    }
}

/// A change made or planned.
#[derive(Clone, Debug)]
pub(crate) struct ActionView {
    pub(crate) text: Html,
    pub(crate) class: Option<Labelled>,
    pub(crate) strength: &'static str,
    pub(crate) facts: Vec<&'static str>,
    /// What was told later: when, what became of it, why.
    pub(crate) later: Vec<(i64, &'static str, Html)>,
}

impl ActionView {
    pub(crate) fn new(action: &Action<RedactedText>, labels: Labels) -> Self {
        Self {
            text: markup::line(&action.text),
            class: action
                .class
                .as_ref()
                .map(|class| labels.term(ListId::Remediations, class)),
            strength: action.strength.map(words::strength).unwrap_or_default(),
            facts: words::action_facts(action),
            later: action
                .followups
                .iter()
                .map(|told| {
                    let why = markup::line(&told.why);
                    (told.after.days(), told.outcome.label(), why)
                })
                .collect(),
        }
    }
}

/// A technology and its part.
#[derive(Clone, Debug)]
pub(crate) struct TechnologyView {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) version: String,
    pub(crate) facts: Vec<&'static str>,
}

impl TechnologyView {
    pub(crate) fn new(used: &TechnologyUse, labels: Labels) -> Self {
        let facts = [
            used.role.map(words::role),
            used.problem.map(words::problem),
            used.state.map(words::state),
        ];
        Self {
            label: labels.technology(&used.slug).label,
            href: paths::technology(used.slug.as_str()),
            version: used
                .version
                .as_ref()
                .map(|version| version.as_str().to_owned())
                .unwrap_or_default(),
            facts: facts.into_iter().flatten().collect(),
        }
    }
}

/// Codes of one list with their definitions.
#[derive(Clone, Debug, Template)]
#[template(path = "components/codes.html")]
pub(crate) struct CodeSet {
    pub(crate) title: &'static str,
    /// Each with the address of its page, or none.
    pub(crate) terms: Vec<(Labelled, String)>,
}

component!(CodeSet);

impl CodeSet {
    /// `None` where there are no codes.
    pub(crate) fn new(
        title: &'static str,
        list: ListId,
        codes: &[Coded],
        labels: Labels,
    ) -> Option<Self> {
        let terms: Vec<_> = codes
            .iter()
            .map(|coded| {
                let href = if list == ListId::FailureModes {
                    paths::pattern(coded.code.as_str())
                } else {
                    String::new()
                };
                (labels.term(list, &coded.code), href)
            })
            .collect();
        (!terms.is_empty()).then_some(Self { title, terms })
    }
}

/// A band of context: known, removed, or never said.
#[derive(Clone, Debug)]
pub(crate) enum Band {
    Known(String),
    Removed,
    Unknown,
}

/// The bands in the order of the page.
pub(crate) fn bands(context: &Context, labels: Labels) -> Vec<(&'static str, Band)> {
    [
        ("Sector", ListId::Sectors, &context.sector),
        ("Size", ListId::OrganisationSizes, &context.size),
        ("Hosting", ListId::Hosting, &context.hosting),
        ("Run by", ListId::OperatingModels, &context.operating_model),
        ("Continent", ListId::Continents, &context.continent),
    ]
    .into_iter()
    .map(|(title, list, value)| {
        let band = match value {
            Disclosed::Known(slug) => Band::Known(labels.term(list, slug).label),
            Disclosed::Removed => Band::Removed,
            Disclosed::Unknown => Band::Unknown,
        };
        (title, band)
    })
    .collect()
}
