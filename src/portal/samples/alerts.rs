//! Alerts, for readers and at the desk.

use super::pages::{Both, Shown, layout, lines, unlisted};
use super::reports::{redacted, usual};
use crate::anonymise::{RawText, RedactedText};
use crate::portal::forms::{AlertForm, FieldError, FieldErrorKind};
use crate::portal::pages::{AlertLine, AlertPage, AlertsPage, DeskAlertPage, DeskAlertsPage, Page};
use crate::portal::{Layout, Section};
use crate::report::{Alert, AlertId, AlertStatus, PublicAlert};
use crate::review::{DeskAlert, KeptAlert, Role, Seen};

fn alert() -> Alert<RedactedText> {
    Alert {
        title: redacted("Default <b>retries</b> of [Service A] have no limit"),
        who: redacted(
            "Whoever runs nginx in front of Redis, and left `proxy_next_upstream` alone.",
        ),
        seen: redacted(
            "Every request was tried again on each server.\n\nLoad grew ninefold. <script>",
        ),
        check: redacted(
            "- The number of tries, over all layers\n* A limit on time\n\nAn alert on retries",
        ),
    }
}

fn kept(status: AlertStatus, number: Option<u32>) -> KeptAlert {
    KeptAlert {
        id: AlertId::random(),
        number,
        status,
        month: "2026-11".parse().unwrap(),
        sample: number == Some(3),
        sealed: None,
        alert: if status == AlertStatus::Withdrawn {
            Alert::default()
        } else {
            alert()
        },
    }
}

/// The line of the newest alert.
pub(super) fn newest() -> AlertLine {
    AlertLine::new(&kept(AlertStatus::Published, Some(3)))
}

fn all_lines() -> Vec<AlertLine> {
    vec![
        AlertLine::new(&kept(AlertStatus::Draft, None)),
        newest(),
        AlertLine::new(&kept(AlertStatus::Withdrawn, Some(2))),
    ]
}

fn public(full: bool) -> AlertPage {
    let public = PublicAlert {
        id: AlertId::random(),
        number: 3,
        published: "2026-11".parse().unwrap(),
        sample: full,
        reports: vec![],
        alert: alert(),
    };
    let lines = if full { lines() } else { vec![] };
    AlertPage::new(layout(Section::Home, ""), &public, lines)
}

fn desk(status: AlertStatus, agreed: &[&str]) -> DeskAlertPage {
    let kept = kept(status, None);
    let id = kept.id;
    let desk = DeskAlert {
        seen: Seen::given("0011223344556677"),
        kept,
        reports: vec![usual().id],
        agreed: vec![],
        needed: 2,
    };
    let names = agreed.iter().map(|name| (*name).to_owned()).collect();
    let told = (None, vec![], String::new());
    DeskAlertPage::new(
        staffed(),
        id,
        &desk,
        (names, agreed.contains(&"mira"), agreed.len() > 1),
        told,
    )
}

fn staffed() -> Layout {
    unlisted(Section::Desk, "Alerts").signed_in("mira", Role::Analyst)
}

pub(super) fn all() -> Vec<(String, Both)> {
    let wrong = vec![
        FieldError::new("title", FieldErrorKind::Empty),
        FieldError::new("reports", FieldErrorKind::NoReportInLine { line: 2 }),
    ];
    let mut form = AlertForm::default();
    form.alert.seen = RawText::new("</textarea><script>");
    let shown = all_lines().into_iter().skip(1).collect();
    let list = |lines| AlertsPage::new(layout(Section::Home, "Alerts"), lines);
    let at_desk = |lines| DeskAlertsPage::new(staffed(), lines);
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        ("alerts", Box::new(list(shown))),
        ("alerts-none", Box::new(list(vec![]))),
        ("alert", Box::new(public(true))),
        ("alert-alone", Box::new(public(false))),
        ("desk-alerts", Box::new(at_desk(all_lines()))),
        ("desk-alerts-none", Box::new(at_desk(vec![]))),
        (
            "desk-alert-new",
            Box::new(DeskAlertPage::blank(
                staffed(),
                form,
                wrong,
                "Say all of it.".into(),
            )),
        ),
        ("desk-alert-draft", Box::new(desk(AlertStatus::Draft, &[]))),
        (
            "desk-alert-agreed",
            Box::new(desk(AlertStatus::Draft, &["mira", "jonas"])),
        ),
        (
            "desk-alert-public",
            Box::new(desk(AlertStatus::Published, &["jonas"])),
        ),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()))
        .collect()
}
