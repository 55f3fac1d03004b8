//! What a receipt leads to, and what keeps both sides of it from taking the other's place.

use candor::anonymise::{RawText, Wishes};
use candor::auth::{Nonce, Receipt};
use candor::intake::{Amended, Asked, Draft, MailError, Stands, SubmitError, Way};
use candor::report::{
    Checkpoint, Followed, FollowedAction, Letter, Outcome, Refusal, Report, ReportId, Status,
};
use candor::review::{Division, Extent, Item, TermStatus};
use candor::storage::{published, terms};
use candor::taxonomy::ListId;

use crate::letters::{Both, words};
use crate::support::read;

fn question(text: &str) -> Letter<RawText> {
    Letter::Question(RawText::new(text))
}

fn raw(report: Report<candor::anonymise::RedactedText>) -> Report<RawText> {
    report.map_text(|text| RawText::new(text.as_str()))
}

fn draft(report: Report<RawText>) -> Draft {
    Draft {
        report,
        ..Draft::default()
    }
}

/// A report split in two, with the second.
fn split(both: &Both) -> (ReportId, Receipt, ReportId) {
    let (id, receipt) = both.send();
    let division = Division {
        read: 0,
        title: RawText::new("Something else"),
        stays: [Item::Summary].into(),
        goes: [Item::Summary, Item::Action(0)].into(),
    };
    let part = both.review.split(id, both.analysts[0], &division).unwrap();
    (id, receipt, part)
}

fn told(number: usize, revision: u32) -> Letter<RawText> {
    Letter::FollowUp(Followed {
        after: Checkpoint::Days30,
        revision,
        actions: vec![FollowedAction {
            number,
            outcome: Outcome::Held,
            why: RawText::new("Tried twice"),
        }],
    })
}

fn accept_last(both: &Both, id: ReportId) {
    let last = both.review.mail(id).unwrap().messages.last().unwrap().0.id;
    for analyst in both.analysts {
        both.review.accept(last, analyst).unwrap();
    }
}

on_both! {
    fn a_part_is_asked_answered_changed_and_followed_through_the_receipt_of_the_whole(db) {
        let both = Both::new(db.open());
        let (_, receipt, part) = split(&both);
        let (_, stranger) = both.send();
        let [mira, _] = both.analysts;
        both.review.write(part, mira, question("What surprised you?"), &Nonce::random(), 0).unwrap();
        let opened = both.open(&receipt);
        assert!(opened.messages.is_empty() && opened.waits_for_reporter());
        let [piece] = &opened.parts[..] else { panic!("{opened:?}") };
        assert_eq!((piece.id, piece.messages.len()), (part, 1));
        assert!(piece.title.as_str().starts_with("Something else"));
        let way = Way { receipt: &receipt, part: Some(part), seen: 1 };
        let none = Way { receipt: &stranger, ..way };
        let say = |way: Way<'_>, letter| both.intake.write(way, letter, &Wishes::default(), &Nonce::random());
        assert!(matches!(say(none, words("mine")), Err(MailError::Unknown)));
        assert!(matches!(both.intake.to_amend(none), Err(MailError::Unknown)));
        say(way, words("Everything")).unwrap();
        assert!(!both.open(&receipt).waits_for_reporter());
        assert_eq!(both.review.mail(part).unwrap().messages.len(), 2);

        let known = both.intake.to_amend(way).unwrap();
        assert_eq!(known.stands, Stands::Waiting);
        let mut changed = raw(known.report);
        changed.title = RawText::new("Something else again");
        let amended = both.intake.amend(way, draft(changed), &RawText::default(), &Nonce::random());
        assert_eq!(amended.unwrap(), Amended::Replaced);
        assert_eq!(both.review.open(part).unwrap().report.title.as_str(), "Something else again");

        both.publish(part);
        assert!(matches!(both.open(&receipt).parts[0].asked, Some(Asked::From(..))));
        both.after(70);
        assert_eq!(both.open(&receipt).parts[0].asked, Some(Asked::Now(Checkpoint::Days30)));
        say(way, told(0, 0)).unwrap();
        accept_last(&both, part);
        let public = read(&both.storage, |tx| published::get(tx, part)).unwrap();
        assert_eq!(public.report.actions[0].followups.len(), 1);
        assert_eq!(both.intake.to_amend(way).unwrap().stands, Stands::Public);
        let (days, _) = both.intake.days_to_come_back(&receipt).unwrap().unwrap();
        assert_eq!(days.len(), 2, "of the part");
    }

    fn a_part_that_is_refused_says_why(db) {
        let both = Both::new(db.open());
        let (_, receipt, part) = split(&both);
        both.review.refuse(part, both.analysts[0], Refusal::Duplicate).unwrap();
        let piece = both.open(&receipt).parts.pop().unwrap();
        assert_eq!((piece.status, piece.refusal), (Status::Refused, Some(Refusal::Duplicate)));
    }

    fn what_was_published_in_short_can_be_changed_and_stays_short(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        let [mira, noor] = both.analysts;
        let mut told = raw(both.review.open(id).unwrap().report);
        told.synopsis = RawText::new("A queue ran full and nobody saw it.");
        both.review.save((id, both.review.open(id).unwrap().revision), mira, told).unwrap();
        for analyst in [mira, noor] {
            both.review.approve(id, analyst).unwrap();
        }
        both.review.publish(id, mira, Extent::Short).unwrap();
        let known = both.intake.to_amend(&receipt).unwrap();
        assert_eq!(known.stands, Stands::Short);
        let note = RawText::new("It was another technology");
        let amend = |report| both.intake.amend(&receipt, draft(report), &note, &Nonce::random());
        let without = Report { synopsis: RawText::default(), ..raw(known.report.clone()) };
        assert!(matches!(amend(without), Err(MailError::Flawed(_))), "nothing would be left");
        let mut changed = raw(known.report);
        changed.title = RawText::new("Another queue");
        changed.summary = RawText::new("All of it, told again at length.");
        assert_eq!(amend(changed).unwrap(), Amended::Proposed);
        accept_last(&both, id);
        let public = read(&both.storage, |tx| published::get(tx, id)).unwrap();
        assert_eq!((public.revision, public.report.title.as_str()), (1, "Another queue"));
        assert!(public.report.summary.is_blank() && !public.report.synopsis.is_blank());
    }

    fn words_that_are_missed_go_when_they_are_taken_out(db) {
        let both = Both::new(db.open());
        let missing = |words: &[&str]| Draft {
            report: crate::letters::report("Queue full"),
            missed: words.iter().map(|word| (ListId::FailureModes, RawText::new(*word))).collect(),
            ..Draft::default()
        };
        let known = || -> Vec<String> {
            let open = both.review.missed_terms(TermStatus::Open).unwrap();
            let mut known: Vec<String> = open.iter().map(|term| term.word.to_string()).collect();
            known.sort();
            known
        };
        let kept = both.intake.submit(missing(&["tide of herrings", "ebb"]), &Nonce::random(), false).unwrap();
        let (id, receipt, [mira, _]) = (kept.id, kept.receipt, both.analysts);
        let coding = candor::review::coding_of(&both.review.open(id).unwrap().report);
        both.review.code(id, mira, &coding, vec![(ListId::Triggers, RawText::new("gale of herrings"))]).unwrap();
        assert_eq!(both.review.strike(id, mira, &[RawText::new("herrings")], candor::anonymise::Kind::Product).unwrap(), 2);
        assert!(known().iter().all(|word| !word.contains("herrings")), "{:?}", known());

        let before: Vec<String> = both.intake.to_amend(&receipt).unwrap().missed.iter().map(|(_, word)| word.to_string()).collect();
        assert_eq!(before.len(), 2, "the reporter's own: {before:?}");
        let amend = |words: &[&str]| both.intake.amend(&receipt, missing(words), &RawText::default(), &Nonce::random()).unwrap();
        amend(&["ebb", "spring"]);
        assert_eq!(known().len(), 3, "what the analyst missed stays: {:?}", known());
        assert!(known().contains(&"spring".to_owned()) && !known().iter().any(|word| word.starts_with("tide")));
        let many: Vec<String> = (0..100).map(|number| format!("word {number}")).collect();
        amend(&many.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(read(&both.storage, |tx| terms::of(tx, id)).len(), 41);
    }

    fn only_what_was_seen_is_read(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        let [mira, _] = both.analysts;
        both.say(&receipt, words("One")).unwrap();
        let seen = both.review.mail(id).unwrap().messages.last().unwrap().0.number;
        both.say(&receipt, words("Two, while the first is being read")).unwrap();
        both.review.mark_read(id, mira, seen).unwrap();
        assert_eq!(both.review.waiting().unwrap().len(), 1, "the second is not read");
        both.review.write(id, mira, question("What surprised you?"), &Nonce::random(), seen).unwrap();
        assert_eq!(both.review.waiting().unwrap().len(), 2);
        let way = Way { receipt: &receipt, part: None, seen: 2 };
        both.intake.write(way, words("Three"), &Wishes::default(), &Nonce::random()).unwrap();
        assert!(both.open(&receipt).waits_for_reporter(), "the question came after what was seen");
        both.review.mark_read(id, mira, 4).unwrap();
        assert_eq!(both.review.waiting().unwrap().len(), 1);
    }

    fn nobody_fills_the_mailbox_for_the_other(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        both.publish(id);
        while both.say(&receipt, words("Again")).is_ok() {}
        let count = both.open(&receipt).messages.len();
        assert_eq!(count, 100);
        assert!(matches!(both.say(&receipt, words("x")), Err(MailError::Full)));
        both.review.write(id, both.analysts[0], question("What surprised you?"), &Nonce::random(), 0).unwrap();
        both.after(70);
        both.say(&receipt, told(0, 0)).unwrap();
        let long = "Retries filled the queue until nothing moved. ".repeat(5_000);
        let amend = || {
            let report = Report { summary: RawText::new(&long), ..crate::letters::report("Queue full") };
            both.intake.amend(&receipt, draft(report), &RawText::new("More"), &Nonce::random())
        };
        let kept = (0..30).take_while(|_| amend().is_ok()).count();
        assert!((5..20).contains(&kept), "{kept} of 225 KiB");
    }

    fn nothing_is_told_of_a_time_that_lies_ahead(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        both.publish(id);
        assert!(matches!(both.say(&receipt, told(0, 0)), Err(MailError::TooEarly)));
        both.after(70);
        both.say(&receipt, told(0, 0)).unwrap();
    }

    fn a_code_ends_with_the_report_it_is_for(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        let code = both.intake.share(&receipt).unwrap();
        assert!(both.intake.is_shared(&code).unwrap());
        both.review.refuse(id, both.analysts[0], Refusal::Duplicate).unwrap();
        assert!(!both.intake.is_shared(&code).unwrap());
        let beside = both.intake.submit_beside(draft(crate::letters::report("Beside")), &Nonce::random(), &code);
        assert!(matches!(beside, Err(SubmitError::NoSuchCode)));
    }
}
