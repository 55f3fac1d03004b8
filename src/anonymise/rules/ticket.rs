//! Identifiers that organisations give out themselves.

use super::reference::{keyed, masked, object, referenced, slashed};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// ID: tickets and changes. Example: `see {OPS-4471} for`
pub(super) const TICKET: &str = "ticket";
/// ID: pull and merge requests, numbers after case, no. and the like. Example: `merged in {#4127} then`
const REVIEW: &str = "review-number";
/// ID: commits and digests. Example: `revert of {c19e0f7} helped`
const COMMIT: &str = "commit";
/// ID: orders, invoices, serial and card numbers, IBANs, session and object ids. Example: `card {4111 1111 1111 1111} was`
pub(super) const SERIAL: &str = "serial-or-reference";

/// Finds tickets (`OPS-4471`, `INC0043918`), pull requests (`#4127`, `!771`, `PR 902`), commits and
/// digests, session ids in hexadecimal, and references behind "case", "ref", "serial", "order", "no.".
/// Leaves error codes and standards (`ORA-01555`, `RFC 8212`, `UTF-8`, `SHA-256`, `SEV-1`, `CVE-2021-44228`).
pub(super) fn find(doc: &mut Doc) {
    for i in doc.with(Looks::NOT_LOWER.or(Looks::TIED)) {
        let token = doc.token(i);
        let followed = matches!(doc.byte(token.end), b'-' | b'/' | b'.' | b'_');
        if token.shape == Shape::Lower && !followed || !doc.token_free(i) {
            continue;
        }
        match token.shape {
            Shape::Upper | Shape::Capital | Shape::Code | Shape::Number
                if doc.byte(token.end) == b'-' =>
            {
                dashed(doc, i);
            }
            _ => {}
        }
        match token.shape {
            Shape::Code => {
                keyed(doc, i);
                object(doc, i);
            }
            Shape::Upper => slashed(doc, i),
            Shape::Number => masked(doc, i),
            _ => {}
        }
        let digits = matches!(token.shape, Shape::Number | Shape::Code);
        let record = token.shape == Shape::Upper && token.len() == 6;
        if digits || followed || record {
            referenced(doc, i);
        }
        if token.shape == Shape::Number {
            numbered(doc, i);
        }
        if matches!(token.shape, Shape::Code | Shape::Number) {
            coded(doc, i);
        }
    }
}

/// Prefixes of codes that mean the same everywhere.
pub(in crate::anonymise) fn is_public(prefix: &str) -> bool {
    const PUBLIC: &[&str] = &[
        "ORA", "UTF", "SHA", "SHA1", "SHA2", "SHA3", "AES", "RSA", "ISO", "IEC", "IEEE", "SEV",
        "CVE", "CWE", "GHSA", "PEP", "JEP", "KEP", "ECMA", "ANSI", "NIST", "FIPS", "TLS", "SSL",
        "HTTP", "IP", "P", "L", "E", "S", "X", "H", "T", "F", "EC", "PCI", "SOC", "SQL", "CP",
        "COVID", "GPT", "USB", "KB", "EU", "UTC", "GMT", "BCP", "STD", "M", "Q", "A", "RS", "DDR",
        "ASCII", "EXPORT", "V", "BASE", "CRC", "TAI", "INT", "UINT", "WPA", "ERR", "MIL", "LTO",
        "S7", "E5", "E7", "E3", "NEMA", "DIN", "NFPA", "ARINC", "SAE", "ASTM", "ETSI", "MTU",
        "PID", "MSH", "OBX", "OBR", "PV1", "ORC", "NK1", "HL7", "EIA", "TIA", "ITU", "OBD", "DTC",
        "JIS", "VDE", "VDI", "GS1", "CRS", "RAID", "ICD", "ISA", "SCTE", "PKCS", "TNS", "RMAN",
        "OGG", "PRCR", "PRVF", "CRS", "TNS", "RMAN", "OGG", "PRCR", "PRVF", "AVX", "SSE", "ECDHE",
        "ECDSA", "DHE",
    ];
    PUBLIC.contains(&prefix)
}

fn dashed(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    if matches!(
        doc.byte_before(token.start),
        b'-' | b'/' | b'.' | b'_' | b'='
    ) && doc
        .byte_before(token.start.saturating_sub(1))
        .is_ascii_alphanumeric()
        && doc.byte_before(token.start) != b'/'
        && doc.byte_before(token.start) != b'='
    {
        return;
    }
    let prefix = doc.word(i);
    // Everything joined by hyphens, as long as it is capitals and digits.
    let mut end = token.end;
    let (mut digits, mut letters, mut at) = (0, 0, i);
    let mut part_digits = prefix.bytes().filter(u8::is_ascii_digit).count();
    let mut parts = 1;
    loop {
        let word = doc.word(at);
        if word.bytes().any(|b| b.is_ascii_lowercase()) || !word.is_ascii() {
            return;
        }
        digits += word.bytes().filter(u8::is_ascii_digit).count();
        letters += word.bytes().filter(u8::is_ascii_uppercase).count();
        end = doc.token(at).end.max(end);
        if doc.gap(at) != "-" || doc.token(at + 1).shape == Shape::None {
            break;
        }
        at += 1;
        parts += 1;
        part_digits = doc.word(at).bytes().filter(u8::is_ascii_digit).count();
    }
    if parts < 2
        || matches!(doc.byte(end), b'_' | b'.') && doc.byte(end + 1).is_ascii_alphanumeric()
        || doc.byte(end) == b'('
    {
        return;
    }
    let numeric = letters == 0;
    let running = doc
        .slice(token.start, end)
        .split('-')
        .any(|part| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    let standard = matches!(prefix, "RFC") && digits >= 3
        || prefix == "SYSDATE"
        || doc.gap_before(i) == " "
            && matches!(
                doc.folded(i.wrapping_sub(1)),
                "error"
                    | "errors"
                    | "alarm"
                    | "fault"
                    | "exception"
                    | "abend"
                    | "warning"
                    | "errno"
            );
    let ticket = !numeric
        && !prefix.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && digits >= 1
        && !is_public(prefix)
        && !standard
        && (running || parts == 2 && part_digits == digits)
        || !numeric && parts >= 3 && digits >= 4 && !is_public(prefix) && prefix != "RFC"
        || !numeric && matches!(prefix, "C" | "N" | "R" | "P" | "T" | "D" | "S") && digits >= 4;
    // 2024-031: a year and a running number.
    let yearly =
        numeric && parts == 2 && prefix.len() == 4 && prefix.starts_with("20") && part_digits == 3;
    if ticket || yearly {
        doc.claim(token.start, end, Kind::Id, TICKET);
    }
}

/// `#4127`, `!771`, `PR 902`, `pull request 12`, `case 12904418823`, `seal no. 0044812`, `AS64911`.
fn numbered(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let sign = doc.byte_before(token.start);
    let further = doc.byte_before(token.start.saturating_sub(1));
    if matches!(sign, b'#' | b'!')
        && (!further.is_ascii_alphanumeric()
            || sign == b'#'
                && token.len() >= 2
                && !further.is_ascii_digit()
                && doc.word(i.wrapping_sub(1)) != "PKCS")
        && further != b'&'
        && token.len() >= 2
        && !matches!(doc.byte(token.end), b'.' | b'%') | !doc.byte(token.end + 1).is_ascii_digit()
    {
        let word = doc.folded(i.wrapping_sub(1));
        let labelled = matches!(word, "mr" | "pr")
            && doc.gap_before(i).trim_matches(['#', '!', ' ']).is_empty()
            && doc.gap_before(i).len() <= 2;
        let start = if labelled {
            doc.before(i).start
        } else {
            token.start - 1
        };
        doc.claim(start, token.end, Kind::Id, REVIEW);
        return;
    }
    // A request for change, not for comments: "RFC 20-0881".
    if doc.gap_before(i) == " "
        && matches!(doc.word(i.wrapping_sub(1)), "RFC" | "CR" | "CHG" | "CAB")
        && doc.gap(i) == "-"
        && doc.token(i + 1).shape == Shape::Number
    {
        doc.claim(doc.before(i).start, doc.token(i + 1).end, Kind::Id, TICKET);
        return;
    }
    if doc.glued(i) && doc.byte(token.end) != b':' {
        return;
    }
    let gap = doc.gap_before(i);
    if gap.len() > 6
        || gap.contains('\n')
        || !gap
            .trim()
            .trim_matches(['.', ':', '#', '°', '(', 'º', '*', '`', '"', '='])
            .is_empty()
    {
        return;
    }
    let word = doc.folded(i.wrapping_sub(1));
    let start = match word {
        "pr" | "mr" | "prs" | "mrs" => doc.before(i).start,
        "request" | "ticket" | "incident" | "case" | "issue" | "reference" | "ref" | "serial"
        | "seal" | "invoice" | "account" | "pipeline" | "changeset" | "revision" | "bug"
        | "jira" | "order" | "vorgang" | "dossier" | "referenz" | "zaak" | "sag" | "postmortem"
        | "no" | "number" | "nr" | "id" | "build" | "policy" | "claim" | "contract"
        | "tracking" | "booking" | "batch" | "lot" | "customer" | "meter" | "change" | "inc"
        | "chg" | "prb" | "cr" | "req" | "sak" | "folio" | "pedido" | "factura" | "rechnung"
        | "kundennummer" | "loan" | "shipment" | "session" | "run" | "deploy" | "deployment"
        | "release" | "file" | "record" | "document" | "patient" | "store" | "branch"
            if token.len() >= 4
                || matches!(word, "pipeline" | "incident" | "jira" | "pull")
                    && token.len() >= 2 =>
        {
            token.start
        }
        _ => return,
    };
    // Windows numbers its events alike everywhere.
    let event = word == "id" && matches!(doc.folded(i.wrapping_sub(2)), "event" | "eventid");
    if event || doc.gap(i).starts_with(' ') && doc.token(i + 1).is(Facts::TECH_NOUN) {
        return;
    }
    doc.claim(start, token.end, Kind::Id, REVIEW);
}

#[expect(clippy::too_many_lines, reason = "lists of words, one a line")]
fn coded(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let word = doc.word(i);
    if !word.is_ascii() || matches!(word, "ed25519" | "x25519" | "curve25519") {
        return;
    }
    let before = doc.byte_before(token.start);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let upper = word.bytes().filter(u8::is_ascii_uppercase).count();
    let lower = word.len() - digits - upper;
    let hex = word
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
    let cue = doc.folded(i.wrapping_sub(1));
    let near = doc.gap_before(i).len() <= 4 && !doc.gap_before(i).contains('\n');
    let named = near
        && matches!(
            cue,
            "commit"
                | "revert"
                | "reverted"
                | "of"
                | "sha"
                | "revision"
                | "hash"
                | "at"
                | "changeset"
                | "build"
                | "version"
                | "image"
        );
    let boundary = !matches!(before, b'.' | b'_') && !matches!(doc.byte(token.end), b'_');
    // The second of "0044812 and 0044813".
    let previous = doc.before(i);
    if token.shape == Shape::Number && matches!(doc.gap_before(i), " and " | ", " | " and #" | "/")
        || token.shape == Shape::Number && word.len() >= 4 && doc.word(i.wrapping_sub(1)) == "and"
    {
        let other = if doc.word(i.wrapping_sub(1)) == "and" {
            doc.token(i.wrapping_sub(2))
        } else {
            previous
        };
        let same = other.shape == Shape::Number && other.len() == word.len() && word.len() >= 4;
        if same
            && doc
                .found
                .iter()
                .rev()
                .take(3)
                .any(|f| f.kind == Kind::Id && f.end == other.end)
        {
            doc.claim(token.start, token.end, Kind::Id, SERIAL);
            return;
        }
    }
    // A commit has digits and letters and an even mixture; deadbeef and 1000000 are no commits.
    if hex
        && lower > 0
        && digits > 0
        && boundary
        && (word.len() >= 32
            || (7..=40).contains(&word.len())
                && (named && cue != "version" && cue != "at" || digits >= 2 && lower >= 2))
    {
        let start = if doc.byte_before(token.start) == b'-'
            && doc.before(i).end + 1 == token.start
            && word.len() < 12
        {
            return;
        } else {
            token.start
        };
        doc.claim(start, token.end, Kind::Id, COMMIT);
        return;
    }
    // 0x30a1c44ef100b7: a session or an address in memory.
    if word.starts_with("0x") && word.len() >= 12 {
        doc.claim(token.start, token.end, Kind::Id, SERIAL);
        return;
    }
    if doc.glued(i) {
        return;
    }
    let service_now = upper >= 3
        && lower == 0
        && [
            "INC", "CHG", "PRB", "REQ", "RITM", "TASK", "CTASK", "KB", "SCTASK", "PTASK", "CS",
        ]
        .iter()
        .any(|p| {
            word.strip_prefix(p)
                .is_some_and(|n| n.len() >= 5 && n.bytes().all(|b| b.is_ascii_digit()))
        });
    // Tasks and revisions: T12345, D98765.
    let task = matches!(word.as_bytes(), [b'T' | b'D', rest @ ..] if (4..=7).contains(&rest.len()) && rest.iter().all(u8::is_ascii_digit));
    let system = word
        .strip_prefix("AS")
        .is_some_and(|n| (4..=6).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    let turns = (word.as_bytes().windows(2))
        .filter(|w| matches!(w, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()))
        .count();
    let serial = lower == 0 && turns >= 4 && (8..=24).contains(&word.len())
        || lower == 0
            && !word.starts_with("AADSTS")
            && upper >= 2
            && digits >= 4
            && word.len() >= 10
            && word.len() <= 24;
    let cued = lower == 0
        && upper >= 1
        && digits >= 2
        && word.len() >= 5
        && near
        && matches!(
            cue,
            "incident"
                | "case"
                | "ticket"
                | "ref"
                | "reference"
                | "order"
                | "tracking"
                | "booking"
                | "id"
                | "claim"
                | "batch"
                | "lot"
                | "invoice"
                | "registration"
                | "flight"
                | "reg"
                | "policy"
                | "contract"
                | "account"
                | "number"
                | "no"
                | "nr"
                | "referenz"
                | "sak"
                | "dossier"
                | "pedido"
                | "folio"
                | "zaak"
        );
    let promo = cued
        || lower == 0
            && upper >= 4
            && digits >= 2
            && near
            && matches!(
                cue,
                "code" | "coupon" | "promo" | "voucher" | "serial" | "plate"
            );
    let quoted =
        lower == 0 && upper >= 5 && (1..=4).contains(&digits) && word.len() >= 8 && before == b'"';
    let long = token.shape == Shape::Number
        && token.len() >= 10
        && !doc.byte(token.end).is_ascii_alphabetic()
        && !matches!(before, b'.' | b'$')
        && !doc.gap(i).starts_with(['.', ','])
        && !doc.token(i + 1).is(Facts::TECH_NOUN);
    if service_now || task || system || serial || promo || quoted || long {
        doc.claim(token.start, token.end, Kind::Id, SERIAL);
    }
}
