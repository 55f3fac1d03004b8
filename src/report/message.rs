//! What the desk and a reporter write to each other, with the receipt as the only address.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checkpoint, Outcome, Report};

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sender {
    /// Whoever holds the receipt.
    Reporter,
    /// An analyst.
    Desk,
}

/// What sort of message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MessageKind {
    /// Words, and no more.
    Words,
    /// A question of the desk.
    Question,
    /// A changed version of a public report.
    Amendment,
    /// What became of the actions of a public report.
    FollowUp,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MessageState {
    /// The other side has yet to look at it.
    Open,
    /// It was answered or read.
    Done,
    /// What it proposes is public.
    Accepted,
    /// What it proposes will not be public.
    Declined,
}

macro_rules! words {
    ($type:ident: $($variant:ident = $id:literal),+ $(,)?) => {
        impl $type {
            /// The id in data.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// Reads the id.
            pub fn parse(id: &str) -> Option<Self> {
                [$(Self::$variant),+].into_iter().find(|known| known.as_str() == id)
            }
        }
    };
}

words!(Sender: Reporter = "reporter", Desk = "desk");
words!(MessageKind: Words = "words", Question = "question", Amendment = "amendment", FollowUp = "follow-up");
words!(MessageState: Open = "open", Done = "done", Accepted = "accepted", Declined = "declined");

impl Sender {
    /// The one who reads what this one writes.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Reporter => Self::Desk,
            Self::Desk => Self::Reporter,
        }
    }
}

impl MessageKind {
    /// Whether it would change the public report once accepted.
    pub fn proposes(self) -> bool {
        matches!(self, Self::Amendment | Self::FollowUp)
    }
}

/// What a message says. It is kept sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    rename_all = "kebab-case",
    bound(deserialize = "T: Deserialize<'de> + Default")
)]
pub enum Letter<T> {
    /// Words, and no more.
    Words(T),
    /// A question of the desk.
    Question(T),
    /// A changed version of a public report.
    Amendment(Box<Amendment<T>>),
    /// What became of the actions of a public report.
    FollowUp(Followed<T>),
}

/// A changed version of a public report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Amendment<T> {
    /// What changes and why, for readers.
    pub note: T,
    /// The report as it should read.
    pub report: Report<T>,
}

/// What became of the actions of a public report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Followed<T> {
    /// How long after publication.
    pub after: Checkpoint,
    /// The revision of the report whose actions are meant.
    pub revision: u32,
    /// Of which actions something is said.
    pub actions: Vec<FollowedAction<T>>,
}

/// What became of one action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowedAction<T> {
    /// Its place among the report's actions, from 0.
    pub number: usize,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, in a line; may be empty.
    pub why: T,
}

impl<T> Letter<T> {
    /// What sort of message it is.
    pub fn kind(&self) -> MessageKind {
        match self {
            Self::Words(_) => MessageKind::Words,
            Self::Question(_) => MessageKind::Question,
            Self::Amendment(_) => MessageKind::Amendment,
            Self::FollowUp(_) => MessageKind::FollowUp,
        }
    }

    /// The same message with each text turned into another kind, in reading order.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> Letter<U> {
        match self {
            Self::Words(text) => Letter::Words(f(text)),
            Self::Question(text) => Letter::Question(f(text)),
            Self::Amendment(amendment) => Letter::Amendment(Box::new(Amendment {
                note: f(amendment.note),
                report: amendment.report.map_text(f),
            })),
            Self::FollowUp(told) => Letter::FollowUp(Followed {
                after: told.after,
                revision: told.revision,
                actions: told
                    .actions
                    .into_iter()
                    .map(|action| FollowedAction {
                        number: action.number,
                        outcome: action.outcome,
                        why: f(action.why),
                    })
                    .collect(),
            }),
        }
    }

    /// Every text in reading order, the order of [`Letter::map_text`].
    pub fn texts(&self) -> Vec<&T> {
        match self {
            Self::Words(text) | Self::Question(text) => vec![text],
            Self::Amendment(amendment) => {
                let mut texts = vec![&amendment.note];
                texts.extend(amendment.report.texts());
                texts
            }
            Self::FollowUp(told) => told.actions.iter().map(|action| &action.why).collect(),
        }
    }
}

/// A change of a public report, and what brought it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change<T> {
    /// The revision it made.
    pub revision: u32,
    /// The month in which it was published.
    pub month: super::Period,
    /// What brought it.
    pub reason: ChangeReason<T>,
}

/// What brought a change of a public report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeReason<T> {
    /// The reporter amended it, and says why.
    Amended(T),
    /// The reporter told what became of the actions.
    FollowUp(Checkpoint),
}

impl<T> Change<T> {
    /// The same with its text turned into another kind.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> Change<U> {
        Change {
            revision: self.revision,
            month: self.month,
            reason: match self.reason {
                ChangeReason::Amended(note) => ChangeReason::Amended(f(note)),
                ChangeReason::FollowUp(after) => ChangeReason::FollowUp(after),
            },
        }
    }
}
