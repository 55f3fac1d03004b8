//! Network and hardware addresses.

use std::net::Ipv6Addr;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// IP: IPv4 and IPv6 addresses and ranges. Example: `host {10.61.4.17}:6432 failed`
const RULE: &str = "ip-address";
/// IP: hardware addresses. Example: `the card {00:1B:44:11:3A:B7} went`
const MAC: &str = "mac-address";

/// Finds IPv4 and IPv6 addresses and ranges and MAC addresses. Leaves versions (`1.2.3`), ports,
/// and addresses every machine has (`127.0.0.1`, `0.0.0.0`, `::1`).
/// Example: "10.61.4.17:6432" becomes "[IP 1]:6432".
pub(super) fn find(doc: &mut Doc) {
    let mut skip = 0;
    for i in doc.with(Looks::TIED) {
        let token = doc.token(i);
        if token.len() > 4
            || !matches!(doc.byte(token.end), b'.' | b':' | b'-')
            || token.start < skip
        {
            continue;
        }
        if token.shape == Shape::Number && doc.byte(token.end) == b'.' {
            if let Some(end) = v4(doc, token.start) {
                doc.claim(token.start, end, Kind::Ip, RULE);
                skip = end;
            }
        } else if is_hex(doc.word(i))
            && let Some((end, rule)) = hex_groups(doc, token.start)
        {
            doc.claim(token.start, end, Kind::Ip, rule);
            skip = end;
        }
    }
}

fn is_hex(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_hexdigit())
}

fn v4(doc: &Doc, start: usize) -> Option<usize> {
    if matches!(doc.byte_before(start), b'.' | b'-')
        && doc.byte_before(start.saturating_sub(1)).is_ascii_digit()
    {
        return None;
    }
    let run = doc.ahead(start, 22);
    // The root of the names of managed objects.
    if run.starts_with("1.3.6.1") {
        return None;
    }
    let stop = run
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(run.len());
    let address = run.get(..stop)?.trim_end_matches('.');
    let address = without_port(doc, start, address);
    let mut parts = 0;
    for part in address.split('.') {
        if part.len() > 3
            || part.parse::<u16>().ok()? > 255
            || (part.len() > 1 && part.starts_with('0'))
        {
            return None;
        }
        parts += 1;
    }
    let end = start + address.len();
    let own = matches!(address, "127.0.0.1" | "0.0.0.0" | "255.255.255.255")
        || address.starts_with("255.");
    if parts != 4 || own || doc.byte(end).is_ascii_alphabetic() {
        return None;
    }
    let mask = doc.ahead(end, 3);
    let digits = mask
        .strip_prefix('/')
        .map_or(0, |m| m.bytes().take_while(u8::is_ascii_digit).count());
    Some(if digits > 0 { end + 1 + digits } else { end })
}

/// Captures write the port as a fifth part: `IP 203.0.113.9.51122 > 203.0.113.20.443:`.
fn without_port<'t>(doc: &Doc, start: usize, address: &'t str) -> &'t str {
    let before = doc.slice(start.saturating_sub(3), start);
    let after = doc.ahead(start + address.len(), 3);
    let captured = before == "IP " || before.ends_with("> ") || after == " > ";
    match address.rsplit_once('.') {
        Some((host, port)) if captured && host.matches('.').count() == 3 && port.len() <= 5 => host,
        _ => address,
    }
}

fn hex_groups(doc: &Doc, start: usize) -> Option<(usize, &'static str)> {
    if matches!(doc.byte_before(start), b':' | b'-' | b'.') {
        return None;
    }
    let run = doc.ahead(start, 48);
    let stop = run
        .find(|c: char| !c.is_ascii_hexdigit() && !matches!(c, ':' | '-' | '.'))
        .unwrap_or(run.len());
    // A full stop behind the address ends a sentence.
    let run = run.get(..stop)?.trim_end_matches('.');
    let long = run.len() >= 17;
    for sign in [':', '-'].into_iter().filter(|_| long) {
        let groups: Vec<&str> = run.split(sign).take(7).collect();
        let mac = groups.len() >= 6 && groups.iter().take(6).all(|g| g.len() == 2 && is_hex(g));
        if mac && (groups.len() == 6 || sign == '-') {
            return Some((start + 17, MAC));
        }
    }
    // 001b.4411.3ab7
    let dotted: Vec<&str> = run.split('.').take(4).collect();
    let cisco = dotted.len() == 3
        && dotted.iter().all(|group| group.len() == 4 && is_hex(group))
        && run.bytes().any(|b| b.is_ascii_alphabetic());
    if cisco {
        return Some((start + run.len(), MAC));
    }
    let address = run.trim_end_matches('-');
    let address = if address.ends_with("::") {
        address
    } else {
        address.trim_end_matches(':')
    };
    let valid = address.matches(':').count() >= 2
        && address.bytes().any(|b| b.is_ascii_digit())
        && address.parse::<Ipv6Addr>().is_ok();
    if !valid {
        return None;
    }
    let end = start + address.len();
    let digits = doc
        .ahead(end, 4)
        .strip_prefix('/')
        .map_or(0, |m| m.bytes().take_while(u8::is_ascii_digit).count());
    Some((if digits > 0 { end + 1 + digits } else { end }, RULE))
}
