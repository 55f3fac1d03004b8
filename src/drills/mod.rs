//! Tabletop exercises out of published reports: a briefing, what happens bit by bit with questions at
//! each, then the rest of the story.
//!
//! Pure. Injects tell the report's own timeline up to where something helped; the rest is kept for
//! the end. The form follows NIST SP 800-84, section 4 (tabletop exercises: briefing, facilitated
//! discussion of injects, debriefing); the questions are of the critical decision method's sort
//! (Crandall, Klein and Hoffman 2006): what is known, what is sought, what could be done.

mod ask;
mod story;
#[cfg(test)]
mod tests;

use crate::patterns::technologies;
use crate::report::{PublicReport, ReportId, Slug};

pub use ask::Question;

/// Minutes for reading the briefing and settling who plays which part.
const BRIEFING: u32 = 5;
/// Minutes for the rest of the story and what the group takes from it.
const DEBRIEFING: u32 = 15;
/// Minutes that a group needs for one question.
const A_QUESTION: u32 = 3;

/// Something that happens, as the report tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening<T> {
    /// Minutes from the first event; `None` where only the order is known.
    pub offset_minutes: Option<i64>,
    /// What happens.
    pub text: T,
}

/// What a group is told at once, and what it is asked then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inject<T> {
    /// What happens, in order; at least one.
    pub happenings: Vec<Happening<T>>,
    /// What to talk about; at least two.
    pub questions: Vec<Question>,
}

/// A report as an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drill<T> {
    /// The report it is made of.
    pub report: ReportId,
    /// Told bit by bit; three to six.
    pub injects: Vec<Inject<T>>,
    /// What happened then; at least one.
    pub rest: Vec<Happening<T>>,
}

/// A drill in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrillCard {
    /// The report it is made of.
    pub report: ReportId,
    /// Technologies that took part.
    pub technologies: Vec<Slug>,
    /// In which sector, if that is known.
    pub sector: Option<Slug>,
    /// How many injects.
    pub steps: usize,
    /// How long it takes, about.
    pub minutes: u32,
}

impl<T: AsRef<str> + Clone> Drill<T> {
    /// The drill of a report; `None` where its timeline is too short to be told bit by bit.
    pub fn of(public: &PublicReport<T>) -> Option<Self> {
        let story = story::tell(&public.report)?;
        Some(Self {
            report: public.id,
            injects: ask::injects(story.before),
            rest: story.rest,
        })
    }

    /// How long it takes, about: minutes, to the next five.
    pub fn minutes(&self) -> u32 {
        let asked: usize = self.injects.iter().map(|i| i.questions.len()).sum();
        let asked = u32::try_from(asked).unwrap_or(u32::MAX / A_QUESTION);
        (BRIEFING + asked.saturating_mul(A_QUESTION) + DEBRIEFING).next_multiple_of(5)
    }

    /// Minutes to plan for one inject.
    pub fn minutes_of(inject: &Inject<T>) -> u32 {
        u32::try_from(inject.questions.len()).unwrap_or(1) * A_QUESTION
    }
}

impl DrillCard {
    /// The card of a report's drill; `None` where it has none.
    pub fn of<T: AsRef<str> + Clone>(public: &PublicReport<T>) -> Option<Self> {
        let drill = Drill::of(public)?;
        let mut part: Vec<Slug> = technologies(&public.report).cloned().collect();
        part.sort_unstable();
        part.dedup();
        Some(Self {
            report: public.id,
            technologies: part,
            sector: public.report.context.sector.known().cloned(),
            steps: drill.injects.len(),
            minutes: drill.minutes(),
        })
    }
}
