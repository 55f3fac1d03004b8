//! What a reader typed, understood as far as possible. Nothing is an error: what makes no sense is
//! noted in plain words, and the rest is searched.
//!
//! - Words side by side must all occur; if no report has them all, reports with any are shown.
//! - `"a phrase"`, `prefix*`, `nearly~` (words spelt almost so), `-word` or `NOT word`, `AND`, `OR` (operators in capitals; `AND`
//!   binds tighter than `OR`), parentheses.
//! - `field:value` filters. Side by side, values of one field are alternatives and different
//!   fields must all agree, as with tick boxes; `stack:nginx AND stack:redis` asks for both.
//! - A word that has other names (`oom`, `k8s`, `sql server`) finds those, too.
//! - `severity:3..`, `severity:2..4`, `period:2025..`, `period:2026-10`, `period:2025-Q4..2026`.

mod expression;
mod filter;
mod lexer;
mod note;
mod parser;
mod repair;

pub(super) use expression::Expr;
pub use filter::Filter;
pub(super) use filter::Wanted;
pub use note::Note;

use super::{FacetField, Names};

/// Longer queries are cut.
const LONGEST_QUERY: usize = 256;
/// Further words are left out.
const MOST_TERMS: usize = 8;

/// A query, parsed.
#[derive(Clone, Debug, Default)]
pub struct Query {
    text: String,
    expression: Option<Expr>,
    filters: Vec<Filter>,
    notes: Vec<Note>,
    /// Something put before or after the text would join only a part of it.
    loose: bool,
}

impl Query {
    /// Understands a query as far as possible.
    pub fn parse(text: &str, names: &dyn Names) -> Self {
        let mut notes = Vec::new();
        let text = repair::balanced(&tidy(text, &mut notes), &mut notes);
        let tokens = lexer::tokens(&text, &mut notes);
        let loose = parser::is_loose(&tokens);
        let (expression, filters) = parser::parse(tokens, names, &mut notes);
        if text.chars().any(char::is_alphanumeric) && expression.is_none() && filters.is_empty() {
            notes.push(Note::NothingToSearch);
        }
        Self {
            text,
            expression,
            filters,
            notes: each_once(notes),
            loose,
        }
    }

    /// The query as text: cut to the greatest length, single spaces, quotation marks and
    /// parentheses in pairs.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What could not be understood, in plain words.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The filters that stand side by side, in order: what facets show as selected.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Whether it asks for everything.
    pub fn is_empty(&self) -> bool {
        self.expression.is_none() && self.filters.is_empty()
    }

    /// The text of this query with a facet's value added. A range over the same field gives way.
    #[must_use]
    pub fn with(&self, field: FacetField, value: &str) -> String {
        if self.selects(field, value) {
            return self.text.clone();
        }
        let rest = self.text_without(|filter| filter.field() == field && filter.is_range());
        match (rest.is_empty(), self.loose) {
            (true, _) => format!("{field}:{value}"),
            (false, true) => format!("{field}:{value} ({rest})"),
            (false, false) => format!("{field}:{value} {rest}"),
        }
    }

    /// The text of this query with a facet's value taken out.
    #[must_use]
    pub fn without(&self, field: FacetField, value: &str) -> String {
        self.text_without(|filter| filter.field() == field && filter.value() == value)
    }

    /// Whether a facet's value is selected.
    pub fn selects(&self, field: FacetField, value: &str) -> bool {
        self.filters
            .iter()
            .any(|filter| filter.field() == field && filter.value() == value)
    }

    /// Technologies that a report must or may have to be found, by filter or by name; each once.
    pub fn technologies(&self) -> Vec<&str> {
        let mut named: Vec<&str> = Vec::new();
        let mut add = |field: FacetField, value| {
            if field == FacetField::Technology && !named.contains(&value) {
                named.push(value);
            }
        };
        for filter in &self.filters {
            add(filter.field(), filter.value());
        }
        if let Some(expression) = &self.expression {
            expression.filters(&mut |filter| add(filter.field(), filter.value()));
            expression.wanted(&mut |wanted| {
                if let Expr::Words { codes, .. } = wanted {
                    for (field, value) in codes {
                        add(*field, value);
                    }
                }
            });
        }
        named
    }

    pub(super) fn expression(&self) -> Option<&Expr> {
        self.expression.as_ref()
    }

    fn text_without(&self, goes: impl Fn(&Filter) -> bool) -> String {
        let mut kept = String::new();
        let mut from = 0;
        for filter in self.filters.iter().filter(|filter| goes(filter)) {
            kept.push_str(self.text.get(from..filter.span().start).unwrap_or_default());
            from = filter.span().end;
        }
        kept.push_str(self.text.get(from..).unwrap_or_default());
        single_spaced(&kept)
    }
}

/// Single spaces, no control characters, at most [`LONGEST_QUERY`] characters.
fn tidy(text: &str, notes: &mut Vec<Note>) -> String {
    // Enough for the greatest length, whatever else was sent.
    let start: String = text.chars().take(LONGEST_QUERY * 4).collect();
    let printable: String = start
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let spaced = single_spaced(&printable);
    let cut: String = spaced.chars().take(LONGEST_QUERY).collect();
    if cut.len() < spaced.len() || start.len() < text.trim_end().len() {
        notes.push(Note::TooLong {
            limit: LONGEST_QUERY,
        });
    }
    cut.trim_end().to_owned()
}

fn each_once(notes: Vec<Note>) -> Vec<Note> {
    let mut once = Vec::new();
    for note in notes {
        if !once.contains(&note) {
            once.push(note);
        }
    }
    once
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
