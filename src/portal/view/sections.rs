//! The smaller parts of a report's page.

use askama::Template;

use super::{TermNote, component, words};
use crate::anonymise::RedactedText;
use crate::portal::{Html, Labelled, Labels, markup, paths};
use crate::report::{
    Action, Coded, Context, Disclosed, Factor, Mitigation, Strength, TechnologyUse,
};
use crate::taxonomy::ListId;

/// A contributing factor with what lay behind it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/factor.html")]
pub(crate) struct FactorView {
    /// Its place in the tree: `1.2`.
    pub(crate) number: String,
    pub(crate) text: Html,
    pub(crate) code: Option<TermNote>,
    /// Its code's label, or its words where it has no code.
    pub(crate) brief: String,
    pub(crate) primary: bool,
    pub(crate) children: Vec<FactorView>,
}

component!(FactorView);

impl FactorView {
    /// All of them with their numbers.
    pub(crate) fn all(
        factors: &[Factor<RedactedText>],
        primary: Option<usize>,
        labels: Labels,
    ) -> Vec<Self> {
        let factors = factors.iter().enumerate();
        factors
            .map(|(index, factor)| {
                let number = (index + 1).to_string();
                Self::numbered(factor, &number, primary == Some(index), labels)
            })
            .collect()
    }

    pub(super) fn numbered(
        factor: &Factor<RedactedText>,
        number: &str,
        primary: bool,
        labels: Labels,
    ) -> Self {
        let code = factor.code.as_ref();
        let code = code.map(|coded| labels.term(ListId::Factors, &coded.code));
        let children = factor.children.iter().zip(1..);
        Self {
            number: number.to_owned(),
            text: markup::line(&factor.text),
            brief: code.as_ref().map_or_else(
                || factor.text.as_str().trim().to_owned(),
                |code| code.label.clone(),
            ),
            code: code.map(TermNote),
            primary,
            children: children
                .map(|(child, place)| {
                    Self::numbered(child, &format!("{number}.{place}"), false, labels)
                })
                .collect(),
        }
    }
}

/// Something tried, with what it did.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tried.html")]
pub(crate) struct MitigationView {
    pub(crate) text: Html,
    pub(crate) code: Option<TermNote>,
    /// Class and words.
    pub(crate) effect: Option<(&'static str, &'static str)>,
}

component!(MitigationView);

impl MitigationView {
    pub(crate) fn new(mitigation: &Mitigation<RedactedText>, labels: Labels) -> Self {
        let code = mitigation.code.as_ref();
        Self {
            text: markup::line(&mitigation.text),
            code: code.map(|coded| TermNote(labels.term(ListId::Mitigations, &coded.code))),
            effect: mitigation.effect.map(words::effect),
        }
    }
}

/// A change made or planned.
#[derive(Clone, Debug, Template)]
#[template(path = "components/action.html")]
pub(crate) struct ActionView {
    text: Html,
    class: Option<TermNote>,
    /// Strokes of three, and words.
    strength: Option<([bool; 3], &'static str)>,
    facts: Vec<&'static str>,
    /// Whether it held: class and words.
    held: Option<(&'static str, &'static str)>,
    /// What was told later: when, what became of it, why.
    later: Vec<(i64, &'static str, Html)>,
}

component!(ActionView);

impl ActionView {
    pub(crate) fn new(action: &Action<RedactedText>, labels: Labels) -> Self {
        let class = action.class.as_ref();
        let of_class = class.and_then(|class| labels.strength(class));
        Self {
            text: markup::line(&action.text),
            class: class.map(|class| TermNote(labels.term(ListId::Remediations, class))),
            strength: action.strength.or(of_class).map(|strength| {
                let strokes = [
                    true,
                    strength != Strength::Weak,
                    strength == Strength::Strong,
                ];
                (strokes, words::strength(strength))
            }),
            facts: [
                action.term.map(words::term),
                action.status.map(words::status),
            ]
            .into_iter()
            .flatten()
            .collect(),
            held: action
                .result
                .map(|result| (words::result_mark(result), words::result(result))),
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
    /// Empty where the section's heading says it already.
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
                    labels.page_of_mode(&coded.code)
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
