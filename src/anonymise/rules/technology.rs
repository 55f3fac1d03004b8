//! Technologies stay: they are what the report is about.

use std::sync::LazyLock;

use super::namesake;
use super::sweep::KNOWN;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// The tag of a name that is also a word, person or company.
pub(in crate::anonymise) const AMBIGUOUS: u32 = 1;

/// Words that a technology's name may begin with.
pub(super) const NAMED: Looks = Looks::of(Facts::TECH.or(Facts::MAYBE_TECH));

/// Marks names of technologies as kept, the longest first ("Amazon Aurora" before "Aurora"). A name
/// that is also a person or a company stays unless the words around say that it is one: "Jenkins is
/// stuck" stays, "Mr Jenkins" and "Team Jenkins" go.
pub(super) fn protect(doc: &mut Doc, technologies: &PhraseBook, names: &mut Names) {
    if technologies.is_empty() {
        return;
    }
    namesake::find(doc, technologies, names);
    let mut skip = 0;
    for i in doc.with(NAMED) {
        let token = doc.token(i);
        if token.start < skip
            || token.shape == Shape::Number
            || !token.is(Facts::TECH.or(Facts::MAYBE_TECH))
        {
            continue;
        }
        // The R of "J. R. Okafor" and "J.R." is no language.
        let dotted = token.len() == 1
            && (doc.byte_before(token.start) == b'.'
                || doc.byte(token.end) == b'.' && doc.byte(token.end + 1).is_ascii_alphabetic());
        if dotted {
            continue;
        }
        let Some(hit) = technologies.at(doc.text, &token) else {
            continue;
        };
        if !doc.is_free(hit.start, hit.end) {
            continue;
        }
        let single = hit.end == token.end;
        if single && is_called(doc, i) {
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

/// Marks names of technologies of several words that mean nothing else, before a rule takes a word of
/// them for a season, a place or a person: "Spring MVC", "Palo Alto firewall", "Apache Cassandra".
pub(super) fn protect_phrases(doc: &mut Doc, technologies: &PhraseBook) {
    let mut skip = 0;
    for i in doc.with(NAMED) {
        let token = doc.token(i);
        if token.start < skip
            || !token.is(Facts::TECH.or(Facts::MAYBE_TECH))
            || !matches!(doc.byte(token.end), b' ' | b'-')
        {
            continue;
        }
        let Some(hit) = technologies.at(doc.text, &token) else {
            continue;
        };
        let phrase = doc.slice(token.start, hit.end).contains(' ');
        if phrase && hit.tag != AMBIGUOUS && doc.is_free(hit.start, hit.end) {
            doc.keep(hit.start, hit.end);
            skip = hit.end;
        }
    }
}

/// A nickname before the full name: "Salt (Eoin Salter)".
fn is_called(doc: &Doc, i: usize) -> bool {
    doc.gap(i) == " ("
        && doc.token(i).shape == Shape::Capital
        && (1..=3).any(|n| person_at(doc, i + n))
}

/// Aurora Foods, Atlas Bank: no technology is called so.
static FIRMS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "foods stores bank insurance airlines airways hotels freight shipping logistics hospital clinic \
         school university college dairies farms brewery bakery ltd limited gmbh plc llc inc holdings council trust \
         railways energy motors pharma foundation textiles textile publishers mutual haulage brothers",
    )
});

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
    let firm =
        doc.gap(i) == " " && doc.token(i + 1).is_capital() && FIRMS.has(doc.token(i + 1).hash);
    // Mithai Express, Transandes Cargo: the rest of a name that nobody knows.
    let behind = gap == " "
        && before.shape == Shape::Capital
        && before.len() >= 4
        && !before.is(KNOWN)
        && !doc.is_kept(before.start)
        && token.shape == Shape::Capital
        && token.is(Facts::ENGLISH)
        && token.is(Facts::MAYBE_TECH);
    title || team || mention || surname || product || firm || behind
}

fn person_at(doc: &Doc, i: usize) -> bool {
    doc.kind_at(doc.token(i).start) == Some(Kind::Person)
}
