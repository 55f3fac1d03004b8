//! What holds whatever the reports are.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::anonymise::RedactedText;
use crate::digests::prose::{sentences, words};
use crate::digests::trend::Share;
use crate::digests::{Band, Digest, Paragraph, Piece, RETOLD_WORDS, Retelling, Trend};
use crate::report::{PublicReport, ReportId};

use super::{compiled, october, reports};

fn paragraphs(
    retelling: &Retelling<RedactedText>,
) -> impl Iterator<Item = &Paragraph<RedactedText>> {
    let helped = std::iter::once(&retelling.helped);
    retelling.paragraphs.iter().chain(helped)
}

fn quoted(paragraph: &Paragraph<RedactedText>) -> impl Iterator<Item = &str> {
    paragraph.iter().filter_map(|piece| match piece {
        Piece::Quoted(text) => Some(text.as_str()),
        Piece::Ours(_) | Piece::Edited(_) => None,
    })
}

fn report(id: ReportId) -> PublicReport<RedactedText> {
    reports()
        .into_iter()
        .find(|public| public.id == id)
        .unwrap()
}

#[test]
fn a_retelling_has_its_length() {
    for retelling in october().retellings {
        let length: usize = paragraphs(&retelling)
            .flatten()
            .map(|piece| words(piece.words()))
            .sum();
        assert!(RETOLD_WORDS.contains(&length), "{length}: {retelling:?}");
    }
}

#[test]
fn retold_sentences_stand_word_for_word_in_the_report_and_none_twice() {
    for retelling in october().retellings {
        let public = report(retelling.source.report);
        let mut said = BTreeSet::new();
        for sentence in paragraphs(&retelling).flat_map(quoted) {
            let in_report = public.report.texts().into_iter().any(|text| {
                let plain = text.as_str().replace("**", "");
                let flat: Vec<_> = plain.split_whitespace().collect();
                flat.join(" ").contains(sentence)
            });
            assert!(in_report, "{sentence}");
            assert!(said.insert(sentence), "{sentence} is told twice");
        }
    }
}

#[test]
fn no_retelling_begins_with_a_sentence_that_leans_on_another() {
    for retelling in october().retellings {
        let public = report(retelling.source.report);
        let texts = public.report.texts();
        let known: Vec<_> = texts.into_iter().flat_map(sentences).collect();
        for paragraph in paragraphs(&retelling) {
            let mut before: Option<&str> = None;
            for sentence in quoted(paragraph) {
                let at = known
                    .iter()
                    .position(|s| s.text.as_str() == sentence)
                    .unwrap();
                if known[at].leans {
                    assert_eq!(before, Some(known[at - 1].text.as_str()), "{sentence}");
                }
                before = Some(sentence);
            }
        }
    }
}

#[test]
fn the_numbers_add_up() {
    let digest = october();
    assert_eq!(digest.reports, 5);
    for line in &digest.by_stack {
        assert!(
            line.new <= digest.reports && line.new <= line.total,
            "{line:?}"
        );
    }
    for line in &digest.patterns {
        assert!(line.new + line.before <= line.total, "{line:?}");
    }
    for line in &digest.mitigations {
        assert!(
            line.worked <= line.tried && line.made_worse <= line.tried,
            "{line:?}"
        );
    }
    let redis = digest
        .by_stack
        .iter()
        .find(|l| l.technology.slug.as_str() == "redis")
        .unwrap();
    assert_eq!((redis.new, redis.total), (3, 4));
}

#[test]
fn text_survives_being_mapped_written_and_read() {
    let digest = october();
    let written = serde_json::to_string(&digest).unwrap();
    let read: Digest<String> = serde_json::from_str(&written).unwrap();
    assert_eq!(digest.map_text(|text| text.to_string()), read);
}

#[test]
fn a_schema_describes_what_is_written() {
    let schema = schemars::schema_for!(Digest<RedactedText>);
    let schema = serde_json::to_value(schema).unwrap();
    let digest = serde_json::to_value(october()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&digest)
        .map(|e| e.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

proptest! {
    #[test]
    fn a_band_never_tells_one_to_seven_apart(number in 0_u32..10_000) {
        let band = Band::of(number).to_string();
        match number {
            0 => prop_assert_eq!(band, "none"),
            1..=7 => prop_assert_eq!(band, "fewer than 8"),
            _ => {
                let shown: u32 = band.strip_prefix("about ").unwrap().parse().unwrap();
                prop_assert!(shown >= 10 && shown.is_multiple_of(5) && shown.abs_diff(number) <= 2);
            }
        }
    }

    #[test]
    fn a_band_reads_back_and_nothing_finer_does(number in 0_u32..10_000) {
        let band = Band::of(number);
        prop_assert_eq!(Band::try_from(band.to_string()).unwrap(), band);
        let exact = format!("about {number}");
        prop_assert_eq!(Band::try_from(exact).is_ok(), number >= 10 && number.is_multiple_of(5));
    }

    #[test]
    fn the_order_of_the_reports_changes_nothing(order in Just((0..7_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let reports = reports();
        let shuffled: Vec<_> = order.into_iter().map(|at| reports[at].clone()).collect();
        prop_assert_eq!(compiled("2026-Q4", &shuffled), compiled("2026-Q4", &reports));
    }

    #[test]
    fn more_reports_alone_are_no_trend(showing in 3_u32..50, of in 50_u32..100, times in 1_u32..20) {
        let before = Share { showing, of };
        let now = Share { showing: showing * times, of: of * times };
        prop_assert_eq!(Trend::of(now, before, before), Trend::Steady);
    }
}
