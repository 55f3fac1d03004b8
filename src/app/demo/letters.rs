//! What goes on around the demo's reports: words both ways, what became of actions, what readers
//! say. All of it goes through the use cases that people go through.

use std::collections::BTreeMap;

use super::{DemoError, SampleError};
use crate::anonymise::{RawText, Wishes};
use crate::app::App;
use crate::auth::Nonce;
use crate::intake::{MailError, Receipted};
use crate::report::{
    AccountId, Checkpoint, Followed, FollowedAction, Letter, Outcome, Reaction, ReportId,
};

/// Its reporter has written, readers have said something, and it is time to tell what became of it.
const LIVELY: &str = "46-pool-keeps-dead-connections-after-failover.md";
/// Its reporter has told what became of it, and an analyst has yet to accept that.
const FOLLOWED: &str = "57-maintenance-page-lifted-all-at-once.md";
/// How many said what of the lively one.
const SAID: [(Reaction, u32); 2] = [
    (Reaction::HappenedToUs, 12),
    (Reaction::ChangedSomething, 4),
];

/// A receipt to look behind.
pub struct Held {
    /// What it opens.
    pub what: &'static str,
    /// The receipt.
    pub receipt: String,
    /// The report.
    pub report: ReportId,
}

/// Writes the letters. `kept` are the samples by their files, `waiting` is the one of those at the
/// desk whose reporter is asked something.
pub(super) fn fill(
    app: &App,
    analyst: AccountId,
    kept: &BTreeMap<String, Receipted>,
    waiting: &str,
) -> Result<Vec<Held>, DemoError> {
    let find = |file: &str| -> Result<&Receipted, DemoError> {
        let known = kept.get(file);
        Ok(known.ok_or_else(|| SampleError::Missing(file.to_owned()))?)
    };
    let (lively, followed, waiting) = (find(LIVELY)?, find(FOLLOWED)?, find(waiting)?);
    let ask = |of: &Receipted, text: &str| -> Result<(), MailError> {
        let letter = Letter::Question(RawText::new(text));
        app.review
            .write(of.id, analyst, letter, &Nonce::random(), u32::MAX)
    };
    let say = |of: &Receipted, letter| -> Result<(), MailError> {
        let (wishes, nonce) = (Wishes::default(), Nonce::random());
        app.intake.write(&of.receipt, letter, &wishes, &nonce)
    };
    ask(lively, "What told you first that something was wrong?")?;
    let answer = "Customers rang before any alarm did. Our own check asked the pool and not the database behind it.";
    say(lively, Letter::Words(RawText::new(answer)))?;
    let thanks =
        "Thank you. Others asked the same; your answer will help when we write the next digest.";
    let thanks = Letter::Words(RawText::new(thanks));
    app.review
        .write(lively.id, analyst, thanks, &Nonce::random(), u32::MAX)?;
    for (reaction, times) in SAID {
        for _ in 0..times {
            app.intake.react(lively.id, reaction)?;
        }
    }
    let told = |number, outcome, why: &str| FollowedAction {
        number,
        outcome,
        why: RawText::new(why),
    };
    let held = "Two busy mornings since, and the page came down in steps both times.";
    let letter = Letter::FollowUp(Followed {
        after: Checkpoint::Days30,
        revision: 0,
        actions: vec![
            told(0, Outcome::Held, held),
            told(
                1,
                Outcome::Dropped,
                "Nobody had the time; the first was enough.",
            ),
        ],
    });
    say(followed, letter)?;
    ask(waiting, "What made sense about it at the time?")?;
    let held = |what, of: &Receipted| Held {
        what,
        receipt: of.receipt.text().to_string(),
        report: of.id,
    };
    Ok(vec![
        held(
            "a public report: letters, what readers said, and what became of it is asked for",
            lively,
        ),
        held(
            "a report that waits, and a question to its reporter",
            waiting,
        ),
    ])
}
