//! Table rows as timeline entries.

use super::super::blocks::Block;
use super::super::dates;
use super::super::headings::normalise;
use super::super::stamp::{self, Stamp};
use super::super::tables;
use super::super::zones;
use super::Entry;

/// The rows of a table that has a time in each row; empty if it is another sort of table.
///
/// In a section known to be a timeline the first column may also hold words such as "Morning".
pub(super) fn read(block: &Block, explicit: bool) -> Vec<Entry> {
    let table = tables::parse(&block.lines);
    let mut columns: Vec<usize> = table
        .header
        .iter()
        .enumerate()
        .filter(|(_, name)| is_time_column(name))
        .map(|(column, _)| column)
        .collect();
    let timed = |column: usize| {
        table
            .rows
            .iter()
            .filter(|row| {
                row.cells
                    .get(column)
                    .is_some_and(|cell| whole(cell).is_some())
            })
            .count()
    };
    if columns.is_empty() && timed(0) * 2 >= table.rows.len().max(1) {
        columns.push(0);
    }
    let any = columns.iter().any(|column| timed(*column) > 0);
    if columns.is_empty() || !(explicit || any) {
        return Vec::new();
    }
    let names = || {
        columns
            .iter()
            .filter_map(|column| table.header.get(*column))
    };
    let zone = names().find_map(|name| zones::find(name));
    let year = names().find_map(|name| stated_year(name));
    let mut entries = Vec::with_capacity(table.rows.len() + 1);
    if !table.header.is_empty() {
        // The names of the columns are no event; as a marker they are kept with the fields.
        entries.push(Entry {
            written: table.header.join(" | "),
            lines: vec![block.first, block.first + 1],
            ..Entry::default()
        });
    }
    for row in &table.rows {
        let mut parts = columns.iter().filter_map(|column| row.cells.get(*column));
        let written = parts.by_ref().cloned().collect::<Vec<_>>().join(" ");
        let mut stamp = columns
            .iter()
            .filter_map(|column| row.cells.get(*column))
            .filter_map(|cell| stamp::leading(cell).map(|(stamp, ..)| stamp))
            .reduce(Stamp::or);
        if let (Some(year), Some(stamp)) = (year, stamp.as_mut())
            && let Some(dates::Written::Yearless { month, day }) = stamp.date
        {
            stamp.date = Some(dates::in_year(year, month, day));
        }
        let others: Vec<&str> = row
            .cells
            .iter()
            .enumerate()
            .filter(|(column, cell)| !columns.contains(column) && !cell.is_empty())
            .map(|(_, cell)| cell.as_str())
            .collect();
        // Words in the time column that are no time ("Morning") stay in the text.
        let unread = if stamp.is_none() {
            written.as_str()
        } else {
            ""
        };
        let text = std::iter::once(unread)
            .filter(|text| !text.is_empty())
            .chain(others)
            .collect::<Vec<_>>()
            .join(" – ");
        let text = tables::breaks(&text);
        entries.push(Entry {
            stamp,
            written: if stamp.is_none() {
                String::new()
            } else {
                written
            },
            text,
            lines: vec![block.first + row.line],
            zone,
            ..Entry::default()
        });
    }
    entries
}

fn whole(cell: &str) -> Option<Stamp> {
    stamp::leading(cell)
        .filter(|(_, _, rest)| rest.is_empty())
        .map(|(stamp, ..)| stamp)
}

fn is_time_column(name: &str) -> bool {
    const NAMES: [&str; 24] = [
        "time",
        "times",
        "date",
        "day",
        "datetime",
        "timestamp",
        "when",
        "tid",
        "tidspunkt",
        "dato",
        "klokkeslett",
        "zeit",
        "uhrzeit",
        "datum",
        "wann",
        "heure",
        "jour",
        "hora",
        "fecha",
        "data",
        "tijd",
        "tijdstip",
        "horodatage",
        "horário",
    ];
    let name = normalise(name);
    let mut words = name.split(' ');
    let first = words.next().unwrap_or_default();
    NAMES.contains(&first) && name.split(' ').count() <= 6 && !name.starts_with("time to")
}

fn stated_year(name: &str) -> Option<i16> {
    name.split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .find_map(|part| part.parse().ok())
        .filter(|year| (1990..=2100).contains(year))
}
