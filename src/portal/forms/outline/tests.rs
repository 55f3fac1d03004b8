//! An outline is read the nearest way, nothing of it is lost, and what is odd is said.

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Outline {
    read_factors(text, Labels::builtin())
}

/// Depth and text of every factor, in order.
fn flat(factors: &[Factor<RawText>], depth: usize, into: &mut Vec<(usize, String)>) {
    for factor in factors {
        let words: Vec<_> = factor.text.expose().split_whitespace().collect();
        into.push((depth, words.join(" ")));
        flat(&factor.children, depth + 1, into);
    }
}

fn shape(text: &str) -> Vec<(usize, String)> {
    let mut shape = Vec::new();
    flat(&read(text).factors, 0, &mut shape);
    shape
}

#[test]
fn levels_are_spaces_or_dashes() {
    let wanted = [(0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")];
    let wanted = wanted.map(|(depth, text)| (depth, text.to_owned()));
    for text in [
        "a\n  b\n    c\n  d\ne",
        "a\n\tb\n\t\tc\n\td\ne",
        "- a\n  - b\n    - c\n  - d\n- e",
        "- a\n-- b\n--- c\n-- d\n- e",
        "a\n\n b\n\n  c\n d\n\ne\n",
        "• a\n  • b\n    * c\n  • d\n• e",
    ] {
        assert_eq!(shape(text), wanted, "{text}");
        assert!(read(text).remarks.is_empty(), "{text}");
    }
}

#[test]
fn what_is_odd_is_kept_and_said() {
    let deep: Vec<_> = (0..15).map(|level| "  ".repeat(level) + "x").collect();
    let deep = deep.join(
        "
",
    );
    let cases: [(&str, &[Remark]); 6] = [
        ("a\n    b\n  c", &[Remark::Between { line: 3 }]),
        ("  a\n  b", &[Remark::FirstIndented]),
        (
            &deep,
            &[
                Remark::TooDeep { line: 13 },
                Remark::TooDeep { line: 14 },
                Remark::TooDeep { line: 15 },
            ],
        ),
        ("a\n  ! b", &[Remark::MarkBelow { line: 2 }]),
        ("! a\n! b", &[Remark::MarkedTwice { line: 2 }]),
        ("a\n  b\n    c\nd", &[]),
    ];
    for (text, remarks) in cases {
        assert_eq!(read(text).remarks, remarks, "{text}");
        let lines = text.lines().count();
        assert_eq!(shape(text).len(), lines, "{text}");
    }
    assert_eq!(shape("a\n    b\n  c")[2], (1, "c".to_owned()));
}

proptest! {
    #[test]
    fn no_line_is_lost_and_reading_settles(text in "([ \t]{0,6}[-!*]{0,3} ?[a-z#]{0,4}( -- [a-z]{1,3})?\n){0,12}") {
        let outline = read(&text);
        let lines = text.lines().filter(|line| !indented(line).1.is_empty()).count();
        let mut first = Vec::new();
        flat(&outline.factors, 0, &mut first);
        prop_assert_eq!(first.len(), lines);
        let primary = outline.primary.map_or(Primary::Unstated, Primary::Factor);
        let factors: Vec<Factor<String>> = outline.factors.into_iter().map(said).collect();
        let again = read(&write_factors(&factors, &primary));
        let mut second = Vec::new();
        flat(&again.factors, 0, &mut second);
        // A factor without words is a blank line when it is written.
        first.retain(|(_, text)| !text.is_empty());
        prop_assume!(first.len() == lines);
        prop_assert_eq!(second, first);
        prop_assert!(again.remarks.is_empty(), "{:?}", again.remarks);
    }
}

fn said(factor: Factor<RawText>) -> Factor<String> {
    Factor {
        text: factor
            .text
            .expose()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        code: factor.code,
        children: factor.children.into_iter().map(said).collect(),
    }
}
