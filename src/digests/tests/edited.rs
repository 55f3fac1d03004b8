//! What an editor can do with an issue, and what the new parts say.

use crate::anonymise::RedactedText;
use crate::digests::{Digest, Edits, Hand, RETOLD_WORDS, StoryEdit};
use crate::report::{PublicReport, ReportId};

use super::{compiled, october, reports};

fn text(words: &str) -> RedactedText {
    RedactedText::from_store(words.to_owned())
}

fn told(digest: &Digest<RedactedText>) -> Vec<ReportId> {
    let stories = digest.retellings.iter();
    stories.map(|story| story.source.report).collect()
}

fn story(report: ReportId) -> StoryEdit<RedactedText> {
    StoryEdit {
        report,
        dropped: false,
        told: None,
    }
}

/// The same reports once more, out in May.
fn again(time: u8) -> Vec<PublicReport<RedactedText>> {
    let numbered = (0_u32..).zip(reports());
    numbered
        .map(|(n, public)| PublicReport {
            id: format!("00000000-0000-4000-{time:x}000-{n:012}")
                .parse()
                .unwrap(),
            published: "2026-05".parse().unwrap(),
            ..public
        })
        .collect()
}

#[test]
fn stories_stand_in_the_order_that_is_wanted_and_one_can_be_left_out() {
    let before = told(&october());
    let [first, second, rest @ ..] = before.as_slice() else {
        panic!("{before:?}")
    };
    let edits = Edits {
        stories: vec![
            story(*second),
            StoryEdit {
                dropped: true,
                ..story(*first)
            },
        ],
        ..Edits::default()
    };
    let after = told(&october().edited(&edits));
    let wanted: Vec<_> = [*second].into_iter().chain(rest.iter().copied()).collect();
    assert_eq!(after, wanted);
}

#[test]
fn words_of_an_editor_are_marked_as_such_and_have_the_length_of_a_retelling() {
    let report = told(&october())[0];
    let long = vec!["word"; *RETOLD_WORDS.end()].join(" ");
    let edits = |words: &str| Edits {
        opening: Some(text("An opening.\n\nIts second part.")),
        stories: vec![StoryEdit {
            told: Some(text(words)),
            ..story(report)
        }],
        note: Some(text("A number was wrong.")),
    };
    assert_eq!(edits(&long).wrong_length(), None);
    assert_eq!(edits("Too short.").wrong_length(), Some((report, 2)));
    let issue = october().edited(&edits(&long));
    assert_eq!(issue.hand, Hand::Editor);
    let markdown = issue.sheet().to_markdown(None);
    for words in [
        "Corrected: A number was wrong.",
        "Its second part.",
        "Retold by an editor.",
        "An editor chose, ordered and introduced the stories.",
    ] {
        assert!(markdown.contains(words), "{words}: {markdown}");
    }
    assert_eq!(markdown.matches("Retold by an editor.").count(), 1);
    assert!(
        october()
            .sheet()
            .to_markdown(None)
            .contains("nobody edited it")
    );
}

#[test]
fn the_theme_opens_the_stories_and_gives_the_practice() {
    let year = compiled("2026", &[reports(), again(10), again(9)].concat());
    let theme = year.theme.as_ref().unwrap();
    assert_eq!(theme.mode.slug.as_str(), "hidden-hard-dependency");
    assert_eq!(theme.reports, 9);
    let practice = year.practice.as_ref().unwrap();
    assert_eq!(practice.about, theme.mode);
    let lines = || practice.parts.iter().flat_map(|part| &part.lines);
    assert!(lines().count() > 0);
    for line in lines() {
        assert!(line.reports >= 3 && !line.evidence.is_empty(), "{line:?}");
    }
    let poster = year.poster().unwrap();
    assert_eq!(poster.set(None).unwrap().pages().len(), 1);
    let october = october();
    assert_eq!(october.theme, None, "two reports of five are no theme");
    assert!(october.poster().is_none());
}

#[test]
fn what_no_earlier_report_has_is_new_unless_everything_is() {
    let quarter = compiled("2026-Q4", &reports()).news;
    assert!(
        quarter.modes.is_empty(),
        "five reports after two: {quarter:?}"
    );
    let mut more = [reports(), again(9)].concat();
    more.retain(|public| {
        let modes = &public.report.failure_modes;
        let slug = modes.first().map(|mode| mode.code.as_str().to_owned());
        public.published != "2026-05".parse().unwrap()
            || slug.as_deref() != Some("idempotency-failure")
    });
    let news = compiled("2026-10", &more).news;
    let seen: Vec<_> = news
        .modes
        .iter()
        .map(|line| line.what.slug.as_str())
        .collect();
    assert_eq!(seen, ["idempotency-failure"]);
    let held: Vec<_> = news
        .held
        .iter()
        .map(|line| line.what.slug.as_str())
        .collect();
    assert!(held.contains(&"fail-safe-default"), "{held:?}");
}
