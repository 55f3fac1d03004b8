//! Alerts, from draft to tombstone.

use candor::anonymise::RedactedText;
use candor::report::{Alert, AlertId, AlertStatus, ReportId, Status};
use candor::storage::alerts::{self, Kept};
use candor::storage::{Storage, StorageError, pending, published};

use crate::staff::hire;
use crate::support::{public, read, receive, write};

fn said(title: &str) -> Alert<RedactedText> {
    let text = |text: &str| RedactedText::from_store(text.to_owned());
    Alert {
        title: text(title),
        who: text("who \0 \u{1f600}"),
        seen: text("seen"),
        check: text("check"),
    }
}

fn draft(storage: &Storage, title: &str, reports: &[ReportId]) -> AlertId {
    let kept = Kept {
        id: AlertId::random(),
        number: None,
        status: AlertStatus::Draft,
        month: "2026-10".parse().unwrap(),
        sample: true,
        alert: Alert::default(),
        sealed: Some(title.as_bytes().to_vec()),
    };
    write(storage, |tx| alerts::add(tx, &kept, reports)).unwrap();
    assert_eq!(
        read(storage, |tx| alerts::get(tx, kept.id)),
        Some(kept.clone())
    );
    kept.id
}

fn publish(storage: &Storage, id: AlertId) -> Result<u32, StorageError> {
    let text = said("opened");
    write(storage, |tx| {
        alerts::publish(tx, id, "2026-11".parse().unwrap(), &text)
    })?;
    let kept = read(storage, |tx| alerts::get(tx, id)).unwrap();
    assert_eq!((kept.sealed, kept.alert), (None, text));
    Ok(kept.number.unwrap())
}

on_both! {
    fn alerts_are_numbered_as_they_are_published(db) {
        let storage = db.open();
        let [a, b, c] = ["a", "b", "c"].map(|title| draft(&storage, title, &[]));
        assert_eq!(publish(&storage, b).unwrap(), 1);
        assert_eq!(publish(&storage, a).unwrap(), 2);
        assert!(matches!(publish(&storage, a), Err(StorageError::Conflict(_))));
        write(&storage, |tx| alerts::withdraw(tx, a)).unwrap();
        assert_eq!(publish(&storage, c).unwrap(), 3);
        let shown = [AlertStatus::Published, AlertStatus::Withdrawn];
        let list = read(&storage, |tx| alerts::list(tx, &shown));
        let list: Vec<_> = list.iter().map(|kept| (kept.id, kept.number.unwrap())).collect();
        assert_eq!(list, [(c, 3), (a, 2), (b, 1)]);
    }

    fn a_withdrawn_alert_leaves_number_and_month(db) {
        let storage = db.open();
        let report = receive(&storage, "2026-W47");
        let id = draft(&storage, "gone", &[report]);
        assert!(matches!(write(&storage, |tx| alerts::withdraw(tx, id)), Err(StorageError::Conflict(_))));
        publish(&storage, id).unwrap();
        write(&storage, |tx| alerts::withdraw(tx, id)).unwrap();
        let left = read(&storage, |tx| alerts::get(tx, id)).unwrap();
        assert_eq!((left.number, left.month.to_string().as_str()), (Some(1), "2026-11"));
        assert_eq!(left.alert, Alert::default());
        assert!(read(&storage, |tx| alerts::reports(tx, id, false)).is_empty());
    }

    fn a_changed_draft_has_to_be_agreed_to_again(db) {
        let storage = db.open();
        let (ada, grace) = (hire(&storage, "ada").id, hire(&storage, "grace").id);
        let id = draft(&storage, "first", &[]);
        let agreed = || read(&storage, |tx| alerts::agreed(tx, id));
        for account in [ada, grace, ada] {
            write(&storage, |tx| alerts::agree(tx, id, account)).unwrap();
        }
        assert_eq!(agreed().len(), 2);
        write(&storage, |tx| alerts::rewrite(tx, id, b"second", &[])).unwrap();
        assert!(agreed().is_empty());
        assert_eq!(read(&storage, |tx| alerts::get(tx, id)).unwrap().sealed.unwrap(), b"second");
        publish(&storage, id).unwrap();
        let late = write(&storage, |tx| alerts::rewrite(tx, id, b"third", &[]));
        assert!(matches!(late, Err(StorageError::Conflict(_))));
        assert!(matches!(write(&storage, |tx| alerts::discard(tx, id)), Err(StorageError::Conflict(_))));
        let other = draft(&storage, "other", &[]);
        write(&storage, |tx| alerts::discard(tx, other)).unwrap();
        assert_eq!(read(&storage, |tx| alerts::get(tx, other)), None);
    }

    fn readers_are_led_to_public_reports_only(db) {
        let storage = db.open();
        let row = public("2026-11", "public");
        let waiting = receive(&storage, "2026-W47");
        write(&storage, |tx| published::publish(tx, &row)).unwrap();
        let id = draft(&storage, "a", &[row.id, waiting, waiting]);
        assert_eq!(read(&storage, |tx| alerts::reports(tx, id, false)).len(), 2);
        assert_eq!(read(&storage, |tx| alerts::reports(tx, id, true)), [row.id]);
        write(&storage, |tx| pending::set_status(tx, waiting, Status::Received, Status::Withdrawn)).unwrap();
        assert_eq!(read(&storage, |tx| alerts::reports(tx, id, false)), [row.id]);
    }
}
