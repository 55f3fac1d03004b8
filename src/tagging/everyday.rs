//! Places where the name of a protocol, format or command is an everyday word of a log, a shell or an
//! error, and says nothing of the technology: `HTTP 504`, `UDP 123`, `sudo: ...`, `-o yaml`.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::text::Text;

/// The words that any English text has, in small letters.
static COMMON: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let words = include_str!("../../schema/lexicon/english-common.txt").lines();
    words.filter(|word| !word.starts_with('#')).collect()
});

/// Whether a name is several words that any English text has, set apart by its capitals alone.
pub(super) fn are_plain_words(name: &str) -> bool {
    name.contains(' ')
        && name.contains(char::is_uppercase)
        && name
            .split([' ', '-'])
            .all(|word| COMMON.contains(word.to_lowercase().as_str()))
}

/// Commands and formats that any line of a shell may name.
const OF_A_SHELL: &[&str] = &[
    "awk", "cron", "dig", "gnupg", "grep", "json", "nslookup", "sed", "slurm", "sudo", "tls",
    "yaml",
];
/// Processes that log on any machine.
const OF_A_LOG: &[&str] = &["cron", "gnupg", "openssh", "ssh", "sudo", "systemd"];

/// Whether a name at a place is one of these words.
pub(super) fn is_everyday(text: &Text<'_>, range: &Range<usize>, slug: &str) -> bool {
    let after = || text.line_after(range.end, 24);
    match slug {
        "http" | "https" if number(after()).is_some_and(|n| (100..600).contains(&n)) => true,
        "udp" | "tcp" if number(after()).is_some() => true,
        "java" if after().starts_with(".lang.") || after().starts_with(" heap space") => true,
        "json" | "yaml" | "xml" if in_markup(text.line_before(range.start, 12)) => true,
        "amazon-s3" if text.lower_before(range.start, 12).ends_with("severity ") => true,
        _ if after().starts_with("()") => true,
        _ => {
            (OF_A_SHELL.contains(&slug) && in_a_shell(text, range))
                || (OF_A_LOG.contains(&slug) && in_a_log(text, range))
        }
    }
}

/// Whether the name of a format tells what a block of markup or a message holds.
fn in_markup(before: &str) -> bool {
    before.ends_with("{code:") || before.ends_with("application/") || before.ends_with("text/")
}

/// The number after a space or slash.
fn number(after: &str) -> Option<u32> {
    let rest = after.strip_prefix([' ', '/'])?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let address = rest
        .get(end..)
        .is_some_and(|tail| tail.starts_with('.') && tail.len() > 2);
    if address {
        None
    } else {
        rest.get(..end)?.parse().ok()
    }
}

/// Whether the line is a command after a prompt.
fn in_a_shell(text: &Text<'_>, range: &Range<usize>) -> bool {
    let before = text.line_before(range.start, 200);
    before.trim_start().starts_with("$ ")
        || before.starts_with("    ")
        || before.contains(":~$ ")
        || before.contains("]$ ")
        || before.contains(":~# ")
}

/// Whether a process of this name logged the line: `... host sudo: ...`, `... host sshd[812]: ...`.
fn in_a_log(text: &Text<'_>, range: &Range<usize>) -> bool {
    let head = text.line_before(range.start, 200).trim_start();
    let after = text.line_after(range.end, 12);
    head.matches(':').count() >= 2 && (after.starts_with('[') || after.starts_with(": "))
}
