//! Passwords where files and commands keep them.

use memchr::memmem;

use super::{ASSIGNED, RULE, is_value, value_end};
use crate::anonymise::doc::{Doc, lines};
use crate::anonymise::kind::Kind;

/// `.pgpass`, `.netrc`, cookies, `curl -u`, `mysql -p…`, `sshpass -p …`, `redis-cli -a …`.
pub(super) fn find(doc: &mut Doc) {
    accounts(doc);
    if doc.may_have("login") {
        netrc(doc);
    }
    if doc.may_have("cookie") {
        cookies(doc);
    }
    if has_flags(doc.text) {
        flags(doc);
    }
}

/// Whether the text has a flag that a password may follow.
pub(super) fn has_flags(text: &str) -> bool {
    let bytes = text.as_bytes();
    memmem::find_iter(bytes, b" -").any(|at| {
        let flag = bytes.get(at + 2).copied().unwrap_or(0);
        matches!(flag, b'p' | b'P' | b'w' | b'a' | b'u' | b'-')
    })
}

/// `host:5432:database:user:password`.
fn accounts(doc: &mut Doc) {
    let text = doc.text;
    let mut start = 0;
    for line in lines(text) {
        let end = start + line.len();
        if line.len() < 256 && line.contains(':') && !line.contains([' ', '/', '"']) {
            let mut fields = line.trim_end().splitn(5, ':');
            let port = fields.nth(1).unwrap_or_default();
            let numbered =
                port == "*" || !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
            if let Some(password) = fields.nth(2).filter(|p| numbered && p.len() >= 3) {
                let end = start + line.trim_end().len();
                doc.claim(end - password.len(), end, Kind::Secret, RULE);
            }
        }
        start = end + 1;
    }
}

/// `machine db login ada password lovelace`.
fn netrc(doc: &mut Doc) {
    let text = doc.text;
    for at in memmem::find_iter(text.as_bytes(), b"password ") {
        let mut from = at.saturating_sub(160);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = doc.slice(from, at);
        if before.contains("login ") && (before.contains("machine ") || before.contains("default"))
        {
            let start = at + 9;
            let end = value_end(doc, start, 0);
            doc.claim(start, end, Kind::Secret, RULE);
        }
    }
}

/// The values in `Cookie: sid=…; theme=…`, but not what `Set-Cookie` says about them.
fn cookies(doc: &mut Doc) {
    let text = doc.text;
    for at in memmem::find_iter(text.as_bytes(), b"ookie: ") {
        let start = at + 7;
        let rest = doc.ahead(start, 2048);
        let stop = rest.find(['\n', '"', '\'', '`']).unwrap_or(rest.len());
        let mut from = start;
        for pair in rest.get(..stop).unwrap_or_default().split(';') {
            if let Some((name, value)) = pair.split_once('=') {
                let said = matches!(
                    name.trim().to_ascii_lowercase().as_str(),
                    "path" | "domain" | "expires" | "max-age" | "samesite" | "version"
                );
                let value_start = from + name.len() + 1;
                if !said && is_value(value, 8) && !value.contains(' ') {
                    doc.claim(
                        value_start,
                        value_start + value.trim_end().len(),
                        Kind::Secret,
                        ASSIGNED,
                    );
                }
            }
            from += pair.len() + 1;
        }
    }
}

/// What commands take as a password: after the flag, or after the user's colon.
fn flags(doc: &mut Doc) {
    let text = doc.text;
    let command = |at: usize| {
        let mut from = at.saturating_sub(200);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = text.get(from..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    };
    let takes = |line: &str, tools: &[&str]| tools.iter().any(|tool| line.contains(tool));
    for (flag, tools, glued) in [
        (" -p", &["mysql", "mariadb"][..], true),
        (
            " -p ",
            &[
                "sshpass",
                "mongo",
                "docker login",
                "podman login",
                "az login",
                "ldap",
                "smbclient",
            ],
            false,
        ),
        (" -w ", &["ldap"], false),
        (" -a ", &["redis-cli"], false),
    ] {
        for at in memmem::find_iter(text.as_bytes(), flag.as_bytes()) {
            let mut start = at + flag.len();
            if !takes(command(at), tools)
                || glued && matches!(doc.byte(start), b' ' | b'-' | b'\n' | 0)
            {
                continue;
            }
            let quote = doc.byte(start);
            start += usize::from(matches!(quote, b'\'' | b'"'));
            let end = value_end(doc, start, quote);
            if is_value(doc.slice(start, end), 3) {
                doc.claim(start, end, Kind::Secret, ASSIGNED);
            }
        }
    }
    for flag in [" -u ", " --user ", " --proxy-user "] {
        for at in memmem::find_iter(text.as_bytes(), flag.as_bytes()) {
            if !takes(command(at), &["curl", "wget", "http"]) {
                continue;
            }
            let mut start = at + flag.len();
            let quote = doc.byte(start);
            start += usize::from(matches!(quote, b'\'' | b'"'));
            let end = value_end(doc, start, quote);
            if let Some((user, password)) = doc.slice(start, end).split_once(':')
                && is_value(password, 3)
            {
                doc.claim(start + user.len() + 1, end, Kind::Secret, ASSIGNED);
            }
        }
    }
}
