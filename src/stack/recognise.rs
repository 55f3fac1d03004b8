//! From components to technologies. What comes out are entries of the taxonomy, never a name that
//! only a manifest had.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::Slug;
use crate::taxonomy::{Ecosystem, Taxonomy, Technology};

use super::Format;
use super::components::{Component, Components};

/// The technologies of one or more manifests.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    found: BTreeMap<Slug, BTreeSet<String>>,
    components: usize,
    unknown: usize,
}

/// A technology of the stack.
#[derive(Clone, Copy, Debug)]
pub struct Use<'a> {
    /// The technology.
    pub slug: &'a Slug,
    /// What said so: packages as the taxonomy writes them (`npm:ioredis`), or the kind of file.
    pub said_by: &'a BTreeSet<String>,
}

impl Stack {
    /// A stack of these technologies, without manifests.
    pub fn of(slugs: impl IntoIterator<Item = Slug>) -> Self {
        Self {
            found: slugs
                .into_iter()
                .map(|slug| (slug, BTreeSet::new()))
                .collect(),
            ..Self::default()
        }
    }

    /// Its technologies, by slug.
    pub fn uses(&self) -> impl Iterator<Item = Use<'_>> {
        self.found
            .iter()
            .map(|(slug, said_by)| Use { slug, said_by })
    }

    /// How many components the manifests name.
    pub fn components(&self) -> usize {
        self.components
    }

    /// How many of them belong to no technology of the taxonomy.
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// Whether it has no technology.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn add(&mut self, taxonomy: &Taxonomy, format: Format, components: &Components) {
        for slug in format.implied() {
            if let Ok(slug) = slug.parse() {
                self.note(&slug, format.label().to_owned());
            }
        }
        for component in components.iter() {
            self.components += 1;
            match recognise(taxonomy, format, component) {
                Some((technology, entry)) => self.note(technology.slug(), entry),
                None => self.unknown += 1,
            }
        }
    }

    fn note(&mut self, slug: &Slug, said_by: String) {
        self.found.entry(slug.clone()).or_default().insert(said_by);
    }
}

type Recognised<'t> = Option<(&'t Technology, String)>;

fn recognise<'t>(taxonomy: &'t Taxonomy, format: Format, component: &Component) -> Recognised<'t> {
    match component {
        Component::Package(ecosystem, name) => package(taxonomy, *ecosystem, name),
        Component::Name(name) => listed(taxonomy, format, name),
    }
}

fn package<'t>(taxonomy: &'t Taxonomy, ecosystem: Ecosystem, name: &str) -> Recognised<'t> {
    let known = |ecosystem, name: &str| {
        let (technology, entry) = taxonomy.technology_by_package(ecosystem, name)?;
        Some((technology, entry.to_owned()))
    };
    if let Some(found) = known(ecosystem, name) {
        return Some(found);
    }
    match ecosystem {
        // Images, charts and system packages are mostly called like what is in them.
        Ecosystem::Image | Ecosystem::Helm => {
            let name = name.split('@').next().unwrap_or_default();
            let last = name.rsplit('/').next().unwrap_or_default();
            let last = last.split(':').next().unwrap_or_default();
            known(Ecosystem::Image, last).or_else(|| called(taxonomy, ecosystem, last))
        }
        Ecosystem::Deb => {
            // `postgresql-15` and `php8.2-fpm` have the version in their name.
            let unversioned = name.split(|c: char| c.is_ascii_digit()).next();
            let unversioned = unversioned.unwrap_or_default().trim_end_matches(['-', '.']);
            [name, unversioned].into_iter().find_map(|name| {
                known(Ecosystem::Deb, name)
                    .or_else(|| known(Ecosystem::Image, name))
                    .or_else(|| called(taxonomy, ecosystem, name))
            })
        }
        _ => None,
    }
}

/// The technology that has this name and shares it with no word, person or company.
fn called<'t>(taxonomy: &'t Taxonomy, ecosystem: Ecosystem, name: &str) -> Recognised<'t> {
    let technology = taxonomy.technology_by_alias(name)?;
    let own = technology
        .names()
        .find(|own| !own.ambiguous && own.text.eq_ignore_ascii_case(name))?;
    let entry = format!("{}:{}", ecosystem.as_str(), own.text.to_lowercase());
    Some((technology, entry))
}

/// A name from a list: with or without a version, as people, packagers or importers write it.
fn listed<'t>(taxonomy: &'t Taxonomy, format: Format, name: &str) -> Recognised<'t> {
    let bare = name.split(['=', '<', '>', '~', '^', '(', ':', '@']).next();
    let bare = bare.unwrap_or_default().trim();
    let without_version = bare
        .split_whitespace()
        .take_while(|word| {
            !word
                .trim_start_matches(['v', 'V'])
                .starts_with(|c: char| c.is_ascii_digit())
        })
        .collect::<Vec<_>>()
        .join(" ");
    let mut names = vec![name, bare, &without_version];
    names.dedup();
    names.into_iter().find_map(|name| {
        let called = match format {
            // Whoever lists a name means a technology by it.
            Format::List => taxonomy
                .technology_by_alias(name)
                .map(|technology| (technology, format!("{} in the list", technology.name()))),
            _ => called(taxonomy, Ecosystem::Deb, name),
        };
        called.or_else(|| {
            Ecosystem::ALL.iter().find_map(|ecosystem| {
                let (technology, entry) = taxonomy.technology_by_package(*ecosystem, name)?;
                Some((technology, entry.to_owned()))
            })
        })
    })
}
