//! The parsed form of a query's words.

use super::super::FacetField;
use super::filter::Filter;

/// What a report must satisfy.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::search) enum Expr {
    /// A word, or a phrase of several; alternatively any of these codes.
    Words {
        /// As typed.
        text: String,
        /// Technologies and failure modes that go by this name.
        codes: Vec<(FacetField, String)>,
        /// Other ways to say the same.
        also: Vec<String>,
    },
    /// Words that begin like this.
    Prefix(String),
    /// Words spelt nearly like this.
    Near(String),
    /// A filter inside an expression.
    Filter(Filter),
    /// Not this.
    Not(Box<Expr>),
    /// All of these because the reader wrote so.
    And(Vec<Expr>),
    /// All of these because they stand side by side.
    Together(Vec<Expr>),
    /// Any of these.
    Or(Vec<Expr>),
}

impl Expr {
    /// The same with words that stand side by side as alternatives; `None` if that is the same.
    /// Filters and exclusions stay as strict as they were.
    pub(in crate::search) fn relaxed(&self) -> Option<Self> {
        let (mut words, mut all) = (Vec::new(), Vec::new());
        self.loosen(&mut words, &mut all);
        if words.len() < 2 {
            return None;
        }
        all.push(Self::Or(words));
        Some(if all.len() == 1 {
            all.remove(0)
        } else {
            Self::And(all)
        })
    }

    /// Takes apart what stands side by side, also where it is one way to read a name of several
    /// words.
    fn loosen(&self, words: &mut Vec<Self>, strict: &mut Vec<Self>) {
        match self {
            Self::Together(items) => {
                for item in items {
                    item.loosen(words, strict);
                }
            }
            Self::Or(items) => {
                for item in items {
                    match item {
                        Self::Together(parts) if parts.iter().all(Self::is_word) => {
                            words.extend(parts.iter().cloned());
                        }
                        _ => words.push(item.clone()),
                    }
                }
            }
            Self::Filter(_) | Self::Not(_) => strict.push(self.clone()),
            _ => words.push(self.clone()),
        }
    }

    fn is_word(&self) -> bool {
        matches!(self, Self::Words { .. } | Self::Prefix(_) | Self::Near(_))
    }

    /// A word that stands by itself, as typed.
    pub(super) fn single_word(&self) -> Option<&str> {
        match self {
            Self::Words { text, .. } if !text.contains(char::is_whitespace) => Some(text),
            _ => None,
        }
    }

    /// Calls back for each filter that is not excluded.
    pub(super) fn filters<'a>(&'a self, visit: &mut dyn FnMut(&'a Filter)) {
        match self {
            Self::Filter(filter) => visit(filter),
            Self::Words { .. } | Self::Prefix(_) | Self::Near(_) | Self::Not(_) => {}
            Self::And(items) | Self::Together(items) | Self::Or(items) => {
                for item in items {
                    item.filters(visit);
                }
            }
        }
    }

    /// Calls back for each word, phrase, prefix or near word that a report should have, not for excluded ones.
    pub(in crate::search) fn wanted<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        match self {
            Self::Words { .. } | Self::Prefix(_) | Self::Near(_) => visit(self),
            Self::Filter(_) | Self::Not(_) => {}
            Self::And(items) | Self::Together(items) | Self::Or(items) => {
                for item in items {
                    item.wanted(visit);
                }
            }
        }
    }
}
