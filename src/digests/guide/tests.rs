//! Promises of a guide, over twenty-one invented reports: three of each that digests are tried on.

use crate::anonymise::RedactedText;
use crate::digests::{GuideEdits, PartEdit, Published};
use crate::patterns::{CodeTable, MINIMUM};
use crate::report::{Period, PublicReport};
use crate::taxonomy::Taxonomy;

use super::{EVIDENCE, Guide, GuideMaterial, Mark, Question, Says, Subject};

fn reports(times: usize) -> Vec<Published> {
    let text = include_str!("../../../tests/fixtures/digests/reports.json");
    let reports: Vec<PublicReport<String>> = serde_json::from_str(text).unwrap();
    let redacted = |public: PublicReport<String>| public.map_text(RedactedText::from_store);
    let reports: Vec<Published> = reports.into_iter().map(redacted).collect();
    let again = (0..times).flat_map(|time| {
        let copies = reports.iter().cloned();
        copies.enumerate().map(move |(n, mut public)| {
            let id = format!("00000000-0000-4000-8000-{time:06}{n:06}");
            public.id = id.parse().unwrap();
            public
        })
    });
    again.collect()
}

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

fn guide(subject: &Subject, reports: &[Published], when: &str) -> Option<Guide<RedactedText>> {
    let table = CodeTable::of(reports);
    let material = GuideMaterial {
        reports: table.with_any(&[subject.fact()]),
        read: reports,
    };
    Guide::compile(subject, &material, month(when), Taxonomy::builtin())
}

fn redis() -> Subject {
    Subject::named("redis").unwrap()
}

fn first() -> Guide<RedactedText> {
    guide(&redis(), &reports(3), "2026-10").unwrap()
}

fn text(words: &str) -> RedactedText {
    RedactedText::from_store(words.to_owned())
}

#[test]
fn a_name_is_of_one_subject_and_what_says_nothing_is_of_none() {
    let taxonomy = Taxonomy::builtin();
    for technology in taxonomy.technologies() {
        let slug = technology.slug().as_str();
        if !matches!(slug, "other" | "unknown") {
            let subject = Subject::named(slug);
            assert_eq!(
                subject,
                Some(Subject::Technology(technology.slug().clone()))
            );
        }
    }
    let mode = Subject::named("hidden-hard-dependency").unwrap();
    assert!(matches!(mode, Subject::Pattern(_)));
    for nothing in ["other", "quorxwell", "A b", ""] {
        assert_eq!(Subject::named(nothing), None, "{nothing}");
    }
}

#[test]
fn it_takes_evidence_and_every_line_has_enough_of_it() {
    assert_eq!(
        guide(&redis(), &reports(2), "2026-10"),
        None,
        "eight reports"
    );
    let guide = first();
    assert!(guide.reports as usize >= EVIDENCE);
    let lines: Vec<_> = guide.lines().collect();
    assert!(!lines.is_empty());
    for (_, line) in lines {
        assert!(line.reports as usize >= MINIMUM, "{line:?}");
        assert!(!line.evidence.is_empty() && line.mark == Mark::Same);
    }
    assert!(!guide.stories.is_empty());
    let sheet = guide.sheet().to_markdown(None);
    assert!(
        sheet.contains("Version 1, October 2026; drawn from at least 12 reports"),
        "{sheet}"
    );
    assert!(!sheet.contains("Changed since"), "{sheet}");
}

#[test]
fn the_order_of_the_reports_changes_nothing() {
    let mut turned = reports(3);
    turned.reverse();
    assert_eq!(guide(&redis(), &turned, "2026-10").unwrap(), first());
}

#[test]
fn a_version_marks_what_changed_since_the_one_before() {
    let before = first();
    let same = guide(&redis(), &reports(3), "2026-11")
        .unwrap()
        .after(&before);
    assert!(!same.is_news(), "nothing new to say");
    let mut known = before.clone();
    let Says::Lines(lines) = &mut known.parts[0].says else {
        panic!("nobody edited it");
    };
    let left_out = lines.remove(0);
    let mut gone = left_out.clone();
    gone.what.slug = "dns".parse().unwrap();
    gone.what.label = "A line of yore".to_owned();
    lines.push(gone);
    let next = guide(&redis(), &reports(4), "2026-11")
        .unwrap()
        .after(&known);
    assert_eq!(next.version, 2);
    assert!(next.is_news());
    let since = next.since.as_ref().unwrap();
    assert_eq!(since.new, std::slice::from_ref(&left_out.what));
    assert_eq!(since.gone.len(), 1);
    let marks: Vec<Mark> = next.lines().map(|(_, line)| line.mark).collect();
    assert!(marks.contains(&Mark::New) && marks.iter().any(|m| matches!(m, Mark::Counted(_))));
    let sheet = next.sheet().to_markdown(None);
    assert!(sheet.contains("new since version 1"), "{sheet}");
    assert!(
        sheet.contains("No longer in it: a line of yore."),
        "{sheet}"
    );
}

#[test]
fn what_may_not_be_spoken_of_any_more_is_compared_with_nothing() {
    let anew = guide(&redis(), &reports(4), "2026-11")
        .unwrap()
        .anew_after(first().version);
    assert_eq!((anew.version, anew.since.clone()), (2, None));
    let sheet = anew.sheet().to_markdown(None);
    assert!(
        sheet.contains("made anew") && !sheet.contains("since version"),
        "{sheet}"
    );
}

#[test]
fn an_editor_introduces_leaves_out_and_tells_in_other_words() {
    let compiled = first();
    let [kept, dropped, told] = [0, 1, 2].map(|n| compiled.parts[n].question);
    let story = compiled.stories[0].source.report;
    let edits = GuideEdits {
        introduction: Some(text("Read this first.\n\nThen that.")),
        parts: vec![
            PartEdit {
                question: dropped,
                dropped: true,
                told: None,
            },
            PartEdit {
                question: told,
                dropped: false,
                told: Some(text("Ask your neighbour.")),
            },
        ],
        without: vec![story],
    };
    let edited = compiled.clone().edited(&edits);
    let questions: Vec<Question> = edited.parts.iter().map(|part| part.question).collect();
    assert!(questions.contains(&kept) && !questions.contains(&dropped));
    assert!(
        edited
            .stories
            .iter()
            .all(|told| told.source.report != story)
    );
    let next = edited.clone().after(&compiled);
    assert!(next.is_news() && next.since.as_ref().unwrap().words);
    let sheet = edited.sheet().to_plain(None);
    assert!(
        sheet.contains("Read this first.") && sheet.contains("Ask your neighbour."),
        "{sheet}"
    );
    assert!(sheet.contains("An editor went over it."), "{sheet}");
    let json = serde_json::to_string(&edited).unwrap();
    let read: Guide<String> = serde_json::from_str(&json).unwrap();
    assert_eq!(read.map_text(RedactedText::from_store), edited);
}
