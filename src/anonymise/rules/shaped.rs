//! Numbers that only one house gives out, by their shape: accounts, court cases, vehicles, workspaces.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// ID: accounts in groups, court cases, numbers with a word before them, plates. Example: `workspace {ws_44f0a2} was`
const RULE: &str = "shaped-number";

/// Finds `6014-2298-7730`, `24-cv-01877`, `obit-88219`, `ws_44f0a2`, "INC 20519" and "truck LKD472".
/// Leaves standards and models (`iso-8601`, `utf-16`) and what a technology is called.
pub(super) fn find(doc: &mut Doc) {
    for i in doc.with(Looks::NOT_LOWER.or(Looks::TIED)) {
        let token = doc.token(i);
        let next = doc.byte(token.end);
        // What is joined to a number shows by the sign behind it.
        let may = match token.shape {
            Shape::Number => next == b'-',
            Shape::Lower => matches!(next, b'-' | b'_'),
            Shape::Upper | Shape::Code => true,
            _ => false,
        };
        if !may || !doc.token_free(i) {
            continue;
        }
        let end = match token.shape {
            Shape::Number => grouped(doc, i),
            Shape::Lower => worded(doc, i),
            _ => plate(doc, i),
        };
        if let Some(end) = end {
            doc.claim(token.start, end, Kind::Id, RULE);
        }
        if token.shape == Shape::Upper && doc.gap(i) == " " && is_queue(doc.word(i)) {
            let number = doc.token(i + 1);
            if number.shape == Shape::Number && number.len() >= 4 && doc.token_free(i + 1) {
                doc.claim(token.start, number.end, Kind::Id, RULE);
            }
        }
    }
}

/// Kinds of tickets as service desks number them.
fn is_queue(word: &str) -> bool {
    matches!(word, "INC" | "CHG" | "RITM" | "PRB" | "TKT" | "SR" | "CR")
}

/// `6014-2298-7730`, `24-cv-01877`.
fn grouped(doc: &Doc, i: usize) -> Option<usize> {
    let (first, second, third) = (doc.token(i), doc.token(i + 1), doc.token(i + 2));
    if doc.gap(i) != "-"
        || doc.gap(i + 1) != "-"
        || third.shape != Shape::Number
        || is_inside(doc, i)
    {
        return None;
    }
    let told = (1..=3).filter_map(|back| i.checked_sub(back)).any(|at| {
        matches!(
            doc.folded(at),
            "account" | "accounts" | "acct" | "konto" | "cuenta" | "compte"
        )
    });
    let fours = [first, second, third].iter().all(|part| part.len() == 4);
    let account = told && fours && second.shape == Shape::Number;
    let case = second.shape == Shape::Lower
        && (first.len(), second.len()) == (2, 2)
        && (4..=6).contains(&third.len());
    (account || case).then_some(third.end)
}

/// Whether the word is a later part of an identifier.
fn is_inside(doc: &Doc, i: usize) -> bool {
    matches!(
        doc.byte_before(doc.token(i).start),
        b'-' | b'_' | b'.' | b'/' | b'$' | b'%'
    ) || doc.byte_before(doc.token(i).start).is_ascii_alphanumeric()
}

/// `obit-88219`, `ws_44f0a2`.
fn worded(doc: &Doc, i: usize) -> Option<usize> {
    let number = doc.token(i + 1);
    let ends = !doc.byte(number.end).is_ascii_alphanumeric()
        && !matches!(doc.byte(number.end), b'-' | b'_' | b'(');
    let dashed =
        doc.gap(i) == "-" && number.shape == Shape::Number && (5..=9).contains(&number.len());
    let hexadecimal = doc.word(i + 1).bytes().all(|b| b.is_ascii_hexdigit());
    let keyed = doc.gap(i) == "_"
        && doc.token(i).len() <= 4
        && number.shape == Shape::Code
        && hexadecimal
        && (5..=16).contains(&number.len());
    (ends && (dashed || keyed) && !is_inside(doc, i)).then_some(number.end)
}

/// "truck LKD472", "flight BZ 904", "the plate SF19 KLO".
fn plate(doc: &Doc, i: usize) -> Option<usize> {
    let cue = matches!(
        doc.folded(i.wrapping_sub(1)),
        "truck"
            | "lorry"
            | "van"
            | "bus"
            | "plate"
            | "plates"
            | "flight"
            | "vehicle"
            | "trailer"
            | "camion"
            | "lkw"
    );
    if !cue || !matches!(doc.gap_before(i), " " | ", ") {
        return None;
    }
    let token = doc.token(i);
    let next = doc.token(i + 1);
    let digits = doc.word(i).bytes().filter(u8::is_ascii_digit).count();
    let joined = doc.gap(i) == " "
        && next.len() <= 4
        && match next.shape {
            Shape::Number => digits == 0 && token.len() <= 3,
            Shape::Upper => digits > 0,
            _ => false,
        };
    if joined {
        return Some(next.end);
    }
    let capital = doc
        .word(i)
        .bytes()
        .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    (digits >= 2 && capital && (4..=8).contains(&token.len())).then_some(token.end)
}
