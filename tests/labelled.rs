//! The anonymiser on labelled write-ups: a floor under what it finds, and a ceiling over what it takes
//! too much, so that a change that makes it worse shows. The figures are those of `examples/evaluate`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic is how a test says no"
)]

#[path = "../examples/evaluate/gold.rs"]
mod gold;
#[path = "../examples/evaluate/measure.rs"]
mod measure;

use std::path::Path;

use candor::anonymise::{RawText, Wishes};
use candor::app::anonymiser;
use measure::{Measures, share};

fn measured(declare: bool) -> Measures {
    let anonymiser = anonymiser();
    let mut measures = Measures::default();
    for doc in gold::read(Path::new("tests/labelled")).unwrap() {
        let text = RawText::new(doc.text.as_str());
        let declared = if declare { &doc.declared[..] } else { &[] };
        let wishes = Wishes::removing(declared.iter().cloned());
        measures.add(&doc, &anonymiser.anonymise(&text, &wishes));
    }
    measures
}

#[test]
fn what_it_finds_and_leaves_does_not_get_worse() {
    let declared = measured(true);
    assert!(declared.direct() >= 0.975, "{declared}");
    for (label, least) in [("TIME", 0.985), ("LOC", 0.985), ("AMOUNT", 0.82)] {
        assert!(declared.recall(&[label]) >= least, "{label}: {declared}");
    }
    for (label, least) in [("TECH", 0.99), ("KEEP", 0.97)] {
        assert!(share(declared.kept[label]) >= least, "{label}: {declared}");
    }
    assert!(share(declared.over) <= 0.02, "{declared}");
    let undeclared = measured(false);
    assert!(undeclared.direct() >= 0.96, "{undeclared}");
}
