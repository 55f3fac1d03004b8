//! What an issue finds in its reports: a theme, what is new, a practice, and the alerts beside them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{AlertId, ReportId};

use super::{Term, Trend};

/// What an issue is about most: a failure mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Theme {
    /// The failure mode.
    pub mode: Term,
    /// What it means.
    pub meaning: String,
    /// Reports published in the period that show it.
    pub reports: u32,
    /// Whether it makes up more of the reports than before.
    pub trend: Trend,
    /// The technologies reported with it, at most three.
    pub technologies: Vec<Term>,
    /// What contributed most in these reports, at most three.
    pub factors: Vec<Term>,
    /// What worked or helped in part, at most three.
    pub eased: Vec<Term>,
}

/// What is new in an issue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct News {
    /// Failure modes that make up more of the reports than before.
    pub grown: Vec<SeenLine>,
    /// Failure modes that no earlier report shows.
    pub modes: Vec<SeenLine>,
    /// Technologies that took part in no earlier report.
    pub technologies: Vec<SeenLine>,
    /// Changes that held, as reports of the period and follow-ups in it say.
    pub held: Vec<HeldLine>,
}

/// Something seen in reports of the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SeenLine {
    /// What.
    pub what: Term,
    /// Reports published in the period that have it.
    pub reports: u32,
}

/// A class of change that held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HeldLine {
    /// What.
    pub what: Term,
    /// Reports in which it held, or the next time hurt less.
    pub held: u32,
    /// Reports in which it did not.
    pub did_not_hold: u32,
}

/// What to go through about one failure mode, out of every report so far that shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Practice {
    /// The failure mode.
    pub about: Term,
    /// Reports it is drawn from.
    pub reports: u32,
    /// Questions, each with what to go through.
    pub parts: Vec<PracticePart>,
}

/// One question of a practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PracticePart {
    /// The question.
    pub question: String,
    /// What to go through, the most reported first.
    pub lines: Vec<PracticeLine>,
}

/// One thing to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PracticeLine {
    /// What.
    pub what: Term,
    /// What it means.
    pub meaning: String,
    /// Reports that say so.
    pub reports: u32,
    /// Some of them to read.
    pub evidence: Vec<ReportId>,
}

/// An alert in an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AlertLine<T> {
    /// Which.
    pub id: AlertId,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: T,
}
