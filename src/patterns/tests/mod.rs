//! Promises of counts and profiles, over a few invented reports.

mod said;
mod trees;

use proptest::prelude::*;

use crate::report::{
    Action, ActionResult, Coded, Coder, Confidence, Effect, Factor, Mitigation, PublicReport,
    RecordKind, Report, ReportId, Severity, Slug, TechnologyRole, TechnologyUse,
};

use super::{
    CodeTable, Counts, Fact, Matrix, ModeProfile, TechnologyProfile, completeness, states,
    worth_reading_first,
};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn coded(code: &str, confidence: Confidence) -> Coded {
    Coded {
        code: slug(code),
        coder: Coder::Analyst,
        confidence,
    }
}

fn sure(code: &str) -> Coded {
    coded(code, Confidence::High)
}

fn used(technology: &str, role: Option<TechnologyRole>) -> TechnologyUse {
    TechnologyUse {
        slug: slug(technology),
        version: None,
        role,
        problem: None,
        state: None,
    }
}

fn tried(code: &str, effect: Effect) -> Mitigation<String> {
    Mitigation {
        code: Some(sure(code)),
        effect: Some(effect),
        text: String::new(),
    }
}

fn id(number: usize) -> ReportId {
    format!("00000000-0000-4000-8000-{number:012}")
        .parse()
        .unwrap()
}

fn public(number: usize, report: Report<String>) -> PublicReport<String> {
    PublicReport {
        id: id(number),
        published: "2026-10".parse().unwrap(),
        revision: 0,
        sample: false,
        changes: Vec::new(),
        report,
    }
}

fn with(technologies: &[&str], modes: &[&str]) -> Report<String> {
    Report {
        technologies: technologies.iter().map(|t| used(t, None)).collect(),
        failure_modes: modes.iter().map(|m| sure(m)).collect(),
        ..Report::default()
    }
}

fn lines(tally: &super::Tally) -> Vec<(String, u32)> {
    let ranked = tally.ranked().into_iter();
    ranked
        .map(|line| (line.code.to_string(), line.reports))
        .collect()
}

#[test]
fn the_most_reported_come_first_and_equals_go_by_code() {
    let reports = [
        public(1, with(&["redis", "nginx"], &["overload"])),
        public(2, with(&["redis"], &["disk-full"])),
        public(3, with(&["mysql"], &[])),
    ];
    let counts = Counts::of(&reports);
    assert_eq!(
        lines(&counts.technologies),
        [
            ("redis".into(), 2),
            ("mysql".into(), 1),
            ("nginx".into(), 1)
        ]
    );
    assert_eq!(counts.reports, 3);
    assert_eq!(counts.kinds.get(&RecordKind::Incident), 3);
}

#[test]
fn a_report_counts_once_however_often_it_names_a_code() {
    let nested = Factor {
        code: Some(sure("no-canary")),
        children: vec![Factor {
            code: Some(sure("no-canary")),
            ..Factor::default()
        }],
        ..Factor::default()
    };
    let report = Report {
        factors: vec![nested],
        mitigations: vec![
            tried("restart", Effect::NoEffect),
            tried("restart", Effect::Worked),
            tried("restart", Effect::Worked),
        ],
        ..with(&["redis", "redis"], &["overload", "overload"])
    };
    let counts = Counts::of(&[public(1, report)]);
    assert_eq!(counts.technologies.get(&slug("redis")), 1);
    assert_eq!(counts.failure_modes.get(&slug("overload")), 1);
    assert_eq!(counts.factors.get(&slug("no-canary")), 1);
    let restart = counts.mitigations()[0].effects;
    assert_eq!(
        (restart.reports, restart.worked, restart.no_effect),
        (1, 1, 1)
    );
    assert_eq!(restart.eased, 1);
}

#[test]
fn guesses_bystanders_and_response_tools_are_not_counted() {
    let report = Report {
        technologies: vec![
            used("nginx", Some(TechnologyRole::Dependency)),
            used("mysql", Some(TechnologyRole::Bystander)),
            used("grafana", Some(TechnologyRole::ResponseTool)),
        ],
        failure_modes: vec![
            coded("overload", Confidence::Low),
            coded("disk-full", Confidence::Medium),
            sure("unknown"),
        ],
        ..Report::default()
    };
    let counts = Counts::of(&[public(1, report)]);
    assert_eq!(lines(&counts.technologies), [("nginx".into(), 1)]);
    assert_eq!(lines(&counts.failure_modes), [("disk-full".into(), 1)]);
}

#[test]
fn actions_are_counted_by_class_and_by_whether_they_held() {
    let action = |result| Action {
        class: Some(slug("limit-blast-radius")),
        result,
        ..Action::default()
    };
    let report = |result| Report {
        actions: vec![action(result)],
        ..Report::default()
    };
    let counts = Counts::of(&[
        public(1, report(Some(ActionResult::Held))),
        public(2, report(Some(ActionResult::Recurred))),
        public(3, report(None)),
    ]);
    let outcomes = counts.remediations()[0].outcomes;
    assert_eq!(
        (outcomes.reports, outcomes.held, outcomes.did_not_hold),
        (3, 1, 1)
    );
}

#[test]
fn a_profile_tells_of_its_subject_and_what_it_was_seen_with() {
    let failed = Report {
        technologies: vec![
            used("redis", Some(TechnologyRole::FailedComponent)),
            used("redis", Some(TechnologyRole::Dependency)),
            used("nginx", None),
        ],
        ..with(&[], &["overload", "cold-cache"])
    };
    let reports = [
        public(1, failed),
        public(2, with(&["redis"], &["overload"])),
        public(3, with(&["nginx"], &["overload"])),
    ];
    let redis = TechnologyProfile::of(&slug("redis"), &reports);
    assert_eq!(redis.counts.reports, 2);
    assert_eq!(lines(&redis.counts.technologies), [("nginx".into(), 1)]);
    assert_eq!((redis.roles.failed_component, redis.roles.unstated), (1, 1));
    assert!(!redis.enough());
    let overload = ModeProfile::of(&slug("overload"), &reports);
    assert_eq!(overload.counts.reports, 3);
    assert_eq!(
        lines(&overload.counts.failure_modes),
        [("cold-cache".into(), 1)]
    );
    assert!(overload.enough());
}

#[test]
fn the_most_complete_and_then_the_most_severe_are_read_first() {
    let severe = Report {
        severity: Severity::try_from(5).ok(),
        ..Report::default()
    };
    let complete = Report {
        lessons: vec!["Look twice.".to_owned()],
        ..Report::default()
    };
    assert_eq!(completeness(&complete), 1);
    let reports = [
        public(1, Report::default()),
        public(2, severe),
        public(3, complete),
        public(0, Report::default()),
    ];
    assert_eq!(worth_reading_first(&reports, 3), [id(3), id(2), id(0)]);
}

#[test]
fn a_state_is_coded_or_follows_from_codes_without_doubt() {
    use crate::report::{ComponentProblem, DependencyState};
    let coded = TechnologyUse {
        state: Some(DependencyState::Slow),
        problem: Some(ComponentProblem::Failed),
        ..used("redis", None)
    };
    let unavailable = TechnologyUse {
        problem: Some(ComponentProblem::Unavailable),
        ..used("nginx", None)
    };
    let report = Report {
        technologies: vec![coded, unavailable],
        ..with(&[], &["misconfiguration"])
    };
    let found: Vec<_> = states(&report).into_iter().collect();
    let expected = [
        (slug("nginx"), DependencyState::Down),
        (slug("redis"), DependencyState::Slow),
    ];
    assert_eq!(found, expected);
    // One failed component, and modes that all mean the same or nothing.
    let failed = |modes: &[&str]| Report {
        technologies: vec![
            used("redis", Some(TechnologyRole::FailedComponent)),
            used("nginx", None),
        ],
        ..with(&[], modes)
    };
    let down = [(slug("redis"), DependencyState::Down)];
    let of = |report: &Report<String>| states(report).into_iter().collect::<Vec<_>>();
    assert_eq!(of(&failed(&["disk-full", "retry-storm"])), down);
    assert_eq!(of(&failed(&["disk-full", "overload"])), []);
    assert_eq!(of(&with(&["redis", "nginx"], &["disk-full"])), []);
    assert_eq!(of(&with(&["redis"], &["disk-full"])), down);
}

#[test]
fn a_cell_of_the_matrix_tells_of_each_report_once() {
    use crate::report::DependencyState;
    let down = |technology| TechnologyUse {
        state: Some(DependencyState::Down),
        ..used(technology, None)
    };
    let report = Report {
        technologies: vec![down("mysql"), down("postgresql")],
        mitigations: vec![
            tried("restart", Effect::Worked),
            tried("scale-out", Effect::NoEffect),
        ],
        severity: Severity::try_from(4).ok(),
        ..with(&[], &["failed-failover"])
    };
    let table = CodeTable::of(&[public(1, report)]);
    let matrix = Matrix::by_category(&table.all());
    let rows: Vec<_> = matrix.rows().collect();
    assert_eq!(rows.len(), 1);
    let cell = &rows[0].1[&DependencyState::Down];
    assert_eq!((cell.reports, cell.enough()), (1, false));
    assert_eq!(cell.worst, Severity::try_from(4).ok());
    assert_eq!(lines(&cell.modes), [("failed-failover".into(), 1)]);
    assert_eq!(lines(&cell.contained), [("restart".into(), 1)]);
    let stack = [slug("mysql"), slug("redis")];
    assert_eq!(Matrix::of_stack(&table, &stack).rows().count(), 1);
}

#[test]
fn a_table_that_reports_came_to_and_left_is_as_if_only_the_rest_had_come() {
    let generator = crate::generate::Generator::new(3);
    let reports: Vec<_> = (0..2_400).map(|number| generator.report(number)).collect();
    let (left, stayed) = reports.split_at(1_700);
    let mut table = CodeTable::of(&reports);
    for public in left {
        table.remove(public.id);
    }
    table.put(&stayed[0]);
    let fresh = CodeTable::of(stayed);
    assert_eq!(table.len(), stayed.len());
    assert_eq!(table.all().counts(), fresh.all().counts());
    assert_eq!(table.all().counts(), Counts::of(stayed));
    for technology in ["kubernetes", "redis"] {
        assert_eq!(
            table.technology(&slug(technology)),
            fresh.technology(&slug(technology))
        );
    }
    let any = ["kubernetes", "redis"].map(|name| Fact::Technology(slug(name)));
    assert_eq!(table.with_any(&any).counts(), fresh.with_any(&any).counts());
    assert_ne!(table.samples(), crate::patterns::Samples::None);
}

proptest! {
    #[test]
    fn counts_do_not_depend_on_order_and_add_up(
        picks in prop::collection::vec(prop::collection::vec(0_usize..4, 0..4), 0..12),
    ) {
        let names = ["nginx", "redis", "mysql", "etcd"];
        let mut reports: Vec<_> = picks
            .iter()
            .enumerate()
            .map(|(number, picks)| {
                let technologies: Vec<_> = picks.iter().map(|&pick| names[pick]).collect();
                public(number, with(&technologies, &[]))
            })
            .collect();
        let counts = Counts::of(&reports);
        for name in names {
            let naming = reports.iter().filter(|r| r.report.technologies.iter().any(|t| t.slug == slug(name)));
            prop_assert_eq!(counts.technologies.get(&slug(name)) as usize, naming.count());
        }
        reports.reverse();
        prop_assert_eq!(&Counts::of(&reports), &counts);
        let written = serde_json::to_string(&counts).unwrap();
        prop_assert_eq!(serde_json::from_str::<Counts>(&written).unwrap(), counts);
    }
}
