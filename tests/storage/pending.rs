//! Reports on their way.

use candor::report::{Refusal, ReportId, Status};
use candor::storage::{StorageError, pending};

use crate::support::{code, incoming, read, receive, sealed, write};

fn conflict(result: &Result<(), StorageError>) -> bool {
    matches!(result, Err(StorageError::Conflict(_)))
}

on_both! {
    fn a_report_comes_back_as_it_went_in(db) {
        let storage = db.open();
        let new = incoming("2026-W47");
        write(&storage, |tx| pending::insert(tx, &new)).unwrap();
        let got = read(&storage, |tx| pending::get(tx, new.id)).unwrap();
        assert_eq!((got.id, got.week, got.kind), (new.id, new.week, new.kind));
        assert_eq!((got.status, got.revision, got.refusal), (Status::Received, 0, None));
        assert_eq!(got.sealed, Some(new.sealed));
        assert_eq!(read(&storage, |tx| pending::by_receipt(tx, &new.receipt)), Some(got));
        assert_eq!(read(&storage, |tx| pending::by_receipt(tx, &code())), None);
        assert_eq!(read(&storage, |tx| pending::get(tx, ReportId::random())), None);
    }

    fn sending_a_form_twice_makes_one_report(db) {
        let storage = db.open();
        let (first, mut second) = (incoming("2026-W47"), incoming("2026-W47"));
        second.nonce = first.nonce;
        write(&storage, |tx| pending::insert(tx, &first)).unwrap();
        assert!(conflict(&write(&storage, |tx| pending::insert(tx, &second))));
        assert_eq!(read(&storage, |tx| pending::get(tx, second.id)), None);
    }

    fn a_report_moves_on_only_from_where_it_stands(db) {
        let storage = db.open();
        let id = receive(&storage, "2026-W47");
        let go = |from, to| write(&storage, |tx| pending::set_status(tx, id, from, to));
        go(Status::Received, Status::InReview).unwrap();
        assert!(conflict(&go(Status::Received, Status::InReview)));
        assert!(conflict(&go(Status::InReview, Status::Published)));
        go(Status::InReview, Status::Approved).unwrap();
        let status = read(&storage, |tx| pending::get(tx, id)).unwrap().status;
        assert_eq!(status, Status::Approved);
        let nobody = ReportId::random();
        let moved = write(&storage, |tx| {
            pending::set_status(tx, nobody, Status::Received, Status::InReview)
        });
        assert!(conflict(&moved));
    }

    fn a_refused_report_says_why(db) {
        let storage = db.open();
        let id = receive(&storage, "2026-W47");
        let refuse = |from| {
            write(&storage, |tx| pending::refuse(tx, id, from, Refusal::Duplicate))
        };
        assert!(conflict(&refuse(Status::Approved)));
        refuse(Status::Received).unwrap();
        let got = read(&storage, |tx| pending::get(tx, id)).unwrap();
        assert_eq!((got.status, got.refusal), (Status::Refused, Some(Refusal::Duplicate)));
        assert!(conflict(&refuse(Status::Received)));
    }

    fn a_text_is_replaced_only_by_whoever_read_the_latest(db) {
        let storage = db.open();
        let id = receive(&storage, "2026-W47");
        let replace = |revision, text| {
            write(&storage, |tx| pending::replace_sealed(tx, id, revision, &sealed(text)))
        };
        replace(0, b"second").unwrap();
        assert!(conflict(&replace(0, b"late")));
        let got = read(&storage, |tx| pending::get(tx, id)).unwrap();
        assert_eq!((got.revision, got.sealed), (1, Some(sealed(b"second"))));
    }

    fn a_shredded_report_has_neither_key_nor_text(db) {
        let storage = db.open();
        let id = receive(&storage, "2026-W47");
        write(&storage, |tx| pending::shred(tx, id)).unwrap();
        let got = read(&storage, |tx| pending::get(tx, id)).unwrap();
        assert_eq!((got.sealed, got.status), (None, Status::Received));
        let replaced = write(&storage, |tx| {
            pending::replace_sealed(tx, id, 0, &sealed(b"again"))
        });
        assert!(conflict(&replaced));
    }

    fn a_row_that_candor_cannot_have_written_is_corrupt(db) {
        let storage = db.open();
        let id = receive(&storage, "2026-W47");
        db.execute("UPDATE pending SET status = 'lost'");
        let got = storage.read(|tx| pending::get(tx, id));
        assert!(matches!(got, Err(StorageError::Corrupt { place: "pending.status", .. })));
    }
}
