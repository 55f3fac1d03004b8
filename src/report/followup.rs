//! What became of a report's actions: asked at 30, 90 and 180 days.

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Action, ActionResult, ActionStatus, Period};

/// How long after publication the reporter is asked.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Checkpoint {
    /// After 30 days.
    #[serde(rename = "30-days")]
    Days30,
    /// After 90 days.
    #[serde(rename = "90-days")]
    Days90,
    /// After 180 days.
    #[serde(rename = "180-days")]
    Days180,
}

/// What became of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done; whether it holds is not known yet.
    Done,
    /// It was given up.
    Dropped,
    /// It was done, and it has not happened again.
    Held,
    /// It happened again all the same.
    Recurred,
    /// Something else took its place.
    Replaced,
}

/// What a reporter told of an action later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FollowUp<T> {
    /// How long after publication.
    pub after: Checkpoint,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, in a line; may be empty.
    pub why: T,
}

impl Checkpoint {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Days30, Self::Days90, Self::Days180];

    /// Days after publication.
    pub fn days(self) -> i64 {
        match self {
            Self::Days30 => 30,
            Self::Days90 => 90,
            Self::Days180 => 180,
        }
    }

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Days30 => "30-days",
            Self::Days90 => "90-days",
            Self::Days180 => "180-days",
        }
    }

    /// The first day on which it is asked of a report that was published in this month. No more
    /// than the month is known, so that it counts from the month's end.
    pub fn due(self, published: Period) -> Option<Date> {
        let (_, last) = published.months();
        let month = i8::try_from(last).ok()?;
        let end = Date::new(published.year(), month, 1).ok()?.last_of_month();
        end.checked_add(self.days().days()).ok()
    }
}

impl Outcome {
    /// All, in the order a form offers them.
    pub const ALL: [Self; 5] = [
        Self::Done,
        Self::Held,
        Self::Recurred,
        Self::Replaced,
        Self::Dropped,
    ];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Held => "held",
            Self::Recurred => "recurred",
            Self::Replaced => "replaced",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == id)
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Held => "done, and it held",
            Self::Recurred => "it happened again",
            Self::Replaced => "replaced by something else",
        }
    }
}

impl<T> Action<T> {
    /// Takes over what was told later. What was told at the same time before gives way.
    pub fn follow_up(&mut self, told: FollowUp<T>) {
        match told.outcome {
            Outcome::Done => self.status = Some(ActionStatus::Done),
            Outcome::Dropped => self.status = Some(ActionStatus::Dropped),
            Outcome::Replaced => self.status = Some(ActionStatus::Superseded),
            Outcome::Held | Outcome::Recurred => {
                if self.status != Some(ActionStatus::VerifiedInExercise) {
                    self.status = Some(ActionStatus::Done);
                }
                self.result = Some(if told.outcome == Outcome::Held {
                    ActionResult::Held
                } else {
                    ActionResult::Recurred
                });
            }
        }
        self.followups.retain(|known| known.after != told.after);
        self.followups.push(told);
        self.followups.sort_by_key(|known| known.after);
    }
}
