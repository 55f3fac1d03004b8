//! The committed contracts are those of the code: JSON schemas that other people's programs read.
//! A stale file is rewritten and the test fails once, so that the change is looked at.

#![expect(clippy::unwrap_used, reason = "a panic is how a test says no")]

use std::fs;
use std::path::Path;

use candor::anonymise::{RawText, RedactedText};
use candor::app::{anonymiser, samples};
use candor::digests::{Digest, Guide};
use candor::intake::{Removals, redact};
use candor::report::{Period, PublicReport, ReportId};
use serde_json::Value;

fn current<T: schemars::JsonSchema>(file: &str) -> Value {
    let schema = schemars::schema_for!(T);
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let path = Path::new("schema").join(file);
    if fs::read_to_string(&path).unwrap_or_default() != text {
        fs::write(&path, &text).unwrap();
        panic!(
            "{} was stale and has been rewritten: look at the change and commit it",
            path.display()
        );
    }
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_schema_of_reports_is_current_and_every_sample_follows_it() {
    let schema = current::<PublicReport<RedactedText>>("report.schema.json");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let period: Period = "2026-10".parse().unwrap();
    for sample in samples().unwrap() {
        let draft = sample.draft(period).unwrap();
        let report = redact(
            &anonymiser(),
            draft.report,
            &draft.wishes,
            &Removals::default(),
        )
        .report;
        let public = PublicReport {
            id: ReportId::random(),
            published: period,
            revision: 0,
            sample: true,
            changes: Vec::new(),
            report,
        };
        let json = serde_json::to_value(&public).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", sample.file);
        let read: PublicReport<RawText> = serde_json::from_value(json).unwrap();
        assert_eq!(read.id, public.id);
    }
}

#[test]
fn the_schema_of_digests_is_current() {
    current::<Digest<RedactedText>>("digest.schema.json");
}

#[test]
fn the_schema_of_guides_is_current() {
    current::<Guide<RedactedText>>("guide.schema.json");
}
