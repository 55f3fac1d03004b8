//! Counts of people and business.

use super::amount::{COUNT, Found, MONEY, trimmed};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// Where the counted noun ends that follows at `end`, if it is people or business.
pub(super) fn counted(doc: &Doc, end: usize, many: bool) -> Option<usize> {
    let first = doc.token_from(end);
    let gap = doc.slice(end, doc.token(first).start);
    if !matches!(gap, " " | "\u{a0}" | "+ " | "\n" | " of the " | " of our ") {
        return None;
    }
    for at in first..first + 3 {
        let token = doc.token(at);
        let word = doc.folded(at);
        if token.is(Facts::BUSINESS) && !is_technical(doc, at, word) {
            return Some(token.end);
        }
        if at == first && many && doc.language == Language::English && is_countable(doc, at, word) {
            return Some(token.end);
        }
        // An adjective may come between, but no technical noun: "five API calls", "5 user sessions".
        let adjective = token.shape == Shape::Lower
            && !token.is(Facts::TECH_NOUN.or(Facts::TECH))
            && !token.is(Facts::ARTICLE)
            && !matches!(
                word,
                "of" | "and"
                    | "or"
                    | "in"
                    | "to"
                    | "per"
                    | "for"
                    | "on"
                    | "at"
                    | "from"
                    | "with"
                    | "by"
                    | "were"
                    | "was"
                    | "is"
                    | "are"
                    | "test"
                    | "api"
                    | "db"
                    | "concurrent-db"
                    | "more"
                    | "times"
                    | "different"
                    | "x"
                    | "open"
                    | "failed"
                    | "out"
                    | "than"
                    | "as"
                    | "that"
                    | "before"
                    | "after"
                    | "when"
                    | "until"
                    | "while"
                    | "because"
                    | "http"
                    | "de"
                    | "von"
                    | "der"
                    | "et"
            );
        if !adjective || doc.gap(at) != " " {
            return None;
        }
    }
    None
}

/// A plural of plain English that computing does not count: letters, pallets, tonnes of sheep.
fn is_countable(doc: &Doc, at: usize, word: &str) -> bool {
    let token = doc.token(at);
    let technical = Facts::TECH_NOUN
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::ACRONYM)
        .or(Facts::PERSON_AFTER)
        .or(Facts::NOT_NAME);
    token.shape == Shape::Lower
        && token.len() >= 5
        && word.ends_with('s')
        && !word.ends_with("ss")
        && token.is(Facts::ENGLISH)
        && !token.is(technical)
}

/// Words that count business in one place and machines in another.
#[expect(clippy::too_many_lines, reason = "lists of words, one a line")]
fn is_technical(doc: &Doc, at: usize, word: &str) -> bool {
    let next = doc.word(at + 1);
    let compound = doc.gap(at) == " "
        && matches!(
            next,
            "per"
                | "nodes"
                | "pods"
                | "instances"
                | "cores"
                | "threads"
                | "databases"
                | "table"
                | "tables"
                | "service"
        );
    let previous = doc.word(at.wrapping_sub(1)).to_ascii_lowercase();
    let machine = matches!(
        word,
        "calls"
            | "call"
            | "sessions"
            | "session"
            | "transactions"
            | "transaction"
            | "streams"
            | "stream"
            | "devices"
            | "readers"
            | "reader"
            | "device"
            | "agents"
            | "agent"
            | "clients"
            | "client"
            | "members"
            | "member"
            | "operators"
            | "trades"
            | "transfers"
            | "sites"
            | "site"
            | "accounts"
            | "terminals"
            | "terminal"
            | "drivers"
            | "driver"
            | "cards"
            | "card"
            | "people"
            | "person"
            | "engineers"
            | "engineer"
            | "developers"
            | "tenants"
            | "claims"
            | "partners"
            | "package"
            | "packages"
            | "claim"
            | "policies"
            | "policy"
            | "branch"
            | "branches"
            | "store"
            | "stores"
            | "stations"
            | "lot"
            | "subscriptions"
            | "tickets"
            | "ticket"
            | "readings"
            | "home"
            | "homes"
            | "persons"
            | "seats"
            | "kiosks"
            | "licences"
            | "licenses"
            | "hits"
            | "farms"
            | "farm"
            | "contracts"
            | "contract"
            | "trip"
            | "meter"
            | "sale"
    );
    let tiny = doc.token(doc.token_from(doc.token(at).start)).start > 0 && {
        // "2 calls", "one person": too small to identify anybody.
        let number = doc.word(at.wrapping_sub(1));
        number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit())
    };
    compound
        || machine
            && (tiny && !matches!(word, "trains" | "flights")
                || matches!(
                    previous.as_str(),
                    "api"
                        | "db"
                        | "database"
                        | "rpc"
                        | "tcp"
                        | "system"
                        | "http"
                        | "ssh"
                        | "bgp"
                        | "spare"
                        | "test"
                        | "more"
                        | "bad"
                        | "denied"
                        | "worker"
                        | "function"
                        | "parallel"
                ))
}

/// `0 of 2,317` behind a key that counts customers.
pub(super) fn of_total(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let keys = [1, 2].map(|back| doc.folded(i.wrapping_sub(back)));
    let assigned = matches!(doc.gap_before(i), ": " | "=" | ":");
    let business = [
        "customer",
        "users",
        "merchant",
        "patient",
        "passenger",
        "employee",
    ]
    .iter()
    .any(|word| keys.iter().any(|key| key.contains(word)));
    if !assigned || !(business || doc.word(i.wrapping_sub(1)) == "REG") {
        return None;
    }
    let ahead = doc.ahead(doc.token(i).start, 40);
    let stop = ahead
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | 'o' | 'f' | '/')))
        .unwrap_or(ahead.len());
    let end = doc.token(i).start + trimmed(ahead.get(..stop).unwrap_or_default());
    Some((doc.token(i).start, end, COUNT))
}

/// `four customers`, `two hundred thousand euros`, `Four hundred and eleven thousand`.
pub(super) fn words(doc: &Doc, i: usize) -> Found {
    let first = doc.byte(doc.token(i).start).to_ascii_lowercase();
    if !b"otfsenthmb".contains(&first) {
        return None;
    }
    let mut at = i;
    let (mut numbers, mut large) = (0, false);
    while is_number_word(doc.folded(at))
        || numbers > 0 && doc.word(at) == "and" && is_number_word(doc.folded(at + 1))
    {
        large |= matches!(
            doc.folded(at),
            "hundred" | "thousand" | "million" | "billion"
        );
        numbers += usize::from(doc.word(at) != "and");
        if !matches!(doc.gap(at), " " | "-") {
            at += 1;
            break;
        }
        at += 1;
    }
    if numbers == 0 || doc.glued(i) && doc.byte(doc.token(i).end) != b'-' {
        return None;
    }
    let start = doc.token(i).start;
    let end = doc.token(at - 1).end;
    let unit = doc.folded(at);
    if doc.gap(at - 1) == " "
        && matches!(
            unit,
            "euros"
                | "euro"
                | "dollars"
                | "pounds"
                | "yen"
                | "pesos"
                | "rupees"
                | "francs"
                | "kroner"
        )
    {
        return Some((start, doc.token(at).end, MONEY));
    }
    if let Some(stop) = counted(doc, end, large) {
        let few = numbers == 1 && matches!(doc.folded(i), "one" | "two" | "three");
        let machine = doc.token(at).is(Facts::BUSINESS)
            && matches!(
                unit,
                "customers"
                    | "merchants"
                    | "patients"
                    | "passengers"
                    | "parcels"
                    | "orders"
                    | "bookings"
                    | "payments"
                    | "hospitals"
                    | "clients"
                    | "flights"
                    | "trains"
            );
        return (large || !few && machine).then_some((start, stop, COUNT));
    }
    let technical = doc.token(at).is(Facts::TECH_NOUN);
    (large && numbers >= 3 && !technical && doc.gap(at - 1) == " ").then_some((start, end, COUNT))
}

fn is_number_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
    ];
    WORDS.contains(&word)
}
