//! How text becomes words: lower case, without accents, stemmed, and with the marks that tell
//! technologies apart (`c++`, `c#`, `.net`).
//!
//! Other punctuation separates words, and a query splits in the same way and asks for the parts
//! side by side: `node.js`, `pg_dump` and `kube-proxy` are found in each of their spellings.

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, Stemmer, TextAnalyzer, Token,
    TokenStream, Tokenizer, TokenizerManager,
};

use super::schema::{STEMMED, UNSTEMMED};

/// Longer words are noise (encoded blobs) and are left out.
const LONGEST_WORD: usize = 64;

/// Makes the analysers known to an index.
pub(super) fn register(tokenizers: &TokenizerManager) {
    tokenizers.register(STEMMED, stemmed());
    tokenizers.register(UNSTEMMED, unstemmed());
}

pub(super) fn stemmed() -> TextAnalyzer {
    TextAnalyzer::builder(WordTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST_WORD))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::English))
        .build()
}

pub(super) fn unstemmed() -> TextAnalyzer {
    TextAnalyzer::builder(WordTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST_WORD))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build()
}

/// The words of a text with their positions.
pub(super) fn analyse(analyser: &mut TextAnalyzer, text: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut stream = analyser.token_stream(text);
    while let Some(token) = stream.next() {
        words.push((token.position, token.text.clone()));
    }
    words
}

/// Byte ranges of the words of a text, in order.
pub(super) struct WordRanges<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> WordRanges<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self, from: usize) -> &'a str {
        self.text.get(from..).unwrap_or_default()
    }

    /// End of the word whose first character is at `start`.
    fn end_of_word(&self, start: usize) -> usize {
        let rest = self.rest(start);
        let mut length = 0;
        loop {
            let after = rest.get(length..).unwrap_or_default();
            length += after.find(|c| !is_word_character(c)).unwrap_or(after.len());
            let after = rest.get(length..).unwrap_or_default();
            let mut characters = after.chars();
            match (characters.next(), characters.next()) {
                (Some(apostrophe @ ('\'' | '\u{2019}')), Some(next)) if next.is_alphabetic() => {
                    length += apostrophe.len_utf8();
                }
                _ => break,
            }
        }
        let end = start + length;
        end + self.mark_after(start, end)
    }

    /// Length of the mark that belongs to a name: `++` or `#`.
    fn mark_after(&self, start: usize, end: usize) -> usize {
        let after = self.rest(end);
        let Some(mark) = ["++", "#"].into_iter().find(|mark| after.starts_with(mark)) else {
            return 0;
        };
        let named = self
            .text
            .get(start..end)
            .is_some_and(|word| word.chars().all(char::is_alphabetic));
        let closed = !self
            .rest(end + mark.len())
            .starts_with(|c: char| is_word_character(c) || matches!(c, '+' | '#'));
        if named && closed { mark.len() } else { 0 }
    }
}

impl Iterator for WordRanges<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let from = self.at;
        let offset = self.rest(from).find(is_word_character)?;
        let word = from + offset;
        let before = self.text.get(..word).unwrap_or_default();
        let dotted = before.ends_with('.')
            && self.rest(word).starts_with(char::is_alphabetic)
            && !before
                .trim_end_matches('.')
                .ends_with(|c: char| !c.is_whitespace() && !matches!(c, '(' | '"' | '`' | '*'))
            && !before.ends_with("..");
        let end = self.end_of_word(word);
        self.at = end;
        Some((if dotted { word - 1 } else { word }, end))
    }
}

fn is_word_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && is_further_word_character(c)
}

fn is_further_word_character(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// [`WordRanges`] as tantivy wants it.
#[derive(Clone, Default)]
struct WordTokenizer {
    token: Token,
}

struct WordStream<'a> {
    ranges: WordRanges<'a>,
    token: &'a mut Token,
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.reset();
        WordStream {
            ranges: WordRanges::new(text),
            token: &mut self.token,
        }
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((from, to)) = self.ranges.next() else {
            return false;
        };
        let word = self.ranges.text.get(from..to).unwrap_or_default();
        let token = &mut *self.token;
        token.position = token.position.wrapping_add(1);
        token.offset_from = from;
        token.offset_to = to;
        token.text.clear();
        if word.is_ascii() {
            token.text.push_str(word);
        } else {
            token.text.extend(word.chars().filter_map(plain_character));
        }
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// Combining accents are dropped, as the folding filter drops composed ones; the typographic
/// apostrophe becomes the plain one that the stemmer knows.
fn plain_character(c: char) -> Option<char> {
    match c {
        '\u{300}'..='\u{36f}' => None,
        '\u{2019}' => Some('\''),
        _ => Some(c),
    }
}
