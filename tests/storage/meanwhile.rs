//! What changes while somebody is at work: nobody decides on what they have not read, and nothing
//! rests on who or what has gone.

use candor::anonymise::RawText;
use candor::report::{Alert, AlertStatus, ReportId, Status};
use candor::review::{
    Agreed, AlertError, DecideError, Division, Extent, Role, SplitError, coding_of,
};

use crate::letters::Both;

on_both! {
    fn an_alert_does_not_outlive_the_only_report_behind_it(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let sent = [both.send(), both.send()];
        let ids = [sent[0].0, sent[1].0];
        let write = |reports: &[ReportId]| {
            let alert = Alert::<RawText>::default().map_text(|_| RawText::new("Look at the certificates"));
            let id = both.review.write_alert(None, mira, alert, reports).unwrap();
            let seen = both.review.alert(id).unwrap().seen;
            for analyst in [mira, noor] {
                both.review.agree_to_alert(id, analyst, &seen).unwrap();
            }
            (id, seen)
        };
        let [alone, shared, draft_alone, draft_shared] =
            [&ids[..1], &ids[..], &ids[..1], &ids[..]].map(write);
        for (id, seen) in [&alone, &shared] {
            both.review.publish_alert(*id, mira, seen).unwrap();
        }
        both.intake.withdraw(&sent[0].1).unwrap();
        let status = |id| both.review.alert(id).map(|alert| (alert.kept.status, alert.agreed.len()));
        assert_eq!(both.review.alert(alone.0).unwrap().kept.status, AlertStatus::Withdrawn);
        assert!(both.review.alert(alone.0).unwrap().kept.alert.title.is_blank());
        assert_eq!(both.review.alert(shared.0).unwrap().kept.status, AlertStatus::Published);
        assert!(matches!(status(draft_alone.0), Err(AlertError::Unknown)));
        assert_eq!(status(draft_shared.0).unwrap(), (AlertStatus::Draft, 0), "to be read again");
    }

    fn who_is_shut_out_no_longer_counts_as_one_of_two(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let (id, _) = both.send();
        for analyst in [mira, noor] {
            let coding = coding_of(&both.review.open(id).unwrap().report);
            both.review.code(id, analyst, &coding, vec![]).unwrap();
            both.review.approve(id, analyst).unwrap();
        }
        assert_eq!(both.review.open(id).unwrap().status, Status::Approved);
        let boss = both.review.add_account("boss", "a long enough password", Role::Administrator);
        both.review.set_disabled(boss.unwrap(), noor, true).unwrap();
        let desk = both.review.open(id).unwrap();
        assert_eq!((desk.status, desk.standing.text.as_slice()), (Status::InReview, &[mira][..]));
        assert!(matches!(both.review.publish(id, mira, Extent::Full), Err(DecideError::NotApproved { text: 1, .. })));
    }

    fn nobody_saves_over_or_agrees_to_a_text_they_have_not_read(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let (id, _) = both.send();
        let read = both.review.open(id).unwrap();
        let raw = read.report.map_text(|text| RawText::new(text.as_str()));
        both.review.save((id, read.revision), mira, raw.clone()).unwrap();
        let over = both.review.save((id, read.revision), noor, raw);
        assert!(matches!(over, Err(DecideError::Changed)));
        let unread = both.review.agree((id, read.revision), noor, Agreed::ALL);
        assert!(matches!(unread, Err(DecideError::Changed)));
        let stale = Division { read: read.revision, ..Division::default() };
        let split = both.review.split(id, noor, &stale);
        assert!(matches!(split, Err(SplitError::Decide(DecideError::Changed))));
    }
}
