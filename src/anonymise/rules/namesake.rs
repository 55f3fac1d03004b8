//! People called like a technology: "Django said", "Ray had copied it by hand".

use super::evidence::evidence;
use super::person::CUED;
use super::technology::NAMED;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::Shape;
use rustc_hash::FxHashMap;

/// What the whole text says of one word that is a technology's name.
#[derive(Default)]
struct Said {
    /// Somewhere it is certainly a person.
    person: bool,
    /// How often it is run, used, counted, or listed with other technologies.
    machine: u32,
    /// Somewhere it says or thinks, or is spoken to.
    human: bool,
}

/// Finds the mentions of technologies' names that mean people: where the words around say so, and,
/// once somebody in the text is called so, wherever nothing says that software is meant.
pub(super) fn find(doc: &mut Doc, technologies: &PhraseBook, names: &mut Names) {
    let mut said = FxHashMap::<u64, Said>::default();
    let mut mentions: Vec<(usize, u32)> = Vec::new();
    for i in doc.with(NAMED) {
        let token = doc.token(i);
        if !token.is(Facts::TECH.or(Facts::MAYBE_TECH))
            || !matches!(token.shape, Shape::Capital | Shape::Lower)
            || token.len() < 2
            || !doc.token_free(i)
        {
            continue;
        }
        // Nobody is called Terraform.
        let nobody = token.is(Facts::TECH) && !token.is(Facts::NAME);
        if nobody || is_presented(doc, i) {
            continue;
        }
        let small = token.shape == Shape::Lower;
        if small && (!names.is_small(doc.word(i)) || doc.glued(i)) {
            continue;
        }
        let hit = technologies.at(doc.text, &token);
        if hit.is_none_or(|hit| hit.end != token.end) {
            continue;
        }
        let entry = said.entry(token.hash).or_default();
        if is_machine_context(doc, i) || is_listed(doc, i) && !speaks(doc, i) {
            entry.machine += 1;
            continue;
        }
        if small {
            mentions.push((i, 4));
            continue;
        }
        let weight = evidence(doc, i, token);
        let weight = if speaks(doc, i) {
            weight
        } else {
            weight.saturating_sub(says_nothing(doc, i))
        };
        let does = doc.token(i + 1).is(Facts::PERSON_DOES) && doc.gap(i) == " ";
        // Software says things, too: "Celery says connected".
        let says = doc.word(i + 1) == "says" && !token.is(Facts::NAME);
        let surname = (names.get(doc.folded(i))).is_some_and(|known| known.kind == Kind::Person);
        // Jenkins writes artefacts as well as letters.
        let need = if token.is(Facts::GIVEN) || surname {
            2
        } else if names.is_first(doc.folded(i)) {
            4
        } else {
            6
        };
        entry.human |= weight >= 3 && need < 6 && (does || speaks(doc, i)) && !says;
        entry.person |= weight >= need || names.is_first(doc.folded(i));
        mentions.push((i, if weight >= need { 4 } else { weight }));
    }
    for (i, weight) in mentions {
        let token = doc.token(i);
        let Some(entry) = said.get(&token.hash) else {
            continue;
        };
        let first = names.is_first(doc.folded(i));
        // Nothing in the text takes it for software, and something takes it for a person.
        let known = entry.person && (entry.machine == 0 || first);
        let sure = entry.machine == 0 && entry.human && weight > 1;
        if weight >= 4 || known && !doc.glued(i) || sure {
            names.claim(doc, token.start, token.end, Kind::Person, CUED);
        }
    }
}

/// Whether the text says that the word is software: "Cassandra, the database", "Atlas the migration
/// tool", "Jenkins (the server, not me)".
pub(super) fn is_presented(doc: &Doc, i: usize) -> bool {
    let thing = |at: usize| {
        doc.token(at).shape == Shape::Lower && doc.token(at).is(Facts::SYSTEM.or(Facts::TECH_NOUN))
            || matches!(
                doc.word(at),
                "language"
                    | "framework"
                    | "tool"
                    | "library"
                    | "renderer"
                    | "compiler"
                    | "server"
                    | "database"
                    | "engine"
                    | "plugin"
                    | "protocol"
            )
    };
    matches!(doc.gap(i), " " | ", " | " (")
        && doc.token(i + 1).is(Facts::ARTICLE)
        && doc.token(i + 1).shape == Shape::Lower
        && (i + 2..i + 5)
            .take_while(|at| doc.gap_before(*at) == " ")
            .find(|at| thing(*at))
            .is_some_and(|at| {
                !doc.gap(at).starts_with([' ', '-']) || !doc.token(at + 1).is(Facts::ROLE)
            })
}

/// Whether the word says, asks or thinks, or is spoken to: what no software does.
fn speaks(doc: &Doc, i: usize) -> bool {
    let says = doc.gap(i) == " "
        && matches!(
            doc.word(i + 1),
            "said"
                | "says"
                | "asked"
                | "asks"
                | "told"
                | "wrote"
                | "thought"
                | "thinks"
                | "suggested"
                | "replied"
                | "answered"
                | "explained"
                | "admitted"
                | "agreed"
        );
    let addressed = doc.gap_before(i) == " "
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "thanks" | "thank" | "asked" | "told" | "dear" | "hi" | "hello" | "hey" | "paged"
        );
    says || addressed || doc.byte_before(doc.token(i).start) == b'@'
}

/// Whether the word stands in a list or pair with a technology: "Kafka and Cassandra", "Oracle/Kafka".
fn is_listed(doc: &Doc, i: usize) -> bool {
    const COMMAS: [&str; 6] = [", ", "/", " / ", " & ", " + ", " ("];
    let is_and = |at: usize| matches!(doc.word(at), "and" | "or" | "nor");
    let left = if doc.gap_before(i) == " " && is_and(i.wrapping_sub(1)) {
        matches!(doc.gap_before(i - 1), " " | ", " | " (").then(|| i.checked_sub(2))
    } else {
        COMMAS
            .contains(&doc.gap_before(i))
            .then(|| i.checked_sub(1))
    };
    if left
        .flatten()
        .is_some_and(|at| doc.is_kept(doc.token(at).start))
    {
        return true;
    }
    let mut at = i;
    for _ in 0..4 {
        at = if matches!(doc.gap(at), " " | ", ") && is_and(at + 1) && doc.gap(at + 1) == " " {
            at + 2
        } else if COMMAS.contains(&doc.gap(at)) {
            at + 1
        } else {
            return false;
        };
        let next = doc.token(at);
        if next.shape == Shape::Lower || !next.is(Facts::TECH.or(Facts::MAYBE_TECH)) {
            return false;
        }
        if next.is(Facts::TECH) {
            return true;
        }
    }
    false
}

/// How much of the evidence for a person holds for software as well: it follows an "and", it runs
/// out of memory, sees errors, loses a quorum.
fn says_nothing(doc: &Doc, i: usize) -> u32 {
    let joined = doc.gap_before(i) == " " && doc.word(i.wrapping_sub(1)) == "and";
    let works = doc.gap(i) == " "
        && matches!(
            doc.word(i + 1),
            "ran"
                | "runs"
                | "lost"
                | "saw"
                | "sees"
                | "came"
                | "went"
                | "started"
                | "starts"
                | "stopped"
                | "stops"
                | "stayed"
                | "kept"
                | "keeps"
                | "restarted"
                | "rebooted"
                | "rolled"
                | "reached"
                | "sent"
                | "opened"
                | "closed"
        )
        && !doc.token(i + 2).is(Facts::ARTICLE);
    let loses = doc.gap(i) == " "
        && matches!(
            doc.word(i + 1),
            "lost" | "loses" | "ran" | "runs" | "reached" | "dropped" | "drops"
        )
        && (i + 2..i + 5).any(|at| doc.token(at).is(Facts::COMPUTING.or(Facts::TECH_NOUN)));
    let works = works || loses;
    2 * (u32::from(joined) + u32::from(works))
}

/// Whether the word is run, used, deployed to, or counted: what is done with software.
fn is_machine_context(doc: &Doc, i: usize) -> bool {
    let before = doc.folded(i.wrapping_sub(1));
    let spaced = doc.gap_before(i) == " ";
    let given = doc.token(i).is(Facts::GIVEN);
    let weak = before == "to";
    let used = spaced
        && !(given && weak)
        && matches!(
            before,
            "the"
                | "our"
                | "a"
                | "an"
                | "run"
                | "runs"
                | "running"
                | "ran"
                | "use"
                | "uses"
                | "using"
                | "used"
                | "on"
                | "in"
                | "into"
                | "to"
                | "old"
                | "new"
                | "of"
                | "via"
                | "through"
                | "deployed"
                | "install"
                | "installed"
                | "upgrade"
                | "upgraded"
                | "behind"
                | "not"
                | "like"
                | "each"
                | "every"
                | "no"
                | "than"
                | "or"
                | "their"
                | "this"
                | "own"
                | "managed"
                | "against"
        );
    let next = doc.token(i + 1);
    let owned = matches!(doc.word(i + 2), "her" | "his" | "my" | "their");
    let thing = !owned
        && doc.gap(i) == " "
        && (next.is(Facts::COMPUTING.or(Facts::TECH_NOUN).or(Facts::TECH))
            && !next.is(Facts::PERSON_AFTER)
            && !doc.word(i + 1).ends_with("ed")
            || next.shape == Shape::Number);
    // "Cassandra writes timed out": what a store does all day is a noun.
    let traffic = doc.gap(i) == " "
        && matches!(doc.word(i + 1), "writes" | "reads")
        && !doc.token(i + 2).is(Facts::ARTICLE)
        && !matches!(doc.word(i + 2), "that" | "about" | "down" | "to" | "in");
    used || thing || traffic
}

#[cfg(test)]
mod tests;
