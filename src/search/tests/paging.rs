//! Order, and going from page to page.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::{Cursor, CursorError};
use super::*;

static INDEX: LazyLock<SearchIndex> = LazyLock::new(filled);

/// Walks all pages.
fn walk(index: &SearchIndex, text: &str, sort: Sort, limit: usize) -> Vec<usize> {
    let query = query(text);
    let mut numbers = Vec::new();
    let mut cursor = None;
    loop {
        let page = PageRequest {
            sort,
            limit,
            cursor,
        };
        let results = index.search(&query, &page, &FewNames).unwrap();
        assert!(results.hits.len() <= limit);
        numbers.extend(results.hits.iter().map(|hit| number(hit.id)));
        // As a link carries it.
        cursor = results.next.map(|next| next.to_string().parse().unwrap());
        if cursor.is_none() {
            assert_eq!(numbers.len(), results.total);
            return numbers;
        }
    }
}

#[test]
fn pages_neither_repeat_nor_leave_out() {
    let index = filled();
    for sort in Sort::ALL {
        for text in [
            "",
            "restart OR failover OR the OR a",
            "kind:incident",
            "the",
            "the kind:incident",
            "kafka licence",
        ] {
            let whole = walk(&index, text, sort, 100);
            for limit in [1, 3, 7] {
                assert_eq!(walk(&index, text, sort, limit), whole, "{text} {sort:?}");
            }
        }
    }
}

#[test]
fn what_was_published_last_comes_first_whenever_it_happened() {
    let index = SearchIndex::in_memory().unwrap();
    let months = ["2025-01", "2026-11", "2024-06", "2026-10"];
    let mut changes: Vec<_> = reports();
    for (report, month) in changes.iter_mut().zip(months.into_iter().cycle()) {
        report.published = month.parse().unwrap();
    }
    let published: Vec<_> = changes.iter().map(|report| report.published).collect();
    let changes = changes.into_iter();
    let changes = changes.map(|report| Change::Upsert(Box::new(report)));
    index.apply(changes.collect(), 20).unwrap();
    let order = walk(&index, "", Sort::Published, 3);
    let order: Vec<_> = order.iter().map(|number| published[number - 1]).collect();
    assert!(order.is_sorted_by(|one, next| one >= next), "{order:?}");
}

#[test]
fn newest_and_most_severe_first_unknown_last() {
    let index = filled();
    let newest = walk(&index, "", Sort::Newest, 100);
    assert_eq!(newest[..3], [8, 1, 5]);
    assert_eq!(newest[19], 19);
    let severe = walk(&index, "", Sort::Severity, 100);
    assert_eq!(severe[..3], [8, 1, 3]);
    assert_eq!(severe[19], 20);
}

#[test]
fn what_most_reports_tell_of_first_in_however_many_commits_they_came() {
    let reports = reports();
    let tells = |mode: &Slug| {
        let reports = reports.iter().map(|public| &public.report.failure_modes);
        reports
            .filter(|modes| modes.iter().any(|other| other.code == *mode))
            .count()
    };
    let seen = |wanted: usize| {
        let public = reports
            .iter()
            .find(|public| number(public.id) == wanted)
            .unwrap();
        let modes = public.report.failure_modes.iter();
        modes.map(|mode| tells(&mode.code)).max().unwrap_or(0)
    };
    let in_one = walk(&filled(), "", Sort::Seen, 7);
    let times: Vec<usize> = in_one.iter().map(|report| seen(*report)).collect();
    assert!(times.is_sorted_by(|a, b| a >= b), "{times:?}");
    assert!(times[0] > 1 && times[19] < times[0], "{times:?}");
    let index = SearchIndex::in_memory().unwrap();
    for (at, change) in (1..).zip(upserts()) {
        index.apply(vec![change], at).unwrap();
    }
    assert_eq!(walk(&index, "", Sort::Seen, 7), in_one);
}

#[test]
fn title_and_lead_weigh_more_than_the_rest() {
    let index = filled();
    // 1 has it in the title and the summary, 16 in the title, 13 nowhere.
    assert_eq!(ranked(&index, "redis failover")[0], 1);
    assert_eq!(ranked(&index, "certificate")[0], 3);
    let scores: Vec<_> = search(&index, "failover").hits;
    assert!(scores.is_sorted_by(|a, b| a.score >= b.score));
    assert!(scores[0].score > 0.0);
}

#[test]
fn a_marker_is_refused_kindly_when_altered_or_from_another_search() {
    let index = filled();
    let page = PageRequest {
        limit: 3,
        ..PageRequest::default()
    };
    let next = index
        .search(&query("kind:incident"), &page, &FewNames)
        .unwrap()
        .next;
    let page = PageRequest {
        cursor: next,
        ..page
    };
    let error = index
        .search(&query("stack:nginx"), &page, &FewNames)
        .unwrap_err();
    assert!(matches!(
        error,
        SearchError::Cursor(CursorError::OtherSearch)
    ));
    assert!(error.to_string().contains("first page"));
    let text = next.unwrap().to_string();
    for forged in [
        "",
        "7",
        text.trim_start_matches(|c| text.starts_with(c)),
        &text.replace('0', "x"),
        "é".repeat(32).as_str(),
    ] {
        assert_eq!(
            forged.parse::<Cursor>(),
            Err(CursorError::Unreadable),
            "{forged}"
        );
    }
    assert_eq!(text.parse::<Cursor>().unwrap().to_string(), text);
}

proptest! {
    #[test]
    fn no_marker_breaks_a_search(marker in "[0-9a-f]{64}|\\PC{0,70}") {
        if let Ok(cursor) = marker.parse() {
            let page = PageRequest { cursor: Some(cursor), ..PageRequest::default() };
            prop_assert!(INDEX.search(&query("nginx"), &page, &FewNames).is_err());
        }
    }
}
