//! What a reporter or an analyst writes to the other, and what became of actions.

use super::Fields;
use crate::anonymise::{RawText, Wishes};
use crate::report::{Checkpoint, Followed, FollowedAction, Letter, Outcome};

/// A report has no more actions than this.
const MOST_ACTIONS: usize = 400;

/// A message being written. It travels in the form until it is sent.
#[derive(Clone, Debug, Default)]
pub struct LetterForm {
    /// The reporter's receipt; empty at the desk.
    pub receipt: RawText,
    /// Which part of a split report is meant, by its id; empty for the report that was sent.
    pub part: String,
    /// The number of the last message that stood on the page.
    pub seen: u32,
    /// Lets the same form be sent once only.
    pub nonce: String,
    /// The words.
    pub text: RawText,
    /// Names to hide, one a line.
    pub declared: RawText,
    /// Words that stay, one a line.
    pub kept: RawText,
    /// The words are a question that waits for an answer.
    pub asks: bool,
    /// What became of actions, in place of words.
    pub told: Option<Followed<RawText>>,
}

impl LetterForm {
    /// An empty one for the holder of this receipt.
    pub fn blank(receipt: RawText, nonce: String) -> Self {
        Self {
            receipt,
            nonce,
            ..Self::default()
        }
    }

    /// Reads `receipt`, `part`, `seen`, `nonce`, `text` (or else `ready`), `asks`, `declared`, `kept`, and of a
    /// follow-up `after`, `revision`, `outcome-0`, `why-0` and so on.
    pub fn parse(fields: &Fields) -> Self {
        let words = ["text", "ready"]
            .into_iter()
            .map(|name| fields.text(name))
            .find(|text| !text.is_blank());
        let after = Checkpoint::ALL
            .into_iter()
            .find(|after| after.as_str() == fields.first("after"));
        Self {
            receipt: fields.text("receipt"),
            part: fields.first("part").to_owned(),
            seen: fields.first("seen").parse().unwrap_or_default(),
            nonce: fields.first("nonce").to_owned(),
            text: words.unwrap_or_default(),
            declared: fields.text("declared"),
            kept: fields.text("kept"),
            asks: fields.first("asks") == "yes",
            told: after.map(|after| Followed {
                after,
                revision: fields.first("revision").parse().unwrap_or_default(),
                actions: actions(fields),
            }),
        }
    }

    /// The letter.
    pub fn letter(&self) -> Letter<RawText> {
        match &self.told {
            Some(told) => Letter::FollowUp(told.clone()),
            None if self.asks => Letter::Question(self.text.clone()),
            None => Letter::Words(self.text.clone()),
        }
    }

    /// The writer's say over what goes and what stays.
    pub fn wishes(&self) -> Wishes {
        Wishes {
            remove: lines(&self.declared),
            keep: lines(&self.kept),
            ..Wishes::default()
        }
    }
}

fn lines(text: &RawText) -> Vec<RawText> {
    let lines = text.expose().lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(RawText::new)
        .collect()
}

/// Those of which something is said.
fn actions(fields: &Fields) -> Vec<FollowedAction<RawText>> {
    (0..MOST_ACTIONS)
        .filter_map(|number| {
            let outcome = Outcome::parse(fields.first(&format!("outcome-{number}")))?;
            Some(FollowedAction {
                number,
                outcome,
                why: RawText::new(fields.first(&format!("why-{number}")).trim()),
            })
        })
        .collect()
}
