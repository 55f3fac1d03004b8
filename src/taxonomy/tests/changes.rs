//! Terms that were renamed, split and merged.

use super::{coded, slug};
use crate::report::{Coder, Confidence, Disclosed, Factor, Report, TechnologyUse};
use crate::taxonomy::{Changes, ListId, Taxonomy, TaxonomyError};

const CHANGES: &str = r#"
[[change]]
version = 1
list = "failure-modes"
from = ["pile-up", "dog-pile"]
to = ["stampede"]

[[change]]
version = 2
list = "failure-modes"
from = ["stampede"]
to = ["overload", "retry-storm"]

[[change]]
version = 2
list = "technologies"
from = ["postgres-old"]
to = ["postgresql"]

[[change]]
version = 3
list = "factors"
from = ["old-factor"]
to = ["new-factor"]

[[change]]
version = 3
list = "sectors"
from = ["old-sector"]
to = ["new-sector"]
"#;

fn changes() -> Changes {
    Changes::parse(CHANGES).unwrap()
}

#[test]
fn the_embedded_changes_lead_to_terms_that_are_there() {
    assert_eq!(Changes::builtin().unsound(Taxonomy::builtin()), []);
}

#[test]
fn an_unsound_change_is_refused_or_found() {
    let parse = |text: &str| Changes::parse(text).map(drop);
    let entry = |version: u32, list: &str, to: &str| {
        format!("[[change]]\nversion = {version}\nlist = \"{list}\"\nfrom = [\"a\"]\nto = [{to}]\n")
    };
    let back = entry(2, "triggers", "\"b\"") + &entry(1, "triggers", "\"c\"");
    for text in [back, entry(1, "no-list", "\"b\""), entry(1, "triggers", "")] {
        assert!(
            matches!(parse(&text), Err(TaxonomyError::BadChange(_))),
            "{text}"
        );
    }
    let still_there = Changes::parse(&entry(1, "failure-modes", "\"nowhere\"")).unwrap();
    assert_eq!(still_there.unsound(Taxonomy::builtin()), [slug("nowhere")]);
}

#[test]
fn old_codes_lead_through_every_decision() {
    let changes = changes();
    let modes = Some(ListId::FailureModes);
    assert_eq!(changes.version(), 3);
    assert_eq!(
        changes.of(modes, &slug("dog-pile")),
        Some(vec![slug("overload"), slug("retry-storm")])
    );
    assert_eq!(changes.of(modes, &slug("overload")), None);
    assert_eq!(changes.of(Some(ListId::Triggers), &slug("dog-pile")), None);
    assert_eq!(changes.after(1).of(modes, &slug("dog-pile")), None);
    assert!(changes.after(3).is_empty());
    let leads = |list, old| changes.leads_to(Taxonomy::builtin(), list, &slug(old));
    assert_eq!(leads(modes, "pile-up"), Some(slug("overload")));
    assert_eq!(leads(None, "postgres-old"), Some(slug("postgresql")));
    assert_eq!(leads(None, "nginx"), None);
}

#[test]
fn every_code_of_a_report_is_moved_and_none_stands_twice() {
    let technology = |name: &str| TechnologyUse {
        slug: slug(name),
        version: None,
        role: None,
        problem: None,
        state: None,
    };
    let mut report = Report::<String> {
        failure_modes: vec![coded("pile-up"), coded("dog-pile"), coded("data-loss")],
        technologies: vec![technology("postgres-old"), technology("postgresql")],
        factors: vec![Factor {
            children: vec![Factor {
                code: Some(coded("old-factor")),
                ..Factor::default()
            }],
            ..Factor::default()
        }],
        ..Report::default()
    };
    report.context.sector = Disclosed::Known(slug("old-sector"));
    assert!(changes().after(0).recode(&mut report));
    let modes: Vec<_> = report
        .failure_modes
        .iter()
        .map(|mode| (mode.code.as_str(), mode.coder, mode.confidence))
        .collect();
    assert_eq!(
        modes,
        [
            ("overload", Coder::Machine, Confidence::Low),
            ("retry-storm", Coder::Machine, Confidence::Low),
            ("data-loss", Coder::Analyst, Confidence::High),
        ]
    );
    assert_eq!(report.technologies, [technology("postgresql")]);
    let code = report.factors[0].children[0].code.as_ref().unwrap();
    assert_eq!(
        (code.code.as_str(), code.coder),
        ("new-factor", Coder::Analyst)
    );
    assert_eq!(report.context.sector, Disclosed::Known(slug("new-sector")));
    assert!(!changes().recode(&mut report), "once is enough");
}
