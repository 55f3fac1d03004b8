//! Many names, found at a word in time that does not grow with their number.

use rustc_hash::FxHashMap;

use super::lexicon::fold;
use super::table::{Sieve, hash};
use super::token::Token;

/// Names of one or more words, by the hash of their first word. Compared folded: case and accents do not count.
#[derive(Default)]
pub(super) struct PhraseBook {
    by_first: FxHashMap<u64, Vec<Phrase>>,
    /// The first words at a glance.
    sieve: Sieve,
}

struct Phrase {
    /// What stands before the first word, such as the dot of `.NET`.
    before: String,
    /// What follows the first word, to the end of the name.
    after: String,
    /// The first two bytes of what follows; 0 where there are none.
    head: [u8; 2],
    tag: u32,
}

impl Phrase {
    /// Whether the rest of the name can begin with these small letters or signs.
    fn may_follow(&self, following: [u8; 2]) -> bool {
        let [first, second] = following;
        match self.head {
            [0, _] => true,
            [b' ', then] => {
                !first.is_ascii_alphanumeric()
                    && (!second.is_ascii_alphanumeric() || then == second)
            }
            [wanted, _] => wanted == first || !first.is_ascii(),
        }
    }
}

/// A name found: where it starts and ends, and the tag it was added with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tag: u32,
}

impl PhraseBook {
    pub(super) fn add(&mut self, name: &str, tag: u32) {
        let name = fold(name.trim()).into_owned();
        let Some(begin) = name.find(char::is_alphanumeric) else {
            return;
        };
        let (before, rest) = name.split_at(begin);
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let (first, after) = rest.split_at(end);
        self.sieve.add(hash(first));
        let phrases = self.by_first.entry(hash(first)).or_default();
        let mut bytes = after.bytes();
        let phrase = Phrase {
            before: before.to_owned(),
            after: after.to_owned(),
            head: [(); 2].map(|()| bytes.next().unwrap_or(0)),
            tag,
        };
        // The longest first, so that the first that fits is the right one.
        let at = phrases.partition_point(|p| {
            p.after.len() + p.before.len() >= phrase.after.len() + phrase.before.len()
        });
        phrases.insert(at, phrase);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The longest name whose first word is the token of `text`.
    pub(super) fn at(&self, text: &str, token: &Token) -> Option<Hit> {
        let (start, end) = (token.start, token.end);
        if !self.sieve.may_have(token.hash) {
            return None;
        }
        let byte = |at| text.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase);
        let following = [byte(end), byte(end + 1)];
        let phrases = self.by_first.get(&token.hash)?.iter();
        let mut phrases = phrases.filter(|phrase| phrase.may_follow(following));
        phrases.find_map(|phrase| {
            let begin = start.checked_sub(phrase.before.len())?;
            if begin < start && text.get(begin..start)? != phrase.before {
                return None;
            }
            if phrase.after.is_empty() {
                // A token ends where its word does.
                return Some(Hit {
                    start: begin,
                    end,
                    tag: phrase.tag,
                });
            }
            let stop = end + same(text.get(end..)?, &phrase.after)?;
            let next = text.get(stop..)?.chars().next();
            let word = phrase.after.ends_with(char::is_alphanumeric);
            let open = |c: char| word && c.is_alphanumeric();
            (!next.is_some_and(open)).then_some(Hit {
                start: begin,
                end: stop,
                tag: phrase.tag,
            })
        })
    }
}

/// How many bytes of `text` spell `wanted` (folded). A space may be any white space without an
/// empty line, or a hyphen.
fn same(text: &str, wanted: &str) -> Option<usize> {
    let mut wanted = wanted.chars().peekable();
    let mut chars = text.char_indices().peekable();
    while let Some(&want) = wanted.peek() {
        let (_, got) = chars.next()?;
        if want == ' ' {
            if !(got.is_whitespace() || got == '-' || got == '_') {
                return None;
            }
            if got == '\n' || got == '\r' || got == ' ' {
                while chars.next_if(|(_, c)| *c == ' ').is_some() {}
            }
            wanted.next();
        } else if got.is_ascii() {
            if got.to_ascii_lowercase() != want {
                return None;
            }
            wanted.next();
        } else {
            let mut buffer = [0; 4];
            for c in fold(got.encode_utf8(&mut buffer)).chars() {
                if wanted.next()? != c {
                    return None;
                }
            }
        }
    }
    Some(chars.peek().map_or(text.len(), |(at, _)| *at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_that_ends_at_a_word_is_found() {
        let mut book = PhraseBook::default();
        for (tag, name) in ["Spring", "Spring Boot", ".NET", "C++", "São Paulo"]
            .into_iter()
            .enumerate()
        {
            book.add(name, u32::try_from(tag).unwrap());
        }
        for (text, first, start, end, found) in [
            ("Spring Boot app", "spring", 0, 6, Some((0, 11, 1))),
            ("Spring Bootcamp", "spring", 0, 6, Some((0, 6, 0))),
            ("the .NET part", "net", 5, 8, Some((4, 8, 2))),
            ("the net part", "net", 4, 7, None),
            ("C++ code", "c", 0, 1, Some((0, 3, 3))),
            ("SAO\nPAULO", "sao", 0, 3, Some((0, 9, 4))),
        ] {
            let token = Token {
                start,
                end,
                hash: hash(first),
                ..Token::default()
            };
            let hit = book
                .at(text, &token)
                .map(|hit| (hit.start, hit.end, hit.tag));
            assert_eq!(hit, found, "{text}");
        }
    }
}
