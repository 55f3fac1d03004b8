//! Pages that anybody may read.

use super::alerts;
use super::data::{self, suggestions};
use super::pages::{Both, Shown, labels, layout, lines};
use super::reports::{bare, fullest, hostile, slug, usual};
use super::stack;
use crate::portal::pages::{
    AboutPage, Browse, DigestLine, ErrorPage, Facet, FacetValue, HomePage, HowPage, Link, Page,
    Panel, PatternsPage, PrivacyPage, SearchPage, SortLink, TechnologiesPage,
};
use crate::portal::{Count, Piece, Section, Suggestions, paths};
use crate::taxonomy::ListId;
use crate::web::ErrorCode;

fn modes(counts: &[(&str, u64)]) -> Vec<Count> {
    counts
        .iter()
        .map(|(id, n)| {
            Count::new(
                labels().term(ListId::FailureModes, &slug(id)),
                paths::pattern(id),
                *n,
            )
        })
        .collect()
}

fn technologies(counts: &[(&str, u64)]) -> Vec<Count> {
    counts
        .iter()
        .map(|(id, n)| Count::new(labels().technology(&slug(id)), paths::technology(id), *n))
        .collect()
}

fn search(query: &str, full: bool) -> SearchPage {
    let value = |label: &str, count, chosen| FacetValue {
        label: label.into(),
        href: "/search?q=x".into(),
        count,
        chosen,
    };
    let piece = |text: &str, hit| Piece {
        text: text.into(),
        hit,
    };
    SearchPage {
        layout: layout(Section::Search, "Search"),
        query: query.into(),
        suggestions: if full {
            suggestions()
        } else {
            Suggestions::default()
        },
        did_you_mean: (!full).then(|| Link {
            label: "kafka lag".into(),
            href: "/search?q=kafka+lag".into(),
        }),
        panel: full.then(|| Panel {
            technologies: vec![Link {
                label: "PostgreSQL".into(),
                href: "/technologies/postgresql".into(),
            }],
            lines: vec![Facet {
                label: "How it failed".into(),
                values: vec![value("Retry storm", 8, false), value("Disk full", 3, false)],
                more: vec![],
            }],
        }),
        notes: if full {
            vec![say!("note-quote")]
        } else {
            vec![]
        },
        total: if full { 62 } else { 0 },
        sorts: vec![
            SortLink {
                label: "Most relevant".into(),
                href: "/search?q=x".into(),
                chosen: true,
            },
            SortLink {
                label: "Newest".into(),
                href: "/search?q=x&sort=newest".into(),
                chosen: false,
            },
        ],
        sort: String::new(),
        facets: if full {
            vec![
                Facet {
                    label: "Technology".into(),
                    values: vec![value("PostgreSQL", 20, true), value("Redis", 11, false)],
                    more: vec![value("nginx", 3, false)],
                },
                Facet {
                    label: "Pattern".into(),
                    values: vec![value("Retry storm", 8, false)],
                    more: vec![],
                },
                Facet {
                    label: "Kind".into(),
                    values: vec![value("Incident", 50, false), value("Near miss", 9, false)],
                    more: vec![],
                },
            ]
        } else {
            vec![]
        },
        reports: if full {
            lines()
                .into_iter()
                .map(|line| {
                    line.with_snippet(&[
                        piece("… the gateway answered the ", false),
                        piece("retries", true),
                        piece(" of [Engineer B] with <429> …", false),
                    ])
                })
                .collect()
        } else {
            vec![]
        },
        nearly: if full { lines() } else { Vec::new() },
        next: full.then(|| "/search?q=x&cursor=abc".into()),
        first: full.then(|| "/search?q=x".into()),
        takes: if full {
            vec![Link {
                label: "CSV".into(),
                href: "/search.csv?q=x".into(),
            }]
        } else {
            vec![]
        },
        feed: "/search.atom?q=x".into(),
    }
}

fn home(full: bool) -> HomePage {
    let counts = |full: bool, counts| if full { counts } else { Vec::new() };
    HomePage::new(
        layout(Section::Home, "Software incidents, told without names"),
        if full { 62 } else { 0 },
        if full { lines() } else { vec![] },
        vec![
            Browse {
                title: "By technology",
                counts: counts(
                    full,
                    technologies(&[("postgresql", 14), ("kubernetes", 11), ("redis", 9)]),
                ),
                all: "/technologies".into(),
            },
            Browse {
                title: "By how it failed",
                counts: counts(
                    full,
                    modes(&[("retry-storm", 9), ("expired-credential-or-certificate", 7)]),
                ),
                all: "/patterns".into(),
            },
        ],
        full.then(|| DigestLine::new("2026-10".parse().unwrap(), Some(9))),
        if full {
            suggestions()
        } else {
            Suggestions::default()
        },
    )
    .alert(full.then(alerts::newest))
}

fn errors() -> Vec<(String, Both)> {
    [
        ErrorCode::BadRequest,
        ErrorCode::NotFound,
        ErrorCode::Gone,
        ErrorCode::TooManyRequests,
        ErrorCode::Internal,
    ]
    .into_iter()
    .map(|code| {
        let status = code.status().as_u16();
        let frame = layout(Section::Home, "");
        let page = ErrorPage::new(frame, status, code.title(), code.advice(), None);
        (format!("error-{status}"), page.both().unwrap())
    })
    .collect()
}

pub(super) fn all() -> Vec<(String, Both)> {
    let category = || {
        vec![
            (
                "Databases".to_owned(),
                technologies(&[("postgresql", 14), ("mongodb", 3)]),
            ),
            ("Caches".to_owned(), technologies(&[("redis", 9)])),
        ]
    };
    let mut pages: Vec<(&str, Box<dyn Page>)> = vec![
        ("home", Box::new(home(true))),
        ("home-empty", Box::new(home(false))),
        (
            "search",
            Box::new(search("retries stack:postgresql \"<b>\"", true)),
        ),
        ("search-none", Box::new(search("xyzzy", false))),
        ("search-empty", Box::new(search("", false))),
        (
            "technologies",
            Box::new(TechnologiesPage::new(
                layout(Section::Technologies, "Technologies"),
                category(),
            )),
        ),
        (
            "technologies-empty",
            Box::new(TechnologiesPage::new(
                layout(Section::Technologies, "Technologies"),
                vec![],
            )),
        ),
        ("stack", Box::new(stack::asking(false))),
        ("stack-unreadable", Box::new(stack::asking(true))),
        ("stack-answer", Box::new(stack::answer(true))),
        ("stack-answer-empty", Box::new(stack::answer(false))),
        (
            "patterns",
            Box::new(
                PatternsPage::new(
                    layout(Section::Patterns, "Patterns"),
                    vec![(
                        "Load and resources".into(),
                        modes(&[("retry-storm", 9), ("overload", 0)]),
                    )],
                    &super::patterns::growth(),
                )
                .counted(5, modes(&[("overload", 3)])),
            ),
        ),
        (
            "about",
            Box::new(AboutPage::new(layout(Section::About, "About"))),
        ),
        (
            "privacy",
            Box::new(PrivacyPage::new(layout(Section::About, "Privacy"))),
        ),
        (
            "how-we-anonymise",
            Box::new(HowPage::new(layout(Section::About, "How we anonymise"))),
        ),
    ];
    let reports = [
        ("report", usual()),
        ("report-fullest", fullest()),
        ("report-hostile", hostile()),
        ("report-bare", bare()),
    ];
    for (name, report) in reports {
        let similar = lines()
            .into_iter()
            .map(|line| line.because(say!("alike-words")))
            .collect();
        let full = name != "report-bare";
        pages.push((
            name,
            Box::new(super::receipt::read_page(report, similar, full)),
        ));
    }
    let rendered = pages
        .into_iter()
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()));
    rendered.chain(data::all()).chain(errors()).collect()
}
