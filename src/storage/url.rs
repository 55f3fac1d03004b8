//! Where the database is: `sqlite:PATH` or `postgres://…`, nothing else.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::StorageError;

/// The address of a database. Printing it never shows a password.
#[derive(Clone)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// A server.
    Postgres(PostgresUrl),
}

/// A `postgres://` address, which may hold a password.
#[derive(Clone)]
pub struct PostgresUrl(Zeroizing<String>);

impl PostgresUrl {
    /// With the password: for libpq alone.
    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl FromStr for DatabaseUrl {
    type Err = StorageError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            let is_file = !path.is_empty() && path != ":memory:" && !path.contains('\0');
            return if is_file {
                Ok(Self::Sqlite(path.into()))
            } else {
                Err(StorageError::BadUrl("an SQLite database needs a file"))
            };
        }
        let server = ["postgres://", "postgresql://"]
            .into_iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .ok_or(StorageError::BadUrl(
                "this is not the address of a database",
            ))?;
        if server.contains('\0') || !ports_are_numbers(server) {
            return Err(StorageError::BadUrl(
                "this address of a server cannot be read: percent-encode :, /, ? and @ in names \
                 and passwords",
            ));
        }
        Ok(Self::Postgres(PostgresUrl(Zeroizing::new(text.to_owned()))))
    }
}

/// The hosts, ports and database of an address without scheme: no user, password or options.
fn place(server: &str) -> &str {
    let place = server.rsplit_once('@').map_or(server, |(_, place)| place);
    place.split_once('?').map_or(place, |(place, _)| place)
}

/// Whether nothing but numbers stands after the colons: what else does may be half a password.
fn ports_are_numbers(server: &str) -> bool {
    let place = place(server);
    let hosts = place.split_once('/').map_or(place, |(hosts, _)| hosts);
    hosts.split(',').all(|host| {
        let port = match host.strip_prefix('[') {
            Some(address) => address.split_once(']').map(|(_, port)| port),
            None => host.find(':').map_or(Some(""), |at| host.get(at..)),
        };
        port.is_some_and(|port| {
            port.is_empty()
                || port
                    .strip_prefix(':')
                    .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
        })
    })
}

impl fmt::Display for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let server = self.0.split_once("://").map_or("", |(_, server)| server);
        write!(f, "postgres://{}", place(server))
    }
}

impl fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => url.fmt(f),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
