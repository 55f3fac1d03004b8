//! Technologies and what they are called.

use std::panic::resume_unwind;
use std::thread;

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Deserialize;

use crate::report::Slug;

use super::TaxonomyError;

/// A technology: a product, protocol, language or service that is part of a stack.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Technology {
    slug: Slug,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    ambiguous_aliases: Vec<String>,
    category: Slug,
    parent: Option<Slug>,
    homepage: Option<String>,
    #[serde(default)]
    packages: Vec<String>,
    #[serde(default)]
    ambiguous: bool,
    #[serde(default)]
    proper: bool,
    #[serde(default)]
    case: bool,
    #[serde(default)]
    cues: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

/// One name of a technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TechnologyName<'a> {
    /// As it is written.
    pub text: &'a str,
    /// It is also a word, person, place or company: only its surroundings can tell.
    pub ambiguous: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    technology: Vec<Technology>,
}

/// Reads files of technologies, given with their names; half of them on another thread, for they are
/// most of what a start takes.
pub(super) fn parse_files(files: &[(&str, &str)]) -> Result<Vec<Technology>, TaxonomyError> {
    let (first, second) = files.split_at(files.len() / 2);
    let (first, second) = thread::scope(|scope| {
        let second = scope.spawn(|| parse_each(second));
        (
            parse_each(first),
            second.join().unwrap_or_else(|panic| resume_unwind(panic)),
        )
    });
    let mut all = first?;
    all.append(&mut second?);
    Ok(all)
}

fn parse_each(files: &[(&str, &str)]) -> Result<Vec<Technology>, TaxonomyError> {
    let mut all = Vec::new();
    for (file, toml) in files {
        all.append(&mut parse_file(file, toml)?);
    }
    Ok(all)
}

fn parse_file(file: &str, toml: &str) -> Result<Vec<Technology>, TaxonomyError> {
    toml::from_str::<File>(toml)
        .map(|file| file.technology)
        .map_err(|source| TaxonomyError::toml(file, source))
}

type Index = (FxHashMap<Slug, usize>, FxHashMap<String, usize>);

/// Positions by slug and by name; a name is kept as it is compared, see [`Technology::key`].
pub(super) fn index(technologies: &[Technology]) -> Result<Index, TaxonomyError> {
    let mut by_slug = FxHashMap::with_capacity_and_hasher(technologies.len(), FxBuildHasher);
    let names = technologies
        .iter()
        .map(|technology| technology.names().count())
        .sum();
    let mut by_name: FxHashMap<String, usize> =
        FxHashMap::with_capacity_and_hasher(names, FxBuildHasher);
    for (position, technology) in technologies.iter().enumerate() {
        if by_slug.insert(technology.slug.clone(), position).is_some() {
            return Err(TaxonomyError::DuplicateTechnology(technology.slug.clone()));
        }
        for name in technology.names() {
            let key = technology.key(name.text);
            if let Some(first) = by_name.insert(key, position) {
                let first = technologies.get(first).unwrap_or(technology);
                return Err(TaxonomyError::DuplicateName {
                    name: name.text.to_owned(),
                    first: first.slug.clone(),
                    second: technology.slug.clone(),
                });
            }
        }
    }
    Ok((by_slug, by_name))
}

impl Technology {
    /// The code.
    pub fn slug(&self) -> &Slug {
        &self.slug
    }

    /// The name people read.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its kind (`technology-categories`).
    pub fn category(&self) -> &Slug {
        &self.category
    }

    /// The technology it is a part or flavour of.
    pub fn parent(&self) -> Option<&Slug> {
        self.parent.as_ref()
    }

    /// Address of its makers' page.
    pub fn homepage(&self) -> Option<&str> {
        self.homepage.as_deref()
    }

    /// What it is fetched as: `ecosystem:name`, with a `*` at the end for all that begin so.
    pub fn packages(&self) -> &[String] {
        &self.packages
    }

    /// Whether people, places or products are often called like it, as with Ruby or Jenkins: then
    /// a capital says little.
    pub fn is_a_proper_name(&self) -> bool {
        self.proper
    }

    /// Whether its names count only as they are written, as with `IOS` and `iOS`.
    pub fn case_matters(&self) -> bool {
        self.case
    }

    /// Words whose nearness confirms an ambiguous name, in lower case.
    pub fn cues(&self) -> &[String] {
        &self.cues
    }

    /// Phrases that contain a name and do not mean the technology, in lower case.
    pub fn denials(&self) -> &[String] {
        &self.not
    }

    /// Its name and aliases.
    pub fn names(&self) -> impl Iterator<Item = TechnologyName<'_>> {
        let own = TechnologyName {
            text: &self.name,
            ambiguous: self.ambiguous,
        };
        let named = |ambiguous| {
            move |text| TechnologyName {
                text: String::as_str(text),
                ambiguous,
            }
        };
        std::iter::once(own)
            .chain(self.aliases.iter().map(named(false)))
            .chain(self.ambiguous_aliases.iter().map(named(true)))
    }

    /// A name in the form in which names are compared.
    fn key(&self, name: &str) -> String {
        if self.case {
            name.to_owned()
        } else {
            name.to_lowercase()
        }
    }
}
