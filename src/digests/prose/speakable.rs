//! What can be read aloud: words, not code, log lines, addresses or rows of placeholders.

use std::ops::Range;

use super::paragraph::Paragraph;
use super::{told, words};

const SENTENCE_WORDS: std::ops::RangeInclusive<usize> = 4..=40;
const LINE_WORDS: std::ops::RangeInclusive<usize> = 2..=40;
/// Longer words are keys, paths or hashes.
const WORD_LETTERS: usize = 28;
const LABEL_WORDS: usize = 3;
const HEADING_WORDS: usize = 6;
const PLACEHOLDERS: usize = 2;
const WORDS_A_PLACEHOLDER: usize = 4;
/// One name between backticks can be read aloud, a command cannot.
const CODE_LETTERS: usize = 24;

/// Whether this part of a paragraph is a sentence to read aloud.
pub(super) fn sentence(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    let text = paragraph.part(range);
    SENTENCE_WORDS.contains(&words(text))
        && begins(text)
        && ends(text)
        && !labelled(text)
        && !run_on(text)
        && !unanswered(text)
        && !points_elsewhere(text)
        && !told::logged(text)
        && told::has_a_verb(text)
        && plain(paragraph, range)
}

/// Whether this part of a paragraph is a line to read aloud; it need not be a sentence.
pub(super) fn line(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    let text = paragraph.part(range);
    LINE_WORDS.contains(&words(text)) && !points_elsewhere(text) && plain(paragraph, range)
}

fn begins(text: &str) -> bool {
    let text = text.trim_start_matches(['"', '\u{201c}', '\u{201e}', '\u{ab}', '(', '[']);
    text.chars().next().is_some_and(char::is_uppercase)
}

fn ends(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\u{201d}', '\u{bb}', ')', '\'']);
    text.ends_with(['.', '!']) && !text.ends_with("..")
}

/// A mark that took the full stop with it, so that two sentences stand as one.
fn run_on(text: &str) -> bool {
    ["We", "It", "They", "The", "I", "She", "He", "This"]
        .iter()
        .any(|word| text.contains(&format!("] {word} ")))
}

/// "What could have happened.": a heading that ends as a sentence does.
fn unanswered(text: &str) -> bool {
    let asks = ["What", "How", "Why", "Who", "Where"];
    let first = text.split_whitespace().next().unwrap_or_default();
    asks.contains(&first) && words(text) <= HEADING_WORDS
}

/// `Status: final`, `Good: ...`: a field of a form or a list, not a sentence.
fn labelled(text: &str) -> bool {
    let mut labels = text
        .split_whitespace()
        .enumerate()
        .filter(|(_, word)| word.ends_with(':'))
        .map(|(at, _)| at);
    let dash = |word: &str| matches!(word, "-" | "–" | "—");
    let headed = text.split_whitespace().take(LABEL_WORDS).any(dash);
    headed || labels.next().is_some_and(|at| at < LABEL_WORDS) || labels.next().is_some()
}

fn plain(paragraph: &Paragraph, range: &Range<usize>) -> bool {
    let text = paragraph.part(range);
    let code: Vec<_> = paragraph.code(range).collect();
    code.len() <= 1
        && code.iter().all(|name| {
            name.len() <= CODE_LETTERS
                && name
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ' '))
        })
        && text.split_whitespace().all(readable)
        && balanced(text)
        && !text.contains(".\",")
        && placeholders(text)
}

/// A word of prose. Underscores, slashes at the start, operators and the like are those of code,
/// paths, addresses and tables; `LEVEL:` is that of a log.
fn readable(word: &str) -> bool {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    let level = word.len() > 3
        && word
            .strip_suffix(':')
            .is_some_and(|level| level.bytes().all(|b| b.is_ascii_uppercase()));
    word.chars().count() <= WORD_LETTERS
        && !level
        && !word.contains([
            '|', '{', '}', '<', '>', '=', '\\', '~', '^', '#', '*', '_', '@', '$', '`', '\u{fffc}',
        ])
        && !word.contains("://")
        && !word.contains("()")
        && !inner.contains("::")
        && !word.starts_with(['/', '.'])
        && !word.starts_with("--")
        && word.matches('/').count() < 2
        && (word.chars().any(char::is_alphanumeric) || matches!(word, "-" | "–" | "—" | "&" | "+"))
}

fn balanced(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('(') == count(')') && count('[') == count(']') && count('"').is_multiple_of(2)
}

/// Few placeholders, no two side by side, and words enough around them.
fn placeholders(text: &str) -> bool {
    let mut rest = text;
    let mut gaps = Vec::new();
    while let Some((before, after)) = rest.split_once('[') {
        let Some((_, after)) = after.split_once(']') else {
            return false;
        };
        gaps.push(before);
        rest = after;
    }
    let listed = gaps
        .iter()
        .skip(1)
        .any(|gap| matches!(gap.trim(), "" | "," | "and" | ", and" | "/" | "&" | "-"));
    gaps.len() <= PLACEHOLDERS && !listed && gaps.len() * WORDS_A_PLACEHOLDER <= words(text)
}

/// Words that send the reader to something a digest does not show, speak of the writing, or stand
/// for what nobody should be read out: how to reach somebody, a secret.
const ELSEWHERE: [&str; 36] = [
    "[phone",
    "[e-mail",
    "[secret",
    "[handle",
    "sorry for",
    " please",
    "my messages",
    "as a story",
    "this one as",
    "where this goes",
    "the author",
    "key words must",
    " the ticket (",
    " below,",
    " below.",
    " below)",
    "short version",
    "post mortem",
    "post-mortem",
    "postmortem",
    "write-up",
    "this story",
    "the summary",
    "this summary",
    "see below",
    "see above",
    "shown above",
    "described above",
    "mentioned above",
    "(above",
    "the following",
    "as follows",
    "screenshot",
    "the graph",
    "this document",
    "this report",
];

fn points_elsewhere(text: &str) -> bool {
    let lower = text.to_lowercase();
    ELSEWHERE.iter().any(|words| lower.contains(words))
}
