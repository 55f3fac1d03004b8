//! Tests of the importer: invented write-ups in the shapes real ones have, and laws that hold for
//! any text.

mod fixtures;
mod laws;
mod times;

use crate::anonymise::RawText;
use crate::report::Factor;

use super::{Format, Imported, Unusable, import};

fn markdown(text: &str) -> Imported {
    import(&RawText::new(text), None, Format::Markdown).unwrap()
}

fn refused(text: &str) -> Unusable {
    import(&RawText::new(text), None, Format::Markdown).unwrap_err()
}

/// Everything an import holds, as text to compare.
fn outline(imported: &Imported) -> String {
    let mut out = String::new();
    let mut line = |depth: usize, text: String| {
        let text = text.replace('\n', " ⏎ ");
        out.push_str(&"  ".repeat(depth));
        out.push_str(text.trim_end());
        out.push('\n');
    };
    let report = &imported.report;
    line(0, format!("title: {}", report.title.expose()));
    if let Some(period) = report.period {
        line(0, format!("period: {period}"));
    }
    if let Some(severity) = report.severity {
        line(0, format!("severity: {severity}"));
    }
    for (name, text) in [
        ("summary", &report.summary),
        ("impact", &report.impact.text),
        ("detection", &report.detection.text),
    ] {
        if !text.is_blank() {
            line(0, format!("{name}: {}", text.expose()));
        }
    }
    for (event, written) in report.timeline.iter().zip(&imported.timeline) {
        let offset = event
            .offset_minutes
            .map_or("?".to_owned(), |at| at.to_string());
        let about = if event.approximate { "~" } else { "" };
        let written = written.written.expose();
        line(
            0,
            format!("at {about}{offset} [{written}]: {}", event.text.expose()),
        );
    }
    let mut factors: Vec<(usize, &Factor<RawText>)> = report
        .factors
        .iter()
        .rev()
        .map(|factor| (0, factor))
        .collect();
    while let Some((depth, factor)) = factors.pop() {
        line(depth, format!("factor: {}", factor.text.expose()));
        factors.extend(factor.children.iter().rev().map(|child| (depth + 1, child)));
    }
    for mitigation in &report.mitigations {
        line(0, format!("mitigation: {}", mitigation.text.expose()));
    }
    for (name, texts) in [
        ("helped", &report.helped),
        ("luck", &report.luck),
        ("lesson", &report.lessons),
    ] {
        for text in texts {
            line(0, format!("{name}: {}", text.expose()));
        }
    }
    for action in &report.actions {
        let status = action
            .status
            .map_or(String::new(), |status| format!(" {status:?}"));
        let term = action
            .term
            .map_or(String::new(), |term| format!(" {term:?}"));
        line(0, format!("action{status}{term}: {}", action.text.expose()));
    }
    for narrative in &report.narratives {
        let heading = narrative.heading.as_ref().map_or("", RawText::expose);
        line(
            0,
            format!("narrative [{heading}]: {}", narrative.text.expose()),
        );
    }
    for field in &imported.metadata {
        line(
            0,
            format!("field [{}]: {}", field.name.expose(), field.value.expose()),
        );
    }
    for warning in &imported.warnings {
        line(0, format!("warning: {warning}"));
    }
    out
}

#[test]
fn a_draft_from_before_a_term_was_renamed_has_the_new_one() {
    let draft = r#"{"title": "Guests offline", "summary": "No radio.",
        "technologies": [{"slug": "aruba"}], "draft": {}}"#;
    let imported = import(&RawText::new(draft), None, Format::guess(None, draft)).unwrap();
    let slugs: Vec<String> = imported
        .report
        .technologies
        .iter()
        .map(|used| used.slug.to_string())
        .collect();
    assert_eq!(slugs, ["aruba-networks"]);
}
