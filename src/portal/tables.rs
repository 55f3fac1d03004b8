//! Tables to take along: as CSV that no spreadsheet takes for formulas, and as Markdown.

use crate::export::csv_line;

/// A table of words and numbers; every row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub head: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// As CSV (RFC 4180).
    pub fn csv(&self) -> String {
        let head: Vec<String> = self.head.iter().map(|name| (*name).to_owned()).collect();
        let rows = self.rows.iter().map(|row| csv_line(row));
        std::iter::once(csv_line(&head)).chain(rows).collect()
    }

    /// As a table of Markdown.
    pub fn markdown(&self) -> String {
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let plain = |cell: &String| cell.replace('|', "\\|").replace('\n', " ");
        let head = line(self.head.iter().map(|name| (*name).to_owned()).collect());
        let rule = line(self.head.iter().map(|_| "---".to_owned()).collect());
        let rows = self
            .rows
            .iter()
            .map(|row| line(row.iter().map(plain).collect()));
        [head, rule].into_iter().chain(rows).collect()
    }
}
