//! `candor user`: accounts of those who work at the desk.

use std::io::{self, BufRead, IsTerminal};

use clap::{Args, Subcommand};

use super::{CliError, Outcome, input, note};
use crate::config::RegistryArgs;
use crate::review::{NewAccountError, Review};
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
        /// What they are there for: analyst, editor, administrator, auditor
        #[arg(long, value_name = "ROLE", default_value = "analyst", value_parser = role)]
        role: Role,
    },
    /// Give an account a new password (first line of standard input) and end its sessions
    Password {
        /// Name of the account
        name: String,
    },
    /// Take away a second factor that was lost; the next sign-in sets up a new one
    ResetFactor {
        /// Name of the account
        name: String,
    },
    /// List the accounts
    List,
}

/// Runs the command.
pub fn run(args: &UserArgs, review: &Review) -> Result<Outcome, CliError> {
    match &args.action {
        Action::Add { name, role } => {
            review
                .add_account(name, &password()?, *role)
                .map_err(|error| failed("the account was not made", error))?;
            note(&format!(
                "{name} can sign in now, and sets up a second factor then."
            ));
        }
        Action::Password { name } => {
            let found = review
                .reset_password(name, &password()?)
                .map_err(|error| failed("the password was not changed", error))?;
            if !found {
                return Err(CliError::refused(format!(
                    "there is no account named {name}"
                )));
            }
            note(&format!(
                "{name} has a new password; open sessions were ended."
            ));
        }
        Action::ResetFactor { name } => {
            let found = review
                .reset_factor(name)
                .map_err(|error| CliError::io("cannot reset the second factor", error))?;
            if !found {
                return Err(CliError::refused(format!(
                    "there is no account named {name}"
                )));
            }
            note(&format!(
                "{name} has no second factor any more and sets up a new one at the next sign-in."
            ));
        }
        Action::List => {
            let accounts = review
                .accounts()
                .map_err(|error| CliError::io("cannot list the accounts", error))?;
            for account in accounts {
                input::print_line(&account.name)?;
            }
        }
    }
    Ok(Outcome::Fine)
}

fn role(text: &str) -> Result<Role, String> {
    let known = Role::ALL.map(Role::as_str).join(", ");
    Role::parse(text).ok_or_else(|| format!("a role is one of {known}"))
}

fn failed(what: &str, error: NewAccountError) -> CliError {
    match error {
        NewAccountError::Storage(_) => CliError::io(what, error),
        refusal => CliError::refused(format!("{what}: {refusal}")),
    }
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
