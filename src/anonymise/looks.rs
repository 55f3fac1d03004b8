//! What a word looks like at first sight: by it each rule finds the few words that it must look at.

use std::rc::Rc;

use super::lexicon::Facts;
use super::rules::cue;
use super::token::{Shape, Token};

/// A set of what shows of a word: how it is written, what stands beside it, what is known of it, and
/// which rules it is a cue for. One bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks(u64);

macro_rules! looks {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Looks { $($(#[$doc])* pub(super) const $name: Self = Self(1 << $bit);)* }
    };
}

looks! {
    LOWER = 0;
    CAPITAL = 1;
    UPPER = 2;
    MIXED = 3;
    NUMBER = 4;
    CODE = 5;
    /// The first of its line.
    LINE = 6;
    /// A sign follows that joins it to what comes next, or a full stop.
    TIED = 7;
    /// A sign follows that closes a name, or an explanation.
    SIGN = 8;
    /// Neither the word before nor the one behind are words of the same sentence.
    APART = 9;
    /// Small letters that are no common English word.
    UNCOMMON = 10;
    /// A cue for amounts.
    AMOUNT = 11;
    /// A cue for halls and floors.
    SITE = 12;
    /// A cue for the regions of clouds.
    REGION = 13;
    /// A cue for what a noun calls.
    CALLED = 14;
    /// A cue for what somebody says a thing is.
    TOLD = 15;
    /// A cue for who wrote a letter.
    CLOSING = 16;
    /// A cue for pass words.
    SECRET = 17;
    /// A cue for machines in commands.
    SHELL = 18;
    /// A part of a surname.
    PARTICLE = 19;
    /// A cue for zones of time.
    ZONE = 20;
    /// A cue for times.
    TIME = 21;
}

impl Looks {
    /// Words with a capital.
    pub(super) const CAPITALS: Self = Self::CAPITAL.or(Self::UPPER).or(Self::MIXED);
    /// Words with a digit.
    pub(super) const DIGITS: Self = Self::NUMBER.or(Self::CODE);
    /// All but words of small letters.
    pub(super) const NOT_LOWER: Self = Self::CAPITALS.or(Self::DIGITS);
    /// Every word.
    pub(super) const ANY: Self = Self::NOT_LOWER.or(Self::LOWER);

    /// Words of which one of these facts is known.
    pub(super) const fn of(facts: Facts) -> Self {
        Self((facts.bits() as u64) << 32)
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn when(self, shows: bool) -> Self {
        if shows { self } else { Self(0) }
    }
}

/// How all words of a text look: for 64 words and each bit of [`Looks`], which of them have it.
pub(super) struct Sights(Vec<[u64; 64]>);

impl Sights {
    fn of(looks: impl ExactSizeIterator<Item = Looks>) -> Self {
        let mut parts = vec![[0; 64]; looks.len().div_ceil(64)];
        for (i, Looks(mut bits)) in looks.enumerate() {
            while let Some(part) = parts.get_mut(i / 64).filter(|_| bits != 0) {
                if let Some(words) = part.get_mut(bits.trailing_zeros() as usize) {
                    *words |= 1 << (i % 64);
                }
                bits &= bits - 1;
            }
        }
        Self(parts)
    }

    /// The words of a part of which any of `wanted` shows.
    fn part(&self, part: usize, wanted: Looks) -> Option<u64> {
        let part = self.0.get(part)?;
        let (mut bits, mut words) = (wanted.0, 0);
        while bits != 0 {
            words |= part.get(bits.trailing_zeros() as usize)?;
            bits &= bits - 1;
        }
        Some(words)
    }

    /// The numbers of the words of which any of `wanted` shows.
    pub(super) fn with(self: &Rc<Self>, wanted: Looks) -> impl Iterator<Item = usize> + use<> {
        let (all, mut next, mut words) = (Rc::clone(self), 0, 0);
        std::iter::from_fn(move || {
            while words == 0 {
                words = all.part(next, wanted)?;
                next += 1;
            }
            let found = words.trailing_zeros() as usize;
            words &= words - 1;
            Some((next - 1) * 64 + found)
        })
    }
}

/// How the tokens of `text` look.
pub(super) fn of_all(text: &str, tokens: &[Token]) -> Sights {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let mut before = Token::default();
    let looks = tokens.iter().map(|token| {
        let shape = match token.shape {
            Shape::None => Looks::default(),
            Shape::Lower => Looks::LOWER,
            Shape::Capital => Looks::CAPITAL,
            Shape::Upper => Looks::UPPER,
            Shape::Mixed => Looks::MIXED,
            Shape::Number => Looks::NUMBER,
            Shape::Code => Looks::CODE,
        };
        let beside = match byte(token.end) {
            b'-' | b'_' | b'/' | b'.' | b'!' | b'#' | b'~' | 0xc2 | b':' | b'@' | b'=' | b'\\' => {
                Looks::TIED
            }
            b'`' | b'"' | b'*' | b'[' => Looks::SIGN,
            b' ' => Looks::SIGN.when(matches!(byte(token.end + 1), b'(' | b'=')),
            // warden, our daemon; numerator, a Java service
            b',' => Looks::SIGN.when(matches!(byte(token.end + 2), b'o' | b'a' | b't')),
            _ => Looks::default(),
        };
        let start = token.start.checked_sub(1);
        let spaced = start == Some(before.end) && start.map_or(0, byte) == b' ';
        let flag = before.start.checked_sub(1).map_or(0, byte) == b'-';
        let uncommon = token.shape == Shape::Lower && !token.is(Facts::COMMON);
        before = *token;
        shape
            .or(beside)
            .or(Looks::LINE.when(token.line))
            .or(Looks::APART.when(!spaced || flag))
            .or(Looks::UNCOMMON.when(uncommon))
            .or(Looks::of(token.facts))
            .or(cue(token.hash))
    });
    Sights::of(looks)
}
