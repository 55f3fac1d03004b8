//! Desk and reporter write to each other, and what a reporter proposes becomes public: the use cases
//! on both databases.

use std::path::Path;
use std::sync::{Arc, Mutex};

use candor::anonymise::{RawText, Wishes};
use candor::app::anonymiser;
use candor::auth::{Keys, Nonce, Receipt, SigningKey};
use candor::intake::{
    Accepted, Amended, Asked, Draft, Flaw, Intake, MailError, Opened, ProposalError, Removals,
    SubmitError,
};
use candor::jobs::Jobs;
use candor::report::{
    AccountId, Action, Amendment, ChangeReason, Checkpoint, Clock, Followed, FollowedAction,
    Letter, MessageId, MessageState, Outcome, Report, ReportId, Sender, Status, Strength,
};
use candor::review::{Extent, QUESTIONS, Review};
use candor::storage::accounts::{self, Account, Credentials, Role};
use candor::storage::{Storage, pending, published};
use jiff::{Timestamp, ToSpan};

use crate::support::{read, write};

/// A clock that can be moved.
pub(crate) struct Moved(Mutex<Timestamp>);

impl Clock for Moved {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// Reporter and desk over one registry.
pub(crate) struct Both {
    pub(crate) storage: Storage,
    pub(crate) clock: Arc<Moved>,
    pub(crate) intake: Intake,
    pub(crate) review: Review,
    pub(crate) analysts: [AccountId; 2],
    pub(crate) jobs: Jobs,
    _keys: tempfile::TempDir,
}

fn keys(folder: &Path) -> Arc<Keys> {
    Arc::new(Keys::load_or_create(&folder.join("key")).unwrap())
}

impl Both {
    pub(crate) fn new(storage: Storage) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = keys(folder.path());
        let start = "2026-11-18T10:00:00Z".parse().unwrap();
        let clock = Arc::new(Moved(Mutex::new(start)));
        let signing = SigningKey::of(keys.master());
        let shared = || Arc::clone(&clock) as Arc<dyn Clock>;
        let analysts = ["mira", "noor"].map(|name| {
            let account = Account {
                id: AccountId::random(),
                name: name.to_owned(),
                role: Role::Analyst,
                disabled: false,
            };
            let id = account.id;
            let credentials = Credentials {
                account,
                password_hash: "x".to_owned(),
            };
            write(&storage, |tx| accounts::add(tx, &credentials)).unwrap();
            id
        });
        Self {
            intake: Intake::new(storage.clone(), Arc::clone(&keys), anonymiser(), shared()),
            review: Review::new(
                storage.clone(),
                keys,
                anonymiser(),
                shared(),
                2.try_into().unwrap(),
            ),
            jobs: Jobs::new(storage.clone(), shared(), signing, None),
            storage,
            clock,
            analysts,
            _keys: folder,
        }
    }

    pub(crate) fn after(&self, days: i64) {
        let mut now = self.clock.0.lock().unwrap();
        *now = now.checked_add((24 * days).hours()).unwrap();
    }

    pub(crate) fn send(&self) -> (ReportId, Receipt) {
        let draft = Draft {
            report: report("Queue full"),
            ..Draft::default()
        };
        let kept = self.intake.submit(draft, &Nonce::random(), false).unwrap();
        (kept.id, kept.receipt)
    }

    pub(crate) fn publish(&self, id: ReportId) {
        for analyst in self.analysts {
            self.review.approve(id, analyst).unwrap();
        }
        self.review
            .publish(id, self.analysts[0], Extent::Full)
            .unwrap();
    }

    /// Moves a report on without what goes with it.
    pub(crate) fn stand_at(&self, id: ReportId, status: &str) {
        let to = Status::parse(status).unwrap();
        write(&self.storage, |tx| {
            pending::set_status(tx, id, Status::Received, Status::Approved)?;
            pending::set_status(tx, id, Status::Approved, to)
        })
        .unwrap();
    }

    pub(crate) fn open(&self, receipt: &Receipt) -> Opened {
        self.intake.open(receipt).unwrap().unwrap()
    }

    pub(crate) fn say(&self, receipt: &Receipt, letter: Letter<RawText>) -> Result<(), MailError> {
        self.intake
            .write(receipt, letter, &Wishes::default(), &Nonce::random())
    }

    fn last(&self, id: ReportId) -> MessageId {
        self.review.mail(id).unwrap().messages.last().unwrap().0.id
    }
}

pub(crate) fn words(text: &str) -> Letter<RawText> {
    Letter::Words(RawText::new(text))
}

pub(crate) fn report(title: &str) -> Report<RawText> {
    let action = |text: &str| Action {
        text: RawText::new(text),
        strength: Some(Strength::Strong),
        ..Action::default()
    };
    Report {
        title: RawText::new(title),
        summary: RawText::new("Retries filled the queue until nothing moved."),
        actions: vec![
            action("Limit retries"),
            action("Alert on the length of the queue"),
        ],
        ..Report::default()
    }
}

fn said(opened: &Opened) -> Vec<(Sender, MessageState, String)> {
    let said = |message: &candor::intake::Message| {
        let texts: Vec<&str> = message.letter.texts().iter().map(|t| t.as_str()).collect();
        (message.sender, message.state, texts.concat())
    };
    opened.messages.iter().map(said).collect()
}

#[test]
fn every_ready_question_asks_what_or_how_and_nothing_is_taken_out_of_it() {
    let folder = tempfile::tempdir().unwrap();
    drop(keys(folder.path()));
    for question in QUESTIONS {
        let kept = anonymiser().anonymise(&RawText::new(question), &Wishes::default());
        assert_eq!(kept.text.as_str(), question);
        assert!(!question.to_lowercase().contains("why") && question.ends_with('?'));
        assert!(
            question.to_lowercase().contains("what") || question.to_lowercase().contains("how")
        );
    }
}

on_both! {
    fn what_is_said_to_happen_in_a_time_to_come_is_not_taken(db) {
        let both = Both::new(db.open());
        let of = |period: &str| {
            let report = Report { period: Some(period.parse().unwrap()), ..report("Queue full") };
            Draft { report, ..Draft::default() }
        };
        for period in ["2062-10", "2026-12", "2027", "2027-Q1"] {
            let looked = both.intake.preview(of(period), &Removals::default());
            assert_eq!(looked.flaws, [Flaw::NotYet], "{period}");
            let sent = both.intake.submit(of(period), &Nonce::random(), false);
            assert!(matches!(sent, Err(SubmitError::Flawed(_))), "{period}");
        }
        for period in ["2026-11", "2026", "2026-Q4", "1999-01"] {
            assert!(both.intake.submit(of(period), &Nonce::random(), false).is_ok(), "{period}");
        }
    }

    fn a_question_is_answered_through_the_receipt_alone(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        let ask = Letter::Question(RawText::new(QUESTIONS[0]));
        let nonce = Nonce::random();
        both.review.write(id, both.analysts[0], ask.clone(), &nonce, 0).unwrap();
        assert!(matches!(both.review.write(id, both.analysts[0], ask, &nonce, 0), Err(MailError::SentBefore)));
        let opened = both.open(&receipt);
        assert!(opened.waits_for_reporter());
        assert_eq!(said(&opened), [(Sender::Desk, MessageState::Open, QUESTIONS[0].to_owned())]);

        both.say(&receipt, words("Bartholomew Thessaly saw redis out of memory")).unwrap();
        let opened = both.open(&receipt);
        assert!(!opened.waits_for_reporter());
        let [question, answer] = &said(&opened)[..] else { panic!("{opened:?}") };
        assert_eq!(question.1, MessageState::Done);
        assert!(answer.2.contains("saw redis") && !answer.2.contains("Thessaly"), "{}", answer.2);
        let waits = both.review.waiting().unwrap();
        assert_eq!(waits.iter().map(|w| (w.id, w.from)).collect::<Vec<_>>(), [(id, Sender::Reporter)]);
        both.review.mark_read(id, both.analysts[0], 2).unwrap();
        let trail = both.review.export_audit().unwrap();
        assert!(trail.contains("letters-read"), "{trail}");
        assert_eq!(both.review.waiting().unwrap(), []);
        let (_, other) = both.send();
        assert!(both.open(&other).messages.is_empty());
        assert!(matches!(both.say(&receipt, words(" \n")), Err(MailError::Empty)));
        assert!(matches!(both.say(&Receipt::random(), words("x")), Err(MailError::Unknown)));
        let amendment = Letter::Amendment(Box::new(Amendment {
            note: RawText::new("Early"),
            report: report("Early"),
        }));
        assert!(matches!(both.say(&receipt, amendment), Err(MailError::Closed)));
    }

    fn a_waiting_report_is_replaced_and_loses_its_approvals(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        for analyst in both.analysts {
            both.review.approve(id, analyst).unwrap();
        }
        let draft = Draft { report: report("Queue full again"), ..Draft::default() };
        let amended = both.intake.amend(&receipt, draft, &RawText::new("The title"), &Nonce::random());
        assert_eq!(amended.unwrap(), Amended::Replaced);
        let desk = both.review.open(id).unwrap();
        assert_eq!((desk.status, desk.standing.text.len()), (Status::InReview, 0));
        assert_eq!(desk.report.title.as_str(), "Queue full again");
        assert_eq!(both.intake.to_amend(&receipt).unwrap().report, desk.report);
        assert_eq!(said(&both.open(&receipt)).last().unwrap().2, "The title");
    }

    fn two_analysts_make_an_amendment_public_and_readers_see_why(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        both.publish(id);
        let draft = Draft { report: report("Queue full, twice"), ..Draft::default() };
        let note = RawText::new("It came back. Ask Bartholomew Thessaly.");
        let amended = both.intake.amend(&receipt, draft, &note, &Nonce::random());
        assert_eq!(amended.unwrap(), Amended::Proposed);
        let message = both.last(id);
        let [mira, noor] = both.analysts;
        let waits = Accepted::Waits { given: 1, needed: 2 };
        assert_eq!(both.review.accept(message, mira).unwrap(), waits);
        assert_eq!(both.review.accept(message, mira).unwrap(), waits, "one analyst counts once");
        assert_eq!(both.open(&receipt).public.unwrap().revision, 0);
        assert_eq!(both.review.accept(message, noor).unwrap(), Accepted::Published);
        let public = read(&both.storage, |tx| published::get(tx, id)).unwrap();
        assert_eq!((public.revision, public.report.title.as_str()), (1, "Queue full, twice"));
        let [change] = &public.changes[..] else { panic!("{:?}", public.changes) };
        let ChangeReason::Amended(note) = &change.reason else { panic!("{change:?}") };
        assert!(note.as_str().starts_with("It came back.") && !note.as_str().contains("Thessaly"));
        let again = both.review.accept(message, noor);
        assert!(matches!(again, Err(ProposalError::Nothing)));
    }

    fn what_became_of_the_actions_is_asked_when_it_is_time_and_shown(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        both.publish(id);
        let Some(Asked::From(Checkpoint::Days30, day)) = both.open(&receipt).asked else {
            panic!("too early")
        };
        assert_eq!(day.to_string(), "2026-12-30");
        both.after(42);
        assert_eq!(both.open(&receipt).asked, Some(Asked::Now(Checkpoint::Days30)));
        let told = |revision, number| Letter::FollowUp(Followed {
            after: Checkpoint::Days30,
            revision,
            actions: vec![FollowedAction {
                number,
                outcome: Outcome::Held,
                why: RawText::new("Thessaly tried it twice"),
            }],
        });
        both.say(&receipt, told(0, 1)).unwrap();
        assert!(matches!(both.open(&receipt).asked, Some(Asked::From(Checkpoint::Days90, _))));
        for analyst in both.analysts {
            both.review.accept(both.last(id), analyst).unwrap();
        }
        let public = both.open(&receipt).public.unwrap();
        let [kept] = &public.report.actions[1].followups[..] else { panic!("{public:?}") };
        assert_eq!((kept.after, kept.outcome), (Checkpoint::Days30, Outcome::Held));
        assert!(!kept.why.as_str().contains("Thessaly"));
        assert_eq!(public.revision, 1);
        // A version that leaves the action as it was keeps what was told of it.
        let draft = Draft { report: report("Queue full, still"), ..Draft::default() };
        let note = RawText::new("A word");
        both.intake.amend(&receipt, draft, &note, &Nonce::random()).unwrap();
        let late = both.last(id);
        both.say(&receipt, told(1, 0)).unwrap();
        let follow_up = both.last(id);
        for analyst in both.analysts {
            both.review.accept(late, analyst).unwrap();
        }
        let public = both.open(&receipt).public.unwrap();
        assert_eq!(public.report.actions[1].followups.len(), 1);
        let [mira, noor] = both.analysts;
        both.review.accept(follow_up, mira).unwrap();
        let outdated = both.review.accept(follow_up, noor);
        assert!(matches!(outdated, Err(ProposalError::Outdated(_))), "{outdated:?}");
        both.review.decline(follow_up, mira).unwrap();
        assert_eq!(both.review.waiting().unwrap(), []);
    }

    fn withdrawing_takes_every_word_along(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        both.publish(id);
        both.say(&receipt, words("A word")).unwrap();
        for _ in 0..3 {
            both.intake.react(id, candor::report::Reaction::HappenedToUs).unwrap();
        }
        assert_eq!(both.open(&receipt).reactions, [(candor::report::Reaction::HappenedToUs, 3)]);
        both.intake.withdraw(&receipt).unwrap();
        let opened = both.open(&receipt);
        assert!(opened.messages.is_empty() && opened.public.is_none());
        for table in ["mailboxes", "messages", "acceptances", "reactions"] {
            assert_eq!(db.values(&format!("SELECT CAST(count(*) AS TEXT) AS v FROM {table}")), ["0"], "{table}");
        }
        assert!(matches!(both.say(&receipt, words("x")), Err(MailError::Closed)));
    }
}
