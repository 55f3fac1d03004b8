//! What can be written is what is known again, and nothing else.

use proptest::prelude::*;

use super::*;

fn known(mark: &str) -> bool {
    find(mark) == [(0, mark.len())]
}

proptest! {
    #[test]
    fn every_mark_that_can_be_written_is_known_again(n in 0_usize..20_000, number in 1_usize..20_000) {
        let letter = letters(n);
        let people = role::names().flat_map(|name| {
            [format!("[{name} {letter}]"), format!("[e-mail of {name} {letter}]")]
        });
        let things = label::lettered().map(|name| format!("[{name} {letter}]"));
        let numbered = label::numbered().map(|name| format!("[{name} {number}]"));
        for mark in people.chain(things).chain(numbered) {
            prop_assert!(known(&mark), "{}", mark);
        }
    }

    #[test]
    fn a_name_that_no_table_has_is_no_mark(name in "[A-Z][a-z]{2,9}", n in 0_usize..700) {
        let ours = role::names().chain(label::lettered()).any(|known| known == name);
        let mark = format!("[{name} {}]", letters(n));
        prop_assert_eq!(known(&mark), ours);
    }
}

#[test]
fn every_fixed_mark_is_known_again() {
    for mark in FIXED {
        assert!(known(&format!("[{mark}]")), "{mark}");
    }
    for mark in [
        "[e-mail of]",
        "[e-mail of A]",
        "[Engineer]",
        "[Host A]",
        "[Engineer 1]",
        "[engineer A]",
    ] {
        assert!(!known(mark), "{mark}");
    }
}
