//! Telephone numbers.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::token::Shape;

const RULE: &str = "phone";

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\(?\d{1,5}\)?(?:(?:[ ./\u{a0}-]|\) ?| \()\(?\d{1,5}\)?){1,6}"));

/// Finds numbers with a country code, grouped numbers beside words such as "phone", "call", "mobile",
/// "Tel.", numbers with a trunk zero, and extensions; checks for 7 to 15 digits. Leaves durations,
/// versions, ranges, dates and quantities. Example: "+31 38 555 0142" becomes "`[phone]`".
pub(super) fn find(doc: &mut Doc) {
    let mut skip = 0;
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if token.shape != Shape::Number || token.start < skip {
            continue;
        }
        let open = doc.byte_before(token.start) == b'(';
        let sign = if open { token.start - 1 } else { token.start };
        let plus = doc.byte_before(sign) == b'+' || doc.word(i) == "00";
        let begin = if plus && doc.byte_before(sign) == b'+' {
            sign - 1
        } else {
            sign
        };
        if doc.byte_before(begin).is_ascii_alphanumeric()
            || matches!(
                doc.byte_before(begin),
                b'.' | b'-' | b'/' | b':' | b'#' | b'_' | b'='
            ) && !plus
        {
            continue;
        }
        if let Some(end) = number(doc, i, sign, plus)
            && doc.claim(begin, end, Kind::Phone, RULE)
        {
            skip = end;
        }
    }
}

fn number(doc: &Doc, i: usize, start: usize, plus: bool) -> Option<usize> {
    let ahead = doc.ahead(start, 28);
    let run = NUMBER.find(ahead).map_or("", |m| m.as_str());
    let run = if run.is_empty() { doc.word(i) } else { run };
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let end = start + run.len();
    if doc.byte(end).is_ascii_alphanumeric() {
        return None;
    }
    let near = cue(doc, start);
    if near == Cue::Extension && (2..=6).contains(&doc.word(i).len()) && digits <= 6 {
        return Some(doc.token(i).end);
    }
    let groups = run
        .split(|c: char| !c.is_ascii_digit())
        .filter(|g| !g.is_empty())
        .count();
    let trunk = run.trim_start_matches('(').starts_with('0')
        && groups >= 2
        && digits >= 8
        && !run.contains('.');
    let fits = (7..=15).contains(&digits);
    let north_american = groups >= 3 && digits == 10 && run.matches('-').count() >= 1
        || groups == 4 && digits == 11 && run.starts_with("1-");
    let dated = is_year_first(run)
        || run.contains('/')
        || run.matches('-').count() == 2 && run.len() == 10 && digits == 8;
    (fits
        && !dated
        && (plus || trunk || north_american || near == Cue::Phone && (groups >= 2 || digits >= 9)))
        .then_some(end)
}

#[derive(PartialEq, Eq)]
enum Cue {
    None,
    Phone,
    Extension,
}

fn cue(doc: &Doc, start: usize) -> Cue {
    const WORDS: &[&str] = &[
        "phone",
        "call",
        "rang",
        "rings",
        "ring ",
        "mobile",
        "tel",
        "fax",
        "helpline",
        "hotline",
        "landline",
        "cell",
        "dial",
        "whatsapp",
        "sms to",
        "telefon",
        "rufbereitschaft",
        "appel",
        "téléphone",
        " au ",
        "llama",
        "guardia",
        "telefone",
        "ligar",
    ];
    let mut from = start.saturating_sub(40);
    while !doc.text.is_char_boundary(from) {
        from += 1;
    }
    let before = doc.slice(from, start).to_lowercase();
    let last = before.rsplit('\n').next().unwrap_or_default();
    let trimmed = last.trim_end_matches([' ', '.', ':', '(']);
    let word = trimmed
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    if matches!(
        word,
        "ext" | "extension" | "durchwahl" | "poste" | "dw" | "x"
    ) && !trimmed.ends_with(&format!("-{word}"))
    {
        return Cue::Extension;
    }
    if WORDS.iter().any(|word| last.contains(word)) {
        Cue::Phone
    } else {
        Cue::None
    }
}

/// `2024-03-14 12`: a date that another rule knows better.
fn is_year_first(run: &str) -> bool {
    let year = run
        .get(..4)
        .is_some_and(|year| year.starts_with("19") || year.starts_with("20"));
    year && run.get(4..5).is_some_and(|sign| matches!(sign, "-" | "/"))
}
