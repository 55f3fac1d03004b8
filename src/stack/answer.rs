//! The answer to a stack, and its Markdown to take along.

use std::fmt::Write;

use crate::anonymise::RedactedText;
use crate::report::PublicReport;
use crate::taxonomy::Taxonomy;

use super::{Checklist, ChecklistItem, Fit, Stack};

/// What the registry says to a stack.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Reports that share a technology with the stack.
    pub total: usize,
    /// Those that fit best, best first.
    pub reports: Vec<(PublicReport<RedactedText>, Fit)>,
    /// From what helped in the reports that fit best.
    pub checklist: Checklist,
    /// How many reports the checklist is drawn from.
    pub considered: usize,
}

impl Answer {
    /// Checklist and reports as Markdown, with boxes to tick.
    pub fn markdown(&self, stack: &Stack) -> String {
        let taxonomy = Taxonomy::builtin();
        let mut out = String::from("# Checklist for this stack\n\n");
        let names: Vec<&str> = stack
            .uses()
            .map(|u| taxonomy.technology_name(u.slug))
            .collect();
        if names.is_empty() {
            out.push_str("No technology was recognised.\n");
            return out;
        }
        let _ = write!(out, "For {}.\n\n", names.join(", "));
        let _ = writeln!(
            out,
            "At least {} report{} in the registry share a technology with it. A number below counts \
             those of the {} that fit best: it says that something happened, not how often.",
            self.total,
            if self.total == 1 { "" } else { "s" },
            self.considered
        );
        for section in &self.checklist.sections {
            let _ = write!(out, "\n## {}\n\n", section.heading);
            for item in &section.items {
                let _ = match item {
                    ChecklistItem::Code {
                        label,
                        definition,
                        reports,
                        ..
                    } => writeln!(out, "- [ ] **{label}.** {definition} (at least {reports})"),
                    ChecklistItem::Words { text, report } => {
                        writeln!(out, "- [ ] {} (report {report})", one_line(text))
                    }
                };
            }
        }
        if !self.reports.is_empty() {
            out.push_str("\n## Reports to read\n\n");
        }
        for (public, fit) in &self.reports {
            let shared: Vec<&str> = fit
                .shared
                .iter()
                .map(|slug| taxonomy.technology_name(slug))
                .collect();
            let sample = if public.sample {
                " (sample: invented)"
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "- {}{sample}: {} (report {})",
                one_line(&public.report.title),
                shared.join(", "),
                public.id
            );
        }
        out
    }
}

/// On one line, and so that nothing in it is taken for markup.
fn one_line(text: &RedactedText) -> String {
    let mut line = text
        .as_str()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for sign in ['\\', '<', '`', '*', '_'] {
        line = line.replace(sign, &format!("\\{sign}"));
    }
    line
}
