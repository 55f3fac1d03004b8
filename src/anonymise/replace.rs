//! What stands in place of what was removed: the same for the same thing, in one report.

use rustc_hash::FxHashMap;

use super::atlas::{CONTINENTS, continent};
use super::band;
use super::clock::Clock;
use super::doc::{Doc, Finding};
use super::kind::Kind;
use super::lexicon::{Facts, Lexicon, fold};
use super::placeholder::letters;
use super::rules::{amount, personal, site};

/// Gives out placeholders for one report.
pub(super) struct Replacer {
    people: Vec<Somebody>,
    things: FxHashMap<String, String>,
    counts: FxHashMap<&'static str, usize>,
    taken: Vec<String>,
    clock: Clock,
}

struct Somebody {
    words: Vec<String>,
    label: String,
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
        let taken = taken.into_iter().map(plain).collect();
        Self {
            people: Vec::new(),
            things: FxHashMap::default(),
            counts: FxHashMap::default(),
            taken,
            clock: Clock::default(),
        }
    }

    /// Meets all of a report's findings before any is named: full names first, so that a first name
    /// leads to the person it belongs to, and all times, so that the first clock is known.
    pub(super) fn prepare(&mut self, doc: &Doc) {
        let mut people: Vec<&Finding> = doc
            .found
            .iter()
            .filter(|f| f.kind == Kind::Person)
            .collect();
        people
            .sort_by_key(|f| std::cmp::Reverse(name_words(doc.slice(f.start, f.end)).len().min(2)));
        for finding in people {
            self.person(doc, finding);
        }
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
            Kind::Person => self.person(doc, finding),
            Kind::Org => {
                let label = organisation_label(doc, finding);
                self.thing(label, text, Style::Letter)
            }
            Kind::Product => self.thing(product_label(text), text, Style::Letter),
            Kind::Loc => {
                let label = match finding.rule {
                    "cloud-region" => "Region",
                    site::SITE | "street-or-building" => "Site",
                    _ => "Place",
                };
                let made = self.thing(label, text, Style::Letter);
                match continent(text) {
                    Some(continent) => format!("{}, {continent}]", made.trim_end_matches(']')),
                    None => made,
                }
            }
            Kind::Email => "[e-mail]".to_owned(),
            Kind::Phone => "[phone]".to_owned(),
            Kind::Url => "[link]".to_owned(),
            Kind::Host => self.thing("Host", text, Style::Number),
            Kind::Ip if finding.rule == "mac-address" => "[MAC address]".to_owned(),
            Kind::Ip => self.thing("IP", text, Style::Number),
            Kind::Id => {
                let label = match finding.rule {
                    "ticket" => "Ticket",
                    "chat-channel" => "Channel",
                    _ => "id",
                };
                self.thing(label, text, Style::Number)
            }
            Kind::Secret => "[secret]".to_owned(),
            Kind::Time => self.clock.placeholder(finding.start, text, finding.rule),
            Kind::Amount if finding.rule == amount::MONEY => band::money(text),
            Kind::Amount if finding.rule == personal::AGE => "[age]".to_owned(),
            Kind::Amount => band::count(text),
        }
    }

    fn person(&mut self, doc: &Doc, finding: &Finding) -> String {
        let words = name_words(doc.slice(finding.start, finding.end));
        if let Some(known) = self
            .people
            .iter_mut()
            .find(|somebody| same_person(&somebody.words, &words))
        {
            for word in words {
                if word.len() > 1 && !known.words.contains(&word) && known.words.len() < 6 {
                    known.words.push(word);
                }
            }
            return known.label.clone();
        }
        let role = role(doc, finding);
        let letter = self.next("Person", |n| {
            let letter = letters(n);
            super::placeholder::ROLES
                .iter()
                .map(|role| format!("[{role} {letter}]"))
                .collect()
        });
        let label = format!("[{role} {}]", letters(letter));
        self.people.push(Somebody {
            words,
            label: label.clone(),
        });
        label
    }

    fn thing(&mut self, label: &'static str, text: &str, style: Style) -> String {
        let family = if style == Style::Letter && !matches!(label, "Place" | "Region" | "Site") {
            "thing"
        } else {
            label
        };
        let key: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
        let key = format!("{}:{key}", if family == "thing" { "" } else { family });
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
            if n > 20_000 || !made(n).iter().any(|label| self.taken.contains(label)) {
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

fn name_words(text: &str) -> Vec<String> {
    let (title, name) = text.split_once(' ').unwrap_or(("", text));
    let titled = Lexicon::shipped()
        .facts(&fold(title.trim_end_matches('.')))
        .any(Facts::TITLE);
    let text = if titled { name } else { text };
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .filter(|word| {
            !word.is_empty()
                && !matches!(
                    *word,
                    "van" | "von" | "der" | "de" | "den" | "la" | "le" | "al" | "el" | "Al" | "El"
                )
        })
        .map(|word| fold(word).replace('\'', ""))
        .collect()
}

/// First name alone, surname alone, initials with surname, user names: all the same person.
fn same_person(known: &[String], new: &[String]) -> bool {
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return false;
    };
    let initial = |word: &str, of: &str| word.chars().count() == 1 && of.starts_with(word);
    match new {
        [] => false,
        [one] if one.len() == 2 && known.len() == 2 => {
            let initials: String = known
                .iter()
                .filter_map(|word| word.chars().next())
                .collect();
            known.contains(one) || initials == *one
        }
        [one] => {
            known.contains(one)
                || known.len() > 1
                    && one.len() > last.len()
                    && one.ends_with(last.as_str())
                    && one.starts_with(first.chars().next().unwrap_or(' '))
        }
        [a, .., b] => {
            let all = new
                .iter()
                .all(|word| known.contains(word) || known.iter().any(|k| initial(word, k)));
            let turned = known
                .iter()
                .all(|word| new.contains(word) || new.iter().any(|n| initial(word, n)));
            all || turned && known.len() > 1 || known.len() == 1 && (a == first || b == first)
        }
    }
}

/// The role the text gives beside the name.
fn role(doc: &Doc, finding: &Finding) -> &'static str {
    let i = doc.token_from(finding.start);
    let before = doc.folded(i.wrapping_sub(1));
    let gap = doc.gap_before(i);
    let near = matches!(gap, " " | ": " | ":** " | "** ");
    let j = doc.token_from(finding.end);
    let after = doc.folded(j);
    let gap = doc.slice(finding.end, doc.token(j).start);
    let follows = matches!(gap, " (" | ", " | ", our " | ", the ");
    let name = |word: &str| match word {
        "engineer" | "sre" | "ingenieur" | "ingeniero" => "Engineer",
        "developer" | "dev" => "Developer",
        "manager" | "mgr" => "Manager",
        "director" => "Director",
        "lead" => "Lead",
        "dba" => "DBA",
        "admin" | "administrator" | "sysadmin" => "Administrator",
        "operator" => "Operator",
        "commander" | "ic" => "Commander",
        "scribe" => "Scribe",
        "author" | "authors" | "verfasser" => "Author",
        "reviewer" => "Reviewer",
        "contractor" => "Contractor",
        "consultant" => "Consultant",
        "dr" | "doctor" => "Doctor",
        "auditor" => "Auditor",
        "analyst" => "Analyst",
        "intern" => "Intern",
        "owner" => "Owner",
        "reporter" => "Reporter",
        "responder" => "Responder",
        _ => "Person",
    };
    let by_before = if near { name(before) } else { "Person" };
    let inside = name(doc.folded(i));
    if inside != "Person" {
        return inside;
    }
    if by_before == "Person" && follows {
        name(after)
    } else {
        by_before
    }
}

fn organisation_label(doc: &Doc, finding: &Finding) -> &'static str {
    let i = doc.token_from(finding.start);
    let word = doc.folded(i.wrapping_sub(1));
    if !matches!(doc.gap_before(i), " " | ": " | ":** ") {
        return if finding.rule == "team-name" {
            "Team"
        } else {
            "Organisation"
        };
    }
    match word {
        "customer" | "customers" | "client" | "clients" | "kunde" | "kunden" | "cliente"
        | "klant" => "Customer",
        "vendor" | "vendors" | "supplier" | "reseller" | "provider" | "lieferant" => "Vendor",
        "partner" | "partners" => "Partner",
        "regulator" | "regulators" => "Regulator",
        "agency" => "Agency",
        "competitor" => "Competitor",
        "bank" => "Bank",
        "team" | "equipe" => "Team",
        _ => "Organisation",
    }
}

fn product_label(text: &str) -> &'static str {
    let lower = text.to_ascii_lowercase();
    if lower.contains("://") {
        "Bucket"
    } else if lower.contains("cluster") {
        "Cluster"
    } else {
        "Service"
    }
}
