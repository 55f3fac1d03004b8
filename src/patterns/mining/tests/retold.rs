//! Promises of chains and of groups told alike.

use proptest::prelude::*;

use super::super::significance::binomial;
use super::super::{Label, Stories};
use super::{coded, slug};
use crate::generate::Generator;
use crate::patterns::Fact;
use crate::report::PublicReport;
use crate::taxonomy::ListId;

/// A report whose timeline speaks of these failure modes in this order.
fn told(number: usize, modes: &[&str]) -> PublicReport<String> {
    let events: Vec<_> = modes
        .iter()
        .map(|mode| serde_json::json!({ "text": mode }))
        .collect();
    let coded: Vec<_> = modes.iter().map(coded).collect();
    serde_json::from_value(serde_json::json!({
        "id": format!("00000000-0000-4000-8000-{number:012}"),
        "published": "2026-10", "revision": 0, "sample": true,
        "timeline": events, "failure_modes": coded,
    }))
    .unwrap()
}

fn mode(code: &str) -> Fact {
    Fact::Code(ListId::FailureModes, slug(code))
}

/// Reads a text that is a failure mode.
fn speaks(text: &str) -> Vec<Fact> {
    let code = text.parse().ok();
    code.map(|code| Fact::Code(ListId::FailureModes, code))
        .into_iter()
        .collect()
}

fn stories(reports: &[PublicReport<String>]) -> Stories {
    let mut stories = Stories::default();
    for public in reports {
        stories.put(public, speaks);
    }
    stories
}

#[test]
fn the_tail_of_the_binomial_is_that_of_coins() {
    assert!((binomial(8, 10, 0.5) - 56.0 / 1024.0).abs() < 1e-12);
    assert!((binomial(0, 10, 0.5) - 1.0).abs() < 1e-12);
    assert!((binomial(3, 3, 1.0 / 6.0) - 1.0 / 216.0).abs() < 1e-12);
}

#[test]
fn what_follows_what_is_told_by_the_order_of_timelines() {
    let way = ["overload", "connection-pool-exhaustion", "retry-storm"];
    let back = ["retry-storm", "overload"];
    let mut reports: Vec<_> = (0..12).map(|number| told(number, &way)).collect();
    reports.push(told(12, &back));
    let chains = stories(&reports).chains();
    let whole = &chains[0];
    assert_eq!(whole.links, way.map(mode));
    assert_eq!((whole.reports, whole.told), (12, 12));
    assert!(whole.beyond_chance());
    assert_eq!(whole.evidence.len(), 3);
    // Parts of it say no more, not even the one that another tells the other way round.
    assert!(
        chains.iter().all(|chain| chain.links.len() == 3),
        "{chains:?}"
    );
    assert!(whole.has(&mode("overload")) && !whole.has(&mode("disk-full")));
}

#[test]
fn a_chain_that_is_sure_is_not_hidden_by_a_longer_one_that_is_not() {
    let way = ["overload", "connection-pool-exhaustion", "retry-storm"];
    let back = ["retry-storm", "connection-pool-exhaustion"];
    let reports: Vec<_> = (0..20)
        .map(|number| told(number, if number < 12 { &way } else { &back }))
        .collect();
    let chains = stories(&reports).chains();
    let of = |links: &[&str]| {
        let links: Vec<Fact> = links.iter().map(|code| mode(code)).collect();
        chains.iter().find(|chain| chain.links == links)
    };
    assert!(!of(&way).unwrap().beyond_chance());
    assert!(of(&way[..2]).unwrap().beyond_chance(), "{chains:?}");
}

#[test]
fn an_order_told_as_often_the_other_way_round_is_none() {
    let reports: Vec<_> = (0..20)
        .map(|number| {
            let two = ["overload", "retry-storm"];
            let way = if number % 2 == 0 {
                [two[0], two[1]]
            } else {
                [two[1], two[0]]
            };
            told(number, &way)
        })
        .collect();
    assert_eq!(stories(&reports).chains(), []);
    assert_eq!(
        stories(&reports[..4]).chains(),
        [],
        "two of each are too few"
    );
}

#[test]
fn a_condition_comes_before_what_it_is_a_condition_of() {
    let factor = |code: &str, children: Vec<serde_json::Value>| serde_json::json!({ "text": "", "code": coded(&code), "children": children });
    let tree = factor(
        "rollout-too-fast-or-global",
        vec![factor("no-canary", vec![])],
    );
    let reports: Vec<PublicReport<String>> = (0..3)
        .map(|number| {
            serde_json::from_value(serde_json::json!({
                "id": format!("00000000-0000-4000-8000-{number:012}"),
                "published": "2026-10", "revision": 0, "sample": true, "factors": [tree],
            }))
            .unwrap()
        })
        .collect();
    let chains = stories(&reports).chains();
    let codes = ["no-canary", "rollout-too-fast-or-global"];
    let links = codes.map(|code| Fact::Code(ListId::Factors, slug(code)));
    assert_eq!(chains.len(), 1);
    assert_eq!(chains[0].links, links);
    assert!(!chains[0].beyond_chance(), "three of three may be luck");
}

/// Reports of which every fourth tells the story of the first.
fn retellings() -> Vec<PublicReport<String>> {
    let generator = Generator::new(9);
    let first = generator.report(0).report;
    (0..40)
        .map(|number| {
            let mut public = generator.report(number);
            if number % 4 == 0 {
                let own = std::mem::replace(&mut public.report, first.clone());
                public.report.lessons = own.lessons;
                public.report.narratives[0].text += &own.summary;
            }
            let report = &mut public.report;
            for (event, mode) in report.timeline.iter_mut().zip(&report.failure_modes) {
                event.text = mode.code.to_string();
            }
            public
        })
        .collect()
}

#[test]
fn reports_told_alike_are_a_group_and_others_are_not() {
    let reports = retellings();
    let stories = stories(&reports);
    let clusters = stories.clusters();
    assert_eq!(clusters.len(), 1, "{clusters:?}");
    let members: Vec<_> = reports.iter().step_by(4).collect();
    assert_eq!(clusters[0].reports.len(), members.len());
    assert!(clusters[0].alike >= 37);
    let label = Label::of(members.iter().copied());
    assert!(!label.words.is_empty() && !label.modes.is_empty());
    let few = Label::of(members.into_iter().take(2));
    assert_eq!(
        few,
        Label::default(),
        "what two have in common could tell who"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn stories_that_came_and_went_leave_nothing(
        order in Just((0..40).collect::<Vec<usize>>()).prop_shuffle(),
        gone in 0_usize..20,
    ) {
        let reports = retellings();
        let reports: Vec<_> = order.into_iter().map(|at| reports[at].clone()).collect();
        let mut all = stories(&reports);
        for public in &reports[..gone] {
            all.remove(public.id);
        }
        let mut rest = reports[gone..].to_vec();
        rest.sort_by_key(|public| public.id);
        let rest = stories(&rest);
        prop_assert_eq!(all.len(), rest.len());
        prop_assert_eq!(all.clusters(), rest.clusters());
        prop_assert_eq!(all.chains(), rest.chains());
    }
}
