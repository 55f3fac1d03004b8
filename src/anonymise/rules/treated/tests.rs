//! Small words that act, and words that everybody knows.

use crate::anonymise::tests::{removed, stays};

#[test]
fn small_words_that_act_are_names() {
    for (text, found) in [
        (
            "we told our courier (zorbsleigh) that the parcels would be late",
            "zorbsleigh",
        ),
        ("we wrote to our vendor zorbfibre and waited", "zorbfibre"),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
}

#[test]
fn known_words_stay() {
    let text = "the gateway said no, and gateway errors came from gateway timeouts";
    assert!(stays(text), "{text}: {:?}", removed(text));
}
