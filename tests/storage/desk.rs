//! What the desk keeps beside a report.

use std::collections::BTreeMap;

use candor::anonymise::RedactedText;
use candor::report::{EventId, RecordKind, Report, ReportId, Sender, Status, TermId};
use candor::storage::codings::Coding;
use candor::storage::reviews::{Agreed, Review};
use candor::storage::terms::{Proposal, TermStatus};
use candor::storage::triage::Asked;
use candor::storage::{
    Storage, codings, counted, joined, parts, pending, published, reviews, terms, triage,
};
use candor::taxonomy::ListId;

use crate::staff::hire;
use crate::support::{incoming, public, read, receive, sealed, week, write};

fn asked(statuses: &[Status]) -> Asked {
    Asked {
        statuses: statuses.to_vec(),
        ..Asked::default()
    }
}

fn queue(storage: &Storage, asked: &Asked, offset: u32, limit: u32) -> (u64, Vec<ReportId>) {
    let page = read(storage, |tx| triage::queue(tx, asked, offset, limit));
    (
        page.total,
        page.rows.iter().map(|(row, _)| row.id).collect(),
    )
}

fn coding(codes: &[&str]) -> Coding {
    let codes = codes.iter().map(|code| code.parse().unwrap()).collect();
    Coding::from([(ListId::FailureModes, codes), (ListId::Triggers, [].into())])
}

on_both! {
    fn the_queue_goes_by_week_and_hides_the_order_within(db) {
        let storage = db.open();
        let weeks = ["2026-W47", "2026-W46", "2026-W47", "2027-W01", "2026-W46"];
        let ids = weeks.map(|week| receive(&storage, week));
        let open = asked(&[Status::Received, Status::InReview]);
        let mut expected: Vec<(&str, ReportId)> = weeks.into_iter().zip(ids).collect();
        expected.sort();
        let expected: Vec<ReportId> = expected.into_iter().map(|(_, id)| id).collect();
        assert_eq!(queue(&storage, &open, 0, 10), (5, expected.clone()));
        assert_eq!(queue(&storage, &open, 2, 2), (5, expected[2..4].to_vec()));
        write(&storage, |tx| {
            pending::set_status(tx, ids[0], Status::Received, Status::InReview)?;
            pending::set_status(tx, ids[1], Status::Received, Status::Approved)
        })
        .unwrap();
        assert_eq!(queue(&storage, &open, 0, 10).0, 4);
        assert_eq!(queue(&storage, &asked(&[]), 0, 10).0, 0);
    }

    fn the_queue_can_be_narrowed(db) {
        let storage = db.open();
        let [plain, marked] = ["2026-W46", "2026-W47"].map(|week| receive(&storage, week));
        let mut hazard = incoming("2026-W48");
        hazard.kind = RecordKind::Hazard;
        let ada = hire(&storage, "ada").id;
        write(&storage, |tx| {
            pending::insert(tx, &hazard)?;
            triage::mark(tx, marked, true)?;
            triage::note(tx, plain, &sealed(b"summary"), "low")?;
            let review = Review { account: ada, agreed: Agreed { text: true, codes: false }, week: week("2026-W48") };
            reviews::put(tx, plain, &review)
        })
        .unwrap();
        let only = |narrow: fn(&mut Asked)| {
            let mut wanted = asked(&[Status::Received]);
            narrow(&mut wanted);
            queue(&storage, &wanted, 0, 9).1
        };
        assert_eq!(only(|asked| asked.kind = Some(RecordKind::Hazard)), [hazard.id]);
        assert_eq!(only(|asked| asked.hazard = true), [marked]);
        assert_eq!(only(|asked| asked.level = Some("low")), [plain]);
        let mut two = asked(&[Status::Received]);
        two.only = Some(vec![plain, hazard.id]);
        assert_eq!(queue(&storage, &two, 0, 9).1, [plain, hazard.id]);
        let mut mine = asked(&[Status::Received]);
        mine.untouched_by = Some(ada);
        assert_eq!(queue(&storage, &mine, 0, 9).1, [marked, hazard.id]);
    }

    fn a_summary_goes_with_the_text_it_was_made_of(db) {
        let storage = db.open();
        let id = receive(&storage, "2026-W47");
        let beside = || {
            let page = read(&storage, |tx| triage::queue(tx, &asked(&Status::ALL), 0, 1));
            page.rows[0].1.clone()
        };
        let note = || write(&storage, |tx| triage::note(tx, id, &sealed(b"summary"), "look-again")).unwrap();
        note();
        assert_eq!(beside().summary, Some(sealed(b"summary")));
        assert_eq!(beside().level, "look-again");
        assert_eq!(read(&storage, |tx| triage::summaries(tx, &[Status::Received])), [(id, sealed(b"summary"))]);
        write(&storage, |tx| pending::replace_sealed(tx, id, 0, &sealed(b"new"))).unwrap();
        assert_eq!((beside().summary, beside().level.as_str()), (None, ""));
        note();
        write(&storage, |tx| pending::shred(tx, id)).unwrap();
        assert_eq!(beside().summary, None);
    }

    fn agreement_to_a_text_ends_when_it_changes_and_that_to_codes_does_not(db) {
        let storage = db.open();
        let report = receive(&storage, "2026-W47");
        let (ada, grace) = (hire(&storage, "ada").id, hire(&storage, "grace").id);
        let says = |account, agreed| Review { account, agreed, week: week("2026-W48") };
        let only_codes = Agreed { text: false, codes: true };
        let only_text = Agreed { text: true, codes: false };
        write(&storage, |tx| {
            reviews::put(tx, report, &says(ada, only_text))?;
            reviews::put(tx, report, &says(ada, Agreed::ALL))?;
            reviews::put(tx, report, &says(grace, only_text))
        })
        .unwrap();
        let mut expected = vec![says(ada, Agreed::ALL), says(grace, only_text)];
        expected.sort_by_key(|review| review.account);
        assert_eq!(read(&storage, |tx| reviews::of(tx, report)), expected);
        write(&storage, |tx| reviews::clear_text(tx, report)).unwrap();
        assert_eq!(read(&storage, |tx| reviews::of(tx, report)), [says(ada, only_codes)]);
    }

    fn each_analyst_has_a_coding_and_an_empty_list_was_looked_at(db) {
        let storage = db.open();
        let report = receive(&storage, "2026-W47");
        let (ada, grace) = (hire(&storage, "ada").id, hire(&storage, "grace").id);
        write(&storage, |tx| {
            codings::put(tx, report, ada, &coding(&["overload"]))?;
            codings::put(tx, report, ada, &coding(&["overload", "retry-storm"]))?;
            codings::put(tx, report, grace, &coding(&[]))?;
            codings::settle(tx, report, ListId::FailureModes, ada)?;
            codings::settle(tx, report, ListId::FailureModes, grace)
        })
        .unwrap();
        let of = read(&storage, |tx| codings::of(tx, report));
        assert_eq!(of, BTreeMap::from([
            (ada, coding(&["overload", "retry-storm"])),
            (grace, coding(&[])),
        ]));
        assert_eq!(read(&storage, codings::all), BTreeMap::from([(report, of)]));
        let settled = read(&storage, |tx| codings::settled_of(tx, report));
        assert_eq!(settled, BTreeMap::from([(ListId::FailureModes, grace)]));
        write(&storage, |tx| codings::unsettle(tx, report, ListId::FailureModes)).unwrap();
        assert!(read(&storage, |tx| codings::settled_of(tx, report)).is_empty());
    }

    fn events_grow_together_and_end_with_their_last_report(db) {
        let storage = db.open();
        let mut ids = [(); 4].map(|()| ReportId::random());
        ids.sort();
        let [a, b, c, d] = ids;
        let join = |one, other| {
            write(&storage, |tx| joined::join(tx, one, other, EventId::random())).unwrap();
        };
        let with = |id| read(&storage, |tx| joined::with(tx, id));
        assert!(with(a).is_empty());
        join(a, b);
        join(c, d);
        assert_eq!((with(a), with(c)), (vec![b], vec![d]));
        join(b, d);
        assert_eq!(with(a), [b, c, d]);
        let events = read(&storage, |tx| joined::events(tx, &[a, d, ReportId::random()]));
        assert_eq!(events.len(), 2);
        assert_eq!(events[0].1, events[1].1);
        for id in [a, b, c] {
            write(&storage, |tx| joined::leave(tx, id)).unwrap();
        }
        assert!(read(&storage, |tx| joined::event(tx, d)).is_none());
    }

    fn a_part_knows_its_origin(db) {
        let storage = db.open();
        let [whole, part] = ["2026-W47", "2026-W47"].map(|week| receive(&storage, week));
        write(&storage, |tx| parts::add(tx, part, whole)).unwrap();
        assert_eq!(read(&storage, |tx| parts::of(tx, whole)), [part]);
        assert_eq!(read(&storage, |tx| parts::origin(tx, part)), Some(whole));
        assert_eq!(read(&storage, |tx| parts::origin(tx, whole)), None);
    }

    fn what_the_desk_kept_goes_with_a_report_that_is_taken_back(db) {
        let storage = db.open();
        let ada = hire(&storage, "ada").id;
        let [id, other] = ["2026-W47", "2026-W47"].map(|week| receive(&storage, week));
        let mut proposal = Proposal {
            id: TermId::random(),
            list: ListId::Triggers,
            word: RedactedText::from_store("moon \0phase".into()),
            report: Some(id),
            status: TermStatus::Open,
            week: week("2026-W48"),
            side: Sender::Reporter,
        };
        let codes = Report { kind: RecordKind::Save, ..Report::default() };
        write(&storage, |tx| {
            codings::put(tx, id, ada, &coding(&["overload"]))?;
            joined::join(tx, id, other, EventId::random())?;
            counted::add(tx, id, "2026-11".parse().unwrap(), &codes)?;
            terms::add(tx, &proposal)
        })
        .unwrap();
        proposal.word = RedactedText::from_store("moon phase".into());
        assert_eq!(read(&storage, |tx| terms::of(tx, id)), [proposal.clone()]);
        assert_eq!(read(&storage, counted::all), [(id, codes)]);
        write(&storage, |tx| pending::set_status(tx, id, Status::Received, Status::Withdrawn)).unwrap();
        assert!(read(&storage, |tx| codings::of(tx, id)).is_empty());
        assert!(read(&storage, |tx| joined::with(tx, other)).is_empty());
        assert!(read(&storage, counted::all).is_empty());
        assert!(read(&storage, |tx| terms::list(tx, TermStatus::Open)).is_empty());
        proposal.report = Some(other);
        write(&storage, |tx| terms::add(tx, &proposal)).unwrap();
        assert!(write(&storage, |tx| terms::decide(tx, proposal.id, TermStatus::Taken)).unwrap());
        assert!(!write(&storage, |tx| terms::decide(tx, TermId::random(), TermStatus::Taken)).unwrap());
        write(&storage, |tx| pending::set_status(tx, other, Status::Received, Status::Withdrawn)).unwrap();
        proposal = Proposal { report: None, status: TermStatus::Taken, ..proposal };
        assert_eq!(read(&storage, |tx| terms::list(tx, TermStatus::Taken)), [proposal], "what was taken up stays");
    }

    fn which_are_public_is_told_without_reading_them(db) {
        let storage = db.open();
        let row = public("2026-11", "a");
        write(&storage, |tx| published::publish(tx, &row)).unwrap();
        let ids: Vec<ReportId> = (0..600).map(|_| ReportId::random()).chain([row.id]).collect();
        let found = read(&storage, |tx| published::which(tx, &ids));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [row.id]);
    }
}
