//! `candor doctor`: whether everything is as it should be.

use super::{CliError, Outcome, input};
use crate::config::Config;
use crate::doctor::{self, Places, Verdict};
use crate::report::SystemClock;

/// Runs the command. Prints a line for each thing that was looked at, and below it what to do if it
/// is not as it should be.
pub fn run(config: &Config) -> Result<Outcome, CliError> {
    let places = Places {
        data: &config.data,
        key: &config.key_file(),
        index: &config.index_dir(),
        database: &config.database,
    };
    let mut outcome = Outcome::Fine;
    for finding in doctor::look(&places, &SystemClock) {
        if finding.verdict != Verdict::Ok {
            outcome = Outcome::Findings;
        }
        input::print_line(&format!(
            "{:<5} {:<13} {}",
            finding.verdict.as_str(),
            finding.what,
            finding.said
        ))?;
        if let Some(remedy) = finding.remedy {
            input::print_line(&format!("      {:<13} -> {remedy}", ""))?;
        }
    }
    Ok(outcome)
}
