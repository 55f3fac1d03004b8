//! The fields of the index.

use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

/// Raised whenever documents, fields or word splitting change; an index of another version is
/// built again.
pub const SEARCH_SCHEMA_VERSION: u32 = 5;

/// Name of the analyser with stemming.
pub(super) const STEMMED: &str = "candor-stemmed";
/// Name of the analyser without.
pub(super) const UNSTEMMED: &str = "candor-unstemmed";

pub(super) const ID_HIGH: &str = "id-high";
pub(super) const ID_LOW: &str = "id-low";
pub(super) const CODES: &str = "codes";
pub(super) const FIRST_MONTH: &str = "first-month";
pub(super) const LAST_MONTH: &str = "last-month";
pub(super) const PUBLISHED: &str = "published";
pub(super) const SEVERITY: &str = "severity";

/// Handles of the fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// The id as a term, to delete by.
    pub(super) id: Field,
    /// The id as two numbers, to read back quickly.
    pub(super) id_high: Field,
    pub(super) id_low: Field,
    /// Every word of the report, stemmed, with positions: decides what matches, and how well.
    pub(super) everything: Field,
    /// Every word unstemmed: prefixes need words as they are written.
    pub(super) plain: Field,
    /// Codes as `field:value`.
    pub(super) codes: Field,
    /// First and last month of the period, as [`super::document::month_number`] counts them.
    pub(super) first_month: Field,
    pub(super) last_month: Field,
    /// Month of publication, counted in the same way.
    pub(super) published: Field,
    pub(super) severity: Field,
}

impl Fields {
    pub(super) fn build() -> (Schema, Self) {
        let mut schema = SchemaBuilder::new();
        let fields = Self {
            id: schema.add_text_field("id", words("raw", IndexRecordOption::Basic, false)),
            id_high: schema.add_u64_field(ID_HIGH, NumericOptions::default().set_fast()),
            id_low: schema.add_u64_field(ID_LOW, NumericOptions::default().set_fast()),
            everything: schema.add_text_field(
                "everything",
                words(STEMMED, IndexRecordOption::WithFreqsAndPositions, true),
            ),
            plain: schema
                .add_text_field("plain", words(UNSTEMMED, IndexRecordOption::Basic, false)),
            codes: schema.add_text_field(
                CODES,
                words("raw", IndexRecordOption::WithFreqs, false).set_fast("raw"),
            ),
            first_month: schema.add_u64_field(FIRST_MONTH, NumericOptions::default().set_fast()),
            last_month: schema.add_u64_field(LAST_MONTH, NumericOptions::default().set_fast()),
            published: schema.add_u64_field(PUBLISHED, NumericOptions::default().set_fast()),
            severity: schema.add_u64_field(SEVERITY, NumericOptions::default().set_fast()),
        };
        (schema.build(), fields)
    }
}

fn words(analyser: &str, detail: IndexRecordOption, lengths: bool) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(analyser)
            .set_index_option(detail)
            .set_fieldnorms(lengths),
    )
}
