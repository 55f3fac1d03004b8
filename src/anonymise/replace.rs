//! What stands in place of what was removed: the same for the same thing, in one report.

use rustc_hash::{FxHashMap, FxHashSet};

use super::atlas::{CONTINENTS, continent};
use super::band;
use super::cast::Cast;
use super::clock::Clock;
use super::doc::{Doc, Finding};
use super::kind::Kind;
use super::label::{self, Labels};
use super::placeholder::letters;
use super::role;
use super::rules::{amount, personal, site};

/// Gives out placeholders for one report.
pub(super) struct Replacer {
    cast: Cast,
    labels: Labels,
    /// The letters of the people met so far.
    people: FxHashMap<usize, usize>,
    things: FxHashMap<String, String>,
    counts: FxHashMap<&'static str, usize>,
    taken: FxHashSet<String>,
    clock: Clock,
}

impl Replacer {
    /// `taken` are the placeholders the text came with: their letters are not given out again.
    pub(super) fn new(taken: Vec<String>) -> Self {
        // [Place A, Europe] takes the letter of [Place A].
        let plain = |mark: String| {
            let place = CONTINENTS.iter().find_map(|continent| {
                let head = mark.strip_suffix(']')?.strip_suffix(continent)?;
                Some(format!("{}]", head.strip_suffix(", ")?))
            });
            place.unwrap_or(mark)
        };
        Self {
            cast: Cast::default(),
            labels: Labels::default(),
            people: FxHashMap::default(),
            things: FxHashMap::default(),
            counts: FxHashMap::default(),
            taken: taken.into_iter().map(plain).collect(),
            clock: Clock::default(),
        }
    }

    /// Meets all of a report's findings before any is named: who is who and what is what, and all
    /// times, so that the first clock is known.
    pub(super) fn prepare(&mut self, doc: &Doc) {
        self.cast = Cast::meet(doc);
        self.labels = Labels::read(doc);
        let times: Vec<&Finding> = doc.found.iter().filter(|f| f.kind == Kind::Time).collect();
        self.clock.read(
            times
                .iter()
                .map(|f| (f.start, doc.slice(f.start, f.end), f.rule)),
        );
    }

    pub(super) fn placeholder(&mut self, doc: &Doc, finding: &Finding) -> String {
        let text = doc.slice(finding.start, finding.end);
        match finding.kind {
            Kind::Person => match self.person(finding) {
                Some(name) => format!("[{name}]"),
                None => "[user]".to_owned(),
            },
            Kind::Org | Kind::Product => {
                let label = self.labels.of(doc, finding);
                self.thing(label, "", &label::key(doc, finding), Style::Letter)
            }
            Kind::Host => {
                let label = self.labels.of(doc, finding);
                self.thing(label, "Host", &label::key(doc, finding), Style::Number)
            }
            Kind::Loc => {
                let label = match finding.rule {
                    "cloud-region" => "Region",
                    site::SITE | "street-or-building" => "Site",
                    _ => "Place",
                };
                let made = self.thing(label, label, &label::key(doc, finding), Style::Letter);
                match continent(text) {
                    Some(continent) => format!("{}, {continent}]", made.trim_end_matches(']')),
                    None => made,
                }
            }
            Kind::Email => match self.person(finding) {
                Some(name) => format!("[e-mail of {name}]"),
                None => "[e-mail]".to_owned(),
            },
            Kind::Phone => "[phone]".to_owned(),
            Kind::Url => "[link]".to_owned(),
            Kind::Ip if finding.rule == "mac-address" => "[MAC address]".to_owned(),
            Kind::Ip => self.thing("IP", "IP", &label::key(doc, finding), Style::Number),
            Kind::Id => {
                let label = match finding.rule {
                    "ticket" => "Ticket",
                    "chat-channel" => "Channel",
                    _ => "id",
                };
                self.thing(label, label, &label::key(doc, finding), Style::Number)
            }
            Kind::Secret => "[secret]".to_owned(),
            Kind::Time => self.clock.placeholder(finding.start, text, finding.rule),
            Kind::Amount if finding.rule == amount::MONEY => band::money(text),
            Kind::Amount if finding.rule == personal::AGE => "[age]".to_owned(),
            Kind::Amount => band::count(text),
        }
    }

    /// Role and letter of the person whom the finding mentions; letters in the order of the text.
    fn person(&mut self, finding: &Finding) -> Option<String> {
        let who = self.cast.who(finding)?;
        let letter = if let Some(letter) = self.people.get(&who) {
            *letter
        } else {
            let letter = self.next("Person", |n| {
                let letter = letters(n);
                role::names()
                    .map(|role| format!("[{role} {letter}]"))
                    .collect()
            });
            self.people.insert(who, letter);
            letter
        };
        Some(format!("{} {}", self.cast.role(who), letters(letter)))
    }

    /// The placeholder of a thing: the same for the same `key` among things of one `family`.
    fn thing(&mut self, label: &'static str, family: &str, key: &str, style: Style) -> String {
        let key = format!("{family}:{key}");
        if let Some(known) = self.things.get(&key) {
            return known.clone();
        }
        let of_label = |n: usize| match style {
            Style::Letter => format!("[{label} {}]", letters(n)),
            Style::Number => format!("[{label} {}]", n + 1),
        };
        let n = self.next(label, |n| vec![of_label(n)]);
        let made = of_label(n);
        self.things.insert(key, made.clone());
        made
    }

    /// The next number of a family whose placeholders the text does not have yet.
    fn next(&mut self, family: &'static str, made: impl Fn(usize) -> Vec<String>) -> usize {
        let count = self.counts.entry(family).or_default();
        loop {
            let n = *count;
            *count += 1;
            let free = self.taken.is_empty() || n > 20_000;
            if free || !made(n).iter().any(|label| self.taken.contains(label)) {
                return n;
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Letter,
    Number,
}
