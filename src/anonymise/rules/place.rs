//! Places: cities, countries, streets, buildings, cloud regions.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::Shape;

const REGION: &str = "cloud-region";
const CITY: &str = "city-or-country";
const STREET: &str = "street-or-building";

static CLOUD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-?\d(?:-?[a-f]\b|[a-f]\b)?|(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)\d{1,2}(?:-[a-f]\b)?|(?:us[ew]\d|euw\d|euc\d|apn[e]?\d|aps[e]?\d|apse\d|apne\d|use\d)-az\d|(?:east|west|north|south|central|northcentral|southcentral|westcentral)(?:us|europe|asia|india|australia|uk)\d?\b|(?:uk|japan|korea|brazil|canada|france|germany|norway|sweden|switzerland|uae|australia|southafrica|poland|italy|qatar|israel)(?:south|north|east|west|central|westcentral|northcentral|southeast)\d?\b|(?:fra|nyc|sfo|ams|sgp|lon|tor|blr|hel|fsn|nbg|ash|hil)\d(?:-dc\d+)?\b)",
    )
});
static SITE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:the )?(?:\w+ floor of )?(?:Building|Bldg\.?|Fab|Campus|Halle|Gebäude|Werk) (?:[A-Z]\d{0,3}|\d{1,3}[A-Z]?)\b(?:,? (?:[Ff]loor|[Rr]oom) \w+)?)",
    )
});

/// Finds cloud regions and zones of the large providers; leaves words such as "region" and "zone".
pub(super) fn regions(doc: &mut Doc) {
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        let joined =
            doc.byte(token.end) == b'-' && token.len() <= 14 && token.shape != Shape::Capital;
        if !(joined
            || token.len() >= 4 && token.shape == Shape::Code
            || token.len() >= 6 && token.shape == Shape::Lower && !token.is(Facts::ENGLISH))
            || !doc.token_free(i)
        {
            continue;
        }
        let before = doc.byte_before(token.start);
        if before.is_ascii_alphanumeric() || matches!(before, b'_') {
            continue;
        }
        if let Some(found) = CLOUD.find(doc.ahead(token.start, 32)) {
            let end = token.start + found.end();
            if !doc.byte(end).is_ascii_alphanumeric() {
                doc.claim(token.start, end, Kind::Loc, REGION);
            }
        }
    }
}

/// Finds cities, countries and regions by name, buildings and named halls. Leaves
/// words that are also places when nothing says so ("reading", "mobile"), and continents' abbreviations.
pub(super) fn find(doc: &mut Doc, places: &PhraseBook) {
    let mut skip = 0;
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if token.start < skip {
            continue;
        }
        let long = token.shape == Shape::Lower && token.len() > 3;
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
    let word = doc.folded(i);
    if token.is_capital()
        && let Some(hit) = places.at(doc.text, word, token.start, token.end)
    {
        let last = doc.tokens.get(doc.token_from(hit.end).saturating_sub(1))?;
        if last.is_capital() && !doc.slice(hit.start, hit.end).contains('\n') {
            return Some(hit.end);
        }
    }
    if !token.is(Facts::PLACE)
        || !token.is_capital()
        || token.is(Facts::ACRONYM) && token.shape == Shape::Upper && token.len() <= 2
    {
        return None;
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
