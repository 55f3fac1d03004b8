//! Names the reporter typed in: they go wherever they stand.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;

use super::pattern;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};

/// ORG: names you declare, in any spelling, also inside identifiers. Example: `{Heron} writes stopped`
pub(in crate::anonymise) const RULE: &str = "declared-name";

/// Finds every declared name in any case, with or without accents, spaces, hyphens or underscores, also
/// inside identifiers, host names and addresses, where the whole word it stands in goes.
/// A declared name wins over a technology of the same name.
pub(super) fn find(doc: &mut Doc, declared: &[String]) {
    if declared.is_empty() {
        return;
    }
    // Compared on letters and digits alone: "Blue Kite", "blue-kite" and "BLUEKITE" are one name.
    let (plain, at) = squeeze(doc.text);
    let needles: Vec<String> = declared.iter().flat_map(|name| variants(name)).collect();
    let Ok(finder) = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&needles)
    else {
        return;
    };
    for found in finder.find_iter(&plain) {
        let (Some(&start), Some(&last)) = (at.get(found.start()), at.get(found.end() - 1)) else {
            continue;
        };
        let end = last
            + doc
                .text
                .get(last..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8);
        let short = found.len() <= 4;
        let bounded = !neighbour(doc.slice(0, start).chars().next_back(), true)
            && !neighbour(doc.slice(end, doc.text.len()).chars().next(), false);
        // A short name inside another word is chance: "art" in "start".
        if short && !bounded && !humps(doc.text, start, end) {
            continue;
        }
        // Words that only touch by being squeezed together: "so far" is not "Sofar".
        let shown = unfolded(doc.slice(start, end));
        if shown.contains(['.', '\n', ',', ';', ':', '!', '?', '(', ')', '|'])
            && !bounded_pieces(&shown)
        {
            continue;
        }
        let (start, end) = if bounded {
            (start, end)
        } else {
            whole_word(doc.text, start, end)
        };
        doc.take(start, end, Kind::Org, RULE);
    }
}

/// The text without the hyphens at which its words go on in the next line.
fn unfolded(text: &str) -> Cow<'_, str> {
    static HYPHEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"-\r?\n[ \t>]*"));
    if text.contains('\n') {
        HYPHEN.replace_all(text, "")
    } else {
        Cow::Borrowed(text)
    }
}

fn bounded_pieces(text: &str) -> bool {
    !text.contains(['\n', ';', '!', '?', '(', ')', '|'])
        && !text.contains(". ")
        && !text.contains(", ")
}

fn neighbour(c: Option<char>, _before: bool) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Whether the match is a hump of a camelCase word.
fn humps(text: &str, start: usize, end: usize) -> bool {
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    first.is_some_and(char::is_uppercase)
        && next.is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric())
}

fn whole_word(text: &str, start: usize, end: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or_default();
    let from = before.trim_end_matches(char::is_alphanumeric).len();
    let after = text.get(end..).unwrap_or_default();
    (
        from,
        end + after.len() - after.trim_start_matches(char::is_alphanumeric).len(),
    )
}

/// The letters and digits of the text, folded, and where each byte of them came from.
fn squeeze(text: &str) -> (String, Vec<usize>) {
    let mut plain = String::with_capacity(text.len());
    let mut at = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for (byte, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            plain.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            plain.push_str(&fold(c.encode_utf8(&mut buffer)));
        } else {
            continue;
        }
        at.resize(plain.len(), byte);
    }
    (plain, at)
}

/// The name itself, and its first words where they are distinctive: "Banco Mirador", "Quillpay" of
/// "Quillpay Payments Ltd".
fn variants(name: &str) -> Vec<String> {
    let squeezed = squeeze(name).0;
    let mut all = Vec::new();
    if squeezed.len() >= 2 {
        all.push(squeezed);
    }
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 1 {
        for word in words {
            let word = fold(word).into_owned();
            let facts = Lexicon::shipped().facts(&word);
            let telling = !facts.any(
                Facts::ENGLISH
                    .or(Facts::COMPUTING)
                    .or(Facts::FOREIGN)
                    .or(Facts::ACRONYM)
                    .or(Facts::PLACE)
                    .or(Facts::ORG_SUFFIX)
                    .or(Facts::ORG_HEAD)
                    .or(Facts::DEMONYM),
            );
            if telling && word.chars().count() >= 5 && word.chars().all(char::is_alphabetic) {
                all.push(word);
            }
        }
    }
    all
}
