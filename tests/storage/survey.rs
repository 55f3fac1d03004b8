//! What the registry knows of all reports at once follows every change of the database.

use std::sync::{Arc, Barrier};
use std::thread;

use candor::anonymise::RedactedText;
use candor::patterns::Mined;
use candor::registry::Registry;
use candor::report::{Coded, Coder, Confidence, PublicReport, Slug, TechnologyUse};
use candor::search::SearchIndex;
use candor::storage::{Storage, published};

use crate::support::{public, week, write};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn about(technology: &str, mode: &str) -> PublicReport<RedactedText> {
    let mut report = public("2026-10", "It stopped");
    report.report.technologies = vec![TechnologyUse {
        slug: slug(technology),
        version: None,
        role: None,
        problem: None,
        state: None,
    }];
    report.report.failure_modes = vec![Coded {
        code: slug(mode),
        coder: Coder::Analyst,
        confidence: Confidence::High,
    }];
    report
}

fn publish(storage: &Storage, report: &PublicReport<RedactedText>) {
    write(storage, |tx| published::publish(tx, report)).unwrap();
}

on_both! {
    fn readers_who_come_together_look_through_everything_once(db) {
        let folder = tempfile::tempdir().unwrap();
        let index = SearchIndex::open(folder.path()).unwrap().index;
        let storage = db.open();
        let registry = Registry::new(db.open(), Arc::new(index));
        for _ in 0..40 {
            publish(&storage, &about("redis", "disk-full"));
        }
        let together = Barrier::new(6);
        let found: Vec<Arc<Mined>> = thread::scope(|scope| {
            let readers: Vec<_> = (0..6)
                .map(|_| {
                    scope.spawn(|| {
                        together.wait();
                        registry.mined().unwrap()
                    })
                })
                .collect();
            readers.into_iter().map(|reader| reader.join().unwrap()).collect()
        });
        assert_eq!(found[0].reports, 40);
        assert!(found.iter().all(|each| Arc::ptr_eq(each, &found[0])));
    }

    fn counts_follow_what_is_published_amended_and_withdrawn(db) {
        let folder = tempfile::tempdir().unwrap();
        let index = SearchIndex::open(folder.path()).unwrap().index;
        let storage = db.open();
        let registry = Registry::new(db.open(), Arc::new(index));
        let reports = |name: &str| registry.technology(&slug(name)).unwrap().profile.counts.reports;
        let with_mode = |name: &str| registry.mode(&slug(name)).unwrap().profile.counts.reports;
        assert_eq!(registry.overview().unwrap().total, 0);

        let mut first = about("redis", "disk-full");
        publish(&storage, &first);
        assert_eq!((reports("redis"), with_mode("disk-full")), (1, 1));
        let second = about("redis", "overload");
        publish(&storage, &second);
        assert_eq!((reports("redis"), with_mode("disk-full")), (2, 1));
        assert_eq!(registry.overview().unwrap().recent.len(), 2);

        first
            .report
            .failure_modes
            .clone_from(&second.report.failure_modes);
        first.revision = 1;
        publish(&storage, &first);
        assert_eq!((with_mode("disk-full"), with_mode("overload")), (0, 2));
        assert_eq!(registry.counts().unwrap().reports, 2);
        assert_eq!(registry.mined().unwrap().reports, 2);

        write(&storage, |tx| published::withdraw(tx, second.id, week("2026-W47"))).unwrap();
        assert_eq!((reports("redis"), with_mode("overload")), (1, 1));
        let overview = registry.overview().unwrap();
        assert_eq!((overview.total, overview.recent.len()), (1, 1));
        assert_eq!(overview.recent[0].id, first.id);
        assert_eq!(registry.mined().unwrap().reports, 1);
        registry.keep_up().unwrap();
    }
}
