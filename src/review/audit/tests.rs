//! A trail that was changed says where.

use jiff::SignedDuration;

use super::*;
use crate::report::ReportId;
use crate::review::testing::Desk;

fn note(desk: &Desk, act: Act, object: &dyn Display) {
    let noted: Result<(), StorageError> = desk
        .storage
        .write(|tx| desk.review.record(tx, Actor::Operator, act, Some(object)));
    noted.unwrap();
}

/// A trail of three, on three days.
fn trail() -> Desk {
    let desk = Desk::open();
    for act in [Act::Saved, Act::Approved, Act::Published] {
        note(&desk, act, &"a \"report\"\n\u{1f600}");
        desk.clock.forward(SignedDuration::from_hours(24));
    }
    desk
}

fn rows(desk: &Desk) -> Vec<Row> {
    desk.storage.read(|tx| audit::after(tx, 0, 100)).unwrap()
}

/// The trail with rows put past the program in place of what was there.
fn found_after(change: impl FnOnce(&mut Vec<Row>)) -> Finding {
    let desk = trail();
    let mut kept = rows(&desk);
    change(&mut kept);
    let forged = Desk::open();
    let put: Result<(), StorageError> = forged
        .storage
        .write(|tx| kept.iter().try_for_each(|row| audit::add(tx, row)));
    put.unwrap();
    forged.review.verify_audit().unwrap()
}

#[test]
fn an_untouched_trail_is_whole() {
    assert_eq!(
        Desk::open().review.verify_audit().unwrap(),
        Finding::Whole {
            rows: 0,
            last: 0,
            hash: String::new()
        }
    );
    let desk = trail();
    let last = rows(&desk)[2].hash.clone();
    let whole = Finding::Whole {
        rows: 3,
        last: 3,
        hash: last,
    };
    assert_eq!(desk.review.verify_audit().unwrap(), whole);
    assert!(matches!(
        found_after(|_| ()),
        Finding::Whole {
            rows: 3,
            last: 3,
            ..
        }
    ));
}

#[test]
fn every_change_is_found_at_the_row_where_it_was_made() {
    let broken = |row| Finding::Broken { row };
    assert_eq!(
        found_after(|rows| rows[1].act = "refused".into()),
        broken(2)
    );
    assert_eq!(
        found_after(|rows| rows[1].account = Some("x".into())),
        broken(2)
    );
    assert_eq!(
        found_after(|rows| rows[0].day = "2026-11-20".into()),
        broken(1)
    );
    assert_eq!(found_after(|rows| rows[2].object = None), broken(3));
    assert_eq!(found_after(|rows| drop(rows.remove(1))), broken(3));
    assert_eq!(found_after(|rows| drop(rows.remove(0))), broken(2));
    assert_eq!(
        found_after(|rows| {
            // With its own hash made anew the row is sound; the next one no longer follows.
            rows[1].act = "refused".into();
            let before = rows[0].hash.clone();
            rows[1].hash = hash(&before, &rows[1]);
        }),
        broken(3)
    );
}

#[test]
fn a_row_is_hashed_over_the_bytes_that_the_documentation_states() {
    let row = Row {
        seq: 1,
        day: "2026-11-21".into(),
        account: None,
        act: "published".into(),
        object: Some("a\"b".into()),
        hash: String::new(),
    };
    let line = br#"["",1,"2026-11-21",null,"published","a\"b"]"#;
    assert_eq!(hash("", &row), auth::hex(&auth::digest(line)));
    let line = br#"["07ff",1,"2026-11-21",null,"published","a\"b"]"#;
    assert_eq!(hash("07ff", &row), auth::hex(&auth::digest(line)));
}

#[test]
fn a_trail_goes_on_after_its_beginning_is_forgotten() {
    let desk = trail();
    let forget = |day: &str| -> usize {
        let forgotten: Result<usize, StorageError> =
            desk.storage.write(|tx| audit::forget_before(tx, day));
        forgotten.unwrap()
    };
    assert_eq!(forget("2026-11-21"), 0);
    assert_eq!(forget("2026-11-23"), 2);
    assert!(matches!(
        desk.review.verify_audit().unwrap(),
        Finding::Whole {
            rows: 1,
            last: 3,
            ..
        }
    ));
    assert_eq!(forget("2027-01-01"), 1);
    note(&desk, Act::Saved, &"x");
    assert!(matches!(
        desk.review.verify_audit().unwrap(),
        Finding::Whole {
            rows: 1,
            last: 4,
            ..
        }
    ));
    assert_eq!(rows(&desk)[0].seq, 4);
}

#[test]
fn what_is_exported_says_all_and_no_time() {
    let desk = trail();
    let report = ReportId::random();
    let by = AccountId::random();
    desk.review.note(by, Act::Opened, Some(&report)).unwrap();
    desk.review.note(by, Act::Opened, Some(&report)).unwrap();
    let text = desk.review.export_audit().unwrap();
    assert_eq!(text.lines().count(), 4, "opened once a day");
    let mut previous = String::new();
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(line["previous"], previous.as_str());
        line["hash"].as_str().unwrap().clone_into(&mut previous);
        assert_eq!(line["day"].as_str().unwrap().len(), 10);
    }
    assert!(text.contains(&report.to_string()) && text.contains(&by.to_string()));
}

#[test]
fn acts_have_names_of_their_own_that_are_read_back() {
    for act in Act::ALL {
        assert_eq!(Act::parse(act.as_str()), Some(*act));
    }
    assert_eq!(Act::parse("no such act"), None);
}
