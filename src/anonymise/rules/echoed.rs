//! The same identifier wherever it stands, once a rule has found it somewhere.

use rustc_hash::FxHashMap;

use super::linked::RULE;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::looks::Looks;
use crate::anonymise::table::hash;

/// Finds again, letter by letter, the machines, identifiers and services with a digit in their name
/// that were found where the words beside them gave them away.
pub(super) fn find(doc: &mut Doc) {
    let mut met: FxHashMap<u64, Vec<(&str, Kind)>> = FxHashMap::default();
    for found in &doc.found {
        let text = doc.slice(found.start, found.end);
        if matches!(found.kind, Kind::Host | Kind::Id | Kind::Product) && is_made(text) {
            let first = doc.folded(doc.token_from(found.start));
            let known = met.entry(hash(first)).or_default();
            if !known.iter().any(|(known, _)| *known == text) {
                known.push((text, found.kind));
            }
        }
    }
    if met.is_empty() {
        return;
    }
    for i in doc.with(Looks::NOT_LOWER.or(Looks::TIED).or(Looks::DIGITS)) {
        let token = doc.token(i);
        let Some(known) = met.get(&token.hash).filter(|_| doc.token_free(i)) else {
            continue;
        };
        let here = known.iter().find(|(text, _)| {
            doc.ahead(token.start, text.len()) == *text
                && !doc.byte(token.start + text.len()).is_ascii_alphanumeric()
                && !matches!(doc.byte_before(token.start), b'-' | b'_')
        });
        if let Some((text, kind)) = here.copied() {
            doc.claim(token.start, token.start + text.len(), kind, RULE);
        }
    }
}

/// Whether nothing but this thing is called so: one word, with letters and digits.
fn is_made(text: &str) -> bool {
    let has = |is: fn(&u8) -> bool| text.bytes().any(|b| is(&b));
    (4..=48).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && !has(u8::is_ascii_whitespace)
}
