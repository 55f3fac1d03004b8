//! Text cut into words and numbers, each with what is known about it.

use super::lexicon::{Facts, Lexicon, fold_into};
use super::table::hash;

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing: before the first and after the last word.
    #[default]
    None,
    /// `word`
    Lower,
    /// `Word`, also a single capital letter
    Capital,
    /// `WORD`
    Upper,
    /// `camelCase`, `PagerDuty`
    Mixed,
    /// `123`
    Number,
    /// `a1b2`: letters and digits
    Code,
}

/// A run of letters and digits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where its folded form stands in the folded text.
    pub(super) folded: (u32, u32),
    /// The hash of its folded form.
    pub(super) hash: u64,
    pub(super) shape: Shape,
    pub(super) facts: Facts,
    /// The first word of a sentence, line, list item, table cell or quotation: its capital says nothing.
    pub(super) opens: bool,
    /// The first word of a line.
    pub(super) line: bool,
    /// Part of a longer identifier such as `db-ro.example` or `a/b`.
    pub(super) glued: bool,
}

impl Token {
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    pub(super) fn is(&self, facts: Facts) -> bool {
        self.facts.any(facts)
    }

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }
}

/// The words met last, so that most are looked up in the lists no more than once a text.
pub(super) struct Met([(u64, Facts); Met::ROOM]);

impl Default for Met {
    fn default() -> Self {
        Self([(0, Facts::NONE); Met::ROOM])
    }
}

impl Met {
    const ROOM: usize = 1024;

    /// The facts about the word with this hash, by `look_up` where it was not met.
    fn facts(&mut self, hash: u64, look_up: impl FnOnce() -> Facts) -> Facts {
        let at = (hash >> 20) as usize % Self::ROOM;
        let Some((known, facts)) = self.0.get_mut(at) else {
            return look_up();
        };
        if *known != hash {
            (*known, *facts) = (hash, look_up());
        }
        *facts
    }
}

/// Cuts `text`. The facts of words come from `lexicon` and, for technologies, from `technology`,
/// unless they were `met`; `folded` becomes the text in lower case, with the words that have accents
/// folded behind it.
pub(super) fn tokenise(
    text: &str,
    lexicon: &Lexicon,
    technology: impl Fn(u64) -> Facts,
    met: &mut Met,
    folded: &mut String,
) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 4);
    folded.reserve(if text.is_ascii() {
        text.len()
    } else {
        text.len() * 2
    });
    folded.push_str(text);
    folded.make_ascii_lowercase();
    let (mut opens, mut line) = (true, true);
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        if !c.is_alphanumeric() {
            at += c.len_utf8();
            match c {
                '\n' => (opens, line) = (true, true),
                '.' | '!' | '?' | '…' => {
                    opens |= char_at(text, at).is_none_or(|n| n.is_whitespace() || n == '"');
                }
                ':' | '|' | '"' | '“' | '„' | '«' | '·' | '•' | '–' | '—' | '*' | '>' | '[' =>
                {
                    opens = true;
                }
                _ => {}
            }
            continue;
        }
        let start = at;
        let (mut seen, mut upper, mut plain) = (0, 0_u32, true);
        loop {
            // Most letters need no more than this.
            let rest = bytes.get(at..).unwrap_or_default().iter();
            let classes = rest.map(|b| CLASS.get(usize::from(*b)).copied().unwrap_or(OTHER));
            for class in classes.take_while(|class| *class < END) {
                seen |= class;
                upper += u32::from(class == UPPER);
                at += 1;
            }
            let Some(c) = char_at(text, at) else { break };
            let class = if c.is_ascii() && c != '\'' {
                break;
            } else if c.is_numeric() {
                DIGIT
            } else if c.is_uppercase() {
                UPPER
            } else if c.is_alphanumeric() {
                LOWER
            } else if is_mark(c) || joins(text, start, at, c) {
                MARK
            } else {
                break;
            };
            seen |= class;
            upper += u32::from(class == UPPER);
            plain = false;
            at += c.len_utf8();
        }
        let end = at;
        let first_upper = c.is_uppercase();
        let shape = match (seen & LOWER, upper, seen & DIGIT) {
            (0, 0, _) => Shape::Number,
            (_, _, DIGIT) => Shape::Code,
            (_, 0, _) => Shape::Lower,
            (0, 1, _) => Shape::Capital,
            (0, ..) => Shape::Upper,
            (_, 1, _) if first_upper => Shape::Capital,
            (_, 2, _) if first_upper && has_apostrophe(text, start, end) => Shape::Capital,
            _ => Shape::Mixed,
        };
        let in_folded = if plain {
            (start, end)
        } else {
            let begun = folded.len();
            fold_into(text.get(start..end).unwrap_or_default(), folded);
            (begun, folded.len())
        };
        let word = folded.get(in_folded.0..in_folded.1).unwrap_or_default();
        let hash = hash(word);
        let look_up = || lexicon.facts_of(word, hash).or(technology(hash));
        let facts = if shape == Shape::Number {
            Facts::NONE
        } else {
            let facts = met.facts(hash, look_up);
            // An acronym is one in capitals only: IT and AS, not it and as.
            if matches!(shape, Shape::Upper | Shape::Code) || upper >= 2 {
                facts
            } else {
                facts.without(Facts::ACRONYM)
            }
        };
        tokens.push(Token {
            start,
            end,
            folded: (short(in_folded.0), short(in_folded.1)),
            hash,
            shape,
            facts,
            opens,
            line,
            glued: is_glued(bytes, start, end),
        });
        (opens, line) = (false, false);
    }
    tokens
}

/// A place in half the room; no text is longer than that can say.
fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
/// Part of a word, but neither letter nor digit.
const MARK: u8 = 8;
const END: u8 = 16;
/// A byte that says too little by itself.
const OTHER: u8 = 17;

/// What a byte is within a word.
#[expect(
    clippy::indexing_slicing,
    reason = "an index outside would not compile"
)]
const CLASS: [u8; 256] = {
    let mut table = [END; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b {
            0x61..=0x7a => LOWER,
            0x41..=0x5a => UPPER,
            0x30..=0x39 => DIGIT,
            0x27 | 0x80.. => OTHER,
            _ => END,
        };
        b += 1;
    }
    table
};

/// The character at byte `at`; none at the end.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(b @ 0..128) => Some(char::from(*b)),
        _ => text.get(at..)?.chars().next(),
    }
}

fn is_glued(bytes: &[u8], start: usize, end: usize) -> bool {
    let at = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let before = start > 0
        && matches!(
            at(start - 1),
            b'-' | b'_' | b'.' | b'/' | b'\\' | b'@' | b'=' | b':' | b'#' | b'$'
        );
    before
        || match at(end) {
            b'_' | b'=' | b'/' | b'\\' | b'(' => true,
            b'-' | b'.' | b':' | b'@' => at(end + 1).is_ascii_alphanumeric(),
            _ => false,
        }
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// The apostrophe of O'Brien belongs to the name, that of Anna's and l'équipe does not.
fn joins(text: &str, start: usize, at: usize, c: char) -> bool {
    if !matches!(c, '\'' | '’') {
        return false;
    }
    let mut back = text.get(start..at).unwrap_or_default().chars().rev();
    let (last, before) = (back.next().unwrap_or('\0'), back.next().unwrap_or('\0'));
    let next = text
        .get(at + c.len_utf8()..)
        .and_then(|rest| rest.chars().next());
    !before.is_alphanumeric() && matches!(last, 'O' | 'D') && next.is_some_and(char::is_uppercase)
}

fn has_apostrophe(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end)
        .is_some_and(|word| word.contains(['\'', '’']))
}
