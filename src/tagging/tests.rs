//! What the tagger finds and what it leaves alone.

use proptest::prelude::*;

use crate::report::{
    Confidence, Detection, Mitigation, Narrative, Report, TechnologyRole, TimelineEvent,
};
use crate::taxonomy::{ListId, Taxonomy};

use super::parts::{Part, parts};
use super::vocabulary::Vocabulary;
use super::{Tagger, version};

const TECHNOLOGIES: &str = include_str!("../../tests/fixtures/tagging/technologies.tsv");
const WORDS_TOO: &str = include_str!("../../tests/fixtures/tagging/words-too.tsv");
const CUES: &str = include_str!("../../tests/fixtures/tagging/cues.tsv");

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn technologies_are_found_and_words_left_alone() {
    for row in rows(TECHNOLOGIES).chain(rows(WORDS_TOO)) {
        let [text, expected] = row[..] else {
            panic!("two fields: {row:?}");
        };
        let found: Vec<_> = Tagger::builtin()
            .tag(text)
            .technologies
            .into_iter()
            .map(|m| match m.version {
                Some(version) => format!("{}@{version}", m.slug),
                None => m.slug.to_string(),
            })
            .collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
}

#[test]
fn phrases_are_found_with_their_place() {
    for row in rows(CUES) {
        let [list, code, words, text] = row[..] else {
            panic!("four fields: {row:?}");
        };
        let tags = Tagger::builtin().tag(text);
        let found: Vec<_> = tags
            .cues
            .iter()
            .filter(|cue| cue.list.as_str() == list && cue.code.as_str() == code)
            .map(|cue| slice(text, cue.start, cue.end))
            .collect();
        if words == "-" {
            assert!(found.is_empty(), "{text}: {found:?}");
        } else {
            assert_eq!(found, [words], "{text}");
        }
    }
}

#[test]
fn every_code_with_cues_is_in_its_list_and_every_failure_mode_has_at_least_four() {
    let cues = super::cues::Cues::builtin(&mut Vocabulary::default());
    for (list, code) in cues.codes() {
        assert!(
            Taxonomy::builtin().term(list, code).is_some(),
            "{list}: {code}"
        );
    }
    for term in Taxonomy::builtin().list(ListId::FailureModes).terms() {
        let phrases = cues
            .codes()
            .filter(|found| *found == (ListId::FailureModes, term.id()));
        assert!(phrases.count() >= 4, "{}", term.id());
    }
}

#[test]
fn places_count_code_points() {
    let text = "Ærlig talt 🙂 – PostgreSQL gikk ned, og så en retry storm.";
    let tags = Tagger::builtin().tag(text);
    let technology = &tags.technologies[0];
    assert_eq!(slice(text, technology.start, technology.end), "PostgreSQL");
    let cue = tags.of(ListId::FailureModes).next().unwrap();
    assert_eq!(slice(text, cue.start, cue.end), "retry storm");
}

#[test]
fn names_match_across_wrapped_lines() {
    let tags = Tagger::builtin().tag("We run Spring\nBoot here.");
    assert_eq!(tags.technologies[0].slug.as_str(), "spring-boot");
}

#[test]
fn versions_are_kept_to_the_major() {
    for (after, major) in [
        (" 14.9 on", Some("14")),
        (" v1.27", Some("1")),
        ("/1.24.0", Some("1")),
        (":6-alpine", Some("6")),
        (" 17)", Some("17")),
        (" version 3", Some("3")),
        (" 2019 hosts", Some("2019")),
        (" 19c ran", Some("19")),
        (" 10GB", None),
        (" 3 of 5", None),
        (" 30 minutes", None),
        (" 99%", None),
        (" 127.0.0.1", None),
        (" nodes", None),
    ] {
        assert_eq!(version::major(after).as_deref(), major, "{after}");
    }
}

fn report() -> Report<String> {
    Report {
        title: "Retry storm after a failover of PostgreSQL".into(),
        summary: "PostgreSQL crashed, and clients retried without backoff.".into(),
        narratives: vec![Narrative {
            heading: Some("What happened".into()),
            text: "We looked at Grafana; the dashboard showed nothing.".into(),
            ..Narrative::default()
        }],
        detection: Detection {
            text: "Customers reported errors.".into(),
            ..Detection::default()
        },
        timeline: vec![TimelineEvent {
            text: "Rolled back the release".into(),
            ..TimelineEvent::default()
        }],
        mitigations: vec![Mitigation {
            text: "Rolled back".into(),
            ..Mitigation::default()
        }],
        ..Report::default()
    }
}

#[test]
fn a_report_gets_codes_ranked_by_evidence() {
    let report = report();
    let suggestions = Tagger::builtin().suggest(&report);
    let first = |list| suggestions.of(list).next().unwrap();
    let mode = first(ListId::FailureModes);
    assert_eq!(
        (mode.code.as_str(), mode.confidence),
        ("retry-storm", Confidence::High)
    );
    let place = mode.evidence[0];
    let text = report.texts()[place.text];
    assert_eq!(slice(text, place.start, place.end), "Retry storm");
    assert_eq!(first(ListId::Detectors).code.as_str(), "customer-report");
    assert_eq!(first(ListId::Mitigations).code.as_str(), "rollback-release");
    assert!(suggestions.of(ListId::FailureModes).count() <= 3);
}

#[test]
fn technologies_get_the_part_they_seem_to_have_played() {
    let suggestions = Tagger::builtin().suggest(&report());
    let roles: Vec<_> = suggestions
        .technologies
        .iter()
        .map(|t| (t.slug.as_str(), t.role))
        .collect();
    assert_eq!(
        roles,
        [
            ("postgresql", Some(TechnologyRole::FailedComponent)),
            ("grafana", Some(TechnologyRole::ResponseTool)),
        ]
    );
}

#[test]
fn parts_follow_the_order_of_texts() {
    let report = report();
    let expected = [
        Part::Title,
        Part::Synopsis,
        Part::Summary,
        Part::Heading,
        Part::Narrative,
        Part::Impact,
        Part::Detection,
        Part::Timeline,
        Part::Mitigation,
    ];
    assert_eq!(parts(&report), expected);
    assert_eq!(parts(&report).len(), report.texts().len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_tagged_without_panic_and_in_order(text in "[ \\[\\]`./_@:#A-Za-z0-9\n–é🙂]{0,200}") {
        let tags = Tagger::builtin().tag(&text);
        let length = text.chars().count();
        for pair in tags.technologies.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start);
        }
        for mention in &tags.technologies {
            prop_assert!(mention.start < mention.end && mention.end <= length);
        }
        for cue in &tags.cues {
            prop_assert!(cue.start < cue.end && cue.end <= length);
        }
    }

    #[test]
    fn nothing_in_a_placeholder_is_tagged(name in "(Redis|Kafka|Go|Postgres|Host)", letter in "[A-Z]") {
        let text = format!("[{name} {letter}] failed");
        prop_assert!(Tagger::builtin().tag(&text).technologies.is_empty());
    }
}

#[test]
fn a_sentence_that_never_ends_is_read_once() {
    let retried = |hedge: &str| Report {
        summary: format!("{hedge}{}", "retry storm ".repeat(20_000)),
        title: "Retry storm".to_owned(),
        ..Report::default()
    };
    let modes = |report: &Report<String>| {
        let suggested = Tagger::builtin().suggest(report);
        let of = suggested.of(ListId::FailureModes);
        of.map(|mode| mode.evidence.len()).collect::<Vec<_>>()
    };
    assert_eq!(modes(&retried("")), [20_001]);
    assert_eq!(modes(&retried("perhaps ")), [1]);
}
