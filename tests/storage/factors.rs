//! Second factors, recovery codes, who asks for a reset, invitations.

use candor::storage::accounts::Role;
use candor::storage::{StorageError, factors, invitations};
use jiff::{Timestamp, ToSpan};

use crate::staff::hire;
use crate::support::{code, read, write};

on_both! {
    fn a_second_factor_is_kept_once_and_each_step_used_once(db) {
        let storage = db.open();
        let ada = hire(&storage, "ada").id;
        assert!(read(&storage, |tx| factors::get(tx, ada)).is_none());
        let begin = || write(&storage, |tx| factors::begin(tx, ada, b"sealed"));
        begin().unwrap();
        assert!(matches!(begin(), Err(StorageError::Conflict(_))));
        let codes = [code(), code()];
        write(&storage, |tx| factors::confirm(tx, ada, 7, &codes)).unwrap();
        let kept = read(&storage, |tx| factors::get(tx, ada)).unwrap();
        assert_eq!((kept.secret.as_slice(), kept.confirmed, kept.last_step), (&b"sealed"[..], true, 7));
        let step = |step| write(&storage, |tx| factors::use_step(tx, ada, step)).unwrap();
        assert_eq!([step(7), step(6), step(8), step(8)], [false, false, true, false]);
    }

    fn each_recovery_code_is_used_once_by_its_owner(db) {
        let storage = db.open();
        let (ada, grace) = (hire(&storage, "ada").id, hire(&storage, "grace").id);
        let codes = [code(), code()];
        write(&storage, |tx| {
            factors::begin(tx, ada, b"sealed")?;
            factors::confirm(tx, ada, 1, &codes)
        })
        .unwrap();
        let used = |who, mac| write(&storage, |tx| factors::use_recovery(tx, who, mac)).unwrap();
        assert!(!used(grace, &codes[0]));
        assert!(used(ada, &codes[0]));
        assert!(!used(ada, &codes[0]));
        assert_eq!(read(&storage, |tx| factors::recovery(tx, ada)), [codes[1].to_vec()]);
        assert!(write(&storage, |tx| factors::remove(tx, ada)).unwrap());
        assert!(read(&storage, |tx| factors::recovery(tx, ada)).is_empty());
        assert!(!write(&storage, |tx| factors::remove(tx, ada)).unwrap());
    }

    fn the_last_to_ask_for_a_reset_is_who_asks(db) {
        let storage = db.open();
        let [ada, grace, joan] = ["ada", "grace", "joan"].map(|name| hire(&storage, name).id);
        let asked = || read(&storage, |tx| factors::reset_asked_by(tx, joan));
        assert_eq!(asked(), None);
        for by in [ada, grace] {
            write(&storage, |tx| factors::ask_reset(tx, joan, by)).unwrap();
            assert_eq!(asked(), Some(by));
        }
        write(&storage, |tx| factors::remove(tx, joan)).unwrap();
        assert_eq!(asked(), None);
    }

    fn an_invitation_is_there_until_it_is_used_or_over(db) {
        let storage = db.open();
        let now = Timestamp::from_second(1_795_000_000).unwrap();
        let (one, two) = (code(), code());
        let add = |token, role, expires| {
            write(&storage, |tx| invitations::add(tx, token, role, expires, now)).unwrap();
        };
        let find = |token, now| read(&storage, |tx| invitations::find(tx, token, now));
        add(&one, Role::Auditor, now + 2.hours());
        add(&two, Role::Editor, now + 1.hour());
        assert_eq!(find(&one, now), Some(Role::Auditor));
        assert_eq!(find(&two, now + 1.hour()), None);
        write(&storage, |tx| invitations::remove(tx, &one)).unwrap();
        assert_eq!(find(&one, now), None);
    }
}
