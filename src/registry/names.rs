//! The taxonomy's names, for the query language.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::report::Slug;
use crate::search::{FacetField, Names};
use crate::taxonomy::{Changes, ListId, Synonyms, Taxonomy};

/// Resolves what readers type (`pg`, `k8s`, "retry storm") to slugs and slugs to words.
#[derive(Clone, Copy, Debug, Default)]
pub struct TaxonomyNames;

/// The terms of each field's lists by their ids and by their words. A query asks for dozens.
static CODES: LazyLock<HashMap<(FacetField, String), Slug>> = LazyLock::new(|| {
    let mut codes = HashMap::new();
    for field in FacetField::ALL {
        let lists = lists_of(field).iter();
        let terms = || {
            lists
                .clone()
                .flat_map(|list| Taxonomy::builtin().list(*list).terms())
        };
        let ids = terms().map(|term| (term.id().to_string(), term));
        let labels = terms().map(|term| (as_code(term.label()), term));
        for (name, term) in ids.chain(labels) {
            codes
                .entry((field, name))
                .or_insert_with(|| term.id().clone());
        }
    }
    codes
});

impl Names for TaxonomyNames {
    fn code(&self, field: FacetField, name: &str) -> Option<Slug> {
        let taxonomy = Taxonomy::builtin();
        let leads_to = |list, old: &Slug| Changes::builtin().leads_to(taxonomy, list, old);
        if field == FacetField::Technology {
            let slug: Option<Slug> = name.to_lowercase().parse().ok();
            return slug
                .clone()
                .filter(|slug| taxonomy.technology(slug).is_some())
                .or_else(|| leads_to(None, &slug?))
                .or_else(|| Some(taxonomy.technology_by_alias(name)?.slug().clone()));
        }
        let wanted = as_code(name);
        if let Ok(old) = wanted.parse() {
            let mut lists = lists_of(field).iter();
            if let Some(code) = lists.find_map(|list| leads_to(Some(*list), &old)) {
                return Some(code);
            }
        }
        CODES.get(&(field, wanted.clone())).cloned().or_else(|| {
            let slug = wanted.parse().ok()?;
            let mut lists = lists_of(field).iter();
            lists
                .any(|list| taxonomy.list(*list).accepts(&slug))
                .then_some(slug)
        })
    }

    fn synonyms(&self, words: &str) -> &[String] {
        Synonyms::builtin().of(words)
    }

    fn label(&self, field: FacetField, value: &str) -> String {
        let taxonomy = Taxonomy::builtin();
        let Ok(slug) = value.parse::<Slug>() else {
            return value.to_owned();
        };
        if field == FacetField::Technology {
            return taxonomy.technology_name(&slug).to_owned();
        }
        let lists = lists_of(field);
        let of_any = lists.iter().find_map(|list| taxonomy.term(*list, &slug));
        match (of_any, lists.first()) {
            (Some(term), _) => term.label().to_owned(),
            (None, Some(list)) => taxonomy.label(*list, &slug).to_owned(),
            (None, None) => value.to_owned(),
        }
    }
}

/// The lists that a field's codes are from.
fn lists_of(field: FacetField) -> &'static [ListId] {
    match field {
        FacetField::Category => &[ListId::TechnologyCategories],
        FacetField::FailureMode => &[ListId::FailureModes],
        FacetField::Trigger => &[ListId::Triggers],
        FacetField::Phase => &[ListId::Phases],
        FacetField::Factor => &[ListId::Factors, ListId::HumanFactors],
        FacetField::DetectedBy => &[ListId::Detectors],
        FacetField::Helped => &[ListId::Mitigations, ListId::Helped],
        FacetField::Sector => &[ListId::Sectors],
        FacetField::Size => &[ListId::OrganisationSizes],
        FacetField::Kind => &[ListId::RecordKinds],
        FacetField::Technology | FacetField::Severity | FacetField::Period => &[],
    }
}

/// As codes are written: lower case, one hyphen for everything between words.
fn as_code(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}
