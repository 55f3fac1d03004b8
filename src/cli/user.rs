//! `candor user`: accounts of those who work at the desk.

use std::io::{self, BufRead, IsTerminal};

use clap::{Args, Subcommand, ValueEnum};

use super::{CliError, Outcome, input, note};
use crate::config::RegistryArgs;
use crate::review::Review;
use crate::storage::accounts::Role;

/// Options of `candor user`.
#[derive(Args, Debug)]
pub struct UserArgs {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make an account; the password is the first line of standard input
    Add {
        /// Name to sign in with
        name: String,
        /// What they may do
        #[arg(long, value_enum, default_value_t = RoleArg::Analyst)]
        role: RoleArg,
    },
    /// Give an account a new password (first line of standard input) and end its sessions
    Password {
        /// Name of the account
        name: String,
    },
    /// List the accounts
    List,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleArg {
    Analyst,
    Editor,
    Administrator,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Analyst => Self::Analyst,
            RoleArg::Editor => Self::Editor,
            RoleArg::Administrator => Self::Administrator,
        }
    }
}

/// Runs the command.
pub fn run(args: &UserArgs, review: &Review) -> Result<Outcome, CliError> {
    match &args.action {
        Action::Add { name, role } => {
            review
                .add_account(name, &password()?, (*role).into())
                .map_err(|error| refused("the account was not made", &error))?;
            note(&format!("{name} can sign in now."));
        }
        Action::Password { name } => {
            let found = review
                .reset_password(name, &password()?)
                .map_err(|error| refused("the password was not changed", &error))?;
            if !found {
                return Err(CliError::refused(format!(
                    "there is no account named {name}"
                )));
            }
            note(&format!(
                "{name} has a new password; open sessions were ended."
            ));
        }
        Action::List => {
            let accounts = review
                .accounts()
                .map_err(|error| CliError::io("cannot list the accounts", error))?;
            for account in accounts {
                input::print_line(&format!("{:<40} {}", account.name, account.role.as_str()))?;
            }
        }
    }
    Ok(Outcome::Fine)
}

fn refused(what: &str, error: &dyn std::error::Error) -> CliError {
    let mut message = format!("{what}: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        message.push_str(": ");
        message.push_str(&error.to_string());
        cause = error.source();
    }
    CliError::refused(message)
}

fn password() -> Result<String, CliError> {
    if io::stdin().is_terminal() {
        note("Password (12 characters or more; it will be shown as you type):");
    }
    let mut line = String::new();
    io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| CliError::io("cannot read the password from standard input", error))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
