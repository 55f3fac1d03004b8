//! The desk's use cases on both databases: two analysts agree or not, reports are joined and
//! split, and terms change under them.

use std::collections::BTreeMap;

use candor::anonymise::{Kind, RawText, RedactedText};
use candor::auth::Nonce;
use candor::intake::Draft;
use candor::report::{
    Alert, AlertStatus, Coded, Coder, Confidence, Letter, PublicReport, Refusal, Report, ReportId,
    Slug, Status,
};
use candor::review::{
    Agreed, AlertError, Coding, DecideError, Division, Extent, Item, QueueAsked, coding_of,
};
use candor::storage::{alerts, counted, outbox, parts, pending, published};
use candor::taxonomy::{Changes, ListId};

use crate::letters::Both;
use crate::support::read;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// The report's own codes, with these failure modes.
fn modes(both: &Both, id: ReportId, codes: &[&str]) -> Coding {
    let mut coding = coding_of(&both.review.open(id).unwrap().report);
    let codes = codes.iter().map(|code| slug(code)).collect();
    coding.insert(ListId::FailureModes, codes);
    coding
}

const CODES: Agreed = Agreed {
    text: false,
    codes: true,
};
const TEXT: Agreed = Agreed {
    text: true,
    codes: false,
};

fn public_row(both: &Both, id: ReportId) -> PublicReport<RedactedText> {
    read(&both.storage, |tx| published::get(tx, id)).unwrap()
}

fn status(both: &Both, id: ReportId) -> Status {
    read(&both.storage, |tx| pending::get(tx, id))
        .unwrap()
        .status
}

on_both! {
    fn where_two_differ_one_is_chosen_and_both_are_kept(db) {
        let both = Both::new(db.open());
        let (id, _) = both.send();
        let [mira, noor] = both.analysts;
        both.review.code(id, mira, &modes(&both, id, &["retry-storm"]), vec![]).unwrap();
        both.review.code(id, noor, &modes(&both, id, &["overload", "retry-storm"]), vec![]).unwrap();
        for analyst in [mira, noor] {
            both.review.approve(id, analyst).unwrap();
        }
        assert_eq!(status(&both, id), Status::InReview);
        let early = both.review.publish(id, mira, Extent::Full);
        assert!(matches!(early, Err(DecideError::Unsettled(1))), "{early:?}");
        let choice = BTreeMap::from([(ListId::FailureModes, noor)]);
        both.review.settle(id, mira, &choice).unwrap();
        both.review.publish(id, mira, Extent::Full).unwrap();

        let public = read(&both.storage, |tx| published::get(tx, id)).unwrap();
        let codes: Vec<&str> = public.report.failure_modes.iter().map(|mode| mode.code.as_str()).collect();
        assert_eq!(codes, ["overload", "retry-storm"]);
        assert!(public.report.failure_modes.iter().all(|mode| mode.coder == Coder::Analyst));
        let agreement = both.review.agreement().unwrap();
        let of = agreement.iter().find(|of| of.list == ListId::FailureModes).unwrap();
        assert_eq!((of.pairs, of.same), (1, 0));
        assert!(of.kappa.unwrap() > 0.0 && of.kappa.unwrap() < 1.0);
        let alike = agreement.iter().find(|of| of.list == ListId::Triggers).unwrap();
        assert_eq!((alike.pairs, alike.same), (1, 1));
    }

    fn text_and_codes_are_agreed_to_apart(db) {
        let both = Both::new(db.open());
        let (id, _) = both.send();
        let [mira, noor] = both.analysts;
        let say = |analyst, to| both.review.agree((id, both.review.open(id).unwrap().revision), analyst, to).unwrap();
        say(mira, Agreed::ALL);
        say(noor, TEXT);
        let early = both.review.publish(id, mira, Extent::Full);
        assert!(matches!(early, Err(DecideError::NotApproved { text: 2, codes: 1, needed: 2 })), "{early:?}");
        say(noor, CODES);
        assert_eq!(status(&both, id), Status::Approved);
        let words = [RawText::new("queue")];
        assert_eq!(both.review.strike(id, mira, &words, Kind::Product).unwrap(), 3);
        let standing = both.review.open(id).unwrap().standing;
        assert_eq!((standing.text.len(), standing.codes.len()), (0, 2));
        assert_eq!(status(&both, id), Status::InReview);
        // Codes that change are final no more; codes that are sent again unchanged still are.
        let same = standing.codings[&noor].clone();
        both.review.code(id, noor, &same, vec![]).unwrap();
        assert_eq!(both.review.open(id).unwrap().standing.codes.len(), 2);
        both.review.code(id, noor, &modes(&both, id, &["data-loss"]), vec![]).unwrap();
        assert_eq!(both.review.open(id).unwrap().standing.codes, [mira]);
    }

    fn words_taken_out_are_gone_everywhere_and_counted_by_kind(db) {
        let both = Both::new(db.open());
        let (id, _) = both.send();
        let [mira, _] = both.analysts;
        assert_eq!(both.review.strike(id, mira, &[RawText::new("not in there")], Kind::Org).unwrap(), 0);
        both.review.strike(id, mira, &[RawText::new("QUEUE full")], Kind::Product).unwrap();
        let desk = both.review.open(id).unwrap();
        assert!(desk.report.title.as_str().starts_with("[Service "), "{}", desk.report.title);
        assert!(desk.removed.contains(&(Kind::Product, 1)), "{:?}", desk.removed);
    }

    fn a_report_is_published_in_full_in_short_or_only_counted(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let ready = |id: ReportId| {
            for analyst in [mira, noor] {
                both.review.approve(id, analyst).unwrap();
            }
        };
        let (id, _) = both.send();
        ready(id);
        let without = both.review.publish(id, mira, Extent::Short);
        assert!(matches!(without, Err(DecideError::NoSynopsis)), "{without:?}");
        let read_by = both.review.open(id).unwrap();
        let mut raw = read_by.report.map_text(|text| RawText::new(text.as_str()));
        raw.synopsis = RawText::new("A queue ran full and nobody saw it.");
        both.review.save((id, read_by.revision), mira, raw).unwrap();
        ready(id);
        both.review.publish(id, mira, Extent::Short).unwrap();
        let public = read(&both.storage, |tx| published::get(tx, id)).unwrap().report;
        assert!(!public.title.is_blank() && !public.synopsis.is_blank());
        assert!(public.texts().iter().skip(2).all(|text| text.is_blank()));

        let (id, receipt) = both.send();
        ready(id);
        both.review.publish(id, mira, Extent::Counted).unwrap();
        assert_eq!(status(&both, id), Status::Counted);
        assert!(read(&both.storage, |tx| published::get(tx, id)).is_none());
        assert!(read(&both.storage, |tx| pending::get(tx, id)).unwrap().sealed.is_none());
        let counted_only = read(&both.storage, counted::all);
        assert_eq!(counted_only.len(), 1);
        let left = &counted_only[0].1;
        let modes = left.failure_modes.clone();
        assert_eq!(*left, Report { kind: left.kind, failure_modes: modes, ..Report::default() });
        both.intake.withdraw(&receipt).unwrap();
        assert!(read(&both.storage, counted::all).is_empty());
    }

    fn a_split_report_is_two_and_goes_with_one_receipt(db) {
        let both = Both::new(db.open());
        let [mira, _] = both.analysts;
        let (id, receipt) = both.send();
        let mut division = Division {
            read: 0,
            title: RawText::new("Something else at Zephyrbank Ltd"),
            stays: [Item::Summary].into(),
            goes: [].into(),
        };
        assert!(both.review.split(id, mira, &division).is_err(), "the second would be empty");
        assert!(read(&both.storage, |tx| parts::of(tx, id)).is_empty());
        division.goes = [Item::Summary].into();
        let second = both.review.split(id, mira, &division).unwrap();
        let part = both.review.open(second).unwrap();
        assert_eq!((part.origin, part.status), (Some(id), Status::Received));
        assert!(!part.report.title.as_str().contains("Zephyrbank"), "{}", part.report.title);
        assert!(both.review.open(id).unwrap().report.actions.is_empty());
        let third = both.review.split(second, mira, &division).unwrap();
        assert_eq!(both.review.open(third).unwrap().origin, Some(id), "a part of a part belongs to the first");
        let (elsewhere, _) = both.send();
        both.review.join_event(id, mira, elsewhere).unwrap();
        let opened = both.open(&receipt);
        assert_eq!((opened.parts.len(), opened.event.len()), (2, 0));
        assert!(opened.parts.iter().all(|part| part.public.is_none()), "nothing is public yet");
        both.publish(second);
        both.publish(elsewhere);
        let opened = both.open(&receipt);
        let public: Vec<_> = opened.parts.iter().filter(|part| part.public.is_some()).collect();
        assert_eq!((public.len(), public[0].id, opened.event[0].0), (1, second, elsewhere));
        assert!(public[0].title.as_str().starts_with("Something else"), "{}", public[0].title);
        both.intake.withdraw(&receipt).unwrap();
        assert!(read(&both.storage, |tx| published::get(tx, second)).is_none());
        for id in [id, second, third] {
            assert_eq!(status(&both, id), Status::Withdrawn);
        }
        assert!(read(&both.storage, |tx| parts::of(tx, id)).is_empty());
    }

    fn a_receipt_is_kept_for_as_long_as_it_can_take_something_back(db) {
        let both = Both::new(db.open());
        let [mira, _] = both.analysts;
        let (id, receipt) = both.send();
        let division = Division {
            read: 0,
            title: RawText::new("Something else"),
            stays: [Item::Summary].into(),
            goes: [Item::Summary].into(),
        };
        let part = both.review.split(id, mira, &division).unwrap();
        both.review.refuse(id, mira, Refusal::Duplicate).unwrap();
        both.publish(part);
        both.jobs.retain().unwrap();
        both.after(800);
        both.jobs.retain().unwrap();
        both.intake.withdraw(&receipt).unwrap();
        assert!(read(&both.storage, |tx| published::get(tx, part)).is_none());

        let (id, receipt) = both.send();
        both.publish(id);
        both.jobs.retain().unwrap();
        both.after(800);
        both.intake.withdraw(&receipt).unwrap();
        both.jobs.retain().unwrap();
        let standing = both.intake.standing(&receipt).unwrap();
        assert_eq!(standing.unwrap().status, Status::Withdrawn, "a year from the withdrawal on");
    }

    fn look_alikes_wait_and_can_be_joined(db) {
        let both = Both::new(db.open());
        let [mira, _] = both.analysts;
        let [(one, _), (other, _)] = [both.send(), both.send()];
        let report = both.review.open(one).unwrap().report;
        let alike = both.review.alike(one, &report, 5).unwrap();
        assert_eq!(alike.iter().map(|alike| alike.id).collect::<Vec<_>>(), [other]);
        both.review.join_event(one, mira, other).unwrap();
        assert_eq!(both.review.open(other).unwrap().joined, [one]);
        assert!(both.review.join_event(one, mira, ReportId::random()).is_err());
        both.review.leave_event(other, mira).unwrap();
        assert!(both.review.open(one).unwrap().joined.is_empty());
    }

    fn the_queue_tells_age_and_marks_without_opening_a_text(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let (id, _) = both.send();
        both.after(15);
        both.review.mark_hazard(id, mira, true).unwrap();
        both.review.agree((id, 0), mira, TEXT).unwrap();
        let asked = QueueAsked { limit: 9, ..QueueAsked::default() };
        let page = both.review.queue(&asked).unwrap();
        assert_eq!((page.total, page.entries[0].weeks), (1, 2));
        assert!(page.entries[0].hazard && page.entries[0].level.is_some());
        let waits_for = |account| both.review.queue(&QueueAsked { waits_for: Some(account), ..asked }).unwrap().total;
        assert_eq!((waits_for(mira), waits_for(noor)), (0, 1));
    }

    fn an_alert_needs_two_and_leaves_a_line(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let (report, _) = both.send();
        let text = |text: &str| RawText::new(text);
        let alert = Alert {
            title: text("Certificates of Zephyrbank Ltd end on Sunday"),
            who: text("Whoever renews by hand"),
            seen: text("Mail to anna.petrov@zephyrbank.example bounced"),
            check: text("The date"),
        };
        let missing = Alert { who: text(" "), ..alert.clone() };
        assert!(matches!(both.review.write_alert(None, mira, missing, &[]), Err(AlertError::Incomplete)));
        let unknown = both.review.write_alert(None, mira, alert.clone(), &[ReportId::random()]);
        assert!(matches!(unknown, Err(AlertError::UnknownReport)));
        let id = both.review.write_alert(None, mira, alert.clone(), &[report]).unwrap();
        let kept = both.review.alert(id).unwrap().kept.alert;
        assert!(!kept.texts().iter().any(|text| text.as_str().contains("ephyrbank")), "{kept:?}");
        let at_rest = read(&both.storage, |tx| alerts::get(tx, id)).unwrap();
        assert_eq!(at_rest.alert, Alert::default(), "a draft is sealed");
        assert!(!String::from_utf8_lossy(&at_rest.sealed.unwrap()).contains("by hand"));
        let seen = both.review.alert(id).unwrap().seen;
        both.review.agree_to_alert(id, mira, &seen).unwrap();
        let early = both.review.publish_alert(id, mira, &seen);
        assert!(matches!(early, Err(AlertError::NotAgreed { given: 1, needed: 2 })));
        both.review.write_alert(Some((id, &seen)), mira, alert.clone(), &[report]).unwrap();
        for stale in [
            both.review.agree_to_alert(id, noor, &seen),
            both.review.publish_alert(id, noor, &seen).map(drop),
            both.review.write_alert(Some((id, &seen)), noor, alert, &[]).map(drop),
        ] {
            assert!(matches!(stale, Err(AlertError::Changed)), "Noor has read another text");
        }
        let seen = both.review.alert(id).unwrap().seen;
        for analyst in [mira, noor] {
            both.review.agree_to_alert(id, analyst, &seen).unwrap();
        }
        assert_eq!(both.review.publish_alert(id, mira, &seen).unwrap(), 1);
        let public = read(&both.storage, |tx| alerts::get(tx, id)).unwrap();
        assert_eq!((public.alert, public.sealed), (kept, None));
        both.review.withdraw_alert(id, mira).unwrap();
        let left = both.review.alert(id).unwrap().kept;
        assert_eq!((left.status, left.number), (AlertStatus::Withdrawn, Some(1)));
        assert!(left.alert.title.is_blank());
    }

    fn changed_terms_move_every_report_at_once(db) {
        let both = Both::new(db.open());
        let [mira, noor] = both.analysts;
        let sent = [both.send(), both.send()];
        let ids = [sent[0].0, sent[1].0];
        let receipts = sent.map(|(_, receipt)| receipt);
        for id in ids {
            for analyst in [mira, noor] {
                both.review.code(id, analyst, &modes(&both, id, &["overload"]), vec![]).unwrap();
            }
        }
        let [waiting, public] = ids;
        let mut raw = both.review.open(waiting).unwrap().report;
        raw.failure_modes = vec![Coded { code: slug("overload"), coder: Coder::Reporter, confidence: Confidence::High }];
        let raw: Report<RawText> = raw.map_text(|text| RawText::new(text.as_str()));
        both.review.save((waiting, 0), mira, raw).unwrap();
        both.publish(public);
        // A version of it that waits in the mailbox, with the old term.
        let mut other = public_row(&both, public).report;
        other.title = RedactedText::from_store("Queue full again".to_owned());
        let draft = Draft { report: other.map_text(|text| RawText::new(text.as_str())), ..Draft::default() };
        both.intake.amend(&receipts[1], draft, &RawText::new("The title"), &Nonce::random()).unwrap();
        let head = read(&both.storage, outbox::head);
        let changes = "[[change]]\nversion = 1\nlist = \"failure-modes\"\nfrom = [\"overload\"]\nto = [\"retry-storm\"]\n";
        let changes = Changes::parse(changes).unwrap();
        assert_eq!(both.review.recode(&changes).unwrap(), 3);
        let code = |report: &Report<_>| report.failure_modes[0].code.to_string();
        assert_eq!(code(&both.review.open(waiting).unwrap().report), "retry-storm");
        let row = read(&both.storage, |tx| published::get(tx, public)).unwrap();
        assert_eq!(code(&row.report), "retry-storm");
        let standing = both.review.open(waiting).unwrap().standing;
        assert!(standing.codings[&mira][&ListId::FailureModes].contains(&slug("retry-storm")));
        let told = read(&both.storage, |tx| outbox::after(tx, head, 9));
        assert_eq!(told.iter().map(|entry| entry.report).collect::<Vec<_>>(), [public]);
        let letter = both.open(&receipts[1]).messages.pop().unwrap().letter;
        let Letter::Amendment(proposed) = letter else { panic!("{letter:?}") };
        assert_eq!((code(&proposed.report).as_str(), proposed.note.as_str()), ("retry-storm", "The title"));
        assert_eq!(both.review.recode(&changes).unwrap(), 0, "once");
        assert_eq!(read(&both.storage, outbox::head), told[0].seq);
    }

    fn a_word_that_is_missed_waits_for_the_next_version(db) {
        let both = Both::new(db.open());
        let [mira, _] = both.analysts;
        let (id, _) = both.send();
        let missed = || vec![(ListId::FailureModes, RawText::new("stampede at Zephyrbank Ltd"))];
        for _ in 0..2 {
            both.review.code(id, mira, &modes(&both, id, &["other"]), missed()).unwrap();
        }
        let open = both.review.missed_terms(candor::review::TermStatus::Open).unwrap();
        assert_eq!(open.len(), 1, "said twice, kept once");
        assert!(!open[0].word.as_str().contains("Zephyrbank"), "{}", open[0].word);
        both.review.decide_term(open[0].id, mira, candor::review::TermStatus::Taken).unwrap();
        assert!(both.review.missed_terms(candor::review::TermStatus::Open).unwrap().is_empty());
    }
}
