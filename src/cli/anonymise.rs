//! `candor anonymise`: takes identities, times and secrets out of a text, offline.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::input::{self, Format};
use super::{CliError, Outcome};
use crate::anonymise::{Anonymised, Anonymiser, RawText, Redaction, Wishes};

/// Options of `candor anonymise`.
#[derive(Args, Debug)]
pub struct AnonymiseArgs {
    /// Files to anonymise; standard input if none is given
    files: Vec<PathBuf>,
    /// A name to remove everywhere: your company, products, services, customers (repeatable)
    #[arg(long, value_name = "NAME")]
    declare: Vec<String>,
    /// A word to leave where it is taken for a name; never a secret or an address (repeatable)
    #[arg(long, value_name = "NAME")]
    keep: Vec<String>,
    /// Form of input and output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Show what was removed beside what stands there now
    #[arg(long, conflicts_with = "format")]
    diff: bool,
}

#[derive(Serialize)]
struct Row<'a> {
    id: Value,
    text: &'a str,
    redactions: &'a [Redaction],
}

/// Runs the command.
pub fn run(args: &AnonymiseArgs, anonymiser: &Anonymiser) -> Result<Outcome, CliError> {
    let everywhere = Wishes {
        remove: args.declare.iter().map(RawText::new).collect(),
        keep: args.keep.iter().map(RawText::new).collect(),
    };
    input::for_each(&args.files, args.format, |input| {
        let mut wishes = everywhere.clone();
        wishes.remove.extend(input.declared);
        let outcome = anonymiser.anonymise(&input.text, &wishes);
        let line = if args.diff {
            diff(
                &input.text,
                &outcome.redactions,
                std::io::stdout().is_terminal(),
            )
        } else if args.format == Format::Text {
            outcome.text.to_string()
        } else {
            input::to_json(&row(input.id, &outcome), args.format)?
        };
        input::print_line(line.strip_suffix('\n').unwrap_or(&line))
    })?;
    Ok(Outcome::Fine)
}

fn row(id: Value, outcome: &Anonymised) -> Row<'_> {
    Row {
        id,
        text: outcome.text.as_str(),
        redactions: &outcome.redactions,
    }
}

/// The text with each removal beside its replacement; it stays on the reporter's own screen.
pub(super) fn diff(text: &RawText, redactions: &[Redaction], colour: bool) -> String {
    let (red, green, plain) = if colour {
        ("\x1b[31m", "\x1b[32m", "\x1b[0m")
    } else {
        ("", "", "")
    };
    let mut shown = String::new();
    let mut characters = text.expose().chars();
    let mut at = 0;
    for redaction in redactions {
        shown.extend(characters.by_ref().take(redaction.start - at));
        let removed: String = characters
            .by_ref()
            .take(redaction.end - redaction.start)
            .collect();
        at = redaction.end;
        let replacement = &redaction.replacement;
        for part in [
            red,
            "[-",
            &removed,
            "-]",
            plain,
            green,
            "{+",
            replacement,
            "+}",
            plain,
        ] {
            shown.push_str(part);
        }
    }
    shown.extend(characters);
    shown
}
