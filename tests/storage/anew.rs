//! Digests that are compiled while the registry lives on, and those that named what was withdrawn.

use std::error::Error;
use std::sync::Arc;

use candor::anonymise::RedactedText;
use candor::auth::Receipt;
use candor::digests::{Hand, Scope};
use candor::jobs::DigestError;
use candor::registry::{Registry, RegistryError};
use candor::report::{
    Action, ActionResult, Alert, AlertId, AlertStatus, Change, ChangeReason, Checkpoint, Period,
    PublicReport, ReportId,
};
use candor::search::SearchIndex;
use candor::storage::alerts::{self, Kept};
use candor::storage::{StorageError, digests, published, settings};

use crate::letters::Both;
use crate::support::{read, write};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn november() -> Period {
    period("2026-11")
}

fn registry(both: &Both) -> Registry {
    Registry::new(
        both.storage.clone(),
        Arc::new(SearchIndex::in_memory().unwrap()),
    )
}

fn chain(error: &DigestError) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        said = format!("{said}: {error}");
        cause = error.source();
    }
    said
}

impl Both {
    fn change(&self, id: ReportId, change: impl Fn(&mut PublicReport<RedactedText>)) {
        let done = self.storage.write(|tx| {
            let mut public = published::get(tx, id)?.expect("it is public");
            change(&mut public);
            published::publish(tx, &public)
        });
        done.map_err(|error: StorageError| error).unwrap();
    }

    /// Two public reports, the first of which November's digest names.
    fn named_and_other(&self) -> [(ReportId, Receipt); 2] {
        let sent = [self.send(), self.send()];
        for (id, _) in &sent {
            self.publish(*id);
        }
        let digest = serde_json::to_string(&self.jobs.compile(november()).unwrap()).unwrap();
        let mut sent = sent;
        if !digest.contains(&sent[0].0.to_string()) {
            sent.reverse();
        }
        assert!(digest.contains(&sent[0].0.to_string()));
        sent
    }

    /// A public alert with one report behind it.
    fn warn(&self, number: u32, report: ReportId) {
        let kept = Kept {
            id: AlertId::random(),
            number: None,
            status: AlertStatus::Draft,
            month: november(),
            sample: false,
            alert: Alert::default(),
            sealed: None,
        };
        let published = write(&self.storage, |tx| {
            alerts::add(tx, &kept, &[report])?;
            alerts::publish(tx, kept.id, november(), &kept.alert)
        });
        assert_eq!(published.unwrap(), number);
    }
}

on_both! {
    fn an_editor_s_words_go_with_any_report_of_their_time(db) {
        let both = Both::new(db.open());
        let registry = registry(&both);
        let [_, (other, receipt)] = both.named_and_other();
        let mut digest = both.jobs.compile(november()).unwrap();
        digest.hand = Hand::Editor;
        let body = serde_json::to_string(&digest).unwrap();
        let unnamed = body.replace(&other.to_string(), &ReportId::random().to_string());
        let week = "2026-W47".parse().unwrap();
        write(&both.storage, |tx| digests::put(tx, november(), &unnamed, week)).unwrap();
        both.intake.withdraw(&receipt).unwrap();
        let asked = registry.digest(november());
        assert!(matches!(asked, Err(RegistryError::Anew)), "{asked:?}");
        both.jobs.make_anew().unwrap();
        let digest = registry.digest(november()).unwrap().unwrap();
        assert_eq!(digest.hand, Hand::Unattended);
    }

    fn a_damaged_report_keeps_nobody_from_withdrawing(db) {
        let both = Both::new(db.open());
        let registry = registry(&both);
        let [(id, receipt), (other, _)] = both.named_and_other();
        both.jobs.issue(november()).unwrap();
        let whole = read(&both.storage, |tx| published::get(tx, other)).unwrap();
        db.execute(&format!("UPDATE published SET body = '{{' WHERE id = '{other}'"));

        both.intake.withdraw(&receipt).unwrap();
        let asked = registry.digest(november());
        assert!(matches!(asked, Err(RegistryError::Anew)), "{asked:?}");
        assert_eq!(registry.digests().unwrap(), []);
        let stuck = both.jobs.make_anew().unwrap_err();
        assert!(chain(&stuck).contains(&other.to_string()), "{}", chain(&stuck));

        write(&both.storage, |tx| published::publish(tx, &whole)).unwrap();
        assert_eq!(both.jobs.make_anew().unwrap(), 1);
        assert_eq!(both.jobs.make_anew().unwrap(), 0, "once");
        let digest = registry.digest(november()).unwrap().unwrap();
        assert!(digest.anew && digest.reports == 1);
        assert!(!serde_json::to_string(&digest).unwrap().contains(&id.to_string()));
        let sums = both.jobs.digest_file(november(), candor::jobs::DigestFile::Signature);
        let sums = String::from_utf8(sums.unwrap().unwrap()).unwrap();
        assert!(sums.contains("revision 2"), "{sums}");
    }

    fn others_write_while_a_digest_is_compiled_and_it_names_nothing_they_took_back(db) {
        let both = Both::new(db.open());
        let [(id, receipt), _] = both.named_and_other();
        let digest = both.jobs.issue_watched(november(), &|_, _| {
            write(&both.storage, |tx| settings::set(tx, "written", "meanwhile")).unwrap();
            let _ = both.intake.withdraw(&receipt);
        });
        let digest = digest.unwrap();
        assert_eq!(digest.reports, 1);
        assert!(!serde_json::to_string(&digest).unwrap().contains(&id.to_string()));
    }

    fn nothing_is_issued_of_a_time_to_come(db) {
        let both = Both::new(db.open());
        for text in ["2026-12", "2027-Q1", "2030"] {
            let issued = both.jobs.issue(period(text));
            assert!(matches!(issued, Err(DigestError::NotYet)), "{text}");
        }
        for text in ["2026-11", "2026-Q4", "2026"] {
            both.jobs.issue(period(text)).unwrap();
        }
    }

    fn a_digest_of_ones_own_has_the_alerts_and_follow_ups_of_what_it_is_about(db) {
        let both = Both::new(db.open());
        let registry = registry(&both);
        let send = || {
            let (id, _) = both.send();
            both.publish(id);
            id
        };
        let about: Vec<ReportId> = (0..6).map(|_| send()).collect();
        let beside = send();
        for id in &about {
            both.code(*id);
        }
        for id in &about[3..] {
            both.change(*id, |public| {
                public.published = period("2026-05");
                public.changes = vec![Change {
                    revision: 1,
                    month: november(),
                    reason: ChangeReason::FollowUp(Checkpoint::Days90),
                }];
                public.report.actions = vec![Action {
                    class: Some("remove-hazard".parse().unwrap()),
                    result: Some(ActionResult::Held),
                    ..Action::default()
                }];
            });
        }
        both.warn(1, about[0]);
        both.warn(2, beside);
        let ask = |scope: &Scope| {
            let turn = registry.turn().unwrap();
            let digest = registry.own_digest(scope, november().into(), &turn).unwrap().unwrap();
            let alerts: Vec<u32> = digest.alerts.iter().map(|alert| alert.number).collect();
            let held: Vec<u32> = digest.news.held.iter().map(|line| line.held).collect();
            (alerts, held)
        };
        let storms = Scope::named("", "", "retry-storm", "").unwrap();
        assert_eq!(ask(&storms), (vec![1], vec![3]));
        assert_eq!(ask(&Scope::default()), (vec![2, 1], vec![3]));
    }
}
