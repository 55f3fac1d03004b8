//! Every choice can be made wider until nothing is said.

use super::*;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

#[test]
fn every_term_leads_to_nothing_said_in_a_few_steps() {
    for part in [Part::Sector, Part::Size, Part::Continent] {
        for term in Taxonomy::builtin().list(part.list().unwrap()).terms() {
            let mut report = Report::<String>::default();
            Wider::Term(part, term.id().clone()).apply(&mut report);
            assert_eq!(part.band(&report.context), Some(term.id()));
            let mut steps = 0;
            while let Some(wider) = part.wider(&report, None) {
                assert_eq!(Wider::read(&wider.write(), &report), Some(wider.clone()));
                wider.apply(&mut report);
                steps += 1;
                assert!(steps <= 3, "{}", term.id());
            }
            assert!(!part.is_said(&report));
        }
    }
}

#[test]
fn time_widens_from_month_to_quarter_to_year() {
    let mut report = Report::<String> {
        period: "2026-11".parse().ok(),
        ..Report::default()
    };
    for wider in ["2026-Q4", "2026"] {
        Part::Period
            .wider(&report, None)
            .unwrap()
            .apply(&mut report);
        assert_eq!(report.period, wider.parse().ok());
    }
    Part::Period
        .wider(&report, None)
        .unwrap()
        .apply(&mut report);
    assert_eq!(report.period, None);
    assert_eq!(Part::Period.wider(&report, None), None);
}

#[test]
fn a_technology_gives_way_to_its_family_or_goes() {
    let taxonomy = Taxonomy::builtin();
    let child = taxonomy
        .technologies()
        .iter()
        .find(|one| one.parent().is_some())
        .unwrap();
    let used = |slug: &Slug| TechnologyUse {
        slug: slug.clone(),
        version: "15".parse().ok(),
        role: None,
        problem: None,
        state: None,
    };
    let mut report = Report::<String> {
        technologies: vec![used(child.slug()), used(&slug("nginx"))],
        ..Report::default()
    };
    let wider = Part::Technologies
        .wider(&report, Some(child.slug()))
        .unwrap();
    assert_eq!(Wider::read(&wider.write(), &report), Some(wider.clone()));
    wider.apply(&mut report);
    assert_eq!(Some(&report.technologies[0].slug), child.parent());
    assert_eq!(report.technologies[0].version, None);
    Part::Technologies
        .wider(&report, Some(&slug("nginx")))
        .unwrap()
        .apply(&mut report);
    assert_eq!(report.technologies.len(), 1);
}

#[test]
fn a_button_that_does_not_fit_does_nothing() {
    let report = Report::<String>::default();
    for written in [
        "",
        "sector",
        "technologies nginx",
        "technologies",
        "no such",
        "period x",
    ] {
        assert_eq!(Wider::read(written, &report), None, "{written}");
    }
}
