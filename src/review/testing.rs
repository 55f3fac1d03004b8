//! A desk for tests: a database in a folder that goes with it, and a clock that can be moved.

use std::num::NonZeroU8;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::{Enrolled, Review, Staff};
use crate::anonymise::Anonymiser;
use crate::auth::{Keys, TotpSecret};
use crate::report::Clock;
use crate::storage::{DatabaseUrl, Storage};

/// A password that will do.
pub(super) const PASSWORD: &str = "a long enough password";

/// A clock that stands still until it is moved.
pub(super) struct MovedClock(Mutex<Timestamp>);

impl MovedClock {
    /// Goes on by this much.
    pub(super) fn forward(&self, by: SignedDuration) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(by).unwrap();
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// A desk.
pub(super) struct Desk {
    pub(super) review: Review,
    pub(super) clock: Arc<MovedClock>,
    pub(super) storage: Storage,
    _folder: TempDir,
}

impl Desk {
    /// An empty one, on 21 November 2026.
    pub(super) fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::Sqlite(folder.path().join("candor.sqlite"));
        let storage = Storage::open(&url).unwrap();
        let keys = Keys::load_or_create(&folder.path().join("master.key")).unwrap();
        let start = "2026-11-21T10:00:00Z".parse().unwrap();
        let clock = Arc::new(MovedClock(Mutex::new(start)));
        let review = Review::new(
            storage.clone(),
            Arc::new(keys),
            Arc::new(Anonymiser::new([])),
            Arc::clone(&clock) as Arc<dyn Clock>,
            NonZeroU8::MIN,
        );
        Self {
            review,
            clock,
            storage,
            _folder: folder,
        }
    }

    /// Sets up somebody's second factor.
    pub(super) fn enrol(&self, staff: &Staff) -> (TotpSecret, Enrolled) {
        let secret = self.review.enrolment(staff).unwrap();
        let code = secret.code(self.clock.now());
        let enrolled = self.review.enrol(staff, &code).unwrap();
        (secret, enrolled)
    }
}
