//! The taxonomy's names, for the query language.

use crate::report::Slug;
use crate::search::{FacetField, Names};
use crate::taxonomy::{ListId, Taxonomy};

/// Resolves what readers type (`pg`, `k8s`, "retry storm") to slugs and slugs to words.
#[derive(Clone, Copy, Debug, Default)]
pub struct TaxonomyNames;

impl Names for TaxonomyNames {
    fn technology(&self, alias: &str) -> Option<Slug> {
        let taxonomy = Taxonomy::builtin();
        let slug: Option<Slug> = alias.to_lowercase().parse().ok();
        slug.filter(|slug| taxonomy.technology(slug).is_some())
            .or_else(|| {
                taxonomy
                    .technology_by_alias(alias)
                    .map(|technology| technology.slug().clone())
            })
    }

    fn mode(&self, alias: &str) -> Option<Slug> {
        let slug: Slug = alias
            .trim()
            .to_lowercase()
            .replace([' ', '_'], "-")
            .parse()
            .ok()?;
        Taxonomy::builtin()
            .term(ListId::FailureModes, &slug)
            .map(|term| term.id().clone())
    }

    fn label(&self, field: FacetField, value: &str) -> String {
        let taxonomy = Taxonomy::builtin();
        let Ok(slug) = value.parse::<Slug>() else {
            return value.to_owned();
        };
        let list = match field {
            FacetField::Technology => return taxonomy.technology_name(&slug).to_owned(),
            FacetField::FailureMode => ListId::FailureModes,
            FacetField::Trigger => ListId::Triggers,
            FacetField::Factor => ListId::Factors,
            FacetField::DetectedBy => ListId::Detectors,
            FacetField::Helped => ListId::Mitigations,
            FacetField::Sector => ListId::Sectors,
            FacetField::Size => ListId::OrganisationSizes,
            FacetField::Kind => ListId::RecordKinds,
            FacetField::Severity | FacetField::Period => return value.to_owned(),
        };
        taxonomy.label(list, &slug).to_owned()
    }
}
