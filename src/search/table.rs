//! What a pass over results needs of each report of a segment, as plain arrays.

use std::sync::{Arc, OnceLock};

use tantivy::index::SegmentReader;
use tantivy::schema::Field;
use tantivy::{DocId, TantivyError};

use crate::report::ReportId;

use super::FacetField;
use super::document::id_from_numbers;
use super::schema::{CODES, ID_HIGH, ID_LOW, LAST_MONTH, PUBLISHED, SEVERITY};
use super::vocabulary::Vocabulary;

/// A facet's value: field and code.
pub(super) type Code = (FacetField, Arc<str>);

/// The columns of one segment, deleted documents included; never changes once built.
#[derive(Debug)]
pub(super) struct Table {
    ids: Vec<ReportId>,
    /// Last month of the period, 0 where unknown.
    months: Vec<u32>,
    /// Month of publication.
    published: Vec<u32>,
    /// 0 where unknown.
    severities: Vec<u8>,
    /// Where the codes of a document begin in `codes`; one more at the end.
    starts: Vec<u32>,
    /// Places in `terms`; taxonomies have some thousands of codes, and half the width is half the
    /// memory to walk through.
    codes: Vec<u16>,
    terms: Vec<Code>,
    /// How many documents carry each of the terms.
    counts: Vec<u32>,
    vocabulary: OnceLock<Vocabulary>,
}

impl Table {
    pub(super) fn build(reader: &SegmentReader) -> Result<Self, TantivyError> {
        let columns = reader.fast_fields();
        let documents = reader.max_doc();
        let capacity = documents as usize;
        let (high, low) = (columns.u64(ID_HIGH)?, columns.u64(ID_LOW)?);
        let (last_month, severity) = (columns.u64(LAST_MONTH)?, columns.u64(SEVERITY)?);
        let published = columns.u64(PUBLISHED)?;
        let column = columns.str(CODES)?;
        let mut table = Self {
            ids: Vec::with_capacity(capacity),
            months: Vec::with_capacity(capacity),
            published: Vec::with_capacity(capacity),
            severities: Vec::with_capacity(capacity),
            starts: Vec::with_capacity(capacity + 1),
            codes: Vec::new(),
            terms: Vec::new(),
            counts: Vec::new(),
            vocabulary: OnceLock::new(),
        };
        if let Some(column) = &column {
            let mut terms = column.dictionary().stream()?;
            while terms.advance() {
                table.terms.push(read_code(terms.key())?);
            }
        }
        table.counts = vec![0; table.terms.len()];
        for document in 0..documents {
            let id = high
                .first(document)
                .zip(low.first(document))
                .and_then(|(high, low)| id_from_numbers(high, low));
            table.ids.push(id.ok_or_else(damaged)?);
            let month = last_month.first(document).unwrap_or(0);
            table.months.push(u32::try_from(month).unwrap_or(u32::MAX));
            let published = published.first(document).unwrap_or(0);
            table
                .published
                .push(u32::try_from(published).unwrap_or(u32::MAX));
            let severity = severity.first(document).unwrap_or(0);
            table.severities.push(u8::try_from(severity).unwrap_or(0));
            table.starts.push(length(&table.codes)?);
            if let Some(column) = &column {
                for ordinal in column.ords().values_for_doc(document) {
                    let place = u16::try_from(ordinal).map_err(|_| damaged())?;
                    table.codes.push(place);
                    if let Some(count) = table.counts.get_mut(usize::from(place)) {
                        *count += 1;
                    }
                }
            }
        }
        table.starts.push(length(&table.codes)?);
        Ok(table)
    }

    /// All codes of the segment, in the order of the places that [`Table::codes`] names.
    pub(super) fn terms(&self) -> &[Code] {
        &self.terms
    }

    /// How many documents carry each of the terms, deleted ones included.
    pub(super) fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// How many of these documents carry each of the terms. They are in order; where they are most
    /// of all, the others are counted and subtracted.
    pub(super) fn counts_among(&self, documents: &[DocId]) -> Vec<u32> {
        if documents.len() * 2 <= self.ids.len() {
            let mut counts = vec![0_u32; self.terms.len()];
            for &document in documents {
                self.each_count(document, &mut counts, |count| *count += 1);
            }
            return counts;
        }
        let mut counts = self.counts.clone();
        let mut next = 0;
        for &document in documents {
            for other in next..document {
                self.each_count(other, &mut counts, |count| *count -= 1);
            }
            next = document + 1;
        }
        for other in next..DocId::try_from(self.ids.len()).unwrap_or(DocId::MAX) {
            self.each_count(other, &mut counts, |count| *count -= 1);
        }
        counts
    }

    fn each_count(&self, document: DocId, counts: &mut [u32], change: impl Fn(&mut u32)) {
        for &code in self.codes(document) {
            if let Some(count) = counts.get_mut(usize::from(code)) {
                change(count);
            }
        }
    }

    /// The words of a field, read once; always the same field.
    pub(super) fn vocabulary(
        &self,
        reader: &SegmentReader,
        field: Field,
    ) -> Result<&Vocabulary, TantivyError> {
        if let Some(read) = self.vocabulary.get() {
            return Ok(read);
        }
        let read = Vocabulary::read(reader, field)?;
        Ok(self.vocabulary.get_or_init(|| read))
    }

    pub(super) fn id(&self, document: DocId) -> Option<ReportId> {
        self.ids.get(document as usize).copied()
    }

    /// Last month of the period, 0 where unknown.
    pub(super) fn month(&self, document: DocId) -> u32 {
        self.months.get(document as usize).copied().unwrap_or(0)
    }

    /// Month of publication.
    pub(super) fn published(&self, document: DocId) -> u32 {
        self.published.get(document as usize).copied().unwrap_or(0)
    }

    /// 0 where unknown.
    pub(super) fn severity(&self, document: DocId) -> u8 {
        self.severities.get(document as usize).copied().unwrap_or(0)
    }

    /// The codes of a document, as places in [`Table::terms`].
    pub(super) fn codes(&self, document: DocId) -> &[u16] {
        let place = document as usize;
        let start = self.starts.get(place).copied().unwrap_or(0) as usize;
        let end = self.starts.get(place + 1).copied().unwrap_or(0) as usize;
        self.codes.get(start..end).unwrap_or_default()
    }
}

fn length(codes: &[u16]) -> Result<u32, TantivyError> {
    u32::try_from(codes.len()).map_err(|_| damaged())
}

fn read_code(term: &[u8]) -> Result<Code, TantivyError> {
    let term = std::str::from_utf8(term).map_err(|_| damaged())?;
    let (field, value) = term.split_once(':').ok_or_else(damaged)?;
    let field = FacetField::parse(field).ok_or_else(damaged)?;
    Ok((field, value.into()))
}

fn damaged() -> TantivyError {
    TantivyError::InternalError("a column of the index cannot be read".to_owned())
}
