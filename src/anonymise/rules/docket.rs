//! References that a house makes up, in any shape: behind what they are of, and by slashes,
//! underscores and groups of digits.

use std::sync::LazyLock;

use super::reference::is_dated;
use super::ticket::SERIAL;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// What an identifier is of.
static THINGS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "contract case order invoice shipment consignment serial tag asset template form list ref \
         reference register record dossier docket receipt quotation quote memo permit licence \
         certificate lot batch ticket incident change deviation capa complaint letter warrant \
         voucher coupon remittance mandate barcode sku part drawing article manifest locator \
         claim policy booking folio seal card finding audit job file report pen \
         dongle label badge sticker parcel entry rma wo po cr chg crq rfc ncr pir awb mrn epc sn pn \
         vertrag auftrag rechnung bestellung lieferschein aktenzeichen az vorgang schaden dossier \
         contrat commande facture devis contrato pedido factura albaran expediente processo lote \
         partij zaak opdracht factuur bestelling sak kontrakt ordre faktura",
    )
});

/// Things that also have models and codes of their makers: only a long number is their identifier.
static LOOSE: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "loan note event member student employee payroll staff customer tenant account terminal \
         device machine unit vehicle train tram bus van truck lorry aircraft plane wagon container \
         vessel trade deal bond position isin portfolio page changelist sample specimen patient \
         revision bic swift imo mmsi norad doi isbn gtin ean mrn nhs mpan meter kid crn utr eori \
         protocol protocolo caso sr chamado",
    )
});

/// What may stand between a thing and its identifier.
static BETWEEN: LazyLock<Words> =
    LazyLock::new(|| Words::of("no nr number id num nummer numero n is was name called code ref"));

/// Finds `contract HT-C/0098-24`, `their case no is 8830-RR`, `a tag, HTA 00417`; and by shape
/// alone `MKT/LoL/55120-b`, `BHS_CR_0119`, `#4-118-220`, `infra!4419`.
pub(super) fn find(doc: &mut Doc) {
    for i in doc.with(Looks::NOT_LOWER.or(Looks::TIED)) {
        let token = doc.token(i);
        if let Some((start, end)) = spelled(doc, i)
            && doc.claim(start, end, Kind::Id, SERIAL)
        {
            continue;
        }
        let next = doc.byte(token.end);
        let joined = matches!(next, b'/' | b'_' | b'-' | b'!' | b'#' | b'~' | 0xc2);
        let digits = matches!(token.shape, Shape::Number | Shape::Code);
        let upper = token.shape == Shape::Upper;
        if !(digits || joined || upper && next == b' ') || !doc.token_free(i) {
            continue;
        }
        if !follows_space(doc, token.start) {
            continue;
        }
        let run = run(doc, token.start);
        let end = token.start + run.len();
        let found = behind(doc, i, run)
            .or_else(|| (joined && (is_made(run) || is_dated(run))).then_some(end))
            .or_else(|| grouped(doc, i, run).then_some(end));
        if let Some(end) = found
            && doc.is_free(token.start, token.end)
        {
            let start = token.start - usize::from(doc.byte_before(token.start) == b'#');
            doc.take(start, end, Kind::Id, SERIAL);
        }
    }
}

/// Numbers that a trade writes its own way, by the word before them: `card ending 4417`, `sort code
/// 20-44-51`, `unit 158 704`, `NHS number 943 476 5919`, `train 9K42`, `aircraft G-EZTK`, `MSKU 482913 7`.
fn spelled(doc: &Doc, i: usize) -> Option<(usize, usize)> {
    let token = doc.token(i);
    let before = doc.folded(i.wrapping_sub(1));
    let ten = token.shape == Shape::Number
        && matches!(doc.byte_before(token.start), b':' | b'=')
        && [3, 3, 4].iter().zip(i..).all(|(n, at)| {
            doc.token(at).shape == Shape::Number
                && doc.token(at).len() == *n
                && (at == i || doc.gap_before(at) == " ")
        });
    if ten && is_health(doc, i) {
        return Some((token.start, doc.token(i + 2).end));
    }
    if doc.gap_before(i) != " " || doc.glued(i) && !matches!(doc.byte(token.end), b'-') {
        return None;
    }
    let length =
        |at: usize, n: usize| doc.token(at).shape == Shape::Number && doc.token(at).len() == n;
    let joined = |at: usize, gap: &str| doc.gap(at) == gap;
    let last = match token.shape {
        Shape::Number if length(i, 4) => {
            let second = doc.folded(i.wrapping_sub(2));
            let ending = before == "ending"
                || before == "in" && second == "ending"
                || matches!(before, "four" | "4") && second == "last"
                || before == "digits" && matches!(second, "four" | "4");
            ending.then_some(i)
        }
        Shape::Number if length(i, 2) && joined(i, "-") && joined(i + 1, "-") => {
            let sort = before == "code" && doc.folded(i.wrapping_sub(2)) == "sort";
            (sort && length(i + 1, 2) && length(i + 2, 2)).then_some(i + 2)
        }
        Shape::Number if length(i, 3) && joined(i, " ") && length(i + 1, 3) => {
            let unit = matches!(before, "unit" | "units" | "set" | "loco" | "trainset");
            let health = joined(i + 1, " ")
                && length(i + 2, 4)
                && (matches!(before, "number" | "no" | "nhs") || is_health(doc, i));
            (unit || health).then_some(i + 1 + usize::from(health))
        }
        Shape::Code
            if token.len() == 4
                && matches!(before, "train" | "headcode" | "working" | "diagram") =>
        {
            let digit = |at: usize| doc.byte(token.start + at).is_ascii_digit();
            let code = digit(0) && doc.byte(token.start + 1).is_ascii_uppercase();
            (code && digit(2) && digit(3)).then_some(i)
        }
        Shape::Upper if token.len() == 4 && joined(i, " ") && length(i + 1, 6) => {
            (joined(i + 1, " ") && length(i + 2, 1)).then_some(i + 2)
        }
        Shape::Capital | Shape::Upper if token.len() <= 2 && joined(i, "-") => {
            let aircraft = matches!(
                before,
                "aircraft"
                    | "plane"
                    | "helicopter"
                    | "registration"
                    | "tail"
                    | "reg"
                    | "registered"
            );
            let mark = doc.token(i + 1);
            (aircraft && mark.shape == Shape::Upper && (3..=4).contains(&mark.len()))
                .then_some(i + 1)
        }
        _ => None,
    }?;
    Some((token.start, doc.token(last).end))
}

/// Whether the ten digits at token `i` are a health service's number by their last one.
fn is_health(doc: &Doc, i: usize) -> bool {
    let digits: Vec<u32> = doc
        .slice(doc.token(i).start, doc.token(i + 2).end)
        .chars()
        .filter_map(|c| c.to_digit(10))
        .collect();
    let sum: u32 = digits
        .iter()
        .take(9)
        .zip((2..=10).rev())
        .map(|(d, weight)| d * weight)
        .sum();
    digits.last() == Some(&((11 - sum % 11) % 11))
}

/// Whether something may begin at `start`: behind a space, a quotation mark or a bracket.
fn follows_space(doc: &Doc, start: usize) -> bool {
    matches!(
        doc.byte_before(start),
        b' ' | b'\n' | b'\t' | b'(' | b'"' | b'`' | b'\'' | b'#' | b'|' | b'*' | b'[' | 0
    ) || doc.slice(start.saturating_sub(3), start) == "“"
}

/// Everything from `start` to the next space or sign that ends a clause.
fn run<'a>(doc: &Doc<'a>, start: usize) -> &'a str {
    let ahead = doc.ahead(start, 40);
    let stop = ahead
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-_/.#!~·".contains(c)))
        .unwrap_or(ahead.len());
    let run = ahead.get(..stop).unwrap_or_default();
    run.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// The end of the identifier at token `i` if a word before it says what it is of.
fn behind(doc: &Doc, i: usize, run: &str) -> Option<usize> {
    let thing = thing(doc, i)?;
    let token = doc.token(i);
    let mut end = token.start + run.len();
    let mut code = run;
    // HTA 00417, CF 2291/rev: a few capitals before the number.
    let capitals =
        token.shape == Shape::Upper && token.end == end && token.len() <= 5 && !thing.loose;
    if capitals && doc.gap(i) == " " && !token.is(Facts::ZONE) {
        let next = doc.token(i + 1);
        let rest = self::run(doc, next.start);
        let number = rest.starts_with(|c: char| c.is_ascii_digit()) && digits(rest) >= 2;
        if !number || rest.contains('.') && !rest.contains(['-', '/']) && digits(rest) < 5 {
            return None;
        }
        let unit = doc.token(doc.token_from(next.start + rest.len()));
        if unit.is(Facts::TECH_NOUN.or(Facts::MONTH)) || !doc.token_free(i + 1) {
            return None;
        }
        end = next.start + rest.len();
        return Some(end);
    }
    if thing.loose {
        return long_number(code).then_some(end);
    }
    let letters = code.bytes().any(|b| b.is_ascii_alphabetic());
    let upper = code.bytes().any(|b| b.is_ascii_uppercase());
    let joined = code.contains(['-', '/', '_', '#', '~', '·', '!']);
    code = code.trim_start_matches(['v', 'V', 'r']);
    let version =
        code.split('.').count() >= 2 && code.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let measured = code.starts_with(|c: char| c.is_ascii_digit())
        && !joined
        && code.bytes().filter(u8::is_ascii_alphabetic).count() <= 2
        && digits(code) <= 4;
    let path = run.contains('.') && !upper && !thing.sure || run.starts_with("0x") && !joined;
    let fits = digits(code) >= 2 && code.len() >= 4 && (joined && letters || upper || thing.sure);
    (fits && !version && !measured && !path && (upper || joined && digits(code) >= 3 || thing.sure))
        .then_some(end)
}

/// What the identifier is of.
#[derive(Clone, Copy)]
struct Thing {
    /// A `no.` or the like makes it certain.
    sure: bool,
    /// It has models, too.
    loose: bool,
}

/// `LN0044178`, `r20418`, `10.5281/zenodo.4471902`: five digits or more, and letters or a zero.
fn long_number(code: &str) -> bool {
    let plain = code.bytes().all(|b| b.is_ascii_digit());
    let made = code.starts_with('0') || code.contains(['-', '/']) || !plain || code.len() >= 7;
    // 2024.1106.00417
    let dotted = digits(code) >= 10 && code.split('.').count() == 3;
    dotted
        || digits(code) >= 5 && made && !code.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        || plain && code.len() >= 7
}

/// The word before token `i` that says what the identifier there is of.
fn thing(doc: &Doc, i: usize) -> Option<Thing> {
    let mut at = i.checked_sub(1)?;
    let mut sure = false;
    for _ in 0..3 {
        let gap = doc.gap(at);
        let near = gap.len() <= 4
            && !gap.contains('\n')
            && gap
                .trim_matches([' ', ':', '.', '#', '(', '`', '"', '*', ',', '='])
                .is_empty();
        if !near {
            return None;
        }
        let token = doc.token(at);
        if (THINGS.has(token.hash) || LOOSE.has(token.hash)) && !token.glued {
            let plain = gap == " " || gap == ": " || gap == ", " || gap == " (" || sure;
            let loose = !THINGS.has(token.hash);
            return (plain || gap.contains('#')).then_some(Thing { sure, loose });
        }
        if !BETWEEN.has(token.hash) || gap.contains(',') {
            return None;
        }
        sure |= !matches!(doc.folded(at), "is" | "was" | "name" | "called");
        at = at.checked_sub(1)?;
    }
    None
}

/// `MKT/LoL/55120-b`, `BHS_CR_0119`, `infra!4419`, `pop#882`: by its shape alone.
fn is_made(run: &str) -> bool {
    let parts: Vec<&str> = run.split(['/', '_', '-', '·']).collect();
    let last = parts.last().copied().unwrap_or_default();
    let first = parts.first().copied().unwrap_or_default();
    let all = |text: &str, is: fn(&u8) -> bool| !text.is_empty() && text.bytes().all(|b| is(&b));
    let capitals = all(first, u8::is_ascii_uppercase) && (2..=6).contains(&first.len());
    if let Some((repository, number)) = run.split_once(['!', '#']) {
        let name = repository.len() >= 2
            && !all(repository, u8::is_ascii_digit)
            && repository
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'/' | b'_' | b'.'));
        return name && all(number, u8::is_ascii_digit) && number.len() >= 3;
    }
    let short = parts.iter().all(|part| part.len() <= 8 && !part.is_empty());
    let slashes = run.matches('/').count();
    let running = parts.iter().any(|part| {
        digits(part) >= 3
            && part
                .bytes()
                .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    });
    let small = parts
        .iter()
        .filter(|part| part.len() > 3 && part.bytes().any(|b| b.is_ascii_lowercase()))
        .count();
    if slashes >= 2 && capitals && short {
        return digits(run) >= 2
            && small <= 1
            && !run.contains('.')
            && parts.len() >= 3
            && (running || digits(last) > 0);
    }
    // BHS_CR_0119
    let numbered = all(last, u8::is_ascii_digit)
        && (last.starts_with('0') && last.len() >= 3 || last.len() >= 4);
    slashes == 0
        && !run.contains(['-', '.', '!', '#'])
        && capitals
        && parts.len() >= 3
        && numbered
        && small == 0
        && !matches!(
            first,
            "ISO" | "ERR" | "TLS" | "CP" | "UTF" | "WIN" | "SHA" | "AES" | "CKR" | "RSA"
        )
}

/// `#4-118-220`: a number in groups behind a sign.
fn grouped(doc: &Doc, i: usize, run: &str) -> bool {
    let token = doc.token(i);
    doc.byte_before(token.start) == b'#'
        && token.shape == Shape::Number
        && run.contains('-')
        && digits(run) >= 4
        && run.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// Lets identifiers end where the word ends: `PAL-11/03-A`, `SLO-PP-6006/7`, `RRS/ICT/2025/44`.
pub(super) fn widen(doc: &mut Doc) {
    for number in 0..doc.found.len() {
        let Some(found) = doc.found.get(number).filter(|found| found.kind == Kind::Id) else {
            continue;
        };
        let (start, end, rule) = (found.start, found.end, found.rule);
        let tail = tail(doc, end);
        let head = head(doc, start);
        if (head, tail) != (start, end) && doc.is_free(head, start) && doc.is_free(end, tail) {
            doc.take(head, tail, Kind::Id, rule);
        }
    }
}

/// The end of the capitals and digits that follow with signs between.
fn tail(doc: &Doc, end: usize) -> usize {
    if !matches!(doc.byte(end), b'/' | b'-') || !doc.byte(end + 1).is_ascii_alphanumeric() {
        return end;
    }
    let ahead = doc.ahead(end, 16);
    let stop = ahead
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '/')))
        .unwrap_or(ahead.len());
    let more = ahead
        .get(..stop)
        .unwrap_or_default()
        .trim_end_matches(['-', '/']);
    let house = more.split(['-', '/']).all(|part| {
        part.bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
            || part.len() == 1
    });
    let goes_on = matches!(doc.byte(end + more.len()), b'.' | b'_' | b'(')
        && doc.byte(end + more.len() + 1).is_ascii_alphanumeric();
    if house && !more.is_empty() && more.len() <= 12 && !goes_on {
        end + more.len()
    } else {
        end
    }
}

/// The start of the capitals that stand before with slashes between: `RRS/ICT/2025/44`.
fn head(doc: &Doc, start: usize) -> usize {
    let mut start = start;
    for _ in 0..3 {
        let i = doc.token_from(start);
        let before = doc.before(i);
        let joined = matches!(doc.byte_before(start), b'/') && before.end + 1 == start;
        let clear = !matches!(doc.byte_before(before.start), b'/' | b'.' | b':')
            || doc.byte_before(before.start) == b'/'
                && doc.byte_before(before.start - 1).is_ascii_uppercase();
        if !joined || before.shape != Shape::Upper || before.len() > 5 || !clear {
            break;
        }
        start = before.start;
    }
    start
}

#[cfg(test)]
mod tests;
