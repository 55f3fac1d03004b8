//! Filters: `field:value`.

use std::ops::{Range, RangeInclusive};

use crate::report::{Period, RecordKind, Severity, Slug};

use super::super::document::months;
use super::super::{FacetField, Names};
use super::note::Note;

/// A filter of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    field: FacetField,
    value: String,
    wanted: Wanted,
    span: Range<usize>,
}

/// What a filter lets through.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::search) enum Wanted {
    /// A code equal to the filter's value.
    Code,
    /// Severities.
    Severities(RangeInclusive<u8>),
    /// Reports whose period touches these months (first, last), counted as the index does.
    Months(u64, u64),
}

impl Filter {
    /// Its field.
    pub fn field(&self) -> FacetField {
        self.field
    }

    /// Its value: the code, or the range as it was written.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Whether it is a range rather than one value of a facet.
    pub fn is_range(&self) -> bool {
        self.value.contains("..") || (self.field == FacetField::Period && self.value.len() != 4)
    }

    pub(in crate::search) fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// Where it stands in the query's text.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Reads a filter; a note says why it is none.
    pub(super) fn read(
        field: FacetField,
        value: &str,
        span: Range<usize>,
        names: &dyn Names,
    ) -> Result<Self, Note> {
        let unknown = || Note::UnknownValue {
            field,
            value: value.to_owned(),
        };
        let bad_range = || Note::BadRange {
            field,
            value: value.to_owned(),
        };
        let code = |code: Slug| (code.to_string(), Wanted::Code);
        let (value, wanted) = match field {
            FacetField::Kind => {
                let kind = RecordKind::parse(&as_code(value)).ok_or_else(unknown)?;
                (kind.as_str().to_owned(), Wanted::Code)
            }
            FacetField::Severity => {
                let range = severities(value).ok_or_else(bad_range)?;
                (value.to_owned(), Wanted::Severities(range))
            }
            FacetField::Period => {
                let (first, last) = period_months(value).ok_or_else(bad_range)?;
                (value.to_ascii_uppercase(), Wanted::Months(first, last))
            }
            FacetField::Technology
            | FacetField::Category
            | FacetField::FailureMode
            | FacetField::Trigger
            | FacetField::Phase
            | FacetField::Factor
            | FacetField::DetectedBy
            | FacetField::Helped
            | FacetField::Sector
            | FacetField::Size => code(names.code(field, value).ok_or_else(unknown)?),
        };
        Ok(Self {
            field,
            value,
            wanted,
            span,
        })
    }
}

/// Lower case with hyphens, as codes are written.
fn as_code(value: &str) -> String {
    value
        .trim()
        .chars()
        .map(|c| match c {
            ' ' | '_' => '-',
            _ => c.to_ascii_lowercase(),
        })
        .collect()
}

/// `3`, `3..`, `..3`, `2..4`.
fn severities(value: &str) -> Option<RangeInclusive<u8>> {
    let severity = |text: &str| {
        let number: u8 = text.parse().ok()?;
        Severity::try_from(number).ok().map(Severity::get)
    };
    let (first, last) = ends(value, severity)?;
    let range = first.unwrap_or(1)..=last.unwrap_or(5);
    (!range.is_empty()).then_some(range)
}

/// `2026`, `2026-10`, `2025..`, `..2025-Q2`, `2025..2026-03`.
fn period_months(value: &str) -> Option<(u64, u64)> {
    let (first, last) = ends(value, |text| text.parse::<Period>().ok().map(months))?;
    let first = first.map_or(0, |(first, _)| first);
    let last = last.map_or(u64::MAX, |(_, last)| last);
    (first <= last).then_some((first, last))
}

/// Both ends of a range; a single value is both.
fn ends<T: Copy>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<(Option<T>, Option<T>)> {
    let Some((first, last)) = text.split_once("..") else {
        let value = read(text)?;
        return Some((Some(value), Some(value)));
    };
    let end = |text: &str| {
        if text.is_empty() {
            Some(None)
        } else {
            read(text).map(Some)
        }
    };
    let range = (end(first)?, end(last)?);
    (!first.is_empty() || !last.is_empty()).then_some(range)
}
