//! Answers to a search.

use std::sync::Arc;

use crate::report::ReportId;

use super::{Cursor, FacetField, Snippets};

/// The order of results. Equals are ordered by period, then by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// What fits best; newest first where no words were asked for.
    #[default]
    Relevance,
    /// The latest period first, unknown ones last.
    Newest,
    /// The most severe first, unknown ones last.
    Severity,
    /// Those whose failure mode most reports tell of first.
    Seen,
    /// Those that became public last first; in no order within a month.
    Published,
}

impl Sort {
    /// All orders, as pages show them.
    pub const ALL: [Self; 5] = [
        Self::Relevance,
        Self::Newest,
        Self::Severity,
        Self::Seen,
        Self::Published,
    ];

    /// Its name in addresses and data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Severity => "severity",
            Self::Seen => "seen",
            Self::Published => "published",
        }
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Relevance => "Best match",
            Self::Newest => "Newest",
            Self::Severity => "Most severe",
            Self::Seen => "Seen most elsewhere",
            Self::Published => "Published last",
        }
    }

    /// Reads a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == name)
    }
}

/// Which page of the results.
#[derive(Clone, Copy, Debug)]
pub struct PageRequest {
    /// The order.
    pub sort: Sort,
    /// Hits on the page, 1 to 100; more or fewer are taken as the nearest of these.
    pub limit: usize,
    /// Where the page begins; the first page without.
    pub cursor: Option<Cursor>,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self {
            sort: Sort::default(),
            limit: 20,
            cursor: None,
        }
    }
}

/// One page of results.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Reports that match, on all pages.
    pub total: usize,
    /// No report has all the words; these have any of them.
    pub relaxed: bool,
    /// The query with words as reports spell them, where it found nothing as it was typed.
    pub did_you_mean: Option<String>,
    /// The reports of this page.
    pub hits: Vec<Hit>,
    /// The best of those with some of the words only, where all that match leave room on the first
    /// page; neither counted nor on later pages.
    pub nearly: Vec<Hit>,
    /// Cuts the part of a report that shows why it was found.
    pub snippets: Snippets,
    /// Counts for each field, in the order of [`FacetField::ALL`]. A field's counts leave its own
    /// filters aside, so that its other values stay reachable.
    pub facets: Arc<[Facet]>,
    /// The next page, if there is one.
    pub next: Option<Cursor>,
}

/// A report found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its id; the report itself is read from the database.
    pub id: ReportId,
    /// How well it fits, comparable within one search; 0 unless ordered by relevance.
    pub score: f32,
}

/// The values of one field among the results.
#[derive(Clone, Debug)]
pub struct Facet {
    /// The field.
    pub field: FacetField,
    /// Values that occur or are selected (a range is none): severities and years from high to low,
    /// others by count.
    pub values: Vec<FacetValue>,
}

/// A value and how many reports have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The code.
    pub value: Arc<str>,
    /// The words people read.
    pub label: Arc<str>,
    /// Reports that match the rest of the query and have it.
    pub count: u32,
    /// Whether the query selects it.
    pub selected: bool,
}
