//! The audit trail: added to, read both ways, forgotten from its beginning.

use candor::storage::audit::{self, Link, Row};
use candor::storage::{Storage, StorageError};

use crate::support::{read, write};

fn row(seq: i64, day: &str, object: Option<&str>) -> Row {
    Row {
        seq,
        day: day.to_owned(),
        account: (seq % 2 == 0).then(|| "somebody".to_owned()),
        act: "saved".to_owned(),
        object: object.map(str::to_owned),
        hash: format!("{seq:064}"),
    }
}

fn add(storage: &Storage, row: &Row) -> Result<(), StorageError> {
    write(storage, |tx| audit::add(tx, row))
}

on_both! {
    fn a_trail_is_read_from_either_end(db) {
        let storage = db.open();
        assert_eq!(read(&storage, audit::head), Link::default());
        let rows: Vec<Row> = (1..=3).map(|seq| row(seq, "2026-11-21", Some("x"))).collect();
        for row in &rows {
            add(&storage, row).unwrap();
        }
        assert!(add(&storage, &rows[2]).is_err(), "a number is given once");
        assert_eq!(read(&storage, audit::head), Link { seq: 3, hash: rows[2].hash.clone() });
        assert_eq!(read(&storage, |tx| audit::after(tx, 1, 9)), rows[1..]);
        assert_eq!(read(&storage, |tx| audit::after(tx, 0, 1)), rows[..1]);
        let back: Vec<Row> = rows[..2].iter().rev().cloned().collect();
        assert_eq!(read(&storage, |tx| audit::before(tx, 3, 9)), back);
    }

    fn a_deed_is_found_by_day_person_and_object(db) {
        let storage = db.open();
        add(&storage, &row(2, "2026-11-21", Some("x"))).unwrap();
        let has = |day, who, act, object| read(&storage, |tx| audit::has(tx, day, who, act, object));
        assert!(has("2026-11-21", "somebody", "saved", Some("x")));
        assert!(!has("2026-11-22", "somebody", "saved", Some("x")));
        assert!(!has("2026-11-21", "another", "saved", Some("x")));
        assert!(!has("2026-11-21", "somebody", "opened", Some("x")));
        assert!(!has("2026-11-21", "somebody", "saved", Some("y")));
        assert!(!has("2026-11-21", "somebody", "saved", None));
    }

    fn a_forgotten_beginning_leaves_what_the_next_row_follows(db) {
        let storage = db.open();
        for (seq, day) in [(1, "2025-01-01"), (2, "2025-06-01"), (3, "2026-01-01")] {
            add(&storage, &row(seq, day, None)).unwrap();
        }
        let forget = |day| write(&storage, |tx| audit::forget_before(tx, day)).unwrap();
        assert_eq!(forget("2025-01-01"), 0);
        assert_eq!(read(&storage, audit::start), Link::default());
        assert_eq!(forget("2025-12-01"), 2);
        assert_eq!(read(&storage, audit::start), Link { seq: 2, hash: format!("{:064}", 2) });
        assert_eq!(read(&storage, |tx| audit::after(tx, 0, 9)).len(), 1);
        assert_eq!(forget("2027-01-01"), 1);
        assert_eq!(read(&storage, audit::head).seq, 3);
    }
}
