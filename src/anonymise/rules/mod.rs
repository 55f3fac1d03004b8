//! The rules, one family a file, in the order in which they look.

use regex::Regex;

mod account;
mod acronym;
mod address;
mod agency;
pub(super) mod amount;
mod brand;
mod called;
mod card;
mod channel;
mod chat;
mod cloud;
mod column;
mod company;
mod console;
mod count;
mod court;
mod crew;
mod cues;
mod declared;
mod docket;
mod dotted;
mod echoed;
mod email;
mod encoded;
mod evidence;
mod full_name;
pub(super) mod handle;
mod host;
mod identifier;
mod initials;
mod ip;
mod jargon;
mod keyed_count;
mod kin;
mod landmark;
mod learned;
mod legal_form;
mod lettered;
mod life;
mod linked;
mod machine;
mod machine_words;
mod namesake;
mod number_words;
mod numbers;
mod organisation;
mod own;
mod owner;
mod path;
mod person;
pub(super) mod personal;
mod phone;
mod place;
mod plain_nouns;
mod postcode;
mod program;
mod reference;
mod repeated;
mod secret;
mod series;
mod setting;
mod shaped;
mod shortened;
pub(super) mod site;
mod small;
mod small_name;
mod source;
mod surname;
mod sweep;
mod table;
mod tail;
mod technology;
mod ticket;
mod time;
mod titled;
mod together;
mod trade;
mod transcript;
mod treated;
mod url;

pub(super) use brand::humps_known;
pub(super) use cues::cue;
pub(super) use declared::RULE as DECLARED;
pub(super) use sweep::is_foreign_here;
pub(super) use ticket::is_public;

use super::doc::Doc;
use super::kind::Kind;
use super::names::Names;
use super::phrases::PhraseBook;

pub(super) use plain_nouns::GOODS;
pub(super) use time::phrase;

/// What the rules need besides the document.
pub(super) struct Knowledge<'a> {
    pub(super) technologies: &'a PhraseBook,
    pub(super) declared: &'a [String],
    pub(super) places: &'a PhraseBook,
}

/// Runs every rule: shapes first, then the calendar, then names, then what is left.
pub(super) fn run(doc: &mut Doc, known: &Knowledge) {
    let mut names = all_but_learned(doc, known);
    learned::codes(doc);
    learned::find(doc, &mut names);
    linked::find(doc, &mut names);
    shortened::behind(doc, &mut names);
    account::met(doc, &mut names);
    kin::find(doc);
    legal_form::find(doc);
    postcode::find(doc);
    tail::find(doc);
    acronym::find(doc);
    echoed::find(doc);
}

/// The same without the learned tagger and what follows from it.
pub(super) fn all_but_learned(doc: &mut Doc, known: &Knowledge) -> Names {
    let mut names = Names::default();
    secret::find(doc);
    encoded::find(doc);
    url::find(doc);
    email::find(doc);
    ip::find(doc);
    cloud::find(doc);
    path::find(doc);
    technology::protect_phrases(doc, known.technologies);
    // Before clocks and telephone numbers, which part of a card's would look like.
    card::find(doc);
    time::find(doc);
    place::regions(doc);
    site::find(doc);
    place::of_words(doc, known.places);
    host::find(doc, &mut names, known.technologies);
    lettered::find(doc);
    console::find(doc);
    declared::find(doc, known.declared);
    address::find(doc, known.places);
    personal::find(doc);
    phone::find(doc);
    amount::find(doc);
    docket::find(doc);
    ticket::find(doc);
    dotted::find(doc);
    shaped::find(doc);
    docket::widen(doc);
    kin::whole(doc);
    source::find(doc);
    secret::references(doc);
    channel::find(doc);
    full_name::full_names(doc, &mut names, known.technologies);
    crew::addressed(doc, &mut names);
    chat::speakers(doc, &mut names, known.technologies);
    transcript::find(doc, &mut names);
    crew::listed(doc, &mut names, known.technologies);
    table::find(doc, &mut names, known.technologies);
    own::find(doc, &mut names);
    crew::signed_off(doc, &mut names);
    shortened::find(doc, &mut names);
    technology::protect(doc, known.technologies, &mut names);
    court::find(doc);
    life::find(doc);
    agency::find(doc);
    organisation::find(doc, &mut names);
    column::find(doc, &mut names);
    person::find(doc, &mut names);
    handle::find(doc, &mut names);
    personal::nationalities(doc);
    initials::find(doc, &mut names);
    together::find(doc, &mut names);
    shortened::nicknames(doc, &mut names);
    life::dignities(doc);
    linked::namesakes_of_places(doc, &mut names);
    place::find(doc, known.places);
    linked::find(doc, &mut names);
    setting::find(doc, &mut names);
    called::find(doc, &mut names);
    treated::find(doc, &mut names);
    program::find(doc, &mut names);
    jargon::find(doc, &mut names);
    sweep::find(doc, &mut names);
    linked::find(doc, &mut names);
    names
}

/// Where people were found, in the order in which they were.
fn people(doc: &Doc) -> Vec<(usize, usize)> {
    (doc.found.iter())
        .filter(|finding| finding.kind == Kind::Person)
        .map(|finding| (finding.start, finding.end))
        .collect()
}

/// Compiles a pattern of ours.
#[expect(
    clippy::expect_used,
    reason = "patterns are constants, and a test compiles each of them"
)]
fn pattern(source: &str) -> Regex {
    // Digits and word edges are meant as ASCII: Unicode's cost the automaton its speed.
    let source = source.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]");
    Regex::new(&source).expect("a constant pattern is valid")
}

#[cfg(test)]
mod tests;
