//! What fits on the page, and how lines are shared out.

use proptest::prelude::*;

use super::{HEADING, share, start_of, width};

proptest! {
    #[test]
    fn no_more_lines_are_given_than_there_are_or_are_needed(
        asked in prop::collection::vec((0_usize..14, 0_usize..9_000), 0..12),
        room in 0_usize..120,
    ) {
        let rooms = share(&asked, room);
        prop_assert!(rooms.iter().sum::<usize>() <= room);
        for (given, (least, needs)) in rooms.iter().zip(&asked) {
            prop_assert!(given <= needs);
            let in_any_case = least.min(needs);
            prop_assert!(asked.iter().map(|(least, _)| least).sum::<usize>() > room || given >= in_any_case);
        }
    }

    #[test]
    fn what_is_kept_fits_and_is_the_beginning(text in "[a-zA-Z漢 \\[\\]]{0,200}", room in 0_usize..90) {
        let kept = start_of(&text, room);
        prop_assert!(text.starts_with(kept));
        prop_assert!(kept.chars().map(width).sum::<usize>() <= room);
    }
}

#[test]
fn a_mark_is_kept_whole_or_not_at_all() {
    let text = "called [Person A] again";
    assert_eq!(start_of(text, 12), "called");
    assert_eq!(start_of(text, 19), "called [Person A]");
    assert_eq!(start_of(text, 90), text);
    assert_eq!(start_of("unbroken", 3), "");
    assert_eq!(share(&[(10, 3), (0, HEADING + 9)], 5), [3, 0]);
}
