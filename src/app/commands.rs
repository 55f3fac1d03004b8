//! Which command gets which use cases.

use std::process::ExitCode;
use std::sync::Arc;

use super::{Access, App, anonymiser, demo, serve};
use crate::cli::{self, CliError, Command, Outcome};
use crate::config::{Config, RegistryArgs, ServeArgs};
use crate::report::{Clock, SystemClock};

/// Runs the program: reads the command line, does what it says, gives the exit code.
pub fn run() -> ExitCode {
    match dispatch(cli::parse().command) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            cli::complain(&error);
            error.code()
        }
    }
}

fn dispatch(command: Command) -> Result<Outcome, CliError> {
    match command {
        Command::Demo(args) => demo::run(&args),
        Command::Serve(args) => serve::run(&settings(&args)?),
        Command::Anonymise(args) => cli::anonymise::run(&args, &anonymiser()),
        Command::Tag(args) => cli::tag::run(&args),
        Command::Lint(args) => cli::lint::run(&args),
        Command::Import(args) if args.check => cli::import::check(&args),
        Command::Import(args) => {
            let app = open(&args.registry, Access::WithoutIndex)?;
            cli::import::run(&args, &app.intake)
        }
        Command::Submit(args) => cli::submit::run(&args, &anonymiser()),
        Command::Search(args) => {
            cli::search::run(&args, &open(&args.registry, Access::Reader)?.registry)
        }
        Command::Digest(args) => {
            cli::digest::run(&args, &open(&args.registry, Access::WithoutIndex)?.jobs)
        }
        Command::User(args) => {
            cli::user::run(&args, &open(&args.registry, Access::WithoutIndex)?.review)
        }
        Command::Reindex(registry) => {
            let app = open(&registry, Access::Writer)?;
            let count = app
                .indexer
                .rebuild()
                .map_err(|error| CliError::io("cannot rebuild the index", error))?;
            cli::input::print_line(&format!("{count} reports indexed"))?;
            Ok(Outcome::Fine)
        }
    }
}

fn settings(args: &ServeArgs) -> Result<Config, CliError> {
    Config::from_args(args).map_err(|error| CliError::io("cannot use the settings", error))
}

fn open(registry: &RegistryArgs, access: Access) -> Result<App, CliError> {
    let config = settings(&ServeArgs {
        registry: registry.clone(),
        ..ServeArgs::default()
    })?;
    App::open(&config, &(Arc::new(SystemClock) as Arc<dyn Clock>), access)
        .map_err(|error| CliError::io("cannot open the registry", error))
}
