//! Machines and databases by where a console shows them: `ssh settle-3`, `qx_ledger=#`.

use super::handle::ACCOUNT;
use super::sweep::KNOWN;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Lexicon, fold};
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// HOST, PRODUCT: what one connects to, and the database in a prompt. Example: `{zorb_ledger}=# select 1;`
const RULE: &str = "console";

/// The commands that connect to a machine.
pub(super) const COMMANDS: [&str; 5] = ["ssh", "scp", "sftp", "mosh", "rsync"];

/// Finds the machine behind `ssh` and `scp` on a command line, and the database in a prompt of psql.
/// Leaves `ssh -v`, "ssh keys", and the databases that every server has.
pub(super) fn find(doc: &mut Doc) {
    shares(doc);
    shouted(doc);
    for i in doc.with(Looks::LINE.or(Looks::SHELL)) {
        let token = doc.token(i);
        if token.shape != Shape::Lower && token.shape != Shape::Code {
            continue;
        }
        if token.line {
            prompt(doc, i);
        }
        if COMMANDS.contains(&doc.word(i)) && doc.gap(i) == " " {
            match account(doc, token.end) {
                Some((start, end)) => {
                    doc.claim(start, end, Kind::Person, ACCOUNT);
                    target(doc, doc.token_from(end));
                }
                None if matches!(doc.word(i), "ssh" | "sftp" | "mosh") => target(doc, i + 1),
                None => {}
            }
        }
    }
}

/// `\\\\lumfs02\\daten$`, `LUMSQL01\\PROD`: a share and an instance of a Windows server.
fn shares(doc: &mut Doc) {
    let bytes = doc.text.as_bytes();
    let part = |from: usize| {
        (bytes.get(from..).unwrap_or_default().iter())
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'$' | b'.'))
            .count()
    };
    let mut skip = 0;
    for at in memchr::memchr_iter(b'\\', bytes) {
        if at < skip {
            continue;
        }
        let double = doc.byte(at + 1) == b'\\' && doc.byte_before(at) != b'\\';
        let opens = matches!(
            doc.byte_before(at),
            b' ' | b'\n' | b'"' | b'`' | b'(' | b'\'' | 0
        );
        if double && opens {
            let server = part(at + 2);
            let mut end = at + 2 + server;
            while server >= 3 && doc.byte(end) == b'\\' && part(end + 1) > 0 {
                end += 1 + part(end + 1);
            }
            let text = doc.slice(at + 2, end);
            let whole = at + 2 + text.trim_end_matches(['.', '-']).len();
            // A share, not a line break in a string.
            if server >= 3 && whole > at + 2 + server {
                doc.take(at, whole, Kind::Host, RULE);
                skip = whole;
            }
            continue;
        }
        let before = doc.slice(at.saturating_sub(20), at);
        let server = before
            .rsplit(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-'))
            .next()
            .unwrap_or_default();
        let instance = (bytes.get(at + 1..).unwrap_or_default().iter())
            .take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            .count();
        let clear = matches!(
            doc.byte_before(at - server.len()),
            b' ' | b'\n' | b'"' | b'`' | b'(' | b'=' | 0
        );
        let closes = !doc.byte(at + 1 + instance).is_ascii_alphanumeric()
            && !matches!(doc.byte(at + 1 + instance), b'\\' | b'.' | b'_');
        if clear
            && server.len() >= 4
            && server.bytes().any(|b| b.is_ascii_digit() || b == b'-')
            && instance >= 2
            && closes
        {
            doc.claim(at - server.len(), at + 1 + instance, Kind::Host, RULE);
        }
    }
}

/// `machine MILLDB1`, `LPAR PRDA`, `on MILLDB1`: a machine's name in capitals.
fn shouted(doc: &mut Doc) {
    for i in doc.capitals().chain(doc.digits()) {
        let token = doc.token(i);
        let word = doc.word(i);
        if !(4..=12).contains(&word.len())
            || !matches!(doc.gap_before(i), " " | " (")
            || doc.glued(i)
            || !doc.token_free(i)
            || !word
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        {
            continue;
        }
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = word.len() - letters.len();
        let facts = Lexicon::shipped().facts(&fold(letters));
        let known = facts.any(KNOWN) || token.is(KNOWN);
        let noun = matches!(
            doc.folded(i.wrapping_sub(1)),
            "machine" | "lpar" | "lpars" | "mainframe" | "hostname" | "subsystem" | "sysplex"
        ) || digits > 0
            && matches!(
                doc.folded(i.wrapping_sub(1)),
                "job"
                    | "jobs"
                    | "volume"
                    | "region"
                    | "dataset"
                    | "server"
                    | "host"
                    | "instance"
                    | "box"
                    | "vm"
                    | "node"
            );
        let on = doc.folded(i.wrapping_sub(1)) == "on"
            && letters.len() >= 5
            && (1..=3).contains(&digits);
        if !known
            && !letters.is_empty()
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && (noun || on)
        {
            doc.claim(token.start, token.end, Kind::Host, RULE);
            // LPARs (SWPRD1, SWPRD2)
            let listed = |at: usize| matches!(doc.gap_before(at), ", " | " and " | " + " | "/");
            let drawn = |at: usize| {
                doc.token(at).len() == word.len() && doc.word(at).get(..2) == word.get(..2)
            };
            let more: Vec<_> = (i + 1..i + 6)
                .take_while(|at| listed(*at) && drawn(*at))
                .map(|at| doc.token(at))
                .collect();
            for token in more {
                doc.claim(token.start, token.end, Kind::Host, RULE);
            }
        }
    }
}

/// `qx_ledger=# select`: the database of a prompt.
fn prompt(doc: &mut Doc, i: usize) {
    let start = doc.token(i).start;
    let line = doc.ahead(start, 64);
    let length = line
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
        .unwrap_or(0);
    let name = line.get(..length).unwrap_or_default();
    let sign = line.get(length..).unwrap_or_default();
    let shown = sign.starts_with("=# ") || sign.starts_with("=> ");
    if length >= 3 && shown && !matches!(name, "postgres" | "template1" | "testdb" | "mydb") {
        doc.claim(start, start + length, Kind::Product, RULE);
    }
}

/// The user before an `@` in the same command, unless every machine has one of that name.
fn account(doc: &Doc, from: usize) -> Option<(usize, usize)> {
    let line = doc.ahead(from, 96).split(['\n', '`', '"']).next()?;
    let at = line.find('@')?;
    let before = line.get(..at)?;
    let start = before.rfind([' ', '=', '\'']).map_or(0, |space| space + 1);
    let user = before.get(start..)?;
    let shared = matches!(
        user,
        "root"
            | "admin"
            | "git"
            | "ubuntu"
            | "ec2-user"
            | "core"
            | "debian"
            | "centos"
            | "postgres"
            | "oracle"
            | "deploy"
            | "jenkins"
            | "ansible"
            | "vagrant"
            | "pi"
            | "user"
            | "azureuser"
            | "opc"
    );
    let fits = (2..=32).contains(&user.len())
        && start > 0
        && !shared
        && user
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    fits.then_some((from + start, from + at))
}

/// The machine behind a command: with a number in it, or on a line of a shell.
fn target(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let rest = doc.ahead(token.start, 64);
    let length = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')))
        .unwrap_or(rest.len());
    let name = rest.get(..length).unwrap_or_default().trim_end_matches('.');
    let before = doc.slice(token.start.saturating_sub(48), token.start);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let shell = line.contains(['$', '#', '`', '>', '@']);
    let numbered = name.bytes().any(|b| b.is_ascii_digit());
    if name.len() >= 3 && (numbered && name.contains('-') || shell && name.contains(['-', '.'])) {
        doc.claim(token.start, token.start + name.len(), Kind::Host, RULE);
    }
}
