//! Promises of mining: what is listed is there, and chance is not listed.

mod retold;

use proptest::prelude::*;

use super::significance::{Chances, adjust};
use super::{Mined, Sample};
use crate::generate::Generator;
use crate::patterns::{CodeTable, Fact};
use crate::report::{PublicReport, ReportId, Slug};
use crate::taxonomy::ListId;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// A code that an analyst gave.
fn coded(code: &&str) -> serde_json::Value {
    serde_json::json!({ "code": code, "coder": "analyst", "confidence": "high" })
}

/// A report that somebody wrote of these technologies and failure modes.
fn report(number: usize, technologies: &[&str], modes: &[&str]) -> PublicReport<String> {
    let used: Vec<_> = technologies
        .iter()
        .map(|slug| serde_json::json!({ "slug": slug }))
        .collect();
    let modes: Vec<_> = modes.iter().map(coded).collect();
    serde_json::from_value(serde_json::json!({
        "id": format!("00000000-0000-4000-8000-{number:012}"),
        "published": "2026-10", "revision": 0, "sample": true,
        "technologies": used, "failure_modes": modes,
    }))
    .unwrap()
}

/// Forty reports, ten of them with all three.
fn planted() -> Vec<PublicReport<String>> {
    (0..40)
        .map(|number| match number % 4 {
            0 => report(number, &["redis", "nginx"], &["retry-storm"]),
            1 => report(number, &["mysql"], &["disk-full"]),
            2 => report(number, &["etcd"], &[]),
            _ => report(number, &["linux"], &["overload", "disk-full"]),
        })
        .collect()
}

fn mined(reports: &[PublicReport<String>]) -> Mined {
    Sample::of(&CodeTable::of(reports).all()).mine()
}

#[test]
fn the_exact_test_is_that_of_the_lady_tasting_tea() {
    // Eight cups, four with milk first, four named: three right by chance in 17 of 70, all in 1.
    let chances = Chances::among(8);
    assert!((chances.as_many(3, 4, 4) - 17.0 / 70.0).abs() < 1e-12);
    assert!((chances.as_many(4, 4, 4) - 1.0 / 70.0).abs() < 1e-12);
    assert!((chances.as_many(0, 4, 4) - 1.0).abs() < 1e-12);
    assert!((chances.lift(4, 4, 4) - 2.0).abs() < 1e-12);
}

#[test]
fn the_correction_is_that_of_the_paper() {
    // Benjamini and Hochberg 1995, section 3.2: fifteen tests, of which four are listed at 0.05.
    let paper = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0000,
    ];
    let adjusted = adjust(&paper);
    assert_eq!(adjusted.iter().filter(|q| **q <= 0.05).count(), 4);
    assert!(adjusted.windows(2).all(|two| two[0] <= two[1]));
}

#[test]
fn what_comes_together_is_found_with_its_reports() {
    let mined = mined(&planted());
    let pair = [
        Fact::Technology(slug("redis")),
        Fact::Code(ListId::FailureModes, slug("retry-storm")),
    ];
    let found = mined.combinations.iter().find(|found| found.items == pair);
    let found = found.unwrap();
    assert_eq!((found.reports, found.lift), (10, 4.0));
    assert!(found.p < 1e-6 && found.q < 0.001 && found.q >= found.p);
    let first: ReportId = "00000000-0000-4000-8000-000000000000".parse().unwrap();
    assert_eq!(found.evidence.len(), 3);
    assert_eq!(found.evidence[0], first);
    assert!(
        mined
            .with(&pair[0])
            .all(|found| !found.has(&Fact::Technology(slug("etcd"))))
    );
}

#[test]
fn a_third_part_that_adds_nothing_is_not_listed() {
    let reports: Vec<_> = (0..60)
        .map(|number| {
            let third = if number % 2 == 0 { "linux" } else { "java" };
            if number % 3 == 0 {
                report(number, &["redis", third], &["retry-storm"])
            } else {
                report(number, &["mysql", third], &[])
            }
        })
        .collect();
    let mined = mined(&reports);
    assert!(
        mined
            .combinations
            .iter()
            .any(|found| found.items.len() == 2)
    );
    assert!(
        mined
            .combinations
            .iter()
            .all(|found| found.items.len() == 2),
        "{mined:?}"
    );
}

#[test]
fn nothing_under_the_threshold_is_listed() {
    let mut reports = planted();
    reports.truncate(8);
    assert_eq!(mined(&reports).combinations, []);
    assert_eq!(mined(&[]).combinations, []);
}

#[test]
fn a_technology_and_its_part_are_no_finding() {
    let reports: Vec<_> = (0..40)
        .map(|number| {
            let both = ["aws", "amazon-s3"];
            let none = ["redis"];
            report(number, if number < 20 { &both } else { &none }, &[])
        })
        .collect();
    assert_eq!(mined(&reports).combinations, []);
}

#[test]
fn chance_alone_is_seldom_listed() {
    let generator = Generator::new(5);
    let reports: Vec<_> = (0..600).map(|number| generator.report(number)).collect();
    let mined = mined(&reports);
    assert!(mined.tested > 500, "{}", mined.tested);
    let listed = mined.combinations.len();
    assert!(listed * 100 <= mined.tested, "{listed} of {}", mined.tested);
}

#[test]
fn what_grew_since_the_year_before_is_told() {
    let quarters = [
        "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2",
    ];
    let reports: Vec<_> = (0..160_usize)
        .map(|number| {
            let place = number % 8;
            let grows = place >= 4 && number % 3 > 0;
            let modes: &[&str] = if grows {
                &["retry-storm"]
            } else {
                &["disk-full"]
            };
            let mut public = report(number, &["redis"], modes);
            public.report.period = Some(quarters[place].parse().unwrap());
            public
        })
        .chain(std::iter::once({
            let mut late = report(999, &[], &[]);
            late.report.period = Some("2026-08".parse().unwrap());
            late
        }))
        .collect();
    // One that is said to be of a time that was still to come when it was published counts for none.
    let mut slip = report(1000, &[], &[]);
    slip.report.period = Some("2062-10".parse().unwrap());
    let reports: Vec<_> = reports.into_iter().chain([slip]).collect();
    let growth = mined(&reports).growth;
    let (first, last) = growth.between.unwrap();
    assert_eq!(
        (first.to_string(), last.to_string()),
        ("2025-Q3".into(), "2026-Q2".into())
    );
    assert_eq!(growth.reports, (80, 80));
    let told: Vec<_> = growth
        .growing
        .iter()
        .map(|g| (&g.facts[..], g.before))
        .collect();
    assert_eq!(
        told,
        [(
            &[Fact::Code(ListId::FailureModes, slug("retry-storm"))][..],
            0
        )]
    );
    assert_eq!(mined(&planted()).growth.growing, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_order_in_which_reports_came_in_changes_nothing(
        reports in Just(planted()).prop_shuffle(),
    ) {
        prop_assert_eq!(mined(&reports), mined(&planted()));
    }
}
