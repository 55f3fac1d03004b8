//! Settings: flags before `CANDOR_*` variables before the TOML file before defaults.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::num::NonZeroU8;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use crate::export::{Site, SiteError};
use crate::storage::{DatabaseUrl, StorageError};

/// Where a registry lives; taken by every command that touches one.
#[derive(Args, Clone, Debug, Default)]
pub struct RegistryArgs {
    /// Folder for the database, the keys and the index [default: ./candor-data]
    #[arg(long, global = true, env = "CANDOR_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// sqlite:PATH or postgres://... [default: candor.sqlite in the data folder]
    #[arg(
        long,
        global = true,
        env = "CANDOR_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// TOML file with data, database, listen, approvals, address, proxies
    #[arg(long, global = true, env = "CANDOR_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// What `candor serve` takes besides.
#[derive(Args, Clone, Debug, Default)]
pub struct ServeArgs {
    #[command(flatten)]
    #[expect(
        missing_docs,
        reason = "a doc comment would become the command's description"
    )]
    pub registry: RegistryArgs,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "CANDOR_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// How many different analysts must approve a report before it can be published [default: 2]
    #[arg(long, env = "CANDOR_APPROVALS", value_name = "N")]
    pub approvals: Option<NonZeroU8>,
    /// Scheme and host by which readers reach the registry: where feeds, maps and citations lead
    /// [default: what each request calls it]
    #[arg(long, env = "CANDOR_ADDRESS", value_name = "URL")]
    pub address: Option<Site>,
    /// How many proxies of your own stand in front, each adding to X-Forwarded-For; tries are then
    /// counted by whom the outermost spoke to [default: 0]
    #[arg(long, env = "CANDOR_PROXIES", value_name = "N")]
    pub proxies: Option<u8>,
}

/// Settings in force.
#[derive(Clone, Debug)]
pub struct Config {
    /// The database.
    pub database: DatabaseUrl,
    /// Folder for keys and index (and the SQLite file, unless it is put elsewhere).
    pub data: PathBuf,
    /// Address to listen on.
    pub listen: SocketAddr,
    /// How many different analysts must approve.
    pub approvals: NonZeroU8,
    /// Where readers reach the registry, if that is set.
    pub address: Option<Site>,
    /// How many proxies of the operator's own stand in front.
    pub proxies: u8,
}

/// A setting that does not work.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The TOML file could not be read.
    #[error("cannot read the settings in {path}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The TOML file does not say what it should.
    #[error("the settings in {path} cannot be understood: line {line}: {why}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Why, without what stands there: that may be the password of the database.
        why: String,
    },
    /// The database's address does not work.
    #[error("the address of the database cannot be used")]
    Database(#[from] StorageError),
    /// The registry's own address does not work.
    #[error("the registry's own address cannot be used")]
    Address(#[from] SiteError),
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<SocketAddr>,
    approvals: Option<NonZeroU8>,
    address: Option<String>,
    proxies: Option<u8>,
}

impl Config {
    /// Puts the settings together.
    pub fn from_args(args: &ServeArgs) -> Result<Self, ConfigError> {
        let file = args
            .registry
            .config
            .as_deref()
            .map(read)
            .transpose()?
            .unwrap_or_default();
        let data = args
            .registry
            .data
            .clone()
            .or(file.data)
            .unwrap_or_else(|| "candor-data".into());
        let database = match args.registry.database.as_ref().or(file.database.as_ref()) {
            Some(url) => url.parse()?,
            None => DatabaseUrl::Sqlite(data.join("candor.sqlite")),
        };
        let two = NonZeroU8::MIN.saturating_add(1);
        Ok(Self {
            database,
            data,
            listen: args
                .listen
                .or(file.listen)
                .unwrap_or_else(|| (Ipv4Addr::LOCALHOST, 8080).into()),
            approvals: args.approvals.or(file.approvals).unwrap_or(two),
            address: match (&args.address, file.address) {
                (Some(address), _) => Some(address.clone()),
                (None, Some(text)) => Some(text.parse()?),
                (None, None) => None,
            },
            proxies: args.proxies.or(file.proxies).unwrap_or_default(),
        })
    }

    /// The key file, apart from the database.
    pub fn key_file(&self) -> PathBuf {
        self.data.join("keys").join("master.key")
    }

    /// The folder of the index.
    pub fn index_dir(&self) -> PathBuf {
        self.data.join("index")
    }
}

fn read(path: &Path) -> Result<File, ConfigError> {
    let text = fs::read_to_string(path).map_err(|source| ConfigError::Unreadable {
        path: path.into(),
        source,
    })?;
    toml::from_str(&text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        ConfigError::Malformed {
            path: path.into(),
            line: 1 + before.unwrap_or_default().matches('\n').count(),
            why: without_values(error.message()),
        }
    })
}

/// What a parser says, without the value it quotes.
fn without_values(message: &str) -> String {
    let quoted = message.split_once('"').zip(message.rsplit_once('"'));
    match quoted {
        Some(((before, value), (_, after))) if value.contains('"') => format!("{before}…{after}"),
        _ => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_told_without_what_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("candor.toml");
        for (text, line) in [
            ("\ndatabase = \"postgres://candor:S3cretPw@db/candor\n", 2),
            (
                "data = \"x\"\ndatabase = postgres://candor:S3cretPw@db/candor\n",
                2,
            ),
            ("approvals = \"postgres://candor:S3cretPw@db/candor\"\n", 1),
            ("listen = \"postgres://candor:S3cretPw@db/candor\"\n", 1),
            ("postgres://candor:S3cretPw@db/candor\n", 1),
        ] {
            fs::write(&path, text).unwrap();
            let error = read(&path).err().unwrap();
            let said = format!("{error} {error:?}");
            assert!(!said.contains("S3cret"), "{said}");
            assert!(said.contains(&format!("line {line}: ")), "{said}");
            assert!(std::error::Error::source(&error).is_none());
        }
    }
}
