//! The search page.

use actix_web::web;
use serde::Deserialize;

use super::answer::{self, Answer, wait};
use crate::portal::pages::{Facet, FacetValue, Link, Panel, SearchPage, SortLink};
use crate::portal::view::notes::note;
use crate::portal::{Labels, Layout, Piece, ReportLine, Said, Section, Suggestions};
use crate::registry::{self, Registry, RegistryError, SearchRequest};
use crate::search::{self, Cursor, FacetField, Query, Sort};

/// Reports on one page.
const LIMIT: usize = 20;
/// Values of one facet that are seen at once; the others are folded away.
const VALUES: usize = 8;
/// Values that are folded away; a name that is further down is typed.
const FOLDED: usize = 10;
/// Values on a line of the short answer.
const PANEL_VALUES: usize = 3;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: String,
    cursor: Option<String>,
}

pub(super) async fn get(registry: web::Data<Registry>, asked: web::Query<Asked>) -> Answer {
    let asked = asked.into_inner();
    let sort = Sort::parse(&asked.sort).unwrap_or_default();
    // A page marker that cannot be read leads to the first page, which is where one starts again.
    let after: Option<Cursor> = asked.cursor.as_ref().and_then(|text| text.parse().ok());
    let request = SearchRequest {
        text: asked.q.clone(),
        sort,
        after,
        limit: LIMIT,
    };
    let (found, overview) = wait(move || {
        let found = match registry.search(&request) {
            Err(RegistryError::Search(search::SearchError::Cursor(_))) => {
                registry.search(&SearchRequest {
                    after: None,
                    ..request
                })
            }
            other => other,
        }?;
        Ok::<_, RegistryError>((found, registry.overview()?))
    })
    .await?;
    let layout = Layout::public(
        Section::Search,
        "Search",
        "Search published incident reports by stack, failure and words.",
    );
    answer::page(page(
        layout.sample(overview.samples),
        Suggestions::new(&overview, Labels::builtin()),
        found,
        &asked,
        sort,
        after.is_some(),
    ))
}

fn page(
    layout: Layout,
    suggestions: Suggestions,
    found: registry::SearchPage,
    asked: &Asked,
    sort: Sort,
    later: bool,
) -> SearchPage {
    let labels = Labels::builtin();
    let text = found.query.text().to_owned();
    let mut notes: Vec<Said> = found.notes.iter().map(note).collect();
    if found.relaxed && found.total > 0 {
        notes.push(say!("note-relaxed"));
    }
    let line = |hit: &registry::ShownHit| {
        let pieces: Vec<Piece> = hit
            .snippet
            .iter()
            .map(|piece| Piece {
                text: piece.text.clone(),
                hit: piece.highlighted,
            })
            .collect();
        ReportLine::new(&hit.report, labels).with_snippet(&pieces)
    };
    SearchPage {
        layout,
        query: asked.q.clone(),
        suggestions,
        did_you_mean: found.did_you_mean.map(|text| Link {
            href: address(&text, sort, None),
            label: text,
        }),
        panel: panel(&found.facets, &found.query, found.total, sort),
        notes,
        total: found.total as u64,
        sorts: Sort::ALL
            .into_iter()
            .map(|other| SortLink {
                label: other.label().to_owned(),
                href: address(&text, other, None),
                chosen: other == sort,
            })
            .collect(),
        sort: if sort == Sort::default() {
            String::new()
        } else {
            sort.as_str().to_owned()
        },
        facets: facets(&found.facets, &found.query, sort),
        reports: found.hits.iter().map(line).collect(),
        nearly: found.nearly.iter().map(line).collect(),
        next: found.next.map(|cursor| address(&text, sort, Some(cursor))),
        first: later.then(|| address(&text, sort, None)),
        takes: if found.relaxed || found.total == 0 {
            Vec::new()
        } else {
            takes(&text, sort)
        },
        feed: taken("/search.atom", &text, Sort::default()),
    }
}

/// The short answer to "what goes wrong with this?".
fn panel(facets: &[search::Facet], query: &Query, total: usize, sort: Sort) -> Option<Panel> {
    let technologies = query.technologies();
    if technologies.is_empty() || total < 2 {
        return None;
    }
    let labels = Labels::builtin();
    let lines = [
        (FacetField::FailureMode, "How it failed"),
        (FacetField::DetectedBy, "What gave it away"),
        (FacetField::Helped, "What helped"),
    ];
    let lines: Vec<Facet> = lines
        .into_iter()
        .filter_map(|(field, label)| {
            let facet = facets.iter().find(|facet| facet.field == field)?;
            let known = facet.values.iter().filter(|value| value.count > 0);
            let values: Vec<FacetValue> = known
                .take(PANEL_VALUES)
                .map(|value| shown(query, field, value, sort))
                .collect();
            (!values.is_empty()).then(|| Facet {
                label: label.to_owned(),
                values,
                more: Vec::new(),
            })
        })
        .collect();
    (!lines.is_empty()).then(|| Panel {
        technologies: technologies
            .into_iter()
            .filter_map(|text| {
                let slug = text.parse().ok()?;
                Some(Link {
                    label: labels.technology_or_mode(&slug),
                    href: format!("/technologies/{slug}"),
                })
            })
            .collect(),
        lines,
    })
}

fn shown(query: &Query, field: FacetField, value: &search::FacetValue, sort: Sort) -> FacetValue {
    let text = if value.selected {
        query.without(field, &value.value)
    } else {
        query.with(field, &value.value)
    };
    FacetValue {
        label: value.label.to_string(),
        href: address(&text, sort, None),
        count: value.count.into(),
        chosen: value.selected,
    }
}

fn facets(facets: &[search::Facet], query: &Query, sort: Sort) -> Vec<Facet> {
    let shown = facets.iter().map(|facet| {
        let field = facet.field;
        let values = facet.values.iter();
        let mut values: Vec<FacetValue> = values
            .filter(|value| value.count > 0 || value.selected)
            .map(|value| shown(query, field, value, sort))
            .collect();
        let mut more = values.split_off(values.len().min(VALUES));
        // What is chosen can always be taken back.
        let mut place = 0..;
        more.retain(|value| value.chosen || place.next().is_some_and(|at| at < FOLDED));
        Facet {
            label: field.label().to_owned(),
            values,
            more,
        }
    });
    shown.filter(|facet| !facet.values.is_empty()).collect()
}

/// The same answer in every form that programs read.
fn takes(text: &str, sort: Sort) -> Vec<Link> {
    let forms = [
        ("JSON", "/api/v1/search", sort),
        ("Atom", "/search.atom", Sort::default()),
        ("JSON Feed", "/search.json", Sort::default()),
        ("CSV", "/search.csv", sort),
        ("NDJSON", "/search.ndjson", sort),
    ];
    let links = forms.into_iter().map(|(label, path, sort)| Link {
        label: label.to_owned(),
        href: taken(path, text, sort),
    });
    links.collect()
}

fn taken(path: &str, text: &str, sort: Sort) -> String {
    let page = address(text, sort, None);
    format!("{path}{}", page.strip_prefix("/search").unwrap_or_default())
}

fn address(text: &str, sort: Sort, cursor: Option<Cursor>) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    pairs.append_pair("q", text);
    if sort != Sort::default() {
        pairs.append_pair("sort", sort.as_str());
    }
    if let Some(cursor) = cursor {
        pairs.append_pair("cursor", &cursor.to_string());
    }
    format!("/search?{}", pairs.finish())
}
