//! Technologies stay: they are what the report is about.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::Shape;

/// The tag of a name that is also a word, person or company.
pub(in crate::anonymise) const AMBIGUOUS: u32 = 1;

/// Marks names of technologies as kept, the longest first ("Amazon Aurora" before "Aurora"). A name
/// that is also a person or a company stays unless the words around say that it is one: "Jenkins is
/// stuck" stays, "Mr Jenkins" and "Team Jenkins" go.
pub(super) fn protect(doc: &mut Doc, technologies: &PhraseBook, names: &Names) {
    if technologies.is_empty() {
        return;
    }
    let mut skip = 0;
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if token.start < skip
            || token.shape == Shape::Number
            || !token.is(Facts::TECH.or(Facts::MAYBE_TECH))
        {
            continue;
        }
        let Some(hit) = technologies.at(doc.text, doc.folded(i), token.start, token.end) else {
            continue;
        };
        if !doc.is_free(hit.start, hit.end) {
            continue;
        }
        let single = hit.end == token.end;
        if single && (is_called(doc, i) || is_met(doc, i, names)) {
            continue;
        }
        if hit.tag == AMBIGUOUS
            && single
            && (token.shape == Shape::Lower && token.is(Facts::ENGLISH) || is_somebody(doc, i))
        {
            continue;
        }
        doc.keep(hit.start, hit.end);
        skip = hit.end;
    }
}

/// Somebody met by full name, or treated as a person by the words around.
fn is_met(doc: &Doc, i: usize, names: &Names) -> bool {
    let token = doc.token(i);
    if token.shape == Shape::Lower && names.is_small(doc.word(i)) {
        return !is_machine_context(doc, i) && !doc.glued(i);
    }
    if token.shape != Shape::Capital || is_machine_context(doc, i) {
        return false;
    }
    if names.is_first(doc.folded(i)) {
        return true;
    }
    let weight = super::evidence::evidence(doc, i, token);
    let weight = if speaks(doc, i) {
        weight
    } else if is_listed(doc, i) {
        0
    } else {
        weight.saturating_sub(says_nothing(doc, i))
    };
    weight >= if token.is(Facts::GIVEN) { 2 } else { 4 }
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
                | "writes"
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
    2 * (u32::from(joined) + u32::from(works))
}

/// A nickname before the full name: "Salt (Eoin Salter)".
fn is_called(doc: &Doc, i: usize) -> bool {
    doc.gap(i) == " ("
        && doc.token(i).shape == Shape::Capital
        && (1..=3).any(|n| person_at(doc, i + n))
}

/// Whether the words around make the word a person, a team or a company.
fn is_somebody(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let before = doc.before(i);
    let gap = doc.gap_before(i);
    let near = gap == " " || gap == ". ";
    let title = near && before.is(Facts::TITLE) && before.shape != Shape::Lower;
    let team = gap == " " && before.is(Facts::TEAM_BEFORE) && before.is_capital();
    let mention = doc.byte_before(token.start) == b'@';
    let surname = near
        && before.is(Facts::GIVEN)
        && before.shape == Shape::Capital
        && !before.is(Facts::ENGLISH.or(Facts::TECH))
        && token.is(Facts::SURNAME);
    let words = |n: usize| {
        doc.gap(i + n - 1) == " "
            && doc.token(i + n).shape == Shape::Capital
            && doc.token(i + n).is(Facts::COMMON)
            && !doc.token(i + n).is(Facts::COMPUTING
                .or(Facts::TECH_NOUN)
                .or(Facts::NOT_NAME)
                .or(Facts::MAYBE_TECH)
                .or(Facts::TECH))
    };
    let product = words(1) && words(2) && !token.opens;
    title || team || mention || surname || product
}

fn person_at(doc: &Doc, i: usize) -> bool {
    doc.kind_at(doc.token(i).start) == Some(Kind::Person)
}

/// Whether the word is run, used, deployed to, or counted: what is done with software.
fn is_machine_context(doc: &Doc, i: usize) -> bool {
    let before = doc.folded(i.wrapping_sub(1));
    let spaced = doc.gap_before(i) == " ";
    let used = spaced
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
    let thing = doc.gap(i) == " "
        && (next.is(Facts::COMPUTING.or(Facts::TECH_NOUN).or(Facts::TECH))
            && !next.is(Facts::PERSON_AFTER)
            || next.shape == Shape::Number);
    used || thing
}
