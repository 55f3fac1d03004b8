//! What goes where, and what stays out.

use crate::anonymise::RedactedText;
use crate::digests::Trend;
use crate::digests::trend::Share;
use crate::report::{ActionResult, Confidence, Effect, Mitigation};

use super::{compiled, october, reports};

#[test]
fn every_length_of_period_works() {
    assert_eq!(compiled("2026-09", &reports()).reports, 1);
    assert_eq!(compiled("2026-Q3", &reports()).reports, 2);
    assert_eq!(compiled("2026-Q4", &reports()).reports, 5);
    assert_eq!(compiled("2026", &reports()).reports, 7);
}

#[test]
fn what_came_before_is_compared_with_and_nothing_later() {
    let line = |when, mode: &str| {
        let patterns = compiled(when, &reports()).patterns.into_iter();
        let line = patterns.filter(|line| line.mode.slug.as_str() == mode);
        line.map(|line| (line.new, line.before, line.total)).next()
    };
    let mode = "hidden-hard-dependency";
    assert_eq!(line("2026-10", mode), Some((2, 0, 3)));
    assert_eq!(line("2026-Q4", mode), Some((2, 1, 3)));
    assert_eq!(line("2026-07", mode), Some((1, 0, 1)), "October is later");
}

#[test]
fn a_report_that_tells_too_little_is_not_retold() {
    let digest = october();
    let titles: Vec<_> = digest
        .retellings
        .iter()
        .map(|r| r.source.title.as_str())
        .collect();
    assert!((3..=5).contains(&titles.len()), "{titles:?}");
    assert!(!titles.contains(&"A note"));
}

#[test]
fn the_case_stops_before_anybody_acts_and_offers_what_worked() {
    let case = october().case.unwrap();
    assert_eq!(
        case.source.title.as_str(),
        "The rate limiter that waited for Redis"
    );
    let first: Vec<_> = case.first_half.iter().map(|b| b.text.as_str()).collect();
    assert_eq!(first.len(), 3, "{first:?}");
    assert!(!case.rest.is_empty());
    assert_eq!(case.choices.len(), 4);
    let worked = case
        .tried
        .iter()
        .find(|t| t.effect == Some(Effect::Worked))
        .unwrap();
    assert!(case.choices.contains(&worked.what));
    assert!(case.choices.is_sorted());
}

#[test]
fn a_case_offers_what_somebody_chose_and_no_guess() {
    let changed = |change: &dyn Fn(&mut Mitigation<RedactedText>)| {
        let id = october().case.unwrap().source.report;
        let mut reports = reports();
        let of_it = reports.iter_mut().filter(|public| public.id == id);
        for mitigation in of_it.flat_map(|public| &mut public.report.mitigations) {
            change(mitigation);
        }
        let case = compiled("2026-10", &reports).case;
        case.filter(|case| case.source.report == id)
    };
    assert!(changed(&|_| ()).is_some());
    let by_itself = changed(&|mitigation| {
        mitigation.code.as_mut().unwrap().code = "self-recovered".parse().unwrap();
    });
    assert!(by_itself.is_none(), "nobody chose that");
    let guessed = changed(&|mitigation| {
        mitigation.code.as_mut().unwrap().confidence = Confidence::Low;
    });
    assert!(guessed.is_none());
    let unknown = changed(&|mitigation| {
        if mitigation.effect != Some(Effect::Worked) {
            mitigation.code.as_mut().unwrap().code = "unknown".parse().unwrap();
        }
    });
    let tried = unknown.unwrap().tried;
    assert!(
        tried
            .iter()
            .all(|tried| tried.what.slug.as_str() != "unknown")
    );
}

#[test]
fn the_case_is_not_also_retold() {
    let digest = october();
    let case = digest.case.unwrap().source.report;
    assert!(digest.retellings.iter().all(|r| r.source.report != case));
}

#[test]
fn actions_are_one_a_class_those_that_held_first_and_none_that_leans_on_memory() {
    let actions = october().actions;
    let classes: Vec<_> = actions
        .iter()
        .map(|a| a.class.as_ref().unwrap().slug.as_str())
        .collect();
    assert_eq!(
        classes,
        [
            "fail-safe-default",
            "automated-guardrail-in-pipeline",
            "backpressure-or-limits",
            "monitoring-or-alert-change",
        ]
    );
    assert_eq!(actions[0].result, Some(ActionResult::Held));
    assert_eq!(actions[0].reports, 3);
}

#[test]
fn trends_are_said_only_where_they_can_be_seen() {
    let share = |showing, of| Share { showing, of };
    let of = |now, before| Trend::of(now, before, share(40, 400));
    assert_eq!(of(share(20, 100), share(4, 100)), Trend::More);
    assert_eq!(of(share(4, 100), share(20, 100)), Trend::Fewer);
    assert_eq!(of(share(10, 100), share(9, 100)), Trend::Steady);
    assert_eq!(of(share(3, 100), share(2, 100)), Trend::TooFew);
    assert_eq!(of(share(30, 100), share(0, 0)), Trend::TooFew);
    let unseen = Trend::of(share(1, 100), share(0, 100), share(0, 400));
    assert_eq!(unseen, Trend::FirstSeen);
    let young = Trend::of(share(1, 100), share(0, 10), share(0, 10));
    assert_eq!(young, Trend::TooFew);
}

#[test]
fn samples_are_named_as_such() {
    let mut reports = reports();
    for public in &mut reports {
        public.sample = true;
    }
    let digest = compiled("2026-10", &reports);
    assert_eq!(digest.samples, 5);
    assert!(
        digest
            .sheet()
            .to_markdown(None)
            .contains("All reports in this issue are invented samples.")
    );
}

#[test]
fn an_empty_period_says_so_kindly() {
    let digest = compiled("2020-05", &Vec::new());
    assert!(digest.retellings.is_empty() && digest.case.is_none());
    let markdown = digest.sheet().to_markdown(None);
    assert!(
        markdown.contains("No report was published in May 2020."),
        "{markdown}"
    );
    assert!(markdown.contains("write a report"));
}

#[test]
fn nothing_is_retold_from_a_report_without_a_title() {
    let mut reports = reports();
    for public in &mut reports {
        public.report.title = RedactedText::default();
    }
    let digest = compiled("2026-10", &reports);
    assert!(digest.retellings.is_empty() && digest.case.is_none());
}
