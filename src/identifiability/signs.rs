//! The signs, one function each.

use super::language::{Reading, reading};
use super::{Circumstances, Reason, phrases};
use crate::anonymise::placeholders;
use crate::taxonomy::{ListId, Taxonomy};

/// Words of a quotation that a search engine finds again.
const LONG_QUOTE: usize = 14;
/// More technologies than this are a fingerprint.
const MANY_TECHNOLOGIES: usize = 12;
/// Words shown for a sign.
const SHOWN: usize = 3;

/// Technologies of these kinds are run in few places, and each of those is known for it.
pub(super) const NARROW: [&str; 6] = [
    "mainframe",
    "telecom",
    "industrial",
    "health",
    "payments",
    "media",
];
/// Sectors in which a country has a handful of large organisations.
const SMALL_SECTORS: [&str; 5] = ["telecom", "energy", "transport", "public", "cloud-hosting"];

pub(super) fn all(texts: &[&str], known: &Circumstances) -> impl Iterator<Item = Reason> {
    [
        public(texts),
        named(texts),
        singular(texts),
        quotes(texts),
        quantities(texts),
        removals(texts, known.suspected),
        language(texts),
        rare_technology(known),
        combination(known),
        organisation(known),
    ]
    .into_iter()
    .flatten()
}

fn reason(
    code: &'static str,
    weight: u8,
    message: &'static str,
    mut words: Vec<String>,
) -> Option<Reason> {
    words.truncate(SHOWN);
    (weight > 0).then_some(Reason {
        code,
        message,
        words,
        weight,
    })
}

/// A weight of 0 for nothing, `one` for one finding, `more` for several.
fn weigh(count: usize, one: u8, more: u8) -> u8 {
    match count {
        0 => 0,
        1 => one,
        _ => more,
    }
}

fn public(texts: &[&str]) -> Option<Reason> {
    let found = phrases::public(texts);
    reason(
        "public-event",
        weigh(found.len(), 2, 3),
        "It seems to be known in public. Who knows the news knows whose report this is: wait until it is old, or leave out what was told there.",
        found,
    )
}

fn named(texts: &[&str]) -> Option<Reason> {
    let found = phrases::named(texts);
    reason(
        "named-event",
        weigh(found.len(), 1, 2),
        "An event that the world knows by name says when it was. Say what kind of event it was: a busy day, a widely used library, an outage of a supplier.",
        found,
    )
}

fn singular(texts: &[&str]) -> Option<Reason> {
    let found = phrases::singular(texts);
    reason(
        "one-of-a-kind",
        weigh(found.len(), 2, 3),
        "Something is called the largest, the first or the only one. Say it without the superlative.",
        found,
    )
}

fn quotes(texts: &[&str]) -> Option<Reason> {
    let found: Vec<String> = texts.iter().flat_map(|text| long_quotes(text)).collect();
    reason(
        "long-quote",
        weigh(found.len(), 1, 2),
        "Words are quoted at length. Where they were said in public a search finds them: tell what was said in your own words.",
        found,
    )
}

/// Quotations of many words on one line, shortened.
fn long_quotes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        let quoted: Vec<&str> = if let Some(block) = line.strip_prefix('>') {
            vec![block]
        } else {
            let parts = line.split(['"', '“', '”', '«', '»']);
            parts.skip(1).step_by(2).collect()
        };
        for quote in quoted {
            let words: Vec<&str> = quote.split_whitespace().collect();
            if words.len() >= LONG_QUOTE {
                found.push(words.iter().take(6).copied().collect::<Vec<_>>().join(" ") + " …");
            }
        }
    }
    found
}

fn quantities(texts: &[&str]) -> Option<Reason> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        for word in without_marks(text).split_whitespace() {
            if is_exact(word) && !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
        }
    }
    reason(
        "exact-quantity",
        match found.len() {
            0 | 1 => 0,
            2..=4 => 1,
            _ => 2,
        },
        "Exact large numbers are left. Somebody with the same dashboard or report recognises them: round to one or two digits.",
        found,
    )
}

/// What is left of a text between its placeholders.
fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for mark in placeholders(text) {
        out.push_str(text.get(at..mark.start).unwrap_or_default());
        out.push(' ');
        at = mark.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// A number of five or more digits that are not all round: `1,283,442`, `48213`.
fn is_exact(word: &str) -> bool {
    let number = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let grouped = number.split([',', '’', '\'']);
    let plain = number.chars().all(|c| c.is_ascii_digit())
        || number.contains([',', '’', '\''])
            && grouped
                .clone()
                .skip(1)
                .all(|group| group.len() == 3 && group.chars().all(|c| c.is_ascii_digit()))
            && grouped
                .clone()
                .next()
                .is_some_and(|first| first.chars().all(|c| c.is_ascii_digit()));
    let significant = digits.trim_start_matches('0').trim_end_matches('0').len();
    let power_of_two = digits
        .parse::<u64>()
        .is_ok_and(|n| n.is_power_of_two() || (n + 1).is_power_of_two());
    plain && (5..=12).contains(&digits.len()) && significant >= 4 && !power_of_two
}

fn removals(texts: &[&str], suspected: usize) -> Option<Reason> {
    let words: usize = texts
        .iter()
        .map(|text| text.split_whitespace().count())
        .sum();
    let marks: usize = texts.iter().map(|text| placeholders(text).len()).sum();
    let dense = words >= 40 && marks * 5 > words;
    let unsure = suspected >= 8 && suspected * 60 > words;
    reason(
        "many-removals",
        u8::from(dense) + u8::from(unsure),
        if unsure {
            "Many words were taken out only because no list knows them. Declare your own names, so that none is missed."
        } else {
            "So much had to be taken out that some is easily left. Read it closely, and declare your own names."
        },
        Vec::new(),
    )
}

fn language(texts: &[&str]) -> Option<Reason> {
    let (weight, message) = match reading(texts) {
        Reading::Well => return None,
        Reading::Partly => (
            2,
            "It is not in English. Dates, addresses and secrets are found in this language; names often are not. Declare every name.",
        ),
        Reading::Badly => (
            3,
            "It is in a language that the anonymiser does not read. Names in it have not been found: send it in English.",
        ),
    };
    reason("language", weight, message, Vec::new())
}

fn rare_technology(known: &Circumstances) -> Option<Reason> {
    let taxonomy = Taxonomy::builtin();
    let mut found: Vec<String> = known
        .technologies
        .iter()
        .filter_map(|slug| taxonomy.technology(slug))
        .filter(|technology| NARROW.contains(&technology.category().as_str()))
        .map(|technology| technology.name().to_owned())
        .collect();
    found.dedup();
    reason(
        "rare-technology",
        weigh(found.len(), 1, 2),
        "Few organisations run this. Name its kind instead if the lesson holds without the name.",
        found,
    )
}

fn combination(known: &Circumstances) -> Option<Reason> {
    let many = known.technologies.len() > MANY_TECHNOLOGIES;
    reason(
        "technology-combination",
        u8::from(many),
        "So many technologies together are a fingerprint. Keep those that had a part in it.",
        Vec::new(),
    )
}

fn organisation(known: &Circumstances) -> Option<Reason> {
    let context = known.context?;
    // A term that has no wider one says little.
    let lists = [
        ListId::Sectors,
        ListId::OrganisationSizes,
        ListId::Continents,
    ];
    let bands = [&context.sector, &context.size, &context.continent];
    let told: Vec<String> = bands
        .into_iter()
        .zip(lists)
        .filter_map(|(band, list)| {
            let code = band.known()?;
            let narrow = Taxonomy::builtin().list(list).wider(code).is_some();
            narrow.then(|| code.to_string())
        })
        .collect();
    let few = context
        .sector
        .known()
        .is_some_and(|s| SMALL_SECTORS.contains(&s.as_str()));
    let large = context
        .size
        .known()
        .is_some_and(|s| s.as_str() == "over-10000");
    let lonely = context
        .continent
        .known()
        .is_some_and(|c| matches!(c.as_str(), "oceania" | "africa"));
    let all = told.len() == 3;
    reason(
        "narrow-organisation",
        u8::from(all) + u8::from(few && large) + u8::from(all && lonely),
        "Sector, size and continent together leave few organisations. Take one of them out.",
        told,
    )
}
