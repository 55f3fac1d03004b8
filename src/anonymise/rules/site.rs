//! Sites: data centres, halls, floors, and what is called by the code of a city.

use std::sync::LazyLock;

use crate::anonymise::atlas::is_site_code;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon};
use crate::anonymise::looks::Looks;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// LOC: data centres and sites by their code, halls, floors, postal codes. Example: `failed over from {FRA1} to the rest`
pub(in crate::anonymise) const SITE: &str = "site";

/// What has a number in a place.
const PLAIN: &str = "hall warehouse depot ward factory substation lagerhalle entrepot almacen magazijn etage stockwerk verdieping etasje room raum zimmer saal sala salle lokaal zaal hal berth branch flat pulpit pulpits terminals terminaux halls berths gates gebaude bygning batiment edificio edifici shop filiale gleis hangar quai muelle";
/// The same, with a capital alone.
const NAMED: &str = "floor terminal gate pier wing plant quay store hangar usine planta";
/// Which floor.
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ground top dritten zweiten ersten vierten";

pub(super) static FIRST: LazyLock<Words> =
    LazyLock::new(|| Words::of(&format!("{PLAIN} {NAMED} {ORDINALS}")));

/// Finds `FRA1`, `AMS-3`, `DC2`, `hall 3`, `third floor`, `Terminal 5`, and postal codes; leaves words
/// such as "data centre" and "floor" by themselves, racks and ports.
/// Example: "failed over from FRA1 to DC2" becomes "failed over from [Site A, Europe] to [Site B]".
pub(super) fn find(doc: &mut Doc) {
    for i in doc.with(Looks::DIGITS.or(Looks::UPPER).or(Looks::SITE)) {
        let found = match doc.token(i).shape {
            Shape::None => None,
            Shape::Number => postcode(doc, i),
            Shape::Code => coded(doc, i)
                .or_else(|| postcode(doc, i))
                .or_else(|| floor(doc, i)),
            Shape::Upper => city(doc, i).or_else(|| coded(doc, i)),
            _ if FIRST.has(doc.token(i).hash) => numbered(doc, i).or_else(|| floor(doc, i)),
            _ => None,
        };
        if let Some((start, end)) = found {
            doc.claim(start, end, Kind::Loc, SITE);
        }
    }
}

type Found = Option<(usize, usize)>;

/// Whether the word stands inside a longer name.
fn inside(doc: &Doc, start: usize, end: usize) -> bool {
    let before = doc.byte_before(start);
    let after = doc.byte(end);
    matches!(before, b'-' | b'_' | b'.' | b'/' | b'@' | b'#')
        || after == b'_'
        || matches!(after, b'-' | b'.') && doc.byte(end + 1).is_ascii_alphanumeric()
}

/// `FRA1`, `AMS-3`, `DC2`, `DC-2`, `RZ 1`.
fn coded(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let word = doc.word(i);
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut digits = word.len() - letters.len();
    let mut end = token.end;
    if digits == 0 && matches!(doc.gap(i), "-" | " ") {
        let next = doc.token(i + 1);
        let number = next.shape == Shape::Number && next.len() <= 2;
        let data_centre = matches!(letters, "DC" | "RZ" | "CPD");
        if number && (doc.gap(i) == "-" || data_centre) {
            (digits, end) = (next.len(), next.end);
        }
    }
    if !(1..=2).contains(&digits) || inside(doc, token.start, end) {
        return None;
    }
    let folded = letters.to_ascii_lowercase();
    let upper = letters.bytes().all(|b| b.is_ascii_uppercase());
    let centre = matches!(folded.as_str(), "dc" | "rz" | "cpd") && (upper || digits == 1);
    let known = Facts::TECH;
    // sin1, fra1, nyc3: regions of hosts for applications
    let region = digits == 1 && word.len() == 4 && word.bytes().all(|b| !b.is_ascii_uppercase());
    let city = (upper || region)
        && folded != "sha"
        && is_site_code(&folded)
        && !Lexicon::shipped().facts(&folded).any(known);
    (centre || city).then_some((token.start, end))
}

const SITE_WORDS: &[&str] = &[
    "dc",
    "datacenter",
    "datacentre",
    "data",
    "office",
    "site",
    "pop",
    "edge",
    "colo",
    "airport",
    "hall",
    "campus",
    "region",
    "facility",
    "warehouse",
    "hub",
    "branch",
    "t1",
    "t2",
    "t3",
    "t4",
    "t5",
    "terminal",
];

/// `AMS` where the words around say that it is a place.
fn city(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let folded = doc.folded(i);
    if token.len() != 3 || !is_site_code(folded) || inside(doc, token.start, token.end) {
        return None;
    }
    let other = Facts::ACRONYM
        .or(Facts::TECH)
        .or(Facts::ENGLISH)
        .or(Facts::COMPUTING)
        .or(Facts::ZONE);
    let near = doc.gap(i) == " " && SITE_WORDS.contains(&doc.folded(i + 1));
    let cue = !token.is(other)
        && doc.gap_before(i) == " "
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "in" | "at" | "from" | "to" | "our" | "via" | "between" | "and" | "dc" | "site" | "pop"
        );
    if !(near || cue) {
        return None;
    }
    let terminal = near && doc.token(i + 1).len() == 2 && doc.token(i + 1).shape == Shape::Code;
    let end = if terminal {
        doc.token(i + 1).end
    } else {
        token.end
    };
    Some((token.start, end))
}

/// `hall 3`, `Warehouse 4`, `Terminal 5`, `Gate B12`.
fn numbered(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let next = doc.token(i + 1);
    if matches!(next.shape, Shape::Lower | Shape::Mixed | Shape::None) {
        return None;
    }
    let word = doc.folded(i);
    let plain = PLAIN.split(' ').any(|known| known == word);
    let named = token.shape == Shape::Capital && NAMED.split(' ').any(|known| known == word);
    if !(plain || named) {
        return None;
    }
    // room B.14, room 2.19
    let after = doc.token(i + 2);
    let part = doc.gap(i + 1) == "." && after.shape == Shape::Number && after.len() <= 3;
    let end = if part { after.end } else { next.end };
    let called = named_room(doc, i, end);
    let code = match next.shape {
        _ if called => true,
        Shape::Number => next.len() <= 4,
        Shape::Capital | Shape::Upper => next.len() == 1,
        Shape::Code => next.len() <= 4 && next.start + 1 < next.end,
        _ => false,
    };
    // Terminals T1 et T2, lanes 9 to 12
    let mut end = end;
    if code
        && !called
        && matches!(
            doc.folded(i + 2),
            "and" | "et" | "und" | "y" | "e" | "en" | "to"
        )
    {
        let other = doc.token(i + 3);
        let like = other.shape == next.shape && other.len() <= next.len() + 1;
        if like && doc.gap(i + 1) == " " && doc.gap(i + 2) == " " {
            end = other.end;
        }
    }
    let fits = code && doc.gap(i) == " " && !doc.glued(i);
    let sentence = named && token.opens && doc.word(i + 1) == "A";
    let runs_on = doc.byte(end) == b'%'
        || !part && doc.gap(i + 1).starts_with('.') && doc.gap(i + 1).len() == 1;
    (fits && !sentence && !runs_on).then_some((token.start, end))
}

/// `Raum Lindenblüte`, `sala Azucena`: a room with a name, and nothing behind it.
fn named_room(doc: &Doc, i: usize, end: usize) -> bool {
    let next = doc.token(i + 1);
    let alone = matches!(doc.byte(end), b',' | b'.' | b';' | b')' | b'\n' | b':' | 0);
    matches!(
        doc.folded(i),
        "raum" | "sala" | "salle" | "zaal" | "saal" | "zimmer"
    ) && next.shape == Shape::Capital
        && next.len() > 3
        && alone
        && !next.is(Facts::TECH.or(Facts::COMPUTING))
}

/// `third floor`, `4th floor`.
fn floor(doc: &Doc, i: usize) -> Found {
    static FLOORS: LazyLock<Words> = LazyLock::new(|| Words::of("floor etage stockwerk"));
    if !FLOORS.has(doc.token(i + 1).hash) {
        return None;
    }
    let word = doc.folded(i);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = word.get(digits.len()..).unwrap_or_default();
    let ordinal = ORDINALS.split(' ').any(|known| known == word)
        || !digits.is_empty() && digits.len() <= 2 && matches!(suffix, "st" | "nd" | "rd" | "th");
    (ordinal && doc.gap(i) == " ").then(|| (doc.token(i).start, doc.token(i + 1).end))
}

/// `SL1 4AX`, `1015 DN Amsterdam`, `10115 Berlin`: the code, not the city.
fn postcode(doc: &Doc, i: usize) -> Found {
    let (token, next) = (doc.token(i), doc.token(i + 1));
    if doc.gap(i) != " " || doc.glued(i) {
        return None;
    }
    let (word, second) = (doc.word(i).as_bytes(), doc.word(i + 1).as_bytes());
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    let capital = |b: Option<&u8>| b.is_some_and(u8::is_ascii_uppercase);
    let british = (2..=4).contains(&word.len())
        && capital(word.first())
        && (digit(word.get(1)) || capital(word.get(1)) && digit(word.get(2)))
        && second.len() == 3
        && digit(second.first())
        && capital(second.get(1))
        && capital(second.get(2));
    if british {
        return Some((token.start, next.end));
    }
    let city = |at: usize| {
        let token = doc.token(at);
        token.shape == Shape::Capital && token.is(Facts::PLACE) && !token.is(Facts::ENGLISH)
    };
    let dutch = token.len() == 4
        && token.shape == Shape::Number
        && next.shape == Shape::Upper
        && next.len() == 2
        && doc.gap(i + 1) == " "
        && city(i + 2);
    if dutch {
        return Some((token.start, next.end));
    }
    let plain = token.shape == Shape::Number && token.len() == 5 && city(i + 1);
    plain.then_some((token.start, token.end))
}
