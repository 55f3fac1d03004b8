//! Programs of the house by where their name stands, also if it is a plain word: the process of a log's
//! line, its module, the unit or the deployment of a command.

use std::sync::LazyLock;

use super::jargon::RULE;
use super::setting::RULE as SETTING;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::table::Words;
use crate::anonymise::token::{Shape, Token};

/// The command that starts and stops units.
pub(super) const COMMANDS: [&str; 1] = ["systemctl"];

/// Of how many words the name of a unit consists at most.
const LONG: usize = 6;

/// Finds `boa[612]:`, `INFO bellows::pull:`, `systemctl restart millrace-collector`, `kubectl -n courier`
/// and `deploy/courier`. Leaves what everybody runs (`sshd[411]:`, `systemctl restart nginx`) and what
/// is called by its kind (`-n monitoring`, `deploy/worker`).
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    for i in doc.with(
        Looks::APART
            .or(Looks::SIGN)
            .or(Looks::TIED)
            .or(Looks::SHELL),
    ) {
        // systemctl restart boa
        let i = if COMMANDS.contains(&doc.word(i)) {
            i + 2
        } else {
            i
        };
        let token = doc.token(i);
        let marked = match doc.byte(token.end) {
            b'[' => true,
            b':' => doc.byte(token.end + 1) == b':',
            _ => doc.byte_before(token.start) == b'/' || doc.before(i).len() == 1,
        } || COMMANDS.contains(&doc.word(i.wrapping_sub(2)));
        if !marked || token.shape != Shape::Lower || token.len() < 3 || !doc.token_free(i) {
            continue;
        }
        let (last, rule) = if is_process(doc, i) || is_module(doc, i) {
            (i, RULE)
        } else if let Some(last) = unit(doc, i) {
            (last, SETTING)
        } else {
            continue;
        };
        let own = (i..=last).any(|at| is_own(doc.token(at)));
        let claimed = own && doc.claim(token.start, doc.token(last).end, Kind::Product, rule);
        // Elsewhere a plain word means itself.
        let told = rule == RULE || !token.is(Facts::COMMON);
        if claimed && told && last == i {
            names.add_own(doc.word(i), Kind::Product);
            names.add_small(doc.word(i));
        }
    }
}

/// A word that is neither of computing nor what things of its kind are called.
fn is_own(token: Token) -> bool {
    let general = Facts::COMPUTING
        .or(Facts::TECH)
        .or(Facts::SOFTWARE)
        .or(Facts::ACRONYM)
        .or(Facts::TECH_NOUN)
        .or(Facts::SYSTEM)
        .or(Facts::ROLE)
        .or(Facts::NOT_NAME);
    token.shape == Shape::Lower && token.len() >= 3 && !token.is(general)
}

/// `host boa[612]: cannot write`: who writes to the log of the system.
fn is_process(doc: &Doc, i: usize) -> bool {
    let number = doc.token(i + 1);
    let word = doc.token(i);
    doc.gap(i) == "["
        && (word.len() >= 4 || word.is(Facts::ENGLISH))
        && number.shape == Shape::Number
        && doc.ahead(number.end, 2) == "]:"
        && doc.gap_before(i).ends_with(' ')
}

/// `INFO bellows::pull: fetched`: the module that writes, behind the level of a line.
fn is_module(doc: &Doc, i: usize) -> bool {
    static LIBRARIES: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "hyper rustls tower axum actix rocket warp tide sqlx diesel reqwest tokio tonic mio rdkafka \
             lettre tungstenite quinn tantivy sled rayon tracing want isahc mongodb sqlparser datafusion",
        )
    });
    let level = matches!(
        doc.word(i.wrapping_sub(1)),
        "INFO" | "WARN" | "ERROR" | "DEBUG" | "TRACE" | "info" | "warn" | "error" | "debug"
    );
    level
        && !LIBRARIES.has(doc.token(i).hash)
        && doc.gap(i) == "::"
        && doc.gap_before(i).trim_start_matches(']').trim().is_empty()
}

/// The last word of the unit, the namespace or the deployment that a command names here.
fn unit(doc: &Doc, i: usize) -> Option<usize> {
    static VERBS: LazyLock<Words> = LazyLock::new(|| {
        Words::of("status start stop restart reload enable disable kill mask unmask")
    });
    let before = doc.before(i);
    let (word, gap) = (doc.word(i.wrapping_sub(1)), doc.gap_before(i));
    let two = doc.word(i.wrapping_sub(2));
    let system = gap == " "
        && (VERBS.has(before.hash) && COMMANDS.contains(&two)
            || word == "u" && doc.gap_before(i - 1) == " -" && two == "journalctl");
    let namespace = gap == " "
        && word == "n"
        && doc.gap_before(i - 1) == " -"
        && !doc.token(i).is(Facts::COMMON)
        && is_kube(doc, i);
    let workload = gap == "/"
        && matches!(
            word,
            "deploy" | "deployment" | "sts" | "statefulset" | "ds" | "daemonset" | "cronjob"
        )
        && doc.byte_before(before.start) == b' ';
    if !(system || namespace || workload) {
        return None;
    }
    let mut last = i;
    while last < i + LONG && doc.gap(last) == "-" && doc.token_free(last + 1) {
        last += 1;
    }
    let end = doc.token(last).end;
    let closed = !matches!(doc.byte(end), b'@' | b'=' | b'(' | b'_' | b'/')
        && (doc.byte(end) != b'.'
            || !doc.byte(end + 1).is_ascii_alphabetic()
            || doc.ahead(end, 8) == ".service");
    closed.then_some(last)
}

/// Whether the command is one of Kubernetes.
fn is_kube(doc: &Doc, i: usize) -> bool {
    (2..8)
        .map_while(|back| i.checked_sub(back))
        .take_while(|at| !doc.gap(*at).contains('\n'))
        .any(|at| {
            matches!(
                doc.word(at),
                "kubectl" | "oc" | "helm" | "k" | "stern" | "k9s"
            )
        })
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn programs_go_where_logs_and_commands_name_them() {
        for (text, found) in [
            ("Jan 11 reptile boa[612]: cannot write state", "boa"),
            ("it said INFO bellows::pull: fetched 12", "bellows"),
            (
                "$ sudo systemctl restart pepper-collector",
                "pepper-collector",
            ),
            ("$ journalctl -u trolley -n 30", "trolley"),
            ("`kubectl -n marsupial rollout status`", "marsupial"),
            ("`kubectl rollout restart deploy/receipts`", "receipts"),
        ] {
            assert!(removed(text).iter().any(|part| part == found), "{text}");
        }
    }

    #[test]
    fn what_everybody_runs_stays() {
        for text in [
            "kernel and sshd[411]: session opened",
            "then cron[88]: started",
            "it said INFO hyper::client: connected",
            "$ systemctl restart nginx",
            "`kubectl -n monitoring get pods`",
            "`kubectl rollout restart deploy/worker`",
        ] {
            assert!(stays(text), "{text}: {:?}", removed(text));
        }
    }
}
