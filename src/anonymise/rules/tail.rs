//! The rest of a name of which the first word is known: "Hoshino Genomics", "Keystone DRM".

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::{Shape, Token};

/// ORG, PRODUCT: the words that continue a name. Example: `the Zorblax {DRM} failed`
const RULE: &str = "rest-of-name";

/// Finds capitalised words that continue the name of an organisation or product found before, and a
/// word such as Consulting after what looked like a person. Leaves headings, technologies and the
/// next sentence.
pub(super) fn find(doc: &mut Doc) {
    let names: Vec<(usize, usize, Kind)> = doc
        .found
        .iter()
        .filter(|f| matches!(f.kind, Kind::Org | Kind::Product | Kind::Person))
        .map(|f| (f.start, f.end, f.kind))
        .collect();
    for (start, end, kind) in names {
        if kind != Kind::Person {
            lead(doc, start, kind);
        }
        let mut at = doc.token_from(end);
        if doc.byte(end) != b' '
            || doc.token(at).start != end + 1
            || super::series::heading(doc, at)
        {
            continue;
        }
        let first = at;
        let mut last = None;
        while at < first + 3 && continues(doc, at, kind) {
            last = Some(at);
            if doc.gap(at) != " " {
                break;
            }
            at += 1;
        }
        let Some(last) = last else { continue };
        let (start, stop) = (doc.token(first).start, doc.token(last).end);
        let kind = if kind == Kind::Person {
            Kind::Org
        } else {
            kind
        };
        doc.claim(start, stop, kind, RULE);
    }
}

/// What a name is headed by: "Radio" of "Radio Cowichan", "Bodegas" of "Bodegas Alcaraván".
fn lead(doc: &mut Doc, start: usize, kind: Kind) {
    let i = doc.token_from(start);
    let before = doc.before(i);
    let heads = before.shape == Shape::Capital
        && before.len() > 3
        && doc.gap_before(i) == " "
        && before.is(Facts::ORG_SUFFIX.or(Facts::ORG_HEAD))
        && !before.is(Facts::TECH.or(Facts::NOT_NAME).or(Facts::COMPUTING));
    if heads {
        doc.claim(before.start, before.end, kind, RULE);
    }
}

fn continues(doc: &Doc, i: usize, kind: Kind) -> bool {
    let token = doc.token(i);
    if !doc.token_free(i) || doc.glued(i) || token.opens {
        return false;
    }
    let business = token.is(Facts::ORG_SUFFIX) && token.len() > 2;
    match token.shape {
        Shape::Capital if kind == Kind::Person => {
            business && !token.is(Facts::NAME) && !is_role(token)
        }
        Shape::Capital => {
            token.len() > 2
                && !is_role(token)
                && !token.is(Facts::TECH
                    .or(Facts::NOT_NAME)
                    .or(Facts::WEEKDAY)
                    .or(Facts::MONTH)
                    .or(Facts::ARTICLE)
                    .or(Facts::PLACE))
        }
        // "Keystone DRM", but "Heron HTTP 503" and "Heron CPU usage".
        Shape::Upper => {
            let counts = doc.gap(i) == " " && doc.token(i + 1).shape == Shape::Number;
            kind != Kind::Person
                && (2..=4).contains(&token.len())
                && !counts
                && !token.is(Facts::TECH.or(Facts::ZONE))
                && !MACHINE.contains(&doc.word(i))
        }
        _ => false,
    }
}

/// Acronyms of machines, which follow a name without being part of it.
const MACHINE: [&str; 44] = [
    "CPU", "API", "DB", "SQL", "HTTP", "TLS", "SSL", "DNS", "GC", "JVM", "VM", "VMs", "RAM", "IO",
    "IP", "URL", "UI", "CI", "CD", "SLA", "SLO", "TCP", "UDP", "VPN", "PR", "MR", "QA", "UAT",
    "SRE", "CDN", "SSH", "CSV", "JSON", "XML", "PDF", "OOM", "HA", "DR", "AZ", "LB", "ID", "OS",
    "SDK", "CLI",
];

fn is_role(token: Token) -> bool {
    token.is(Facts::ROLE.or(Facts::TITLE))
}
