//! Money, and exact counts of people and business.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, fold};
use crate::anonymise::token::Shape;

pub(in crate::anonymise) const MONEY: &str = "money";
pub(in crate::anonymise) const COUNT: &str = "business-count";

const SCALE: &str = r"(?:\s?(?:hundred|thousand|million|billion|trillion|[Mm]ill?\.?|[Mm]io\.?|[Mm]rd\.?|bn|mn|lakhs?|crores?|millones|millions|milliards|milhões|milhão|miljoen|miljard|millionen|milliarden|tusen|triệu|tỷ|mil)(?:\.|\b)|\s?[kKmMbB]\b)?";
const UNIT: &str = r"(?:BTC|ETH|USDT|USDC|XRP|SOL|sats|mln|€|\$|£|¥|₹|₩|₫|₪|₽|₺|zł|kr|Kč|EUR|TEUR|[kKTM]EUR|[kKM]USD|[kKM]NOK|[kKM]SEK|[kKM]DKK|[kKM]CHF|[kKM]GBP|[kKM]€|USD|GBP|CHF|JPY|CNY|RMB|INR|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|TRY|RUB|UAH|ILS|AED|SAR|EGP|ZAR|KES|NGN|GHS|TZS|UGX|MAD|TND|BRL|MXN|ARS|CLP|COP|PEN|CAD|AUD|NZD|SGD|HKD|TWD|KRW|THB|VND|IDR|MYR|PHP|PKR|BDT|LKR|euros?|Euro|dollars?|pounds?|sterling|yen|rupees?|francs?|pesos?|reais|kroner|kronor|złoty|rand|dong|đồng|won|yuan|dinars?|dirhams?|shillings?|naira|baht|ringgit|rupiah)";

static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:(?:NT|US|HK|AU?|CA?|NZ|S|R|MX|Mex)?[$€£¥₹₩₫₪₽₺]|(?:EUR|TEUR|[kM]EUR|USD|kr\.?|GBP|CHF|JPY|CNY|RMB|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|RUB|UAH|ILS|AED|SAR|EGP|ZAR|KES|KSh|NGN|GHS|MAD|TND|BRL|MXN|ARS|CLP|COP|CAD|AUD|NZD|SGD|HKD|TWD|KRW|THB|VND|IDR|Rp|MYR|RM|PHP|PKR|Rs\.?|R)\s?)\s?[~-]?\d(?:[\d.,'’\u{{a0}}\u{{202f}}]*\d)?(?: \d{{3}}\b)*{SCALE}(?:\s(?:de\s)?{UNIT}\b)?"
    ))
});
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^\d[\d.,'’]*(?:[ \u{{a0}}\u{{202f}}]\d{{3}}\b)*{SCALE}(?:\s?(?:de\s|d['’])?{UNIT})(?:[^\p{{L}}]|$)"
    ))
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^\d[\d,.'’]*(?:[ \u{{a0}}\u{{202f}}]\d{{3}}\b)*{SCALE}"
    ))
});

/// Finds money in any currency and exact counts of customers, users, staff, orders and the like, also
/// in words. Leaves technical quantities ("42 nodes", "3,912 messages"), percentages and durations.
/// Example: "6,214 merchants" becomes "[thousands of merchants]".
pub(super) fn find(doc: &mut Doc) {
    let mut skip = 0;
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if token.start < skip {
            continue;
        }
        let found = match token.shape {
            Shape::Number | Shape::Code => digits(doc, i),
            Shape::Upper | Shape::Capital => currency(doc, token.start),
            Shape::Lower if matches!(doc.word(i), "kr" | "rs" | "ksh") => {
                currency(doc, token.start)
            }
            Shape::Lower => None,
            _ => continue,
        };
        let found = found.or_else(|| words(doc, i));
        if let Some((start, end, rule)) = found
            && doc.claim(start, end, Kind::Amount, rule)
        {
            skip = end;
        }
    }
}

type Found = Option<(usize, usize, &'static str)>;

fn currency(doc: &Doc, start: usize) -> Found {
    let next = doc.byte(doc.token(doc.token_from(start)).end);
    if !(next == b' ' || next == b'$' || next >= 128 || next == b'.') {
        return None;
    }
    let found = BEFORE.find(doc.ahead(start, 60))?;
    Some((start, start + trimmed(found.as_str()), MONEY))
}

fn trimmed(text: &str) -> usize {
    text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’' | ')' | ';' | ':' | '|')
    })
    .len()
}

fn digits(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let text = doc.text;
    // A sign such as € or NT$ is no token: look just before the number.
    let before = text.get(..token.start).unwrap_or_default();
    let trimmed_before = before.strip_suffix(' ').unwrap_or(before);
    if let Some(c) = trimmed_before
        .chars()
        .last()
        .filter(|c| matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₩' | '₫' | '₪' | '₽' | '₺'))
    {
        let mut sign = trimmed_before.len() - c.len_utf8();
        let letters = trimmed_before.get(..sign).unwrap_or_default();
        let prefix = letters.len()
            - letters
                .trim_end_matches(|c: char| c.is_ascii_uppercase())
                .len();
        if prefix <= 3 && c == '$' {
            sign -= prefix;
        }
        // $1 in a regular expression or shell is no money.
        let found = BEFORE.find(doc.ahead(sign, 60));
        let shell = c == '$'
            && token.len() == 1
            && !matches!(doc.byte(token.end), b'.' | b',' | b'k' | b'K' | b'm' | b'M')
            && !doc.slice(token.end, token.end + 8).starts_with(" million");
        if let Some(found) = found.filter(|_| !shell) {
            return Some((sign, sign + trimmed(found.as_str()), MONEY));
        }
    }
    let decimal = matches!(doc.byte(token.end), b'.' | b',')
        && !matches!(doc.byte_before(token.start), b'.' | b'-' | b'/');
    if doc.glued(i) && !decimal && !matches!(doc.byte_before(token.start), b'~' | b'=' | b':') {
        return None;
    }
    let ahead = doc.ahead(token.start, 60);
    if let Some(found) = AFTER.find(ahead) {
        return Some((token.start, token.start + trimmed(found.as_str()), MONEY));
    }
    let number = NUMBER
        .find(ahead)?
        .as_str()
        .trim_end_matches(['.', ',', '\'', '’']);
    let end = token.start + number.len();
    if doc.byte(end) == b'%' || doc.slice(end, end + 2) == " %" {
        return None;
    }
    let (start, prefix) = qualified(doc, i);
    counted(
        doc,
        end,
        number.bytes().filter(u8::is_ascii_digit).count() >= 2,
    )
    .map(|end| (start, end, COUNT))
    .or_else(|| of_total(doc, i))
    .filter(|_| prefix)
}

/// `about 300`, `circa 40`: the qualifier goes with the number.
fn qualified(doc: &Doc, i: usize) -> (usize, bool) {
    let word = fold(doc.word(i.wrapping_sub(1))).into_owned();
    let near = doc.gap_before(i) == " ";
    if near
        && matches!(
            word.as_str(),
            "about"
                | "around"
                | "approximately"
                | "some"
                | "roughly"
                | "nearly"
                | "almost"
                | "over"
                | "circa"
        )
    {
        (doc.before(i).start, true)
    } else {
        (doc.token(i).start, true)
    }
}

/// Where the counted noun ends that follows at `end`, if it is people or business.
fn counted(doc: &Doc, end: usize, many: bool) -> Option<usize> {
    let first = doc.token_from(end);
    let gap = doc.slice(end, doc.token(first).start);
    if !matches!(gap, " " | "\u{a0}" | "+ " | "\n" | " of the " | " of our ") {
        return None;
    }
    for at in first..first + 3 {
        let token = doc.token(at);
        let word = fold(doc.word(at));
        if token.is(Facts::BUSINESS) && !is_technical(doc, at, &word) {
            return Some(token.end);
        }
        if at == first && many && doc.language == Language::English && is_countable(doc, at, &word)
        {
            return Some(token.end);
        }
        // An adjective may come between, but no technical noun: "five API calls", "5 user sessions".
        let adjective = token.shape == Shape::Lower
            && !token.is(Facts::TECH_NOUN.or(Facts::TECH))
            && !token.is(Facts::ARTICLE)
            && !matches!(
                word.as_ref(),
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
fn of_total(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let key = fold(doc.word(i.wrapping_sub(1))).into_owned() + &fold(doc.word(i.wrapping_sub(2)));
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
    .any(|word| key.contains(word));
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
fn words(doc: &Doc, i: usize) -> Found {
    let mut at = i;
    let (mut numbers, mut large) = (0, false);
    while is_number_word(&fold(doc.word(at)))
        || numbers > 0 && doc.word(at) == "and" && is_number_word(&fold(doc.word(at + 1)))
    {
        large |= matches!(
            fold(doc.word(at)).as_ref(),
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
    let unit = fold(doc.word(at)).into_owned();
    if doc.gap(at - 1) == " "
        && matches!(
            unit.as_str(),
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
        let few = numbers == 1 && matches!(fold(doc.word(i)).as_ref(), "one" | "two" | "three");
        let machine = doc.token(at).is(Facts::BUSINESS)
            && matches!(
                unit.as_str(),
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
