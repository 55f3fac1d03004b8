//! From tokens to an expression and filters.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::super::{FacetField, Names};
use super::MOST_TERMS;
use super::expression::Expr;
use super::filter::Filter;
use super::lexer::{Kind, Token};
use super::note::Note;

/// Words that carry no meaning of their own; alone side by side with others they are not asked for.
const EMPTY_WORDS: [&str; 46] = [
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "does", "for",
    "from", "happens", "has", "have", "how", "i", "if", "in", "is", "it", "my", "not", "of", "on",
    "or", "our", "that", "the", "their", "this", "to", "was", "we", "were", "what", "when",
    "where", "which", "why", "will", "with", "you",
];

/// Reads the tokens; the expression holds what is not a filter standing side by side at the top.
pub(super) fn parse(
    tokens: Vec<Token>,
    names: &dyn Names,
    notes: &mut Vec<Note>,
) -> (Option<Expr>, Vec<Filter>) {
    let mut parser = Parser {
        tokens: tokens.into_iter().peekable(),
        names,
        notes,
        terms: 0,
    };
    let items = match parser.alternatives() {
        Some(Expr::Together(items)) => items,
        single => single.into_iter().collect(),
    };
    let mut filters = Vec::new();
    let mut rest = Vec::new();
    for item in items {
        match item {
            Expr::Filter(filter) => filters.push(filter),
            other => rest.push(other),
        }
    }
    drop_empty_words(&mut rest);
    (joined(rest, Expr::Together), filters)
}

/// Whether a filter put before the tokens would join only a part of them.
pub(super) fn is_loose(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    tokens.iter().enumerate().any(|(place, token)| {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Or => return depth == 0,
            Kind::And => return place == 0,
            _ => {}
        }
        false
    })
}

/// Leaves out words such as "the" where others stand beside them.
fn drop_empty_words(items: &mut Vec<Expr>) {
    let is_empty_word = |item: &Expr| {
        matches!(item, Expr::Words { text, codes } if codes.is_empty()
            && EMPTY_WORDS.contains(&text.to_lowercase().as_str()))
    };
    if items.iter().any(|item| !is_empty_word(item)) {
        items.retain(|item| !is_empty_word(item));
    }
}

/// One item as itself, several joined, none as nothing.
fn joined(mut items: Vec<Expr>, join: fn(Vec<Expr>) -> Expr) -> Option<Expr> {
    if items.len() > 1 {
        Some(join(items))
    } else {
        items.pop()
    }
}

struct Parser<'a> {
    tokens: Peekable<IntoIter<Token>>,
    names: &'a dyn Names,
    notes: &'a mut Vec<Note>,
    terms: usize,
}

impl Parser<'_> {
    fn take(&mut self, kind: &Kind) -> bool {
        self.tokens.next_if(|token| token.kind == *kind).is_some()
    }

    /// a OR b OR c
    fn alternatives(&mut self) -> Option<Expr> {
        let mut items: Vec<Expr> = Vec::new();
        loop {
            let item = self.side_by_side();
            let complete = item.is_some();
            items.extend(item);
            if !self.take(&Kind::Or) {
                if !complete && !items.is_empty() {
                    self.notes.push(Note::LooseOperator);
                }
                return joined(items, Expr::Or);
            }
            if !complete {
                self.notes.push(Note::LooseOperator);
            }
        }
    }

    /// a b c, until OR, a closing parenthesis or the end.
    fn side_by_side(&mut self) -> Option<Expr> {
        let mut items = Vec::new();
        while let Some(token) = self.tokens.peek() {
            match token.kind {
                Kind::Or | Kind::Close => break,
                Kind::And => {
                    self.tokens.next();
                    self.notes.push(Note::LooseOperator);
                }
                _ => items.extend(self.conjunction()),
            }
        }
        drop_empty_words(&mut items);
        joined(items, Expr::Together)
    }

    /// a AND b AND c
    fn conjunction(&mut self) -> Option<Expr> {
        let mut items: Vec<Expr> = self.negation().into_iter().collect();
        while self.take(&Kind::And) {
            let next = match self.tokens.peek() {
                None => None,
                Some(token) if matches!(token.kind, Kind::And | Kind::Or | Kind::Close) => None,
                Some(_) => self.negation(),
            };
            if next.is_none() {
                self.notes.push(Note::LooseOperator);
            }
            items.extend(next);
        }
        joined(items, Expr::And)
    }

    /// NOT a, -a
    fn negation(&mut self) -> Option<Expr> {
        let mut negated = false;
        while self.take(&Kind::Not) {
            negated = !negated;
        }
        let operand = match self.tokens.peek() {
            Some(token) if !matches!(token.kind, Kind::And | Kind::Or | Kind::Close) => {
                self.operand()
            }
            _ => {
                self.notes.push(Note::LooseOperator);
                None
            }
        };
        if negated {
            operand.map(|operand| Expr::Not(Box::new(operand)))
        } else {
            operand
        }
    }

    fn operand(&mut self) -> Option<Expr> {
        let Token { kind, span } = self.tokens.next()?;
        match kind {
            Kind::Open => {
                let inner = self.alternatives();
                self.take(&Kind::Close);
                inner
            }
            Kind::Field(field, value) => match Filter::read(field, &value, span, self.names) {
                Ok(filter) => Some(Expr::Filter(filter)),
                Err(note) => {
                    let searchable = !matches!(note, Note::BadRange { .. });
                    self.notes.push(note);
                    searchable.then(|| self.words(value)).flatten()
                }
            },
            Kind::Word(text) | Kind::Phrase(text) => self.words(text),
            Kind::Prefix(text) => self.counted().then_some(Expr::Prefix(text)),
            Kind::And | Kind::Or | Kind::Not | Kind::Close => None,
        }
    }

    fn words(&mut self, text: String) -> Option<Expr> {
        if !text.contains(char::is_alphanumeric) || !self.counted() {
            return None;
        }
        let technology = self
            .names
            .technology(&text)
            .map(|slug| (FacetField::Technology, slug.to_string()));
        let mode = self
            .names
            .mode(&text)
            .map(|slug| (FacetField::FailureMode, slug.to_string()));
        let codes = technology.into_iter().chain(mode).collect();
        Some(Expr::Words { text, codes })
    }

    /// Counts a term; false when there are enough.
    fn counted(&mut self) -> bool {
        self.terms += 1;
        let room = self.terms <= MOST_TERMS;
        if !room {
            self.notes.push(Note::TooManyTerms { limit: MOST_TERMS });
        }
        room
    }
}
