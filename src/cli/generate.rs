//! `candor dev generate`: published reports that nobody sent, for load tests.

use clap::{Args, Subcommand};

use super::input::{self, Format};
use super::{CliError, Outcome};
use crate::generate::Generator;

/// What helps those who work on Candor.
#[derive(Debug, Subcommand)]
pub enum DevCommand {
    /// Write invented published reports as JSON lines, the same for the same seed
    Generate(GenerateArgs),
}

/// Options of `candor dev generate`.
#[derive(Args, Debug)]
pub struct GenerateArgs {
    /// How many
    #[arg(long, value_name = "N", default_value_t = 1000)]
    reports: u64,
    /// Which of all possible ones
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
pub fn run(command: &DevCommand) -> Result<Outcome, CliError> {
    let DevCommand::Generate(args) = command;
    let generator = Generator::new(args.seed);
    for number in 0..args.reports {
        let report = generator.report(number);
        input::print_line(&input::to_json(&report, Format::Jsonl)?)?;
    }
    Ok(Outcome::Fine)
}
