//! Whatever is typed, the answer comes, soon, and links made from it do what they say.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

static INDEX: LazyLock<SearchIndex> = LazyLock::new(filled);

/// Pieces of the language and of text in any order.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "(", ")", "\"", "-", "AND", "OR", "NOT", " ", " ", " ", "*", ":", "~", "..", "stack:",
            "mode:", "severity:", "period:", "kind:", "nginx", "retry", "k8s", "c++", ".net",
            "2026", "3", "3..", "incident", "\u{301}", "“", "\0", "\n", ",", "'", "’",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn never_fails(text in prop_oneof![typed(), any::<String>()]) {
        let began = Instant::now();
        let results = search(&INDEX, &text);
        prop_assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
        prop_assert!(results.total <= 20);
        for note in query(&text).notes() {
            prop_assert!(!note.to_string().is_empty());
        }
    }

    #[test]
    fn a_tidied_query_means_the_same(text in typed()) {
        let once = query(&text);
        let twice = query(once.text());
        prop_assert_eq!(found(&INDEX, once.text()), found(&INDEX, &text));
        prop_assert_eq!(once.filters().len(), twice.filters().len());
    }

    #[test]
    fn an_added_facet_is_selected_and_can_be_taken_out(text in typed()) {
        let added = query(&query(&text).with(FacetField::Sector, "retail"));
        prop_assert!(added.selects(FacetField::Sector, "retail"), "{}", added.text());
        let without = query(&added.without(FacetField::Sector, "retail"));
        prop_assert!(!without.selects(FacetField::Sector, "retail"), "{}", without.text());
    }
}

#[test]
fn long_and_repetitive_queries_are_bounded() {
    let cases = [
        "(".repeat(100_000),
        "a* ".repeat(50_000),
        "\"".repeat(99_999),
        "-".repeat(100_000),
        "nginx OR ".repeat(10_000),
        "NOT ".repeat(10_000),
        "a-".repeat(100_000),
        "x".repeat(1_000_000),
        format!("{}nginx{}", "(".repeat(120), ")".repeat(120)),
        "stack:nginx ".repeat(10_000),
        "severity:1..5 ".repeat(10_000),
    ];
    for text in cases {
        let began = Instant::now();
        search(&INDEX, &text);
        assert!(began.elapsed() < Duration::from_secs(2), "{text:.20}");
    }
}
