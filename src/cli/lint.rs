//! `candor lint`: advice on wording that blames, judges or simplifies, offline.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;

use super::input::{self, Format};
use super::sarif::Sarif;
use super::{CliError, Outcome};
use crate::lint;

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
        let findings: Vec<Advice> = lint::lint(text)
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
        let name = input.id.as_str().unwrap_or_default().to_owned();
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

fn sarif(files: &[PathBuf]) -> Result<Outcome, CliError> {
    let mut sarif = Sarif::default();
    let mut outcome = Outcome::Fine;
    let mut add = |file: &Path, only: &[PathBuf]| {
        input::for_each(only, Format::Text, |input| {
            let text = input.text.expose();
            let findings = lint::lint(text);
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
