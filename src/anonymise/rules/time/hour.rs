//! Hours said in words and with nothing else: `at three`, `before nine`, `till ten`.

use super::super::numbers::below_twenty;
use super::spoken::{clock, is_counted, past};
use super::words::ends_clause;
use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::Facts;

/// The word before token `i` that a time follows, apart from `about` and the like between them.
pub(super) fn cue<'a>(doc: &Doc<'a>, i: usize) -> Option<(usize, &'a str)> {
    let mut at = i.checked_sub(1)?;
    for _ in 0..3 {
        let word = doc.folded(at);
        if !matches!(doc.gap(at), " " | ", ") {
            return None;
        }
        if doc.token(at).is(Facts::WEEKDAY) {
            return Some((at, "at"));
        }
        match word {
            "about" | "around" | "towards" | "nearly" if doc.token(at).opens => {
                return Some((at, "towards"));
            }
            "at" | "by" | "since" | "until" | "till" | "towards" | "before" | "after" | "from"
            | "between" | "past" | "gone" | "was" | "is" => return Some((at, word)),
            "about" | "around" | "nearly" | "almost" | "roughly" | "exactly" | "say" | "just"
            | "uh" | "er" | "eh" | "um" | "like" | "maybe" | "half" | "a" | "quarter" => {
                at = at.checked_sub(1)?;
            }
            _ => return None,
        }
    }
    None
}

/// `at three`, `before nine`, `till ten`: an hour and nothing else.
pub(super) fn bare(doc: &Doc, i: usize) -> Option<usize> {
    let hour = below_twenty(doc.folded(i)).filter(|n| *n <= 12)?;
    let (at, word) = cue(doc, i)?;
    let before = doc.folded(at.wrapping_sub(1));
    let ends = ends_clause(doc, i) && doc.gap(i) != "-";
    let said = match word {
        "at" => ends && !is_level(doc, at),
        "until" | "till" => {
            ends || doc.gap(i) == " "
                && !is_counted(doc, i + 1)
                && hour > 2
                && doc.token(i + 1).is(Facts::COMMON)
        }
        "towards" => ends,
        "since" | "before" => ends && hour > 2,
        "by" => ends && hour > 2 && !changes(doc, at),
        "after" | "past" | "gone" => {
            ends && matches!(
                before,
                "shortly" | "just" | "bit" | "soon" | "little" | "well" | "right" | "long"
            )
        }
        "from" => {
            matches!(doc.folded(i + 1), "till" | "until")
                || doc.folded(i + 1) == "to"
                    && (past(doc, i + 2).is_some() || clock(doc, i + 2).is_some())
        }
        _ => false,
    };
    said.then_some(i)
}

/// Whether what stands before `at` is measured: `stuck at three`, `it is at eleven`.
pub(super) fn is_level(doc: &Doc, at: usize) -> bool {
    doc.gap_before(at) == " "
        && matches!(
            doc.folded(at.wrapping_sub(1)),
            "stuck"
                | "set"
                | "capped"
                | "limited"
                | "fixed"
                | "pinned"
                | "stay"
                | "stays"
                | "stayed"
                | "stood"
                | "stand"
                | "stands"
                | "is"
                | "s"
                | "was"
                | "are"
                | "were"
                | "peaked"
                | "sat"
                | "sits"
                | "hovered"
                | "held"
                | "kept"
                | "remained"
                | "remains"
                | "look"
                | "looks"
                | "looking"
                | "looked"
                | "priced"
                | "valued"
                | "aimed"
                | "rated"
                | "estimated"
                | "maxed"
                | "topped"
                | "level"
                | "measured"
                | "scored"
                | "running"
                | "ran"
                | "plateaued"
                | "arrived"
                | "temperature"
                | "load"
                | "usage"
                | "not"
                | "counted"
                | "configured"
                | "bounded"
                | "averaged"
                | "levelled"
                | "settled"
                | "steady"
                | "high"
                | "low"
                | "now"
                | "still"
                | "begins"
                | "retries"
                | "cpu"
        )
}

/// Whether what stands before `by` changes by so many: `off by three`, `divided by ten`.
fn changes(doc: &Doc, at: usize) -> bool {
    let before = doc.folded(at.wrapping_sub(1));
    doc.gap_before(at) == " "
        && (before.ends_with("ed")
            || before.ends_with("er")
            || before.ends_with("ing")
            || below_twenty(before).is_some()
            || matches!(
                before,
                "off"
                    | "up"
                    | "down"
                    | "wrong"
                    | "short"
                    | "long"
                    | "late"
                    | "more"
                    | "less"
                    | "factor"
                    | "grew"
                    | "rose"
                    | "fell"
                    | "cut"
                    | "dropped"
                    | "multiply"
                    | "divide"
                    | "group"
                    | "order"
                    | "go"
                    | "went"
                    | "increase"
                    | "decrease"
                    | "rise"
                    | "fall"
                    | "outnumbered"
                    | "it"
                    | "them"
                    | "grown"
                    | "shift"
            ))
}
