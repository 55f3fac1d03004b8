//! One list of terms.

use serde::Deserialize;

use crate::report::Slug;

use super::{ListId, TaxonomyError};

/// Nobody knows, or nobody said.
pub(super) const UNKNOWN: &str = "unknown";
/// Something that the list does not have.
pub(super) const OTHER: &str = "other";

/// A list of terms, some in groups.
#[derive(Debug)]
pub struct List {
    id: ListId,
    version: String,
    label: String,
    groups: Vec<Group>,
    terms: Vec<Term>,
}

/// A group of terms.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    id: Slug,
    label: String,
}

/// A term: a code that a report may carry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    id: Slug,
    label: String,
    definition: String,
    group: Option<Slug>,
    wider: Option<Slug>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    list: String,
    version: String,
    label: String,
    #[serde(default)]
    group: Vec<Group>,
    term: Vec<Term>,
}

impl List {
    pub(super) fn parse(id: ListId, toml: &str) -> Result<Self, TaxonomyError> {
        let file: File =
            toml::from_str(toml).map_err(|source| TaxonomyError::toml(id.as_str(), source))?;
        if file.list != id.as_str() {
            return Err(TaxonomyError::WrongList {
                expected: id,
                found: file.list,
            });
        }
        for (index, term) in file.term.iter().enumerate() {
            let earlier = file
                .term
                .iter()
                .take(index)
                .any(|other| other.id == term.id);
            if earlier || [UNKNOWN, OTHER].contains(&term.id.as_str()) {
                return Err(TaxonomyError::DuplicateTerm {
                    list: id,
                    term: term.id.clone(),
                });
            }
            let group_known = match &term.group {
                Some(group) => file.group.iter().any(|other| other.id == *group),
                None => file.group.is_empty(),
            };
            let wider_known = term.wider.as_ref().is_none_or(|wider| {
                file.term
                    .iter()
                    .skip(index + 1)
                    .any(|other| other.id == *wider)
            });
            if !wider_known {
                return Err(TaxonomyError::UnknownWider {
                    list: id,
                    term: term.id.clone(),
                });
            }
            if !group_known {
                return Err(TaxonomyError::UnknownGroup {
                    list: id,
                    term: term.id.clone(),
                });
            }
        }
        Ok(Self {
            id,
            version: file.version,
            label: file.label,
            groups: file.group,
            terms: file.term,
        })
    }

    /// Which list it is.
    pub fn id(&self) -> ListId {
        self.id
    }

    /// Version of the list, such as `0.1`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The words people read.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Its groups in the order forms show them; empty where the list has none.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Its terms in the order forms show them.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms of a group.
    pub fn terms_of<'a>(&'a self, group: &'a Slug) -> impl Iterator<Item = &'a Term> {
        self.terms
            .iter()
            .filter(move |term| term.group() == Some(group))
    }

    /// A term.
    pub fn term(&self, code: &Slug) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *code)
    }

    /// The term that says the same less exactly, for who needs more company to hide in; `None`
    /// where the list has none.
    pub fn wider(&self, code: &Slug) -> Option<&Term> {
        self.term(self.term(code)?.wider.as_ref()?)
    }

    /// Whether a term says what another says, as exactly or more so.
    pub fn is_within(&self, code: &Slug, other: &Slug) -> bool {
        // A wider term stands further down its list, so that this ends.
        let next = |code: &&Slug| self.wider(code).map(Term::id);
        std::iter::successors(Some(code), next).any(|code| code == other)
    }

    /// Whether a report may carry this code: a term, `unknown` or `other`.
    pub fn accepts(&self, code: &Slug) -> bool {
        [UNKNOWN, OTHER].contains(&code.as_str()) || self.term(code).is_some()
    }
}

impl Group {
    /// Its id, unique in the list.
    pub fn id(&self) -> &Slug {
        &self.id
    }

    /// The words people read.
    pub fn label(&self) -> &str {
        &self.label
    }
}

impl Term {
    /// The code.
    pub fn id(&self) -> &Slug {
        &self.id
    }

    /// The words people read.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// One sentence that says what it means.
    pub fn definition(&self) -> &str {
        &self.definition
    }

    /// The group it is in; every term has one where the list has groups.
    pub fn group(&self) -> Option<&Slug> {
        self.group.as_ref()
    }
}
