//! Given names that are words.

use crate::anonymise::tests::{removed, stays};

#[test]
fn a_word_that_lives_like_people_is_a_name() {
    for (text, found) in [
        (
            "Took over from Grace. She says quiet. Grace always says quiet.",
            "Grace|Grace",
        ),
        ("Grace, when you read this: it was not quiet.", "Grace"),
        ("I am so sorry Hope. No harm, Joy.", "Hope|Joy"),
        ("Sky renames the stages at last.", "Sky"),
        ("Sky from the press desk wanted it out.", "Sky"),
        ("Prudence from audit will follow up.", "Prudence"),
        ("We saw May's laptop. May restarted it.", "May|May"),
        ("Your colleague Swift found it.", "Swift"),
        ("It was reviewed by Grace Brand.", "Grace Brand"),
        ("Its author, Page Bright, left a comment.", "Page Bright"),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
}

#[test]
fn a_word_that_does_not_stays() {
    for text in [
        "Grace periods are over. Hope is no strategy.",
        "Mark the node as down. Chase the marker, not the pod.",
        "Will it hold? May we restart it? Can it wait?",
        "Legal will advise. Quality checks passed by chance.",
        "Those who owe more wait. The alerts don't close themselves.",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
