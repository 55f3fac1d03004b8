//! From a parsed query to what tantivy runs.

use std::collections::BTreeMap;
use std::ops::Bound;

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur,
    PhraseQuery, Query as Engine, RangeQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Score, Term};

use super::document::code_term;
use super::excluded::Excluded;
use super::query::{Expr, Filter, Wanted};
use super::schema::Fields;
use super::snapshot::Snapshot;
use super::spelling;
use super::words::{analyse, stemmed, unstemmed};
use super::{FacetField, SearchError};

/// How much more a code of the report counts that goes by a word than the word itself would.
const CODE: Score = 3.0;
/// What another way to say a word counts, beside the word itself.
const ALSO: Score = 0.7;
/// What the other ways to say a word add to the best of them.
const OTHERS: Score = 0.3;
/// Longer phrases are cut.
const LONGEST_PHRASE: usize = 16;
/// A prefix stands for at most so many words, the most frequent ones.
const MOST_COMPLETIONS: usize = 256;

/// A part of a query, and whether it must be so.
type Clause = (Occur, Box<dyn Engine>);

/// Builds queries for one snapshot.
pub(super) struct Planner<'a> {
    snapshot: &'a Snapshot,
    fields: &'a Fields,
    stemmed: TextAnalyzer,
    unstemmed: TextAnalyzer,
}

impl<'a> Planner<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, fields: &'a Fields) -> Self {
        Self {
            snapshot,
            fields,
            stemmed: stemmed(),
            unstemmed: unstemmed(),
        }
    }

    pub(super) fn fields(&self) -> &'a Fields {
        self.fields
    }

    /// What a report must satisfy; `None` if nothing is asked.
    pub(super) fn matching<'f>(
        &mut self,
        expression: Option<&Expr>,
        filters: impl Iterator<Item = &'f Filter>,
    ) -> Result<Option<Box<dyn Engine>>, SearchError> {
        let mut by_field: BTreeMap<FacetField, Vec<Box<dyn Engine>>> = BTreeMap::new();
        for filter in filters {
            let values = by_field.entry(filter.field()).or_default();
            values.push(self.filter(filter));
        }
        let mut all = match expression {
            Some(Expr::And(items) | Expr::Together(items)) => self.clauses(items)?,
            Some(expression) => vec![(Occur::Must, self.expression(expression)?)],
            None => Vec::new(),
        };
        for alternatives in by_field.into_values() {
            all.push((Occur::Must, unscored(any(alternatives))));
        }
        Ok(if all.len() > 1 {
            Some(Box::new(BooleanQuery::new(all)))
        } else {
            all.pop().map(|(_, query)| query)
        })
    }

    /// Reports with any of these codes and words. Each adds to the score by its rarity, and codes
    /// by their weight besides.
    pub(super) fn alike(&self, codes: &[(String, Score)], words: &[String]) -> Box<dyn Engine> {
        let mut clauses: Vec<Box<dyn Engine>> = Vec::new();
        for (code, weight) in codes {
            let query = BoostQuery::new(Box::new(self.code(code)), *weight);
            clauses.push(Box::new(query));
        }
        for word in words {
            clauses.push(Box::new(scored_term(self.fields.everything, word)));
        }
        any(clauses)
    }

    /// Reports with any of these codes; each adds its weight to the score.
    pub(super) fn with_codes(&self, codes: &[(String, Score)]) -> Box<dyn Engine> {
        let clauses = codes.iter().map(|(code, weight)| -> Box<dyn Engine> {
            Box::new(ConstScoreQuery::new(Box::new(self.code(code)), *weight))
        });
        any(clauses.collect())
    }

    fn expression(&mut self, expression: &Expr) -> Result<Box<dyn Engine>, SearchError> {
        Ok(match expression {
            Expr::Words { text, codes, also } => {
                let mut alternatives = vec![self.words(text)];
                for way in also {
                    let way = self.words(way);
                    alternatives.push(Box::new(BoostQuery::new(way, ALSO)));
                }
                for (field, value) in codes {
                    let code = self.code(&code_term(*field, value));
                    alternatives.push(Box::new(BoostQuery::new(Box::new(code), CODE)));
                }
                best_of(alternatives)
            }
            Expr::Prefix(text) => self.prefix(text)?,
            Expr::Near(text) => self.near(text)?,
            Expr::Filter(filter) => unscored(self.filter(filter)),
            Expr::Not(_) => {
                let clauses = self.clauses(std::slice::from_ref(expression))?;
                Box::new(BooleanQuery::new(clauses))
            }
            Expr::And(items) | Expr::Together(items) => {
                Box::new(BooleanQuery::new(self.clauses(items)?))
            }
            Expr::Or(items) => {
                let items: Result<Vec<_>, _> =
                    items.iter().map(|item| self.expression(item)).collect();
                any(items?)
            }
        })
    }

    fn clauses(&mut self, items: &[Expr]) -> Result<Vec<Clause>, SearchError> {
        let mut clauses: Vec<Clause> = Vec::new();
        for item in items {
            clauses.push(match item {
                Expr::Not(excluded) => {
                    let excluded = Excluded(self.expression(excluded)?);
                    (Occur::MustNot, Box::new(excluded))
                }
                _ => (Occur::Must, self.expression(item)?),
            });
        }
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, unscored(Box::new(AllQuery))));
        }
        Ok(clauses)
    }

    /// A word, or several side by side.
    fn words(&mut self, text: &str) -> Box<dyn Engine> {
        let everything = self.fields.everything;
        let mut words = analyse(&mut self.stemmed, text);
        words.truncate(LONGEST_PHRASE);
        match words.as_slice() {
            [] => Box::new(EmptyQuery),
            [(_, word)] => Box::new(scored_term(everything, word)),
            several => Box::new(PhraseQuery::new_with_offset(
                several
                    .iter()
                    .map(|(position, word)| (*position, Term::from_field_text(everything, word)))
                    .collect(),
            )),
        }
    }

    /// Words that begin like this; with punctuation inside, the parts before it as they are.
    fn prefix(&mut self, text: &str) -> Result<Box<dyn Engine>, SearchError> {
        let plain = self.fields.plain;
        let mut words = analyse(&mut self.unstemmed, text);
        let Some((_, prefix)) = words.pop() else {
            return Ok(Box::new(EmptyQuery));
        };
        let completions = self.completions(&prefix)?;
        let mut clauses: Vec<Clause> = vec![(
            Occur::Must,
            Box::new(TermSetQuery::new(
                completions
                    .iter()
                    .map(|word| Term::from_field_text(plain, word)),
            )),
        )];
        words.truncate(LONGEST_PHRASE);
        for (_, word) in words {
            let term = TermQuery::new(
                Term::from_field_text(plain, &word),
                IndexRecordOption::Basic,
            );
            clauses.push((Occur::Must, Box::new(term)));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    /// Words spelt nearly like this; with punctuation inside, every part of it.
    fn near(&mut self, text: &str) -> Result<Box<dyn Engine>, SearchError> {
        let plain = self.fields.plain;
        let mut clauses: Vec<Clause> = Vec::new();
        for (_, word) in analyse(&mut self.unstemmed, text) {
            let near = spelling::near(self.snapshot, self.fields, &word)?;
            let terms = near
                .iter()
                .take(MOST_COMPLETIONS)
                .map(|near| Term::from_field_text(plain, &near.word));
            clauses.push((Occur::Must, Box::new(TermSetQuery::new(terms))));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    /// The most frequent words that begin so.
    fn completions(&self, prefix: &str) -> Result<Vec<String>, SearchError> {
        let mut frequencies: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
        for reader in self.snapshot.searcher.segment_readers() {
            let index = reader.inverted_index(self.fields.plain)?;
            let range = index.terms().range().ge(prefix);
            let mut stream = range.into_stream().map_err(tantivy::TantivyError::from)?;
            while let Some((word, info)) = stream.next() {
                if !word.starts_with(prefix.as_bytes()) {
                    break;
                }
                *frequencies.entry(word.to_owned()).or_default() += info.doc_freq;
            }
        }
        let mut words: Vec<_> = frequencies.into_iter().collect();
        words.sort_by_key(|(_, frequency)| std::cmp::Reverse(*frequency));
        words.truncate(MOST_COMPLETIONS);
        Ok(words
            .into_iter()
            .filter_map(|(word, _)| String::from_utf8(word).ok())
            .collect())
    }

    fn filter(&self, filter: &Filter) -> Box<dyn Engine> {
        match filter.wanted() {
            Wanted::Code => Box::new(self.code(&code_term(filter.field(), filter.value()))),
            Wanted::Severities(range) => any(range
                .clone()
                .map(|severity| -> Box<dyn Engine> {
                    let severity = severity.to_string();
                    Box::new(self.code(&code_term(FacetField::Severity, &severity)))
                })
                .collect()),
            Wanted::Months(first, last) => {
                let month = |field, month| Bound::Included(Term::from_field_u64(field, month));
                let from = month(self.fields.last_month, *first);
                let to = month(self.fields.first_month, *last);
                Box::new(BooleanQuery::intersection(vec![
                    Box::new(RangeQuery::new(from, Bound::Unbounded)),
                    Box::new(RangeQuery::new(Bound::Unbounded, to)),
                ]))
            }
        }
    }

    fn code(&self, code: &str) -> TermQuery {
        let term = Term::from_field_text(self.fields.codes, code);
        TermQuery::new(term, IndexRecordOption::WithFreqs)
    }
}

fn scored_term(field: Field, word: &str) -> TermQuery {
    let term = Term::from_field_text(field, word);
    TermQuery::new(term, IndexRecordOption::WithFreqs)
}

/// Decides what matches and adds nothing to the score. A term stays a term, which tantivy
/// intersects with others faster than anything else.
fn unscored(query: Box<dyn Engine>) -> Box<dyn Engine> {
    if query.is::<TermQuery>() {
        Box::new(BoostQuery::new(query, 0.0))
    } else {
        Box::new(ConstScoreQuery::new(query, 0.0))
    }
}

/// Any of these, being ways to say one thing: the best counts, the others add little.
fn best_of(mut queries: Vec<Box<dyn Engine>>) -> Box<dyn Engine> {
    if queries.len() == 1 {
        queries.remove(0)
    } else {
        Box::new(DisjunctionMaxQuery::with_tie_breaker(queries, OTHERS))
    }
}

/// Any of these; one as itself.
fn any(mut queries: Vec<Box<dyn Engine>>) -> Box<dyn Engine> {
    if queries.len() == 1 {
        queries.remove(0)
    } else {
        Box::new(BooleanQuery::union(queries))
    }
}
