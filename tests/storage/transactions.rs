//! Transactions: all or nothing, one writer, one moment for a reader.

use std::panic::{AssertUnwindSafe, catch_unwind};

use candor::storage::{Storage, StorageError, settings};

use crate::support::{read, write};

#[derive(Debug)]
enum Failure {
    Wanted,
    Storage,
}

impl From<StorageError> for Failure {
    fn from(_: StorageError) -> Self {
        Self::Storage
    }
}

fn value(storage: &Storage) -> Option<String> {
    read(storage, |tx| settings::get(tx, "key"))
}

on_both! {
    fn what_succeeds_is_kept(db) {
        let storage = db.open();
        write(&storage, |tx| settings::set(tx, "key", "first")).unwrap();
        write(&storage, |tx| settings::set(tx, "key", "second")).unwrap();
        assert_eq!(value(&storage).as_deref(), Some("second"));
        assert!(storage.check().is_ok());
    }

    fn what_fails_leaves_nothing(db) {
        let storage = db.open();
        let result: Result<(), Failure> = storage.write(|tx| {
            settings::set(tx, "key", "value")?;
            Err(Failure::Wanted)
        });
        assert!(matches!(result, Err(Failure::Wanted)));
        assert_eq!(value(&storage), None);
    }

    fn what_panics_leaves_nothing_and_the_next_goes_on(db) {
        let storage = db.open();
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            write(&storage, |tx| {
                settings::set(tx, "key", "value")?;
                panic!("wanted")
            })
        }));
        assert!(panicked.map(|_: Result<(), _>| ()).is_err());
        assert_eq!(value(&storage), None);
        write(&storage, |tx| settings::set(tx, "key", "next")).unwrap();
        assert_eq!(value(&storage).as_deref(), Some("next"));
    }

    fn a_reader_sees_one_moment(db) {
        let storage = db.open();
        write(&storage, |tx| settings::set(tx, "key", "before")).unwrap();
        read(&storage, |tx| {
            assert_eq!(settings::get(tx, "key")?.as_deref(), Some("before"));
            write(&storage, |tx| settings::set(tx, "key", "after")).unwrap();
            assert_eq!(settings::get(tx, "key")?.as_deref(), Some("before"));
            Ok(())
        });
        assert_eq!(value(&storage).as_deref(), Some("after"));
    }

    fn writers_take_turns_across_threads_and_processes(db) {
        const THREADS: usize = 4;
        const TURNS: usize = 15;
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    let storage = db.open();
                    for _ in 0..TURNS {
                        write(&storage, |tx| {
                            let count = settings::get(tx, "key")?.map_or(0, |n| n.parse().unwrap());
                            settings::set(tx, "key", &(count + 1_usize).to_string())
                        })
                        .unwrap();
                    }
                });
            }
        });
        assert_eq!(value(&db.open()), Some((THREADS * TURNS).to_string()));
    }

    fn one_handle_serves_many_threads(db) {
        let storage = db.open();
        std::thread::scope(|scope| {
            for n in 0..12 {
                let storage = storage.clone();
                scope.spawn(move || {
                    write(&storage, |tx| settings::set(tx, &n.to_string(), "kept")).unwrap();
                    assert!(read(&storage, |tx| settings::get(tx, &n.to_string())).is_some());
                });
            }
        });
    }
}
