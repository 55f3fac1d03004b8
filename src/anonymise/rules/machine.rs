//! How machines are called: `pg-ledger-a1`, `web-14`.

use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};

/// A name with a number or a made-up part, written like a machine's.
pub(super) fn is_machine(doc: &Doc, host: &str, start: usize, end: usize) -> bool {
    if !host.is_ascii()
        || !host.starts_with(|c: char| c.is_ascii_alphabetic())
        || host.bytes().any(|b| b.is_ascii_uppercase())
            && host.bytes().any(|b| b.is_ascii_lowercase())
    {
        return false;
    }
    let parts: Vec<&str> = host.split(['-', '.', '_']).collect();
    let last = parts.last().copied().unwrap_or_default();
    let numbered = last.bytes().any(|b| b.is_ascii_digit()) || last.len() == 1;
    let file = host.contains('.') || host.contains('_') && !host.contains('-');
    let i = doc.token_from(start);
    let cue = doc
        .gap_before(i)
        .trim_matches([' ', '*', '`', ':', '(', '=', '"'])
        .is_empty()
        && !doc.gap_before(i).contains('\n')
        && doc.before(i).is(Facts::HOST_CUE);
    let made_up = parts.iter().any(|part| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        letters.len() >= 2 && !is_ordinary(letters)
    });
    // "Feb 21 02:49:58 mesdisp02 kernel:"
    let stamped = start > 1
        && doc.byte_before(start) == b' '
        && doc.is_gone(start - 2)
        && host.bytes().any(|b| b.is_ascii_digit())
        && {
            let rest = doc.ahead(end, 40);
            rest.starts_with(' ')
                && rest.trim_start().find([':', '[']).is_some_and(|at| {
                    rest.trim_start()
                        .get(..at)
                        .is_some_and(|word| !word.is_empty() && !word.contains(' '))
                })
        };
    if stamped {
        return true;
    }
    let upper = host.bytes().any(|b| b.is_ascii_uppercase());
    if parts.len() >= 2 && !file {
        if upper {
            let placed = !matches!(doc.word(i.wrapping_sub(1)), "to" | "from" | "To" | "From");
            return numbered && cue && placed;
        }
        let digits_only = last.len() <= 4
            && last.bytes().any(|b| b.is_ascii_digit())
            && last.bytes().filter(u8::is_ascii_alphabetic).count() <= 1;
        let machine = parts
            .iter()
            .any(|part| is_machine_word(part.trim_end_matches(|c: char| c.is_ascii_digit())));
        return numbered && (made_up || cue || machine && digits_only) && !is_standard(host)
            || cue && made_up && doc.byte(end) != b'(';
    }
    // kaarna17, srv04, web14
    let letters = host.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = host.len() - letters.len();
    parts.len() == 1
        && digits >= 1
        && letters.len() >= 3
        && letters.bytes().all(|b| b.is_ascii_lowercase())
        && (cue && (made_up || digits >= 2 || is_machine_word(letters))
            || digits == 2 && is_machine_word(letters))
}

fn is_ordinary(word: &str) -> bool {
    Lexicon::shipped()
        .facts(&fold(word))
        .any(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::TECH))
}

pub(super) fn is_machine_word(word: &str) -> bool {
    matches!(
        word,
        "web"
            | "db"
            | "app"
            | "srv"
            | "host"
            | "node"
            | "server"
            | "vm"
            | "worker"
            | "lb"
            | "proxy"
            | "edge"
            | "gw"
            | "gateway"
            | "fw"
            | "sw"
            | "rtr"
            | "router"
            | "core"
            | "dns"
            | "ns"
            | "mail"
            | "mx"
            | "smtp"
            | "ldap"
            | "api"
            | "cache"
            | "redis"
            | "kafka"
            | "kfk"
            | "zk"
            | "etcd"
            | "pg"
            | "mysql"
            | "mongo"
            | "es"
            | "elastic"
            | "hv"
            | "esx"
            | "esxi"
            | "nas"
            | "san"
            | "storage"
            | "osd"
            | "prod"
            | "prd"
            | "stg"
            | "dev"
            | "qa"
            | "uat"
            | "jump"
            | "bastion"
            | "build"
            | "ci"
            | "runner"
            | "mq"
            | "rabbit"
            | "pub"
            | "sub"
            | "tally"
            | "kiosk"
            | "ip"
            | "haproxy"
            | "nginx"
            | "mirth"
            | "broker"
    )
}

/// Names of things everywhere: `utf-8`, `sha-256`, `ipv6`, `http-2`.
fn is_standard(host: &str) -> bool {
    let head = host.split(['-', '.']).next().unwrap_or_default();
    matches!(
        head,
        "utf"
            | "sha"
            | "aes"
            | "rsa"
            | "iso"
            | "rfc"
            | "tls"
            | "http"
            | "ipv"
            | "sev"
            | "p"
            | "l"
            | "layer"
            | "phase"
            | "step"
            | "level"
            | "tier"
            | "zone"
            | "day"
            | "week"
            | "top"
            | "v"
            | "version"
            | "base"
            | "rc"
            | "x"
            | "cve"
    )
}
