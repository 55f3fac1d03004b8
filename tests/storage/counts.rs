//! Digests as issued, and counts for them.

use candor::report::{Period, Refusal, Status};
use candor::storage::intake_counts::{self, IntakeCounts};
use candor::storage::{digests, pending, published};

use crate::support::{public, read, receive, week, write};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

on_both! {
    fn a_period_has_its_latest_digest_and_nothing_of_the_earlier(db) {
        let storage = db.open();
        let put = |text, body: &str| {
            write(&storage, |tx| digests::put(tx, period(text), body, week("2026-W47"))).unwrap()
        };
        assert_eq!(put("2026-10", "first"), 1);
        assert_eq!(put("2026-10", "second"), 2);
        assert_eq!(put("2026-09", "older"), 1);
        let october = read(&storage, |tx| digests::get(tx, period("2026-10"))).unwrap();
        assert_eq!((october.body.as_str(), october.revision), ("second", 2));
        assert_eq!(october.week, week("2026-W47"));
        assert_eq!(read(&storage, |tx| digests::get(tx, period("2026-Q3"))), None);
        let all = read(&storage, digests::list);
        let bodies: Vec<&str> = all.iter().map(|issue| issue.body.as_str()).collect();
        assert_eq!(bodies, ["second", "older"]);
        assert_eq!(db.values("SELECT body AS v FROM digests ORDER BY body"), ["older", "second"]);
    }

    fn counts_go_by_the_thursday_of_the_week(db) {
        let storage = db.open();
        // 2026-W40 runs from Monday 28 September to Sunday 4 October: its Thursday is in October.
        let refused = receive(&storage, "2026-W40");
        let withdrawn = receive(&storage, "2026-W44");
        receive(&storage, "2026-W44");
        receive(&storage, "2026-W45");
        let report = public("2026-10", "A save");
        write(&storage, |tx| {
            pending::refuse(tx, refused, Status::Received, Refusal::OutOfScope)?;
            pending::set_status(tx, withdrawn, Status::Received, Status::Withdrawn)?;
            published::publish(tx, &report)
        })
        .unwrap();
        let counts = |text| read(&storage, |tx| intake_counts::of(tx, period(text)));
        let october = IntakeCounts { received: 3, refused: 1, withdrawn: 1, published: 1 };
        assert_eq!(counts("2026-10"), october);
        assert_eq!(counts("2026-Q4"), IntakeCounts { received: 4, ..october });
        assert_eq!(counts("2026-09"), IntakeCounts::default());
    }
}
