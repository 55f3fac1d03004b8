//! Which command gets which use cases.

use std::process::ExitCode;
use std::sync::Arc;

use super::{Access, App, anonymiser, demo, serve};
use crate::cli::verify::What;
use crate::cli::{self, CliError, Command, Outcome};
use crate::config::{Config, RegistryArgs, ServeArgs};
use crate::report::{Clock, SystemClock};

/// Runs the program: reads the command line, does what it says, gives the exit code.
pub fn run() -> ExitCode {
    tell_only_where_it_panics();
    match dispatch(cli::parse().command) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            cli::complain(&error);
            error.code()
        }
    }
}

/// The message of a panic may quote the text at hand, and a log must not hold it; the place is
/// enough to find the fault.
fn tell_only_where_it_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        cli::note(&format!(
            "candor: a fault in Candor at {place}; please report it"
        ));
    }));
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
        Command::Stack(args) => {
            cli::stack::run(&args, &open(&args.registry, Access::Reader)?.registry)
        }
        Command::Digest(args) => {
            let app = open(&args.registry, Access::WithoutIndex)?;
            cli::digest::run(&args, &app.jobs, &app.registry)
        }
        Command::Export(args) => {
            let app = open(&args.registry, Access::WithoutIndex)?;
            if args.audit {
                cli::export::audit(&app.review)
            } else {
                cli::export::run(&args, &app.corpus)
            }
        }
        Command::Backup(args) => cli::backup::run(&args, &registry(&args.registry)?),
        Command::Restore(args) => cli::restore::run(&args, &registry(&args.registry)?),
        Command::Migrate(args) => cli::migrate::run(&args),
        Command::Doctor(args) => cli::doctor::run(&registry(&args)?),
        Command::User(args) => {
            cli::user::run(&args, &open(&args.registry, Access::WithoutIndex)?.review)
        }
        Command::Verify(args) => match &args.what {
            Some(What::Digest(file)) => cli::verify::digest(file),
            None => cli::verify::audit(&open(&args.registry, Access::WithoutIndex)?.review),
        },
        Command::Dev(command) => cli::generate::run(&command),
        Command::Retain(registry) => {
            let app = open(&registry, Access::WithoutIndex)?;
            let done = app
                .jobs
                .retain()
                .map_err(|error| CliError::io("cannot forget what is due", error))?;
            for forgotten in done {
                cli::input::print_line(&format!("{}\t{}", forgotten.rule, forgotten.rows))?;
            }
            Ok(Outcome::Fine)
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

fn registry(args: &RegistryArgs) -> Result<Config, CliError> {
    settings(&ServeArgs {
        registry: args.clone(),
        ..ServeArgs::default()
    })
}

fn open(args: &RegistryArgs, access: Access) -> Result<App, CliError> {
    App::open(
        &registry(args)?,
        &(Arc::new(SystemClock) as Arc<dyn Clock>),
        access,
    )
    .map_err(|error| CliError::io("cannot open the registry", error))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    /// Run by the test below in a process of its own, where it panics over somebody's words.
    #[test]
    fn panics_over_a_canary_when_told_to() {
        let told = std::env::args().any(|argument| argument == "panics_over_a_canary_when_told_to");
        if told {
            super::tell_only_where_it_panics();
            let words = String::from("Quorxwell");
            assert!(words.is_empty(), "{words}");
        }
    }

    #[test]
    fn a_panic_does_not_repeat_what_was_at_hand() {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["panics_over_a_canary_when_told_to", "--nocapture"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success());
        assert!(
            said.contains("a fault in Candor at src/app/commands.rs"),
            "{said}"
        );
        assert!(!said.contains("Quorxwell"), "{said}");
    }
}
