//! Places: cities, countries, streets, buildings, cloud regions.

use std::sync::LazyLock;

use regex::Regex;

use super::landmark::{landmark, small};
use super::pattern;
use crate::anonymise::atlas::{is_region, regions_listed, spoken_regions};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// LOC: regions and zones of the large providers. Example: `in {eu-west-2} only`
const REGION: &str = "cloud-region";
/// LOC: cities, countries, regions. Example: `people in {Lisbon} noticed`
const CITY: &str = "city-or-country";
/// LOC: buildings, named halls. Example: `in {Building 7} again`
const STREET: &str = "street-or-building";

static CLOUD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-?\d(?:-?[a-f]\b|[a-f]\b)?|(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)\d{1,2}(?:-[a-f]\b)?|(?:us[ew]\d|euw\d|euc\d|apn[e]?\d|aps[e]?\d|apse\d|apne\d|use\d)-az\d|(?:east|west|north|south|central|northcentral|southcentral|westcentral)(?:us|europe|asia|india|australia|uk)\d?\b|(?:uk|japan|korea|brazil|canada|france|germany|norway|sweden|switzerland|uae|australia|southafrica|poland|italy|qatar|israel)(?:south|north|east|west|central|westcentral|northcentral|southeast)\d?\b|(?:fra|nyc|sfo|ams|sgp|lon|tor|blr|hel|fsn|nbg|ash|hil)\d(?:-dc\d+)?\b)",
    )
});
/// The words that regions begin with, apart from those with a digit in the word.
pub(super) static HEADS: LazyLock<Words> = LazyLock::new(|| {
    const SIDES: &str =
        "north south east west central northcentral southcentral westcentral southeast";
    const PARTS: &str = "us europe asia india australia uk";
    const COUNTRIES: &str = "uk japan korea brazil canada france germany norway sweden switzerland uae australia southafrica poland italy qatar israel";
    let pairs = |first: &str, second: &str| {
        let mut pairs = String::new();
        for a in first.split(' ') {
            second.split(' ').for_each(|b| pairs.extend([a, b, " "]));
        }
        pairs
    };
    let listed: Vec<&str> = regions_listed()
        .filter_map(|name| name.split('-').next())
        .collect();
    Words::of(&format!(
        "us eu ap sa ca me af il mx cn europe asia australia northamerica southamerica africa {} {} {}",
        pairs(SIDES, PARTS),
        pairs(COUNTRIES, SIDES),
        listed.join(" ")
    ))
});
static SITE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:the )?(?:\w+ floor of )?(?:Building|Bldg\.?|Fab|Campus|Halle|Gebäude|Werk) (?:[A-Z]\d{0,3}|\d{1,3}[A-Z]?)\b(?:,? (?:[Ff]loor|[Rr]oom) \w+)?)",
    )
});

/// Finds cloud regions and zones of the large providers; leaves words such as "region" and "zone".
pub(super) fn regions(doc: &mut Doc) {
    for i in doc.with(Looks::CODE.or(Looks::REGION)) {
        let token = doc.token(i);
        let long = token.shape == Shape::Code && token.len() >= 4;
        if !(long || HEADS.has(token.hash)) {
            continue;
        }
        let joined =
            doc.byte(token.end) == b'-' && token.len() <= 14 && token.shape != Shape::Capital;
        if !(joined
            || long
            || token.len() >= 6 && token.shape == Shape::Lower && !token.is(Facts::ENGLISH))
            || !doc.token_free(i)
        {
            continue;
        }
        let before = doc.byte_before(token.start);
        if before.is_ascii_alphanumeric() || matches!(before, b'_') {
            continue;
        }
        let found = CLOUD
            .find(doc.ahead(token.start, 32))
            .map(|found| token.start + found.end())
            .filter(|end| !doc.byte(*end).is_ascii_alphanumeric());
        if let Some(end) = listed(doc, token.start).max(found)
            && !is_endpoint(doc, token.start, end)
        {
            doc.claim(token.start, end, Kind::Loc, REGION);
        }
    }
    for i in doc.capitals() {
        let token = doc.token(i);
        if matches!(token.shape, Shape::Capital | Shape::Upper)
            && let Some(hit) = SPOKEN.at(doc.text, &token)
            && doc
                .slice(hit.start, hit.end)
                .split(' ')
                .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        {
            doc.claim(hit.start, hit.end, Kind::Loc, REGION);
        }
    }
}

/// `heron-db1.cx81qz.eu-west-1.rds.amazonaws.com`: a region in the name of somebody's machine.
fn is_endpoint(doc: &Doc, start: usize, end: usize) -> bool {
    let rest = doc.ahead(end, 32);
    let stop = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
    let domain = rest.get(..stop.unwrap_or(rest.len())).unwrap_or_default();
    let before = doc.slice(start.saturating_sub(2), start);
    let head = doc.token_from(start).wrapping_sub(1);
    before.ends_with('.')
        && domain.starts_with('.')
        && ["amazonaws.com", "azure.com", "windows.net", "azmk8s.io"]
            .iter()
            .any(|known| domain.contains(known))
        && matches!(doc.gap_before(head), "." | "-")
}

static SPOKEN: LazyLock<PhraseBook> = LazyLock::new(|| {
    let mut book = PhraseBook::default();
    spoken_regions().for_each(|name| book.add(name, 0));
    book
});

/// Finds places of several words before anybody takes one of them for a person: `São Paulo`.
pub(super) fn of_words(doc: &mut Doc, places: &PhraseBook) {
    for i in doc.capitals() {
        let token = doc.token(i);
        if doc.glued(i) || !doc.token_free(i) {
            continue;
        }
        if let Some(end) = landmark(doc, i) {
            doc.claim(token.start, end, Kind::Loc, CITY);
            continue;
        }
        let Some(hit) = places.at(doc.text, &token) else {
            continue;
        };
        let after = doc.token_from(hit.end);
        let last = doc.before(after);
        let next = doc.token(after);
        let named = next.is(Facts::SURNAME.or(Facts::ORG_SUFFIX))
            && next.is_capital()
            && doc.slice(hit.end, next.start) == " ";
        if last.is_capital() && !named && !doc.slice(hit.start, hit.end).contains('\n') {
            doc.claim(hit.start, hit.end, Kind::Loc, CITY);
        }
    }
}

/// The end of a region of the list at `start`, with a zone such as `-1` or `b` behind it.
fn listed(doc: &Doc, start: usize) -> Option<usize> {
    let ahead = doc.ahead(start, 32);
    let stop = ahead
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .unwrap_or(ahead.len());
    let whole = ahead.get(..stop)?;
    let mut name = whole;
    for _ in 0..3 {
        if is_region(&name.to_ascii_lowercase()) {
            let zone = whole.get(name.len()..)?.trim_start_matches('-');
            let short = zone.len() <= 2 || zone.starts_with("AD") || zone.starts_with("ad");
            return short.then_some(start + whole.len());
        }
        name = name.rsplit_once('-')?.0;
    }
    None
}

/// Finds cities, countries and regions by name, buildings and named halls. Leaves
/// words that are also places when nothing says so ("reading", "mobile"), and continents' abbreviations.
pub(super) fn find(doc: &mut Doc, places: &PhraseBook) {
    let mut skip = 0;
    for i in doc.with(Looks::CAPITALS.or(Looks::of(Facts::PLACE))) {
        let token = doc.token(i);
        if token.start < skip {
            continue;
        }
        let long = token.shape == Shape::Lower && token.len() > 3 && token.is(Facts::PLACE);
        if !(token.is_capital() || long) || !doc.token_free(i) {
            continue;
        }
        if matches!(
            doc.word(i),
            "Building" | "Bldg" | "Fab" | "Campus" | "Halle" | "Gebäude" | "Werk"
        ) {
            if let Some(found) = SITE.find(doc.ahead(token.start, 60)) {
                let start = floor(doc, i).unwrap_or(token.start);
                doc.take(start, token.start + found.end(), Kind::Loc, STREET);
            }
            continue;
        }
        if let Some(end) = named(doc, i, places) {
            if doc.claim(token.start, end, Kind::Loc, CITY) {
                skip = end;
                airport(doc, end);
            }
        } else if token.is(Facts::DEMONYM) && token.shape == Shape::Capital && doc.gap(i) == " " {
            let next = doc.folded(i + 1);
            if matches!(
                next,
                "operator"
                    | "operators"
                    | "customer"
                    | "customers"
                    | "office"
                    | "team"
                    | "subsidiary"
                    | "regulator"
                    | "government"
                    | "market"
                    | "site"
                    | "users"
                    | "data"
                    | "colleagues"
                    | "branch"
                    | "company"
                    | "bank"
                    | "authorities"
                    | "region"
                    | "entity"
                    | "warehouse"
                    | "warehouses"
                    | "shop"
                    | "shops"
                    | "stores"
                    | "sites"
                    | "offices"
                    | "arm"
                    | "division"
                    | "merchants"
                    | "clients"
                    | "subsidiaries"
                    | "branches"
                    | "banks"
                    | "plant"
                    | "factory"
                    | "law"
                    | "police"
                    | "tax"
                    | "teams"
                    | "employees"
                    | "staff"
                    | "engineers"
                    | "hospital"
                    | "hospitals"
                    | "airport"
                    | "website"
                    | "storefront"
                    | "ministry"
                    | "grid"
                    | "carrier"
                    | "telco"
                    | "election"
                    | "elections"
                    | "partner"
                    | "parent"
                    | "business"
                    | "coast"
                    | "datacentre"
                    | "datacenter"
            ) {
                doc.claim(token.start, token.end, Kind::Loc, CITY);
            }
        }
    }
}

/// `third floor of` before a building.
fn floor(doc: &Doc, i: usize) -> Option<usize> {
    let of = doc.word(i.wrapping_sub(1)) == "of" && doc.word(i.wrapping_sub(2)) == "floor";
    of.then(|| doc.token(i.wrapping_sub(3)).start)
}

fn named(doc: &Doc, i: usize, places: &PhraseBook) -> Option<usize> {
    let token = doc.token(i);
    if doc.glued(i)
        && !matches!(doc.byte(token.end), b'/' | b'-')
        && doc.byte_before(token.start) != b'/'
    {
        return None;
    }
    if token.is_capital()
        && let Some(hit) = places.at(doc.text, &token)
    {
        let last = doc.tokens.get(doc.token_from(hit.end).saturating_sub(1))?;
        if last.is_capital() && !doc.slice(hit.start, hit.end).contains('\n') {
            return Some(hit.end);
        }
    }
    if token.shape == Shape::Lower {
        return small(doc, i).then_some(token.end);
    }
    if !token.is(Facts::PLACE)
        || !token.is_capital()
        || token.is(Facts::ACRONYM) && token.shape == Shape::Upper && token.len() <= 2
    {
        return None;
    }
    if matches!(doc.word(i), "UK" | "USA" | "UAE") {
        return Some(token.end);
    }
    let rare = token.is(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::TECH));
    let person = token.is(Facts::NAME);
    let before = doc.folded(i.wrapping_sub(1));
    let near = doc.gap_before(i) == " ";
    let cue = near
        && matches!(
            before,
            "in" | "at"
                | "from"
                | "near"
                | "to"
                | "between"
                | "and"
                | "bei"
                | "nach"
                | "aus"
                | "a"
                | "de"
                | "en"
                | "within"
                | "across"
                | "around"
                | "outside"
                | "leitstelle"
                | "site"
                | "office"
                | "dc"
                | "datacenter"
                | "sites"
                | "of"
                | "um"
                | "te"
                | "uit"
                | "till"
                | "fra"
                | "em"
        );
    let word_like = rare
        || token.is(Facts::FOREIGN)
        || doc.language == Language::German && token.is(Facts::SURNAME) && !cue;
    let fine = if word_like {
        cue && !token.is(Facts::COMMON)
    } else {
        !person || cue || token.len() >= 4 && !doc.token(i + 1).is(Facts::SURNAME)
    };
    let length = token.len() >= 4 || cue && token.shape == Shape::Capital;
    if !(fine && length) {
        return None;
    }
    // Dresden-Klotzsche, Lyon Part-Dieu, Sheffield Meadowhall
    let mut end = token.end;
    let next = doc.token(i + 1);
    let unknown = next.shape == Shape::Capital
        && !next.is(Facts::COMMON
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::ORG_SUFFIX)
            .or(Facts::ROLE))
        && !next.is(Facts::MONTH.or(Facts::WEEKDAY));
    if unknown && matches!(doc.gap(i), " " | "-") && doc.token_free(i + 1) {
        end = next.end;
        let third = doc.token(i + 2);
        if doc.gap(i + 1) == "-" && third.shape == Shape::Capital {
            end = third.end;
        }
    }
    Some(end)
}

/// The code in `Lisbon (LIS)`.
fn airport(doc: &mut Doc, end: usize) {
    let i = doc.token_from(end);
    let token = doc.token(i);
    let bracket = matches!(doc.slice(end, token.start), " (" | "/" | " / ");
    if bracket && token.shape == Shape::Upper && token.len() <= 4 && doc.byte(token.end) == b')' {
        doc.claim(token.start, token.end, Kind::Loc, CITY);
    }
}
