//! A published report as Markdown, to take along.

use std::fmt::Write;

use super::Labels;
use crate::anonymise::RedactedText;
use crate::report::{Coded, Effect, Factor, PublicReport};
use crate::taxonomy::ListId;

/// The report from its title to its lessons; codes with the words people read.
pub(super) fn report(public: &PublicReport<RedactedText>, labels: Labels) -> String {
    let report = &public.report;
    let mut out = format!("# {}\n\n", one_line(&report.title));
    if public.sample {
        out.push_str("*Sample: invented, not a report somebody sent.*\n\n");
    }
    paragraph(&mut out, &report.synopsis);
    let mut facts = vec![format!("Kind: {}", report.kind.label())];
    facts.extend(
        report
            .period
            .map(|period| format!("When: {}", period.label())),
    );
    facts.extend(
        report
            .severity
            .map(|severity| format!("Severity: {} ({})", severity, severity.label())),
    );
    facts.extend(codes(
        "How it failed",
        ListId::FailureModes,
        &report.failure_modes,
        labels,
    ));
    facts.extend(codes(
        "What changed just before",
        ListId::Triggers,
        &report.triggers,
        labels,
    ));
    facts.extend(codes(
        "Who or what noticed",
        ListId::Detectors,
        &report.detection.detectors,
        labels,
    ));
    if !report.technologies.is_empty() {
        let names: Vec<String> = report
            .technologies
            .iter()
            .map(|used| labels.technology(&used.slug).label)
            .collect();
        facts.push(format!("Technologies: {}", names.join(", ")));
    }
    items(&mut out, "", facts);
    section(&mut out, "Summary", &report.summary);
    section(&mut out, "Impact", &report.impact.text);
    section(&mut out, "Detection", &report.detection.text);
    let timeline = report.timeline.iter().map(|event| {
        let about = if event.approximate { "about " } else { "" };
        let when = event
            .offset_minutes
            .map_or_else(|| "?".to_owned(), super::view::words::offset);
        format!("{about}{when}: {}", one_line(&event.text))
    });
    items(&mut out, "Timeline", timeline.collect());
    if !report.factors.is_empty() {
        out.push_str("## Contributing factors\n\n");
        factors(&mut out, &report.factors, 0, labels);
        out.push('\n');
    }
    let mitigations = report.mitigations.iter().map(|tried| {
        let what = words(
            &tried.text,
            tried.code.as_ref(),
            ListId::Mitigations,
            labels,
        );
        tried.effect.map_or_else(
            || what.clone(),
            |effect| format!("{what} ({})", effect_label(effect)),
        )
    });
    items(&mut out, "What was tried, in order", mitigations.collect());
    items(
        &mut out,
        "What helped",
        report.helped.iter().map(one_line).collect(),
    );
    items(
        &mut out,
        "Where luck helped",
        report.luck.iter().map(one_line).collect(),
    );
    items(
        &mut out,
        "Actions",
        report
            .actions
            .iter()
            .map(|action| {
                let later = action.followups.iter().map(|told| {
                    let (days, outcome) = (told.after.days(), told.outcome.label());
                    format!("; after {days} days: {outcome}. {}", one_line(&told.why))
                });
                let line = one_line(&action.text) + &later.collect::<String>();
                line.trim_end().to_owned()
            })
            .collect(),
    );
    items(
        &mut out,
        "Lessons",
        report.lessons.iter().map(one_line).collect(),
    );
    for narrative in &report.narratives {
        let heading = narrative
            .heading
            .as_ref()
            .map(one_line)
            .filter(|heading| !heading.is_empty());
        section(
            &mut out,
            &heading.unwrap_or_else(|| "Account".to_owned()),
            &narrative.text,
        );
    }
    let _ = writeln!(
        out,
        "---\n\nCandor report {}, published {}, revision {}. Anonymised; removed parts stand in square brackets.",
        public.id,
        public.published.label(),
        public.revision
    );
    out
}

fn one_line(text: &RedactedText) -> String {
    text.as_str()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn paragraph(out: &mut String, text: &RedactedText) {
    if !text.is_blank() {
        let _ = write!(out, "{}\n\n", text.as_str().trim());
    }
}

fn section(out: &mut String, heading: &str, text: &RedactedText) {
    if !text.is_blank() {
        let _ = write!(out, "## {heading}\n\n");
        paragraph(out, text);
    }
}

fn items(out: &mut String, heading: &str, items: Vec<String>) {
    let items: Vec<String> = items.into_iter().filter(|item| !item.is_empty()).collect();
    if items.is_empty() {
        return;
    }
    if !heading.is_empty() {
        let _ = write!(out, "## {heading}\n\n");
    }
    for item in items {
        let _ = writeln!(out, "- {item}");
    }
    out.push('\n');
}

fn factors(out: &mut String, of: &[Factor<RedactedText>], depth: usize, labels: Labels) {
    for factor in of {
        let words = words(&factor.text, factor.code.as_ref(), ListId::Factors, labels);
        let _ = writeln!(out, "{}- {words}", "  ".repeat(depth));
        factors(out, &factor.children, depth + 1, labels);
    }
}

/// Its own words, or else the words of its code.
fn words(text: &RedactedText, code: Option<&Coded>, list: ListId, labels: Labels) -> String {
    if text.is_blank() {
        return code
            .map(|coded| labels.term(list, &coded.code).label)
            .unwrap_or_default();
    }
    one_line(text)
}

fn codes(heading: &str, list: ListId, of: &[Coded], labels: Labels) -> Option<String> {
    let words: Vec<String> = of
        .iter()
        .map(|coded| labels.term(list, &coded.code).label)
        .collect();
    (!words.is_empty()).then(|| format!("{heading}: {}", words.join(", ")))
}

fn effect_label(effect: Effect) -> &'static str {
    match effect {
        Effect::Worked => "it worked",
        Effect::Partly => "it helped in part",
        Effect::NoEffect => "no effect",
        Effect::MadeWorse => "it made things worse",
    }
}
