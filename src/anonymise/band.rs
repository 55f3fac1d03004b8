//! Amounts told as orders of magnitude: `[thousands of merchants]`, `[millions of euros]`.

use super::lexicon::{Facts, Lexicon, fold};
use super::rules::GOODS;
use super::table::hash;

/// Orders of magnitude in place of exact numbers, from one digit up.
const BANDS: [&str; 10] = [
    "a few",
    "dozens",
    "hundreds",
    "thousands",
    "tens of thousands",
    "hundreds of thousands",
    "millions",
    "tens of millions",
    "hundreds of millions",
    "billions",
];

/// `6,214 merchants` as `[thousands of merchants]`.
pub(super) fn count(text: &str) -> String {
    let lower = fold(text);
    let lexicon = Lexicon::shipped();
    let mut words = lower.rsplit(|c: char| !c.is_ascii_alphabetic());
    let noun = words
        .find(|word| {
            word.len() > 2 && (lexicon.facts(word).any(Facts::BUSINESS) || GOODS.has(hash(word)))
        })
        .or_else(|| {
            let last = lower.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
            let plain = lexicon.facts(last).any(Facts::ENGLISH) && !SCALES.contains(&last);
            (last.len() > 4 && last.ends_with('s') && plain).then_some(last)
        })
        .unwrap_or("them");
    let noun = match noun.get(..noun.len().min(14)).unwrap_or("them") {
        "person" => "people",
        noun => noun,
    };
    match magnitude(&lower) {
        None => format!("[many {}]", if noun == "them" { "of them" } else { noun }),
        Some(0) if noun == "them" => "[a few of them]".to_owned(),
        Some(0) => format!("[a few {noun}]"),
        Some(band) => format!("[{} of {noun}]", band_name(band)),
    }
}

/// `€2.3m` as `[millions of euros]`. Currencies of few countries would tell where: they stay out.
pub(super) fn money(text: &str) -> String {
    let lower = text.to_lowercase();
    let currency = if lower.contains('€') || lower.contains("eur") {
        Some("euros")
    } else if lower.contains("usd") || lower.contains("dollar") || lower.starts_with(['$', 'u']) {
        Some("dollars")
    } else {
        None
    };
    match (magnitude(&fold(text)), currency) {
        (None, _) => "[amount of money]".to_owned(),
        (Some(0), Some(currency)) => format!("[a few {currency}]"),
        (Some(0), None) => "[a small amount of money]".to_owned(),
        (Some(band), Some(currency)) => format!("[{} of {currency}]", band_name(band)),
        (Some(band), None) => format!("[{} in local currency]", band_name(band)),
    }
}

fn band_name(band: usize) -> &'static str {
    BANDS.get(band).copied().unwrap_or("billions")
}

const SCALES: &[&str] = &[
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "dozen",
    "dozens",
];

/// The power of ten of the number in `text` (folded), if there is one.
fn magnitude(text: &str) -> Option<usize> {
    let scale = scale(text);
    let begin = text.find(|c: char| c.is_ascii_digit());
    let Some(begin) = begin else {
        return words(text);
    };
    let rest = text.get(begin..)?;
    let stop = rest
        .find(|c: char| {
            !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' ' | '\u{a0}' | '\u{202f}'))
        })
        .unwrap_or(rest.len());
    let number = rest
        .get(..stop)?
        .trim_end_matches(|c: char| !c.is_ascii_digit());
    // What follows the last sign is a fraction unless it has three digits or the number is scaled.
    let whole = match number.rfind(['.', ',']) {
        Some(at) if number.len() - at != 4 || scale > 0 => number.get(..at)?,
        _ => number,
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_start_matches('0').len();
    Some((significant + scale).saturating_sub(1))
}

fn scale(text: &str) -> usize {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |names: &[&str]| words.iter().any(|word| names.contains(word));
    if has(&[
        "billion",
        "bn",
        "mrd",
        "milliard",
        "milliards",
        "milliarden",
        "milyar",
        "miliard",
        "miliardy",
        "miljard",
        "b",
    ]) {
        9
    } else if has(&["crore", "crores"]) {
        7
    } else if has(&[
        "million",
        "millions",
        "m",
        "mio",
        "mill",
        "mn",
        "millones",
        "milyon",
        "milion",
        "miliony",
        "juta",
        "milhoes",
        "milhao",
        "miljoen",
        "millionen",
        "mln",
        "meur",
        "musd",
        "mnok",
        "msek",
        "mdkk",
        "mchf",
        "mgbp",
    ]) {
        6
    } else if has(&["lakh", "lakhs"]) {
        5
    } else if has(&[
        "thousand", "k", "tusen", "mil", "teur", "keur", "kusd", "knok", "ksek",
    ]) {
        3
    } else {
        usize::from(has(&["hundred"])) * 2
    }
}

/// The magnitude of a number in words: its first word and its scales.
fn words(text: &str) -> Option<usize> {
    let mut sum = 0_usize;
    let mut any = false;
    let mut first = None;
    for word in text.split(|c: char| !c.is_ascii_alphabetic()) {
        let (power, own) = match word {
            "billion" | "billions" => (9, true),
            "crore" => (7, true),
            "million" | "millions" => (6, true),
            "lakh" => (5, true),
            "thousand" | "thousands" => (3, true),
            "hundred" | "hundreds" => (2, true),
            "dozen" | "dozens" | "ten" | "eleven" | "twelve" => (1, false),
            w if w.ends_with("teen") || w.ends_with("ty") && w.len() <= 7 => (1, false),
            "half" | "quarter" | "one" | "two" | "three" | "four" | "five" | "six" | "seven"
            | "eight" | "nine" => (0, false),
            _ => continue,
        };
        any = true;
        if own {
            sum = if sum > 2 && power > 2 {
                sum.max(power)
            } else {
                sum + power
            };
        } else if first.is_none() {
            first = Some(power);
        }
    }
    let fraction = text.contains("half a") || text.contains("quarter of a");
    any.then(|| (sum + first.unwrap_or(0)).saturating_sub(usize::from(fraction)))
}

/// Whether `inner`, the text between square brackets, is a band.
pub(super) fn is_mark(inner: &str) -> bool {
    let word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase());
    let of = |text: &str| text.strip_prefix(" of ").is_some_and(word);
    inner == "a small amount of money"
        || inner
            .strip_prefix("many")
            .is_some_and(|rest| of(rest) || rest.strip_prefix(' ').is_some_and(word))
        || BANDS.iter().any(|band| {
            inner.strip_prefix(band).is_some_and(|rest| {
                of(rest)
                    || rest == " in local currency"
                    || *band == "a few" && rest.strip_prefix(' ').is_some_and(word)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_sums_become_bands() {
        for (text, band) in [
            ("6,214 merchants", "[thousands of merchants]"),
            ("1.2 million users", "[millions of users]"),
            (
                "half a million customers",
                "[hundreds of thousands of customers]",
            ),
            ("four customers", "[a few customers]"),
            ("3 200 clients", "[thousands of clients]"),
            ("11k users", "[tens of thousands of users]"),
            ("several hundred merchants", "[hundreds of merchants]"),
        ] {
            assert_eq!(count(text), band, "{text}");
            assert!(is_mark(band.trim_matches(['[', ']'])), "{band}");
        }
        for (text, band) in [
            ("€2.3m", "[millions of euros]"),
            ("EUR 12.499,00", "[tens of thousands of euros]"),
            ("£40k", "[tens of thousands in local currency]"),
            ("12 499 SEK", "[tens of thousands in local currency]"),
            (
                "two hundred thousand euros",
                "[hundreds of thousands of euros]",
            ),
            ("$0.4m", "[hundreds of thousands of dollars]"),
            ("₹3.8 crore", "[tens of millions in local currency]"),
            ("forty thousand", "[tens of thousands in local currency]"),
        ] {
            assert_eq!(money(text), band, "{text}");
            assert!(is_mark(band.trim_matches(['[', ']'])), "{band}");
        }
    }
}
