//! What the reader is told about their query.

use std::fmt;

use super::FacetField;

/// Something in a query that could not be understood or was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The query was cut.
    TooLong {
        /// Characters kept.
        limit: usize,
    },
    /// Words beyond the limit were left out.
    TooManyTerms {
        /// Words and phrases kept.
        limit: usize,
    },
    /// A quotation mark has no partner.
    UnbalancedQuote,
    /// A parenthesis has no partner.
    UnbalancedParenthesis,
    /// `AND`, `OR` or `NOT` without a word beside it.
    LooseOperator,
    /// No field has this name; it was searched as words.
    UnknownField(String),
    /// A field without a value.
    NoValue(FacetField),
    /// No code of the field has this name; it was searched as words.
    UnknownValue {
        /// The field.
        field: FacetField,
        /// What was asked for.
        value: String,
    },
    /// A severity or period that cannot be read.
    BadRange {
        /// The field.
        field: FacetField,
        /// What was asked for.
        value: String,
    },
    /// Too few letters before the star.
    ShortPrefix(String),
    /// Too few letters before the tilde.
    ShortNear(String),
    /// Nothing was left to search for.
    NothingToSearch,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => {
                write!(f, "Only the first {limit} characters were searched.")
            }
            Self::TooManyTerms { limit } => {
                write!(f, "Only the first {limit} words and phrases were searched.")
            }
            Self::UnbalancedQuote => {
                f.write_str("A quotation mark has no partner; it was closed at the end.")
            }
            Self::UnbalancedParenthesis => {
                f.write_str("A parenthesis has no partner; it was ignored.")
            }
            Self::LooseOperator => {
                f.write_str("AND, OR and NOT need words beside them; one was ignored.")
            }
            Self::UnknownField(name) => write!(
                f,
                "There is no field “{name}”; it was searched as words. Fields: {}.",
                FacetField::ALL.map(FacetField::as_str).join(", ")
            ),
            Self::NoValue(field) => write!(f, "“{field}:” needs a value right after the colon."),
            Self::UnknownValue { field, value } => write!(
                f,
                "No {} is called “{value}” here; it was searched as words.",
                field.label().to_lowercase()
            ),
            Self::BadRange {
                field: FacetField::Severity,
                value,
            } => write!(
                f,
                "“{value}” is not a severity; write 1 to 5, or 3.. for 3 and worse."
            ),
            Self::BadRange { value, .. } => write!(
                f,
                "“{value}” is not a period; write 2026, 2026-Q4, 2026-10, or 2025.. for 2025 and later."
            ),
            Self::ShortPrefix(prefix) => write!(
                f,
                "“{prefix}*” is too short; at least two letters must stand before the star. It was searched as a word."
            ),
            Self::ShortNear(word) => write!(
                f,
                "“{word}~” is too short; at least three letters must stand before the tilde. It was searched as a word."
            ),
            Self::NothingToSearch => {
                f.write_str("Nothing was left to search for; these are all reports.")
            }
        }
    }
}
