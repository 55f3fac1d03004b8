//! Every row of the retention table, with a clock that is moved: what it names is there until its
//! days are over, and gone then.

use std::collections::BTreeSet;

use candor::anonymise::RawText;
use candor::jobs::retention_rules;
use candor::report::{Clock, Refusal, Status};
use candor::review::{Act, DecideError};
use candor::storage::accounts::Role;
use candor::storage::invitations;
use candor::storage::sessions::{self, Session};

use crate::letters::{Both, words};
use crate::support::{Database, code, write};
use crate::visibility::columns;

/// Puts there what a rule is about, and asks how much of it is left.
type Case = (fn(&Both), &'static str);

/// For each rule with days: how it comes to be there, and the query that counts it.
fn case(rule: &str) -> Case {
    match rule {
        "sealed-text" => (
            |both| {
                // Left behind by a program that did not shred it with the publication.
                let (id, _) = both.send();
                both.stand_at(id, "published");
            },
            "SELECT count(*) FROM pending WHERE sealed IS NOT NULL OR wrapped_key IS NOT NULL",
        ),
        "sealed-refused" => (
            refuse,
            "SELECT count(*) FROM pending WHERE sealed IS NOT NULL OR wrapped_key IS NOT NULL",
        ),
        "mailbox" => (
            |both| {
                let (_, receipt) = both.send();
                both.say(&receipt, words("A word")).unwrap();
            },
            "SELECT (SELECT count(*) FROM mailboxes) + (SELECT count(*) FROM messages)",
        ),
        "form-number" => (
            |both| drop(both.send()),
            "SELECT count(*) FROM pending WHERE nonce_mac <> FORGOTTEN",
        ),
        "receipt" => (
            refuse,
            "SELECT count(*) FROM pending WHERE receipt_mac <> FORGOTTEN",
        ),
        "share-code" => (
            |both| {
                let (_, receipt) = both.send();
                both.intake.share(&receipt).unwrap();
            },
            "SELECT count(*) FROM shares",
        ),
        "approvals" => (
            |both| {
                let (id, _) = both.send();
                both.publish(id);
            },
            "SELECT count(*) FROM reviews",
        ),
        "audit" => (
            |both| {
                let (id, _) = both.send();
                both.review
                    .note(both.analysts[0], Act::Opened, Some(&id))
                    .unwrap();
            },
            "SELECT count(*) FROM audit",
        ),
        "invitation" => (
            |both| {
                let now = both.clock.now();
                let ended = now.checked_sub(jiff::ToSpan::hours(1)).unwrap();
                let early = now.checked_sub(jiff::ToSpan::hours(9)).unwrap();
                write(&both.storage, |tx| {
                    invitations::add(tx, &code(), Role::Analyst, ended, early)
                })
                .unwrap();
            },
            "SELECT count(*) FROM invitations",
        ),
        "session" => (
            |both| {
                let now = both.clock.now();
                let session = Session {
                    account: both.analysts[0],
                    created_at: now,
                    seen_at: now,
                    expires: now.checked_add(jiff::ToSpan::hours(8)).unwrap(),
                };
                write(&both.storage, |tx| sessions::add(tx, &code(), &session)).unwrap();
            },
            "SELECT count(*) FROM sessions",
        ),
        "outbox" => (
            |both| {
                let (id, receipt) = both.send();
                both.publish(id);
                both.intake.withdraw(&receipt).unwrap();
            },
            "SELECT count(*) - 1 FROM outbox",
        ),
        other => panic!("no test holds the rule {other}"),
    }
}

fn refuse(both: &Both) {
    let (id, _) = both.send();
    both.review
        .refuse(id, both.analysts[0], Refusal::Duplicate)
        .unwrap();
}

fn left(db: &Database, query: &str) -> u64 {
    let forgotten = if db.is_sqlite() {
        "CAST(replace(id, '-', '') AS BLOB)"
    } else {
        "convert_to(replace(id, '-', ''), 'UTF8')"
    };
    let query = query.replace("FORGOTTEN", forgotten);
    db.values(&format!("SELECT CAST(({query}) AS TEXT) AS v"))[0]
        .parse()
        .unwrap()
}

fn empty(db: &Database) {
    for table in [
        "pending",
        "outbox",
        "sessions",
        "published",
        "withdrawals",
        "audit",
    ] {
        db.execute(&format!("DELETE FROM {table}"));
    }
}

on_both! {
    fn every_rule_is_kept_to_the_day(db) {
        let both = Both::new(db.open());
        let jobs = &both.jobs;
        for rule in retention_rules() {
            let Some(days) = rule.days else { continue };
            let (plant, query) = case(&rule.id);
            plant(&both);
            assert!(left(db, query) > 0, "{}: the test can see it", rule.id);
            if days > 0 {
                jobs.retain().unwrap();
                both.after(i64::from(days) - 1);
                jobs.retain().unwrap();
                let early = rule.id != "session";
                assert!(!early || left(db, query) > 0, "{}: too early", rule.id);
                // Until the week is over, and a day.
                both.after(8);
            }
            let done = jobs.retain().unwrap();
            assert_eq!(left(db, query), 0, "{}: still there", rule.id);
            assert!(done.iter().any(|done| done.rule == rule.id), "{}: {done:?}", rule.id);
            assert_eq!(jobs.retain().unwrap(), [], "{}: twice does no harm", rule.id);
            empty(db);
        }
    }

    fn a_report_that_is_taken_up_again_is_kept_from_its_next_end_on(db) {
        let both = Both::new(db.open());
        let (id, _) = both.send();
        let [mira, noor] = both.analysts;
        let sealed = "SELECT count(*) FROM pending WHERE sealed IS NOT NULL";
        let refuse = || both.review.refuse(id, mira, Refusal::Duplicate).unwrap();
        let reopen = || both.review.reopen(id, noor, &RawText::new("It is another one."));
        let wait = |days| {
            both.after(days);
            both.jobs.retain().unwrap();
        };
        refuse();
        wait(1);
        wait(20);
        reopen().unwrap();
        wait(90);
        assert_eq!(left(db, sealed), 1, "somebody works on it");
        refuse();
        wait(1);
        wait(20);
        assert_eq!(left(db, sealed), 1, "counted anew");
        wait(20);
        assert_eq!(left(db, sealed), 0);
        let late = reopen();
        assert!(matches!(late, Err(DecideError::WrongStatus(Status::Refused))), "{late:?}");
    }

    fn every_table_is_named_by_a_rule(db) {
        drop(db.open());
        let live: BTreeSet<String> = columns(db)
            .into_keys()
            .map(|column| column.split('.').next().unwrap().to_owned())
            .filter(|table| table != "__diesel_schema_migrations")
            .collect();
        let named: BTreeSet<String> = retention_rules()
            .iter()
            .flat_map(|rule| rule.tables.clone())
            .collect();
        assert_eq!(live, named);
    }
}
