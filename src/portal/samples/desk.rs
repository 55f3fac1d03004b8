//! Pages of the desk.

use std::collections::BTreeMap;

use super::pages::{Both, Shown, labels, unlisted};
use super::reports::{bare, hostile, redacted, slug, usual};
use crate::anonymise::Kind;
use crate::identifiability::{self, Circumstances, Level, Verdict};
use crate::portal::forms::{FieldError, FieldErrorKind};
use crate::portal::pages::{
    AgreementPage, AlikeLine, AlikePage, DeskQueuePage, DeskReportPage, DeskState, Page, QueueLine,
    SplitPage, Suggestion, TermLine, TermsPage,
};
use crate::portal::{Layout, Section};
use crate::report::{
    AccountId, Confidence, IsoWeek, RecordKind, Refusal, ReportId, Sender, Slug, Status, TermId,
};
use crate::review::{
    Agreement, Coding, Proposal, QueueAsked, QueueEntry, Role, Standing, TermStatus, coding_of,
};
use crate::taxonomy::{CODED, ListId};

fn staffed(title: &str) -> Layout {
    unlisted(Section::Desk, title).signed_in("mira", Role::Analyst)
}

fn week() -> IsoWeek {
    "2026-W44".parse().unwrap()
}

fn coding(codes: &[&str]) -> Coding {
    let mut coding = coding_of(&usual().report);
    let codes = codes.iter().map(|code| slug(code)).collect();
    coding.insert(ListId::FailureModes, codes);
    coding
}

/// Mira and Jonas have final codes, which differ in one list.
fn standing(mira: AccountId, jonas: AccountId) -> Standing {
    Standing {
        needed: 2,
        text: vec![mira],
        codes: vec![mira, jonas],
        codings: BTreeMap::from([
            (mira, coding(&["retry-storm", "other"])),
            (jonas, coding(&["overload"])),
        ]),
        settled: BTreeMap::new(),
    }
}

fn report(status: Status, full: bool) -> DeskReportPage {
    let report = if full { usual() } else { bare() };
    let (mira, jonas) = (AccountId::random(), AccountId::random());
    let shown = |full: bool, ids: Vec<ReportId>| if full { ids } else { Vec::new() };
    let state = DeskState {
        id: report.id,
        status,
        week: week(),
        refusal: (status == Status::Refused).then_some(Refusal::Duplicate),
        sample: true,
        revision: 3,
        standing: if full {
            standing(mira, jonas)
        } else {
            Standing {
                needed: 2,
                ..Standing::default()
            }
        },
        reader: mira,
        may_decide: true,
        names: vec![(mira, "mira".into()), (jonas, "jonas<b>".into())],
        verdict: if full {
            identifiability::judge(&["It made the news."], &Circumstances::default())
        } else {
            Verdict::default()
        },
        flaws: vec!["Fewer than five reports share its sector and quarter.".into()],
        removed: if full {
            vec![(Kind::Person, 3), (Kind::Time, 12)]
        } else {
            Vec::new()
        },
        struck: full.then_some(2),
        suggestions: vec![Suggestion {
            list: ListId::FailureModes,
            code: slug("cascading-failure"),
            confidence: Confidence::Medium,
            words: vec![
                "took pricing down with it".into(),
                "<i>one after another".into(),
            ],
        }],
        missed: if full {
            vec![(ListId::FailureModes, "thundering <b>herd".into())]
        } else {
            Vec::new()
        },
        hazard: full,
        joined: shown(full, vec![bare().id, hostile().id]),
        parts: shown(full, vec![bare().id]),
        origin: full.then(|| hostile().id),
    };
    let errors = if full {
        vec![FieldError::new("words", FieldErrorKind::Empty)]
    } else {
        Vec::new()
    };
    let layout = staffed("A report");
    let page = DeskReportPage::new(layout, &report.report, state, (errors, None), labels());
    page.waits(full.then_some(Sender::Reporter))
}

fn entry(title: Option<&str>, kind: RecordKind, status: Status, full: bool) -> QueueLine {
    let codes = |codes: &[&str]| -> Vec<Slug> {
        let codes = if full { codes } else { &[] };
        codes.iter().map(|code| slug(code)).collect()
    };
    let entry = QueueEntry {
        id: usual().id,
        title: title.map(redacted),
        kind,
        status,
        week: week(),
        weeks: if full { 3 } else { 0 },
        late: full,
        sample: full,
        hazard: full,
        level: full.then_some(Level::DoNotPublish),
        technologies: codes(&["nginx", "redis", "postgresql", "apache-kafka"]),
        failure_modes: codes(&["retry-storm"]),
    };
    QueueLine::new(&entry, labels()).waits(full.then_some(Sender::Desk))
}

fn queue(full: bool) -> DeskQueuePage {
    let lines = vec![
        entry(
            Some("Retries <b> [Service A]"),
            RecordKind::NearMiss,
            Status::Received,
            true,
        ),
        entry(None, RecordKind::Incident, Status::InReview, false),
    ];
    let asked = QueueAsked {
        kind: full.then_some(RecordKind::NearMiss),
        hazard: full,
        waits_for: full.then(AccountId::random),
        limit: 2,
        ..QueueAsked::default()
    };
    let (lines, total) = if full { (lines, 5) } else { (Vec::new(), 0) };
    DeskQueuePage::new(staffed("Queue"), lines, total, &asked, u32::from(full))
}

fn alike(full: bool) -> AlikePage {
    let line = |public| {
        let shared = vec!["Redis".to_owned(), "retry storm".to_owned()];
        AlikeLine::new(hostile().id, &hostile().report.title, shared, public)
    };
    let lines = |public| if full { vec![line(public)] } else { Vec::new() };
    let title = redacted(if full { "Retries [Service A]" } else { "" });
    AlikePage::new(
        staffed("Look-alikes"),
        usual().id,
        &title,
        lines(false),
        lines(true),
    )
}

fn split(wrong: bool) -> SplitPage {
    let goes = |_: &str| if wrong { "both" } else { "" }.to_owned();
    let problem = if wrong {
        "Give the report a title."
    } else {
        ""
    };
    let layout = staffed("Split a report");
    SplitPage::new(
        layout,
        usual().id,
        (&hostile().report, 3),
        "<b>",
        goes,
        problem.into(),
    )
}

fn agreement(full: bool) -> AgreementPage {
    let of = |(at, list): (usize, ListId)| Agreement {
        list,
        reports: if full { 14 } else { 0 },
        pairs: if full { 14 } else { 0 },
        same: if full { at } else { 0 },
        kappa: full.then_some(0.2 + 0.07 * f64::from(u32::try_from(at).unwrap())),
    };
    let all: Vec<Agreement> = CODED.into_iter().enumerate().map(of).collect();
    AgreementPage::new(staffed("Agreement on codes"), &all)
}

fn terms(full: bool) -> TermsPage {
    let proposal = |report| Proposal {
        id: TermId::random(),
        list: ListId::FailureModes,
        word: redacted("thundering <b>herd of [Service A]"),
        report,
        status: TermStatus::Open,
        week: week(),
        side: Sender::Reporter,
    };
    let lines = [proposal(Some(usual().id)), proposal(None)];
    let lines = lines.iter().filter(|_| full).map(TermLine::new).collect();
    TermsPage::new(staffed("Words that were missed"), lines, TermStatus::Open)
}

pub(super) fn all() -> Vec<(String, Both)> {
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        ("queue", Box::new(queue(true))),
        ("queue-empty", Box::new(queue(false))),
        ("desk-report", Box::new(report(Status::InReview, true))),
        ("desk-approved", Box::new(report(Status::Approved, false))),
        ("desk-refused", Box::new(report(Status::Refused, false))),
        ("desk-alike", Box::new(alike(true))),
        ("desk-alike-none", Box::new(alike(false))),
        ("desk-split", Box::new(split(false))),
        ("desk-split-wrong", Box::new(split(true))),
        ("desk-agreement", Box::new(agreement(true))),
        ("desk-agreement-none", Box::new(agreement(false))),
        ("desk-terms", Box::new(terms(true))),
        ("desk-terms-none", Box::new(terms(false))),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()))
        .collect()
}
