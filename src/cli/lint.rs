//! `candor lint`: advice on wording that blames, judges or simplifies, offline.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;

use super::input::{self, Format, Input};
use super::sarif::Sarif;
use super::{CliError, Outcome};
use crate::lint::{self, Finding};
use crate::report::Action;
use crate::writeup::{self, SectionKind};

/// Options of `candor lint`.
#[derive(Args, Debug)]
pub struct LintArgs {
    /// Files to read; standard input if none is given
    files: Vec<PathBuf>,
    /// Form of input and output
    #[arg(long, value_enum, default_value_t = LintFormat::Text)]
    format: LintFormat,
}

/// How advice is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LintFormat {
    /// For people
    Text,
    /// One JSON object a text
    Json,
    /// JSON lines in and out: `{"id", "text"}` a line
    Jsonl,
    /// One SARIF 2.1.0 document, for editors and build servers
    Sarif,
}

#[derive(Serialize)]
struct Row {
    id: Value,
    findings: Vec<Advice>,
}

#[derive(Serialize)]
struct Advice {
    rule: &'static str,
    start: usize,
    end: usize,
    message: &'static str,
    suggestion: &'static str,
}

/// Runs the command: exit code 1 where there is advice.
pub fn run(args: &LintArgs) -> Result<Outcome, CliError> {
    let format = match args.format {
        LintFormat::Text => Format::Text,
        LintFormat::Json => Format::Json,
        LintFormat::Jsonl => Format::Jsonl,
        LintFormat::Sarif => return sarif(&args.files),
    };
    let mut outcome = Outcome::Fine;
    input::for_each(&args.files, format, |input| {
        let text = input.text.expose();
        let findings: Vec<Advice> = all_advice(&input)
            .into_iter()
            .map(|f| Advice {
                rule: f.rule.as_str(),
                start: f.start,
                end: f.end,
                message: f.message,
                suggestion: f.suggestion,
            })
            .collect();
        if !findings.is_empty() {
            outcome = Outcome::Findings;
        }
        if format != Format::Text {
            return input::print_line(&input::to_json(
                &Row {
                    id: input.id,
                    findings,
                },
                format,
            )?);
        }
        let name = &input.name;
        for finding in findings {
            let line = 1 + text
                .chars()
                .take(finding.start)
                .filter(|c| *c == '\n')
                .count();
            let words: String = text
                .chars()
                .skip(finding.start)
                .take(finding.end - finding.start)
                .collect();
            input::print_line(&format!(
                "{name}:{line}: \"{words}\" ({}): {} {}",
                finding.rule, finding.message, finding.suggestion
            ))?;
        }
        Ok(())
    })?;
    Ok(outcome)
}

/// Advice in the order of the text; that on the actions as a whole stands at the heading of their
/// section.
fn all_advice(input: &Input) -> Vec<Finding> {
    let text = input.text.expose();
    let mut found = lint::lint(text);
    let name = input.id.as_str();
    let Ok(understood) = writeup::import(&input.text, name, writeup::Format::guess(name, text))
    else {
        return found;
    };
    let heading = understood
        .sections
        .iter()
        .find(|section| section.kind == SectionKind::Actions)
        .and_then(|section| section.line);
    let Some(line) = heading else {
        return found;
    };
    let actions: Vec<Action<&str>> = understood
        .report
        .actions
        .iter()
        .map(|action| Action {
            text: action.text.expose(),
            strength: action.strength,
            ..Action::default()
        })
        .collect();
    let before: usize = text
        .split_inclusive('\n')
        .take(line)
        .map(|line| line.chars().count())
        .sum();
    let length = text
        .lines()
        .nth(line)
        .map_or(0, |line| line.chars().count());
    found.extend(
        lint::lint_actions(&actions)
            .into_iter()
            .map(|advice| Finding {
                rule: advice.rule,
                start: before,
                end: before + length,
                message: advice.message,
                suggestion: advice.suggestion,
            }),
    );
    found.sort_by_key(|finding| (finding.start, finding.end));
    found
}

fn sarif(files: &[PathBuf]) -> Result<Outcome, CliError> {
    let mut sarif = Sarif::default();
    let mut outcome = Outcome::Fine;
    let mut add = |file: &Path, only: &[PathBuf]| {
        input::for_each(only, Format::Text, |input| {
            let text = input.text.expose();
            let findings = all_advice(&input);
            if !findings.is_empty() {
                outcome = Outcome::Findings;
            }
            sarif.add(file, text, &findings);
            Ok(())
        })
    };
    if files.is_empty() {
        add(Path::new("-"), &[])?;
    }
    for file in files {
        add(file, std::slice::from_ref(file))?;
    }
    input::print_line(&input::to_json(&sarif.document(), Format::Json)?)?;
    Ok(outcome)
}
