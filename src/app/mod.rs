//! The wiring: settings become a running registry, commands get the use cases they need.

mod commands;
mod demo;
mod limit;
mod serve;

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::thread;

pub use commands::run;
pub use demo::{DemoError, Entry, Sample, SampleError, prepare, samples};
pub use serve::routes;

use crate::anonymise::{Anonymiser, KeepName};
use crate::auth::{KeyError, Keys, SigningKey};
use crate::backup::withdrawn::{self, Withdrawn};
use crate::backup::{BackupError, private_folder};
use crate::config::Config;
use crate::export::Site;
use crate::intake::Intake;
use crate::jobs::{Corpus, IndexError, Indexer, Jobs};
use crate::registry::Registry;
use crate::report::{Clock, IsoWeek};
use crate::review::{Review, ReviewError};
use crate::search::{Opened, SearchError, SearchIndex, State};
use crate::storage::{Storage, StorageError, settings};
use crate::tagging::Tagger;
use crate::taxonomy::{Changes, Taxonomy};
use crate::web::{TryLimits, Voices};

/// A registry, opened.
#[derive(Clone)]
pub struct App {
    /// For reporters.
    pub intake: Arc<Intake>,
    /// For analysts.
    pub review: Arc<Review>,
    /// For readers.
    pub registry: Arc<Registry>,
    /// For the machine.
    pub jobs: Arc<Jobs>,
    /// Keeps the index up with the database.
    pub indexer: Arc<Indexer>,
    /// Makes the files that hold the whole corpus.
    pub corpus: Arc<Corpus>,
    /// Keeps the list of what was withdrawn, which outlives the database.
    pub withdrawn: Arc<Withdrawn>,
    /// Decides who is counted among those who say something of a report.
    pub voices: Arc<Voices>,
    /// Where readers reach the registry, if that is set.
    pub address: Option<Site>,
    /// How often somebody may try what can be guessed.
    pub limits: Arc<TryLimits>,
}

/// Why a registry could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be used.
    #[error("cannot use the data folder {path}")]
    Folder {
        /// Which folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The key file cannot be used.
    #[error("cannot use the key file")]
    Keys(#[from] KeyError),
    /// The key is missing or not the one the database was filled under.
    #[error(
        "the key file is missing or not the one this database was filled under; put that one back"
    )]
    OtherKey,
    /// The database cannot be used.
    #[error("cannot open the database")]
    Storage(#[from] StorageError),
    /// The reports cannot be moved to the terms of today.
    #[error("cannot move the reports to the terms of this version")]
    Recode(#[from] ReviewError),
    /// What was withdrawn before an older database was put here cannot be withdrawn again.
    #[error("cannot withdraw again what was withdrawn")]
    Withdrawn(#[from] BackupError),
    /// The index cannot be used.
    #[error("cannot open the index")]
    Search(#[from] SearchError),
    /// The index cannot be brought up to date.
    #[error("cannot bring the index up to date")]
    Index(#[from] IndexError),
}

/// Who else may have the registry open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// This process writes the index.
    Writer,
    /// It searches; another process may be writing the index.
    Reader,
    /// It does not search.
    WithoutIndex,
}

impl App {
    /// Opens a registry, making it where there is none yet.
    pub fn open(
        config: &Config,
        clock: &Arc<dyn Clock>,
        access: Access,
    ) -> Result<Self, OpenError> {
        private_folder(&config.data).map_err(|source| OpenError::Folder {
            path: config.data.clone(),
            source,
        })?;
        let storage = Storage::open(&config.database)?;
        let keys = Arc::new(the_key(&storage, &config.key_file())?);
        let anonymiser = anonymiser();
        let review = Review::new(
            storage.clone(),
            Arc::clone(&keys),
            Arc::clone(&anonymiser),
            Arc::clone(clock),
            config.approvals,
        );
        if access == Access::Writer {
            // Before the index is brought up to date, so that it hears of it at once.
            review.recode(Changes::builtin())?;
            let week = IsoWeek::of(clock.now());
            let again = withdrawn::catch_up(&storage, &config.data, week)?;
            if again > 0 {
                tracing::warn!("{again} reports that had been withdrawn were withdrawn again");
            }
        }
        let signing = SigningKey::of(keys.master());
        let (index, indexer) = open_index(config, &storage, access)?;
        Ok(Self {
            intake: Arc::new(Intake::new(
                storage.clone(),
                keys,
                anonymiser,
                Arc::clone(clock),
            )),
            review: Arc::new(review),
            registry: Arc::new(Registry::new(storage.clone(), index)),
            voices: Arc::new(Voices::new(Arc::clone(clock), config.proxies)),
            address: config.address.clone(),
            limits: Arc::new(TryLimits::new(config.proxies)),
            corpus: Arc::new(Corpus::new(
                storage.clone(),
                Arc::clone(clock),
                config.data.join("corpus"),
            )),
            withdrawn: Arc::new(Withdrawn::new(storage.clone(), &config.data)),
            jobs: Arc::new(Jobs::new(
                storage,
                Arc::clone(clock),
                signing,
                config.address.clone(),
            )),
            indexer: Arc::new(indexer),
        })
    }
}

/// The key this database was filled under, made only for a database that has none yet: a lost key
/// file replaced by a new one would lose every receipt and pending report unseen.
fn the_key(storage: &Storage, file: &Path) -> Result<Keys, OpenError> {
    use crate::backup::FINGERPRINT as SETTING;
    let known = storage.read(|tx| settings::get(tx, SETTING))?;
    if known.is_some() && !file.exists() {
        return Err(OpenError::OtherKey);
    }
    let keys = Keys::load_or_create(file)?;
    let fingerprint = keys.master().fingerprint();
    storage.write(|tx| match settings::get(tx, SETTING)? {
        None => Ok(settings::set(tx, SETTING, &fingerprint)?),
        Some(known) if known == fingerprint => Ok(()),
        Some(_) => Err(OpenError::OtherKey),
    })?;
    Ok(keys)
}

/// The index as this process needs it: brought up to date if it is the one that writes it.
fn open_index(
    config: &Config,
    storage: &Storage,
    access: Access,
) -> Result<(Arc<SearchIndex>, Indexer), OpenError> {
    let folder = config.index_dir();
    let read_only = match access {
        Access::Writer => None,
        Access::WithoutIndex => Some(SearchIndex::in_memory()?),
        Access::Reader => match SearchIndex::open_read_only(&folder) {
            Ok(index) => Some(index),
            Err(SearchError::Unusable { .. }) => None,
            Err(error) => return Err(error.into()),
        },
    };
    if let Some(index) = read_only {
        let index = Arc::new(index);
        return Ok((Arc::clone(&index), Indexer::new(storage.clone(), index)));
    }
    let Opened { index, state } = SearchIndex::open(&folder)?;
    let index = Arc::new(index);
    let indexer = Indexer::new(storage.clone(), Arc::clone(&index));
    if let State::NeedsRebuild(reason) = state {
        tracing::info!(%reason, "building the index anew");
        indexer.rebuild()?;
    }
    indexer.catch_up()?;
    Ok((index, indexer))
}

/// The anonymiser with the names of all technologies, made once.
pub fn anonymiser() -> Arc<Anonymiser> {
    static ANONYMISER: LazyLock<Arc<Anonymiser>> = LazyLock::new(|| {
        // A start is the reading of lists: what can be is read at the same time. The first anonymiser
        // reads the words and compiles the rules for all. The tagger is asked next, by the verdict or
        // the preview; who comes before it is ready waits for it.
        meanwhile(|| drop(Anonymiser::new([])));
        let taxonomy = Taxonomy::builtin();
        meanwhile(|| {
            Tagger::builtin();
        });
        let names = taxonomy
            .keep_names()
            .map(|(name, ambiguous)| KeepName { name, ambiguous });
        Arc::new(Anonymiser::new(names))
    });
    Arc::clone(&ANONYMISER)
}

/// Does a piece of work that others may need soon. Where no thread is to be had, they do it.
fn meanwhile(work: impl FnOnce() + Send + 'static) {
    drop(thread::Builder::new().spawn(work));
}
