//! `candor import`: reads write-ups into the desk's queue, or only says what it understood.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};

use super::input::{self, Format};
use super::source::{self, Found, Source};
use super::{CliError, Outcome, note};
use crate::anonymise::{RawText, Wishes};
use crate::auth::Nonce;
use crate::config::RegistryArgs;
use crate::intake::{Draft, Intake, SubmitError};
use crate::report::Factor;
use crate::writeup::{self, Imported};

/// Options of `candor import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// Write-ups: files, folders, or .jsonl with {"id", "text"} a line
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Only say what was understood; touch no registry. Nothing is anonymised in this output
    #[arg(long)]
    pub check: bool,
    /// A name to remove everywhere: company, products, services, customers (repeatable)
    #[arg(long, value_name = "NAME")]
    declare: Vec<String>,
    /// Form of output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    sections: BTreeMap<String, String>,
    timeline: Vec<Value>,
    factors: Vec<Value>,
    actions: Vec<&'a str>,
    warnings: Vec<String>,
}

/// Says what was understood: exit code 1 if a write-up was refused or a line of one was lost.
pub fn check(args: &ImportArgs) -> Result<Outcome, CliError> {
    let mut outcome = Outcome::Fine;
    source::for_each(&args.paths, &mut |found| match understand(found) {
        Ok((source, imported)) => {
            let mut row = row(&source.id, &imported);
            let lost = imported.lost_lines(&source.text);
            if !lost.is_empty() {
                outcome = Outcome::Findings;
                row.warnings
                    .push(format!("Lines that found no place: {lost:?}"));
            }
            show(&row, args.format)
        }
        Err((id, why)) => {
            outcome = Outcome::Findings;
            refuse(&id, &why, args.format)
        }
    })?;
    Ok(outcome)
}

/// Takes the write-ups into the registry; they wait at the desk like any other report.
pub fn run(args: &ImportArgs, intake: &Intake) -> Result<Outcome, CliError> {
    let mut outcome = Outcome::Fine;
    let wishes = Wishes::removing(args.declare.iter().map(RawText::new));
    source::for_each(&args.paths, &mut |found| {
        let (source, imported) = match understand(found) {
            Ok(understood) => understood,
            Err((id, why)) => {
                outcome = Outcome::Findings;
                return refuse(&id, &why, args.format);
            }
        };
        let nonce = Nonce::random();
        let draft = Draft {
            write_up: imported.write_up(&source.text),
            report: imported.report,
            wishes: wishes.clone(),
            coded: true,
            ..Draft::default()
        };
        match intake.submit(draft, &nonce, false) {
            Ok(kept) if args.format == Format::Text => input::print_line(&format!(
                "{}: kept; receipt {}",
                source.id,
                kept.receipt.text().as_str()
            )),
            Ok(kept) => {
                let row = json!({
                    "id": source.id,
                    "report": kept.id,
                    "receipt": kept.receipt.text().as_str(),
                });
                input::print_line(&input::to_json(&row, args.format)?)
            }
            Err(SubmitError::Flawed(flaws)) => {
                outcome = Outcome::Findings;
                let why = flaws
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" ");
                refuse(&source.id, &why, args.format)
            }
            Err(error) => Err(CliError::io("cannot keep a report", error)),
        }
    })?;
    Ok(outcome)
}

/// The write-up as it was understood; or what it is called, and why it is none.
fn understand(found: Found) -> Result<(Source, Imported), (String, String)> {
    let source = match found {
        Found::WriteUp(source) => source,
        Found::Unreadable(id, why) => return Err((id, why)),
    };
    match writeup::import(&source.text, source.name.as_deref(), source.format) {
        Ok(imported) => Ok((source, imported)),
        Err(refusal) => Err((source.id, refusal.to_string())),
    }
}

fn refuse(id: &str, why: &impl std::fmt::Display, format: Format) -> Result<(), CliError> {
    if format == Format::Text {
        note(&format!("{id}: refused: {why}"));
        return Ok(());
    }
    input::print_line(&input::to_json(
        &json!({ "id": id, "refused": why.to_string() }),
        format,
    )?)
}

fn row<'a>(id: &'a str, imported: &'a Imported) -> Row<'a> {
    let report = &imported.report;
    let mut sections: BTreeMap<String, String> = BTreeMap::new();
    for section in &imported.sections {
        let text = sections
            .entry(section.kind.as_str().to_owned())
            .or_default();
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(section.text.expose());
    }
    Row {
        id,
        title: report.title.expose(),
        sections,
        timeline: report
            .timeline
            .iter()
            .map(|event| json!({ "offset_minutes": event.offset_minutes, "text": event.text.expose() }))
            .collect(),
        factors: report.factors.iter().map(factor).collect(),
        actions: report.actions.iter().map(|action| action.text.expose()).collect(),
        warnings: imported.warnings.iter().map(ToString::to_string).collect(),
    }
}

fn factor(factor: &Factor<RawText>) -> Value {
    json!({
        "text": factor.text.expose(),
        "children": factor.children.iter().map(self::factor).collect::<Vec<_>>(),
    })
}

fn show(row: &Row<'_>, format: Format) -> Result<(), CliError> {
    if format != Format::Text {
        return input::print_line(&input::to_json(row, format)?);
    }
    input::print_line(&format!("{}: {}", row.id, row.title))?;
    input::print_line(&format!(
        "  {} sections ({}), {} timeline entries, {} factors, {} actions",
        row.sections.len(),
        row.sections.keys().cloned().collect::<Vec<_>>().join(", "),
        row.timeline.len(),
        row.factors.len(),
        row.actions.len()
    ))?;
    row.warnings
        .iter()
        .try_for_each(|warning| input::print_line(&format!("  note: {warning}")))
}
