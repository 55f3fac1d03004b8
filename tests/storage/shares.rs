//! Codes for a second person.

use candor::report::IsoWeek;
use candor::storage::shares;

use crate::support::{code, read, receive, write};

fn week(text: &str) -> IsoWeek {
    text.parse().unwrap()
}

on_both! {
    fn a_code_is_good_once_and_for_a_time(db) {
        let storage = db.open();
        let (report, mac) = (receive(&storage, "2026-W47"), code());
        write(&storage, |tx| shares::insert(tx, &mac, report, week("2026-W47"))).unwrap();
        let find = |mac: &[u8; 32], since| read(&storage, |tx| shares::find(tx, mac, week(since)));
        assert_eq!(find(&mac, "2026-W47"), Some(report));
        assert_eq!(find(&mac, "2026-W48"), None);
        assert_eq!(find(&code(), "2026-W01"), None);
        assert_eq!(read(&storage, |tx| shares::open(tx, report)), 1);
        assert!(write(&storage, |tx| shares::take(tx, &mac)).unwrap());
        assert!(!write(&storage, |tx| shares::take(tx, &mac)).unwrap());
        assert_eq!(find(&mac, "2026-W01"), None);
    }

    fn old_codes_go(db) {
        let storage = db.open();
        let report = receive(&storage, "2026-W40");
        for made in ["2026-W43", "2026-W44", "2027-W01"] {
            write(&storage, |tx| shares::insert(tx, &code(), report, week(made))).unwrap();
        }
        assert_eq!(write(&storage, |tx| shares::expire(tx, week("2026-W44"))).unwrap(), 1);
        assert_eq!(read(&storage, |tx| shares::open(tx, report)), 2);
    }

    fn reports_beside_one_another_know_it_until_one_is_withdrawn(db) {
        let storage = db.open();
        let [first, second, third] = ["2026-W47"; 3].map(|week| receive(&storage, week));
        let join = |report, beside| write(&storage, |tx| shares::join(tx, report, beside));
        join(second, first).unwrap();
        join(third, first).unwrap();
        let beside = |report| read(&storage, |tx| shares::beside(tx, report));
        let mut both = vec![second, third];
        both.sort();
        assert_eq!((beside(first), beside(second), beside(third)), (both, vec![first], vec![first]));
        write(&storage, |tx| shares::insert(tx, &code(), first, week("2026-W47"))).unwrap();
        write(&storage, |tx| shares::forget(tx, first)).unwrap();
        assert_eq!((beside(first), beside(second)), (vec![], vec![]));
        assert_eq!(read(&storage, |tx| shares::open(tx, first)), 0);
    }
}
