//! Sets of reports on a theme.

use candor::anonymise::{RawText, RedactedText};
use candor::report::{ReportId, SetId};
use candor::review::{Extent, SetError, coding_of};
use candor::storage::sets::{self, Kept};

use crate::letters::Both;
use crate::support::{read, write};

fn set(title: &str, public: bool) -> Kept {
    let text = |text: &str| RedactedText::from_store(text.to_owned());
    Kept {
        id: SetId::random(),
        public,
        month: "2026-11".parse().unwrap(),
        title: text(title),
        words: text("why \u{1f600}"),
        reports: vec![ReportId::random(), ReportId::random(), ReportId::random()],
    }
}

on_both! {
    fn a_set_keeps_its_reports_in_order(db) {
        let storage = db.open();
        let mut kept = set("retries", false);
        write(&storage, |tx| sets::put(tx, &kept)).unwrap();
        assert_eq!(read(&storage, |tx| sets::get(tx, kept.id)), Some(kept.clone()));
        kept.reports.reverse();
        kept.reports.truncate(2);
        write(&storage, |tx| sets::put(tx, &kept)).unwrap();
        assert_eq!(read(&storage, |tx| sets::get(tx, kept.id)), Some(kept.clone()));
        assert!(write(&storage, |tx| sets::remove(tx, kept.id)).unwrap());
        assert!(!write(&storage, |tx| sets::remove(tx, kept.id)).unwrap());
        assert_eq!(read(&storage, |tx| sets::get(tx, kept.id)), None);
    }

    fn drafts_are_for_the_desk_alone(db) {
        let storage = db.open();
        let (draft, public) = (set("a", false), set("b", true));
        for kept in [&public, &draft] {
            write(&storage, |tx| sets::put(tx, kept)).unwrap();
        }
        assert_eq!(read(&storage, |tx| sets::list(tx, false)), std::slice::from_ref(&public));
        assert_eq!(read(&storage, |tx| sets::list(tx, true)), [draft, public]);
    }

    fn a_set_names_public_reports_and_nobody_and_is_a_draft_until_issued(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let (sent, other) = (both.send(), both.send());
        let ids = [sent.0, other.0];
        let text = || (RawText::new("Renewals at Zephyrbank Ltd"), RawText::new("Read **both**."));
        let waiting = both.review.write_set(None, mira, text(), &ids);
        assert!(matches!(waiting, Err(SetError::UnknownReport)));
        for id in ids {
            for analyst in [mira, noor] {
                let coding = coding_of(&both.review.open(id).unwrap().report);
                both.review.code(id, analyst, &coding, vec![]).unwrap();
                both.review.approve(id, analyst).unwrap();
            }
            both.review.publish(id, mira, Extent::Full).unwrap();
        }
        let many: Vec<_> = (0..51).map(|_| ReportId::random()).collect();
        assert!(matches!(both.review.write_set(None, mira, text(), &many), Err(SetError::TooMany)));
        assert!(matches!(both.review.write_set(None, mira, text(), &[]), Err(SetError::Incomplete)));
        let twice = [ids[1], ids[0], ids[1]];
        let id = both.review.write_set(None, mira, text(), &twice).unwrap();
        let kept = both.review.set(id).unwrap().kept;
        assert_eq!((kept.public, kept.reports.as_slice()), (false, &twice[..2]));
        assert!(!kept.title.as_str().contains("ephyrbank"), "{}", kept.title.as_str());
        let draft = both.review.set(id).unwrap().seen;
        both.review.issue_set(id, mira, true, &draft).unwrap();
        let public = both.review.set(id).unwrap();
        assert!(public.kept.public);
        let stale = both.review.write_set(Some((id, &draft)), noor, text(), &ids[..1]);
        assert!(matches!(stale, Err(SetError::Changed)), "Noor had read the draft");
        both.review.write_set(Some((id, &public.seen)), mira, text(), &ids).unwrap();
        assert!(!both.review.set(id).unwrap().kept.public, "what is changed is a draft again");
        let unread = both.review.issue_set(id, noor, true, &public.seen);
        assert!(matches!(unread, Err(SetError::Changed)), "nobody issues what they have not read");
        both.intake.withdraw(&sent.1).unwrap();
        assert_eq!(both.review.set(id).unwrap().kept.reports, [other.0], "what is taken back is in no set");
        let gone = SetId::random();
        assert!(matches!(both.review.issue_set(gone, mira, true, &public.seen), Err(SetError::Unknown)));
        both.review.discard_set(id, mira).unwrap();
        assert!(matches!(both.review.set(id), Err(SetError::Unknown)));
    }
}
