//! `candor submit`: anonymises a write-up on the reporter's machine, shows what was removed, and
//! sends only what is left.

use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde::Deserialize;
use serde_json::json;

use super::anonymise::WishArgs;
use super::shown::{self, coloured};
use super::{CliError, Outcome, input, note};
use crate::anonymise::{Anonymiser, RawText};
use crate::intake;
use crate::tagging::Tagger;
use crate::writeup::{self, Format};

/// Options of `candor submit`.
#[derive(Args, Debug)]
pub struct SubmitArgs {
    /// The write-up
    file: PathBuf,
    /// Address of the registry, such as <https://registry.example>
    #[arg(long, value_name = "URL")]
    to: String,
    #[command(flatten)]
    wishes: WishArgs,
    /// Send without asking
    #[arg(long)]
    yes: bool,
}

#[derive(Deserialize)]
struct Answer {
    receipt: String,
}

#[derive(Deserialize)]
struct Problem {
    title: String,
    #[serde(default)]
    detail: Option<String>,
}

/// Runs the command.
pub fn run(args: &SubmitArgs, anonymiser: &Anonymiser) -> Result<Outcome, CliError> {
    let bytes = fs::read(&args.file).map_err(|error| CliError::file(&args.file, error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| CliError::usage(format!("{} is not text in UTF-8", args.file.display())))?;
    let name = args
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let format = Format::guess(Some(&name), &text);
    let text = RawText::new(text);
    let imported = writeup::import(&text, Some(&name), format)
        .map_err(|refusal| CliError::refused(format!("{}: {refusal}", args.file.display())))?;
    for warning in &imported.warnings {
        note(&format!("note: {warning}"));
    }
    let wishes = args.wishes.wishes();
    let made = anonymiser.anonymise(&text, &wishes);
    note(&shown::diff(
        &text,
        &made.redactions,
        coloured(&io::stderr()),
    ));
    let secrets = shown::secrets(&text, &made.redactions);
    for line in secrets.into_iter().chain(shown::doubts(&made)) {
        note(&line);
    }
    let mut redacted = intake::redact(
        anonymiser,
        imported.report,
        &wishes,
        &intake::Removals::default(),
    );
    let suggestions = Tagger::builtin().suggest(&redacted.report);
    intake::adopt(&mut redacted.report, &suggestions);
    note(
        "This is your write-up with everything that will be removed. Only the anonymised report is sent.",
    );
    if !args.yes && !confirmed()? {
        note("Nothing was sent.");
        return Ok(Outcome::Findings);
    }
    let receipt = send(&args.to, &json!({ "report": redacted.report }))?;
    note("The report was kept. Your receipt, shown only now:");
    input::print_line(&receipt)?;
    Ok(Outcome::Fine)
}

fn confirmed() -> Result<bool, CliError> {
    if !io::stdin().is_terminal() {
        return Err(CliError::usage(
            "there is nobody to ask; use --yes to send without asking",
        ));
    }
    note("Send it? Type yes:");
    let mut line = String::new();
    io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| CliError::io("cannot read the answer from standard input", error))?;
    Ok(line.trim().eq_ignore_ascii_case("yes"))
}

fn send(to: &str, body: &serde_json::Value) -> Result<String, CliError> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .into();
    let url = format!("{}/api/v1/reports", to.trim_end_matches('/'));
    let mut response = agent
        .post(&url)
        .send_json(body)
        .map_err(|error| CliError::io(format!("cannot reach {to}"), error))?;
    if response.status().is_success() {
        let answer: Answer = response.body_mut().read_json().map_err(|error| {
            CliError::io(format!("{to} answered something that is no receipt"), error)
        })?;
        return Ok(answer.receipt);
    }
    let status = response.status();
    match response.body_mut().read_json::<Problem>() {
        Ok(Problem { title, detail }) => Err(CliError::refused(format!(
            "not kept: {title}. {}",
            detail.unwrap_or_default()
        ))),
        Err(error) => Err(CliError::io(format!("{to} answered {status}"), error)),
    }
}
