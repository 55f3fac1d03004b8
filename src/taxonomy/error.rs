//! What can be wrong with a taxonomy.

use crate::report::Slug;

use super::ListId;

/// The taxonomy's files do not hold together.
#[derive(Debug, thiserror::Error)]
pub enum TaxonomyError {
    /// A file is not TOML of the expected form.
    #[error("{file}: not a taxonomy file of the expected form")]
    Toml {
        /// Name of the file.
        file: String,
        /// What the reader said.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// A file holds another list than its name says.
    #[error("{expected}.toml says that it is the list {found:?}")]
    WrongList {
        /// The list of that name.
        expected: ListId,
        /// What the file says.
        found: String,
    },
    /// A list has a term twice, or `unknown` or `other`, which every list has.
    #[error("{list}.toml: {term} is there already; give the term another id")]
    DuplicateTerm {
        /// The list.
        list: ListId,
        /// The term.
        term: Slug,
    },
    /// A term has no group in a list with groups, or a group that the list does not have.
    #[error("{list}.toml: {term} needs a group of this list")]
    UnknownGroup {
        /// The list.
        list: ListId,
        /// The term.
        term: Slug,
    },
    /// A term is said to have a wider one that does not stand further down its list.
    #[error("{list}.toml: what is wider than {term} must be a term further down")]
    UnknownWider {
        /// The list.
        list: ListId,
        /// The term.
        term: Slug,
    },
    /// An entry of `changes.toml` goes back in version, has an empty side or names no list.
    #[error("changes.toml: the entry of version {0} is not sound")]
    BadChange(u32),
    /// Two technologies share a slug.
    #[error("two technologies have the slug {0}")]
    DuplicateTechnology(Slug),
    /// Two technologies share a name, or one has it twice.
    #[error("{first} and {second} both have the name {name:?}; a name belongs to one technology")]
    DuplicateName {
        /// The name.
        name: String,
        /// Who had it first.
        first: Slug,
        /// Who has it, too.
        second: Slug,
    },
    /// Two technologies share a package, or one has it twice.
    #[error(
        "{first} and {second} both have the package {package:?}; a package belongs to one technology"
    )]
    DuplicatePackage {
        /// The package.
        package: String,
        /// Who had it first.
        first: Slug,
        /// Who has it, too.
        second: Slug,
    },
    /// A package is not written as it is compared.
    #[error(
        "{technology}: write {package:?} as ecosystem:name, in lower case, without version; `*` only at the end and after one of / - _ : . @"
    )]
    BadPackage {
        /// The technology.
        technology: Slug,
        /// The package.
        package: String,
    },
    /// A technology points to a category or parent that does not exist.
    #[error("{technology}: there is no {what} {missing}")]
    UnknownReference {
        /// The technology.
        technology: Slug,
        /// "category" or "parent".
        what: &'static str,
        /// What is not there.
        missing: Slug,
    },
    /// A technology is its own ancestor.
    #[error("{0} is its own ancestor")]
    Cycle(Slug),
}

impl TaxonomyError {
    pub(super) fn toml(file: &str, source: toml::de::Error) -> Self {
        Self::Toml {
            file: file.to_owned(),
            source: Box::new(source),
        }
    }

    pub(super) fn unknown(technology: &Slug, what: &'static str, missing: &Slug) -> Self {
        Self::UnknownReference {
            technology: technology.clone(),
            what,
            missing: missing.clone(),
        }
    }
}
