//! The desk: accounts and sessions.

use candor::report::AccountId;
use candor::storage::accounts::{Account, Credentials, Role};
use candor::storage::sessions::Session;
use candor::storage::{Storage, StorageError, accounts, sessions};
use jiff::{Timestamp, ToSpan};

use crate::support::{code, read, write};

fn credentials(name: &str) -> Credentials {
    Credentials {
        account: Account {
            id: AccountId::random(),
            name: name.to_owned(),
            role: Role::Analyst,
            disabled: false,
        },
        password_hash: format!("hash of {name}"),
    }
}

pub(crate) fn hire(storage: &Storage, name: &str) -> Account {
    let new = credentials(name);
    write(storage, |tx| accounts::add(tx, &new)).unwrap();
    new.account
}

fn session(account: AccountId) -> Session {
    let now = Timestamp::from_second(1_795_000_000).unwrap();
    Session {
        account,
        created_at: now,
        seen_at: now,
        expires: now + 8.hours(),
    }
}

on_both! {
    fn an_account_is_found_by_id_and_by_name(db) {
        let storage = db.open();
        let (grace, ada) = (hire(&storage, "grace"), hire(&storage, "ada"));
        assert_eq!(read(&storage, |tx| accounts::get(tx, ada.id)), Some(ada.clone()));
        let found = read(&storage, |tx| accounts::by_name(tx, "ada")).unwrap();
        assert_eq!((&found.account, found.password_hash.as_str()), (&ada, "hash of ada"));
        assert!(read(&storage, |tx| accounts::by_name(tx, "Ada")).is_none());
        assert!(read(&storage, |tx| accounts::by_name(tx, "ada\0")).is_none());
        assert_eq!(read(&storage, accounts::list), [ada, grace]);
        assert!(!format!("{found:?}").contains("hash of"));
    }

    fn no_two_accounts_have_one_name(db) {
        let storage = db.open();
        hire(&storage, "ada");
        let again = write(&storage, |tx| accounts::add(tx, &credentials("ada")));
        assert!(matches!(again, Err(StorageError::Conflict("this name is taken; choose another"))));
        assert_eq!(read(&storage, accounts::list).len(), 1);
    }

    fn others_are_counted_and_ended_without_this_one(db) {
        let storage = db.open();
        let (ada, grace) = (hire(&storage, "ada").id, hire(&storage, "grace").id);
        let now = Timestamp::from_second(1_795_000_000).unwrap();
        let [here, there, idle, graces] = [code(), code(), code(), code()];
        let alone = Session { seen_at: now - 1.hour(), ..session(ada) };
        write(&storage, |tx| {
            sessions::add(tx, &here, &session(ada))?;
            sessions::add(tx, &there, &session(ada))?;
            sessions::add(tx, &idle, &alone)?;
            sessions::add(tx, &graces, &session(grace))
        })
        .unwrap();
        let idle_since = now - 15.minutes();
        let others = || read(&storage, |tx| sessions::others(tx, ada, &here, now, idle_since));
        assert_eq!(others(), 1);
        write(&storage, |tx| sessions::end_others(tx, ada, &here)).unwrap();
        assert_eq!(others(), 0);
        let alive = |token| read(&storage, |tx| sessions::find(tx, token)).is_some();
        assert_eq!([&here, &there, &idle, &graces].map(alive), [true, false, false, true]);
    }

    fn changing_an_account_ends_its_sessions(db) {
        let storage = db.open();
        let (ada, grace) = (hire(&storage, "ada"), hire(&storage, "grace"));
        let (hers, other) = (code(), code());
        write(&storage, |tx| {
            sessions::add(tx, &hers, &session(ada.id))?;
            sessions::add(tx, &other, &session(grace.id))
        })
        .unwrap();
        let mut changed = credentials("ada");
        changed.account = Account { role: Role::Editor, disabled: true, ..ada.clone() };
        assert!(write(&storage, |tx| accounts::update(tx, &changed)).unwrap());
        assert_eq!(read(&storage, |tx| accounts::get(tx, ada.id)), Some(changed.account));
        assert_eq!(read(&storage, |tx| sessions::find(tx, &hers)), None);
        assert!(read(&storage, |tx| sessions::find(tx, &other)).is_some());
        let nobody = credentials("nobody");
        assert!(!write(&storage, |tx| accounts::update(tx, &nobody)).unwrap());
    }

    fn a_session_is_found_touched_and_ended(db) {
        let storage = db.open();
        let (token, begun) = (code(), session(hire(&storage, "ada").id));
        let find = || read(&storage, |tx| sessions::find(tx, &token));
        write(&storage, |tx| sessions::add(tx, &token, &begun)).unwrap();
        assert_eq!(find(), Some(begun));
        let later = begun.seen_at + 5.minutes();
        write(&storage, |tx| sessions::touch(tx, &token, later)).unwrap();
        assert_eq!(find(), Some(Session { seen_at: later, ..begun }));
        write(&storage, |tx| sessions::remove(tx, &token)).unwrap();
        assert_eq!(find(), None);
    }

    fn sweeping_takes_expired_and_idle_sessions_only(db) {
        let storage = db.open();
        let fresh = session(hire(&storage, "ada").id);
        let now = fresh.created_at + 1.hour();
        let busy = Session { seen_at: now, ..fresh };
        let expired = Session { expires: now, ..busy };
        let tokens = [fresh, busy, expired].map(|session| {
            let token = code();
            write(&storage, |tx| sessions::add(tx, &token, &session)).unwrap();
            token
        });
        write(&storage, |tx| sessions::sweep(tx, now, now - 15.minutes())).unwrap();
        let left = tokens.map(|token| read(&storage, |tx| sessions::find(tx, &token)).is_some());
        assert_eq!(left, [false, true, false]);
    }

    fn a_session_belongs_to_an_account(db) {
        let storage = db.open();
        let orphan = write(&storage, |tx| {
            sessions::add(tx, &code(), &session(AccountId::random()))
        });
        assert!(matches!(orphan, Err(StorageError::Internal(_))));
    }
}
