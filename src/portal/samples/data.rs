//! Pages about what programs read, and what a search box offers.

use super::pages::{Both, Shown, labels, layout};
use super::reports::slug;
use crate::jobs::{CORPUS_TABLES, Manifest};
use crate::portal::pages::{ApiPage, DataPage, DictionaryPage};
use crate::portal::{Section, Suggestions};
use crate::registry::{CountOf, Overview};
use crate::web::openapi;

const SITE: &str = "https://candor.example";

pub(super) fn suggestions() -> Suggestions {
    let mut overview = Overview::default();
    let of = |(id, count): (&str, usize)| CountOf {
        slug: slug(id),
        count,
    };
    overview.technologies = [("c++", 2), ("redis", 1)].map(of).to_vec();
    overview.modes = [("retry-storm", 9)].map(of).to_vec();
    Suggestions::new(&overview, labels())
}

fn corpus() -> Manifest {
    let file = |name: &str, bytes| serde_json::json!({ "name": name, "bytes": bytes, "sha256": "ba7816bf".repeat(8) });
    let files = [
        file("candor-2026-W47.ndjson.gz", 1_234_567),
        file("candor-2026-W47.sqlite.gz", 999),
    ];
    let told = serde_json::json!({ "week": "2026-W47", "reports": 80, "files": files, "head": 7 });
    serde_json::from_value(told).unwrap()
}

/// Name and HTML of each page.
pub(super) fn all() -> Vec<(String, Both)> {
    let about = |title| layout(Section::About, title);
    let data = |corpus| DataPage::new(about("Data and API"), corpus, SITE);
    let dictionary = DictionaryPage::new(about("Data dictionary"), openapi(), CORPUS_TABLES);
    let api = ApiPage::new(about("API"), openapi(), SITE);
    [
        ("data", data(None).both()),
        ("data-full", data(Some(corpus())).both()),
        ("dictionary", dictionary.both()),
        ("api", api.both()),
    ]
    .map(|(name, html)| (name.to_owned(), html.unwrap()))
    .to_vec()
}
