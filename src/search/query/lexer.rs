//! From text to tokens.

use std::ops::Range;

use super::super::FacetField;
use super::note::Note;

/// A token with its place in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Open,
    Close,
    And,
    Or,
    Not,
    Word(String),
    Prefix(String),
    Near(String),
    Phrase(String),
    Field(FacetField, String),
}

/// The tokens of a query.
pub(super) fn tokens(text: &str, notes: &mut Vec<Note>) -> Vec<Token> {
    let mut lexer = Lexer {
        text,
        at: 0,
        tokens: Vec::new(),
        notes,
    };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
    notes: &'a mut Vec<Note>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, start: usize, kind: Kind) {
        let span = start..self.at;
        self.tokens.push(Token { kind, span });
    }

    /// Takes one token; false at the end.
    fn step(&mut self) -> bool {
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return false;
        };
        match first {
            '(' | ')' => {
                self.at += 1;
                self.push(
                    start,
                    if first == '(' {
                        Kind::Open
                    } else {
                        Kind::Close
                    },
                );
            }
            c if is_quote(c) => {
                let phrase = self.quoted();
                self.push(start, Kind::Phrase(phrase));
            }
            '-' | '\u{2212}' => self.minus(first),
            c if c.is_whitespace() || is_separator(c) => self.at += c.len_utf8(),
            _ => self.chunk(),
        }
        true
    }

    /// A minus right before a word, at the start of one, excludes it; elsewhere it means nothing.
    fn minus(&mut self, minus: char) {
        let start = self.at;
        self.at += minus.len_utf8();
        let followed = self
            .rest()
            .starts_with(|c: char| c.is_alphanumeric() || c == '(' || c == '.' || is_quote(c));
        if followed {
            self.push(start, Kind::Not);
        }
    }

    /// From an opening quotation mark to its partner or the end.
    fn quoted(&mut self) -> String {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        let rest = self.rest();
        let end = rest.find(is_quote).unwrap_or(rest.len());
        let content = rest.get(..end).unwrap_or_default();
        self.at += content.len();
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        content.to_owned()
    }

    /// An operator, a field or a word.
    fn chunk(&mut self) {
        let start = self.at;
        let rest = self.rest();
        let length = rest
            .find(|c: char| {
                c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c) || is_separator(c)
            })
            .unwrap_or(rest.len());
        let chunk = rest.get(..length).unwrap_or_default();
        self.at += length;
        match chunk {
            "AND" | "&&" => self.push(start, Kind::And),
            "OR" | "||" => self.push(start, Kind::Or),
            "NOT" => self.push(start, Kind::Not),
            _ => match chunk.split_once(':') {
                Some((name, value)) if is_field_name(name) => self.field(start, name, value),
                _ => self.word(start, chunk),
            },
        }
    }

    fn field(&mut self, start: usize, name: &str, value: &str) {
        let quoted = value.is_empty() && self.rest().starts_with(is_quote);
        let value = if quoted {
            self.quoted()
        } else {
            value.to_owned()
        };
        match FacetField::parse(name) {
            Some(field) if value.trim().is_empty() => self.notes.push(Note::NoValue(field)),
            Some(field) => self.push(start, Kind::Field(field, value)),
            None if value.is_empty() => self.word(start, name),
            None => {
                self.notes.push(Note::UnknownField(name.to_owned()));
                self.word(start, name);
                if quoted {
                    self.push(start, Kind::Phrase(value));
                } else {
                    self.word(start, &value);
                }
            }
        }
    }

    fn word(&mut self, start: usize, word: &str) {
        if !word.contains(char::is_alphanumeric) {
            return;
        }
        let near = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let kind = match word.strip_suffix('*') {
            // `~2` is how others write how far the spelling may be off; here the length decides.
            None if near.len() > 1 && near.ends_with('~') => {
                let near = near.trim_end_matches('~');
                if near.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
                    self.notes.push(Note::ShortNear(near.to_owned()));
                    Kind::Word(near.to_owned())
                } else {
                    Kind::Near(near.to_owned())
                }
            }
            None => Kind::Word(word.to_owned()),
            Some(prefix) if prefix.chars().filter(|c| c.is_alphanumeric()).count() < 2 => {
                self.notes.push(Note::ShortPrefix(prefix.to_owned()));
                Kind::Word(prefix.to_owned())
            }
            Some(prefix) => Kind::Prefix(prefix.to_owned()),
        };
        self.push(start, kind);
    }
}

/// Quotation marks, straight or typographic; any of them closes any other.
pub(super) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}'
    )
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';')
}

/// Fields are named in letters and hyphens, so that times and addresses are not taken for one.
fn is_field_name(name: &str) -> bool {
    !name.is_empty()
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
}
