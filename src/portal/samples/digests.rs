//! Digests: the list, an issue, and what a reader asks for.

use super::pages::{Both, Shown, layout};
use super::reports::{bare, fullest, hostile, usual};
use crate::anonymise::RedactedText;
use crate::digests::{Background, Digest, IntakeNumbers, Scope};
use crate::patterns::CodeTable;
use crate::portal::pages::{
    DigestLine, DigestPage, DigestsPage, NoDigest, OwnDigestOf, OwnDigestPage, Page,
};
use crate::portal::{Layout, Section};
use crate::report::{ReportId, Span};
use crate::taxonomy::Taxonomy;

/// An issue from the usual report and its like, or from nothing.
fn digest(full: bool) -> Digest<RedactedText> {
    let period = "2026-10".parse().unwrap();
    let reports: Vec<_> = if full {
        vec![usual(), fullest()]
    } else {
        vec![]
    };
    let before = Background::of(period, reports.iter());
    let intake = IntakeNumbers {
        received: 12,
        published: 2,
        refused: 1,
        withdrawn: 0,
    };
    Digest::compile(period, &reports, &before, intake, Taxonomy::builtin())
}

fn october() -> Span {
    "2026-10".parse().unwrap()
}

fn of(stack: &str, period: &str) -> OwnDigestOf {
    OwnDigestOf {
        stack: stack.into(),
        period: period.into(),
        ..OwnDigestOf::default()
    }
}

/// An issue somebody asked for.
fn own() -> Digest<RedactedText> {
    let again = |mut public: crate::report::PublicReport<RedactedText>| {
        public.id = ReportId::random();
        public
    };
    let reports = [usual(), again(usual()), fullest(), hostile(), bare()];
    let table = CodeTable::of(&reports);
    let scope = Scope::named("", "", "", "incident").unwrap();
    Digest::own(
        &scope,
        october(),
        &scope.of(&table),
        &reports,
        Taxonomy::builtin(),
    )
    .unwrap()
}

pub(super) fn all() -> Vec<(String, Both)> {
    let frame = |title: &str| layout(Section::Digests, title);
    let ask = |of, why| {
        let names = vec!["Redis".to_owned(), "</option><script>".to_owned()];
        OwnDigestPage::new(frame("A digest of your own"), of, why, names)
    };
    let unknown = NoDigest::Unknown(vec!["<script>".into(), "quorxwell".into()]);
    let issue = |full| DigestPage::new(frame("October 2026"), &digest(full));
    let own = |period: &str, layout: Layout| {
        DigestPage::own(layout, &own(), of("redis, nginx & \"more\"", period))
    };
    let issues = vec![
        DigestLine::new("2026-Q3".parse().unwrap(), Some(1)),
        DigestLine::new("2026-09".parse().unwrap(), None),
    ];
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        (
            "digests",
            Box::new(DigestsPage::new(frame("Digests"), issues)),
        ),
        (
            "digests-empty",
            Box::new(DigestsPage::new(frame("Digests"), vec![])),
        ),
        ("digest", Box::new(issue(true))),
        ("digest-empty", Box::new(issue(false))),
        ("own-digest-ask", Box::new(ask(of("", ""), NoDigest::Blank))),
        (
            "own-digest-unknown",
            Box::new(ask(of("<script>, quorxwell", "month"), unknown)),
        ),
        (
            "own-digest-too-few",
            Box::new(ask(of("redis", "2026-10"), NoDigest::TooFew(october()))),
        ),
        ("own-digest", Box::new(own("month", frame("Your digest")))),
        (
            "own-digest-fixed",
            Box::new(own("2026-10", frame("Your digest"))),
        ),
        (
            "own-digest-file",
            Box::new(own("2026-10", frame("Your digest").standalone())),
        ),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()))
        .collect()
}
