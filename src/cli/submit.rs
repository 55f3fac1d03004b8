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
use crate::anonymise::{Anonymiser, RawText, RedactedText};
use crate::auth::{Nonce, ShareCode};
use crate::identifiability;
use crate::intake::{self, Draft, Removals, ToSave};
use crate::report::{RecordKind, Report};
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
    /// A code for a second person: this is told beside another report
    #[arg(long, value_name = "CODE", value_parser = code)]
    code: Option<RawText>,
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

fn code(text: &str) -> Result<RawText, String> {
    let known: Result<ShareCode, _> = text.parse();
    let wrong = |_| "this is no code for a second person; check it letter by letter".to_owned();
    known.map(|_| RawText::new(text)).map_err(wrong)
}

/// A write-up as it was understood.
struct Read {
    draft: Draft,
    /// Under the same number it is kept once, however often it is sent.
    nonce: Nonce,
    /// It was saved as a second account.
    second: bool,
}

#[derive(Deserialize)]
struct Answer {
    receipt: String,
    #[serde(default)]
    report: Report<RawText>,
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
    let (text, wishes) = (told(&read.draft), read.draft.wishes.clone());
    let draft = Draft {
        write_up: Some(text.clone()),
        ..read.draft
    };
    let redacted = intake::redact_draft(anonymiser, draft, &Removals::default());
    let removed = redacted
        .write_up
        .map_or_else(Vec::new, |made| made.redactions);
    note(&shown::diff(&text, &removed, coloured(&io::stderr())));
    for line in shown::secrets(&text, &removed) {
        note(&line);
    }
    if read.second && args.code.is_none() {
        return Err(CliError::usage(
            "this draft is a second account: give the code you were handed with --code",
        ));
    }
    let suspected = redacted.removals.suspected();
    let verdict = identifiability::judge_report(&redacted.report, suspected);
    for line in shown::judged(&verdict) {
        note(&line);
    }
    note(
        "This is your write-up with everything that will be removed. Only the anonymised report is sent.",
    );
    let sent = if args.yes || confirmed()? {
        let missed = redacted.missed.iter();
        let missed: Vec<_> = missed
            .map(|(list, word)| json!({ "list": list.as_str(), "word": word }))
            .collect();
        let body = json!({
            "report": redacted.report,
            "keep": intake::kept_words(&redacted.report, &wishes),
            "plain_style": wishes.plain_style,
            "missed": missed,
            "nonce": read.nonce.text().as_str(),
            "code": args.code.as_ref().map(RawText::expose),
        });
        send(&args.to, &body).map(Some)
    } else {
        Ok(None)
    };
    if let Ok(Some(answer)) = &sent {
        for kept in changed(&redacted.report, &answer.report) {
            note(&format!(
                "note: the registry took out more. It kept: {kept}"
            ));
        }
        note("The report was kept. Your receipt, shown only now:");
        input::print_line(&answer.receipt)?;
        return Ok(Outcome::Fine);
    }
    if let Some(draft) = &args.draft {
        let saved = intake::save(ToSave {
            report: &redacted.report,
            missed: &redacted.missed,
            wishes: &wishes,
            second: args.code.is_some(),
            nonce: Some(&read.nonce),
        })
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
    understood(&RawText::new(text), Some(&name), args)
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
            note(
                "If your editor opened a window of its own, let it wait until that is closed, as in EDITOR='code --wait'.",
            );
            return Ok(None);
        }
        match understood(&text, Some("report.md"), args) {
            Ok(mut read) => {
                read.draft.report.kind = kind;
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

fn understood(text: &RawText, name: Option<&str>, args: &SubmitArgs) -> Result<Read, Unusable> {
    let format = Format::guess(name, text.expose());
    let imported = writeup::import(text, name, format)?;
    for warning in &imported.warnings {
        note(&format!("note: {warning}"));
    }
    let mut wishes = args.wishes.wishes();
    let saved = intake::saved(text.expose()).unwrap_or_default();
    wishes.keep.extend(saved.wishes.keep);
    wishes.plain_style |= saved.wishes.plain_style;
    Ok(Read {
        draft: Draft {
            write_up: imported.write_up(text),
            report: imported.report,
            wishes,
            missed: saved.missed,
            coded: true,
            short: false,
        },
        nonce: saved
            .nonce
            .and_then(|nonce| nonce.parse().ok())
            .unwrap_or_else(Nonce::random),
        second: saved.second,
    })
}

/// What its reporter knows the report by: the write-up, or its own words where it came without one.
fn told(draft: &Draft) -> RawText {
    let words = || {
        let texts = draft.report.texts().into_iter().map(RawText::expose);
        let told: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
        RawText::new(told.join("\n\n"))
    };
    draft.write_up.clone().unwrap_or_else(words)
}

/// Texts that were kept in another form than they were shown in.
fn changed<'a>(shown: &Report<RedactedText>, kept: &'a Report<RawText>) -> Vec<&'a str> {
    let texts = shown.texts().into_iter().zip(kept.texts());
    let changed = texts.filter(|(shown, kept)| shown.as_str() != kept.expose());
    changed.map(|(_, kept)| kept.expose()).collect()
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

fn send(to: &str, body: &serde_json::Value) -> Result<Answer, CliError> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .into();
    let url = format!("{}/api/v1/reports", to.trim_end_matches('/'));
    let post = || agent.post(&url).send_json(body);
    // The answer may be lost where the report was kept: under its number it is kept once.
    let answered = post().or_else(|_| post());
    let mut response =
        answered.map_err(|error| CliError::io(format!("cannot reach {to}"), error))?;
    if response.status().is_success() {
        return response.body_mut().read_json().map_err(|error| {
            CliError::io(format!("{to} answered something that is no receipt"), error)
        });
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
