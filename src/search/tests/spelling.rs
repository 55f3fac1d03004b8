//! Other words for the same, and words spelt wrongly.

use super::*;

#[test]
fn other_ways_to_say_a_word_are_found_in_both_directions() {
    let index = SearchIndex::in_memory().unwrap();
    let mut two: Vec<_> = reports().into_iter().take(2).collect();
    for (report, words) in two
        .iter_mut()
        .zip(["The node ran out of memory.", "An OOM kill."])
    {
        report.report.summary = RedactedText::from_store(words.to_owned());
    }
    let changes = two.iter().map(|r| Change::Upsert(Box::new(r.clone())));
    index.apply(changes.collect(), 2).unwrap();
    for words in ["oom", "OOM", "out of memory", "\"out of memory\""] {
        assert_eq!(found(&index, words), [1, 2], "{words}");
    }
    let snippet = search(&index, "oom").snippets.cut(&two[0].report);
    assert!(snippet.iter().any(|piece| piece.highlighted), "{snippet:?}");
}

#[test]
fn a_misspelt_word_is_put_right_where_nothing_was_found() {
    let index = filled();
    let suggested = |text: &str| search(&index, text).did_you_mean;
    assert_eq!(suggested("certifcate"), Some("certificate".to_owned()));
    assert_eq!(
        suggested("stack:nginx failvoer"),
        Some("stack:nginx failover".to_owned())
    );
    assert_eq!(suggested("certificate"), None);
    assert_eq!(suggested("qqqqqqqq"), None);
}
