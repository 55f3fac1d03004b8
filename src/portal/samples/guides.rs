//! Best-practice guides: the list, a guide, and at the desk.

use super::pages::{Both, Shown, layout, unlisted};
use super::reports::{fullest, hostile, redacted};
use crate::anonymise::{RawText, RedactedText};
use crate::digests::{Guide, GuideEdits, GuideMaterial, PartEdit, Question, Subject};
use crate::patterns::CodeTable;
use crate::portal::forms::GuideForm;
use crate::portal::pages::{DeskGuidePage, DeskGuidesPage, GuidePage, GuidesPage, Page};
use crate::portal::{Layout, Section};
use crate::registry::GuideCard;
use crate::report::PublicReport;
use crate::review::{DeskGuide, DeskGuideLine, Role, Seen};
use crate::taxonomy::Taxonomy;

fn redis() -> Subject {
    Subject::named("redis").unwrap()
}

/// The guide out of reports that tell enough, so many times each.
fn guide(times: usize, month: &str) -> Guide<RedactedText> {
    let text = include_str!("../../../tests/fixtures/digests/reports.json");
    let told: Vec<PublicReport<String>> = serde_json::from_str(text).unwrap();
    let told = told.into_iter();
    let told: Vec<_> = told
        .map(|public| public.map_text(|text| redacted(&text)))
        .chain([hostile(), fullest()])
        .collect();
    let reports = (0..times).flat_map(|time| {
        let told = told.iter().cloned().enumerate();
        told.map(move |(n, mut public)| {
            let id = format!("00000000-0000-4000-8000-{time:06}{n:06}");
            public.id = id.parse().unwrap();
            public
        })
    });
    let reports: Vec<PublicReport<RedactedText>> = reports.collect();
    let table = CodeTable::of(&reports);
    let material = GuideMaterial {
        reports: table.with_any(&[redis().fact()]),
        read: &reports,
    };
    let month = month.parse().unwrap();
    Guide::compile(&redis(), &material, month, Taxonomy::builtin()).unwrap()
}

fn edits() -> GuideEdits<RedactedText> {
    let part = |question, dropped, told: Option<&str>| PartEdit {
        question,
        dropped,
        told: told.map(redacted),
    };
    GuideEdits {
        introduction: Some(redacted("An <i>introduction</i>.\n\nTwo paragraphs.")),
        parts: vec![
            part(Question::Gaps, true, None),
            part(Question::Detectors, false, Some("Ask <b>somebody</b>.")),
        ],
        without: Vec::new(),
    }
}

/// The second version, with everything that can change.
fn second() -> Guide<RedactedText> {
    let mut before = guide(3, "2026-09");
    before.parts.remove(0);
    guide(4, "2026-10").edited(&edits()).after(&before)
}

fn staffed() -> Layout {
    unlisted(Section::Desk, "Guides").signed_in("mira", Role::Editor)
}

/// What an editor works on.
fn at_the_desk(out: bool) -> DeskGuidePage {
    let guide = DeskGuide {
        compiled: guide(4, "2026-10"),
        out: out.then_some(1),
        draft: second(),
        edits: out.then(edits),
        seen: Seen::given("0123"),
    };
    let kept = guide.edits.clone().unwrap_or_default();
    let mut form = GuideForm::of(&guide.compiled, &kept, guide.seen.clone());
    let mut problem = String::new();
    if out {
        form.introduction = RawText::new("</textarea><script>");
        problem = "This was changed after you opened it.".into();
    }
    DeskGuidePage::new(staffed(), &guide, form, problem)
}

pub(super) fn all() -> Vec<(String, Both)> {
    let frame = |title: &str| layout(Section::Digests, title);
    let card = |slug: &str, version| GuideCard {
        subject: Subject::named(slug).unwrap(),
        version,
        month: "2026-10".parse().unwrap(),
        reports: 12,
    };
    let cards = [card("redis", 2), card("retry-storm", 1), card("nginx", 1)];
    let lines: Vec<DeskGuideLine> = cards
        .iter()
        .map(|card| DeskGuideLine {
            card: card.clone(),
            kept: card.version == 2,
        })
        .collect();
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        (
            "guides",
            Box::new(GuidesPage::new(frame("Best-practice guides"), &cards)),
        ),
        (
            "guides-empty",
            Box::new(GuidesPage::new(frame("Best-practice guides"), &[])),
        ),
        (
            "guide",
            Box::new(GuidePage::new(frame("Redis: a guide"), &second())),
        ),
        (
            "guide-first",
            Box::new(GuidePage::new(
                frame("Redis: a guide"),
                &guide(3, "2026-09"),
            )),
        ),
        (
            "guide-file",
            Box::new(GuidePage::new(
                frame("Redis: a guide").standalone(),
                &second(),
            )),
        ),
        (
            "desk-guide-draft",
            Box::new(GuidePage::draft(staffed(), &second())),
        ),
        ("desk-guide", Box::new(at_the_desk(true))),
        ("desk-guide-new", Box::new(at_the_desk(false))),
        (
            "desk-guides",
            Box::new(DeskGuidesPage::new(staffed(), &lines)),
        ),
        (
            "desk-guides-empty",
            Box::new(DeskGuidesPage::new(staffed(), &[])),
        ),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()))
        .collect()
}
