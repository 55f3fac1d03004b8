//! Short forms that the text introduces: "Marigold Stores Group (MSG)".

use rustc_hash::FxHashMap;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// ORG, PRODUCT: short forms that the text introduces for a name. Example: `Marigold Stores Group ({MSG}) called us`
const RULE: &str = "introduced-acronym";

/// Finds the acronym in brackets after a name of an organisation or product, and before one in
/// brackets, when its letters are the first letters of the name; then wherever it stands in capitals.
pub(super) fn find(doc: &mut Doc) {
    let mut met: FxHashMap<&str, Kind> = FxHashMap::default();
    let spans: Vec<(usize, usize, Kind)> = doc
        .found
        .iter()
        .filter(|f| matches!(f.kind, Kind::Org | Kind::Product) && f.end > f.start + 4)
        .map(|f| (f.start, f.end, f.kind))
        .collect();
    for (start, end, kind) in spans {
        let after = doc.token_from(end);
        let before = doc.token_from(start).wrapping_sub(1);
        let name = doc.slice(start, end);
        for (i, fits) in [
            (
                after,
                matches!(
                    doc.slice(end, doc.token(after).start),
                    " (" | ", " | " (\"" | " (“"
                ),
            ),
            (before, doc.gap_before(doc.token_from(start)) == " ("),
        ] {
            let word = doc.word(i);
            if fits && doc.token(i).shape == Shape::Upper && is_short_for(word, name) {
                met.insert(word, kind);
            }
        }
    }
    if met.is_empty() {
        return;
    }
    for i in doc.with(Looks::UPPER) {
        let token = doc.token(i);
        if token.shape == Shape::Upper
            && let Some(kind) = met.get(doc.word(i))
            && !doc.is_gone(token.start)
        {
            doc.take(token.start, token.end, *kind, RULE);
        }
    }
}

/// Whether the letters are the first letters of the name's words, small words counted or not.
fn is_short_for(short: &str, name: &str) -> bool {
    if !(2..=6).contains(&short.len()) {
        return false;
    }
    let words = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let (mut all, mut capitals) = (String::new(), String::new());
    for word in words {
        let first = word.chars().next().unwrap_or_default();
        all.extend(first.to_uppercase());
        if first.is_uppercase() {
            capitals.push(first);
        }
    }
    all.len() > 1
        && (all == short || capitals == short || capitals.starts_with(short) && short.len() > 2)
}
