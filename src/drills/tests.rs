//! Promises of drills, over invented reports.

use proptest::prelude::*;

use crate::report::{EventType, PublicReport, Report, TimelineEvent};

use super::{Drill, DrillCard, Question};

fn event(minutes: i64, kind: Option<EventType>, text: &str) -> TimelineEvent<String> {
    TimelineEvent {
        offset_minutes: Some(minutes),
        approximate: false,
        event: kind,
        text: text.to_owned(),
    }
}

fn public(timeline: Vec<TimelineEvent<String>>) -> PublicReport<String> {
    PublicReport {
        id: "00000000-0000-4000-8000-000000000001".parse().unwrap(),
        published: "2026-10".parse().unwrap(),
        revision: 0,
        sample: true,
        changes: Vec::new(),
        report: Report {
            timeline,
            ..Report::default()
        },
    }
}

fn story() -> Vec<TimelineEvent<String>> {
    use EventType::{
        HypothesisDisproved, HypothesisGenerated, Impact, MitigatorActual, MitigatorPotential,
    };
    vec![
        event(
            0,
            None,
            "A new version of the checkout goes out to a tenth of the shops",
        ),
        event(
            6,
            Some(Impact),
            "Customers see an error page when they pay with a card",
        ),
        event(
            11,
            Some(HypothesisGenerated),
            "The team suspects the payment provider",
        ),
        event(
            31,
            Some(HypothesisDisproved),
            "The provider shows that nothing arrives there",
        ),
        event(
            38,
            Some(MitigatorPotential),
            "They restart the workers and nothing changes",
        ),
        event(
            110,
            None,
            "Somebody sees that the pool of connections is empty",
        ),
        event(121, Some(MitigatorActual), "They turn the new version off"),
        event(125, None, "Payments go through again"),
    ]
}

#[test]
fn a_drill_stops_before_what_helped_and_tells_it_at_the_end() {
    let drill = Drill::of(&public(story())).unwrap();
    let told: Vec<&str> = drill
        .injects
        .iter()
        .flat_map(|inject| &inject.happenings)
        .map(|happening| happening.text.as_str())
        .collect();
    assert_eq!(told.len(), 6);
    assert!(told.last().unwrap().contains("pool of connections"));
    assert!(
        drill
            .rest
            .first()
            .unwrap()
            .text
            .contains("turn the new version off")
    );
    assert_eq!(drill.injects.len(), 3);
}

#[test]
fn what_happens_asks_its_own_question() {
    let drill = Drill::of(&public(story())).unwrap();
    let asked: Vec<Question> = drill
        .injects
        .iter()
        .flat_map(|inject| inject.questions.clone())
        .collect();
    for wanted in [
        Question::Feel,
        Question::Disprove,
        Question::Left,
        Question::Risk,
    ] {
        assert!(asked.contains(&wanted), "{wanted:?}");
    }
    assert_eq!(asked.first(), Some(&Question::Known));
    assert_eq!(asked.last(), Some(&Question::Proof));
}

#[test]
fn events_without_a_type_ask_by_their_words() {
    let typed = Drill::of(&public(story())).unwrap();
    let mut timeline = story();
    for event in timeline.iter_mut().take(5) {
        event.event = None;
    }
    let asked = |drill: &Drill<String>| -> Vec<Question> {
        let injects = drill.injects.iter();
        injects
            .flat_map(|inject| inject.questions.clone())
            .collect()
    };
    let by_words = asked(&Drill::of(&public(timeline)).unwrap());
    for wanted in [Question::Feel, Question::Disprove] {
        assert!(
            asked(&typed).contains(&wanted) && by_words.contains(&wanted),
            "{wanted:?}"
        );
    }
}

#[test]
fn a_repair_that_did_not_last_is_part_of_the_story() {
    let mut timeline = story();
    timeline.insert(
        1,
        event(
            3,
            Some(EventType::Repair),
            "A first alarm is put right by itself",
        ),
    );
    let drill = Drill::of(&public(timeline)).unwrap();
    assert!(
        drill
            .rest
            .first()
            .unwrap()
            .text
            .contains("turn the new version off")
    );
}

#[test]
fn where_nothing_is_said_to_help_the_last_third_is_kept_for_the_end() {
    let mut timeline = story();
    for event in &mut timeline {
        event.event = None;
    }
    let drill = Drill::of(&public(timeline)).unwrap();
    assert_eq!(drill.rest.len(), 2);
}

#[test]
fn a_short_timeline_makes_no_drill() {
    let mut timeline = story();
    timeline.truncate(5);
    assert_eq!(Drill::of(&public(timeline)), None);
    assert_eq!(Drill::of(&public(Vec::new())), None);
    assert_eq!(DrillCard::of(&public(Vec::new())), None);
}

fn any_event() -> impl Strategy<Value = TimelineEvent<String>> {
    let kind = prop_oneof![
        4 => Just(None),
        1 => Just(Some(EventType::MitigatorActual)),
        1 => Just(Some(EventType::HypothesisGenerated)),
        1 => Just(Some(EventType::Impact)),
    ];
    let offset = prop::option::of(-50i64..5000);
    (offset, kind, "([a-z]{1,9} ){0,20}").prop_map(|(offset_minutes, event, text)| TimelineEvent {
        offset_minutes,
        approximate: false,
        event,
        text,
    })
}

proptest! {
    #[test]
    fn every_happening_is_told_once_and_in_order(timeline in prop::collection::vec(any_event(), 0..60)) {
        let report = public(timeline);
        if let Some(drill) = Drill::of(&report) {
            let told: Vec<&String> = drill
                .injects
                .iter()
                .flat_map(|inject| &inject.happenings)
                .chain(&drill.rest)
                .map(|happening| &happening.text)
                .collect();
            let all: Vec<&String> = report
                .report
                .timeline
                .iter()
                .map(|event| &event.text)
                .filter(|text| !text.trim().is_empty())
                .collect();
            prop_assert_eq!(told, all);
            prop_assert!((3..=6).contains(&drill.injects.len()));
            for inject in &drill.injects {
                prop_assert!(!inject.happenings.is_empty());
                prop_assert!(inject.questions.len() >= 2);
            }
            prop_assert_eq!(drill.minutes() % 5, 0);
        }
    }
}
