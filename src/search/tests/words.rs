//! How text is split into words.

use proptest::prelude::*;

use super::super::words::{WordRanges, analyse, stemmed, unstemmed};

fn words(text: &str) -> Vec<String> {
    let words = analyse(&mut unstemmed(), text);
    words.into_iter().map(|(_, word)| word).collect()
}

#[test]
fn names_of_technologies_keep_their_marks() {
    let cases: &[(&str, &[&str])] = &[
        ("C++, C# and F#.", &["c++", "c#", "and", "f#"]),
        (
            "(.NET) on .net; ASP.NET",
            &[".net", "on", ".net", "asp", "net"],
        ),
        (
            "node.js pg_dump kube-proxy",
            &["node", "js", "pg", "dump", "kube", "proxy"],
        ),
        ("HTTP 503, v1.2", &["http", "503", "v1", "2"]),
        (
            "a+b issue#12 x++y #1",
            &["a", "b", "issue", "12", "x", "y", "1"],
        ),
        (
            "the end.Then ...ellipsis",
            &["the", "end", "then", "ellipsis"],
        ),
        ("Café cafe\u{301} ÜBER", &["cafe", "cafe", "uber"]),
        ("don't can’t 'quoted'", &["don't", "can't", "quoted"]),
        (
            "[Person A] met [Host 2]",
            &["person", "a", "met", "host", "2"],
        ),
        ("", &[]),
        ("!?— …", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(words(text), *expected, "{text}");
    }
}

#[test]
fn forms_of_a_word_are_one() {
    let stem = |text: &str| analyse(&mut stemmed(), text).remove(0).1;
    for (one, other) in [
        ("retrying", "retries"),
        ("databases", "database"),
        ("Failing", "failed"),
        ("replica's", "replicas"),
    ] {
        assert_eq!(stem(one), stem(other));
    }
}

#[test]
fn blobs_are_no_words() {
    assert_eq!(
        words(&format!("before {} after", "x".repeat(65))),
        ["before", "after"]
    );
}

proptest! {
    #[test]
    fn words_are_ordered_parts_of_the_text(text in any::<String>()) {
        let mut last = 0;
        for (start, end) in WordRanges::new(&text) {
            prop_assert!(last <= start && start < end);
            prop_assert!(text.get(start..end).is_some());
            last = end;
        }
    }

    /// Snippets rely on it.
    #[test]
    fn a_stem_begins_like_its_word(word in "[a-z]{1,12}('s)?") {
        let stems = analyse(&mut stemmed(), &word);
        prop_assert_eq!(stems[0].1.chars().next(), word.chars().next());
    }
}
