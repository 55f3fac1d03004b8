//! The part of a report's text that shows why it was found.

use tantivy::tokenizer::TextAnalyzer;

use crate::anonymise::RedactedText;
use crate::report::Report;

use super::document::{push_snippet_line, snippet_lines};
use super::query::Expr;
use super::words::{WordRanges, analyse, stemmed, unstemmed};

/// Bytes of text a snippet is cut from, at most.
const LONGEST_TEXT: usize = 64 * 1024;
/// Words asked for that are looked at, at most.
const MOST_MATCHES: usize = 200;
/// Bytes of a snippet, about.
const LENGTH: usize = 240;
/// Bytes before the first word that was asked for, at most.
const BEFORE: usize = 60;

/// A stretch of a snippet, not escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is a word that was asked for.
    pub highlighted: bool,
}

/// Cuts snippets for one query.
#[derive(Clone, Debug, Default)]
pub struct Snippets {
    stems: Vec<String>,
    prefixes: Vec<String>,
}

/// A word of the text that was asked for.
#[derive(Clone, Copy)]
struct Match {
    start: usize,
    end: usize,
    /// Which of the words asked for.
    which: usize,
}

impl Snippets {
    pub(super) fn of(expression: Option<&Expr>) -> Self {
        let mut snippets = Self::default();
        let (mut stemmed, mut unstemmed) = (stemmed(), unstemmed());
        if let Some(expression) = expression {
            expression.wanted(&mut |wanted| match wanted {
                Expr::Words { text, also, .. } => {
                    for way in [text].into_iter().chain(also) {
                        let words = analyse(&mut stemmed, way);
                        snippets
                            .stems
                            .extend(words.into_iter().map(|(_, word)| word));
                    }
                }
                Expr::Prefix(text) => {
                    let words = analyse(&mut unstemmed, text);
                    snippets
                        .prefixes
                        .extend(words.into_iter().map(|(_, word)| word));
                }
                _ => {}
            });
        }
        for words in [&mut snippets.stems, &mut snippets.prefixes] {
            words.sort_unstable();
            words.dedup();
        }
        snippets
    }

    /// How many different words are asked for.
    fn words(&self) -> usize {
        self.stems.len() + self.prefixes.len()
    }

    /// The part of a report around the words asked for, to be escaped by whoever shows it.
    pub fn cut(&self, report: &Report<RedactedText>) -> Vec<Piece> {
        let mut cutter = Cutter {
            stemmed: stemmed(),
            unstemmed: unstemmed(),
            asked: self,
        };
        cutter.cut(snippet_lines(report))
    }
}

struct Cutter<'a> {
    stemmed: TextAnalyzer,
    unstemmed: TextAnalyzer,
    asked: &'a Snippets,
}

impl Cutter<'_> {
    /// The snippet of a text: where the most different words asked for stand close together, or
    /// its beginning. The text is read no further than the snippet needs.
    fn cut<'t>(&mut self, lines: impl Iterator<Item = &'t str>) -> Vec<Piece> {
        let mut text = String::new();
        let mut matches = Vec::new();
        let mut best = None;
        for line in lines {
            let from = text.len();
            push_snippet_line(&mut text, line);
            text.truncate(up_to(&text, LONGEST_TEXT).len());
            self.matches(&text, from, &mut matches);
            best = densest(&matches);
            let all_together = best.map_or(0, |(different, _)| different) == self.asked.words();
            let focus = best.map_or(0, |(_, found)| found.start);
            if all_together && text.len() > focus + LENGTH || text.len() + 4 > LONGEST_TEXT {
                break;
            }
        }
        let text = text.as_str();
        let start = start_of_snippet(text, best.map_or(0, |(_, found)| found.start));
        let end = start + up_to_word(text.get(start..).unwrap_or_default(), LENGTH);
        let mut pieces = Pieces::default();
        if start > 0 {
            pieces.push("… ", false);
        }
        let mut at = start;
        for found in matches {
            if found.start >= at && found.end <= end {
                pieces.push(text.get(at..found.start).unwrap_or_default(), false);
                pieces.push(text.get(found.start..found.end).unwrap_or_default(), true);
                at = found.end;
            }
        }
        pieces.push(text.get(at..end).unwrap_or_default(), false);
        if end < text.trim_end().len() {
            pieces.push(" …", false);
        }
        pieces.done
    }

    /// Adds the words asked for that stand in the text from a place on.
    fn matches(&mut self, text: &str, from: usize, matches: &mut Vec<Match>) {
        if self.asked.words() == 0 {
            return;
        }
        let line = text.get(from..).unwrap_or_default();
        for (start, end) in WordRanges::new(line) {
            if matches.len() == MOST_MATCHES {
                break;
            }
            let word = line.get(start..end).unwrap_or_default();
            if let Some(which) = self.which(word) {
                let (start, end) = (from + start, from + end);
                matches.push(Match { start, end, which });
            }
        }
    }

    /// Stemming is dear, and it changes the first letter of no word and the second of short ones
    /// only (`dying`, `skies`).
    fn may_be_asked(&self, word: &str) -> bool {
        let mut letters = word.bytes().map(|letter| letter.to_ascii_lowercase());
        let (Some(first), second) = (letters.next(), letters.next()) else {
            return false;
        };
        let short = word.len() < 7;
        !word.is_ascii()
            || self
                .asked
                .stems
                .iter()
                .chain(&self.asked.prefixes)
                .any(|asked| {
                    let mut letters = asked.bytes();
                    letters.next() == Some(first) && (short || letters.next() == second)
                })
    }

    /// Which of the words asked for this is.
    fn which(&mut self, word: &str) -> Option<usize> {
        if !self.may_be_asked(word) {
            return None;
        }
        let word_in = |analyser: &mut TextAnalyzer| {
            let mut stream = analyser.token_stream(word);
            stream.next().map(|token| token.text.clone())
        };
        if !self.asked.stems.is_empty() {
            let stem = word_in(&mut self.stemmed)?;
            let place = self.asked.stems.iter().position(|asked| *asked == stem);
            if place.is_some() {
                return place;
            }
        }
        if self.asked.prefixes.is_empty() {
            return None;
        }
        let plain = word_in(&mut self.unstemmed)?;
        let place = self
            .asked
            .prefixes
            .iter()
            .position(|asked| plain.starts_with(asked.as_str()))?;
        Some(self.asked.stems.len() + place)
    }
}

/// The first of those matches that have the most different words within a snippet's length, and
/// how many these are.
fn densest(matches: &[Match]) -> Option<(usize, Match)> {
    let mut best: Option<(usize, Match)> = None;
    for (place, first) in matches.iter().enumerate() {
        let seen = matches
            .iter()
            .skip(place)
            .take_while(|other| other.end <= first.start + LENGTH - BEFORE)
            .fold(0_u64, |seen, other| seen | 1 << other.which.min(63));
        let different = seen.count_ones() as usize;
        if best.is_none_or(|(most, _)| different > most) {
            best = Some((different, *first));
        }
    }
    best
}

/// A little before the match: the start of its line if that is near, or of a word.
fn start_of_snippet(text: &str, focus: usize) -> usize {
    let mut from = focus.saturating_sub(BEFORE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let near = text.get(from..focus).unwrap_or_default();
    if from == 0 {
        0
    } else if let Some(line) = near.rfind('\n') {
        from + line + 1
    } else if let Some(sentence) = near.rfind(". ") {
        from + sentence + 2
    } else {
        near.find(' ').map_or(focus, |word| from + word + 1)
    }
}

/// Length of the text's beginning up to a limit, without half a word.
fn up_to_word(text: &str, limit: usize) -> usize {
    let beginning = up_to(text, limit);
    if beginning.len() == text.len() {
        text.trim_end().len()
    } else {
        let whole = beginning
            .rfind(char::is_whitespace)
            .unwrap_or(beginning.len());
        beginning.get(..whole).unwrap_or_default().trim_end().len()
    }
}

/// The text's beginning, at most so many bytes.
fn up_to(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Pieces with white space made single spaces, also across their borders.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
}

impl Pieces {
    fn push(&mut self, text: &str, highlighted: bool) {
        let mut spaced = self.done.last().is_none_or(|last| last.text.ends_with(' '));
        let mut clean = String::with_capacity(text.len());
        for c in text.chars() {
            if !c.is_whitespace() {
                clean.push(c);
                spaced = false;
            } else if !spaced {
                clean.push(' ');
                spaced = true;
            }
        }
        match self.done.last_mut() {
            _ if clean.is_empty() => {}
            Some(last) if last.highlighted == highlighted => last.text.push_str(&clean),
            _ => self.done.push(Piece {
                text: clean,
                highlighted,
            }),
        }
    }
}
