//! `candor submit`: anonymises a write-up, or what is written in an editor, on the reporter's machine, shows what was removed, and
//! sends only what is left.

use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use serde::Deserialize;
use serde_json::json;

use super::anonymise::WishArgs;
use super::editor::{self, Scratch};
use super::shown::{self, coloured};
use super::{CliError, Outcome, input, note};
use crate::anonymise::{Anonymiser, RawText, Wishes};
use crate::intake;
use crate::report::{RecordKind, Report};
use crate::tagging::Tagger;
use crate::writeup::{self, Format, Unusable};

/// Options of `candor submit`.
#[derive(Args, Debug)]
pub struct SubmitArgs {
    /// The write-up, or a draft that was saved; without it a draft opens in your editor
    file: Option<PathBuf>,
    /// Address of the registry, such as <https://registry.example>
    #[arg(long, value_name = "URL")]
    to: String,
    #[command(flatten)]
    wishes: WishArgs,
    /// What a draft in the editor is about
    #[arg(long, value_name = "KIND", value_parser = kind, conflicts_with = "file")]
    kind: Option<RecordKind>,
    /// Keep the anonymised draft in this file if it is not sent
    #[arg(long, value_name = "FILE")]
    draft: Option<PathBuf>,
    /// Send without asking
    #[arg(long)]
    yes: bool,
}

fn kind(id: &str) -> Result<RecordKind, String> {
    RecordKind::parse(id).ok_or_else(|| {
        let known = RecordKind::ALL.map(RecordKind::as_str);
        format!("choose one of {}", known.join(", "))
    })
}

/// A write-up as it was given, and as it was understood.
struct Read {
    text: RawText,
    report: Report<RawText>,
    wishes: Wishes,
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
    let read = match &args.file {
        Some(file) => from_file(file, args)?,
        None => match from_editor(args)? {
            Some(read) => read,
            None => return Ok(Outcome::Findings),
        },
    };
    let made = anonymiser.anonymise(&read.text, &read.wishes);
    note(&shown::diff(
        &read.text,
        &made.redactions,
        coloured(&io::stderr()),
    ));
    let secrets = shown::secrets(&read.text, &made.redactions);
    for line in secrets.into_iter().chain(shown::doubts(&made)) {
        note(&line);
    }
    let mut redacted = intake::redact(
        anonymiser,
        read.report,
        &read.wishes,
        &intake::Removals::default(),
    );
    let suggestions = Tagger::builtin().suggest(&redacted.report);
    intake::adopt(&mut redacted.report, &suggestions);
    note(
        "This is your write-up with everything that will be removed. Only the anonymised report is sent.",
    );
    let sent = if args.yes || confirmed()? {
        send(&args.to, &json!({ "report": redacted.report })).map(Some)
    } else {
        Ok(None)
    };
    if let Ok(Some(receipt)) = &sent {
        note("The report was kept. Your receipt, shown only now:");
        input::print_line(receipt)?;
        return Ok(Outcome::Fine);
    }
    if let Some(draft) = &args.draft {
        let saved = intake::save(&redacted.report, &[], &read.wishes)
            .map_err(|error| CliError::io("cannot write the draft", error))?;
        editor::write_private(draft, &saved)?;
        note(&format!(
            "The anonymised draft is in {}. Go on with: candor submit {0} --to URL",
            draft.display()
        ));
    }
    sent?;
    note("Nothing was sent.");
    Ok(Outcome::Findings)
}

fn from_file(file: &Path, args: &SubmitArgs) -> Result<Read, CliError> {
    let bytes = fs::read(file).map_err(|error| CliError::file(file, error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| CliError::usage(format!("{} is not text in UTF-8", file.display())))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    understood(RawText::new(text), Some(&name), args)
        .map_err(|refusal| CliError::refused(format!("{}: {refusal}", file.display())))
}

/// What was written in the editor; `None` if nothing was. What cannot be understood is handed back
/// to the editor as often as the reporter likes.
fn from_editor(args: &SubmitArgs) -> Result<Option<Read>, CliError> {
    if !args.yes && !io::stdin().is_terminal() {
        return Err(CliError::usage(NOBODY));
    }
    let kind = args.kind.unwrap_or_default();
    let template = editor::template(kind);
    let scratch = Scratch::new(&template)?;
    loop {
        let text = scratch.edit()?;
        if text.is_blank() || text.expose() == template {
            note("Nothing was written, and nothing was sent.");
            return Ok(None);
        }
        match understood(text, Some("report.md"), args) {
            Ok(mut read) => {
                read.report.kind = kind;
                return Ok(Some(read));
            }
            Err(refusal) => note(&format!("note: {refusal}")),
        }
        if args.yes || !asked("Edit it again? Type yes:")? {
            note("Nothing was sent.");
            return Ok(None);
        }
    }
}

fn understood(text: RawText, name: Option<&str>, args: &SubmitArgs) -> Result<Read, Unusable> {
    let format = Format::guess(name, text.expose());
    let imported = writeup::import(&text, name, format)?;
    for warning in &imported.warnings {
        note(&format!("note: {warning}"));
    }
    let mut wishes = args.wishes.wishes();
    if let Some(saved) = intake::saved(text.expose()) {
        wishes.keep.extend(saved.wishes.keep);
        wishes.plain_style |= saved.wishes.plain_style;
    }
    Ok(Read {
        text,
        report: imported.report,
        wishes,
    })
}

const NOBODY: &str = "there is nobody to ask; use --yes to send without asking";

fn confirmed() -> Result<bool, CliError> {
    if !io::stdin().is_terminal() {
        return Err(CliError::usage(NOBODY));
    }
    asked("Send it? Type yes:")
}

fn asked(question: &str) -> Result<bool, CliError> {
    note(question);
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
        Ok(Problem { title, detail }) => {
            let said = format!("not kept: {title}. {}", detail.unwrap_or_default());
            Err(if status.is_server_error() {
                CliError::away(said)
            } else {
                CliError::refused(said)
            })
        }
        Err(error) => Err(CliError::io(format!("{to} answered {status}"), error)),
    }
}
