//! Promises of fault trees and of checklists.

use super::super::{Ask, Branch, CodeTable, Fact, FaultTree, Occasion, OccasionList};
use super::{id, public, slug, sure, tried, with};
use crate::report::{Effect, Report};
use crate::taxonomy::ListId;

#[test]
fn a_fault_tree_counts_each_way_and_what_came_before_it() {
    let came = |trigger: &str, modes: &[&str]| Report {
        triggers: vec![sure(trigger)],
        ..with(&["redis", "nginx"], modes)
    };
    let reports: Vec<_> = [
        came("code-release", &["retry-storm"]),
        came("code-release", &["retry-storm"]),
        came("code-release", &["retry-storm", "overload"]),
        came("config-push", &["overload"]),
        came("config-push", &["disk-full"]),
        came("config-push", &[]),
        with(&["redis"], &["overload"]),
        with(&["redis"], &["overload"]),
    ]
    .into_iter()
    .enumerate()
    .map(|(number, report)| public(number, report))
    .collect();
    let table = CodeTable::of(&reports);
    let tree = FaultTree::of(&table, &[slug("nginx"), slug("redis")]);
    let ways = |branches: &[Branch]| {
        let ways = branches.iter();
        ways.map(|way| (way.fact.clone(), way.reports))
            .collect::<Vec<_>>()
    };
    let code = |list, code| Fact::Code(list, slug(code));
    assert_eq!((tree.reports, tree.rest), (6, 3));
    let mode = code(ListId::FailureModes, "retry-storm");
    assert_eq!(ways(&tree.modes), [(mode, 3)]);
    let before = code(ListId::Triggers, "code-release");
    assert_eq!(ways(&tree.modes[0].below), [(before, 3)]);
    let other = code(ListId::Triggers, "config-push");
    assert_eq!(ways(&tree.whichever), [(other, 3)]);
    assert_eq!(tree.modes[0].evidence, [id(0), id(1), id(2)]);
    assert!(!FaultTree::of(&table, &[slug("nginx"), slug("mysql")]).enough());
    assert!(!FaultTree::of(&table, &[]).enough());
}

#[test]
fn a_checklist_says_what_enough_reports_of_its_occasion_say() {
    let release = |effect| Report {
        triggers: vec![sure("code-release")],
        mitigations: vec![tried("restart", effect)],
        ..with(&["redis"], &["overload"])
    };
    let mut reports = vec![with(&["redis"], &["disk-full"]); 4];
    reports.extend(
        [
            Effect::Worked,
            Effect::Worked,
            Effect::Partly,
            Effect::NoEffect,
        ]
        .map(release),
    );
    let reports: Vec<_> = reports
        .into_iter()
        .enumerate()
        .map(|(number, report)| public(number, report))
        .collect();
    let table = CodeTable::of(&reports);
    let list = OccasionList::of(&table, Occasion::Release, &[slug("redis")]);
    assert_eq!(list.reports, 4);
    let told: Vec<_> = list
        .sections
        .iter()
        .map(|(ask, lines)| (*ask, lines.len()))
        .collect();
    assert_eq!(told, [(Ask::Modes, 1), (Ask::Eased, 1)]);
    let eased = &list.sections[1].1[0];
    assert_eq!(
        (eased.reports, &eased.fact),
        (3, &Fact::Eased(slug("restart")))
    );
    let other = OccasionList::of(&table, Occasion::Release, &[slug("nginx")]);
    assert!(!other.enough());
    assert_eq!(OccasionList::of(&table, Occasion::Review, &[]).reports, 8);
}
