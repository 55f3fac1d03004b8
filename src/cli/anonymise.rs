//! `candor anonymise`: takes identities, times and secrets out of a text, offline.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::input::{self, Format, Input};
use super::shown::{self, coloured};
use super::{CliError, Outcome, note};
use crate::anonymise::{Anonymised, Anonymiser, Leak, RawText, Redaction, Wishes, leaks};
use crate::identifiability::Verdict;
use crate::intake::verdict;

/// Options of `candor anonymise`.
#[derive(Args, Debug)]
pub struct AnonymiseArgs {
    /// Files to anonymise; standard input if none is given
    files: Vec<PathBuf>,
    #[command(flatten)]
    wishes: WishArgs,
    /// Form of input and output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Show what was removed, by which rule, beside what stands there now
    #[arg(long, conflicts_with = "format")]
    diff: bool,
    /// Only list where identifying text is left, as `FILE:LINE:COLUMN: kind (rule)`; exit code 1 if any is
    #[arg(long, conflicts_with_all = ["format", "diff", "flatten_style"])]
    check: bool,
}

/// What goes and what stays.
#[derive(Args, Debug)]
pub struct WishArgs {
    /// A name to remove everywhere: your company, products, services, customers (repeatable)
    #[arg(long, value_name = "NAME")]
    declare: Vec<String>,
    /// A word to leave where it is taken for a name; never a secret or an address (repeatable)
    #[arg(long, value_name = "NAME")]
    keep: Vec<String>,
    /// Also flatten what betrays an author: typography, emoji, spelling, greetings
    #[arg(long)]
    flatten_style: bool,
}

impl WishArgs {
    /// As the anonymiser takes them.
    pub fn wishes(&self) -> Wishes {
        Wishes {
            remove: self.declare.iter().map(RawText::new).collect(),
            keep: self.keep.iter().map(RawText::new).collect(),
            plain_style: self.flatten_style,
        }
    }
}

#[derive(Serialize)]
struct Row<'a> {
    id: Value,
    text: &'a str,
    redactions: &'a [Redaction],
    /// Not in `jsonl`, whose form is fixed.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    advice: Option<Advice>,
}

/// What to do about the text besides.
#[derive(Serialize)]
struct Advice {
    revoke: Vec<Leak>,
    identifiability: Verdict,
}

/// Runs the command.
pub fn run(args: &AnonymiseArgs, anonymiser: &Anonymiser) -> Result<Outcome, CliError> {
    let everywhere = args.wishes.wishes();
    let mut result = Outcome::Fine;
    input::for_each(&args.files, args.format, |mut input| {
        let mut wishes = everywhere.clone();
        wishes.remove.append(&mut input.declared);
        let outcome = anonymiser.anonymise(&input.text, &wishes);
        if args.check {
            let left = outcome.redactions.as_slice();
            if !left.is_empty() {
                result = Outcome::Findings;
            }
            for line in shown::secrets(&input.text, left) {
                note(&line);
            }
            return shown::places(&input.name, &input.text, left)
                .iter()
                .try_for_each(|line| input::print_line(line));
        }
        if args.format == Format::Text {
            let secrets = shown::secrets(&input.text, &outcome.redactions);
            for line in secrets.into_iter().chain(shown::doubts(&outcome)) {
                note(&line);
            }
        }
        let line = if args.diff {
            shown::diff(
                &input.text,
                &outcome.redactions,
                coloured(&std::io::stdout()),
            )
        } else if args.format == Format::Text {
            outcome.text.to_string()
        } else {
            input::to_json(&row(input, &outcome, args.format), args.format)?
        };
        input::print_line(line.strip_suffix('\n').unwrap_or(&line))
    })?;
    Ok(result)
}

fn row(input: Input, outcome: &Anonymised, format: Format) -> Row<'_> {
    let advice = (format == Format::Json).then(|| Advice {
        revoke: leaks(&input.text, &outcome.redactions),
        identifiability: verdict(outcome),
    });
    Row {
        id: input.id,
        text: outcome.text.as_str(),
        redactions: &outcome.redactions,
        advice,
    }
}
