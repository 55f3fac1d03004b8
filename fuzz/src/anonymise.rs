//! The anonymiser: whole and apart, twice as once, and nothing left of what must go.

use std::sync::LazyLock;

use candor::anonymise::{Anonymiser, KeepName, RawText, Wishes, flatten};
use candor::taxonomy::Taxonomy;

/// A name that the reporter declares; it may stand anywhere in the input.
const DECLARED: &str = "Zorblax";

static ANONYMISER: LazyLock<Anonymiser> = LazyLock::new(|| {
    let names = Taxonomy::builtin().keep_names();
    Anonymiser::new(names.map(|(name, ambiguous)| KeepName { name, ambiguous }))
});

/// Panics where something does not hold for `data`.
pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let wishes = Wishes::removing([RawText::new(DECLARED)]);
    let once = ANONYMISER.anonymise(&RawText::new(&*text), &wishes);
    let points = text.chars().count();
    let mut last = 0;
    for part in &once.redactions {
        assert!(last <= part.start, "{part:?} overlaps the one before");
        assert!(
            part.start < part.end && part.end <= points,
            "{part:?} is outside"
        );
        last = part.end;
    }
    let made = once.text.as_str();
    let twice = ANONYMISER.anonymise(&RawText::new(made), &wishes);
    assert_eq!(twice.text.as_str(), made, "a second run finds something");
    let flat = flatten(&once.text);
    assert_eq!(flatten(&flat).as_str(), flat.as_str(), "flattened twice");
    assert!(!made.to_lowercase().contains("zorblax"), "declared: {made}");
    for word in made.split_ascii_whitespace() {
        assert!(!is_card(word) && !is_key(word), "left: {word}");
    }
    let words: Vec<&str> = made.split(' ').collect();
    for four in words.windows(4) {
        let grouped = four.iter().all(|group| group.len() == 4);
        assert!(!(grouped && is_card(&four.concat())), "left: {four:?}");
    }
}

/// Whether this is the number of a card, by Luhn's sum.
fn is_card(word: &str) -> bool {
    let digits: Option<Vec<u32>> = word.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 16 && digits.first() == Some(&4))
    else {
        return false;
    };
    let sum: u32 = (digits.iter().rev().enumerate())
        .map(|(at, n)| match at % 2 {
            0 => *n,
            _ if *n > 4 => n * 2 - 9,
            _ => n * 2,
        })
        .sum();
    sum % 10 == 0
}

/// Whether this is a key to Amazon's cloud.
fn is_key(word: &str) -> bool {
    word.strip_prefix("AKIA").is_some_and(|rest| {
        rest.len() == 16
            && rest
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            && rest.bytes().any(|b| b.is_ascii_digit())
    })
}
