//! What a receipt opens, and the desk's side of it.

use super::pages::{Both, Shown, labels, layout, lines, unlisted};
use super::reports::{hostile, redacted, usual};
use crate::anonymise::{RawText, RedactedText};
use crate::intake::{Asked, LookedAt, Message, Opened, Piece, Removals, Standing, Stands};
use crate::portal::forms::{Amends, LetterForm, ReportForm};
use crate::portal::pages::{
    DeskMailPage, DeskWaitingPage, FormPage, LetterPage, Notice, Page, Places, ReportPage,
    SaidPage, StatusPage, Weighed,
};
use crate::portal::view::message_actions;
use crate::portal::{ReportLine, Section};
use crate::report::{
    Amendment, Change, ChangeReason, Checkpoint, Followed, FollowedAction, Letter, MessageId,
    MessageState, Outcome, PublicReport, Reaction, Refusal, ReportId, Sender, Status,
};
use crate::review::{DeskMail, QUESTIONS, Role, Waiting};

fn opened(status: Status) -> Opened {
    let public = status == Status::Published;
    Opened {
        standing: Standing {
            id: usual().id,
            status,
            week: "2026-W47".parse().unwrap(),
            refusal: (status == Status::Refused).then_some(Refusal::CannotBeAnonymised),
        },
        messages: if status == Status::InReview || public {
            messages()
        } else {
            vec![]
        },
        public: public.then(|| Box::new(usual())),
        asked: public.then_some(Asked::Now(Checkpoint::Days90)),
        digests: if public {
            vec!["2026-10".parse().unwrap()]
        } else {
            vec![]
        },
        reactions: if public {
            vec![(Reaction::HappenedToUs, 10)]
        } else {
            vec![]
        },
        parts: if public { pieces() } else { vec![] },
        event: if public {
            vec![(hostile().id, hostile().report.title)]
        } else {
            vec![]
        },
    }
}

/// A part that is public and one that is refused, with a question to its reporter.
fn pieces() -> Vec<Piece> {
    let public = Piece {
        id: hostile().id,
        title: hostile().report.title,
        status: Status::Published,
        refusal: None,
        messages: vec![],
        public: Some(Box::new(hostile())),
        asked: Some(Asked::From(
            Checkpoint::Days30,
            "2026-12-30".parse().unwrap(),
        )),
    };
    let refused = Piece {
        id: usual().id,
        title: redacted(""),
        status: Status::Refused,
        refusal: Some(Refusal::CannotBeAnonymised),
        messages: messages(),
        public: None,
        asked: None,
    };
    vec![public, refused]
}

/// A report with everything that may have changed since it was published.
fn changed(report: PublicReport<RedactedText>) -> PublicReport<RedactedText> {
    let month = "2026-11".parse().unwrap();
    let change = |revision, reason| Change {
        revision,
        month,
        reason,
    };
    PublicReport {
        revision: 2,
        changes: vec![
            change(
                1,
                ChangeReason::Amended(redacted("[Service B] retried, too <i>")),
            ),
            change(2, ChangeReason::FollowUp(Checkpoint::Days90)),
        ],
        ..report
    }
}

/// A report's public page, with everything around the report or without.
pub(super) fn read_page(
    report: PublicReport<RedactedText>,
    similar: Vec<ReportLine>,
    full: bool,
) -> ReportPage {
    let layout = layout(Section::Search, "");
    if full {
        let page = ReportPage::new(layout, &changed(report), similar, labels());
        page.said(vec![(Reaction::HappenedToUs, 10)])
            .also_seen_by(lines())
    } else {
        ReportPage::new(layout, &report, vec![], labels())
    }
}

fn messages() -> Vec<Message> {
    let letters = [
        (Sender::Desk, Letter::Question(redacted(QUESTIONS[0]))),
        (
            Sender::Reporter,
            Letter::Words(redacted(
                "The queue of [Service A] grew; <b>then</b> [Person A] paged.",
            )),
        ),
        (
            Sender::Reporter,
            Letter::Amendment(Box::new(Amendment {
                note: redacted("We found that [Service B] retried, too."),
                report: hostile().report,
            })),
        ),
        (
            Sender::Reporter,
            Letter::FollowUp(Followed {
                after: Checkpoint::Days30,
                revision: 0,
                actions: vec![FollowedAction {
                    number: 0,
                    outcome: Outcome::Held,
                    why: redacted("No retry storm since, through two slow days"),
                }],
            }),
        ),
        (
            Sender::Desk,
            Letter::Question(redacted("What surprised you?")),
        ),
    ];
    let letters = letters.into_iter().enumerate();
    letters
        .map(|(number, (sender, letter))| Message {
            id: format!("00000000-0000-4000-8000-{number:012}")
                .parse::<MessageId>()
                .unwrap(),
            number: u32::try_from(number).unwrap() + 1,
            sender,
            state: if number < 2 {
                MessageState::Done
            } else {
                MessageState::Open
            },
            week: "2026-W47".parse().unwrap(),
            letter,
        })
        .collect()
}

fn status(status: Status, opened: &Opened, notice: Notice) -> StatusPage {
    let public = status == Status::Published;
    StatusPage::new(
        unlisted(Section::Receipt, "Your report"),
        opened,
        if public { (7, lines()) } else { (0, vec![]) },
        "K7QP",
        "n0nce".into(),
        notice,
    )
}

fn statuses() -> Vec<(String, Both)> {
    let mut pages: Vec<(String, Both)> = Status::ALL
        .into_iter()
        .map(|known| {
            let notice = match known {
                Status::Received => Notice::Unconfirmed,
                Status::InReview => Notice::Replaced,
                Status::Published => Notice::Kept,
                _ => Notice::None,
            };
            let page = status(known, &opened(known), notice);
            (format!("status-{}", known.as_str()), page.both().unwrap())
        })
        .collect();
    let day = "2026-12-30".parse().unwrap();
    for (name, asked, notice) in [
        (
            "early",
            Asked::From(Checkpoint::Days30, day),
            Notice::Proposed,
        ),
        ("late", Asked::Nothing, Notice::SentBefore),
    ] {
        let quiet = Opened {
            parts: vec![],
            event: vec![],
            asked: Some(asked),
            messages: vec![],
            digests: vec![],
            reactions: vec![],
            ..opened(Status::Published)
        };
        let page = StatusPage::new(
            unlisted(Section::Receipt, "Your report"),
            &quiet,
            (0, vec![]),
            "K7QP",
            "n0nce".into(),
            notice,
        );
        pages.push((format!("status-{name}"), page.both().unwrap()));
    }
    pages
}

fn letter(letter: Letter<RedactedText>, places: Places) -> LetterPage {
    let form = LetterForm {
        nonce: "n0nce".into(),
        receipt: RawText::new("K7QP"),
        told: match &letter {
            Letter::FollowUp(told) => Some(Followed {
                after: told.after,
                revision: told.revision,
                actions: vec![],
            }),
            _ => None,
        },
        ..LetterForm::default()
    };
    let actions = message_actions(Some(&usual().report));
    let removals = Removals::read("PERSON\tgiven-name\t0,1/2\t[Person A]\tMark");
    let looked = LookedAt { letter, removals };
    LetterPage::looked(
        unlisted(Section::Receipt, "Look it over"),
        form,
        places,
        &looked,
        &actions,
    )
}

pub(super) fn all() -> Vec<(String, Both)> {
    let mail = |messages: Vec<Message>| DeskMail {
        id: usual().id,
        status: Status::Published,
        messages: messages.into_iter().map(|one| (one, vec![])).collect(),
        public: Some(Box::new(usual())),
        approvals_needed: 2,
    };
    let weighed = Weighed {
        accepted_by: vec!["mira".to_owned()],
        ..Weighed::default()
    };
    let desk =
        || unlisted(Section::Desk, "Words with the reporter").signed_in("mira", Role::Analyst);
    let waiting = |from| Waiting {
        id: ReportId::random(),
        status: Status::InReview,
        from,
    };
    let mut letters = messages().into_iter();
    let question = letters.next().unwrap().letter;
    let words = letters.next().unwrap().letter;
    let follow_up = letters.nth(1).unwrap().letter;
    let amending = ReportForm::from_report(&usual().report, labels()).amending(Amends {
        receipt: RawText::new("K7QP"),
        note: RawText::new("A word"),
        stands: Stands::Short,
        ..Amends::default()
    });
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        ("letter", Box::new(letter(words, Places::Receipt))),
        (
            "letter-follow-up",
            Box::new(letter(follow_up, Places::Receipt)),
        ),
        (
            "letter-desk",
            Box::new(letter(
                question,
                Places::Desk("/desk/reports/x/mail".into()),
            )),
        ),
        (
            "letter-wrong",
            Box::new(LetterPage::wrong(
                unlisted(Section::Receipt, "Look it over"),
                LetterForm::blank(RawText::new("K7QP"), "n0nce".into()),
                Places::Receipt,
                "There is nothing in it yet.".into(),
                &[],
            )),
        ),
        (
            "amend",
            Box::new(FormPage::new(
                unlisted(Section::Receipt, "Change your report"),
                amending,
                vec![],
                labels(),
            )),
        ),
        (
            "desk-mail",
            Box::new(DeskMailPage::new(
                desk(),
                &mail(messages()),
                vec![weighed; 5],
                "n0nce".into(),
                labels(),
            )),
        ),
        (
            "desk-mail-empty",
            Box::new(DeskMailPage::new(
                desk(),
                &mail(vec![]),
                vec![],
                "n0nce".into(),
                labels(),
            )),
        ),
        (
            "desk-waiting",
            Box::new(DeskWaitingPage::new(
                desk(),
                &[waiting(Sender::Desk), waiting(Sender::Reporter)],
            )),
        ),
        (
            "desk-waiting-empty",
            Box::new(DeskWaitingPage::new(desk(), &[])),
        ),
        (
            "said-ask",
            Box::new(SaidPage::new(
                unlisted(Section::Search, "One more press"),
                usual().id,
                Reaction::HappenedToUs,
                Some("71c4e7".into()),
            )),
        ),
        (
            "said-thanks",
            Box::new(SaidPage::new(
                unlisted(Section::Search, "Thank you"),
                usual().id,
                Reaction::ChangedSomething,
                None,
            )),
        ),
    ];
    let rendered = pages
        .into_iter()
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()));
    rendered.chain(statuses()).collect()
}
