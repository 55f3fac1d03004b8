//! Names cut short, and letters that are nobody's.

use crate::anonymise::tests::{removed, stays, written};

#[test]
fn what_is_left_of_a_name_goes() {
    for (text, found) in [
        ("it was fixed by Callum R.\nThen it ran", "Callum R."),
        (
            "then Nuno P. and Agnieszka W. agreed",
            "Nuno P.|Agnieszka W.",
        ),
        ("a list that Jun-ho Baek keeps", "Jun-ho Baek"),
        ("told Mr Pargeter jnr about it", "Mr Pargeter jnr"),
        ("so be it; A. always wins", "A."),
        ("The doses were late, and Dr N. signed for each", "N."),
        ("we are sorry for the noise.\n\nO.", "O."),
        (
            "the alert went to Rev (Revathi Menon), who slept",
            "Rev|Revathi Menon",
        ),
        (
            "I called Cookie (that's Marguerite Cook at the office)",
            "Cookie|Marguerite Cook",
        ),
        ("mails went to k.wren, and Kit Wren left", "k.wren|Kit Wren"),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
}

#[test]
fn the_letter_belongs_to_the_name() {
    assert_eq!(
        written("Callum Reyes left. Then Callum R. came back."),
        "[Person A] left. Then [Person A] came back."
    );
}

#[test]
fn letters_alone_are_nobody() {
    for text in [
        "A. checks the node\nB. removes the node",
        "option B. was chosen, plan C. is next",
        "a vitamin C. elegans and an R. script",
        "the MR A. was merged",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
