//! Drills.

use super::pages::{Both, Shown, labels, layout};
use super::reports::{hostile, redacted, slug, usual};
use crate::anonymise::RedactedText;
use crate::drills::DrillCard;
use crate::patterns::Samples;
use crate::portal::Section;
use crate::portal::pages::{DrillLine, DrillPages, DrillsPage};
use crate::report::{EventType, PublicReport, TimelineEvent};

/// A report with enough of a timeline.
fn told(mut report: PublicReport<RedactedText>) -> PublicReport<RedactedText> {
    let event = |minutes, event, text: &str| TimelineEvent {
        offset_minutes: minutes,
        approximate: false,
        event,
        text: redacted(text),
    };
    report.report.timeline = vec![
        event(
            Some(0),
            None,
            "A new version of the checkout goes out to a tenth of the shops",
        ),
        event(
            Some(6),
            Some(EventType::Impact),
            "Customers see <b>an error page</b> when they pay with a card",
        ),
        event(
            Some(11),
            Some(EventType::HypothesisGenerated),
            "The team suspects the payment provider and writes to its support",
        ),
        event(
            None,
            None,
            "The provider answers that nothing arrives there",
        ),
        event(
            Some(110),
            Some(EventType::MitigatorPotential),
            "They restart the workers and nothing changes for anybody",
        ),
        event(
            Some(121),
            Some(EventType::MitigatorActual),
            "They turn the new version off",
        ),
    ];
    report
}

fn list(full: bool) -> DrillsPage {
    let card = |technologies: &[&str], sector: Option<&str>| DrillCard {
        report: usual().id,
        technologies: technologies.iter().map(|id| slug(id)).collect(),
        sector: sector.map(slug),
        steps: 4,
        minutes: 45,
    };
    let cards = [
        card(
            &["nginx", "redis", "postgresql", "kubernetes"],
            Some("retail"),
        ),
        card(&["apache-kafka"], None),
        card(&[], None),
    ];
    let lines: Vec<DrillLine> = cards
        .iter()
        .map(|card| DrillLine::new(card, labels()))
        .collect();
    DrillsPage {
        layout: layout(Section::Drills, "Drills"),
        stack: if full {
            "nginx".into()
        } else {
            "\"><script>, cobold".into()
        },
        minutes: 45,
        unknown: if full { vec![] } else { vec!["cobold".into()] },
        names: vec!["NGINX".into(), "Redis".into()],
        total: if full { 70 } else { 0 },
        lines: if full { lines } else { vec![] },
        pick: "/drills/by-lot?stack=nginx&minutes=45".into(),
    }
}

pub(super) fn all() -> Vec<(String, Both)> {
    let mut pages: Vec<(String, Both)> = vec![
        ("drills".into(), list(true).both().unwrap()),
        ("drills-none".into(), list(false).both().unwrap()),
    ];
    for (name, report) in [("drill", usual()), ("drill-hostile", hostile())] {
        let drill = DrillPages::new(told(report), labels()).unwrap();
        pages.extend([
            (
                name.to_owned(),
                drill.briefing(Samples::All).both().unwrap(),
            ),
            (
                format!("{name}-step"),
                drill.step(2, Samples::All).unwrap().both().unwrap(),
            ),
            (
                format!("{name}-rest"),
                drill.rest(Samples::All).both().unwrap(),
            ),
            (
                format!("{name}-facilitator"),
                drill.sheet(true, Samples::All).both().unwrap(),
            ),
            (
                format!("{name}-participants"),
                drill.sheet(false, Samples::All).both().unwrap(),
            ),
        ]);
        assert!(drill.step(0, Samples::All).is_none() && drill.step(9, Samples::All).is_none());
    }
    pages
}
