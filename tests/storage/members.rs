//! Organisations that are members.

use candor::report::MemberId;
use candor::storage::StorageError;
use candor::storage::members::{self, Member};

use crate::support::{code, read, write};

on_both! {
    fn a_member_is_found_by_its_address_until_it_is_removed(db) {
        let storage = db.open();
        let member = |name: &str| Member {
            id: MemberId::random(),
            name: name.to_owned(),
            note: String::new(),
            since: "2026-11-21".to_owned(),
        };
        let (shop, bank, token) = (member("Shop"), member("Bank"), code());
        write(&storage, |tx| members::add(tx, &shop, &code())).unwrap();
        write(&storage, |tx| members::add(tx, &bank, &token)).unwrap();
        let again = write(&storage, |tx| members::add(tx, &member("Bank"), &code()));
        assert!(matches!(again, Err(StorageError::Conflict("there is a member of this name already"))));
        assert_eq!(read(&storage, members::list), [bank.clone(), shop]);
        assert_eq!(read(&storage, |tx| members::by_token(tx, &token)), Some(bank.clone()));
        let remove = || write(&storage, |tx| members::remove(tx, bank.id)).unwrap();
        assert_eq!([remove(), remove()], [true, false]);
        assert_eq!(read(&storage, |tx| members::by_token(tx, &token)), None);
    }
}
