//! What is asked, and what becomes of the answers.

use std::sync::LazyLock;

use super::*;
use crate::anonymise::{Anonymiser, KeepName};
use crate::intake::{self, Removals};
use crate::lint;
use crate::portal::forms::{Asking, GUIDE};
use crate::portal::pages::{Page, ShortPage};
use crate::portal::{Layout, Section, samples};
use crate::taxonomy::ListId;
use crate::writeup::{self, Format};

static ANONYMISER: LazyLock<Anonymiser> =
    LazyLock::new(|| Anonymiser::new(std::iter::empty::<KeepName>()));

/// What a browser sends of the short form for this, with fields filled in.
fn short(about: &str, filled: &[(&str, &str)]) -> ReportForm {
    let asking = Asking::named(about);
    let form = ReportForm::asking_for(asking, "n0nce");
    let layout = Layout::private(Section::Report, asking.choice);
    let page = ShortPage::new(layout, form, vec![], labels()).unwrap();
    let mut asked = 0;
    let blank = sent(&page.html(crate::portal::Language::English).unwrap());
    let pairs = blank.pairs().map(|(name, value)| {
        let mut filled = filled.iter().filter(|(field, _)| *field == name);
        if name == "narrative_text" {
            asked += 1;
            let answer = filled.nth(asked - 1).map_or("", |(_, answer)| answer);
            return (name.to_owned(), answer.to_owned());
        }
        let value = filled.next().map_or(value, |(_, answer)| answer);
        (name.to_owned(), value.to_owned())
    });
    ReportForm::parse(&Fields::new(pairs.collect::<Vec<_>>()))
}

#[test]
fn each_is_asked_for_in_its_own_words() {
    let (first, more) = Asking::offered();
    assert_eq!((first.len(), more.len()), (5, 3));
    let all: Vec<&Asking> = first.iter().chain(more).collect();
    for kind in RecordKind::ALL {
        assert!(all.iter().any(|asking| asking.kind == kind), "{kind:?}");
    }
    for (index, asking) in all.iter().enumerate() {
        for other in all.iter().skip(index + 1) {
            assert!(asking.id != other.id && asking.choice != other.choice);
            assert_ne!(asking.story, other.story, "{} and {}", asking.id, other.id);
            assert_ne!(asking.title, other.title, "{} and {}", asking.id, other.id);
        }
        let form = short(asking.id, &[("title", "T"), ("narrative_text", "S")]);
        let report = form.to_report(labels()).unwrap();
        assert_eq!(report.kind, asking.kind);
        assert_eq!(
            form.asking().id,
            asking.id,
            "the words stay from look to look"
        );
    }
    assert_eq!(Asking::named("no such thing").kind, RecordKind::Incident);
    assert_eq!(Asking::of("hazard", RecordKind::Save).id, "save");
}

#[test]
fn answers_become_accounts_under_the_heading_of_their_question() {
    let form = short(
        "broke",
        &[
            ("title", "T"),
            ("narrative_text", "It stopped."),
            ("narrative_text", "A graph."),
            ("narrative_text", ""),
            ("narrative_text", "The queue."),
            ("told_by", "on-call"),
            ("luck", "It was night."),
            ("events", "latency-degradation"),
        ],
    );
    let (report, errors) = form.read(labels());
    let told: Vec<_> = report
        .narratives
        .iter()
        .map(|told| {
            (
                told.heading.as_ref().map(RawText::expose),
                told.text.expose(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (None, "It stopped."),
            (Some(GUIDE[0].heading), "A graph."),
            (Some(GUIDE[2].heading), "The queue."),
        ]
    );
    for told in &report.narratives {
        assert_eq!(told.perspective, Some(slug("on-call")));
    }
    assert_eq!(report.luck[0].expose(), "It was night.");
    assert!(
        errors.iter().all(|error| error.field == "events"),
        "{errors:?}"
    );
    // All of it is still there on the full form.
    let again = sent(&FormFields::new(form, &[], labels()).to_string());
    let (again, _) = ReportForm::parse(&again).read(labels());
    let written = |report: Report<RawText>| report.map_text(|text| text.expose().to_owned());
    assert_eq!(written(again).narratives, written(report).narratives);
}

#[test]
fn headings_of_questions_pass_through_as_they_are() {
    for question in &GUIDE {
        let made = ANONYMISER.anonymise(
            &RawText::new(question.heading),
            &crate::anonymise::Wishes::default(),
        );
        assert_eq!(made.text.as_str(), question.heading);
        assert!(
            lint::lint(question.heading).is_empty(),
            "{}",
            question.heading
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_draft_that_was_saved_goes_on_where_it_was(report in report(), keep in line(), plain: bool) {
        let wishes = crate::anonymise::Wishes {
            keep: vec![RawText::new(&keep), RawText::new("Zorblax")],
            plain_style: plain,
            ..Default::default()
        };
        let mut report = report.map_text(RawText::new);
        report.lessons.push(RawText::new("Priya Venkataraman paged priya@shop.example about Zorblax."));
        let first = intake::redact(&ANONYMISER, report, &wishes, &Removals::default()).report;
        let word = (ListId::Triggers, samples::redacted("a full moon"));
        let file = intake::save(intake::ToSave {
            report: &first,
            missed: std::slice::from_ref(&word),
            wishes: &wishes,
            second: false,
            nonce: None,
        })
        .unwrap();
        prop_assert!(!file.contains("Venkataraman") && !file.contains("priya@"));
        let saved = intake::saved(&file).unwrap();
        prop_assert_eq!(saved.wishes.plain_style, plain);
        prop_assert_eq!(saved.missed[0].0, word.0);
        prop_assert_eq!(saved.missed[0].1.expose(), word.1.as_str());
        let file = RawText::new(file);
        let format = Format::guess(Some("candor-draft.json"), file.expose());
        let imported = writeup::import(&file, Some("candor-draft.json"), format).unwrap();
        prop_assert!(imported.warnings.is_empty());
        let again = intake::redact(&ANONYMISER, imported.report, &saved.wishes, &Removals::default()).report;
        prop_assert_eq!(again, first);
    }
}

#[test]
fn only_a_saved_draft_is_taken_for_one() {
    for text in [
        "",
        "{}",
        "# Title",
        "{\"title\": \"T\"}",
        "{\"draft\": 5}",
        "{\"draft\": {\"x\": 1}}",
    ] {
        assert!(intake::saved(text).is_none(), "{text}");
    }
}
