//! A digest as Markdown.

mod escape;
mod links;
mod story;
#[cfg(test)]
mod tests;
mod words;

use std::fmt::Write as _;

use crate::anonymise::RedactedText;

use self::escape::escape;
use self::links::Links;
use super::{Digest, MitigationLine, Term, Trend};

impl Digest<RedactedText> {
    /// The issue as Markdown; with links to reports, technologies and patterns where the address of
    /// the registry is given.
    pub fn to_markdown(&self, base_url: Option<&str>) -> String {
        let links = Links::new(base_url);
        let mut out = format!("# Candor, {}\n\n", self.period.label());
        self.opening(&mut out);
        if self.reports > 0 {
            self.stories(&mut out, links);
            self.numbers(&mut out, links);
            self.practice(&mut out, links);
        }
        self.intake(&mut out);
        if let Some(case) = &self.case {
            story::rest_of_the_story(&mut out, case, links);
        }
        section(&mut out, "About these numbers", &self.bias);
        section(&mut out, "How this issue was made", &self.how_made);
        format!("{}\n", out.trim_end())
    }

    fn opening(&self, out: &mut String) {
        let period = self.period.label();
        let opening = match self.reports {
            0 => format!(
                "No report was published in {period}. That does not mean that nothing went wrong \
                 anywhere; it means that nobody has told us yet, or that what they told us is still \
                 being read. If something surprised you, however small, write a report: it may be \
                 the one that somebody else is looking for."
            ),
            1 => format!("One report was published in {period}."),
            n => format!("{n} reports were published in {period}."),
        };
        line(out, &opening);
        let samples = match (self.samples, self.reports) {
            (0, _) => None,
            (samples, reports) if samples == reports => {
                Some("All reports in this issue are invented samples.".to_owned())
            }
            (1, _) => Some("One of them is an invented sample.".to_owned()),
            (samples, _) => Some(format!("{samples} of them are invented samples.")),
        };
        if let Some(samples) = samples {
            line(out, &samples);
        }
    }

    fn stories(&self, out: &mut String, links: Links<'_>) {
        if !self.retellings.is_empty() {
            heading(out, 2, "What happened to others");
        }
        for retelling in &self.retellings {
            story::retold(out, retelling, links);
        }
        if let Some(case) = &self.case {
            story::first_half(out, case, links);
        }
    }

    fn numbers(&self, out: &mut String, links: Links<'_>) {
        if !self.by_stack.is_empty() {
            heading(out, 2, "By stack");
            for stack in &self.by_stack {
                let modes = with("; seen with ", &stack.modes, |mode| links.pattern(mode));
                item(
                    out,
                    &format!(
                        "{}: at least {} in this period, {} in all{modes}",
                        links.technology(&stack.technology),
                        reports(stack.new),
                        stack.total
                    ),
                );
            }
            out.push('\n');
        }
        if !self.patterns.is_empty() {
            heading(out, 2, "Patterns");
            for pattern in &self.patterns {
                let seen = with("; seen with ", &pattern.technologies, |t| {
                    links.technology(t)
                });
                let mode = links.pattern(&pattern.mode);
                let new = reports(pattern.new);
                let numbers = match pattern.trend {
                    Trend::FirstSeen => format!("at least {new}"),
                    Trend::More | Trend::Fewer | Trend::Steady | Trend::TooFew => format!(
                        "at least {new} in this period, {} in the one before, {} in all",
                        pattern.before, pattern.total
                    ),
                };
                let trend = pattern.trend.label();
                item(out, &format!("{mode}: {numbers}; {trend}{seen}"));
            }
            out.push('\n');
        }
    }

    fn practice(&self, out: &mut String, links: Links<'_>) {
        if !self.helped.is_empty() {
            heading(out, 2, "What helped");
            for helped in &self.helped {
                let label = escape(&helped.what.label);
                item(
                    out,
                    &format!("{label}: at least {}", reports(helped.reports)),
                );
            }
            out.push('\n');
        }
        if !self.mitigations.is_empty() {
            heading(out, 2, "What was tried to stop it");
            for mitigation in &self.mitigations {
                item(out, &tried_how_often(mitigation));
            }
            out.push('\n');
        }
        if !self.actions.is_empty() {
            heading(out, 2, "Actions worth copying");
            for action in &self.actions {
                let mut notes = vec![words::strength(action.strength).to_owned()];
                if let Some(class) = &action.class {
                    notes.insert(0, escape(&class.label));
                }
                notes.extend(action.result.map(|r| words::result(r).to_owned()));
                notes.extend(action.status.map(|s| words::status(s).to_owned()));
                item(
                    out,
                    &format!(
                        "{} ({}; {})",
                        escape(action.text.as_str()).trim_end_matches('.'),
                        notes.join("; "),
                        links.report(action.report, "the report")
                    ),
                );
            }
            out.push('\n');
        }
    }

    fn intake(&self, out: &mut String) {
        heading(out, 2, "What came in");
        for (what, band) in [
            ("Received", self.intake.received),
            ("Published", self.intake.published),
            ("Refused", self.intake.refused),
            ("Withdrawn", self.intake.withdrawn),
        ] {
            item(out, &format!("{what}: {band}"));
        }
        out.push('\n');
    }
}

fn tried_how_often(line: &MitigationLine) -> String {
    let effects: Vec<_> = [
        (line.worked, "worked"),
        (line.partly, "helped somewhat"),
        (line.no_effect, "changed nothing"),
        (line.made_worse, "made it worse"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| format!("{words} in {count}"))
    .collect();
    let label = escape(&line.what.label);
    let tried = reports(line.tried);
    if effects.is_empty() {
        format!("{label}: tried in at least {tried}")
    } else {
        format!("{label}: tried in at least {tried}; {}", effects.join(", "))
    }
}

fn reports(count: u32) -> String {
    if count == 1 {
        "1 report".to_owned()
    } else {
        format!("{count} reports")
    }
}

fn with(words: &str, terms: &[Term], link: impl Fn(&Term) -> String) -> String {
    if terms.is_empty() {
        return String::new();
    }
    let terms: Vec<_> = terms.iter().map(link).collect();
    format!("{words}{}", terms.join(", "))
}

fn section(out: &mut String, title: &str, text: &str) {
    heading(out, 2, title);
    line(out, &escape(text));
}

fn heading(out: &mut String, level: usize, text: &str) {
    let _ = write!(out, "{} {text}\n\n", "#".repeat(level));
}

fn line(out: &mut String, text: &str) {
    let _ = write!(out, "{text}\n\n");
}

fn item(out: &mut String, text: &str) {
    let _ = writeln!(out, "- {text}");
}
