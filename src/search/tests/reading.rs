//! Snippets and similar reports.

use super::super::Piece;
use super::*;

fn snippet(text: &str, number: usize) -> Vec<Piece> {
    let results = search(&filled(), text);
    assert!(results.hits.iter().any(|hit| hit.id == id(number)));
    results.snippets.cut(&reports().remove(number - 1).report)
}

fn whole(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn highlighted(pieces: &[Piece]) -> Vec<&str> {
    let marked = pieces.iter().filter(|piece| piece.highlighted);
    marked.map(|piece| piece.text.as_str()).collect()
}

#[test]
fn a_snippet_shows_the_words_asked_for() {
    let pieces = snippet("retrying budgets", 1);
    assert!(highlighted(&pieces).contains(&"budget"), "{pieces:?}");
    assert!(highlighted(&pieces).contains(&"retry"), "{pieces:?}");
    assert!(whole(&pieces).len() < 300);
    let pieces = snippet("descript*", 10);
    assert_eq!(highlighted(&pieces), ["descriptors"]);
    let pieces = snippet("c++", 10);
    assert_eq!(highlighted(&pieces), ["c++"]);
    let pieces = snippet("naive", 20);
    assert_eq!(highlighted(&pieces), ["naïve"]);
}

#[test]
fn without_words_it_is_the_beginning_of_the_summary() {
    let pieces = snippet("stack:kafka", 7);
    assert_eq!(highlighted(&pieces), [""; 0]);
    assert!(whole(&pieces).starts_with("Processing took longer"));
}

#[test]
fn a_snippet_is_cut_at_words_from_long_text() {
    let mut report = reports().remove(0);
    let filler = "Something else was going on – ünrelated. ".repeat(5_000);
    let text = format!("# Start\n\n{filler} the **zebra** crossed\n\n> {filler}");
    report.report.summary = RedactedText::from_store(text);
    let far = search(&filled(), "zebra").snippets.cut(&report.report);
    assert!(
        whole(&far).starts_with("Start Something"),
        "too far in to look: {far:?}"
    );
    assert!(whole(&far).ends_with('…'));
    assert!(!whole(&far).contains("  "));
}

#[test]
fn snippets_leave_escaping_to_the_page_and_drop_marks_of_markdown() {
    let mut report = reports().remove(0);
    report.report.summary = RedactedText::from_store("## The `<b>` **fell**\n* & broke".into());
    let pieces = search(&filled(), "fell").snippets.cut(&report.report);
    assert!(
        whole(&pieces).starts_with("The <b> fell & broke"),
        "{pieces:?}"
    );
    assert_eq!(highlighted(&pieces), ["fell"]);
}

#[test]
fn similar_reports_share_codes_and_say_which() {
    let index = filled();
    let report = reports().remove(0);
    let similar = index.similar(&report, 5).unwrap();
    assert_eq!(number(similar[0].0), 5);
    assert_eq!(similar[0].1, ["redis", "retry-storm"]);
    assert!(
        similar
            .iter()
            .all(|(other, shared)| *other != id(1) && !shared.is_empty())
    );
    assert!(similar.len() <= 5);
    assert_eq!(index.similar(&report, 0).unwrap(), []);
    // A draft is like others, too.
    let mut draft = report;
    draft.id = ReportId::random();
    assert_eq!(number(index.similar(&draft, 5).unwrap()[0].0), 1);
}
