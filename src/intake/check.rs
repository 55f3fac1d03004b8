//! Whether a report can be taken: enough to learn from, not too much, and only known codes.

use std::fmt;

use jiff::ToSpan;

use super::Intake;
use crate::report::{Period, Report};
use crate::taxonomy::{Taxonomy, UnknownCode};

/// Bytes of one text.
pub const MAX_TEXT: usize = 256 * 1024;
/// Bytes of all texts together.
pub const MAX_TOTAL: usize = 512 * 1024;
/// Entries of one list.
pub const MAX_LIST: usize = 400;
/// Levels of the factor tree.
const MAX_DEPTH: usize = 12;

/// Why a report cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// There is no title.
    NoTitle,
    /// Neither summary, account, impact nor timeline says what happened.
    NothingHappened,
    /// A report in short has no synopsis, which is all that it tells.
    NoSynopsis,
    /// More text than a report may have.
    TooLong,
    /// A list has too many entries, or the factors are nested too deep.
    TooMany,
    /// It is said to have happened in a time that has not begun.
    NotYet,
    /// A code that is in no list.
    UnknownCode(UnknownCode),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTitle => f.write_str("Give the report a title."),
            Self::NothingHappened => {
                f.write_str("Say what happened: in the summary, an account or the timeline.")
            }
            Self::NoSynopsis => {
                f.write_str("Say in a sentence or two what happened: it is public in short.")
            }
            Self::TooLong => f.write_str(
                "The report is too long. Shorten logs and quotations to 512 KiB in all.",
            ),
            Self::TooMany => write!(
                f,
                "A list has more than {MAX_LIST} entries, or factors are nested too deep."
            ),
            Self::NotYet => f.write_str(
                "It cannot have happened in a month that has not begun. Say when it did: a year, a quarter or a month.",
            ),
            Self::UnknownCode(UnknownCode {
                list: Some(list),
                code,
            }) => {
                write!(
                    f,
                    "The list of {} has no code {code}.",
                    list.as_str().replace('-', " ")
                )
            }
            Self::UnknownCode(UnknownCode { list: None, code }) => {
                write!(f, "There is no technology with the code {code}.")
            }
        }
    }
}

impl Intake {
    /// Everything that keeps a report from being taken now. One that is `short` need not say what
    /// happened at length.
    pub(super) fn flaws_of<T: AsText>(&self, report: &Report<T>, short: bool) -> Vec<Flaw> {
        let now = self.clock.now();
        // Where the day begins first, it is fourteen hours later than in UTC.
        let latest = Period::month_of(now.checked_add(14.hours()).unwrap_or(now));
        let mut flaws = flaws_of(report);
        if short {
            flaws.retain(|flaw| *flaw != Flaw::NothingHappened);
            if report.synopsis.is_blank() {
                flaws.push(Flaw::NoSynopsis);
            }
        }
        if report.period.is_some_and(|said| latest.is_before(said)) {
            flaws.push(Flaw::NotYet);
        }
        flaws
    }
}

/// Whether a report says what happened at more length than a synopsis does. One that is public in
/// full always does, so that this tells it from one in short.
pub(super) fn tells<T: AsText>(report: &Report<T>) -> bool {
    let told = |text: &T| !text.is_blank();
    told(&report.summary)
        || told(&report.impact.text)
        || report.narratives.iter().any(|one| told(&one.text))
        || report.timeline.iter().any(|event| told(&event.text))
}

/// Everything that keeps a report from being taken, whenever that is.
pub fn flaws_of<T: AsText>(report: &Report<T>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if report.title.is_blank() {
        flaws.push(Flaw::NoTitle);
    }
    if !tells(report) {
        flaws.push(Flaw::NothingHappened);
    }
    let lengths: Vec<usize> = report.texts().into_iter().map(T::bytes).collect();
    if lengths.iter().any(|bytes| *bytes > MAX_TEXT) || lengths.iter().sum::<usize>() > MAX_TOTAL {
        flaws.push(Flaw::TooLong);
    }
    if lists(report).into_iter().any(|length| length > MAX_LIST)
        || depth(&report.factors) > MAX_DEPTH
    {
        flaws.push(Flaw::TooMany);
    }
    flaws.extend(
        Taxonomy::builtin()
            .check(report)
            .into_iter()
            .map(Flaw::UnknownCode),
    );
    flaws
}

/// What the checks need to know of a text.
pub trait AsText {
    /// Whether there is nothing but white space.
    fn is_blank(&self) -> bool;
    /// Its length.
    fn bytes(&self) -> usize;
}

impl AsText for crate::anonymise::RawText {
    fn is_blank(&self) -> bool {
        self.is_blank()
    }

    fn bytes(&self) -> usize {
        self.expose().len()
    }
}

impl AsText for crate::anonymise::RedactedText {
    fn is_blank(&self) -> bool {
        self.is_blank()
    }

    fn bytes(&self) -> usize {
        self.as_str().len()
    }
}

fn lists<T>(report: &Report<T>) -> [usize; 19] {
    [
        report.narratives.len(),
        report.timeline.len(),
        report.factors.len(),
        report.mitigations.len(),
        report.helped.len(),
        report.luck.len(),
        report.actions.len(),
        report.lessons.len(),
        report.technologies.len(),
        report.events.len(),
        report.phases.len(),
        report.triggers.len(),
        report.failure_modes.len(),
        report.human_factors.len(),
        report.automation.len(),
        report.difficulties.len(),
        report.helped_codes.len(),
        report.impact.who.len() + report.impact.kinds.len(),
        report.detection.detectors.len() + report.detection.gaps.len(),
    ]
}

fn depth<T>(factors: &[crate::report::Factor<T>]) -> usize {
    factors
        .iter()
        .map(|factor| 1 + depth(&factor.children))
        .max()
        .unwrap_or(0)
}
