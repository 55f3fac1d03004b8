//! Time zones by themselves: they say where somebody is.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::token::Shape;

/// TIME: time zones by themselves. Example: `our offices are in {CET}`
const RULE: &str = "time-zone";

/// Finds zone abbreviations that stand alone ("all times IST", "(CEST)"), `UTC+3` and `Europe/Paris`;
/// leaves UTC and GMT, which everybody uses.
pub(super) fn find(doc: &mut Doc) {
    for i in doc.with(Looks::CAPITALS.or(Looks::ZONE)) {
        let token = doc.token(i);
        if token.shape == Shape::Upper && token.is(Facts::ZONE) {
            abbreviation(doc, i);
        } else if token.shape == Shape::Capital
            && doc.byte(token.end) == b'/'
            && doc.token(i + 1).shape == Shape::Capital
        {
            let area = matches!(
                doc.word(i),
                "Europe"
                    | "America"
                    | "Asia"
                    | "Africa"
                    | "Australia"
                    | "Pacific"
                    | "Atlantic"
                    | "Indian"
            );
            if area && doc.gap(i) == "/" {
                let city = doc.token(i + 1);
                let rest = doc.ahead(city.end, 32);
                let more = rest
                    .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .unwrap_or(rest.len());
                doc.claim(token.start, city.end + more, Kind::Time, RULE);
            }
        } else if token.shape == Shape::Lower
            && doc.word(i) == "hora"
            && matches!(doc.word(i + 1), "del" | "de" | "local")
        {
            let end = if doc.word(i + 1) == "local" {
                doc.token(i + 1).end
            } else {
                doc.token(i + 2).end
            };
            if doc.word(i + 1) != "de" || doc.token(i + 2).is_capital() {
                doc.claim(token.start, end, Kind::Time, RULE);
            }
        }
    }
}

fn abbreviation(doc: &mut Doc, i: usize) {
    let token = doc.token(i);
    let word = doc.word(i);
    let offset = doc.ahead(token.end, 7);
    let signed = offset
        .strip_prefix(['+', '-', '−'])
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(rest) = signed {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit() && c != ':')
            .unwrap_or(rest.len());
        if digits <= 5 && matches!(word, "UTC" | "GMT") {
            doc.claim(token.start, token.end + 1 + digits, Kind::Time, RULE);
            return;
        }
    }
    if matches!(word, "UTC" | "GMT" | "Z") || doc.glued(i) && doc.byte(token.end) != b'/' {
        return;
    }
    let plain = [
        "CEST", "CET", "EEST", "EET", "WEST", "BST", "JST", "KST", "SGT", "HKT", "WIB", "SAST",
        "AEST", "AEDT", "ACST", "AWST", "NZST", "NZDT", "EDT", "CDT", "MDT", "PDT", "PST", "EST",
        "IST", "MESZ", "MEZ", "AKST", "AKDT", "PHT", "WAT", "EAT", "PKT", "BRT", "IDT",
    ];
    let before = doc.word(i.wrapping_sub(1)).to_ascii_lowercase();
    let cue = matches!(
        before.as_str(),
        "all" | "times" | "time" | "in" | "timezone" | "zone" | "local" | "are"
    );
    let cell = doc.gap_before(i).ends_with("| ") && doc.gap(i).starts_with(" |");
    let alone = cell
        || doc.byte_before(token.start) == b'('
        || cue
        || doc.gap(i).starts_with([',', ')']) && doc.before(i).shape == Shape::Number;
    if plain.contains(&word) && word != "WEST" || alone {
        doc.claim(token.start, token.end, Kind::Time, RULE);
    }
}
