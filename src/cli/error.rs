//! How a command can end other than well, and the exit code that tells scripts which.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a command ended, when nothing broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well: exit code 0.
    Fine,
    /// Something was found or refused: exit code 1.
    Findings,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
        }
    }
}

/// A command that could not do its work.
#[derive(Debug)]
pub struct CliError {
    kind: Kind,
    message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Gone,
    Refused,
    Usage,
    Io,
}

impl CliError {
    /// Understood and not done: exit code 1.
    pub fn refused(message: impl fmt::Display) -> Self {
        Self {
            kind: Kind::Refused,
            message: message.to_string(),
            source: None,
        }
    }

    /// Asked for in a way that does not work: exit code 2.
    pub fn usage(message: impl fmt::Display) -> Self {
        Self {
            kind: Kind::Usage,
            message: message.to_string(),
            source: None,
        }
    }

    /// The other side could not do it, and says so itself: exit code 3.
    pub fn away(message: impl fmt::Display) -> Self {
        Self {
            kind: Kind::Io,
            message: message.to_string(),
            source: None,
        }
    }

    /// Standard output could not be written. A reader that has gone away, as in `| head`, has what
    /// it wanted: that ends the command quietly and well.
    pub fn output(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self {
                kind: Kind::Gone,
                message: String::new(),
                source: None,
            };
        }
        Self::io("cannot write to standard output", error)
    }

    /// Whether there is nothing to say about it.
    pub fn is_quiet(&self) -> bool {
        self.kind == Kind::Gone
    }

    /// Disk, network or database: exit code 3.
    pub fn io(
        message: impl fmt::Display,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        Self {
            kind: Kind::Io,
            message: message.to_string(),
            source: Some(Box::new(source)),
        }
    }

    /// A file that could not be read or written.
    pub fn file(path: &Path, source: io::Error) -> Self {
        let path: PathBuf = path.into();
        Self::io(format!("cannot use {}", path.display()), source)
    }

    /// The exit code.
    pub fn code(&self) -> ExitCode {
        ExitCode::from(match self.kind {
            Kind::Gone => 0,
            Kind::Refused => 1,
            Kind::Usage => 2,
            Kind::Io => 3,
        })
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        let mut cause = self
            .source
            .as_ref()
            .map(|source| &**source as &dyn std::error::Error);
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl std::error::Error for CliError {}
