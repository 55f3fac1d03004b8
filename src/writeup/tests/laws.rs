//! What holds for any text.

use std::time::Instant;

use proptest::prelude::*;

use super::super::MAX_BYTES;
use super::{Format, Unusable, import, markdown, refused};
use crate::anonymise::RawText;

/// Pieces that write-ups are made of; put together at random they meet in every way.
fn piece() -> impl Strategy<Value = String> {
    let words = "[a-zæ]{1,8}( [a-z]{1,6}){0,5}";
    prop_oneof![
        (1..5_usize, words).prop_map(|(level, text)| format!("{} {text}\n", "#".repeat(level))),
        prop::sample::select(vec![
            "## Timeline\n",
            "## Action items\n",
            "## Root cause\n",
            "## Summary ##\n",
            "## Impact\n",
            "Lessons learned\n---\n",
            "**What went well**\n",
            "Action Items\n",
            "## Attendees\n",
            "## Five whys\n",
            "## Status\n",
            "---\n",
            "***\n",
            "\n",
            "\n\n",
            "- **Impact**:\n",
            "**Status:** open\n",
            "All times in UTC.\n",
            "_What happened?_\n",
            "```\n",
            "~~~\n",
            "| Time | Event |\n| --- | --- |\n",
            "<!-- a note -->\n",
            "<!--\n",
            "> quoted\n",
            "N/A\n",
            "TBD\n",
            "+++\n",
            "Date: 2031-01-02\n",
            "***\n[x]: http://y\n",
        ])
        .prop_map(str::to_owned),
        (0..24_u8, 0..60_u8, words).prop_map(|(h, m, text)| format!("- {h:02}:{m:02} {text}\n")),
        (0..24_u8, 0..60_u8, words).prop_map(|(h, m, text)| format!("{h}:{m:02} PM - {text}\n")),
        (1..13_u8, 1..32_u8, words)
            .prop_map(|(m, d, text)| format!("### 2031-{m:02}-{d:02} {text}\n")),
        (1..29_u8, words).prop_map(|(d, text)| format!("{d}.02.2031 10.15 | {text}\n")),
        (0..24_u8, words, words).prop_map(|(h, a, b)| format!("| {h}:30 | {a} | {b} |\n")),
        (0..4_usize, words).prop_map(|(depth, text)| format!("{}- {text}\n", "  ".repeat(depth))),
        (0..3_usize, words)
            .prop_map(|(depth, text)| format!("{}1. **why?** {text}\n", "   ".repeat(depth))),
        words.prop_map(|text| format!("- [x] {text} (done)\n")),
        words.prop_map(|text| format!("**{text}:** {text}\n")),
        words.prop_map(|text| format!("    {text}\n")),
        words.prop_map(|text| format!("{text}\n")),
        words.prop_map(|text| format!("{text} 12:30 <nick> {text} at 10:15\n")),
        words.prop_map(|text| format!("{text:<60}   SIDE COLUMN\n")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>(), name in any::<String>()) {
        for format in [Format::Markdown, Format::Text, Format::Json] {
            let _ = import(&RawText::new(text.as_str()), Some(&name), format);
        }
        let _ = Format::guess(Some(&name), &text);
    }

    #[test]
    fn no_line_is_lost(pieces in prop::collection::vec(piece(), 0..30), plain in any::<bool>()) {
        let text = pieces.concat();
        let source = RawText::new(text.as_str());
        let format = if plain { Format::Text } else { Format::Markdown };
        if let Ok(imported) = import(&source, None, format) {
            let lost: Vec<_> = imported
                .lost_lines(&source)
                .into_iter()
                .map(|line| text.lines().nth(line))
                .collect();
            prop_assert!(lost.is_empty(), "lost {lost:?} of\n{text}");
        }
    }

    #[test]
    fn offsets_begin_at_zero(pieces in prop::collection::vec(piece(), 0..30)) {
        let source = RawText::new(pieces.concat());
        if let Ok(imported) = import(&source, None, Format::Markdown) {
            let first = imported.report.timeline.iter().filter_map(|e| e.offset_minutes).min();
            prop_assert!(first.is_none_or(|first| first == 0));
            prop_assert!(imported.timeline.len() >= imported.report.timeline.len());
        }
    }
}

#[test]
fn the_check_for_lost_lines_can_fail() {
    let source =
        RawText::new("# A title\n\nSomething happened here.\n\n## Impact\n\nNobody saw it.\n");
    let mut imported = import(&source, None, Format::Markdown).unwrap();
    assert_eq!(imported.lost_lines(&source), Vec::<usize>::new());
    imported.report.impact.text = RawText::default();
    assert_eq!(imported.lost_lines(&source), [6]);
}

#[test]
fn unusable_texts_say_what_to_do() {
    assert!(matches!(refused(" \n\t"), Unusable::Empty));
    assert!(matches!(refused("%PDF-1.7 abc"), Unusable::NotText));
    assert!(matches!(refused("a\0b"), Unusable::NotText));
    assert!(matches!(
        refused(&"a".repeat(MAX_BYTES + 1)),
        Unusable::TooLarge { .. }
    ));
    let json = import(&RawText::new("[1, 2]"), None, Format::Json).unwrap_err();
    assert!(json.to_string().contains("section names"));
    let broken = import(&RawText::new("{\"a\": \"secret"), None, Format::Json).unwrap_err();
    assert!(!format!("{broken:?} {broken}").contains("secret"));
}

#[test]
fn authors_never_enter_the_report() {
    let imported = markdown(
        "# A title\n\nIt broke badly.\n\n## Attendees\n\n- Alex Example\n\n**Author:** Kim\n",
    );
    let texts: String = imported
        .report
        .texts()
        .iter()
        .map(|text| text.expose())
        .collect();
    assert!(!texts.contains("Alex") && !texts.contains("Kim"), "{texts}");
}

#[test]
fn much_of_the_same_is_read_in_a_moment() {
    for unit in [
        "- 10:00 a b c\n",
        "# h\n",
        "```\n",
        "<!-- x\n",
        "<!-- x\nx --> x\n",
        "**Impact:** a\n",
        "| a | b |\n",
        "> a\n",
        "a   b",
        "  - a\n",
        "`````` \n",
        "10:00 ",
        "2031-01-01 ",
        "(((",
        "**",
        "Jan 1 ",
        "a:b ",
        "[x]: y\n",
        "1. a\n\n",
        "a\n---\n",
        "2. why? b\n",
        "12:00 PM    x\n",
        "{{ ~ca. ",
        "**Status:** a\n",
    ] {
        let text = format!(
            "# A title\n\n## Timeline\n\n{}",
            unit.repeat(20_000 / unit.len())
        );
        let source = RawText::new(text);
        for format in [Format::Markdown, Format::Text] {
            let start = Instant::now();
            if let Ok(imported) = import(&source, None, format) {
                let _ = imported.lost_lines(&source);
            }
            let taken = start.elapsed();
            assert!(taken.as_secs() < 5, "{unit:?} as {format:?} took {taken:?}");
        }
    }
}
