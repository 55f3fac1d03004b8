//! What is flattened, and what stays.

use proptest::prelude::*;

use super::flat;

#[test]
fn each_habit_is_flattened() {
    for (text, plain) in [
        (
            "“Too late” — he said, ‘it’s gone’…",
            "\"Too late\" - he said, 'it's gone'...",
        ),
        ("from 10–20 – or more", "from 10-20 - or more"),
        ("It broke.  Again!!! Really?!?", "It broke. Again! Really?"),
        ("🔥 on fire 🔥 :fire: now 🎉", "on fire now "),
        (
            "We organized the color; Behavior changed",
            "We organised the colour; Behavior changed",
        ),
        ("Behavior changed", "Behaviour changed"),
        (
            "Hi all,\n\nIt broke.\n\nBest regards,\n[Person A]\n",
            "\nIt broke.\n\n",
        ),
        ("Hello [Person B]!\nIt broke.", "It broke."),
    ] {
        assert_eq!(flat(text), plain, "{text}");
    }
}

#[test]
fn code_names_and_marks_stay() {
    for text in [
        "```\na  “b”  — color!!\n```\n",
        "    $ echo “a”  b\n",
        "set `color  “x”` there",
        "the color-service and color.css of Data Center Edition",
        "Authorization: none",
        "[Person A] at [T+1d 03:10] said [amount of money]",
        "| a  | b  |\n|----|----|\n",
        "- one\n  - two\n\n1. three\n",
        "git log --oneline :: x",
    ] {
        assert_eq!(flat(text), text);
    }
}

proptest! {
    #[test]
    fn a_second_time_changes_nothing(text in "(“|”|—|–|…|!|\\?|🎉|:fire:|Hi all|Thanks|,|color|Organize|`|```|~~~|    |\t| |  |\n|\\||\\[Person A\\]|\\.|-|x|é|\\PC){0,24}") {
        let once = flat(&text);
        prop_assert_eq!(flat(&once), once.clone(), "{:?}", text);
    }
}
