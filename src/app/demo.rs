//! `candor demo`: a registry filled with invented write-ups through the real pipeline.

mod alerts;
mod letters;
mod sample;

use std::collections::BTreeMap;
use std::num::NonZeroU8;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, io};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use letters::Held;
pub use sample::{Sample, SampleError, samples};

use super::{Access, App, OpenError, serve};
use crate::auth::Nonce;
use crate::cli::{CliError, DemoArgs, Outcome, note};
use crate::config::Config;
use crate::intake::{MailError, SubmitError};
use crate::jobs::{DigestError, IndexError};
use crate::registry::RegistryError;
use crate::report::{AccountId, Clock, Period, SystemClock};
use crate::review::{
    AlertError, DecideError, EnrolError, Extent, NewAccountError, Role, Session, SignInError,
};
use crate::storage::{DatabaseUrl, Storage, StorageError, accounts, pending, settings};

/// Who works at the demo's desk; the first publishes the samples.
const STAFF: [(&str, Role); 5] = [
    ("analyst", Role::Analyst),
    ("analyst-2", Role::Analyst),
    ("editor", Role::Editor),
    ("administrator", Role::Administrator),
    ("auditor", Role::Auditor),
];
/// Samples left at the desk, so that there is something to do.
const LEFT_AT_THE_DESK: usize = 3;

/// The setting by which a demo's registry is known.
const MARK: &str = "demo";

/// Why a demo could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The folder holds a registry that is no demo.
    #[error(
        "{} holds a registry that is no demo, and nothing in it was changed; choose an empty folder, \
         or serve it with `candor serve --data`", .0.display()
    )]
    NoDemo(PathBuf),
    /// The registry could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A sample is not as it should be.
    #[error("a sample cannot be used")]
    Sample(#[from] SampleError),
    /// A sample was not taken.
    #[error("a sample was not taken")]
    Submit(#[from] SubmitError),
    /// A sample was not published.
    #[error("a sample was not published")]
    Decide(#[from] DecideError),
    /// An alert was not published.
    #[error("an alert was not published")]
    Alert(#[from] AlertError),
    /// A letter was not kept.
    #[error("a letter was not kept")]
    Letter(#[from] MailError),
    /// An account could not be made.
    #[error("an account could not be made")]
    Account(#[from] NewAccountError),
    /// Somebody could not sign in.
    #[error("an account cannot be used")]
    SignIn(#[from] SignInError),
    /// A second factor could not be set up.
    #[error("a second factor could not be set up")]
    Enrol(#[from] EnrolError),
    /// The database could not be reached.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The index could not be filled.
    #[error("the index could not be filled")]
    Index(#[from] IndexError),
    /// A digest could not be compiled.
    #[error("a digest could not be compiled")]
    Digest(#[from] DigestError),
    /// The registry could not be read.
    #[error(transparent)]
    Registry(#[from] RegistryError),
}

/// A clock that can be set: the samples came in over the past months.
#[derive(Default)]
struct SetClock(Mutex<Option<Timestamp>>);

impl SetClock {
    fn set(&self, moment: Option<Timestamp>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = moment;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        let set = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        set.unwrap_or_else(|| SystemClock.now())
    }
}

/// Runs the command until it is told to stop.
pub(super) fn run(args: &DemoArgs) -> Result<Outcome, CliError> {
    serve::log_to_stderr();
    let data = match &args.data {
        Some(data) => data.clone(),
        None => temporary_folder()
            .map_err(|error| CliError::io("cannot make a folder for the demo", error))?,
    };
    let Prepared {
        app,
        staff,
        receipts,
    } = prepare(&data).map_err(|error| match error {
        DemoError::NoDemo(_) => CliError::refused(error),
        other => CliError::io("cannot make the demo", other),
    })?;
    serve::serve(app, args.listen, |address| {
        note(&format!(
            "\nCandor's demo is ready: every report in it is invented.\n\n  \
             Portal   http://{address}/"
        ));
        let mut staff = staff.iter();
        if let Some(first) = staff.next() {
            note(&format!(
                "  Desk     http://{address}/desk   name: {}   password: {}\n{}\n  Others   (name, then password)",
                first.name,
                first.password,
                first.second()
            ));
        }
        for other in staff {
            note(&format!(
                "           {}   {}\n{}",
                other.name,
                other.password,
                other.second()
            ));
        }
        if let Some(first) = receipts.first() {
            note(&format!(
                "  Receipts (type one at http://{address}/receipt; they are shown this once)"
            ));
            for held in &receipts {
                note(&format!(
                    "           {}\n             {}",
                    held.receipt, held.what
                ));
            }
            note(&format!(
                "           Readers see the first of them at http://{address}/reports/{}",
                first.report
            ));
        }
        note(&format!(
            "  Data     {}\n\nStop it with Ctrl-C.",
            data.display()
        ));
    })
}

/// How to sign in as one of the demo's staff.
pub struct Entry {
    /// Name to sign in with.
    pub name: &'static str,
    /// Password.
    pub password: String,
    /// Key for an authenticator.
    pub key: String,
    /// Recovery codes.
    pub codes: Vec<String>,
}

impl Entry {
    /// What stands in for the second factor, and what gives it.
    fn second(&self) -> String {
        format!(
            "           codes, each good once: {}\n           key for an authenticator: {}",
            self.codes.join(" "),
            self.key
        )
    }
}

/// A demo that is ready to be served.
pub struct Prepared {
    /// Its registry.
    pub app: App,
    /// How to sign in at its desk.
    pub staff: Vec<Entry>,
    /// Receipts of some of its reports; none where it was there before, for nobody keeps them.
    pub receipts: Vec<Held>,
}

/// Opens the demo's registry, fills it if it is new, and gives everybody at its desk a fresh way in.
pub fn prepare(data: &Path) -> Result<Prepared, DemoError> {
    let config = Config {
        database: DatabaseUrl::Sqlite(data.join("candor.sqlite")),
        data: data.to_owned(),
        listen: ([127, 0, 0, 1], 0).into(),
        // One person can walk the whole way.
        approvals: NonZeroU8::MIN,
        address: None,
        proxies: 0,
    };
    if let DatabaseUrl::Sqlite(file) = &config.database
        && file.exists()
        && !is_demo(&config.database)?
    {
        return Err(DemoError::NoDemo(data.to_owned()));
    }
    let clock = Arc::new(SetClock::default());
    let app = App::open(
        &config,
        &(Arc::clone(&clock) as Arc<dyn Clock>),
        Access::Writer,
    )?;
    Storage::open(&config.database)?.write(|tx| settings::set(tx, MARK, "yes"))?;
    let mut staff = Vec::new();
    for (name, role) in STAFF {
        staff.push(let_in(&app, name, role)?);
    }
    let receipts = match staff.iter().find_map(|(_, new)| *new) {
        Some(analyst) => fill(&app, &clock, analyst)?,
        None => Vec::new(),
    };
    Ok(Prepared {
        app,
        staff: staff.into_iter().map(|(entry, _)| entry).collect(),
        receipts,
    })
}

/// Whether a registry was made by this command, or has nobody and nothing in it yet. Only looks.
fn is_demo(database: &DatabaseUrl) -> Result<bool, StorageError> {
    let storage = Storage::open_as_it_is(database)?;
    if storage.schema()?.applied.is_empty() {
        return Ok(true);
    }
    storage.read(|tx| {
        let marked = settings::get(tx, MARK)?.is_some();
        let (samples, real) = (pending::any(tx, true)?, pending::any(tx, false)?);
        let untouched = accounts::list(tx)?.is_empty();
        Ok(marked || !real && (samples || untouched))
    })
}

/// A fresh password and second factor for somebody, by the same steps that people take. Gives the
/// account, too, if it is new.
fn let_in(
    app: &App,
    name: &'static str,
    role: Role,
) -> Result<(Entry, Option<AccountId>), DemoError> {
    let (review, password) = (&app.review, Nonce::random().text());
    let new = if review.reset_password(name, &password)? {
        review.reset_factor(name)?;
        None
    } else {
        Some(review.add_account(name, &password, role)?)
    };
    let token = review.sign_in(name, &password, "")?;
    let Some(Session::Enrolling(staff)) = review.session(&token)? else {
        return Err(DemoError::SignIn(SignInError::Wrong));
    };
    let secret = review.enrolment(&staff)?;
    let enrolled = review.enrol(&staff, &secret.code(SystemClock.now()))?;
    review.sign_out(&enrolled.session)?;
    let entry = Entry {
        name,
        password,
        key: secret.groups().to_string(),
        codes: enrolled
            .recovery
            .iter()
            .map(|code| code.text().to_string())
            .collect(),
    };
    Ok((entry, new))
}

fn fill(app: &App, clock: &SetClock, analyst: AccountId) -> Result<Vec<Held>, DemoError> {
    let this_month = Period::month_of(clock.now());
    let samples = samples()?;
    let published = samples.len().saturating_sub(LEFT_AT_THE_DESK);
    let (mut public, mut all) = (BTreeMap::new(), BTreeMap::new());
    for (number, sample) in samples.iter().enumerate() {
        let at_the_desk = number >= published;
        clock.set(if at_the_desk {
            None
        } else {
            middle_of(back(this_month, sample.months_ago))
        });
        let draft = sample.draft(back(this_month, sample.event_months_ago))?;
        let kept = app.intake.submit(draft, &Nonce::random(), true)?;
        if !at_the_desk {
            app.review.approve(kept.id, analyst)?;
            app.review.publish(kept.id, analyst, Extent::Full)?;
            public.insert(sample.file.clone(), kept.id);
        }
        all.insert(sample.file.clone(), kept);
    }
    clock.set(None);
    let waiting = samples.last().map_or("", |sample| sample.file.as_str());
    let receipts = letters::fill(app, analyst, &all, waiting)?;
    alerts::fill(&app.review, analyst, &public)?;
    app.indexer.catch_up()?;
    let oldest = samples.iter().map(|sample| sample.months_ago).max();
    for months in 1..=oldest.unwrap_or(0) {
        app.jobs.issue(back(this_month, months))?;
    }
    app.jobs.issue(this_month.quarter().previous())?;
    app.jobs.issue_guides()?;
    Ok(receipts)
}

fn back(month: Period, months: u8) -> Period {
    (0..months).fold(month, |month, _| month.previous())
}

fn middle_of(month: Period) -> Option<Timestamp> {
    let (first, _) = month.months();
    let day = Date::new(month.year(), i8::try_from(first).ok()?, 15).ok()?;
    Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

/// A new folder of one's own among the system's temporary files.
fn temporary_folder() -> io::Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("candor-demo-{}", Nonce::random().text()));
    fs::create_dir(&folder)?;
    Ok(folder)
}
