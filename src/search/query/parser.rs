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
const EMPTY_WORDS: [&str; 60] = [
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
    "could", "did", "do", "does", "for", "from", "goes", "had", "happens", "has", "have", "how",
    "i", "if", "in", "into", "is", "it", "its", "my", "not", "of", "on", "or", "our", "should",
    "so", "that", "the", "their", "there", "they", "this", "to", "was", "we", "were", "what",
    "when", "where", "which", "why", "will", "with", "would", "you",
];

/// Names of more words than this are not looked for.
const LONGEST_NAME: usize = 4;

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
        matches!(item, Expr::Words { text, codes, .. } if codes.is_empty()
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
        let mut items = self.join_names(&items);
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
            Kind::Near(text) => self.counted().then_some(Expr::Near(text)),
            Kind::And | Kind::Or | Kind::Not | Kind::Close => None,
        }
    }

    fn words(&mut self, text: String) -> Option<Expr> {
        if !text.contains(char::is_alphanumeric) || !self.counted() {
            return None;
        }
        Some(self.named(text))
    }

    /// The words with what goes by this name, or by another way to say it.
    fn named(&self, text: String) -> Expr {
        let also = self.names.synonyms(&text).to_vec();
        let mut codes = Vec::new();
        for name in std::iter::once(&text).chain(&also) {
            for field in [FacetField::Technology, FacetField::FailureMode] {
                let code = self.names.code(field, name);
                codes.extend(code.map(|code| (field, code.to_string())));
            }
        }
        codes.sort();
        codes.dedup();
        Expr::Words { text, codes, also }
    }

    /// Words side by side that together are a name, such as `sql server` or `out of memory`, are
    /// found as those words or by that name.
    fn join_names(&self, items: &[Expr]) -> Vec<Expr> {
        let mut joined_items = Vec::with_capacity(items.len());
        let mut rest = items;
        while let Some((first, after)) = rest.split_first() {
            let name = (2..=LONGEST_NAME.min(rest.len())).rev().find_map(|length| {
                let (run, after) = rest.split_at_checked(length)?;
                let words: Option<Vec<&str>> = run.iter().map(Expr::single_word).collect();
                let name = self.named(words?.join(" "));
                matches!(&name, Expr::Words { codes, also, .. }
                    if !codes.is_empty() || !also.is_empty())
                .then_some((run, name, after))
            });
            if let Some((run, name, after)) = name {
                let mut run = run.to_vec();
                drop_empty_words(&mut run);
                let alternatives = joined(run, Expr::Together).into_iter().chain([name]);
                joined_items.push(Expr::Or(alternatives.collect()));
                rest = after;
            } else {
                joined_items.push(first.clone());
                rest = after;
            }
        }
        joined_items
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
