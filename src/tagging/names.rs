//! Names of technologies in a text: one automaton over all names, then the shape of the place.

use std::ops::Range;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use rustc_hash::FxHashMap;

use crate::taxonomy::{Taxonomy, Technology};

use super::everyday;
use super::text::Text;

/// A place where a name stands as a word of its own.
pub(super) struct Candidate<'t> {
    pub(super) technology: &'t Technology,
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// The name is also a word, person, place or company.
    pub(super) ambiguous: bool,
    /// The name as the taxonomy writes it.
    pub(super) name: &'t str,
}

struct Name<'t> {
    technology: &'t Technology,
    text: &'t str,
    ambiguous: bool,
}

/// All names, ready to be found.
pub(super) struct Names<'t> {
    automaton: AhoCorasick,
    /// Names by pattern; several where only their case tells them apart.
    by_pattern: Vec<Vec<Name<'t>>>,
    starts: Starts,
}

impl<'t> Names<'t> {
    #[expect(
        clippy::expect_used,
        reason = "the names of the taxonomy are far below the automaton's limit of states"
    )]
    pub(super) fn new(taxonomy: &'t Taxonomy) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut names: Vec<Vec<Name<'t>>> = Vec::new();
        let mut positions: FxHashMap<String, usize> = FxHashMap::default();
        for technology in taxonomy.technologies() {
            // A single letter, as in "C" or "R", is found by its longer names only.
            for name in technology.names().filter(|name| name.text.len() > 1) {
                let key = name.text.to_ascii_lowercase();
                let position = *positions.entry(key.clone()).or_insert_with(|| {
                    patterns.push(key);
                    names.push(Vec::new());
                    patterns.len() - 1
                });
                if let Some(same) = names.get_mut(position) {
                    same.push(Name {
                        technology,
                        text: name.text,
                        ambiguous: name.ambiguous,
                    });
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .build(&patterns)
            .expect("an automaton of some thousand names");
        Self {
            starts: Starts::of(&patterns),
            automaton,
            by_pattern: names,
        }
    }

    /// Every place with a name, leftmost longest first, none in a placeholder.
    pub(super) fn find(&self, text: &Text<'_>) -> Vec<Candidate<'t>> {
        let flat = text.flat();
        let mut found = Vec::new();
        let mut at = 0;
        let mut in_word = false;
        for (place, letter) in flat.char_indices() {
            let begins = !in_word && place >= at;
            in_word = letter.is_alphanumeric();
            if !begins || !self.starts.may_be(flat.as_bytes(), place) {
                continue;
            }
            let input = Input::new(flat)
                .range(place..flat.len())
                .anchored(Anchored::Yes);
            let hit = self.automaton.find(input);
            if let Some(candidate) = hit.and_then(|hit| self.fitting(text, hit)) {
                at = candidate.range.end;
                found.push(candidate);
            }
        }
        found
    }

    /// The longest name at the place of a hit that stands as a word of its own.
    fn fitting(&self, text: &Text<'_>, hit: aho_corasick::Match) -> Option<Candidate<'t>> {
        let mut hit = hit;
        loop {
            let range = hit.range();
            if let Some(name) = self.named(text, hit.pattern().as_usize(), &range) {
                return Some(Candidate {
                    technology: name.technology,
                    range,
                    ambiguous: name.ambiguous,
                    name: name.text,
                });
            }
            let shorter = Input::new(text.flat())
                .range(range.start..range.end - 1)
                .anchored(Anchored::Yes);
            hit = self.automaton.find(shorter)?;
        }
    }

    fn named(&self, text: &Text<'_>, pattern: usize, range: &Range<usize>) -> Option<&Name<'t>> {
        let surface = text.slice(range.clone());
        let same = self.by_pattern.get(pattern)?;
        let name = same.iter().find(|name| name.text == surface).or_else(|| {
            same.iter()
                .find(|name| !name.technology.case_matters() || name.text.contains(' '))
        })?;
        let meant = stands_alone(text, range, name)
            && !text.in_placeholder(range)
            && !everyday::is_everyday(text, range, name.technology.slug().as_str());
        meant.then_some(name)
    }
}

/// Which three bytes a name may begin with; most words of a text do not.
struct Starts(Vec<bool>);

impl Starts {
    /// Bits of a byte that are looked at: enough for letters in either case.
    const BITS: u32 = 5;

    fn of(names: &[String]) -> Self {
        let mut starts = Self(vec![false; 1 << (3 * Self::BITS)]);
        for name in names {
            let mut letters = name.bytes();
            let (first, second) = (letters.next(), letters.next());
            let thirds = match letters.next() {
                Some(third) => third..=third,
                None => 0..=u8::MAX,
            };
            for third in thirds {
                let place = Self::place([first, second, Some(third)]);
                if let Some(start) = starts.0.get_mut(place) {
                    *start = true;
                }
            }
        }
        starts
    }

    fn place(letters: [Option<u8>; 3]) -> usize {
        letters.into_iter().fold(0, |place, letter| {
            place << Self::BITS | usize::from(letter.unwrap_or(0) & 0x1f)
        })
    }

    fn may_be(&self, text: &[u8], place: usize) -> bool {
        let at = |offset| text.get(place + offset).copied();
        self.0.get(Self::place([at(0), at(1), at(2)])) == Some(&true)
    }
}

/// Words that may follow a name after a hyphen: "Kafka-based", "redis-server".
const AFTER_HYPHEN: &[&str] = &[
    "agent",
    "as",
    "aware",
    "backed",
    "based",
    "cli",
    "client",
    "compatible",
    "driven",
    "exporter",
    "fed",
    "free",
    "hosted",
    "level",
    "like",
    "managed",
    "native",
    "only",
    "operator",
    "powered",
    "related",
    "server",
    "side",
    "specific",
    "style",
    "to",
];

/// Words that may precede a name before a hyphen: "non-Oracle", "self-hosted-GitLab".
const BEFORE_HYPHEN: &[&str] = &[
    "and", "cross", "inter", "legacy", "managed", "multi", "non", "old", "on", "post", "pre",
    "single", "to", "via",
];

fn stands_alone(text: &Text<'_>, range: &Range<usize>, name: &Name<'_>) -> bool {
    let before = text.before(range.start);
    let after = text.after(range.end);
    if before.is_some_and(char::is_alphanumeric) || only_a_scheme(text, range) {
        return false;
    }
    let mut end = range.end;
    if after.is_some_and(char::is_alphanumeric) {
        // "Postgres14" is a name with its version; "H2O" and "gin2" are something else.
        let digits = version_digits(text, range.end);
        if name.ambiguous || range.len() < 4 || digits == 0 {
            return false;
        }
        end += digits;
    }
    left_open(text, range.start) && right_open(text, range, end)
}

/// Whether what follows makes the name the scheme of an address. `postgres://` names a database;
/// `https://` and `s3://` name nothing but an address.
fn only_a_scheme(text: &Text<'_>, range: &Range<usize>) -> bool {
    let name = text.slice(range.clone()).to_ascii_lowercase();
    (name.starts_with("http") || name == "s3") && text.line_after(range.end, 3) == "://"
}

fn version_digits(text: &Text<'_>, position: usize) -> usize {
    let rest = text.slice(position..text.flat().len());
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let next = rest.get(digits..).and_then(|tail| tail.chars().next());
    if digits <= 4 && !next.is_some_and(|c| c.is_alphabetic() || c == '_' || c == '-') {
        digits
    } else {
        0
    }
}

fn left_open(text: &Text<'_>, start: usize) -> bool {
    let Some(joint) = text.before(start) else {
        return true;
    };
    let line = text.line_before(start, 80);
    let token = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let head = token.strip_suffix(joint).unwrap_or_default();
    let word = head
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    match joint {
        '_' | '@' | '#' | '\\' | '$' | '.' => false,
        // The language of a fence, and resource names of a cloud.
        '`' => !line.starts_with("```"),
        ':' => !token.contains("arn:"),
        '/' => !(head.is_empty() || head.contains(['.', '/', '~', ':', '@', '_', '-'])),
        '-' => {
            word.is_empty()
                || BEFORE_HYPHEN.contains(&word.to_lowercase().as_str())
                || (head == word && starts_upper(word) && word.len() > 1)
        }
        _ => true,
    }
}

fn right_open(text: &Text<'_>, range: &Range<usize>, end: usize) -> bool {
    let Some(joint) = text.after(end) else {
        return true;
    };
    let line = text.line_after(end, 80);
    let token = line.split(char::is_whitespace).next().unwrap_or_default();
    let tail = token.strip_prefix(joint).unwrap_or_default();
    let word_end = tail
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(tail.len());
    let (word, rest) = tail.split_at(word_end);
    match joint {
        '_' | '\\' => false,
        '@' => word.starts_with(|c: char| c.is_ascii_digit()),
        '.' => word.is_empty(),
        '/' => tail.is_empty() || (!word.is_empty() && !goes_on(rest)),
        '-' => {
            let named = text.slice(range.clone());
            let plain = !word.is_empty() && word.chars().all(char::is_alphabetic);
            let closed = !goes_on(rest);
            word.is_empty()
                || AFTER_HYPHEN.contains(&word)
                || (plain && closed && word.len() > 2 && starts_upper(named))
        }
        _ => true,
    }
}

/// Whether a path, host or identifier goes on after a word of it.
fn goes_on(rest: &str) -> bool {
    let mut next = rest.chars();
    next.next().is_some_and(|c| "/._-@".contains(c))
        && next.next().is_some_and(char::is_alphanumeric)
}

pub(super) fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
