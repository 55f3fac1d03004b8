//! Promises of a digest, over seven invented reports of which five came out in October 2026.

mod edited;
mod laws;
mod own;
mod parts;
mod written;

use crate::anonymise::RedactedText;
use crate::patterns::CodeTable;
use crate::report::{PublicReport, Span};
use crate::taxonomy::Taxonomy;

use super::{Digest, IntakeNumbers, Material};

const INTAKE: IntakeNumbers = IntakeNumbers {
    received: 13,
    published: 5,
    refused: 1,
    withdrawn: 0,
};

fn reports() -> Vec<PublicReport<RedactedText>> {
    let text = include_str!("../../../tests/fixtures/digests/reports.json");
    let reports: Vec<PublicReport<String>> = serde_json::from_str(text).unwrap();
    let redacted = |public: PublicReport<String>| public.map_text(RedactedText::from_store);
    reports.into_iter().map(redacted).collect()
}

fn period(text: &str) -> Span {
    text.parse().unwrap()
}

fn compiled(when: &str, reports: &[PublicReport<RedactedText>]) -> Digest<RedactedText> {
    let table = CodeTable::of(reports);
    let material = Material {
        reports: table.all(),
        followed: table.these(&[]),
        read: reports,
        alerts: Vec::new(),
    };
    Digest::compile(period(when), material, INTAKE, Taxonomy::builtin())
}

fn october() -> Digest<RedactedText> {
    compiled("2026-10", &reports())
}
