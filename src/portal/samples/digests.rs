//! Digests: the list, an issue, and what a reader asks for.

use super::pages::{Both, Shown, layout, unlisted};
use super::reports::{bare, fullest, hostile, redacted, usual};
use crate::anonymise::{RawText, RedactedText};
use crate::digests::{AlertLine, Digest, Edits, Hand, IntakeNumbers, Material, Scope, StoryEdit};
use crate::patterns::{CodeTable, Selection};
use crate::portal::forms::DigestForm;
use crate::portal::pages::{
    DeskDigestPage, DeskDigestsPage, DigestLine, DigestPage, DigestThenPage, DigestsPage, NoDigest,
    OwnDigestOf, OwnDigestPage, Page,
};
use crate::portal::{Layout, Section};
use crate::report::{Period, PublicReport, Span};
use crate::review::{DeskIssue, Role, Seen};
use crate::taxonomy::Taxonomy;

fn material<'a>(
    table: &'a CodeTable,
    about: Selection<'a>,
    reports: &'a [PublicReport<RedactedText>],
) -> Material<'a> {
    let alert = |number, title: &str| AlertLine {
        id: "00000000-0000-4000-8000-0000000000aa".parse().unwrap(),
        number,
        title: redacted(title),
    };
    Material {
        reports: about,
        followed: table.these(&[]),
        read: reports,
        alerts: vec![
            alert(12, "A default that <b>waits</b> for ever"),
            alert(11, "x"),
        ],
    }
}

/// An issue from the usual report and its like, or from nothing.
fn digest(full: bool) -> Digest<RedactedText> {
    let period = "2026-10".parse().unwrap();
    let reports: Vec<_> = if full {
        vec![usual(), fullest()]
    } else {
        vec![]
    };
    let intake = IntakeNumbers {
        received: 12,
        published: 2,
        refused: 1,
        withdrawn: 0,
    };
    let table = CodeTable::of(&reports);
    Digest::compile(
        period,
        material(&table, table.all(), &reports),
        intake,
        Taxonomy::builtin(),
    )
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

/// Reports that tell enough for every part of an issue.
fn telling() -> Vec<PublicReport<RedactedText>> {
    let text = include_str!("../../../tests/fixtures/digests/reports.json");
    let reports: Vec<PublicReport<String>> = serde_json::from_str(text).unwrap();
    let reports = reports.into_iter();
    let redacted = |public: PublicReport<String>| public.map_text(|text| redacted(&text));
    reports.map(redacted).chain([hostile(), bare()]).collect()
}

/// An issue somebody asked for.
fn own() -> Digest<RedactedText> {
    let reports = telling();
    let table = CodeTable::of(&reports);
    let scope = Scope::named("", "", "", "incident").unwrap();
    Digest::own(
        &scope,
        october(),
        material(&table, scope.of(&table), &reports),
        Taxonomy::builtin(),
    )
    .unwrap()
}

/// What an editor works on.
fn at_the_desk(out: bool) -> DeskDigestPage {
    let period: Period = "2026-10".parse().unwrap();
    let issue = DeskIssue {
        period,
        over: out,
        out: out.then_some((2, Hand::Editor)),
        kept: out,
    };
    let compiled = own();
    let mut form = DigestForm::of(&compiled, &Edits::default(), Seen::given("0123"));
    let mut problem = String::new();
    if out {
        form.opening = RawText::new("</textarea><script>");
        form.note = RawText::new("A number was \"wrong\".");
        form.stories[0].dropped = true;
        problem = "A retelling has 120 to 200 words; one of these has 7.".into();
    } else {
        form.stories.clear();
    }
    DeskDigestPage::new(staffed(), issue, &compiled, form, problem)
}

fn staffed() -> Layout {
    unlisted(Section::Desk, "Digests").signed_in("mira", Role::Editor)
}

/// An issue as an editor left it.
fn edited() -> Digest<RedactedText> {
    let compiled = own();
    let told = redacted("The queue grew <b>unseen</b>.\n\nThen somebody looked.");
    let story = StoryEdit {
        report: compiled.retellings[0].source.report,
        dropped: false,
        told: Some(told),
    };
    let edits = Edits {
        opening: Some(redacted("An <i>opening</i>.\n\nTwo paragraphs.")),
        stories: vec![story],
        note: Some(redacted("A number was wrong.")),
    };
    Digest {
        about: None,
        ..compiled.edited(&edits)
    }
}

pub(super) fn all() -> Vec<(String, Both)> {
    let frame = |title: &str| layout(Section::Digests, title);
    let ask = |of, why| {
        let names = vec!["Redis".to_owned(), "</option><script>".to_owned()];
        OwnDigestPage::new(frame("A digest of your own"), of, why, names)
    };
    let unknown = NoDigest::Unknown(vec!["<script>".into(), "quorxwell".into()]);
    let issue = |full| DigestPage::new(frame("October 2026"), &digest(full));
    let owned = |period: &str, layout: Layout| {
        DigestPage::own(layout, &own(), of("redis, nginx & \"more\"", period))
    };
    let issues = vec![
        DigestLine::new("2026-Q3".parse().unwrap(), Some(1)),
        DigestLine::new("2026-09".parse().unwrap(), None),
    ];
    let stands = [(true, true), (true, false), (false, false)].map(|(over, out)| DeskIssue {
        period: "2026-10".parse().unwrap(),
        over,
        out: out.then_some((1, Hand::Unattended)),
        kept: !out,
    });
    let then = DigestThenPage::new(
        frame("What happened then"),
        &own(),
        "/digests/2026-10".into(),
    );
    let then = then.expect("a case");
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
        ("digest-then", Box::new(then)),
        (
            "digest-edited",
            Box::new(DigestPage::new(frame("October 2026"), &edited())),
        ),
        (
            "desk-digest-draft",
            Box::new(DigestPage::draft(staffed(), &edited())),
        ),
        ("desk-digest", Box::new(at_the_desk(true))),
        ("desk-digest-new", Box::new(at_the_desk(false))),
        (
            "desk-digests",
            Box::new(DeskDigestsPage::new(staffed(), &stands)),
        ),
        ("own-digest-ask", Box::new(ask(of("", ""), NoDigest::Blank))),
        (
            "own-digest-unknown",
            Box::new(ask(of("<script>, quorxwell", "month"), unknown)),
        ),
        (
            "own-digest-too-many",
            Box::new(ask(of("", "month"), NoDigest::TooMany(41))),
        ),
        (
            "own-digest-too-few",
            Box::new(ask(of("redis", "2026-10"), NoDigest::TooFew(october()))),
        ),
        ("own-digest", Box::new(owned("month", frame("Your digest")))),
        (
            "own-digest-fixed",
            Box::new(owned("2026-10", frame("Your digest"))),
        ),
        (
            "own-digest-file",
            Box::new(owned("2026-10", frame("Your digest").standalone())),
        ),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()))
        .collect()
}
