//! Questions for a design review, from what a failure mode is and from what was there when it
//! happened to others.

use crate::patterns::{Counts, Tally, can_be_done, says_something};
use crate::portal::Labels;
use crate::taxonomy::ListId;

/// Questions about one list.
const EACH: usize = 2;

/// Questions with the reason for each; without counts only those that the definition asks.
pub(super) fn about(means: &str, counts: Option<&Counts>, labels: Labels) -> Vec<(String, String)> {
    let mut asked = vec![
        (
            "Where in our system could this happen, and who would feel it first?".to_owned(),
            means.to_owned(),
        ),
        (
            "Once it has begun: does it end by itself, or does something keep it going?".to_owned(),
            String::new(),
        ),
    ];
    let Some(counts) = counts else {
        return asked;
    };
    let mut ask = |list: ListId, tally: &Tally, question: fn(&str) -> String| {
        let said = tally.enough().into_iter();
        let said = said.filter(|line| says_something(list, &line.code));
        for line in said.take(EACH) {
            let term = labels.term(list, &line.code);
            let why = format!("{} {}", term.definition, at_least(line.reports));
            asked.push((question(&term.within()), why));
        }
    };
    ask(ListId::Triggers, &counts.triggers, |term| {
        format!("What happens here on the day of this: {term}?")
    });
    ask(ListId::Factors, &counts.factors, |term| {
        format!("Is this so with us: {term}?")
    });
    ask(ListId::DetectionGaps, &counts.detection_gaps, |term| {
        format!("Would this hide it from us: {term}?")
    });
    let eased = counts.eased().into_iter();
    let eased = eased.filter(|line| can_be_done(ListId::Mitigations, &line.code));
    for line in eased.take(EACH) {
        let term = labels.term(ListId::Mitigations, &line.code);
        asked.push((
            format!(
                "Could we do this within minutes, and has anybody tried: {}?",
                term.within()
            ),
            format!("It helped others. {}", at_least(line.reports)),
        ));
    }
    asked
}

fn at_least(reports: u32) -> String {
    format!("At least {reports} reports.")
}
