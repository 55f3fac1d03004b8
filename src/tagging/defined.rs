//! Names of which the words beside them say what they are: `written in Julia`, `Cassandra, the database`.

use super::names::Candidate;
use super::text::Text;

/// What stands before the name of a language or a framework.
const WRITTEN_IN: &[&str] = &[
    "written in ",
    "wrote in ",
    "wrote it in ",
    "years ago, in ",
    "rewritten in ",
    "coded in ",
    "geschrieben in ",
    "in der sprache ",
    "the language ",
    "\"language\": \"",
    "language: ",
    "language: \"",
    "escrito en ",
    "écrit en ",
    "skrevet i ",
    "built with ",
    "app is in ",
    "app's in ",
    "code is in ",
    "script is ",
    "script in ",
];

/// What a technology is said to be.
const KINDS: &[&str] = &[
    "broker",
    "browser",
    "build server",
    "cache",
    "chat client",
    "ci",
    "cloud",
    "compiler",
    "database",
    "editor",
    "engine",
    "framework",
    "language",
    "library",
    "message broker",
    "migration tool",
    "model",
    "monitoring",
    "operating system",
    "programming language",
    "proxy",
    "runtime",
    "search engine",
    "server",
    "software",
    "tool",
    "web framework",
    "web server",
];

/// Whether the words beside a name say what it is: `written in Julia`, `Cassandra, the database`.
pub(super) fn defined(text: &Text<'_>, place: &Candidate<'_>) -> bool {
    let before = text.lower_before(place.range.start, 24);
    let before = before.trim_end_matches(['*', '`', '_']);
    if WRITTEN_IN.iter().any(|words| before.ends_with(words)) {
        return true;
    }
    let after = text.lower_after(place.range.end, 32);
    let after = after.trim_start_matches([',', ' ', '(', '*', '`']);
    let kind = after
        .strip_prefix("the ")
        .or_else(|| after.strip_prefix("is the "));
    kind.is_some_and(|rest| {
        let adjective = rest.split_once(' ').map(|(_, noun)| noun);
        is_kind(rest) || adjective.is_some_and(is_kind)
    })
}

fn is_kind(rest: &str) -> bool {
    KINDS.iter().any(|kind| {
        rest.strip_prefix(kind)
            .is_some_and(|end| !end.starts_with(char::is_alphanumeric))
    })
}
