//! The part that a technology seems to have played, from the words around its name.

use crate::report::TechnologyRole;
use crate::taxonomy::Technology;

/// Beginnings of words that tell of failing.
const FAILING: &[&str] = &[
    "corrupt",
    "crash",
    "deadlock",
    "demot",
    "died",
    "down",
    "error",
    "exhaust",
    "expired",
    "fail",
    "full",
    "hung",
    "lag",
    "leak",
    "lost",
    "misconfig",
    "oom",
    "out of",
    "overload",
    "partition",
    "refus",
    "restarted",
    "saturat",
    "slow",
    "split",
    "stuck",
    "throttl",
    "timed out",
    "timeout",
    "unavailable",
    "unreachable",
    "upgrade",
];

/// Beginnings of words that tell of leaning on something.
const LEANING: &[&str] = &[
    "backed by",
    "behind",
    "calls",
    "connect to",
    "connects to",
    "depend",
    "reads from",
    "relies",
    "rely",
    "upstream",
    "writes to",
];

/// Beginnings of words that tell of responding.
const RESPONDING: &[&str] = &[
    "alert from",
    "bridge",
    "channel",
    "checked",
    "checks",
    "dashboard",
    "graph",
    "looked at",
    "looking at",
    "noticed in",
    "paged",
    "pages",
    "posted",
    "query in",
    "saw in",
    "searched",
    "showed",
    "shows",
    "thread",
];

/// Categories whose technologies are mostly used to respond.
const RESPONSE_CATEGORIES: &[&str] = &[
    "collaboration",
    "developer-tool",
    "incident-response",
    "observability",
];

/// Votes of all places for each role.
#[derive(Default)]
pub(super) struct Votes {
    failed: u32,
    leaned: u32,
    responded: u32,
}

impl Votes {
    /// Counts one place by what stands around it, in lower case.
    pub(super) fn count(&mut self, around: &str, weight: u32) {
        let any = |words: &[&str]| {
            words.iter().any(|word| {
                around
                    .match_indices(word)
                    .any(|(at, _)| starts_word(around, at))
            })
        };
        self.failed += weight * u32::from(any(FAILING));
        self.leaned += weight * u32::from(any(LEANING));
        self.responded += weight * u32::from(any(RESPONDING));
    }

    /// The role with most votes, if one speaks at all.
    pub(super) fn role(&self, technology: Option<&Technology>) -> Option<TechnologyRole> {
        let tool = technology.is_some_and(|t| RESPONSE_CATEGORIES.contains(&t.category().as_str()));
        let failed = if tool { self.failed / 2 } else { self.failed };
        let responded = self.responded + u32::from(tool);
        if failed == 0 && self.leaned == 0 && responded == 0 {
            None
        } else if failed >= self.leaned && failed >= responded {
            Some(TechnologyRole::FailedComponent)
        } else if responded > self.leaned {
            Some(TechnologyRole::ResponseTool)
        } else {
            Some(TechnologyRole::Dependency)
        }
    }
}

fn starts_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    !before.is_some_and(char::is_alphanumeric)
}
