//! Rarer technologies and more of the combination come first.

use std::collections::BTreeMap;

use crate::report::{Report, Slug, TechnologyRole, TechnologyUse};
use crate::stack::{Stack, Weights};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn report(technologies: &[(&str, Option<TechnologyRole>)]) -> Report<String> {
    Report {
        technologies: technologies
            .iter()
            .map(|(name, role)| TechnologyUse {
                slug: slug(name),
                version: None,
                role: *role,
                problem: None,
                state: None,
            })
            .collect(),
        ..Report::default()
    }
}

fn weights(stack: &[&str]) -> Weights {
    let counts = [
        ("nginx", 200),
        ("redis", 100),
        ("patroni", 3),
        ("aws", 300),
        ("amazon-rds", 40),
    ];
    let counts: BTreeMap<Slug, usize> = counts.iter().map(|(s, n)| (slug(s), *n)).collect();
    Weights::of(
        &Stack::of(stack.iter().map(|name| slug(name))),
        1000,
        counts,
    )
}

fn score(weights: &Weights, technologies: &[&str]) -> f64 {
    let failed = Some(TechnologyRole::FailedComponent);
    let technologies: Vec<_> = technologies.iter().map(|name| (*name, failed)).collect();
    weights
        .fit(&report(&technologies))
        .map_or(0.0, |fit| fit.score)
}

#[test]
fn rare_technologies_and_more_of_the_combination_weigh_more() {
    let weights = weights(&["nginx", "redis", "patroni"]);
    let score = |technologies: &[&str]| score(&weights, technologies);
    assert!(score(&["patroni"]) > score(&["nginx"]));
    assert!(score(&["nginx", "redis"]) > score(&["redis"]));
    assert!(score(&["nginx", "redis"]) > score(&["nginx", "amazon-rds"]));
    assert!(score(&["redis"]) > score(&["redis", "amazon-rds"]));
    assert!(score(&["amazon-rds"]) <= 0.0);
}

#[test]
fn a_parent_counts_half_and_a_looker_on_nothing() {
    let weights = weights(&["amazon-rds"]);
    let both = weights
        .fit(&report(&[("aws", None), ("amazon-rds", None)]))
        .unwrap();
    assert_eq!(both.shared, [slug("amazon-rds"), slug("aws")]);
    let parent = weights.fit(&report(&[("aws", None)])).unwrap();
    assert!(parent.score > 0.0 && parent.score < both.score);
    for role in [TechnologyRole::Bystander, TechnologyRole::ResponseTool] {
        assert!(
            weights
                .fit(&report(&[("amazon-rds", Some(role))]))
                .is_none()
        );
    }
    let failed = weights.fit(&report(&[(
        "amazon-rds",
        Some(TechnologyRole::FailedComponent),
    )]));
    let depended = weights.fit(&report(&[("amazon-rds", Some(TechnologyRole::Dependency))]));
    assert!(failed.unwrap().score > depended.unwrap().score);
}

#[test]
fn an_index_is_asked_only_for_what_reports_name() {
    let asked = weights(&["amazon-rds", "celery"]).asked();
    let asked: Vec<&str> = asked.iter().map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(asked, ["amazon-rds", "aws"]);
}
