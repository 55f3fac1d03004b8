//! Who shares a combination, counted by hand.

use super::*;
use crate::report::{Disclosed, ReportId, TechnologyUse};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn used(name: &str) -> TechnologyUse {
    TechnologyUse {
        slug: slug(name),
        version: None,
        role: None,
        problem: None,
        state: None,
    }
}

/// Sector, size and continent, each empty for "not said"; period; technologies.
fn told(bands: [&str; 3], period: &str, technologies: &[&str]) -> Report<String> {
    let mut report = Report::default();
    let band = |text: &str| match text {
        "" => Disclosed::Unknown,
        text => Disclosed::Known(slug(text)),
    };
    let [sector, size, continent] = bands.map(band);
    report.context.sector = sector;
    report.context.size = size;
    report.context.continent = continent;
    report.period = period.parse().ok();
    report.technologies = technologies.iter().map(|name| used(name)).collect();
    report
}

fn crowd(reports: &[Report<String>]) -> Crowd {
    let mut crowd = Crowd::default();
    for report in reports {
        crowd.add(&PublicReport {
            id: ReportId::random(),
            published: "2026-11".parse().unwrap(),
            revision: 0,
            sample: false,
            changes: Vec::new(),
            report: report.clone(),
        });
    }
    crowd
}

fn published() -> Crowd {
    crowd(&[
        told(
            ["finance", "11-100", "europe"],
            "2026-10",
            &["nginx", "redis"],
        ),
        told(["finance", "11-100", "europe"], "2026-11", &["nginx"]),
        told(["retail", "11-100", "europe"], "2026-10", &["nginx"]),
        told(["finance", "1-10", "africa"], "2026-Q4", &["nginx"]),
        told(["commerce", "", "europe"], "2026-10", &[]),
    ])
}

#[test]
fn a_combination_is_shared_by_those_who_say_it_as_exactly_or_more_so() {
    let crowd = published();
    let cases = [
        (told(["finance", "", ""], "", &[]), 3),
        (told(["finance", "11-100", ""], "", &[]), 2),
        (told(["finance", "11-100", ""], "2026-10", &[]), 1),
        (told(["finance", "", ""], "2026-Q4", &[]), 3),
        (told(["commerce", "", ""], "", &[]), 5),
        (
            told(["", "up-to-1000", "europe-africa"], "2026", &["nginx"]),
            4,
        ),
        (told(["", "", ""], "", &["nginx", "redis"]), 1),
        (told(["", "", ""], "", &["nginx", "apache-kafka"]), 0),
        (told(["health", "", ""], "", &[]), 0),
    ];
    for (draft, count) in cases {
        assert_eq!(
            crowd.count(&draft),
            count,
            "{:?} {:?}",
            draft.context,
            draft.period
        );
    }
}

#[test]
fn each_part_is_offered_with_the_count_it_would_give() {
    let draft = told(
        ["finance", "11-100", "europe"],
        "2026-10",
        &["nginx", "redis"],
    );
    let shared = published().shared(&draft);
    assert_eq!(shared.said, Part::ALL);
    assert_eq!(shared.count, 1);
    let counts: Vec<(Part, usize)> = shared
        .wider
        .iter()
        .map(|(part, _, count)| (*part, *count))
        .collect();
    assert_eq!(
        counts,
        [
            (Part::Sector, 1),
            (Part::Size, 1),
            (Part::Continent, 1),
            (Part::Period, 1),
            (Part::Technologies, 1),
        ]
    );
    let draft = told(["finance", "11-100", ""], "2026-10", &["nginx"]);
    let shared = published().shared(&draft);
    let wider = |part: Part| shared.wider.iter().find(|(of, _, _)| *of == part).unwrap();
    assert_eq!(
        wider(Part::Sector).1,
        Wider::Term(Part::Sector, slug("commerce"))
    );
    assert_eq!((shared.count, wider(Part::Sector).2), (1, 2));
    assert_eq!(wider(Part::Period).2, 2);
}

#[test]
fn who_says_nothing_is_told_nothing() {
    assert_eq!(
        published().shared(&told(["", "", ""], "", &[])),
        Shared::default()
    );
}

#[test]
fn a_wider_choice_never_has_less_company() {
    let crowd = published();
    for sector in ["finance", "retail", "health", ""] {
        for period in ["2026-10", "2026-Q4", "2026", ""] {
            for technologies in [&["nginx", "redis"][..], &["nginx"], &[]] {
                let draft = told([sector, "11-100", "europe"], period, technologies);
                let shared = crowd.shared(&draft);
                for (part, wider, count) in shared.wider {
                    assert!(count >= shared.count, "{part:?} {wider:?}");
                }
            }
        }
    }
}
