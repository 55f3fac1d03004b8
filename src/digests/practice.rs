//! Practice of the month: what to go through about one way to fail, each line with its evidence.

use crate::patterns::{Ask, Branch, Fact, MINIMUM, OccasionList, Remedy};
use crate::report::{Length, Slug, Span};
use crate::taxonomy::{self, ListId, Taxonomy};

use super::compile::Counted;
use super::terms::term;
use super::{Practice, PracticeLine, PracticePart, Term};

/// What is asked, in words, and how many lines of it; together they fit a poster.
const PARTS: [(Ask, &str, usize); 6] = [
    (Ask::Factors, "Is this so with us?", 3),
    (Ask::Gaps, "Would this hide it from us?", 2),
    (Ask::Detectors, "Who or what would tell us?", 2),
    (Ask::Eased, "Could we do this within minutes?", 3),
    (Ask::Vain, "Do we know that this does not help?", 2),
    (Ask::Held, "Could we change this? It held for others.", 2),
];

/// The checklist about a failure mode, out of every report so far that shows it. `None` where too
/// few say anything to go through.
pub(super) fn practice(counted: &Counted<'_>, mode: &Slug) -> Option<Practice> {
    let of = Fact::Code(ListId::FailureModes, mode.clone());
    let with = counted.all.having(&of);
    if with.len() < MINIMUM {
        return None;
    }
    let asks = PARTS.map(|(ask, ..)| ask);
    let sections = OccasionList::asked(&with, &asks);
    let parts = sections.into_iter().filter_map(|(ask, branches)| {
        let (_, question, most) = PARTS.iter().find(|(of, ..)| *of == ask)?;
        let lines = branches.iter().take(*most);
        let lines = lines.filter_map(|branch| line(counted.taxonomy, branch));
        Some(PracticePart {
            question: (*question).to_owned(),
            lines: lines.collect(),
        })
    });
    let parts: Vec<PracticePart> = parts.collect();
    (!parts.is_empty()).then(|| Practice {
        about: term(counted.taxonomy, ListId::FailureModes, mode),
        reports: u32::try_from(with.len()).unwrap_or(u32::MAX),
        parts,
    })
}

fn line(lists: &Taxonomy, branch: &Branch) -> Option<PracticeLine> {
    let (list, code) = match &branch.fact {
        Fact::Code(list, code) => (*list, code),
        Fact::Eased(code) | Fact::Had(code, _) => (ListId::Mitigations, code),
        Fact::Action(Remedy::Class(class), _) => (ListId::Remediations, class),
        _ => return None,
    };
    let definition = lists.term(list, code).map(taxonomy::Term::definition);
    let what: Term = term(lists, list, code);
    Some(PracticeLine {
        what,
        meaning: definition.unwrap_or_default().to_owned(),
        reports: branch.reports,
        evidence: branch.evidence.clone(),
    })
}

/// What it is called in an issue of this length.
pub fn practice_of(span: Span) -> &'static str {
    match span.length() {
        Length::Month => "Practice of the month",
        Length::Quarter => "Practice of the quarter",
        Length::Year | Length::FourQuarters => "Practice of the year",
    }
}
