//! What belongs to a place beside it: a floor before, a state and a postcode behind.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^,? (?:(?:QLD|NSW|VIC|TAS|ACT|WA|NT|BC|QC|ON|AB|MB|NS|NB|CA|NY|TX|MA|IL|CO|UT|FL|GA|OR|NJ|PA|OH|MI|MN|AZ|NC|VA)\b(?: \d{4,5}\b)?|[1-9]\d{4,5}\b)",
    )
});
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:(?:Level|Floor|Tower|Block|Wing|Unit|Suite|Building) (?:[A-Z]|\d{1,4}[A-Z]?)|\d{1,2}(?:st|nd|rd|th) [Ff]loor), $",
    )
});

/// Lets a place grow: `{Level 9, 41 Creek Street}`, `{Brisbane QLD}`, `{Mumbai 400025}`.
pub(super) fn find(doc: &mut Doc) {
    for number in 0..doc.found.len() {
        let Some(found) = doc.found.get(number) else {
            break;
        };
        if found.kind != Kind::Loc {
            continue;
        }
        let (start, end) = (found.start, found.end);
        // "Mumbai 400025 requests" counts something.
        let stop = BEHIND
            .find(doc.ahead(end, 16))
            .map(|behind| end + behind.end())
            .filter(|stop| matches!(doc.byte(*stop), b'\n' | b',' | b'.' | b';' | b')' | 0))
            .filter(|stop| doc.is_free(end, *stop));
        let mut window = start.saturating_sub(24);
        while !doc.text.is_char_boundary(window) {
            window += 1;
        }
        let before = doc.slice(window, start);
        let from = (before
            .ends_with(", ")
            .then(|| BEFORE.find(before))
            .flatten())
        .map(|found| window + found.start())
        .filter(|from| doc.is_free(*from, start));
        let (from, stop) = (from.unwrap_or(start), stop.unwrap_or(end));
        if (from, stop) != (start, end) {
            let rule = found.rule;
            doc.take(from, stop, Kind::Loc, rule);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::removed;

    #[test]
    fn a_place_goes_with_its_postcode() {
        for (text, found) in [
            ("sent to Mumbai 400025, today", "Mumbai 400025"),
            ("an office in Brisbane QLD.", "Brisbane QLD"),
        ] {
            assert!(removed(text).iter().any(|part| part == found), "{text}");
        }
    }
}
