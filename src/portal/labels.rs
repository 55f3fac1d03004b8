//! Words for codes, from the taxonomy.

use super::paths;
use crate::report::{Slug, Strength};
use crate::taxonomy::{ListId, Taxonomy, Technology, Term};

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

/// Looks words up.
#[derive(Clone, Copy, Debug)]
pub struct Labels(&'static Taxonomy);

impl Labels {
    /// The words of the built-in taxonomy.
    pub fn builtin() -> Self {
        Self(Taxonomy::builtin())
    }

    /// The words of one term.
    pub fn term(self, list: ListId, id: &Slug) -> Labelled {
        let definition = self
            .0
            .term(list, id)
            .map(Term::definition)
            .unwrap_or_default();
        Labelled {
            id: id.to_string(),
            label: self.0.label(list, id).to_owned(),
            definition: definition.to_owned(),
        }
    }

    /// The name of a list.
    pub fn list(self, list: ListId) -> &'static str {
        self.0.list(list).label()
    }

    /// Whether the list has this term.
    pub fn has(self, list: ListId, id: &Slug) -> bool {
        self.0.list(list).accepts(id)
    }

    /// The page of a failure mode; empty for what is none of the list, such as `other`.
    pub fn page_of_mode(self, id: &Slug) -> String {
        match self.0.term(ListId::FailureModes, id) {
            Some(_) => paths::pattern(id.as_str()),
            None => String::new(),
        }
    }

    /// How much a class of remedy leans on vigilance.
    pub fn strength(self, class: &Slug) -> Option<Strength> {
        self.0.strength(class)
    }

    /// A list by its groups; one group without a heading for a list that has none.
    pub fn groups(self, list: ListId) -> Vec<Group> {
        let list = self.0.list(list);
        let group = |label: &str, terms: &mut dyn Iterator<Item = &Term>| Group {
            label: label.to_owned(),
            terms: terms.map(labelled).collect(),
        };
        if list.groups().is_empty() {
            return vec![group("", &mut list.terms().iter())];
        }
        list.groups()
            .iter()
            .map(|of| group(of.label(), &mut list.terms_of(of.id())))
            .collect()
    }

    /// The words of one technology: its name, and its category as the definition.
    pub fn technology(self, id: &Slug) -> Labelled {
        let category = self.0.technology(id).map(|technology| {
            self.0
                .label(ListId::TechnologyCategories, technology.category())
                .to_owned()
        });
        Labelled {
            id: id.to_string(),
            label: self.0.technology_name(id).to_owned(),
            definition: category.unwrap_or_default(),
        }
    }

    /// The names of all technologies, in the order of the alphabet.
    pub fn technologies(self) -> Vec<&'static str> {
        let all = self.0.technologies().iter();
        let mut names: Vec<&str> = all.map(Technology::name).collect();
        names.sort_unstable_by_key(|name| name.to_lowercase());
        names
    }

    /// The words of a code that is either a technology or a failure mode.
    pub fn technology_or_mode(self, id: &Slug) -> String {
        match self.0.technology(id) {
            Some(technology) => technology.name().to_owned(),
            None => self.0.label(ListId::FailureModes, id).to_lowercase(),
        }
    }

    /// The technology somebody calls by this name, or that an address of ours names by its slug.
    pub fn technology_called(self, name: &str) -> Option<Slug> {
        let slug = name.parse().ok();
        slug.and_then(|slug| self.0.technology(&slug))
            .or_else(|| self.0.technology_by_alias(name))
            .map(|technology| technology.slug().clone())
    }
}

fn labelled(term: &Term) -> Labelled {
    Labelled {
        id: term.id().to_string(),
        label: term.label().to_owned(),
        definition: term.definition().to_owned(),
    }
}
