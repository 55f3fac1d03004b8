//! "It is six months later, and it went wrong": a worksheet filled with what went wrong for others.

use askama::Template;

use crate::patterns::{Counts, MINIMUM, Tally, says_something};
use crate::portal::view::either;
use crate::portal::{Count, Labels, Layout, Phrase, Section};
use crate::report::Slug;
use crate::taxonomy::ListId;

/// Lines of one list.
const LINES: usize = 6;

/// A pre-mortem for a stack, or for any.
#[derive(Clone, Debug, Template)]
#[template(path = "public/pre_mortem.html")]
pub struct PreMortemPage {
    layout: Layout,
    typed: String,
    unknown: Vec<String>,
    names: Vec<String>,
    /// The stack in words: "NGINX or Redis"; empty for none.
    about: Phrase,
    /// Reports about the stack, at least.
    of_stack: u32,
    /// The stack has too few reports, and all of the registry's are counted instead.
    few: bool,
    reports: u32,
    /// Question, what it draws on, and what was there for others.
    lists: Vec<(&'static str, &'static str, Vec<Count>)>,
}

/// What a pre-mortem is for.
#[derive(Clone, Debug, Default)]
pub struct LookingAhead {
    /// Technologies as typed.
    pub typed: String,
    /// Those we know.
    pub stack: Vec<Slug>,
    /// What was typed and is no technology we know.
    pub unknown: Vec<String>,
    /// Counts over the reports about the stack.
    pub of_stack: Counts,
    /// Technologies offered while one is typed.
    pub names: Vec<String>,
}

impl PreMortemPage {
    /// The worksheet; `all` counts all reports, for a stack that has too few.
    pub fn new(layout: Layout, ahead: &LookingAhead, all: &Counts, labels: Labels) -> Self {
        let reports = ahead.of_stack.reports;
        let few = !ahead.stack.is_empty() && (reports as usize) < MINIMUM;
        let counts = if ahead.stack.is_empty() || few {
            all
        } else {
            &ahead.of_stack
        };
        let lines = |list: ListId, tally: &Tally| {
            let ranked = tally.enough().into_iter();
            ranked
                .filter(|line| says_something(list, &line.code))
                .take(LINES)
                .map(|line| Count::new(labels.term(list, &line.code), "", line.reports.into()))
                .collect::<Vec<_>>()
        };
        let mut lists = vec![
            (
                "How did it fail?",
                "How it failed for others. For each: how would it look with us?",
                lines(ListId::FailureModes, &counts.failure_modes),
            ),
            (
                "What set it off?",
                "What had changed just before, for others. Which of these are in our plan?",
                lines(ListId::Triggers, &counts.triggers),
            ),
            (
                "Why did we not see it sooner?",
                "What kept others from noticing. Which of these is so with us today?",
                lines(ListId::DetectionGaps, &counts.detection_gaps),
            ),
            (
                "What had made it possible?",
                "Conditions that were there before. Which do we live with?",
                lines(ListId::Factors, &counts.factors),
            ),
            (
                "What made it hard to put right?",
                "What stood in the way of others.",
                lines(ListId::ResponseDifficulties, &counts.difficulties),
            ),
        ];
        lists.retain(|(_, _, lines)| !lines.is_empty());
        Self {
            layout,
            typed: ahead.typed.clone(),
            unknown: ahead.unknown.clone(),
            names: ahead.names.clone(),
            about: either(&ahead.stack, labels),
            of_stack: reports,
            few,
            reports: counts.reports,
            lists,
        }
    }
}
