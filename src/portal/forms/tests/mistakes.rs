//! Every mistake in every field: what was typed is given back, and what is wrong is said beside it.

use super::super::report::{HEADING_LIMIT, NARRATIVE_LIMIT, TEXTS};
use super::*;
use crate::portal::pages::{FormPage, Page, ShortPage};
use crate::portal::{Layout, Section};

/// Ends the field, begins a script, turns the writing round, and has no width.
const HOSTILE: &str =
    "\u{202e}</textarea>\"'><script>alert(1)</script>\u{0}\u{feff}\u{200d}👩‍🚒é\u{301}";
/// Fields of one entry a line.
const LISTS: [&str; 7] = [
    "timeline",
    "factors",
    "mitigations",
    "helped",
    "luck",
    "actions",
    "lessons",
];
const SINGLES: [&str; 3] = ["kind", "severity", "hours"];

/// A form with one field filled in beside what every report needs.
fn with(field: &str, value: &str) -> Fields {
    let told = [("title", "T"), ("narrative_text", "S")];
    let told = told.into_iter().filter(|(name, _)| *name != field);
    let pairs = told.chain([(field, value)]);
    Fields::new(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

/// What is said about the field, and the page that says it.
fn answered(fields: &Fields) -> (Vec<FieldError>, Vec<String>) {
    let form = ReportForm::parse(fields);
    let (_, errors) = form.read(labels());
    let layout = || Layout::private(Section::Report, "Write a report");
    let full = FormPage::new(layout(), form.clone(), errors.clone(), labels());
    let short = ShortPage::new(layout(), form, errors.clone(), labels());
    let pages = [
        Some(full.html(crate::portal::Language::English).unwrap()),
        short.map(|page| page.html(crate::portal::Language::English).unwrap()),
    ];
    (errors, pages.into_iter().flatten().collect())
}

/// The field is named, its place on the page is there, and what was typed stands in it.
fn holds(field: &str, typed: &str, kept: bool) {
    let (errors, pages) = answered(&with(field, typed));
    let named: Vec<&FieldError> = errors.iter().filter(|error| error.field == field).collect();
    assert_eq!(named.len(), 1, "{field}: {errors:?}");
    for page in &pages {
        let anchor = format!("href=\"#f-{field}\"");
        assert_eq!(page.matches(&anchor).count(), 1, "{field}: in the summary");
        assert!(
            page.contains(&format!("id=\"f-{field}\"")),
            "{field}: its place"
        );
        assert!(page.contains("class=\"wrong\""), "{field}: said beside it");
        assert!(!page.contains("<script"), "{field}");
        if kept {
            assert!(
                sent(page).all(field).any(|value| value == typed),
                "{field}: given back"
            );
        }
    }
}

#[test]
fn too_much_in_any_field_is_given_back() {
    let own = [
        ("narrative_text", NARRATIVE_LIMIT),
        ("narrative_heading", HEADING_LIMIT),
        ("declared", 20_000),
        ("kept", 20_000),
    ];
    for (field, limit) in TEXTS.into_iter().chain(own) {
        if field != "technologies" {
            holds(field, &"x".repeat(limit + 1), true);
        }
    }
    let (errors, _) = answered(&with("technologies", &"x".repeat(4_001)));
    assert!(matches!(
        errors[0].kind,
        FieldErrorKind::TooLong { limit: 4_000 }
    ));
    for field in LISTS {
        holds(field, &"x\n".repeat(401), true);
    }
}

#[test]
fn a_code_that_is_in_no_list_is_named() {
    let ones = ONE.iter().map(|field| field.name);
    let manies = MANY.iter().map(|field| field.name);
    for field in ones.chain(manies).chain(SINGLES) {
        for code in ["no-such-code", "Überlast", HOSTILE, "6"] {
            holds(field, code, false);
        }
    }
    for code in ["no-such-code", HOSTILE] {
        holds("narrative_perspective", code, false);
    }
    holds("period", "last week", true);
    holds("period", HOSTILE, true);
    holds("technologies", HOSTILE, true);
    holds("timeline", "+999999999d then", true);
}

#[test]
fn whatever_characters_are_typed_come_back_as_text() {
    let texts = TEXTS.into_iter().map(|(name, _)| name);
    let texts = texts.filter(|name| *name != "technologies");
    for field in texts.chain(["narrative_text", "narrative_heading", "declared", "kept"]) {
        let (errors, pages) = answered(&with(field, HOSTILE));
        assert!(errors.iter().all(|error| error.field != field), "{field}");
        for page in pages {
            assert!(!page.contains("<script"), "{field}");
            let back = sent(&page);
            let shown = back.all(field).count() > 0;
            assert!(
                !shown || back.all(field).any(|value| value == HOSTILE),
                "{field}"
            );
        }
    }
}

#[test]
fn what_is_missing_is_asked_for_by_name() {
    let empty = Fields::new([("about".to_owned(), "hazard".to_owned())]);
    let (errors, pages) = answered(&empty);
    let named: Vec<_> = errors.iter().map(|error| error.field).collect();
    assert_eq!(named, ["title", "narrative_text"]);
    assert_eq!(pages.len(), 2, "the short form can say so, too");
    for page in pages {
        for field in &named {
            assert!(page.contains(&format!("href=\"#f-{field}\"")));
            assert!(page.contains(&format!("id=\"f-{field}\"")));
        }
    }
    // A heading alone tells nothing; a question without an answer is not even that.
    for question in &GUIDE {
        let (errors, _) = answered(&with("narrative_heading", question.heading));
        assert!(errors.is_empty(), "{errors:?}");
        let pairs = [
            ("title", "T"),
            ("narrative_heading", question.heading),
            ("narrative_text", " "),
        ];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let (_, errors) = ReportForm::parse(&Fields::new(pairs)).read(labels());
        assert!(matches!(errors[0].kind, FieldErrorKind::NothingTold));
    }
}
