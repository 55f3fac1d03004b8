//! What search, form and intake remark, as messages. Their own words are for programs and the desk.

use crate::intake::{Flaw, MAX_LIST};
use crate::portal::Said;
use crate::portal::forms::{DEEPEST, Remark};
use crate::search::{FacetField, Note};
use crate::taxonomy::UnknownCode;
use crate::writeup::{Unusable, Warning};

/// What a search could not take as it was typed.
pub(crate) fn note(note: &Note) -> Said {
    match note {
        Note::TooLong { limit } => say!("note-too-long", limit = limit),
        Note::TooManyTerms { limit } => say!("note-too-many", limit = limit),
        Note::UnbalancedQuote => say!("note-quote"),
        Note::UnbalancedParenthesis => say!("note-parenthesis"),
        Note::LooseOperator => say!("note-operator"),
        Note::UnknownField(name) => {
            let fields = FacetField::ALL.map(FacetField::as_str).join(", ");
            say!("note-field", name = name, fields = fields)
        }
        Note::NoValue(field) => say!("note-no-value", field = field.as_str()),
        Note::UnknownValue { field, value } => say!(
            "note-unknown-value",
            field = word!(field.label()).within(),
            value = value
        ),
        Note::BadRange {
            field: FacetField::Severity,
            value,
        } => say!("note-severity", value = value),
        Note::BadRange { value, .. } => say!("note-period", value = value),
        Note::ShortPrefix(prefix) => say!("note-prefix", prefix = prefix),
        Note::ShortNear(word) => say!("note-near", word = word),
        Note::NothingToSearch => say!("note-nothing"),
    }
}

/// What of an outline was not clear.
pub(crate) fn remark(remark: &Remark) -> Said {
    match remark {
        Remark::Between { line } => say!("remark-between", line = line),
        Remark::FirstIndented => say!("remark-first"),
        Remark::TooDeep { line } => say!("remark-deep", line = line, deepest = DEEPEST),
        Remark::MarkBelow { line } => say!("remark-below", line = line),
        Remark::MarkedTwice { line } => say!("remark-twice", line = line),
    }
}

/// What of a write-up was not clear.
pub(crate) fn warning(warning: &Warning) -> Said {
    match warning {
        Warning::TitleFromName => say!("warning-title-name"),
        Warning::TitleFromText => say!("warning-title-text"),
        Warning::NoTimeline => say!("warning-no-timeline"),
        Warning::ZoneMissing => say!("warning-zone"),
        Warning::ZonePartlyMissing(count) => say!("warning-zone-partly", count = count),
        Warning::ZonesMixed(count) => say!("warning-zones", count = count),
        Warning::DayOrMonth => say!("warning-day-or-month"),
        Warning::NextDay(count) => say!("warning-next-day", count = count),
        Warning::Backward(count) => say!("warning-backward", count = count),
        Warning::Unplaced(count) => say!("warning-unplaced", count = count),
        Warning::LongSpan => say!("warning-long"),
    }
}

/// Why a report cannot be sent yet.
pub(crate) fn flaw(flaw: &Flaw) -> Said {
    match flaw {
        Flaw::NoTitle => say!("flaw-title"),
        Flaw::NothingHappened => say!("flaw-nothing"),
        Flaw::NoSynopsis => say!("flaw-synopsis"),
        Flaw::TooLong => say!("flaw-long"),
        Flaw::NotYet => say!("flaw-not-yet"),
        Flaw::TooMany => say!("flaw-many", limit = MAX_LIST),
        Flaw::UnknownCode(UnknownCode {
            list: Some(list),
            code,
        }) => say!(
            "flaw-code",
            list = list.as_str().replace('-', " "),
            code = code.as_str()
        ),
        Flaw::UnknownCode(UnknownCode { list: None, code }) => {
            say!("flaw-technology", code = code.as_str())
        }
    }
}

/// Why a text cannot become a report.
pub(crate) fn unusable(unusable: &Unusable) -> Said {
    match unusable {
        Unusable::Empty => say!("unusable-empty"),
        Unusable::EmptyTemplate { headings } => say!("unusable-template", headings = headings),
        Unusable::TooLarge { bytes, limit } => {
            say!("unusable-large", bytes = bytes, limit = limit)
        }
        Unusable::NotText => say!("unusable-not-text"),
        Unusable::NotAReport { line, column } => {
            say!("unusable-json", line = line, column = column)
        }
    }
}
