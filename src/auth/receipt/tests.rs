//! What a receipt survives, and what it notices.

use proptest::prelude::*;
use zeroize::Zeroizing;

use super::{ALPHABET, GROUP, LENGTH, RANDOM, Receipt, ReceiptError, remainder};
use crate::auth::MasterKey;

fn receipts() -> impl Strategy<Value = Receipt> {
    prop::array::uniform26(0_u8..32).prop_map(|random| {
        let check = remainder(random.into_iter());
        let symbols: Vec<u8> = random.into_iter().chain(check).collect();
        Receipt(Zeroizing::new(symbols.try_into().unwrap()))
    })
}

fn error_of(text: &str) -> Option<ReceiptError> {
    text.parse::<Receipt>().err()
}

fn bare(receipt: &Receipt) -> Vec<char> {
    receipt.text().chars().filter(|c| *c != '-').collect()
}

proptest! {
    #[test]
    fn it_reads_back_what_it_shows(receipt in receipts()) {
        let text = receipt.text();
        prop_assert_eq!(text.parse::<Receipt>().unwrap().0, receipt.0);
        let groups: Vec<&str> = text.split('-').collect();
        prop_assert_eq!(groups.len(), LENGTH / GROUP);
        prop_assert!(groups.iter().all(|group| group.len() == GROUP));
    }

    #[test]
    fn it_forgives_how_it_was_copied(receipt in receipts(), separators in "[ \t\n\u{a0}–—-]{0,6}") {
        let text: String = bare(&receipt)
            .into_iter()
            .flat_map(|c| {
                let copied = match c { '0' => 'o', '1' => 'l', other => other.to_ascii_lowercase() };
                separators.chars().chain([copied])
            })
            .collect();
        prop_assert_eq!(text.parse::<Receipt>().unwrap().0, receipt.0);
    }

    #[test]
    fn it_notices_any_two_wrong_characters(
        receipt in receipts(), first in 0..LENGTH, second in 0..LENGTH, by in 1_u8..32, and in 0_u8..32,
    ) {
        prop_assume!(first != second);
        let mut symbols = *receipt.0;
        symbols[first] ^= by;
        symbols[second] ^= and;
        let text: String = symbols.iter().map(|s| char::from(ALPHABET[usize::from(*s)])).collect();
        prop_assert_eq!(error_of(&text), Some(ReceiptError::Check));
    }

    #[test]
    fn it_notices_any_two_characters_that_changed_places(
        receipt in receipts(), first in 0..LENGTH, second in 0..LENGTH,
    ) {
        let mut text = bare(&receipt);
        prop_assume!(text[first] != text[second]);
        text.swap(first, second);
        let text: String = text.into_iter().collect();
        prop_assert_eq!(error_of(&text), Some(ReceiptError::Check));
    }

    #[test]
    fn reading_any_text_does_no_harm(text in "\\PC{0,60}") {
        drop(text.parse::<Receipt>());
    }
}

#[test]
fn it_notices_every_single_wrong_character() {
    let receipt = Receipt::random();
    let right = bare(&receipt);
    for at in 0..LENGTH {
        for wrong in ALPHABET.iter().map(|c| char::from(*c)) {
            let mut text = right.clone();
            text[at] = wrong;
            let text: String = text.into_iter().collect();
            assert_eq!(text.parse::<Receipt>().is_ok(), wrong == right[at]);
        }
    }
}

#[test]
fn it_says_what_is_wrong() {
    let text = Receipt::random().text();
    assert_eq!(error_of(""), Some(ReceiptError::Length));
    assert_eq!(
        error_of(text.trim_end_matches(|c| c != '-')),
        Some(ReceiptError::Length)
    );
    assert_eq!(error_of(&format!("{}0", *text)), Some(ReceiptError::Length));
    assert_eq!(
        error_of(&text.replacen(|c| c != '-', "U", 1)),
        Some(ReceiptError::Character)
    );
}

#[test]
fn every_bit_of_it_is_random() {
    let (mut ever, mut always) = ([0_u8; RANDOM], [31_u8; RANDOM]);
    for _ in 0..64 {
        let receipt = Receipt::random();
        for (at, symbol) in receipt.0.iter().take(RANDOM).enumerate() {
            ever[at] |= symbol;
            always[at] &= symbol;
        }
    }
    assert_eq!((ever, always), ([31; RANDOM], [0; RANDOM]));
}

#[test]
fn its_code_depends_on_the_receipt_and_on_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let key = MasterKey::load_or_create(&folder.path().join("one")).unwrap();
    let other = MasterKey::load_or_create(&folder.path().join("two")).unwrap();
    let receipt = Receipt::random();
    let read: Receipt = receipt.text().to_lowercase().parse().unwrap();
    assert_eq!(receipt.mac(&key), read.mac(&key));
    assert_ne!(receipt.mac(&key), receipt.mac(&other));
    assert_ne!(receipt.mac(&key), Receipt::random().mac(&key));
}

#[test]
fn debug_shows_nothing_of_it() {
    assert_eq!(format!("{:?}", Receipt::random()), "Receipt");
}
