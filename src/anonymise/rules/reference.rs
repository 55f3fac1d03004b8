//! Accounts, masked cards, ids of objects, and what follows "order no.".

use std::sync::LazyLock;

use super::ticket::SERIAL;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// A card number with stars: `4111 **** **** 1234`.
pub(super) fn masked(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    if token.shape != Shape::Number {
        return;
    }
    let rest = doc.ahead(token.start, 28);
    let stop = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '*' | '•' | ' ' | '-' | 'X')))
        .unwrap_or(rest.len());
    let run = rest
        .get(..stop)
        .unwrap_or_default()
        .trim_end_matches([' ', '-', '*', 'X']);
    let stars = run.chars().filter(|c| matches!(c, '*' | '•' | 'X')).count();
    if stars >= 4 && run.ends_with(|c: char| c.is_ascii_digit()) {
        doc.claim(token.start, token.start + run.len(), Kind::Id, SERIAL);
    }
}

/// Ids of objects: a short kind, an underscore and something made (`pi_3NfQ…`, `run_01HX…`), and long
/// small letters and digits in turns.
pub(super) fn object(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let word = doc.word(i);
    if token.shape != Shape::Code || !word.is_ascii() {
        return;
    }
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let upper = word.bytes().any(|b| b.is_ascii_uppercase());
    let kind = doc.before(i);
    let prefixed = doc.gap_before(i) == "_"
        && kind.shape == Shape::Lower
        && kind.len() <= 8
        && !matches!(doc.byte_before(kind.start), b'_' | b'-' | b'.');
    // JOB07712, STC00984: jobs of a mainframe
    let spooled = word.len() == 8
        && ["JOB", "STC", "TSU"]
            .iter()
            .any(|kind| word.starts_with(kind));
    if spooled && digits == 5 && !doc.glued(i) {
        doc.claim(token.start, token.end, Kind::Id, SERIAL);
        return;
    }
    let turns = word
        .as_bytes()
        .windows(2)
        .filter(|w| matches!(w, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()))
        .count();
    let lower = word.bytes().any(|b| b.is_ascii_lowercase());
    let long = word.len() >= 8 || word.len() >= 6 && upper && lower;
    if prefixed && long && digits >= 2 && (upper || turns >= 3) && doc.token_free(i - 1) {
        doc.claim(kind.start, token.end, Kind::Id, SERIAL);
    } else if word.len() >= 16 && digits >= 4 && turns >= 5 && !doc.glued(i) {
        doc.claim(token.start, token.end, Kind::Id, SERIAL);
    }
}

/// `RM-240521-17`, `MI-20250311-02`: letters, a day and the number of the day.
pub(super) fn is_dated(run: &str) -> bool {
    let mut parts = run.split('-');
    let (Some(series), Some(day), Some(number), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let count = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    (2..=5).contains(&series.len())
        && series.bytes().all(|b| b.is_ascii_uppercase())
        && matches!(day.len(), 6 | 8)
        && count(day)
        && (1..=4).contains(&number.len())
        && count(number)
}

/// What an identifier is of.
const THINGS: &str = "order invoice contract batch voyage awb pnr case serial plate policy claim booking tracking shipment \
     consignment reference ref train folio wo po ticket incident permit dossier vorgang auftrag bestellung \
     rechnung vertrag factura pedido contrato facture commande contrat sak bestilling zaak kenteken seal \
     imei msisdn iccid vin patente placa matricula kennzeichen plaque immatriculation registration vat ust ustid ustidnr \
     nif cif rut cnpj cpf ssn nhs bsn abn acn kvk cvr orgnr siret siren ein dni nie curp pesel nip locator subscription \
     tenant fiscale steuernummer organisasjonsnummer handelsregister diff cl";

/// What may stand between a thing and its identifier.
const NUMBER: &str = "no nr number id num nummer numero n";

/// Keys that are never a count or a setting.
static RECORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "ref reference pnr msisdn imei iccid awb locator booking invoice ticket tracking plate vin train \
         acct account sess session stan rrn term terminal tid mid etag parcel shipment",
    )
});

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(THINGS));
static CUES: LazyLock<Words> = LazyLock::new(|| Words::of(&format!("{THINGS} {NUMBER}")));

/// What follows "order no.", "invoice", "voyage" and the like: `F2023/0042`, `4471-22`, `0423E`.
pub(super) fn referenced(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    if !CUES.has(doc.before(i).hash) {
        return;
    }
    if matches!(doc.byte_before(token.start), b'-' | b'/' | b'.' | b'_') {
        return;
    }
    let mut at = i.wrapping_sub(1);
    let mut gap = doc.gap_before(i).len();
    if NUMBER.split(' ').any(|word| word == doc.folded(at)) {
        gap += doc.gap_before(at).len();
        at = at.wrapping_sub(1);
    }
    // "No. 8D/25/14" at the head of a form says no more than that.
    let alone = matches!(doc.folded(i.wrapping_sub(1)), "no" | "nr" | "ref" | "nro")
        && doc.gap_before(i).starts_with(['.', ':', '°']);
    let cue = doc.folded(at);
    let clear = doc
        .gap_before(i)
        .trim_matches(['#', ':', '.', '*', '`', '"', '°', 'º', '(', ' '])
        .is_empty()
        && !doc.gap_before(i).contains('\n')
        || doc.gap_before(i) == "=" && RECORDS.has(doc.before(i).hash);
    let clear = clear && (doc.folded(at) != "train" || doc.gap_before(i) == "=");
    if !clear || !alone && (gap > 6 || !WORDS.has(doc.token(at).hash)) {
        return;
    }
    let rest = doc.ahead(token.start, 40);
    let stop = rest
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '_')))
        .unwrap_or(rest.len());
    let code = rest
        .get(..stop)
        .unwrap_or_default()
        .trim_end_matches(['.', '-', '/']);
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let record = code.len() == 6 && matches!(cue, "pnr" | "locator");
    let counted = doc.gap(i) == " "
        && doc.gap_before(i) != "="
        && (doc.token(i + 1).is(Facts::TECH_NOUN.or(Facts::BUSINESS)));
    // shipment JDS/ash/6
    let path = digits >= 1 && code.matches('/').count() >= 2 && doc.gap_before(i) == " ";
    if (digits >= 2 && code.len() >= 4 || record || path) && !counted {
        let end = token.start + code.len();
        let end = in_groups(doc, end, cue);
        doc.claim(token.start, end, Kind::Id, SERIAL);
        if is_plate(cue) {
            second_plate(doc, end);
        }
    } else if is_plate(cue) && matches!(token.shape, Shape::Upper | Shape::Code) {
        let end = in_groups(doc, token.end, cue);
        if end > token.end {
            doc.claim(token.start, end, Kind::Id, SERIAL);
        }
    }
}

fn is_plate(cue: &str) -> bool {
    matches!(
        cue,
        "plate"
            | "matricula"
            | "kenteken"
            | "kennzeichen"
            | "placa"
            | "patente"
            | "immatriculation"
            | "plaque"
            | "registration"
    )
}

/// The end of a plate or a tax number with the groups that follow: `4471 LBN`, `987 654 321`.
fn in_groups(doc: &Doc, end: usize, cue: &str) -> usize {
    let first = doc.token_from(end);
    let mut end = end;
    for at in first..first + 4 {
        let token = doc.token(at);
        let digits = token.shape == Shape::Number && (2..=4).contains(&token.len());
        let letters = is_plate(cue) && token.shape == Shape::Upper && token.len() <= 4;
        if token.start != end + 1
            || doc.byte(end) != b' '
            || !(letters || digits)
            || doc.token(at + 1).is(Facts::TECH_NOUN.or(Facts::BUSINESS))
        {
            break;
        }
        end = token.end;
    }
    end
}

/// The second of "plates 4471 LBN and 9025 KTR".
fn second_plate(doc: &mut Doc, end: usize) {
    let i = doc.token_from(end);
    if !matches!(doc.word(i), "and" | "y" | "und" | "et" | "e" | "en" | "og") {
        return;
    }
    let token = doc.token(i + 1);
    let close = in_groups(doc, token.end, "plate");
    if close > token.end && matches!(token.shape, Shape::Number | Shape::Upper | Shape::Code) {
        doc.claim(token.start, close, Kind::Id, SERIAL);
    }
}

/// `event=7kq2m9vhb`, `request_id: 9f3kq2`: what a key that means an identifier is given.
pub(super) fn keyed(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let word = doc.word(i);
    let gap = doc.gap_before(i).trim_matches(['"', ' ', '`']);
    if !matches!(gap, "=" | ":")
        || doc.gap_before(i).contains('\n')
        || word.len() < 6
        || !word.is_ascii()
    {
        return;
    }
    let key = doc.folded(i.wrapping_sub(1));
    let written = doc.word(i.wrapping_sub(1));
    let camel = key.len() > 4 && (written.ends_with("Id") || written.ends_with("ID"));
    let named = camel || doc.gap_before(i.wrapping_sub(1)) == "_" && key == "id";
    let named = named
        || matches!(
            key,
            "id" | "event"
                | "request"
                | "session"
                | "trace"
                | "span"
                | "order"
                | "job"
                | "run"
                | "correlation"
                | "rid"
                | "reqid"
                | "requestid"
                | "sessionid"
                | "traceid"
                | "spanid"
                | "sid"
                | "tid"
                | "cid"
                | "uid"
                | "txn"
                | "transaction"
                | "execution"
                | "operation"
                | "fingerprint"
                | "digest"
                | "etag"
                | "nonce"
                | "ray"
                | "incident"
                | "device"
                | "serial"
        );
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.len() - digits;
    if named && digits >= 2 && letters >= 2 && !word.starts_with("0x") {
        let mut at = i;
        while camel && doc.gap(at) == "-" && doc.token_free(at + 1) {
            at += 1;
        }
        doc.claim(token.start, doc.token(at).end, Kind::Id, SERIAL);
    }
}

/// `GLG/INC/2024/007`: capitals and numbers between slashes.
pub(super) fn slashed(doc: &mut Doc, i: usize) {
    let first = doc.token(i);
    if first.shape != Shape::Upper
        || doc.byte(first.end) != b'/'
        || doc.byte_before(first.start) == b'/'
    {
        return;
    }
    let (mut at, mut parts) = (i, 1);
    while matches!(doc.gap(at), "/" | "-")
        && matches!(
            doc.token(at + 1).shape,
            Shape::Upper | Shape::Number | Shape::Code
        )
    {
        at += 1;
        parts += 1;
    }
    let last = doc.token(at);
    let number = matches!(last.shape, Shape::Number) && last.len() >= 2;
    let year = (i..at).any(|n| doc.token(n).shape == Shape::Number);
    if number
        && (parts >= 3 || last.len() >= 4)
        && (year || parts >= 3)
        && !first.is(Facts::WEEKDAY)
    {
        doc.claim(first.start, last.end, Kind::Id, SERIAL);
    }
}
