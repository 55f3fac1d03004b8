//! Pages on which a report is written.

use super::pages::{Both, Shown, labels, lines, unlisted};
use super::reports::{bare, hostile, redacted, usual};
use crate::anonymise::RawText;
use crate::identifiability::{self, Circumstances, Part, Verdict};
use crate::intake::{Advice, Flaw, Preview, Removals};
use crate::portal::forms::{Asking, FieldError, FieldErrorKind, ReportForm};
use crate::portal::pages::{
    FormPage, Page, PreviewPage, SecondPage, SharedPage, SheetPage, ShortPage, StartPage,
};
use crate::portal::{Crowd, Section};
use crate::registry::Shared;
use crate::tagging::Suggestions;
use crate::taxonomy::ListId;

/// What was taken out of the fullest sample, as its form carries it.
const REMOVED: &str = "PERSON\tgiven-name\t0,2/3\t[Person A]\tMark\nPERSON\tfull-name\t1/3\t[Person A]\tMark Twain<b>\nPRODUCT\tunknown-name\t0/1\t[Service A]\tHopla\nORG\tdeclared-name\t0/1\t[Organisation A]\tTuktik\nEMAIL\temail\t0/1\t[e-mail]\t\nSECRET\tsecret-token\t0,1/2\t[secret]\ta GitHub token\nTIME\tclock-time\t0/1\t[T+12m]\t11:42";

fn preview(full: bool) -> PreviewPage {
    let report = if full { usual().report } else { bare().report };
    let removed = RawText::new(if full { REMOVED } else { "" });
    let mut frame = ReportForm::blank("");
    frame.declared = RawText::new("Tuktik\nHopla");
    let form = ReportForm::from_report(&report, labels()).framed(&frame, "n0nce", removed.clone());
    let looked = looked(full);
    let form = form.missing(&looked.missed);
    let warnings = if full {
        vec![say!("warning-unplaced", count = 2_u32)]
    } else {
        vec![]
    };
    let layout = unlisted(Section::Report, "Look it over");
    let page = PreviewPage::new(layout, looked, form, warnings, labels());
    if !full {
        return page;
    }
    let alike = lines()
        .into_iter()
        .map(|line| line.because(say!("alike-technologies", technologies = vec!["NGINX"])))
        .collect();
    page.in_company(7, alike, "/search?q=stack%3Anginx".into())
        .among(crowd())
}

fn crowd() -> Crowd {
    Crowd::new(&usual().report, shared(), labels())
}

fn sheet(full: bool) -> SheetPage {
    let crowd = if full { crowd() } else { Crowd::default() };
    let layout = unlisted(Section::Report, "For whoever signs it off");
    SheetPage::new(layout, &looked(full), crowd, labels())
}

fn looked(full: bool) -> Preview {
    let advice = Advice {
        words: "failed to notice".into(),
        message: "This tells what did not happen.",
        suggestion: "What did they see instead, and what made it sensible?",
    };
    let known = ["It made the news. It made the headlines."];
    let removed = if full { REMOVED } else { "" };
    Preview {
        missed: vec![(ListId::Triggers, redacted("a tide of \"calls\" <b>"))],
        removals: Removals::read(removed),
        verdict: if full {
            identifiability::judge(&known, &Circumstances::default())
        } else {
            Verdict::default()
        },
        suggestions: Suggestions::default(),
        advice: if full { vec![advice] } else { vec![] },
        flaws: if full { vec![] } else { vec![Flaw::NoTitle] },
        report: if full { usual().report } else { bare().report },
    }
}

/// Two share the fullest sample, more would if it said less.
fn shared() -> Shared {
    let report = usual().report;
    let said = Part::ALL.into_iter().filter(|part| part.is_said(&report));
    let said: Vec<Part> = said.collect();
    let rarest = report.technologies.first().map(|used| &used.slug);
    let wider = said.iter().enumerate();
    let wider = wider.filter_map(|(n, part)| Some((*part, part.wider(&report, rarest)?, n)));
    Shared {
        count: 2,
        wider: wider.collect(),
        said,
    }
}

fn short(about: &str, wrong: bool) -> ShortPage {
    let asking = Asking::named(about);
    let layout = unlisted(Section::Report, asking.choice);
    let (form, errors) = if wrong {
        let long = FieldErrorKind::TooLong { limit: 300 };
        let errors = [
            ("title", FieldErrorKind::TitleMissing),
            ("narrative_text", FieldErrorKind::NothingTold),
            ("narrative_perspective", FieldErrorKind::UnknownChoice),
            ("events", FieldErrorKind::UnknownChoice),
            ("period", FieldErrorKind::BadPeriod),
            ("factors", long),
            ("declared", FieldErrorKind::TooLong { limit: 20_000 }),
        ];
        let errors = errors.map(|(name, kind)| FieldError::new(name, kind));
        let form = ReportForm::from_report(&hostile().report, labels());
        (form, errors.into())
    } else {
        (ReportForm::asking_for(asking, "n0nce"), vec![])
    };
    ShortPage::new(layout, form, errors, labels()).unwrap()
}

fn second(errors: Vec<FieldError>) -> SecondPage {
    let layout = unlisted(Section::Report, "Tell it from your side");
    let mut form = ReportForm::blank("n0nce");
    form.code = RawText::new(if errors.is_empty() { "" } else { "K7QP\"><b>" });
    SecondPage::new(layout, form, errors, labels()).unwrap()
}

pub(super) fn all() -> Vec<(String, Both)> {
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
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        (
            "start",
            Box::new(StartPage::new(
                unlisted(Section::Report, "Write a report"),
                RawText::default(),
                ReportForm::blank("n0nce"),
                vec![],
                262_144,
            )),
        ),
        (
            "start-wrong",
            Box::new(StartPage::new(
                unlisted(Section::Report, "Write a report"),
                RawText::default(),
                {
                    let mut form = ReportForm::blank("n0nce");
                    form.declared = RawText::new("</textarea><script>");
                    form
                },
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
        ("short", Box::new(short("hazard", false))),
        ("short-wrong", Box::new(short("broke", true))),
        ("preview", Box::new(preview(true))),
        ("preview-empty", Box::new(preview(false))),
        ("second", Box::new(second(vec![]))),
        (
            "second-wrong",
            Box::new(second(vec![
                FieldError::new("code", FieldErrorKind::BadCode),
                FieldError::new("narrative_text", FieldErrorKind::NothingTold),
            ])),
        ),
        (
            "shared",
            Box::new(SharedPage::new(
                unlisted(Section::Receipt, "A code for a second person"),
                "K7QP-X2M4-9ZRT-B8W3-FJ6D-YA5C-HNEV",
            )),
        ),
        ("sheet", Box::new(sheet(true))),
        ("sheet-empty", Box::new(sheet(false))),
    ];
    let rendered = pages
        .into_iter()
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()));
    rendered.collect()
}
