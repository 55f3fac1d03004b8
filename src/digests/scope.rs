//! What a digest of one's own is about: a stack, sectors, failure modes, kinds of record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::patterns::{CodeTable, Fact, Selection};
use crate::report::{RecordKind, Slug};
use crate::taxonomy::{ListId, Taxonomy};

use super::Term;
use super::terms::{list_in_words, technology, term};

/// What a reader asks for: of each, any; where nothing is asked, all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Technologies that took part, or any of their families.
    pub technologies: Vec<Slug>,
    /// Sectors, with the narrower ones.
    pub sectors: Vec<Slug>,
    /// How it failed.
    pub modes: Vec<Slug>,
    /// Kinds of record.
    pub kinds: Vec<RecordKind>,
}

/// Whether a fact answers what is asked.
type Question<'a> = &'a dyn Fn(&Fact) -> bool;

/// The same in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct About {
    /// Technologies that took part, or any of their families.
    pub technologies: Vec<Term>,
    /// Sectors.
    pub sectors: Vec<Term>,
    /// How it failed.
    pub modes: Vec<Term>,
    /// Kinds of record.
    pub kinds: Vec<RecordKind>,
}

/// Names of one kind that a question may have.
const MOST: usize = 40;

/// Why a question is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    /// Names that nothing has.
    #[error("not known: {}", .0.join(", "))]
    Unknown(Vec<String>),
    /// More names of one kind than can be asked for.
    #[error("{0} names of one kind are too many; at most {MOST} can be asked for")]
    TooMany(usize),
}

impl Scope {
    /// What is called so, with commas between; or names that nothing has.
    pub fn named(
        technologies: &str,
        sectors: &str,
        modes: &str,
        kinds: &str,
    ) -> Result<Self, Unclear> {
        for asked in [technologies, sectors, modes, kinds] {
            let asked = names(asked).count();
            if asked > MOST {
                return Err(Unclear::TooMany(asked));
            }
        }
        let taxonomy = Taxonomy::builtin();
        let mut unknown = Vec::new();
        let of = |list: ListId, name: &str| {
            let code = name.to_lowercase().replace(' ', "-").parse().ok()?;
            taxonomy.term(list, &code).map(|term| term.id().clone())
        };
        let scope = Self {
            technologies: all(technologies, &mut unknown, |name| {
                let technology = taxonomy.technology_by_alias(name)?;
                Some(technology.slug().clone())
            }),
            sectors: all(sectors, &mut unknown, |name| of(ListId::Sectors, name)),
            modes: all(modes, &mut unknown, |name| of(ListId::FailureModes, name)),
            kinds: all(kinds, &mut unknown, RecordKind::parse),
        };
        if unknown.is_empty() {
            Ok(scope)
        } else {
            Err(Unclear::Unknown(unknown))
        }
    }

    /// Whether nothing narrows it.
    pub fn is_everything(&self) -> bool {
        self.technologies.is_empty()
            && self.sectors.is_empty()
            && self.modes.is_empty()
            && self.kinds.is_empty()
    }

    /// The reports of a table that it is about.
    pub fn of<'a>(&self, table: &'a CodeTable) -> Selection<'a> {
        let taxonomy = Taxonomy::builtin();
        let within = |list: ListId, code: &Slug, asked: &[Slug]| {
            let list = taxonomy.list(list);
            asked.iter().any(|asked| list.is_within(code, asked))
        };
        let family = |slug: &Slug| {
            let parent = |slug: &&Slug| taxonomy.technology(slug)?.parent();
            let mut line = std::iter::successors(Some(slug), parent);
            line.any(|slug| self.technologies.contains(slug))
        };
        let technology = |fact: &Fact| matches!(fact, Fact::Technology(slug) if family(slug));
        let sector = |fact: &Fact| matches!(fact, Fact::Code(ListId::Sectors, code) if within(ListId::Sectors, code, &self.sectors));
        let mode = |fact: &Fact| matches!(fact, Fact::Code(ListId::FailureModes, code) if within(ListId::FailureModes, code, &self.modes));
        let kind = |fact: &Fact| matches!(fact, Fact::Kind(kind) if self.kinds.contains(kind));
        let questions: [(bool, Question<'_>); 4] = [
            (self.technologies.is_empty(), &technology),
            (self.sectors.is_empty(), &sector),
            (self.modes.is_empty(), &mode),
            (self.kinds.is_empty(), &kind),
        ];
        let asked = questions.into_iter().filter(|(all, _)| !all);
        let asked: Vec<_> = asked.map(|(_, question)| question).collect();
        table.answering(&asked)
    }

    pub(super) fn about(&self, taxonomy: &Taxonomy) -> About {
        let terms = |list: ListId, codes: &[Slug]| {
            let terms = codes.iter().map(|code| term(taxonomy, list, code));
            terms.collect()
        };
        About {
            technologies: self
                .technologies
                .iter()
                .map(|slug| technology(taxonomy, slug))
                .collect(),
            sectors: terms(ListId::Sectors, &self.sectors),
            modes: terms(ListId::FailureModes, &self.modes),
            kinds: self.kinds.clone(),
        }
    }

    /// The same in words, for a line; empty where it is everything.
    pub fn label(&self) -> String {
        self.about(Taxonomy::builtin()).label()
    }
}

fn names(asked: &str) -> impl Iterator<Item = &str> {
    let names = asked.split([',', ';']).map(str::trim);
    names.filter(|name| !name.is_empty())
}

fn all<T: PartialEq>(
    asked: &str,
    unknown: &mut Vec<String>,
    known: impl Fn(&str) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for name in names(asked) {
        match known(name) {
            Some(code) if found.contains(&code) => {}
            Some(code) => found.push(code),
            None => unknown.push(name.to_owned()),
        }
    }
    found
}

impl About {
    /// The words for a line: "Redis or NGINX, retry storm, incident". Empty where it is everything.
    pub fn label(&self) -> String {
        let names = |terms: &[Term]| {
            let names: Vec<_> = terms.iter().map(|term| term.label.as_str()).collect();
            names.join(" or ")
        };
        let kinds: Vec<_> = self.kinds.iter().map(|kind| kind.label()).collect();
        let parts = [
            names(&self.technologies),
            list_in_words(&self.modes),
            list_in_words(&self.sectors),
            kinds.join(" or ").to_lowercase(),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}
