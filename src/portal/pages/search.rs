//! Search.

use askama::Template;

use crate::portal::{Layout, ReportLine, Said, Section, Suggestions};

/// Search results.
#[derive(Clone, Debug, Template)]
#[template(path = "public/search.html")]
pub struct SearchPage {
    /// Frame.
    pub layout: Layout,
    /// As typed.
    pub query: String,
    /// What may be asked for, offered while typing.
    pub suggestions: Suggestions,
    /// What was understood differently from what was typed, in plain words.
    pub notes: Vec<Said>,
    /// The query as reports would spell it, where it found nothing as typed.
    pub did_you_mean: Option<Link>,
    /// What the reports say in short, where a technology was asked for.
    pub panel: Option<Panel>,
    /// How many reports match.
    pub total: u64,
    /// Ways to order them.
    pub sorts: Vec<SortLink>,
    /// The value of `sort` in the address; empty for the default.
    pub sort: String,
    /// Ways to narrow them.
    pub facets: Vec<Facet>,
    /// The page's reports.
    pub reports: Vec<ReportLine>,
    /// Reports with some of the words only, where those that match leave room.
    pub nearly: Vec<ReportLine>,
    /// Address of the page after this one.
    pub next: Option<String>,
    /// Address of the first page, when this is not it.
    pub first: Option<String>,
    /// The same answer for programs; none where nothing was found.
    pub takes: Vec<Link>,
    /// Address of the same query as a feed.
    pub feed: String,
}

/// A way to order results.
#[derive(Clone, Debug)]
pub struct SortLink {
    /// "Most relevant".
    pub label: String,
    /// Address of the same search in this order.
    pub href: String,
    /// This is the order of the page.
    pub chosen: bool,
}

/// A way to narrow results.
#[derive(Clone, Debug)]
pub struct Facet {
    /// "Technology".
    pub label: String,
    /// Its most frequent values.
    pub values: Vec<FacetValue>,
    /// The others.
    pub more: Vec<FacetValue>,
}

/// A text that leads somewhere.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// The short answer above the results: what the reports found have in common, by count.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The technologies asked for, with the pages that tell more.
    pub technologies: Vec<Link>,
    /// "How it failed", "What gave it away", "What helped", each with its most frequent values.
    pub lines: Vec<Facet>,
}

/// One value of a facet.
#[derive(Clone, Debug)]
pub struct FacetValue {
    /// The words people read.
    pub label: String,
    /// Address of the search with this value, or without it when it is chosen.
    pub href: String,
    /// Reports that have it.
    pub count: u64,
    /// The search is narrowed to it.
    pub chosen: bool,
}

impl SearchPage {
    fn heading(&self) -> Said {
        match (self.query.trim().is_empty(), self.total) {
            (true, _) => say!("search-heading"),
            (false, 0) => say!("search-none"),
            (false, n) => say!("search-match", n = n),
        }
    }

    fn narrowed(&self) -> Vec<&FacetValue> {
        self.facets
            .iter()
            .flat_map(|facet| facet.values.iter().chain(&facet.more))
            .filter(|value| value.chosen)
            .collect()
    }
}
