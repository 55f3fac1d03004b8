//! Questions for a design review, from what a failure mode is and from what was there when it
//! happened to others.

use super::Asked;
use crate::patterns::{Counts, Tally, can_be_done, says_something};
use crate::portal::{Labels, Said, Word};
use crate::taxonomy::ListId;

/// Questions about one list.
const EACH: usize = 2;

/// Questions with the reason for each; without counts only those that the definition asks. What
/// the page is about is told by words of the registry's own, or by a message.
pub(super) fn about(
    means: String,
    why: Said,
    counts: Option<&Counts>,
    labels: Labels,
) -> Vec<Asked> {
    let mut asked = vec![
        Asked {
            question: say!("ask-where"),
            means,
            why,
        },
        Asked {
            question: say!("ask-goes-on"),
            means: String::new(),
            why: Said::default(),
        },
    ];
    let Some(counts) = counts else {
        return asked;
    };
    let mut ask = |list: ListId, tally: &Tally, question: fn(Word<'_>) -> Said| {
        let said = tally.enough().into_iter();
        let said = said.filter(|line| says_something(list, &line.code));
        for line in said.take(EACH) {
            let term = labels.term(list, &line.code);
            asked.push(Asked {
                question: question(word!(term.label).within()),
                means: term.definition,
                why: say!("profile-at-least-report", reports = line.reports),
            });
        }
    };
    ask(ListId::Triggers, &counts.triggers, |term| {
        say!("ask-trigger", term = term)
    });
    ask(ListId::Factors, &counts.factors, |term| {
        say!("ask-factor", term = term)
    });
    ask(ListId::DetectionGaps, &counts.detection_gaps, |term| {
        say!("ask-gap", term = term)
    });
    let eased = counts.eased().into_iter();
    let eased = eased.filter(|line| can_be_done(ListId::Mitigations, &line.code));
    for line in eased.take(EACH) {
        let term = labels.term(ListId::Mitigations, &line.code);
        asked.push(Asked {
            question: say!("ask-eased", term = word!(term.label).within()),
            means: String::new(),
            why: say!("ask-it-helped", reports = line.reports),
        });
    }
    asked
}
