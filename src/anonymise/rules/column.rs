//! Columns and fields that say which service or customer.

use std::sync::LazyLock;

use crate::anonymise::doc::{Doc, lines};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, fold};
use crate::anonymise::names::Names;
use crate::anonymise::table::{Words, hash};
use crate::anonymise::token::{Shape, Token};

/// ORG, PRODUCT: names in a column or behind a label such as Service or Customer. Example: `Affected service: {Lodestone}`
const RULE: &str = "name-in-column";

const SYSTEMS: &str = "service services system systems application applications app apps product products cluster clusters database databases project anwendung dienst systeme produit aplicacion sistema producto applicatie tjeneste affected";
const OWNERS: &str = "customer customers client clients vendor vendors supplier suppliers partner partners tenant tenants company organisation organization bank merchant merchants agency contractor provider kunde kunden lieferant fournisseur cliente clientes proveedor klant leverancier kunder leverandor account accounts";

/// Finds names under "Service", "Customer" and the like in a table, and behind "Service:" at the start
/// of a line. Leaves technologies and what describes: "| Service | Checkout |", "System: PostgreSQL".
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    let text = doc.text;
    let mut start = 0;
    let mut columns: Vec<(usize, Kind)> = Vec::new();
    for line in lines(text) {
        let here = start;
        start += line.len() + 1;
        if !line.contains('|') {
            columns.clear();
            if let Some((label, value)) = line.split_once(':')
                && let Some(kind) = head(label)
                && value.len() < 80
            {
                let at = here + label.len() + 1;
                cell(doc, names, at, at + value.len(), kind);
            }
            continue;
        }
        let mut at = here;
        let cells: Vec<(usize, &str)> = line
            .split('|')
            .map(|cell| {
                let from = at;
                at += cell.len() + 1;
                (from, cell)
            })
            .collect();
        if columns.is_empty() {
            columns = (cells.iter().enumerate())
                .filter_map(|(n, (_, cell))| Some((n, head(cell)?)))
                .collect();
            // "| Service | Beacon |": a field.
            if let ([(n, kind)], 4) = (columns.as_slice(), cells.len())
                && *n == 1
                && let Some((at, value)) = cells.get(2)
                && head(value).is_none()
            {
                cell(doc, names, *at, at + value.len(), *kind);
            }
            continue;
        }
        for (n, kind) in &columns {
            if let Some((at, value)) = cells.get(*n) {
                cell(doc, names, *at, at + value.len(), *kind);
            }
        }
    }
}

/// What a head or label says its column or field holds.
fn head(cell: &str) -> Option<Kind> {
    static KINDS: LazyLock<[Words; 2]> = LazyLock::new(|| [Words::of(SYSTEMS), Words::of(OWNERS)]);
    let cell = cell.trim_matches([' ', '*', '_', '`', '\r', '-', '#']);
    if cell.is_empty() || cell.len() > 24 {
        return None;
    }
    let folded = fold(cell);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    let first = folded.split(' ').next().unwrap_or_default();
    let [systems, owners] = &*KINDS;
    let plain =
        folded.matches(' ').count() == 0 || matches!(first, "affected" | "impacted" | "our");
    if plain && systems.has(hash(last)) {
        Some(Kind::Product)
    } else if plain && owners.has(hash(last)) {
        Some(Kind::Org)
    } else {
        None
    }
}

/// The names in a cell, joined by commas and the like.
fn cell(doc: &mut Doc, names: &mut Names, start: usize, end: usize, kind: Kind) {
    let mut i = doc.token_from(start);
    while doc.token(i).start < end && doc.token(i).shape != Shape::None {
        let first = i;
        i += 1;
        let opens = first == doc.token_from(start)
            || matches!(
                doc.gap_before(first),
                ", " | " / " | "/" | "; " | " & " | " and "
            );
        if !opens || !fits(doc, first, end) {
            continue;
        }
        let mut last = first;
        while matches!(doc.gap(last), " " | "-" | " & ")
            && fits(doc, last + 1, end)
            && last < first + 3
        {
            last += 1;
        }
        i = last + 1;
        let closes =
            doc.token(i).start >= end || !doc.gap(last).starts_with(' ') || doc.gap(last).len() > 1;
        if closes && (first..=last).any(|at| is_telling(doc, at)) {
            let (from, to) = (doc.token(first).start, doc.token(last).end);
            names.claim(doc, from, to, kind, RULE);
        }
    }
}

fn fits(doc: &Doc, i: usize, end: usize) -> bool {
    let token = doc.token(i);
    matches!(token.shape, Shape::Capital | Shape::Mixed | Shape::Upper)
        && token.end <= end
        && token.len() >= 2
        && doc.token_free(i)
        && !token.is(Facts::NOT_NAME
            .or(Facts::ROLE)
            .or(Facts::WEEKDAY)
            .or(Facts::MONTH))
}

fn is_telling(doc: &Doc, i: usize) -> bool {
    let token: Token = doc.token(i);
    let plain = Facts::COMMON
        .or(Facts::COMPUTING)
        .or(Facts::ACRONYM)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::FOREIGN)
        .or(Facts::BUSINESS)
        .or(Facts::SYSTEM)
        .or(Facts::TECH_NOUN)
        .or(Facts::ORG_SUFFIX)
        .or(Facts::PLACE);
    token.len() >= 3 && !token.is(plain)
}
