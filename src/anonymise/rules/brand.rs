//! Names made of two words written as one: `WingGate`, `CastStream`, `MyWings`.

use std::sync::LazyLock;

use super::sweep::KNOWN;
use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// Whether the sentence presents the word as a product: "the `MyWings` app", "the feed `CastStream`",
/// "`VendCore` 6.0.2". Leaves classes, kinds and events (`StatefulSet`, `NullPointerException`).
pub(super) fn is_presented(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let word = doc.word(i);
    let code = Facts::COMPUTING.or(Facts::TECH).or(Facts::MAYBE_TECH);
    if !word.starts_with(char::is_uppercase)
        || word.chars().filter(|c| c.is_uppercase()).count() != 2 + usize::from(word.ends_with('X'))
        || token.is(code)
        || doc.glued(i)
        || matches!(doc.byte_before(token.start), b'`' | b'$' | b'<')
        || CODE_ENDS.iter().any(|end| word.ends_with(end))
    {
        return false;
    }
    let (before, next) = (doc.before(i), doc.token(i + 1));
    let told = doc.gap_before(i) == " "
        && before.shape == Shape::Lower
        && before.is(Facts::SYSTEM)
        && !matches!(
            doc.word(i - 1),
            "controller" | "model" | "schema" | "module" | "job" | "component"
        );
    let app = doc.gap(i) == " "
        && next.shape == Shape::Lower
        && matches!(
            doc.word(i + 1),
            "app"
                | "apps"
                | "application"
                | "platform"
                | "portal"
                | "website"
                | "product"
                | "team"
                | "engine"
                | "feed"
                | "suite"
                | "programme"
                | "project"
                | "cluster"
                | "software"
                | "shop"
                | "database"
                | "users"
                | "customers"
                | "backend"
                | "frontend"
                | "service"
                | "services"
        );
    let crossed = word.ends_with('X') && word.len() >= 5;
    let versioned = crossed
        || doc.gap(i) == " "
            && next.shape == Shape::Number
            && doc.byte(next.end) == b'.'
            && doc.byte(next.end + 1).is_ascii_digit();
    told || app || versioned || is_subject(doc, i)
}

/// `PreAuthX runs on`, "before `TideTable` reads", "the screen (`TideTable`)": an invented word that does
/// what programs do; of two words only if the first has nothing to do with computing.
fn is_subject(doc: &Doc, i: usize) -> bool {
    static DOES: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "runs ran reads says said shows showed was were is went serves served stopped sends sent settles \
             settled books booked bills billed prints printed plans planned orders ordered lets let stayed",
        )
    });
    let word = doc.word(i);
    let token = doc.token(i);
    let cut = word.bytes().skip(1).position(|b| b.is_ascii_uppercase());
    let head = word
        .get(..cut.map_or(word.len(), |at| at + 1))
        .unwrap_or_default();
    let facts = Lexicon::shipped().facts(&fold(head));
    let invented = facts.any(Facts::ENGLISH)
        && !facts.any(Facts::COMPUTING.or(Facts::TECH))
        && head.len() >= 4;
    let acts = doc.gap(i) == " " && DOES.has(doc.token(i + 1).hash);
    let system = doc.before(i).is(Facts::SYSTEM)
        || matches!(doc.word(i.wrapping_sub(1)), "board" | "screen");
    let named = doc.gap_before(i) == " (" && doc.byte(token.end) == b')' && system;
    invented && (acts || named)
}

const CODE_ENDS: [&str; 34] = [
    "Error",
    "Exception",
    "Controller",
    "Service",
    "Handler",
    "Factory",
    "Manager",
    "Client",
    "Server",
    "Listener",
    "Config",
    "Request",
    "Response",
    "Set",
    "Map",
    "Test",
    "Impl",
    "Builder",
    "Provider",
    "Adapter",
    "Policy",
    "Claim",
    "Binding",
    "Class",
    "Group",
    "Pool",
    "Timeout",
    "State",
    "Status",
    "Event",
    "Queue",
    "Lock",
    "Context",
    "Ready",
];

/// `WingGate`, `CastStream`: two plain words that computing does not use, in running text.
pub(super) fn is_brand(doc: &Doc, i: usize) -> bool {
    let word = doc.word(i);
    let Some(cut) = word
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_uppercase())
        .map(|(at, _)| at)
    else {
        return false;
    };
    let (head, tail) = word.split_at(cut);
    let plain = |part: &str| {
        let facts = Lexicon::shipped().facts(&fold(part));
        part.len() >= 3
            && part.chars().skip(1).all(char::is_lowercase)
            && facts.any(Facts::ENGLISH)
            && !facts.any(Facts::COMPUTING.or(Facts::NOT_NAME))
    };
    let quoted = matches!(
        doc.byte_before(doc.token(i).start),
        b'`' | b'[' | b'$' | b'<'
    );
    // AlreadyExists, NotFound
    let state = ["ed", "Exists", "Found", "Missing", "Ready"]
        .iter()
        .any(|end| tail.ends_with(end));
    head.starts_with(char::is_uppercase)
        && !state
        && plain(head)
        && plain(tail)
        && !Lexicon::shipped().facts(&fold(head)).any(Facts::COMPUTING)
        && !quoted
        && !doc.glued(i)
}

/// `PartitionRebalance`, onRoleChange: made of known words.
pub(in crate::anonymise) fn humps_known(word: &str) -> bool {
    let mut start = 0;
    let mut last_upper = true;
    let mut parts = Vec::new();
    for (at, c) in word.char_indices() {
        if c.is_uppercase() && !last_upper && at > start {
            parts.push(word.get(start..at).unwrap_or_default());
            start = at;
        } else if c.is_lowercase() && last_upper && at > start + 1 {
            // The last capital of a run begins the next word: HTTPServer.
            let cut = word
                .get(..at)
                .and_then(|w| w.char_indices().last())
                .map_or(at, |(cut, _)| cut);
            if cut > start {
                parts.push(word.get(start..cut).unwrap_or_default());
                start = cut;
            }
        }
        last_upper = c.is_uppercase();
    }
    parts.push(word.get(start..).unwrap_or_default());
    parts
        .iter()
        .all(|part| part.chars().count() <= 2 || Lexicon::shipped().facts(&fold(part)).any(KNOWN))
}
