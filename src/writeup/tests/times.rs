//! How single times are read.

use super::super::stamp;
use super::markdown;

fn offsets(entries: &[&str]) -> Vec<Option<i64>> {
    let list = entries.join(
        "
- ",
    );
    let imported = markdown(&format!("# A title of ours\n\n## Timeline\n\n- {list}\n"));
    imported
        .report
        .timeline
        .iter()
        .map(|event| event.offset_minutes)
        .collect()
}

#[test]
fn a_time_is_read_in_any_form_and_leaves_the_text() {
    for (line, text) in [
        ("14:32 - it broke", "it broke"),
        ("**14:32 UTC** - it broke", "it broke"),
        ("2031-03-04T14:32:10Z it broke", "it broke"),
        ("2031-03-04 14:32:10.123+01:00: it broke", "it broke"),
        ("Mar 4th, 2031, 2:32 PM PST: it broke", "it broke"),
        ("Tuesday 4 March 2031 at 14.32: it broke", "it broke"),
        ("{{ 14:32 }} it broke", "it broke"),
        ("[14:32] it broke", "it broke"),
        ("17h15 : it broke", "it broke"),
        ("1900 UTC it broke", "it broke"),
        ("~10:30 it broke", "it broke"),
        ("10:30ish -> it broke", "it broke"),
        ("04.03.31 - 14:32 | it broke", "it broke"),
        ("02:00-04:30 it broke", "it broke"),
        ("??:?? it broke", "it broke"),
        ("14:32 **it** broke", "**it** broke"),
        ("_14:32_ `it` broke", "`it` broke"),
        ("kl. 14:32 it broke", "it broke"),
        ("14:32 (approx): it broke", "it broke"),
    ] {
        let (_, _, rest) = stamp::leading(line).unwrap_or_else(|| panic!("no time in {line}"));
        assert_eq!(rest, text, "{line}");
    }
}

#[test]
fn numbers_that_are_no_times_are_left_alone() {
    for line in [
        "1.2.10 was released",
        "10.10.16.12 answered",
        "5h 23m of outage",
        "99 problems",
        "3 pods died",
        "a 10:30 thing",
        "404 errors",
        "May be the disk",
    ] {
        assert!(stamp::leading(line).is_none(), "{line}");
    }
}

#[test]
fn minutes_count_across_midnight_days_and_zones() {
    assert_eq!(
        offsets(&["23:50 a", "0:10 b", "2:00 c"]),
        [Some(0), Some(20), Some(130)]
    );
    assert_eq!(
        offsets(&["2031-12-31 23:50 a", "0:10 b", "2031-01-02 00:00 c"]),
        [Some(0), Some(20), None],
        "a mistyped year has no offset"
    );
    assert_eq!(
        offsets(&[
            "10:00 UTC a",
            "12:10 CEST b",
            "3:20 AM PDT c",
            "16:00 IST d"
        ]),
        [Some(0), Some(10), Some(20), Some(30)]
    );
    assert_eq!(
        offsets(&["2031-01-10 10:00 PT a", "2031-07-10 10:00 PT b"]),
        [Some(0), Some(181 * 1440 - 60)],
        "summer time by date"
    );
    assert_eq!(
        offsets(&["Dec 31 23:00 a", "Jan 1 01:00 b"]),
        [Some(0), Some(120)]
    );
}

#[test]
fn small_steps_back_keep_their_order() {
    assert_eq!(
        offsets(&["10:00 a", "10:20 b", "10:15 c", "10:30 d"]),
        [Some(0), Some(20), Some(15), Some(30)]
    );
}

#[test]
fn what_cannot_be_placed_has_no_offset() {
    assert_eq!(
        offsets(&["10:00 a", "??:?? b", "c", "10:30 d"]),
        [Some(0), None, None, Some(30)]
    );
}

#[test]
fn day_and_month_are_told_apart_by_what_else_is_written() {
    let text = |zone: &str| {
        format!("# A title\n\n## Timeline ({zone})\n\n- 03/04/2031 10:00 a\n- 03/05/2031 10:00 b\n")
    };
    let american = markdown(&text("PST"));
    assert_eq!(american.report.timeline[1].offset_minutes, Some(1440));
    let other = markdown(&text("CET"));
    assert_eq!(other.report.timeline[1].offset_minutes, Some(30 * 1440));
    assert!(other.warnings.contains(&super::super::Warning::DayOrMonth));
}

#[test]
fn severity_counts_down_from_the_worst() {
    for (value, level) in [
        ("SEV-1", 5),
        ("P2", 4),
        ("sev 3", 3),
        ("Critical", 5),
        ("Minor", 2),
        ("Kritisk", 5),
        ("4", 2),
    ] {
        let severity = super::super::severity::read(value).map(u8::from);
        assert_eq!(severity, Some(level), "{value}");
    }
    assert_eq!(super::super::severity::read("2031-03-04"), None);
}
