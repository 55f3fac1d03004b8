//! Services and machines where logs and lists name them, the accounts they run as, and owners of packages.

use std::sync::LazyLock;

use super::host::RULE as HOST;
use super::identifier::compound;
use super::sweep::KNOWN;
use super::ticket::SERIAL;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// PRODUCT, ORG: services in logs and lists, and the owners of packages. Example: `10:44:02.118 INFO  {fare-refresher} scanned=0`
pub(super) const RULE: &str = "log-source";

/// Of how many words a joined name consists at most.
const LONG: usize = 8;

/// Finds the service or machine behind the time and the level of a log's line (`fare-refresher`,
/// `narval2`), and accounts such as `svc_airflow`. Leaves threads (`http-nio-8080`) and technologies.
pub(super) fn find(doc: &mut Doc) {
    for (i, &token) in doc.all().iter().enumerate() {
        if token.line && doc.kind_at(token.start) == Some(Kind::Time) {
            line(doc, i);
        } else if SERVICES.has(token.hash) && i > 0 && doc.gap_before(i) == "-" {
            service(doc, i);
        } else if token.len() == 3 && doc.folded(i) == "svc" && doc.token_free(i) {
            account(doc, i);
        } else if token.line && PARTS.has(token.hash) && doc.gap(i).starts_with(':') {
            listed(doc, i);
        } else if doc.byte_before(token.start) == b'@' && doc.byte(token.end) == b'/' {
            scope(doc, i);
        } else if STAGES.has(token.hash) && matches!(token.shape, Shape::Upper) {
            shouted(doc, i);
        }
    }
}

/// Labels of lists of one's own services.
static PARTS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "component components service services system systems module modules repo repos affected",
    )
});

/// `Components: ussd-gw, core-ledger`: joined words in a list of services.
fn listed(doc: &mut Doc, i: usize) {
    let mut at = i + 1;
    while at < i + 24 && !doc.gap_before(at).contains('\n') && doc.token(at).shape != Shape::None {
        let mut last = at;
        while doc.gap(last) == "-" && doc.token(last + 1).shape == Shape::Lower {
            last += 1;
        }
        let (first, end) = (doc.token(at), doc.token(last).end);
        let apart = matches!(
            doc.gap_before(at)
                .trim_start_matches([':', ',', '*'])
                .trim(),
            "" | "`"
        );
        let known = first.is(Facts::TECH.or(Facts::SOFTWARE)) || doc.is_kept(first.start);
        if last > at && first.shape == Shape::Lower && apart && !known && doc.byte(end) != b'.' {
            doc.claim(first.start, end, Kind::Product, RULE);
        }
        at = last + 1;
    }
}

/// `@heronpay/auth-core`: the owner of a package.
fn scope(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let opens = matches!(
        doc.byte_before(token.start - 1),
        b' ' | b'`' | b'"' | b'\'' | b'\n' | b'(' | b'/'
    );
    let strange = token.shape == Shape::Lower && !token.is(KNOWN) && token.len() >= 4;
    if opens && strange && !compound(doc.word(i)) {
        doc.claim(token.start, token.end, Kind::Org, RULE);
    }
}

/// Stages and kinds with which the names of databases and the like end, in capitals.
static STAGES: LazyLock<Words> = LazyLock::new(|| Words::of("prd prod stg uat preprod wh dwh"));

/// `AG_TOS_PRD`, `VSAN-PROD-JU`: capitals with the stage they belong to; not a variable that is set.
fn shouted(doc: &mut Doc, i: usize) {
    let join = |gap: &str| matches!(gap, "_" | "-");
    let (mut first, mut last) = (i, i);
    while first > 0 && i - first < LONG && join(doc.gap_before(first)) && doc.token_free(first - 1)
    {
        first -= 1;
    }
    while last - i < LONG && join(doc.gap(last)) && doc.token_free(last + 1) {
        last += 1;
    }
    let (start, end) = (doc.token(first).start, doc.token(last).end);
    let text = doc.slice(start, end);
    let capitals = text
        .bytes()
        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
    let own = (first..=last).any(|at| {
        at != i && doc.token(at).len() >= 2 && !doc.token(at).is(Facts::TECH.or(Facts::COMPUTING))
    });
    let set = matches!(doc.byte(end), b'=' | b'(' | b':') || doc.byte_before(start) == b'$';
    let hyphen = last == i || text.contains('-');
    if first < last && capitals && own && !set && hyphen {
        doc.claim(start, end, Kind::Product, RULE);
    }
}

/// How the names of services end.
static SERVICES: LazyLock<Words> = LazyLock::new(|| Words::of("svc api bff mfe srv"));

/// `join-svc`, `tender-api`: a service by the last part of its name; not the `admin-api` of a product.
fn service(doc: &mut Doc, i: usize) {
    static KINDS: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "public open rest web json admin legacy internal external native bulk async sync partner vendor \
             third party cloud graph private management control data read write query meta batch stream \
             js push pull hot cold old new own",
        )
    });
    let token = doc.token(i);
    let head = doc.before(i);
    let mut first = i - 1;
    while first > 0 && i - first < LONG && doc.gap_before(first) == "-" && doc.token_free(first - 1)
    {
        first -= 1;
    }
    let start = doc.token(first).start;
    let clear = !matches!(doc.byte_before(start), b'-' | b'_' | b'/' | b'.' | b'$');
    let ends = !matches!(doc.byte(token.end), b'-' | b'_' | b'/' | b'(' | b'=' | b'.')
        || doc.byte(token.end) == b'.' && !doc.byte(token.end + 1).is_ascii_alphanumeric();
    let strong = matches!(doc.word(i), "svc" | "bff" | "mfe");
    let own = head.shape == Shape::Lower
        && head.len() >= 3
        && !KINDS.has(head.hash)
        && !head.is(Facts::TECH.or(Facts::SOFTWARE))
        && (strong || head.is(Facts::ENGLISH) && !head.is(Facts::COMPUTING));
    if clear && ends && own && token.shape == Shape::Lower {
        doc.claim(start, token.end, Kind::Product, RULE);
    }
}

fn line(doc: &mut Doc, i: usize) {
    let stamp = doc.token(i).start;
    let mut at = i;
    while at < i + 16 && doc.kind_at(doc.token(at).start) == Some(Kind::Time) {
        at += 1;
    }
    let end = doc.token(at.saturating_sub(1)).end;
    let seconds = doc.slice(stamp, end).matches(':').count() >= 2;
    let level = matches!(
        doc.word(at),
        "INFO"
            | "WARN"
            | "WARNING"
            | "ERROR"
            | "DEBUG"
            | "FATAL"
            | "TRACE"
            | "NOTICE"
            | "CRITICAL"
            | "SEVERE"
            | "CRIT"
            | "ERR"
    );
    let from = at + usize::from(level);
    let gap = doc.gap_before(from);
    if !(seconds || level)
        || gap.contains('\n')
        || !gap.ends_with([' ', '\t'])
        || gap.contains('[') && !gap.contains(']')
    {
        return;
    }
    let start = doc.token(from).start;
    let rest = doc.ahead(start, 48);
    let length = rest
        .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_')))
        .unwrap_or(rest.len());
    let name = rest.get(..length).unwrap_or_default();
    let closes = matches!(doc.byte(start + length), b' ' | b'\t' | b'[' | b':' | b'\n');
    let joined = name.contains(['-', '_']);
    let digits = name.bytes().any(|b| b.is_ascii_digit());
    if !(closes
        && (joined || digits)
        && name.len() >= 4
        && name.starts_with(|c: char| c.is_ascii_lowercase()))
    {
        return;
    }
    // Threads, technologies, and in a timeline what a sentence begins with: "fail-over began".
    let (mut strange, mut known) = (digits, doc.is_kept(start));
    let mut part = from;
    while doc.token(part).start < start + length {
        let token = doc.token(part);
        known |=
            THREADS.has(token.hash) || part == from && token.is(Facts::TECH.or(Facts::SOFTWARE));
        strange |= !token.is(Facts::ENGLISH);
        part += 1;
    }
    if !known && (level || strange) {
        let (kind, rule) = if joined {
            (Kind::Product, RULE)
        } else {
            (Kind::Host, HOST)
        };
        doc.claim(start, start + length, kind, rule);
    }
}

/// Parts of the names of threads and of a system's own programs.
static THREADS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "nio exec thread threads pool executor dispatcher main timer loop eventloop systemd kernel kube rpc \
         network kafka http https grpc netty akka default common fork join qtp worker workers",
    )
});

/// `svc_airflow`, `SVC-BACKUP-01`: the account of a service, not a call.
fn account(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let mut at = i;
    while at - i < LONG && matches!(doc.gap(at), "-" | "_") && doc.token_free(at + 1) {
        at += 1;
    }
    let end = doc.token(at).end;
    let apart = !matches!(doc.byte_before(token.start), b'-' | b'_' | b'/' | b'.');
    let called = matches!(doc.byte(end), b'(' | b'=' | b'/');
    let named = (i + 1..=at).any(|part| doc.token(part).shape != Shape::Number);
    if at > i && apart && !called && named {
        doc.claim(token.start, end, Kind::Id, SERIAL);
    }
}

#[cfg(test)]
mod tests;
