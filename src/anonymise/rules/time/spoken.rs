//! Clock times and days said in words.

use std::sync::LazyLock;

use regex::Regex;

use super::super::pattern;
use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

const HOUR: &str = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?i:(?:quarter|half|five|ten|twenty|twenty[- ]five)(?: minutes)? (?:past|to|before|after) (?:{HOUR}|\d{{1,2}}|noon|midnight)\b(?: (?:in the (?:morning|afternoon|evening)|at night))?|{HOUR} o['’]clock(?: (?:in the (?:morning|afternoon|evening)|at night))?|{HOUR} (?:in the morning|in the afternoon|in the evening|at night|a\.?m\b\.?|p\.?m\b\.?)|(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|{HOUR}) (?:oh[- ](?:one|two|three|four|five|six|seven|eight|nine)|fifteen|sixteen|seventeen|thirty|forty[- ]?five|forty|fifty)(?:[- ](?:oh[- ])?(?:one|two|three|four|five|six|seven|eight|nine))?\b|half (?:seven|eight|nine|ten|eleven)\b|halb (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b|viertel (?:vor|nach) \w+|kvart (?:over|på) \w+|halv (?:ett|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv)\b|half (?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b|kwart (?:over|voor) \w+)"
    ))
});
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-first)(?: of [A-Z][a-z]+)?(?:[.,;!?)]|$))",
    )
});

/// `quarter past two`, `five to five`, `ten o'clock`, `fourteen sixteen oh-nine`, `the thirtieth`.
pub(super) fn at(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let token = doc.token(i);
    if !FIRST.has(token.hash)
        || !matches!(token.shape, Shape::Lower | Shape::Capital)
        || doc.glued(i)
    {
        return None;
    }
    let word = doc.word(i);
    if word.eq_ignore_ascii_case("the") {
        let before = doc.folded(i.wrapping_sub(1));
        if !matches!(
            before,
            "by" | "on" | "until" | "till" | "before" | "from" | "since"
        ) {
            return None;
        }
        let found = DAY.find(doc.ahead(token.start, 40))?;
        let day = found
            .as_str()
            .trim_end_matches(['.', ',', ';', '!', '?', ')']);
        return Some((token.start, token.start + day.len(), "spoken-time"));
    }
    let found = CLOCK.find(doc.ahead(token.start, 64))?;
    let text = found.as_str();
    // "three fifty" and "twenty thirty" are as often counts as times.
    let counted = !text.contains(['\'', '’'])
        && text.split([' ', '-']).count() == 2
        && !text.contains("half")
        && !text.ends_with('m')
        && !text.ends_with('.');
    let told = (1..=3).any(|back| {
        matches!(
            doc.folded(i.wrapping_sub(back)),
            "at" | "by" | "around" | "since" | "until" | "till" | "about"
        )
    });
    let next = doc.token(doc.token_from(token.start + found.end()));
    let noun = next.is(Facts::TECH_NOUN.or(Facts::BUSINESS))
        || doc.slice(token.start + found.end(), next.start) == " " && next.shape == Shape::Lower;
    (!counted || told && !noun).then_some((token.start, token.start + found.end(), "spoken-time"))
}

/// The words that a clock time or a day can begin with.
pub(super) static FIRST: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "the quarter halb halv viertel kvart kwart half one two three four five six seven eight nine ten \
         eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty",
    )
});
