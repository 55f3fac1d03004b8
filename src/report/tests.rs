//! Laws of the report contract.

use proptest::prelude::*;

use super::{
    Action, Factor, IsoWeek, Mitigation, Narrative, Period, Report, Slug, Status, TimelineEvent,
    Version,
};

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-z]{1,6}", 0..4)
}

fn report() -> impl Strategy<Value = Report<String>> {
    (texts(), texts(), texts(), texts(), texts()).prop_map(
        |(told, events, factors, tried, listed)| Report {
            title: "title".into(),
            summary: "summary".into(),
            narratives: told
                .iter()
                .map(|text| Narrative {
                    perspective: None,
                    heading: Some(format!("about {text}")),
                    text: text.clone(),
                })
                .collect(),
            timeline: events
                .into_iter()
                .map(|text| TimelineEvent {
                    text,
                    ..TimelineEvent::default()
                })
                .collect(),
            factors: factors
                .iter()
                .map(|text| Factor {
                    text: text.clone(),
                    code: None,
                    children: vec![Factor {
                        text: format!("under {text}"),
                        ..Factor::default()
                    }],
                })
                .collect(),
            mitigations: tried
                .into_iter()
                .map(|text| Mitigation {
                    text,
                    ..Mitigation::default()
                })
                .collect(),
            helped: listed.clone(),
            luck: listed.clone(),
            actions: listed
                .iter()
                .map(|text| Action {
                    text: text.clone(),
                    ..Action::default()
                })
                .collect(),
            lessons: listed,
            ..Report::default()
        },
    )
}

proptest! {
    /// The anonymiser takes texts in one order and gives them back in the other.
    #[test]
    fn texts_come_in_the_order_in_which_they_are_mapped(report in report()) {
        let listed: Vec<String> = report.texts().into_iter().cloned().collect();
        let mut mapped = Vec::new();
        let same = report.clone().map_text(|text| {
            mapped.push(text.clone());
            text
        });
        prop_assert_eq!(listed, mapped);
        prop_assert_eq!(same, report);
    }

    #[test]
    fn a_report_written_as_json_reads_back(report in report()) {
        let json = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(serde_json::from_str::<Report<String>>(&json).unwrap(), report);
    }

    #[test]
    fn a_period_reads_back_and_follows_the_one_before(year in 1960_i16..2190, month in 1_u8..=12) {
        for text in [format!("{year}-{month:02}"), format!("{year}-Q{}", month.div_ceil(3)), year.to_string()] {
            let period: Period = text.parse().unwrap();
            prop_assert_eq!(period.to_string(), text);
            prop_assert!(period.previous().is_before(period));
            prop_assert!(!period.is_before(period) && period.contains(period));
            prop_assert!(!period.contains(period.previous()));
        }
    }

    #[test]
    fn hostile_text_is_no_code(text in any::<String>()) {
        let _ = text.parse::<Period>();
        let _ = text.parse::<IsoWeek>();
        if let Ok(slug) = text.parse::<Slug>() {
            prop_assert!(slug.as_str().len() <= 64 && slug.as_str().is_ascii());
        }
        if let Ok(version) = text.parse::<Version>() {
            prop_assert!(version.as_str().chars().all(|c| c.is_ascii_digit() || c == '.'));
        }
    }
}

#[test]
fn a_quarter_holds_its_months() {
    let quarter: Period = "2026-Q4".parse().unwrap();
    for (text, inside) in [
        ("2026-10", true),
        ("2026-12", true),
        ("2026-09", false),
        ("2025-10", false),
        ("2026", false),
    ] {
        assert_eq!(quarter.contains(text.parse().unwrap()), inside, "{text}");
    }
    assert_eq!("2026-10".parse::<Period>().unwrap().quarter(), quarter);
    for wrong in [
        "",
        "26",
        "2026-13",
        "2026-Q5",
        "2026-1",
        "2026-10-01",
        "２０２６",
    ] {
        assert!(wrong.parse::<Period>().is_err(), "{wrong}");
    }
}

#[test]
fn nothing_comes_back_from_the_end_of_the_way() {
    for next in Status::ALL {
        assert!(!Status::Withdrawn.may_become(next));
        assert_eq!(
            Status::Published.may_become(next),
            next == Status::Withdrawn
        );
        assert_eq!(Status::Refused.may_become(next), next == Status::Withdrawn);
    }
    let published: Vec<Status> = Status::ALL
        .into_iter()
        .filter(|from| from.may_become(Status::Published))
        .collect();
    assert_eq!(
        published,
        [Status::Approved],
        "only what was approved is published"
    );
}
