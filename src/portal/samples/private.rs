//! Pages that are one person's business: writing, receipt, desk.

use super::pages::{labels, unlisted};
use super::reports::{bare, hostile, redacted, usual};
use crate::anonymise::RawText;
use crate::portal::Section;
use crate::portal::forms::{FieldError, FieldErrorKind, ReportForm};
use crate::portal::pages::{
    Advice, DeskQueuePage, DeskReportPage, DeskState, FormPage, Page, PreviewPage, QueueLine,
    ReceiptPage, Removed, SentPage, SignInPage, StartPage, StatusPage,
};
use crate::report::{IsoWeek, RecordKind, Refusal, ReportId, Status};

fn preview(full: bool) -> PreviewPage {
    let report = if full { usual().report } else { bare().report };
    let mut form = ReportForm::from_report(&report, labels());
    form.nonce = "n0nce".into();
    form.declared = RawText::new("Tuktik\nHopla");
    let removed = |kind: &str, count| Removed {
        kind: kind.into(),
        count,
    };
    let advice = Advice {
        words: "failed to notice".into(),
        message: "This tells what did not happen.".into(),
        suggestion: "What did they see instead, and what made it sensible?".into(),
    };
    PreviewPage::new(
        unlisted(Section::Report, "Look it over"),
        &report,
        form,
        if full {
            vec![
                removed("person", 5),
                removed("date or time", 14),
                removed("host name", 3),
                removed("product or service", 2),
                removed("amount", 1),
            ]
        } else {
            vec![]
        },
        if full {
            vec!["Two times could not be placed; they keep their order.".into()]
        } else {
            vec![]
        },
        if full { vec![advice] } else { vec![] },
        if full {
            vec![]
        } else {
            vec!["Give it a title before you send it.".into()]
        },
        if full {
            vec![]
        } else {
            vec![FieldError::new("title", FieldErrorKind::TitleMissing)]
        },
        labels(),
    )
}

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
        approved_by_reader: full,
        flaws: vec!["Fewer than five reports share its sector and quarter.".into()],
        suggestions: vec![(
            "failure_modes",
            "cascading-failure".into(),
            "took pricing down with it".into(),
        )],
    };
    DeskReportPage::new(
        unlisted(Section::Desk, "A report").staff("mira"),
        &report.report,
        state,
        vec![],
        labels(),
    )
}

fn statuses() -> Vec<(String, String)> {
    Status::ALL
        .into_iter()
        .map(|status| {
            let public: Option<ReportId> = (status == Status::Published).then(|| usual().id);
            let refusal = (status == Status::Refused).then_some(Refusal::CannotBeAnonymised);
            let page = StatusPage::new(
                unlisted(Section::Receipt, "Your report"),
                status,
                refusal,
                public,
                "K7QP",
                status == Status::Received,
            );
            (format!("status-{}", status.as_str()), page.html().unwrap())
        })
        .collect()
}

#[expect(clippy::too_many_lines, reason = "a list of pages")]
pub(super) fn all() -> Vec<(String, String)> {
    let problems = || vec![FieldError::new("text", FieldErrorKind::Empty)];
    let wrong = || {
        vec![
            FieldError::new("title", FieldErrorKind::TitleMissing),
            FieldError::new("timeline", FieldErrorKind::BadOffset { line: 3 }),
            FieldError::new(
                "technologies",
                FieldErrorKind::UnknownTechnology(RawText::new("Foo<b>")),
            ),
            FieldError::new("period", FieldErrorKind::BadPeriod),
        ]
    };
    let queue = vec![
        QueueLine::new(
            usual().id,
            Some(&redacted("Retries [Service A]")),
            RecordKind::NearMiss,
            Status::Received,
            "2026-W47".parse().unwrap(),
            true,
        ),
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
            "start",
            Box::new(StartPage::new(
                unlisted(Section::Report, "Write a report"),
                RawText::default(),
                RawText::default(),
                vec![],
                262_144,
            )),
        ),
        (
            "start-wrong",
            Box::new(StartPage::new(
                unlisted(Section::Report, "Write a report"),
                RawText::default(),
                RawText::new("</textarea><script>"),
                problems(),
                262_144,
            )),
        ),
        (
            "form",
            Box::new(FormPage::new(
                unlisted(Section::Report, "Write a report"),
                ReportForm::blank("n0nce"),
                vec![],
                labels(),
            )),
        ),
        (
            "form-wrong",
            Box::new(FormPage::new(
                unlisted(Section::Report, "Write a report"),
                ReportForm::from_report(&hostile().report, labels()),
                wrong(),
                labels(),
            )),
        ),
        ("preview", Box::new(preview(true))),
        ("preview-empty", Box::new(preview(false))),
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
            "sign-in",
            Box::new(SignInPage::new(
                unlisted(Section::Desk, "Sign in"),
                "",
                "Name and password do not go together.",
            )),
        ),
        (
            "queue",
            Box::new(DeskQueuePage::new(
                unlisted(Section::Desk, "Queue").staff("mira"),
                queue,
                2,
                Some("/desk?page=2".into()),
            )),
        ),
        (
            "queue-empty",
            Box::new(DeskQueuePage::new(
                unlisted(Section::Desk, "Queue").staff("mira"),
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
    rendered.chain(statuses()).collect()
}
