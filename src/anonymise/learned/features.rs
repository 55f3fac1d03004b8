//! What the learned tagger sees of a word: itself, its neighbours, its line.

use std::ops::Range;

use super::LESSON_SLOTS;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::rules::{humps_known, is_foreign_here};
use crate::anonymise::table::hash;
use crate::anonymise::token::{Shape, Token};

/// Which question a feature answers; part of its hash.
#[derive(Clone, Copy)]
enum Question {
    Bias = 1,
    Word,
    Length,
    Flags,
    Start,
    End,
    Fact,
    FactFlags,
    Strange,
    Class,
    Pair,
    Line,
    LineFlags,
    /// About a neighbour: the number of the neighbour is added to these.
    Near = 32,
    NearClass = 40,
    NearGap = 48,
    NearFact = 56,
    NearKept = 64,
}

/// The place of a feature in the table.
pub(super) fn place(question: u64, value: u64, number: u64) -> usize {
    // Two rounds of multiply and fold, as in wyhash: each bit of the input moves the upper bits.
    let mut mixed = (question ^ value.rotate_left(25)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^= mixed >> 31;
    mixed = (mixed ^ number).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    usize::try_from(mixed >> 40).unwrap_or(0) % LESSON_SLOTS
}

/// Calls back with each feature of word `i`, as a place in the table. What was removed within `open`
/// counts as words.
pub(super) fn each(doc: &Doc, i: usize, open: &Range<usize>, mut visit: impl FnMut(usize)) {
    use Question as Q;
    let token = doc.token(i);
    let shape = token.shape as u64;
    let mut add = |question: u64, value: u64, number: u64| {
        visit(place(question, value, number << 8 | shape));
    };
    let word = doc.folded(i);
    let flags = u64::from(token.opens)
        | u64::from(token.line) << 1
        | u64::from(doc.glued(i)) << 2
        | u64::from(doc.is_small(word)) << 3;
    add(Q::Bias as u64, 0, 0);
    add(Q::Word as u64, token.hash, 0);
    add(Q::Length as u64, token.len().min(12) as u64, 0);
    add(Q::Flags as u64, flags, 0);
    add(Q::Start as u64, hash(head(word)), 0);
    add(Q::End as u64, hash(tail(word)), 0);
    each_fact(token, |fact| {
        add(Q::Fact as u64, fact, 0);
        add(Q::FactFlags as u64, fact, flags);
    });
    if !token.is(Facts::ENGLISH.or(Facts::COMPUTING)) {
        add(Q::Strange as u64, 0, 0);
    }
    let class = class(token);
    add(Q::Class as u64, class, flags);
    let mut beside = [0; 2];
    let (mut left, mut right) = (Walk::left(i, open), Walk::right(i, open));
    for side in 0..4 {
        let (unit, gap) = if side % 2 == 0 {
            left.step(doc)
        } else {
            right.step(doc)
        };
        let (value, state) = match unit {
            Unit::Edge => (0, 0),
            Unit::Removed => (1, 1),
            Unit::Word(at) => (doc.token(at).hash, 2 + doc.token(at).shape as u64),
        };
        if let Some(word) = beside.get_mut(usize::try_from(side).unwrap_or(2)) {
            *word = value;
        }
        add(Q::Near as u64 + side, value, state);
        add(Q::NearClass as u64 + side, value, class << 8 | state);
        add(Q::NearGap as u64 + side, gap_class(gap), state);
        if let Unit::Word(at) = unit {
            let near = doc.token(at);
            each_fact(near, |fact| add(Q::NearFact as u64 + side, fact, 0));
            if doc.is_kept(near.start) {
                add(Q::NearKept as u64 + side, 0, 0);
            }
        }
    }
    let [before, after] = beside;
    add(Q::Pair as u64, before.rotate_left(7) ^ after, 0);
    let line = line_class(doc, token.start);
    add(Q::Line as u64, line, 0);
    add(Q::LineFlags as u64, line, flags);
}

/// What matters most of the facts about a word.
fn class(token: Token) -> u64 {
    let facts = [
        Facts::GIVEN,
        Facts::SURNAME,
        Facts::COMMON,
        Facts::RARE,
        Facts::COMPUTING.or(Facts::TECH_NOUN).or(Facts::ACRONYM),
        Facts::CODE_NAME,
        Facts::MAYBE_TECH.or(Facts::TECH),
        Facts::ORG_SUFFIX,
    ];
    (0..)
        .zip(facts)
        .map(|(bit, fact)| u64::from(token.is(fact)) << bit)
        .sum()
}

pub(super) fn each_fact(token: Token, mut visit: impl FnMut(u64)) {
    let bits = token.facts.bits();
    for bit in 0..u64::from(u32::BITS) {
        if bits >> bit & 1 == 1 {
            visit(bit);
        }
    }
    if bits == 0 {
        visit(63);
    }
}

fn head(word: &str) -> &str {
    word.char_indices()
        .nth(3)
        .map_or(word, |(at, _)| word.get(..at).unwrap_or_default())
}

fn tail(word: &str) -> &str {
    word.char_indices()
        .rev()
        .nth(2)
        .map_or(word, |(at, _)| word.get(at..).unwrap_or_default())
}

/// What stands between two words.
pub(super) fn gap_class(gap: &str) -> u64 {
    match gap {
        "" => 1,
        " " => 2,
        ", " => 3,
        ": " | ":" => 4,
        ". " | "." => 5,
        "-" | "_" => 6,
        "'" | "’" => 7,
        " (" | "(" => 8,
        ") " | ")" => 9,
        "/" | " / " => 10,
        " - " | " – " | " — " => 11,
        "\n" => 12,
        "@" | " @" => 13,
        "=" => 14,
        "`" | " `" | "` " => 15,
        "\"" | " \"" | "\" " => 16,
        "; " => 17,
        gap if gap.contains('|') => 18,
        gap if gap.contains("**") => 19,
        gap if gap.contains('\n') => 20,
        gap if gap.contains('[') || gap.contains(']') => 21,
        gap if gap.contains('<') || gap.contains('>') => 22,
        gap if gap.contains('@') => 23,
        gap if gap.contains('#') => 24,
        _ => 25,
    }
}

/// How the line begins: heading, item, table row, quotation, or plain.
pub(super) fn line_class(doc: &Doc, at: usize) -> u64 {
    let from = at.saturating_sub(200);
    let before = doc.text.as_bytes().get(from..at).unwrap_or_default();
    let start = memchr::memrchr(b'\n', before).map_or(from, |n| from + n + 1);
    match doc.byte(start) {
        b'#' => 1,
        b'-' | b'*' => 2,
        b'|' => 3,
        b'>' => 4,
        b'[' => 5,
        b' ' | b'\t' => 6,
        b'0'..=b'9' => 7,
        _ => 0,
    }
}

/// A neighbour: a word, something removed (also by an earlier run), or the edge of the text.
#[derive(Clone, Copy, Default)]
pub(super) enum Unit {
    #[default]
    Edge,
    Removed,
    Word(usize),
}

/// Steps from neighbour to neighbour; what was removed counts as one, however long it was, so that
/// a text looks the same before and after.
pub(super) struct Walk<'r> {
    at: usize,
    left: bool,
    open: &'r Range<usize>,
}

impl<'r> Walk<'r> {
    pub(super) fn left(at: usize, open: &'r Range<usize>) -> Self {
        Self {
            at,
            left: true,
            open,
        }
    }

    pub(super) fn right(at: usize, open: &'r Range<usize>) -> Self {
        Self {
            at,
            left: false,
            open,
        }
    }

    fn next(&self, doc: &Doc) -> Option<usize> {
        if self.left {
            self.at.checked_sub(1)
        } else {
            Some(self.at + 1).filter(|at| *at < doc.tokens.len())
        }
    }

    fn is_removed(&self, doc: &Doc, at: usize) -> bool {
        let start = doc.token(at).start;
        doc.is_removed(start) && !self.open.contains(&start)
    }

    pub(super) fn step<'a>(&mut self, doc: &Doc<'a>) -> (Unit, &'a str) {
        let Some(at) = self.next(doc) else {
            return (Unit::Edge, "");
        };
        let gap = if self.left {
            doc.gap(at)
        } else {
            doc.gap(self.at)
        };
        // No rule looks across a line: a line reads the same with and without the others.
        if gap.contains('\n') {
            return (Unit::Edge, "");
        }
        self.at = at;
        if !self.is_removed(doc, at) {
            return (Unit::Word(at), gap);
        }
        while let Some(further) = self.next(doc) {
            let gap = if self.left {
                doc.gap(further)
            } else {
                doc.gap(self.at)
            };
            if gap.contains('\n') || !self.is_removed(doc, further) {
                break;
            }
            self.at = further;
        }
        (Unit::Removed, "")
    }
}

/// Whether word `i` is worth a look: neither claimed nor protected, and no plain word.
pub(super) fn is_candidate(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let written = match token.shape {
        Shape::Capital | Shape::Mixed => true,
        // Not a key before its value, nor the state behind a town.
        Shape::Upper => {
            !token.is(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::ACRONYM))
                && doc.byte(token.end) != b':'
                && !(doc.gap_before(i) == " "
                    && doc.kind_at(doc.before(i).start) == Some(Kind::Loc))
        }
        Shape::Lower => token.is(Facts::GIVEN),
        _ => false,
    };
    let known = Facts::SOFTWARE.or(Facts::TECH).or(Facts::DEMONYM);
    if !written || token.len() < 3 || token.is(known) || !looks_odd(token) {
        return false;
    }
    // Of code it has seen too little, and a word that opens a sentence has its capital from there.
    let code = doc.glued(i)
        || token.shape == Shape::Mixed && humps_known(doc.word(i))
        || matches!(doc.byte(token.end), b'(' | b'=' | b'[' | b'<')
        || matches!(
            doc.byte_before(token.start),
            b'=' | b'<' | b'$' | b'.' | b'-' | b'@'
        );
    let plain = token.opens && token.is(Facts::ENGLISH.or(Facts::FOREIGN));
    // Where other nouns have a capital, too, it tells nothing.
    let noun =
        || !token.is(Facts::NAME) && (doc.language == Language::German || is_foreign_here(doc, i));
    !code && !plain && doc.token_free(i) && !noun()
}

/// No plain word and no number.
pub(super) fn looks_odd(token: Token) -> bool {
    if token.len() < 2 {
        return false;
    }
    match token.shape {
        Shape::Capital | Shape::Upper | Shape::Mixed => !token.is(Facts::MONTH.or(Facts::WEEKDAY)),
        Shape::Lower | Shape::Code => {
            token.is(Facts::NAME)
                || !token.is(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::FOREIGN))
        }
        Shape::Number | Shape::None => false,
    }
}
