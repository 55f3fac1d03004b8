//! Reports that somebody lists, one id or address a line.

use super::desk::report_of;
use super::{FieldError, FieldErrorKind, Fields};
use crate::report::ReportId;

/// Listed reports.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    typed: String,
    ids: Vec<ReportId>,
}

impl Listed {
    /// Reads `reports`. A line that names no report stays where it was typed, and is an error.
    pub(super) fn parse(fields: &Fields, errors: &mut Vec<FieldError>) -> Self {
        let typed = fields.first("reports").to_owned();
        let mut ids = Vec::new();
        for (index, line) in typed.lines().enumerate() {
            match report_of(line) {
                Some(id) => ids.push(id),
                None if line.trim().is_empty() => {}
                None => {
                    let kind = FieldErrorKind::NoReportInLine { line: index + 1 };
                    errors.push(FieldError::new("reports", kind));
                }
            }
        }
        Self { typed, ids }
    }

    /// The reports, in order.
    pub fn ids(&self) -> &[ReportId] {
        &self.ids
    }

    /// The lines, as they were typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }
}

impl From<&[ReportId]> for Listed {
    fn from(ids: &[ReportId]) -> Self {
        let lines = ids.iter().map(ToString::to_string);
        Self {
            typed: lines.collect::<Vec<_>>().join("\n"),
            ids: ids.to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, Listed};

    #[test]
    fn a_line_that_names_no_report_is_given_back_and_told() {
        let id = "00000000-0000-4000-8000-000000000001";
        let typed = format!("/reports/{id}\n\nthe other one");
        let mut errors = Vec::new();
        let fields = Fields::new(vec![("reports".to_owned(), typed.clone())]);
        let listed = Listed::parse(&fields, &mut errors);
        assert_eq!(listed.ids(), [id.parse().unwrap()]);
        assert_eq!(listed.typed(), typed);
        assert!(format!("{:?}", errors[0].kind).contains("line: 3"));
        assert_eq!(errors.len(), 1);
    }
}
