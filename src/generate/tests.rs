//! What load tests may rely on.

use std::collections::BTreeMap;

use super::{Generator, writer};
use crate::taxonomy::Taxonomy;

#[test]
fn the_same_seed_makes_the_same_reports_and_another_makes_others() {
    let (one, two) = (Generator::new(7), Generator::new(7));
    assert_eq!(one.report(3), two.report(3));
    assert_ne!(one.report(3), one.report(4));
    assert_ne!(
        one.report(3).report.title,
        Generator::new(8).report(3).report.title
    );
}

#[test]
fn reports_are_as_long_as_real_ones_and_their_codes_are_known() {
    let generator = Generator::new(1);
    let mut ids: Vec<_> = (0..300)
        .map(|number| {
            let public = generator.report(number);
            let words = writer::counted(&public.report);
            assert!((150..=500).contains(&words), "{words} words");
            assert_eq!(Taxonomy::builtin().check(&public.report), []);
            assert!(!public.report.technologies.is_empty());
            let text = serde_json::to_string(&public).unwrap();
            assert!(!text.contains('{') || !text.contains("{t}"), "{text}");
            public.id
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 300);
}

#[test]
fn few_technologies_are_frequent_and_many_are_rare() {
    let generator = Generator::new(1);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for number in 0..2_000 {
        for used in generator.report(number).report.technologies {
            *counts.entry(used.slug.to_string()).or_default() += 1;
        }
    }
    let mut frequencies: Vec<_> = counts.into_values().collect();
    frequencies.sort_unstable_by(|a, b| b.cmp(a));
    let (first, tenth) = (frequencies[0], frequencies[9]);
    assert!(first > 3 * tenth, "{first} {tenth}");
    assert!(frequencies.len() > 500, "{}", frequencies.len());
}
