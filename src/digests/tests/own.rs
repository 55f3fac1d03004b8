//! What a reader asks for.

use crate::anonymise::RedactedText;
use crate::digests::{Digest, Material, Scope, Unclear};
use crate::patterns::{CodeTable, MINIMUM};
use crate::report::PublicReport;
use crate::taxonomy::Taxonomy;

use super::{compiled, period, reports};

fn scope(stack: &str, sector: &str, mode: &str, kind: &str) -> Scope {
    Scope::named(stack, sector, mode, kind).unwrap()
}

fn own(scope: &Scope, span: &str) -> Option<Digest<RedactedText>> {
    own_of(&reports(), scope, span)
}

fn own_of(
    reports: &[PublicReport<RedactedText>],
    scope: &Scope,
    span: &str,
) -> Option<Digest<RedactedText>> {
    let table = CodeTable::of(reports);
    let material = Material {
        reports: scope.of(&table),
        followed: table.these(&[]),
        read: reports,
        alerts: Vec::new(),
    };
    Digest::own(scope, period(span), material, Taxonomy::builtin())
}

fn about(scope: &Scope) -> usize {
    scope.of(&CodeTable::of(&reports())).len()
}

#[test]
fn of_each_question_any_answer_will_do_and_all_questions_count() {
    assert_eq!(about(&Scope::default()), 7);
    assert_eq!(about(&scope("redis", "", "", "")), 4);
    assert_eq!(about(&scope("redis, haproxy", "", "", "")), 5);
    assert_eq!(about(&scope("redis", "health", "", "")), 1);
    assert_eq!(about(&scope("redis", "", "hidden-hard-dependency", "")), 3);
    assert_eq!(about(&scope("", "", "", "near-miss")), 0);
}

#[test]
fn a_technology_stands_for_its_family() {
    let mut reports = reports();
    let child = Taxonomy::builtin().technology_by_alias("percona").unwrap();
    let parent = child.parent().unwrap().to_string();
    for public in &mut reports {
        for used in &mut public.report.technologies {
            used.slug = child.slug().clone();
        }
    }
    let asked = scope(&parent, "", "", "");
    assert_eq!(asked.of(&CodeTable::of(&reports)).len(), reports.len());
}

#[test]
fn names_that_nothing_has_are_given_back_and_widen_nothing() {
    let unknown = Scope::named("redis, quorxwell", "moon", "", "wonder").unwrap_err();
    let names = ["quorxwell", "moon", "wonder"].map(str::to_owned);
    assert_eq!(unknown, Unclear::Unknown(names.into()));
    assert_eq!(
        scope("Redis; NGINX,redis", "", "", "").technologies.len(),
        2
    );
}

#[test]
fn no_name_is_dropped_unsaid() {
    let names = |most: usize| vec!["redis"; most].join(",");
    assert_eq!(scope(&names(40), "", "", ""), scope("redis", "", "", ""));
    let many = Scope::named(&format!("{},quorxwell", names(40)), "", "", "");
    assert_eq!(many, Err(Unclear::TooMany(41)));
}

#[test]
fn too_few_reports_are_not_spoken_of() {
    let least = u32::try_from(MINIMUM).unwrap();
    let redis = scope("redis", "", "", "");
    let october = own(&redis, "2026-10").unwrap();
    assert_eq!(october.reports, least);
    assert_eq!(own(&redis, "2026-07"), None, "one report");
    assert_eq!(
        own(&scope("haproxy", "", "", ""), "2026"),
        None,
        "one report"
    );
    let lines = october.by_stack.iter().map(|line| line.new);
    let lines = lines.chain(october.patterns.iter().map(|line| line.new));
    let lines = lines.chain(october.helped.iter().map(|line| line.reports));
    let lines = lines.chain(october.mitigations.iter().map(|line| line.tried));
    for reports in lines {
        assert!(reports >= least, "{reports}");
    }
}

#[test]
fn what_one_or_two_reports_say_is_told_in_no_number() {
    let counts = |digest: &Digest<RedactedText>| -> Vec<u32> {
        let effects = digest.mitigations.iter();
        let effects = effects.flat_map(|of| [of.worked, of.partly, of.no_effect, of.made_worse]);
        let before = digest.patterns.iter();
        let before = before.flat_map(|line| [line.before, line.total - line.new]);
        let ever = digest.by_stack.iter().map(|line| line.total - line.new);
        let held = digest.news.held.iter().map(|line| line.did_not_hold);
        effects.chain(before).chain(ever).chain(held).collect()
    };
    let few = |counts: &[u32]| counts.iter().filter(|count| matches!(count, 1 | 2)).count();
    let everything = compiled("2026", &reports());
    assert!(
        few(&counts(&everything)) > 0,
        "there is something to leave out"
    );
    let asked = own(&Scope::default(), "2026").unwrap();
    assert!(!asked.patterns.is_empty() && !asked.by_stack.is_empty());
    assert_eq!(few(&counts(&asked)), 0, "{:?}", counts(&asked));
    let copied = asked.actions.iter().map(|action| action.reports);
    assert!(copied.into_iter().all(|reports| reports != 2));
}

#[test]
fn it_says_what_it_is_about_and_no_more_of_the_intake() {
    let digest = own(&scope("redis, nginx", "", "", "incident"), "2026").unwrap();
    assert_eq!(digest.intake, None);
    let markdown = digest.sheet().to_markdown(None);
    assert!(
        markdown
            .contains("At least 4 reports were published about Redis or NGINX, incident in 2026."),
        "{markdown}"
    );
    assert!(!markdown.contains("What came in"), "{markdown}");
    let (asked, issue) = (digest.sheet(), compiled("2026", &reports()).sheet());
    assert_ne!((&asked.title, &asked.name), (&issue.title, &issue.name));
    let everything = own(&Scope::default(), "2026").unwrap().sheet();
    assert_ne!(
        (&everything.title, &everything.name),
        (&issue.title, &issue.name)
    );
}

#[test]
fn four_quarters_reach_over_the_turn_of_a_year() {
    let span = "2025-Q4..2026-Q3";
    assert_eq!(compiled(span, &reports()).reports, 2);
    let four = own(&Scope::default(), "2026-Q1..2026-Q4").unwrap();
    assert_eq!(four.reports, 7);
    assert_eq!(four.about, None);
}
