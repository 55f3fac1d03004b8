//! Web addresses, and what identifies inside other addresses.

use memchr::memmem;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// URL: web addresses and the addresses of repositories. Example: `see {https://wiki.quillpay.internal/runbooks/pg} for`
const RULE: &str = "url";
/// PRODUCT: databases, paths and buckets in addresses. Example: `from {s3://quillpay-backups} only`
const LOCATION: &str = "service-address";

/// Finds `https://…`, `www.…` and `git@…` as a whole. Of `postgres://user:pass@host:5432/db` and the
/// like the scheme and the port stay, user, password, host and path go; of `s3://bucket/…` the bucket
/// goes. Leaves addresses of the machine itself (`http://localhost:8080/`).
pub(super) fn find(doc: &mut Doc) {
    let bytes = doc.text.as_bytes();
    for at in memmem::find_iter(bytes, b"://") {
        let scheme = scheme_start(doc, at);
        if scheme == at {
            continue;
        }
        let end = address_end(doc, at + 3);
        let name = doc.slice(scheme, at).to_ascii_lowercase();
        if matches!(
            name.as_str(),
            "http" | "https" | "ftp" | "ws" | "wss" | "ssh" | "git" | "sftp"
        ) {
            if !is_local(doc.slice(at + 3, end)) && !doc.claim(scheme, end, Kind::Url, RULE) {
                // An address with a key in it is a secret as a whole.
                let secret = (scheme..end).any(|at| doc.kind_at(at) == Some(Kind::Secret));
                if secret && !(scheme..end).any(|at| doc.is_kept(at)) {
                    doc.take(scheme, end, Kind::Secret, "secret");
                }
            }
        } else {
            parts(doc, at + 3, end, &name);
        }
    }
    for at in memmem::find_iter(bytes, b"www.") {
        if !doc.byte_before(at).is_ascii_alphanumeric() {
            doc.claim(at, address_end(doc, at), Kind::Url, RULE);
        }
    }
}

fn scheme_start(doc: &Doc, end: usize) -> usize {
    let before = doc.text.as_bytes().get(..end).unwrap_or_default();
    let is_scheme = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-');
    let mut start = end - before.iter().rev().take(24).take_while(is_scheme).count();
    // jdbc:postgresql://…
    if doc.slice(start.saturating_sub(5), start) == "jdbc:" {
        start -= 5;
    }
    start
}

fn address_end(doc: &Doc, from: usize) -> usize {
    let rest = doc.text.get(from..).unwrap_or_default();
    let stop = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | '`' | '<' | '>' | '|' | '\\' | '^' | '{' | '}' | '“' | '”' | '»' | '…'
            )
    };
    let mut body = rest
        .get(..rest.find(stop).unwrap_or(rest.len()))
        .unwrap_or_default();
    loop {
        let trimmed = body.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', ']']);
        let trimmed = if trimmed.ends_with(')') && !trimmed.contains('(') {
            trimmed.trim_end_matches(')')
        } else {
            trimmed
        };
        if trimmed.len() == body.len() {
            break;
        }
        body = trimmed;
    }
    // [text](https://…) and (see https://…), more
    if let Some(cut) = body
        .find(')')
        .filter(|cut| !body.get(..*cut).unwrap_or_default().contains('('))
    {
        body = body.get(..cut).unwrap_or_default();
    }
    if let Some(cut) = body.find("](") {
        body = body.get(..cut).unwrap_or_default();
    }
    from + body.len()
}

fn is_local(address: &str) -> bool {
    let host = address.split(['/', ':', '?']).next().unwrap_or_default();
    matches!(
        host,
        "" | "localhost" | "127.0.0.1" | "0.0.0.0" | "[::1]" | "..." | "host" | "example.com"
    )
}

/// user:password@host:port/path, piece by piece.
fn parts(doc: &mut Doc, start: usize, end: usize, scheme: &str) {
    let body = doc.slice(start, end);
    let path = body.find(['/', '?']).unwrap_or(body.len());
    let authority = body.get(..path).unwrap_or_default();
    let mut at = start;
    if matches!(scheme, "s3" | "s3a" | "gs" | "abfs" | "wasb" | "hdfs") {
        doc.claim(
            start - scheme.len() - 3,
            start + path,
            Kind::Product,
            LOCATION,
        );
        return;
    }
    if let Some(sign) = authority.rfind('@') {
        let user = authority.get(..sign).unwrap_or_default();
        let colon = user.find(':').unwrap_or(user.len());
        doc.claim(start, start + colon, Kind::Product, LOCATION);
        if colon + 1 < sign {
            doc.claim(start + colon + 1, start + sign, Kind::Secret, "secret");
        }
        at = start + sign + 1;
    }
    for host in doc.slice(at, start + path).split(',') {
        let name = host.split(':').next().unwrap_or_default();
        if !is_local(name) {
            doc.claim(at, at + name.len(), Kind::Host, "host");
        }
        at += host.len() + 1;
    }
    let (from, to) = (start + path, end);
    if to > from + 1 {
        let rest = doc.slice(from + 1, to);
        let stop = rest.find(['?', '/']).unwrap_or(rest.len());
        doc.claim(from + 1, from + 1 + stop, Kind::Product, LOCATION);
    }
}
