//! Machines told apart by a letter: `srt-a` and `srt-b`, `pcrf-b`.

use super::host::RULE;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::{Shape, Token};

/// Of how many parts such a name consists at most.
const LONG: usize = 4;

/// Finds a joined small name that ends with one of the first letters and begins with what is no word.
/// Leaves `plan-b`, `zone-a`, and everything in languages that join pronouns with a hyphen.
pub(super) fn find(doc: &mut Doc) {
    if doc.language != Language::English {
        return;
    }
    for i in doc.with(Looks::TIED) {
        let token = doc.token(i);
        if !is_made(doc.word(i), token) || !is_clear(doc.byte_before(token.start)) {
            continue;
        }
        let mut last = i;
        while last < i + LONG && doc.gap(last) == "-" && doc.token(last + 1).shape == Shape::Lower {
            last += 1;
        }
        let letter = doc.token(last);
        let ends = is_clear(doc.byte(letter.end))
            || doc.byte(letter.end) == b'.' && !doc.byte(letter.end + 1).is_ascii_alphanumeric();
        let told = letter.len() == 1 && matches!(doc.byte(letter.start), b'a'..=b'f');
        let free = (i..=last).all(|at| doc.token_free(at));
        if last > i && told && ends && free {
            doc.claim(token.start, letter.end, Kind::Host, RULE);
        }
    }
}

/// Letters that are no word, or that nobody can say.
fn is_made(word: &str, token: Token) -> bool {
    let known = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::FOREIGN)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::SOFTWARE)
        .or(Facts::NAME);
    token.shape == Shape::Lower
        && (3..=8).contains(&token.len())
        && (!token.is(known) || !word.contains(['a', 'e', 'i', 'o', 'u', 'y']))
}

/// Whether a name may begin behind this byte, or end before it.
fn is_clear(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'(' | b')' | b',' | b';' | b'`' | b'"' | b':' | 0)
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn twins_go_by_their_letter() {
        let text = "It thought that srt-a leads, then pcrf-b did.";
        assert_eq!(removed(text), ["srt-a", "pcrf-b"]);
        for text in ["We went for plan-b.", "It moved to zone-a."] {
            assert!(stays(text), "{text}: {:?}", removed(text));
        }
    }
}
