//! Wording that is flagged, wording that is left alone, and places that are right.

use crate::report::{Action, Strength};

use super::{Finding, RuleId, lint, lint_actions};

const FLAGGED: &str = include_str!("../../tests/fixtures/lint/flagged.tsv");
const INNOCENT: &str = include_str!("../../tests/fixtures/lint/innocent.txt");

fn said(text: &str, finding: &Finding) -> String {
    text.chars()
        .skip(finding.start)
        .take(finding.end - finding.start)
        .collect()
}

#[test]
fn each_class_is_flagged_where_it_stands() {
    for line in FLAGGED.lines() {
        let fields: Vec<_> = line.split('\t').collect();
        let [rule, words, text] = fields[..] else {
            panic!("three fields: {line}");
        };
        let findings = lint(text);
        assert!(
            findings
                .iter()
                .any(|f| f.rule.as_str() == rule && said(text, f).contains(words)),
            "{rule}: {text}: {findings:?}"
        );
    }
}

#[test]
fn every_class_of_wording_has_an_example() {
    for rule in super::rules::all() {
        let id = rule.table.id.as_str();
        assert!(FLAGGED.lines().any(|line| line.starts_with(id)), "{id}");
    }
}

#[test]
fn plain_wording_is_left_alone() {
    assert_eq!(lint(INNOCENT), [], "as one text");
    for line in INNOCENT.lines().filter(|line| !line.starts_with("root")) {
        assert_eq!(lint(line), [], "{line}");
    }
}

#[test]
fn places_count_code_points_and_do_not_overlap() {
    let text =
        "Ærlig talt: 🙂 it was human error. Clearly, we should have been warned in hindsight.";
    let findings = lint(text);
    let said: Vec<_> = findings.iter().map(|f| said(text, f)).collect();
    assert_eq!(
        said,
        ["human error", "Clearly", "should have been", "in hindsight"]
    );
    assert!(findings.windows(2).all(|pair| pair[0].end <= pair[1].start));
}

#[test]
fn advice_asks_a_question_and_names_nobody() {
    for rule in super::rules::all() {
        assert!(rule.table.message.ends_with('.'));
        assert!(rule.table.suggestion.contains('?') || rule.table.suggestion.ends_with('.'));
    }
}

fn actions(texts: &[&str]) -> Vec<Action<String>> {
    texts
        .iter()
        .map(|text| Action {
            text: (*text).to_owned(),
            ..Action::default()
        })
        .collect()
}

fn rules(actions: &[Action<String>]) -> Vec<RuleId> {
    lint_actions(actions)
        .map(|class| class.rule)
        .into_iter()
        .collect()
}

#[test]
fn actions_are_looked_at_together() {
    assert_eq!(rules(&[]), []);
    assert_eq!(
        rules(&actions(&[
            "Remind everyone to check twice",
            "Training on the console"
        ])),
        [RuleId::ActionsAllVigilance]
    );
    assert_eq!(
        rules(&actions(&[
            "Raise the memory limit",
            "Add an alert on lag",
            "Upgrade the client"
        ])),
        [RuleId::ActionsAllTechnical]
    );
    assert_eq!(rules(&actions(&["Raise the limit", "Add an alert"])), []);
    assert_eq!(
        rules(&actions(&[
            "https://example.org/1",
            "[one](https://example.org/for/2)",
            "PLASS-3"
        ])),
        [],
        "links say nothing"
    );
    assert_eq!(
        rules(&actions(&[
            "Grenzwert anheben",
            "Alarm bei Rückstand",
            "Treiber erneuern"
        ])),
        [],
        "English only"
    );
    assert_eq!(
        rules(&actions(&[
            "Raise the memory limit",
            "Add an alert on lag",
            "Write to the customers"
        ])),
        []
    );
    assert_eq!(
        rules(&actions(&[
            "Raise the limit",
            "Add an alert",
            "Rehearse it in a game day"
        ])),
        []
    );
}

#[test]
fn what_is_quoted_or_in_front_matter_is_left_alone() {
    let text = "---\nsummary: human error\n---\nHe said \"we should have\nnoticed\".\n> It was human error.\n";
    assert_eq!(lint(text), []);
}

#[test]
fn a_wording_is_found_across_the_lines_of_a_paragraph_only() {
    let found = |text| lint(text).iter().map(|f| f.rule).collect::<Vec<_>>();
    assert_eq!(
        found("That should\n  have been tested."),
        [RuleId::Counterfactual]
    );
    assert_eq!(found("It was human\n\nerror pages were shown."), []);
    assert_eq!(found("- nobody is human\n- error pages were shown"), []);
    assert_eq!(found("1. it was human\n2. error pages"), []);
}

#[test]
fn a_strength_that_is_given_counts_more_than_words() {
    let mut weak = actions(&["Block deploys without a canary"]);
    weak[0].strength = Some(Strength::Weak);
    assert_eq!(rules(&weak), [RuleId::ActionsAllVigilance]);
    let mut strong = actions(&["Training environment apart from production"]);
    strong[0].strength = Some(Strength::Strong);
    assert_eq!(rules(&strong), []);
}
