//! The `candor` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    candor::app::run()
}
