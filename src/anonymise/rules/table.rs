//! Columns of tables that say who.

use std::sync::LazyLock;

use super::crew::person;
use crate::anonymise::doc::{Doc, lines};
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::table::{Words, hash};

/// What the head of a column of people says, in the languages reports come in.
const HEADS: &str = "who owner owners assignee assignees author authors responsible lead name names dri engineer engineers oncall primary secondary reporter reviewer reviewers approver people person persons contact responder responders participant participants attendee attendees user username login speaker wer verantwortlich verantwortliche responsable responsavel quien quem qui eigenaar wie ansvarlig hvem ejer assigned zustandig auteur";

/// Finds the people in the cells under "Owner", "Who", "On call" of a Markdown, tab or box table.
pub(super) fn find(doc: &mut Doc, names: &mut Names, technologies: &PhraseBook) {
    let text = doc.text;
    let mut start = 0;
    // The columns of people of the table that is being read.
    let mut columns: Vec<usize> = Vec::new();
    let mut divider = '|';
    let mut cells: Vec<(usize, &str)> = Vec::new();
    for line in lines(text) {
        let here = start;
        start += line.len() + 1;
        let by = if line.contains('|') { '|' } else { '\t' };
        if !line.contains(by) {
            columns.clear();
            continue;
        }
        cells.clear();
        let mut at = here;
        for cell in line.split(by) {
            cells.push((at, cell));
            at += cell.len() + 1;
        }
        if columns.is_empty() || by != divider {
            divider = by;
            columns = (0..cells.len())
                .filter(|n| cells.get(*n).is_some_and(|(_, cell)| is_head(cell)))
                .collect();
            // A single cell pair is a field, not a head: "| Owner | Anna |".
            if columns.len() * 2 > cells.len() {
                columns.clear();
            }
            continue;
        }
        for column in &columns {
            if let Some((at, cell)) = cells.get(*column) {
                people(doc, names, technologies, *at, cell);
            }
        }
    }
}

fn is_head(cell: &str) -> bool {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(HEADS));
    let cell = cell.trim_matches([' ', '*', '_', '`', '\r']);
    if cell.is_empty() || cell.len() > 24 {
        return false;
    }
    let folded = crate::anonymise::lexicon::fold(cell).replace('-', "");
    let mut words = folded.split([' ', '/', '(', ')']).filter(|w| !w.is_empty());
    let (Some(first), second) = (words.next(), words.next()) else {
        return false;
    };
    let is = |word: &str| WORDS.has(hash(word));
    match second {
        None => is(first),
        // "Action owner", "On call", "Done by", "Assigned to".
        Some(second) => {
            matches!(
                (first, second),
                ("on", "call") | ("assigned" | "reported", "to" | "by")
            ) || matches!(
                first,
                "action" | "task" | "team" | "service" | "shift" | "full" | "first" | "last"
            ) && is(second)
                || second == "by"
        }
    }
}

/// The people named in one cell, however they are joined.
pub(super) fn people(
    doc: &mut Doc,
    names: &mut Names,
    technologies: &PhraseBook,
    start: usize,
    cell: &str,
) {
    let mut from = start;
    for item in cell.split([',', ';', '/', '&', '+', '→']) {
        let name = item.trim_matches([' ', '*', '_', '`', '@', '\r', '~']);
        if let Some(lead) = item.find(name).filter(|_| !name.is_empty()) {
            let (mut at, mut rest) = (from + lead, name);
            while let Some((one, more)) = rest.split_once(" and ") {
                person(doc, names, technologies, at, one);
                at += one.len() + " and ".len();
                rest = more;
            }
            person(doc, names, technologies, at, rest);
        }
        from += item.len() + 1;
        if doc.byte(from - 1) >= 0x80 {
            from += 2;
        }
    }
}
