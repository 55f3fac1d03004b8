//! tantivy by itself: one stemmed text field, title stored, codes as a column.

use std::error::Error;
use std::path::Path;

use tantivy::collector::{Count, TopDocs};
use tantivy::columnar::StrColumn;
use tantivy::query::{
    AllQuery, BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RegexQuery, TermQuery,
};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::{Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, Searcher, TantivyDocument, Term};

use super::classes::{Kind, Question};
use super::peers::Document;

const STEMMED: &str = "en_stem";

/// An index in a folder.
pub(crate) struct Tantivy {
    searcher: Searcher,
    text: Field,
    title: Field,
    codes: Field,
    analyser: TextAnalyzer,
}

impl Tantivy {
    /// Builds an index with one thread.
    pub(crate) fn build(folder: &Path, documents: &[Document]) -> Result<Self, Box<dyn Error>> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(STEMMED)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = schema.add_text_field(
            "text",
            TextOptions::default().set_indexing_options(indexing),
        );
        let title = schema.add_text_field("title", STORED);
        let codes = schema.add_text_field("codes", STRING.set_fast("raw"));
        let analyser = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(LowerCaser)
            .filter(Stemmer::new(Language::English))
            .build();
        let index = Index::create_in_dir(folder, schema.build())?;
        index.tokenizers().register(STEMMED, analyser.clone());
        let mut writer = index.writer_with_num_threads(1, 128 << 20)?;
        for document in documents {
            let mut made = TantivyDocument::default();
            for part in [&document.title, &document.lead, &document.text] {
                made.add_text(text, part);
            }
            made.add_text(title, &document.title);
            for code in &document.codes {
                made.add_text(codes, code);
            }
            writer.add_document(made)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        Ok(Self {
            searcher: index.reader()?.searcher(),
            text,
            title,
            codes,
            analyser,
        })
    }

    /// Total, titles of a page and, where asked for, counts of the codes.
    pub(crate) fn answer(&mut self, question: &Question) -> Result<usize, Box<dyn Error>> {
        let query = self.query(question)?;
        let top = TopDocs::with_limit(20).and_offset(question.offset);
        let (total, found) = self
            .searcher
            .search(&query, &(Count, top.order_by_score()))?;
        for (_, address) in found {
            let document: TantivyDocument = self.searcher.doc(address)?;
            std::hint::black_box(
                document
                    .get_first(self.title)
                    .map(|title| title.as_str().is_some()),
            );
        }
        if question.facets {
            std::hint::black_box(self.counts(query.as_ref())?);
        }
        Ok(total)
    }

    fn query(&mut self, question: &Question) -> Result<Box<dyn Query>, Box<dyn Error>> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut terms = Vec::new();
        for word in &question.words {
            let mut stream = self.analyser.token_stream(word);
            while let Some(token) = stream.next() {
                terms.push(Term::from_field_text(self.text, &token.text));
            }
        }
        if question.kind == Kind::Phrase && terms.len() > 1 {
            clauses.push((Occur::Must, Box::new(PhraseQuery::new(terms))));
        } else if question.kind == Kind::Prefix {
            let word = question.words.first().cloned().unwrap_or_default();
            let pattern = format!("{word}.*");
            clauses.push((
                Occur::Must,
                Box::new(RegexQuery::from_pattern(&pattern, self.text)?),
            ));
        } else {
            for term in terms {
                let query: Box<dyn Query> = if question.kind == Kind::Near {
                    Box::new(FuzzyTermQuery::new(term, 1, true))
                } else {
                    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
                };
                clauses.push((Occur::Must, query));
            }
        }
        for code in &question.codes {
            let term = Term::from_field_text(self.codes, code);
            let query = TermQuery::new(term, IndexRecordOption::Basic);
            clauses.push((Occur::Must, Box::new(query)));
        }
        Ok(match clauses.len() {
            0 => Box::new(AllQuery),
            1 => clauses.remove(0).1,
            _ => Box::new(BooleanQuery::new(clauses)),
        })
    }

    /// Counted by hand over the column: quicker than the aggregation framework.
    fn counts(&self, query: &dyn Query) -> Result<usize, Box<dyn Error>> {
        let mut values = 0;
        let enabled = tantivy::query::EnableScoring::disabled_from_searcher(&self.searcher);
        let weight = query.weight(enabled)?;
        for reader in self.searcher.segment_readers() {
            let column: Option<StrColumn> = reader.fast_fields().str("codes")?;
            let Some(column) = column else { continue };
            let mut counts = vec![0_u32; column.num_terms()];
            weight.for_each_no_score(reader, &mut |documents| {
                for &document in documents {
                    for ordinal in column.ords().values_for_doc(document) {
                        if let Some(count) = usize::try_from(ordinal)
                            .ok()
                            .and_then(|at| counts.get_mut(at))
                        {
                            *count += 1;
                        }
                    }
                }
            })?;
            values += counts.iter().filter(|count| **count > 0).count();
        }
        Ok(values)
    }
}
