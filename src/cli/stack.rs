//! `candor stack`: from manifests to the reports that fit, in a terminal.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;

use super::input;
use super::{CliError, Outcome, note};
use crate::anonymise::RawText;
use crate::config::RegistryArgs;
use crate::registry::Registry;
use crate::stack::{Answer, MAX_MANIFEST, Manifest, Stack};
use crate::taxonomy::Taxonomy;

/// Options of `candor stack`.
#[derive(Args, Debug)]
pub struct StackArgs {
    /// Manifests: compose files, Kubernetes, Helm, Terraform, lock files, SBOMs, plain lists; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How many reports to show
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..=100))]
    limit: u8,
    /// Form of output
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people.
    Text,
    /// One JSON object.
    Json,
    /// The checklist as Markdown.
    Md,
}

/// Runs the command: exit code 1 if no report fits.
pub fn run(args: &StackArgs, registry: &Registry) -> Result<Outcome, CliError> {
    let mut stack = Stack::default();
    for file in &args.files {
        let format = stack
            .read(&manifest(file)?)
            .map_err(|error| CliError::usage(format!("{}: {error}", file.display())))?;
        note(&format!("{}: {}", file.display(), format.label()));
    }
    let answer = registry
        .answer_stack(&stack, usize::from(args.limit))
        .map_err(|error| CliError::io("cannot search", error))?;
    match args.format {
        Form::Text => print(&stack, &answer)?,
        Form::Md => input::print_line(answer.markdown(&stack).trim_end())?,
        Form::Json => input::print_line(&to_json(&stack, &answer)?)?,
    }
    Ok(if answer.reports.is_empty() {
        Outcome::Findings
    } else {
        Outcome::Fine
    })
}

fn manifest(path: &Path) -> Result<Manifest, CliError> {
    // A byte more than the limit, so that what is too long is seen to be.
    let most = u64::try_from(MAX_MANIFEST)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    let standard_input = path == Path::new("-");
    let read = if standard_input {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| CliError::file(path, error))?;
    if bytes.len() > MAX_MANIFEST {
        let error = crate::stack::Unreadable::TooLarge;
        return Err(CliError::usage(format!("{}: {error}", path.display())));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| CliError::usage(format!("{} is not text in UTF-8", path.display())))?;
    Ok(Manifest {
        name: (!standard_input).then(|| RawText::new(path.to_string_lossy())),
        text: RawText::new(text),
    })
}

fn print(stack: &Stack, answer: &Answer) -> Result<(), CliError> {
    let taxonomy = Taxonomy::builtin();
    input::print_line("Technologies")?;
    for used in stack.uses() {
        let said_by: Vec<&str> = used.said_by.iter().map(String::as_str).collect();
        let name = taxonomy.technology_name(used.slug);
        input::print_line(&format!("  {name:<28} {}", said_by.join(", ")))?;
    }
    input::print_line(&format!(
        "  {} of {} components belong to no technology we know",
        stack.unknown(),
        stack.components()
    ))?;
    input::print_line(&format!("\nat least {} reports", answer.total))?;
    for (public, fit) in &answer.reports {
        let shared: Vec<&str> = fit.shared.iter().map(crate::report::Slug::as_str).collect();
        input::print_line(&format!("\n{}\n  {}", public.report.title, public.id))?;
        input::print_line(&format!(
            "  shared: {} (fit {:.2})",
            shared.join(", "),
            fit.score
        ))?;
        input::print_line(&format!("  {}", public.report.synopsis))?;
    }
    Ok(())
}

fn to_json(stack: &Stack, answer: &Answer) -> Result<String, CliError> {
    let technologies: Vec<_> = stack
        .uses()
        .map(|used| json!({ "slug": used.slug, "said_by": used.said_by }))
        .collect();
    let reports: Vec<_> = answer
        .reports
        .iter()
        .map(|(public, fit)| json!({ "shared": fit.shared, "score": fit.score, "report": public }))
        .collect();
    let value = json!({
        "technologies": technologies,
        "components": stack.components(),
        "unknown": stack.unknown(),
        "total": answer.total,
        "reports": reports,
        "checklist": answer.checklist,
    });
    input::to_json(&value, input::Format::Json)
}
