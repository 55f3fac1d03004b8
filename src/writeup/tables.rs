//! Pipe tables, ragged rows included.

use super::front_matter::Pair;
use super::headings::{SectionKind, classify_label};

/// A pipe table.
#[derive(Debug)]
pub(super) struct Table {
    /// Cells of the header row, if it has one.
    pub(super) header: Vec<String>,
    /// Each row with the offset of its line.
    pub(super) rows: Vec<Row>,
}

/// One row.
#[derive(Debug)]
pub(super) struct Row {
    /// Offset of its line from the first line of the table.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// Where the table that starts at this line ends; `None` if none starts there.
pub(super) fn end(lines: &[String], at: usize) -> Option<usize> {
    let line = lines.get(at)?;
    let next = lines.get(at + 1).map(String::as_str).unwrap_or_default();
    let framed = |line: &str| line.trim_start().starts_with('|');
    let starts = (framed(line) && (framed(next) || is_delimiter(line)))
        || (line.contains('|') && is_delimiter(next) && next.contains('|'));
    if !starts {
        return None;
    }
    let is_framed = framed(line);
    let rest = lines.get(at..)?;
    let count = rest
        .iter()
        .take_while(|line| {
            if is_framed {
                framed(line)
            } else {
                line.contains('|')
            }
        })
        .count();
    Some(at + count)
}

/// `| --- | :---: |`.
fn is_delimiter(line: &str) -> bool {
    line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Splits the lines of a table.
pub(super) fn parse(lines: &[String]) -> Table {
    let has_header = lines.get(1).is_some_and(|line| is_delimiter(line))
        || lines
            .first()
            .is_some_and(|line| line.trim_start().starts_with("||"));
    let mut header = Vec::new();
    let mut rows = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        if is_delimiter(text) {
            continue;
        }
        let cells = cells(text);
        if has_header && line == 0 {
            header = cells;
        } else {
            rows.push(Row { line, cells });
        }
    }
    Table { header, rows }
}

/// The cells of a row; a pipe after a backslash or inside code does not split.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    // Wikis set header cells between double pipes.
    let doubled = line.starts_with("||").then(|| line.replace("||", "|"));
    let line = doubled.as_deref().unwrap_or(line);
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut code = false;
    let paired = line.matches('`').count().is_multiple_of(2);
    let mut escaped = false;
    for c in line.chars() {
        if c == '`' && paired {
            code = !code;
        }
        if c == '|' && !escaped && !code {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    for cell in &mut cells {
        *cell = cell.trim().to_owned();
    }
    if cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// The fields that a table of fields holds, whether their names stand above or beside the values;
/// empty for any other table.
pub(super) fn fields(lines: &[String]) -> Vec<Pair> {
    let is_field = |cell: &String| {
        matches!(
            classify_label(cell),
            Some(SectionKind::Field | SectionKind::People)
        )
    };
    let table = parse(lines);
    let across = !table.header.is_empty() && table.header.iter().all(is_field);
    if across {
        return table
            .rows
            .iter()
            .flat_map(|row| {
                let names = table
                    .header
                    .iter()
                    .map(String::as_str)
                    .chain(std::iter::repeat(""));
                names.zip(&row.cells)
            })
            .map(|(key, value)| Pair {
                key: key.to_owned(),
                value: value.clone(),
            })
            .collect();
    }
    let rows = || std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
    let beside = rows()
        .filter(|cells| cells.first().is_some_and(is_field))
        .count();
    let narrow = rows().all(|cells| cells.len() <= 2);
    if !narrow || beside < 2 {
        return Vec::new();
    }
    rows()
        .filter(|cells| !cells.is_empty())
        .map(|cells| Pair {
            key: cells.first().cloned().unwrap_or_default(),
            value: cells.get(1).cloned().unwrap_or_default(),
        })
        .collect()
}

/// A cell's text with its `<br>` as line ends.
pub(super) fn breaks(cell: &str) -> String {
    ["<br>", "<br/>", "<br />", "<BR>"]
        .into_iter()
        .fold(cell.to_owned(), |text, tag| text.replace(tag, "\n"))
}
