//! Identifiers that cloud providers and databases give out.

use memchr::memmem;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// ID: Amazon resource names. Example: `role {arn:aws:iam::471200938815:role/app} was`
const ARN: &str = "cloud-arn";
/// ID: UUIDs. Example: `key {0d3e77b1-6a52-4c0f-9e18-5b2f0ac4d1aa} was`
const UUID: &str = "uuid";
/// ID: ids of resources in a cloud. Example: `instance {i-0abc12def34567890} died`
const RESOURCE: &str = "cloud-resource";
/// ID: cloud accounts of 12 digits. Example: `in account {471200938815} only`
const ACCOUNT: &str = "account-number";

/// Finds ARNs, UUIDs, resource ids (`i-0abc…`, `sg-…`, `vpc-…`), account numbers of 12 digits and
/// subscription and project paths; leaves kinds of resources and actions (`kms:Decrypt`).
/// Example: "on `arn:aws:iam::471200938815:role/app`" becomes "on [id 1]".
pub(super) fn find(doc: &mut Doc) {
    for at in memmem::find_iter(doc.text.as_bytes(), b"arn:") {
        let rest = doc.ahead(at, 400);
        let stop = rest.find(|c: char| {
            c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | ')' | '>' | ']' | '}' | '|')
        });
        let arn = rest
            .get(..stop.unwrap_or(rest.len()))
            .unwrap_or_default()
            .trim_end_matches(['.', ';', ':']);
        if arn.matches(':').count() >= 4 {
            doc.claim(at, at + arn.len(), Kind::Id, ARN);
        }
    }
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        if is_link(doc.slice(start, end)) {
            doc.claim(start, end, Kind::Id, RESOURCE);
        }
    }
    for i in doc.with(Looks::NUMBER.or(Looks::TIED)) {
        let token = doc.token(i);
        match token.shape {
            Shape::Number
                if token.len() == 12 && (!doc.glued(i) || doc.byte_before(token.start) == b'@') =>
            {
                doc.claim(token.start, token.end, Kind::Id, ACCOUNT);
            }
            Shape::Number | Shape::Code | Shape::Lower | Shape::Upper
                if doc.byte(token.end) == b'-' =>
            {
                let made = uuid(doc, token.start).or_else(|| resource(doc, i));
                if let Some(end) = made.or_else(|| job(doc, token.start)) {
                    let rule = if token.len() == 8 { UUID } else { RESOURCE };
                    doc.claim(token.start, end, Kind::Id, rule);
                }
            }
            _ => {}
        }
    }
}

/// `projects/x-1/zones/y/instances/z`, `/subscriptions/…/resourceGroups/…`.
fn is_link(chunk: &str) -> bool {
    let path = chunk.trim_start_matches('/');
    let google = path
        .strip_prefix("projects/")
        .is_some_and(|rest| rest.split('/').count() >= 3);
    let azure = path
        .strip_prefix("subscriptions/")
        .is_some_and(|rest| rest.len() >= 8);
    google || azure || path.starts_with("ocid1.")
}

fn uuid(doc: &Doc, start: usize) -> Option<usize> {
    let text = doc.ahead(start, 36);
    let fits = text.len() == 36
        && text.bytes().enumerate().all(|(at, b)| {
            if matches!(at, 8 | 13 | 18 | 23) {
                b == b'-'
            } else {
                b.is_ascii_hexdigit()
            }
        });
    fits.then_some(start + 36)
}

/// `2024-08-12_12_41_07-1149302288135`: the id of a job that begins with its time.
fn job(doc: &Doc, start: usize) -> Option<usize> {
    let rest = doc.ahead(start, 48);
    let form = b"0000-00-00_00_00_00-";
    let fits = rest.bytes().zip(form).all(|(b, form)| match form {
        b'0' => b.is_ascii_digit(),
        sign => b == *sign,
    });
    let serial = rest.get(form.len()..).filter(|_| fits)?;
    let digits = serial.bytes().take_while(u8::is_ascii_digit).count();
    (digits >= 10).then_some(start + form.len() + digits)
}

fn resource(doc: &Doc, i: usize) -> Option<usize> {
    const KINDS: &[&str] = &[
        "i", "sg", "vpc", "subnet", "vol", "snap", "ami", "eni", "rtb", "igw", "nat", "acl",
        "eipalloc", "eipassoc", "vpce", "tgw", "pcx", "lt", "fs", "fsap", "vgw", "cgw", "dxcon",
        "r", "ocid1", "projects",
    ];
    let id = doc.token(i + 1);
    let word = doc.word(i + 1);
    let hex =
        word.bytes().all(|b| b.is_ascii_hexdigit()) && word.bytes().any(|b| b.is_ascii_digit());
    let adjacent = id.start == doc.token(i).end + 1 && (8..=17).contains(&word.len());
    (adjacent && hex && !id.is(Facts::COMMON) && KINDS.contains(&doc.word(i))).then_some(id.end)
}
