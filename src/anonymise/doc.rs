//! A document under work: its words, and what has been removed or must stay.

use std::cell::OnceCell;
use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::chunk::chunks;
use super::kind::Kind;
pub(super) use super::language::Language;
use super::language::guess;
use super::lexicon::Facts;
use super::looks::{self, Looks, Sights};
use super::table::{Sieve, hash};
use super::token::{Shape, Token};

/// Something to remove, in bytes of the clean text.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) rule: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Free,
    Kept,
    Placeholder,
    Gone(Kind),
}

/// The text, its tokens and the claims made on it. What is claimed first stays claimed.
pub(super) struct Doc<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Rc<Vec<Token>>,
    /// What stands for the token behind the last one.
    behind: Token,
    pub(super) language: Language,
    pub(super) found: Vec<Finding>,
    /// The text in lower case, and words without accents.
    folded: &'a str,
    /// Runs without white space, quotes, brackets, commas: words as a shell would see them, apart
    /// from those of letters alone.
    pub(super) chunks: Vec<(usize, usize)>,
    marks: Vec<Mark>,
    small: OnceCell<Rc<FxHashSet<u64>>>,
    looks: Rc<Sights>,
    seen: Sieve,
    /// The document that this is a part of.
    whole: Option<&'a Doc<'a>>,
}

impl<'a> Doc<'a> {
    /// `ours` are the placeholders the text came with: they stay, and their words say nothing.
    pub(super) fn new(
        text: &'a str,
        mut tokens: Vec<Token>,
        folded: &'a str,
        ours: &[(usize, usize)],
    ) -> Self {
        let mut marks = vec![Mark::Free; text.len()];
        for &(start, end) in ours {
            marks
                .get_mut(start..end)
                .unwrap_or_default()
                .fill(Mark::Placeholder);
            let first = tokens.partition_point(|token| token.start < start);
            let words = tokens.get_mut(first..).unwrap_or_default().iter_mut();
            words
                .take_while(|token| token.start < end)
                .for_each(|token| token.facts = Facts::NONE);
        }
        let language = guess(text, tokens.iter());
        let mut seen = Sieve::default();
        for token in &tokens {
            seen.add(token.hash);
        }
        let looks = looks::of_all(text, &tokens);
        Self {
            text,
            tokens: Rc::new(tokens),
            behind: Token {
                start: text.len(),
                end: text.len(),
                ..Token::default()
            },
            language,
            found: Vec::new(),
            folded,
            chunks: chunks(text),
            marks,
            small: OnceCell::new(),
            looks: Rc::new(looks),
            seen,
            whole: None,
        }
    }

    /// All tokens; the document may change meanwhile.
    pub(super) fn all(&self) -> Rc<Vec<Token>> {
        Rc::clone(&self.tokens)
    }

    /// The numbers of the tokens with a capital; the document may change meanwhile.
    pub(super) fn capitals(&self) -> impl Iterator<Item = usize> + use<> {
        self.with(Looks::CAPITALS)
    }

    /// The numbers of the tokens with a digit; the document may change meanwhile.
    pub(super) fn digits(&self) -> impl Iterator<Item = usize> + use<> {
        self.with(Looks::DIGITS)
    }

    /// The numbers of the tokens of which any of these shows; the document may change meanwhile.
    pub(super) fn with(&self, any: Looks) -> impl Iterator<Item = usize> + use<> {
        self.looks.with(any)
    }

    /// Whether this folded word may stand in the text; never wrong when it says no.
    pub(super) fn may_have(&self, word: &str) -> bool {
        self.seen.may_have(hash(word))
    }

    /// Reads this part of a document as the whole is read.
    pub(super) fn belongs_to(&mut self, whole: &'a Doc) {
        self.language = whole.language;
        self.small = OnceCell::from(Rc::clone(whole.small_words()));
        self.whole = Some(whole);
    }

    /// The document that this is a part of, if it is one.
    pub(super) fn whole(&self) -> Option<&'a Doc<'a>> {
        self.whole
    }

    /// Whether the text without what was found would be read as another language, or would no
    /// longer write a word small that it also writes with a capital.
    pub(super) fn leans_on_what_is_gone(&self) -> bool {
        let left = |token: &&Token| !self.is_gone(token.start);
        if guess(self.text, self.tokens.iter().filter(left)) != self.language {
            return true;
        }
        // What is left of a word that was cut is another word.
        let cut = |at: usize| {
            let before = self.before(self.token_from(at));
            before.start < at && at < before.end
        };
        if (self.found.iter()).any(|found| cut(found.start) || cut(found.end)) {
            return true;
        }
        let small = |token: &&Token| token.shape == Shape::Lower && !token.glued;
        let mut gone = Sieve::<64>::default();
        for token in self.tokens.iter().filter(small) {
            if !left(&token) {
                gone.add(token.hash);
            }
        }
        let mut capitals: FxHashSet<u64> = (self.tokens.iter().filter(left))
            .filter(|token| token.is_capital() && gone.may_have(token.hash))
            .map(|token| token.hash)
            .collect();
        if !capitals.is_empty() {
            for token in self.tokens.iter().filter(small).filter(left) {
                capitals.remove(&token.hash);
            }
        }
        !capitals.is_empty()
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The text from `start`, at most `limit` bytes of it.
    pub(super) fn ahead(&self, start: usize, limit: usize) -> &'a str {
        let mut end = self.text.len().min(start.saturating_add(limit));
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.slice(start, end)
    }

    /// The byte at `at`; 0 outside the text.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The byte before `at`; 0 at the start of the text.
    pub(super) fn byte_before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(0, |at| self.byte(at))
    }

    /// The token with this number; an empty one outside.
    #[inline]
    pub(super) fn token(&self, i: usize) -> Token {
        *self.tokens.get(i).unwrap_or(&self.behind)
    }

    /// Where token `i` starts and ends; the end of the text behind the last one.
    #[inline]
    fn span(&self, i: usize) -> (usize, usize) {
        let token = self.tokens.get(i).unwrap_or(&self.behind);
        (token.start, token.end)
    }

    /// The token before number `i`; an empty one at the start.
    pub(super) fn before(&self, i: usize) -> Token {
        i.checked_sub(1)
            .map_or_else(Token::default, |i| self.token(i))
    }

    pub(super) fn word(&self, i: usize) -> &'a str {
        let (start, end) = self.span(i);
        self.slice(start, end)
    }

    /// The word in lower case without accents; empty outside.
    pub(super) fn folded(&self, i: usize) -> &'a str {
        let (start, end) = self.tokens.get(i).map_or((0, 0), |token| token.folded);
        (self.folded.get(start as usize..end as usize)).unwrap_or_default()
    }

    /// Whether the text also writes this folded word small, apart from identifiers.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small_words().contains(&hash(word))
    }

    fn small_words(&self) -> &Rc<FxHashSet<u64>> {
        let words = || {
            let mut words = FxHashSet::default();
            words.reserve(self.tokens.len() / 2);
            let small = |token: &&Token| token.shape == Shape::Lower && !token.glued;
            words.extend(self.tokens.iter().filter(small).map(|token| token.hash));
            Rc::new(words)
        };
        self.small.get_or_init(words)
    }

    /// What stands between token `i` and the next one.
    pub(super) fn gap(&self, i: usize) -> &'a str {
        self.between(self.span(i).1, self.span(i + 1).0)
    }

    /// What stands between token `i` and the one before it.
    pub(super) fn gap_before(&self, i: usize) -> &'a str {
        let before = i.checked_sub(1).map_or(0, |i| self.span(i).1);
        self.between(before, self.span(i).0)
    }

    /// What stands between two words: mostly one space.
    #[inline]
    fn between(&self, end: usize, start: usize) -> &'a str {
        if start == end + 1 && self.byte(end) == b' ' {
            " "
        } else {
            self.slice(end, start)
        }
    }

    /// The number of the first token that starts at `at` or after it.
    pub(super) fn token_from(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.start < at)
    }

    /// Whether nobody has claimed any of this.
    pub(super) fn is_free(&self, start: usize, end: usize) -> bool {
        self.marks
            .get(start..end)
            .is_some_and(|marks| marks.iter().all(|mark| *mark == Mark::Free))
    }

    pub(super) fn token_free(&self, i: usize) -> bool {
        (self.tokens.get(i)).is_some_and(|token| self.is_free(token.start, token.end))
    }

    pub(super) fn is_kept(&self, start: usize) -> bool {
        matches!(self.marks.get(start), Some(Mark::Kept | Mark::Placeholder))
    }

    pub(super) fn is_gone(&self, at: usize) -> bool {
        self.kind_at(at).is_some()
    }

    /// What the byte at `at` was removed as.
    pub(super) fn kind_at(&self, at: usize) -> Option<Kind> {
        match self.marks.get(at) {
            Some(Mark::Gone(kind)) => Some(*kind),
            _ => None,
        }
    }

    /// Whether this was removed, now or by an earlier run.
    pub(super) fn is_removed(&self, at: usize) -> bool {
        matches!(self.marks.get(at), Some(Mark::Gone(_) | Mark::Placeholder))
    }

    /// Marks what must stay.
    pub(super) fn keep(&mut self, start: usize, end: usize) {
        self.fill(start, end, Mark::Kept);
    }

    /// Claims `start..end` for removal, unless somebody was first.
    pub(super) fn claim(
        &mut self,
        start: usize,
        end: usize,
        kind: Kind,
        rule: &'static str,
    ) -> bool {
        let free = start < end && self.is_free(start, end);
        if free {
            self.take(start, end, kind, rule);
        }
        free
    }

    /// Removes `start..end` whatever was said of it before; smaller findings inside are swallowed.
    pub(super) fn take(&mut self, start: usize, end: usize, kind: Kind, rule: &'static str) {
        // What an earlier run removed is not there to be removed again.
        let ours = |marks: &[Mark]| marks.iter().all(|mark| *mark == Mark::Placeholder);
        if self.marks.get(start..end).is_some_and(ours) {
            return;
        }
        self.fill(start, end, Mark::Gone(kind));
        self.found.push(Finding {
            start,
            end,
            kind,
            rule,
        });
    }

    fn fill(&mut self, start: usize, end: usize, mark: Mark) {
        if let Some(marks) = self.marks.get_mut(start..end) {
            marks.fill(mark);
        }
    }

    /// Whether the word stands inside a longer identifier such as `db-ro.example` or `a/b`.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.token(i).glued
    }
}

/// The lines of `text` without what ends them; the last one may be empty.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut ends = memchr::memchr_iter(b'\n', text.as_bytes());
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let end = ends.next();
        start = end.map(|end| end + 1);
        text.get(from..end.unwrap_or(text.len()))
    })
}
