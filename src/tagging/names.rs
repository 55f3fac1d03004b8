//! Names of technologies in a text: looked up by their first word, then judged by the shape of the place.

use std::cmp::Reverse;
use std::ops::Range;

use crate::taxonomy::{Taxonomy, Technology};

use super::everyday;
use super::nearby::Beginnings;
use super::text::Text;
use super::vocabulary::{ByWord, Vocabulary, WordId};
use super::words::Word;

/// A place where a name stands as a word of its own.
pub(super) struct Candidate<'t> {
    pub(super) technology: &'t Technology,
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// The name is also a word, person, place or company.
    pub(super) ambiguous: bool,
    /// The name as the taxonomy writes it.
    pub(super) name: &'t str,
    /// What the cues of the technology may begin with.
    pub(super) cues: Beginnings,
}

struct Name<'t> {
    technology: &'t Technology,
    text: &'t str,
    ambiguous: bool,
    /// Several everyday words, which mean something else in small letters: `Direct Connect`.
    plain: bool,
    cues: Beginnings,
}

/// Names that differ in case only, in small letters.
struct Spelling<'t> {
    /// What stands before the first word, as the point of `.NET`.
    lead: String,
    /// What follows the first word.
    rest: String,
    names: Vec<Name<'t>>,
}

/// All names, ready to be found.
pub(super) struct Names<'t> {
    /// By first word, the longest first.
    by_word: ByWord<Spelling<'t>>,
}

impl<'t> Names<'t> {
    pub(super) fn new(taxonomy: &'t Taxonomy, vocabulary: &mut Vocabulary) -> Self {
        let mut by_word: ByWord<Spelling<'t>> = ByWord::default();
        for technology in taxonomy.technologies() {
            for name in technology.names() {
                let (lead, first, rest) = parts(name.text);
                let same = by_word.entry(vocabulary.learn(&first));
                let name = Name {
                    technology,
                    text: name.text,
                    ambiguous: name.ambiguous,
                    plain: everyday::are_plain_words(name.text),
                    cues: Beginnings::of(technology.cues()),
                };
                match same.iter_mut().find(|s| s.lead == lead && s.rest == rest) {
                    Some(spelling) => spelling.names.push(name),
                    None => same.push(Spelling {
                        lead,
                        rest,
                        names: vec![name],
                    }),
                }
            }
        }
        for spellings in by_word.values_mut() {
            spellings.sort_by_key(|spelling| Reverse(spelling.lead.len() + spelling.rest.len()));
        }
        Self { by_word }
    }

    /// Every place with a name, leftmost longest first, none in a placeholder.
    pub(super) fn find(
        &self,
        text: &Text<'_>,
        words: &[Word],
        vocabulary: &Vocabulary,
    ) -> Vec<Candidate<'t>> {
        let mut found = Vec::new();
        let mut at = 0;
        for word in words {
            if word.start < at || word.id == WordId::BREAK {
                continue;
            }
            let candidate = if word.id == WordId::UNKNOWN {
                let letters = without_digits(text.lower(word.range()).as_bytes());
                letters.and_then(|letters| {
                    let end = word.start + letters.len();
                    self.fitting(text, word.start..end, vocabulary.id(letters), at)
                })
            } else {
                self.fitting(text, word.range(), word.id, at)
            };
            if let Some(candidate) = candidate {
                at = candidate.range.end;
                found.push(candidate);
            }
        }
        found
    }

    /// The longest name from a first word on, not before `floor`, that stands as a word of its own.
    fn fitting(
        &self,
        text: &Text<'_>,
        first: Range<usize>,
        id: WordId,
        floor: usize,
    ) -> Option<Candidate<'t>> {
        let lower = text.lower(0..text.raw().len()).as_bytes();
        let before = lower.get(floor..first.start)?;
        let after = lower.get(first.end..)?;
        self.by_word.get(id).iter().find_map(|spelling| {
            if !reads(after, spelling.rest.as_bytes())
                || !before.ends_with(spelling.lead.as_bytes())
            {
                return None;
            }
            let range = first.start - spelling.lead.len()..first.end + spelling.rest.len();
            let name = meant(text, spelling, &range)?;
            Some(Candidate {
                ambiguous: name.ambiguous || (name.plain && in_small_letters(text, &range)),
                technology: name.technology,
                range,
                name: name.text,
                cues: name.cues,
            })
        })
    }
}

/// What stands before the first word of a name, the word and what follows it, in small letters.
fn parts(name: &str) -> (String, String, String) {
    let name = name.to_lowercase();
    let start = name.find(char::is_alphanumeric).unwrap_or_default();
    let (lead, word) = name.split_at(start);
    let end = word
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(word.len());
    let (word, rest) = word.split_at(end);
    (lead.to_owned(), word.to_owned(), rest.to_owned())
}

/// A word without the digits at its end, if it has some.
fn without_digits(word: &[u8]) -> Option<&[u8]> {
    word.last().filter(|byte| byte.is_ascii_digit())?;
    let letters = word.iter().rposition(|byte| !byte.is_ascii_digit())?;
    word.get(..=letters)
}

/// Whether a text in small letters begins as a name goes on, whose words may stand on two lines.
fn reads(text: &[u8], rest: &[u8]) -> bool {
    let same = |(t, n): (&u8, &u8)| t == n || (*n == b' ' && matches!(t, b'\n' | b'\r' | b'\t'));
    text.len() >= rest.len() && text.iter().zip(rest).all(same)
}

/// The name that a place means, of those that differ in case only.
fn meant<'n, 't>(
    text: &Text<'_>,
    spelling: &'n Spelling<'t>,
    range: &Range<usize>,
) -> Option<&'n Name<'t>> {
    let surface = text.slice(range.clone());
    let same = &spelling.names;
    let name = same.iter().find(|name| name.text == surface).or_else(|| {
        same.iter()
            .find(|name| !name.technology.case_matters() || name.text.contains(' '))
    })?;
    let meant = stands_alone(text, range, name)
        && !everyday::is_everyday(text, range, name.technology.slug().as_str());
    meant.then_some(name)
}

/// Ends of files that belong to what they are called after: `airflow.cfg`, `chrony.conf`.
const CONFIG: &[&str] = &["cfg", "conf", "ini", "service", "tfstate"];

fn in_small_letters(text: &Text<'_>, range: &Range<usize>) -> bool {
    !text.slice(range.clone()).contains(char::is_uppercase)
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
    if before.is_some_and(char::is_alphanumeric)
        || (after == Some(':') && only_a_scheme(text, range))
    {
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
    if text.line_after(range.end, 3) != "://" {
        return false;
    }
    let name = text.lower(range.clone());
    name.starts_with("http") || name == "s3"
}

fn version_digits(text: &Text<'_>, position: usize) -> usize {
    let rest = text.slice(position..text.raw().len());
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
        '.' => word.is_empty() || (CONFIG.contains(&word) && !goes_on(rest)),
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
