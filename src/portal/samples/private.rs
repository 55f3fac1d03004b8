//! Pages that are one person's business: receipt, desk.

use super::pages::{labels, unlisted};
use super::reports::{bare, redacted, usual};
use crate::identifiability::{self, Circumstances, Verdict};
use crate::portal::Section;
use crate::portal::forms::{FieldError, FieldErrorKind};
use crate::portal::pages::{
    DeskQueuePage, DeskReportPage, DeskState, Page, QueueLine, ReceiptPage, SentPage,
};
use crate::report::{IsoWeek, RecordKind, Refusal, Sender, Status};
use crate::review::Role;

fn desk(status: Status, full: bool) -> DeskReportPage {
    let report = if full { usual() } else { bare() };
    let state = DeskState {
        id: report.id,
        status,
        week: IsoWeek::of("2026-11-21T10:00:00Z".parse().unwrap()),
        refusal: (status == Status::Refused).then_some(Refusal::Duplicate),
        sample: true,
        approved_by: if full { vec!["mira".into()] } else { vec![] },
        approvals_needed: 2,
        may_decide: true,
        approved_by_reader: full,
        verdict: if full {
            identifiability::judge(&["It made the news."], &Circumstances::default())
        } else {
            Verdict::default()
        },
        flaws: vec!["Fewer than five reports share its sector and quarter.".into()],
        suggestions: vec![(
            "failure_modes",
            "cascading-failure".into(),
            "took pricing down with it".into(),
        )],
    };
    DeskReportPage::new(
        unlisted(Section::Desk, "A report").signed_in("mira", Role::Analyst),
        &report.report,
        state,
        vec![],
        labels(),
    )
    .waits(full.then_some(Sender::Reporter))
}

#[expect(clippy::too_many_lines, reason = "a list of pages")]
pub(super) fn all() -> Vec<(String, String)> {
    let queue = vec![
        QueueLine::new(
            usual().id,
            Some(&redacted("Retries [Service A]")),
            RecordKind::NearMiss,
            Status::Received,
            "2026-W47".parse().unwrap(),
            true,
        )
        .waits(Some(Sender::Desk)),
        QueueLine::new(
            usual().id,
            None,
            RecordKind::Incident,
            Status::InReview,
            "2026-W46".parse().unwrap(),
            false,
        ),
    ];
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        (
            "sent",
            Box::new(SentPage::new(
                unlisted(Section::Receipt, "Sent"),
                "K7QPX2M4-9ZRTB8W3-FJ6DYA5C-HNEV",
                2,
            )),
        ),
        (
            "receipt",
            Box::new(ReceiptPage::new(
                unlisted(Section::Receipt, "Follow your report"),
                vec![],
                false,
            )),
        ),
        (
            "receipt-wrong",
            Box::new(ReceiptPage::new(
                unlisted(Section::Receipt, "Follow your report"),
                vec![FieldError::new("receipt", FieldErrorKind::Empty)],
                true,
            )),
        ),
        (
            "queue",
            Box::new(DeskQueuePage::new(
                unlisted(Section::Desk, "Queue").signed_in("mira", Role::Analyst),
                queue,
                2,
                Some("/desk?page=2".into()),
            )),
        ),
        (
            "queue-empty",
            Box::new(DeskQueuePage::new(
                unlisted(Section::Desk, "Queue").signed_in("mira", Role::Analyst),
                vec![],
                0,
                None,
            )),
        ),
        ("desk-report", Box::new(desk(Status::InReview, true))),
        ("desk-approved", Box::new(desk(Status::Approved, false))),
        ("desk-refused", Box::new(desk(Status::Refused, false))),
    ];
    let rendered = pages
        .into_iter()
        .map(|(name, page)| (name.to_owned(), page.html().unwrap()));
    rendered.chain(super::receipt::all()).collect()
}
