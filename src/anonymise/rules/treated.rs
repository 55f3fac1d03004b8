//! Small words that no list knows, by how the text treats them: "skyhook builds the fence", "at
//! redgrid", "our courier (redsleigh)".

use rustc_hash::FxHashMap;

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon};
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::token::{Shape, Token};

/// PRODUCT, ORG: a small word that no list knows and the text treats as a name. Example: `our courier ({zorbsleigh}) was late`
const RULE: &str = "treated-as-name";

/// How much a word must have of a name before it is one; more if a dictionary has it.
const NEED: i32 = 2;
const NEED_OF_WORD: i32 = 3;

/// What is known of a word from all its mentions.
#[derive(Default)]
struct Said {
    weight: i32,
    need: i32,
    organisation: bool,
}

/// Finds small words that neither a dictionary nor computing knows where the text treats them as names:
/// no article before them, they act, things come from them, they stand in parentheses behind what they
/// are. Leaves words with an article, plurals, and what is written like code.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    if doc.language != Language::English {
        return;
    }
    let mut said: FxHashMap<u64, Said> = FxHashMap::default();
    for i in doc.with(Looks::UNCOMMON) {
        let token = doc.token(i);
        if is_strange(doc, i, token) {
            let entry = said.entry(token.hash).or_default();
            let (weight, organisation) = weigh(doc, i);
            // What a dictionary has must be told once, however often it acts.
            if !token.is(Facts::RARE) || weight >= NEED_OF_WORD || entry.weight >= NEED_OF_WORD {
                entry.weight += weight;
            }
            entry.need = if token.is(Facts::RARE) {
                NEED_OF_WORD
            } else {
                NEED
            };
            entry.organisation |= organisation;
        }
    }
    said.retain(|_, entry| entry.weight >= entry.need);
    if said.is_empty() {
        return;
    }
    for i in doc.with(Looks::UNCOMMON) {
        let token = doc.token(i);
        if !is_strange(doc, i, token) {
            continue;
        }
        if let Some(entry) = said.get(&token.hash) {
            let kind = if entry.organisation {
                Kind::Org
            } else {
                Kind::Product
            };
            // Looked at last: it takes many looks into the lists.
            if !token.is(Facts::RARE) && is_derived(doc.word(i)) {
                continue;
            }
            if doc.claim(token.start, token.end, kind, RULE) {
                names.add_own(doc.word(i), kind);
            }
        }
    }
}

/// A word of small letters that no list knows, by itself.
fn is_strange(doc: &Doc, i: usize, token: Token) -> bool {
    let name = Facts::NAME
        .or(Facts::PLACE)
        .or(Facts::RARE)
        .or(Facts::CODE_NAME);
    token.shape == Shape::Lower
        && (5..=18).contains(&token.len())
        && token.facts.without(name) == Facts::NONE
        && !doc.glued(i)
        && doc.token_free(i)
        && doc.word(i).bytes().all(|b| b.is_ascii_lowercase())
        && !matches!(doc.byte(token.end), b'(' | b'=' | b'\'' | b'/')
}

/// A known word with an ending or a beginning: `unmuting`, `reingested`, `sharders`.
fn is_derived(word: &str) -> bool {
    const ENDS: [&str; 16] = [
        "s", "r", "er", "ers", "ings", "able", "ability", "ly", "less", "ness", "y", "ish", "ised",
        "ized", "ising", "izing",
    ];
    const HEADS: [&str; 14] = [
        "no", "non", "un", "re", "pre", "de", "sub", "multi", "auto", "mis", "over", "under",
        "anti", "inter",
    ];
    let known = |part: &str| {
        part.len() >= 3
            && Lexicon::shipped()
                .facts(part)
                .any(Facts::ENGLISH.or(Facts::COMPUTING))
    };
    ENDS.iter()
        .filter_map(|end| word.strip_suffix(end))
        .any(known)
        || HEADS
            .iter()
            .filter_map(|head| word.strip_prefix(head))
            .any(known)
        || word.ends_with('s') && !word.ends_with("ss") && known(word.trim_end_matches('s'))
}

/// How much one mention has of a name, and whether of an organisation's.
fn weigh(doc: &Doc, i: usize) -> (i32, bool) {
    let (before, next) = (doc.before(i), doc.token(i + 1));
    let (gap_before, gap) = (doc.gap_before(i), doc.gap(i));
    let previous = doc.folded(i.wrapping_sub(1));
    let spaced = gap_before == " ";
    let system = Facts::SYSTEM;
    let plain = matches!(
        previous,
        "parent" | "brand" | "account" | "accounts" | "company" | "school"
    );
    let owner = |t: Token| t.is(Facts::ORG_BEFORE) && t.shape == Shape::Lower && !plain;
    let bracketed = gap_before == " (" && doc.byte(doc.token(i).end) == b')';
    let aside = gap_before == ", " && gap.starts_with(", ");
    if (bracketed || aside) && (owner(before) || before.is(system)) && before.shape == Shape::Lower
    {
        return (3, owner(before));
    }
    // our vendor kiwifibre, the service tallyho
    if spaced && owner(before) {
        return (3, true);
    }
    let article = spaced
        && (before.is(Facts::ARTICLE)
            || matches!(
                previous,
                "my" | "our"
                    | "your"
                    | "his"
                    | "her"
                    | "their"
                    | "its"
                    | "every"
                    | "each"
                    | "no"
                    | "any"
                    | "some"
            ));
    let noun = gap == " " && next.shape == Shape::Lower && next.is(system);
    if article {
        // the tallyho service; a doohickey
        return (if noun { 1 } else { -2 }, false);
    }
    if spaced && (before.shape == Shape::Number || before.is(Facts::TECH)) {
        return (-1, false);
    }
    let closes = !gap.starts_with([' ', '-']) || gap.len() > 1;
    let ends = closes
        || matches!(
            doc.folded(i + 1),
            "on" | "and"
                | "to"
                | "for"
                | "at"
                | "is"
                | "was"
                | "had"
                | "has"
                | "in"
                | "by"
                | "before"
                | "after"
                | "when"
                | "because"
                | "every"
                | "from"
                | "with"
        );
    let led = spaced
        && ends
        && matches!(
            previous,
            "at" | "from"
                | "off"
                | "with"
                | "by"
                | "to"
                | "into"
                | "via"
                | "through"
                | "behind"
                | "restarted"
                | "restart"
                | "deployed"
                | "deploy"
                | "rolled"
                | "asked"
                | "told"
                | "called"
                | "against"
                | "of"
        );
    let starts = doc.token(i).opens
        || matches!(gap_before, ", " | "; " | " - " | " (")
        || spaced
            && matches!(
                previous,
                "and" | "but" | "then" | "so" | "because" | "when" | "that" | "if" | "while"
            );
    let does = gap == " "
        && next.shape == Shape::Lower
        && (next.is(Facts::PERSON_AFTER.or(Facts::PERSON_DOES))
            || matches!(
                doc.word(i + 1),
                "is" | "was"
                    | "has"
                    | "had"
                    | "will"
                    | "can"
                    | "did"
                    | "does"
                    | "took"
                    | "kept"
                    | "keeps"
                    | "builds"
                    | "sends"
                    | "sent"
                    | "came"
                    | "comes"
                    | "went"
                    | "goes"
                    | "wants"
                    | "lost"
                    | "crashed"
                    | "died"
                    | "hung"
                    | "depends"
                    | "reads"
                    | "thinks"
                    | "maps"
                    | "shows"
                    | "restarted"
                    | "changed"
                    | "hadn"
                    | "hasn"
                    | "isn"
                    | "wasn"
                    | "didn"
                    | "doesn"
            ));
    let organisation = spaced && previous == "at" && !doc.before(i).opens;
    let explained = gap == " (" && doc.token(i).opens;
    (
        i32::from(led) + i32::from(starts && does) + i32::from(noun) + i32::from(explained),
        organisation,
    )
}

#[cfg(test)]
mod tests;
