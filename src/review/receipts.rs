//! Whether a receipt opens anything is told by the answer, and not by the work it takes.

use std::num::NonZeroU8;
use std::sync::Arc;

use super::{Extent, Review, Role};
use crate::anonymise::{Anonymiser, RawText};
use crate::auth::{Keys, Nonce, OPENED, Receipt};
use crate::intake::{Draft, Intake};
use crate::report::{AccountId, Clock, Letter, Report, SystemClock};
use crate::storage::{ASKED, DatabaseUrl, Storage};

/// Questions to the database, and things unsealed, while this receipt is opened.
fn work(intake: &Intake, receipt: &Receipt) -> (usize, usize) {
    let before = (ASKED.get(), OPENED.get());
    intake.open(receipt).unwrap();
    (ASKED.get() - before.0, OPENED.get() - before.1)
}

#[test]
fn an_unknown_receipt_takes_the_work_of_a_known_one() {
    let folder = tempfile::tempdir().unwrap();
    let storage = Storage::open(&DatabaseUrl::Sqlite(folder.path().join("db"))).unwrap();
    let keys = Arc::new(Keys::load_or_create(&folder.path().join("key")).unwrap());
    let anonymiser = Arc::new(Anonymiser::new([]));
    let clock = || Arc::new(SystemClock) as Arc<dyn Clock>;
    let intake = Intake::new(
        storage.clone(),
        Arc::clone(&keys),
        Arc::clone(&anonymiser),
        clock(),
    );
    let review = Review::new(storage, keys, anonymiser, clock(), NonZeroU8::MIN);
    let send = || {
        let report = Report {
            title: RawText::new("Queue full"),
            summary: RawText::new("It filled up."),
            ..Report::default()
        };
        let draft = Draft {
            report,
            ..Draft::default()
        };
        intake.submit(draft, &Nonce::random(), true).unwrap()
    };
    let unknown = work(&intake, &Receipt::random());
    assert!(unknown.0 > 5 && unknown.1 > 1, "{unknown:?}");

    let waiting = send();
    assert_eq!(work(&intake, &waiting.receipt), unknown);
    let question = Letter::Question(RawText::new("How did you notice?"));
    let analyst: AccountId = review
        .add_account("ada", "a long enough password", Role::Analyst)
        .unwrap();
    review
        .write(waiting.id, analyst, question, &Nonce::random(), 0)
        .unwrap();
    assert_eq!(work(&intake, &waiting.receipt), unknown, "one letter");

    let public = send();
    review.approve(public.id, analyst).unwrap();
    review.publish(public.id, analyst, Extent::Full).unwrap();
    assert_eq!(work(&intake, &public.receipt), unknown);
    intake.withdraw(&public.receipt).unwrap();
    assert_eq!(work(&intake, &public.receipt), unknown);
}
