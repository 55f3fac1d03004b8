//! What the public reads, and what the index hears of it.

use candor::anonymise::RedactedText;
use candor::report::{PublicReport, ReportId};
use candor::storage::outbox::{self, Entry, Op};
use candor::storage::{Storage, StorageError, published, redacted_report};

use crate::support::{public, read, week, write};

fn publish(storage: &Storage, month: &str, title: &str) -> PublicReport<RedactedText> {
    let report = public(month, title);
    write(storage, |tx| published::publish(tx, &report)).unwrap();
    report
}

fn changes(storage: &Storage) -> Vec<(ReportId, Op)> {
    let entries = read(storage, |tx| outbox::after(tx, 0, 100));
    assert!(entries.is_sorted_by_key(|entry| entry.seq));
    entries
        .iter()
        .map(|entry| (entry.report, entry.op))
        .collect()
}

on_both! {
    fn a_public_report_comes_back_as_it_went_in_and_the_index_hears_of_it(db) {
        let storage = db.open();
        let report = publish(&storage, "2026-10", "A save");
        assert_eq!(read(&storage, |tx| published::get(tx, report.id)), Some(report.clone()));
        assert_eq!(read(&storage, |tx| published::get(tx, ReportId::random())), None);
        assert_eq!(changes(&storage), [(report.id, Op::Upsert)]);
        assert_eq!(read(&storage, published::count), 1);
    }

    fn row_and_outbox_are_kept_together_or_not_at_all(db) {
        let storage = db.open();
        let report = public("2026-10", "A save");
        let failed: Result<(), StorageError> = storage.write(|tx| {
            published::publish(tx, &report)?;
            Err(StorageError::Conflict("wanted"))
        });
        assert!(failed.is_err());
        assert_eq!(read(&storage, |tx| published::get(tx, report.id)), None);
        assert_eq!(changes(&storage), []);

        db.execute("ALTER TABLE outbox RENAME TO elsewhere");
        let failed = write(&storage, |tx| published::publish(tx, &report));
        assert!(matches!(failed, Err(StorageError::Internal(_))));
        assert_eq!(read(&storage, |tx| published::get(tx, report.id)), None);
    }

    fn an_amended_report_takes_the_place_of_the_earlier(db) {
        let storage = db.open();
        let mut report = publish(&storage, "2026-10", "A save");
        report.revision = 1;
        report.report.title = RedactedText::from_store("Two saves".into());
        write(&storage, |tx| published::publish(tx, &report)).unwrap();
        assert_eq!(read(&storage, |tx| published::get(tx, report.id)), Some(report.clone()));
        assert_eq!(changes(&storage), [(report.id, Op::Upsert), (report.id, Op::Upsert)]);
    }

    fn a_withdrawn_report_is_gone_for_good(db) {
        let storage = db.open();
        let report = publish(&storage, "2026-10", "A save");
        let withdraw = || write(&storage, |tx| published::withdraw(tx, report.id, week("2026-W47")));
        assert!(withdraw().unwrap());
        assert!(!withdraw().unwrap());
        assert_eq!(read(&storage, |tx| published::get(tx, report.id)), None);
        assert!(read(&storage, |tx| published::many(tx, &[report.id])).is_empty());
        assert!(read(&storage, |tx| published::withdrawn(tx, report.id)));
        assert_eq!(changes(&storage), [(report.id, Op::Upsert), (report.id, Op::Remove)]);
        let again = write(&storage, |tx| published::publish(tx, &report));
        assert!(matches!(again, Err(StorageError::Conflict(_))));
        assert!(!read(&storage, |tx| published::withdrawn(tx, ReportId::random())));
    }

    fn many_keeps_the_order_asked_for_and_leaves_out_what_is_not_there(db) {
        let storage = db.open();
        let [one, two, three] = ["1", "2", "3"].map(|title| publish(&storage, "2026-10", title));
        let ids = [three.id, ReportId::random(), one.id, two.id];
        let got = read(&storage, |tx| published::many(tx, &ids));
        assert_eq!(got, [three, one, two]);
        assert!(read(&storage, |tx| published::many(tx, &[])).is_empty());
    }

    fn all_goes_through_every_report_page_by_page(db) {
        let storage = db.open();
        let mut expected: Vec<ReportId> =
            (0..7).map(|_| publish(&storage, "2026-10", "A save").id).collect();
        expected.sort();
        let (mut got, mut after) = (Vec::new(), None);
        loop {
            let page = read(&storage, |tx| published::all(tx, after, 3));
            let Some(last) = page.last() else { break };
            after = Some(last.id);
            got.extend(page.iter().map(|report| report.id));
        }
        assert_eq!(got, expected);
    }

    fn cards_show_the_newest_months_first(db) {
        let storage = db.open();
        publish(&storage, "2026-09", "older");
        let newer = publish(&storage, "2026-10", "new\0er");
        let cards = read(&storage, |tx| published::recent(tx, 5));
        let titles: Vec<&str> = cards.iter().map(|card| card.title.as_str()).collect();
        assert_eq!(titles, ["newer", "older"]);
        assert_eq!((cards[0].id, cards[0].published), (newer.id, newer.published));
        assert_eq!(
            (cards[0].kind, cards[0].period, cards[0].severity, cards[0].sample),
            (newer.report.kind, newer.report.period, newer.report.severity, true),
        );
        assert_eq!(read(&storage, |tx| published::recent(tx, 1)).len(), 1);
    }

    fn the_outbox_is_read_in_order_from_where_one_was(db) {
        let storage = db.open();
        assert_eq!(read(&storage, outbox::head), 0);
        let ids = [0; 4].map(|_| publish(&storage, "2026-10", "A save").id);
        let first = read(&storage, |tx| outbox::after(tx, 0, 3));
        let got: Vec<ReportId> = first.iter().map(|entry| entry.report).collect();
        assert_eq!(got, ids[..3]);
        let rest: Vec<Entry> = read(&storage, |tx| outbox::after(tx, first[2].seq, 3));
        assert_eq!((rest.len(), rest[0].report), (1, ids[3]));
        assert_eq!(read(&storage, outbox::head), rest[0].seq);
    }

    fn a_body_that_is_no_report_is_corrupt(db) {
        let storage = db.open();
        let report = publish(&storage, "2026-10", "A save");
        db.execute("UPDATE published SET body = '{}'");
        let got = storage.read(|tx| published::get(tx, report.id));
        let damaged = got.unwrap_err();
        assert!(matches!(damaged, StorageError::Corrupt { place: "published.body", .. }));
        assert!(damaged.to_string().contains(&report.id.to_string()), "{damaged}");
    }
}

#[test]
fn a_sealed_report_reads_back_as_redacted_text() {
    let report = public("2026-10", "A save").report;
    let json = serde_json::to_vec(&report).unwrap();
    assert_eq!(redacted_report(&json).unwrap(), report);
    assert!(matches!(
        redacted_report(b"a report"),
        Err(StorageError::Corrupt { .. })
    ));
}
