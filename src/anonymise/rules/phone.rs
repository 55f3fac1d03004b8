//! Telephone numbers.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::token::Shape;

/// PHONE: telephone numbers and extensions. Example: `call {+31 38 555 0142} now`
const RULE: &str = "phone";

/// Finds numbers with a country code, grouped numbers beside words such as "phone", "call", "mobile",
/// "Tel.", numbers with a trunk zero, and extensions; checks for 7 to 15 digits. Leaves durations,
/// versions, ranges, dates and quantities. Example: "+31 38 555 0142" becomes "`[phone]`".
pub(super) fn find(doc: &mut Doc) {
    let mut skip = 0;
    for i in doc.digits() {
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
            && (begin..end)
                .all(|at| matches!(doc.kind_at(at), None | Some(Kind::Time)) && !doc.is_kept(at))
        {
            // A part of the number may look like a clock time.
            doc.take(begin, end, Kind::Phone, RULE);
            skip = end;
        }
    }
}

/// The longest run of grouped digits at `start`: at most 15 of them, as numbers have.
fn run(doc: &Doc, start: usize) -> usize {
    let bytes = doc.text.as_bytes();
    let at = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let (mut end, mut i, mut digits, mut open) = (start, start, 0, false);
    loop {
        if at(i) == b'(' && !open && at(i + 1).is_ascii_digit() {
            (open, i) = (true, i + 1);
        }
        let group = bytes
            .get(i..)
            .unwrap_or_default()
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        if group == 0 || group > 12 || digits + group > 15 {
            return end;
        }
        digits += group;
        i += group;
        let closed = open && at(i) == b')';
        if closed {
            (open, i) = (false, i + 1);
        }
        if !open {
            end = i;
        }
        match at(i) {
            b' ' if matches!(at(i + 1), b'-' | b'/') && at(i + 2) == b' ' => i += 3,
            b' ' | b'.' | b'-' | b'/' => i += 1,
            0xc2 if at(i + 1) == 0xa0 => i += 2,
            b'(' => {}
            b'0'..=b'9' if closed => {}
            _ => return end,
        }
    }
}

/// The end of an extension right behind a number: `x4587`, ` ext. 12`.
fn extension(doc: &Doc, end: usize) -> usize {
    let ahead = doc.ahead(end, 14);
    for mark in ["x", " x", " ext. ", " ext ", ", ext. ", ", ext ", "#"] {
        let rest = ahead.strip_prefix(mark).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (2..=6).contains(&digits) {
            return end + mark.len() + digits;
        }
    }
    end
}

fn number(doc: &Doc, i: usize, start: usize, plus: bool) -> Option<usize> {
    let word = doc.token(i);
    let mut end = run(doc, start).max(word.end);
    let run = doc.slice(start, end);
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    if digits <= 6 && word.len() >= 2 && is_extension(doc, i) {
        return Some(word.end);
    }
    if !(7..=15).contains(&digits) {
        return None;
    }
    let extended = extension(doc, end);
    if extended == end && doc.byte(end).is_ascii_alphanumeric() {
        return None;
    }
    let (groups, longest) = run
        .split(|c: char| !c.is_ascii_digit())
        .filter(|g| !g.is_empty())
        .fold((0, 0), |(n, longest), g| (n + 1, g.len().max(longest)));
    let bracket = run.starts_with('(');
    let trunk = run.trim_start_matches('(').starts_with('0')
        && groups >= 2
        && digits >= 8
        && (!run.contains('.')
            || run.matches('.').count() == groups - 1 && longest <= 4 && digits >= 9);
    let north_american = digits == 10 && is_grouped(run, &[3, 3, 4])
        || digits == 11 && run.starts_with('1') && is_grouped(run, &[1, 3, 3, 4]);
    let dated = is_year_first(run)
        || run.contains('/')
            && !bracket
            && !(run.starts_with('0') && digits >= 9 && is_told(doc, i))
        || run.matches('-').count() == 2 && run.len() == 10 && digits == 8;
    let told =
        || (groups >= 2 || digits >= 9) && is_told(doc, i) || groups >= 2 && follows(doc, extended);
    let fits =
        !dated && (plus || trunk || north_american || extended > end && groups >= 2 || told());
    end = extended;
    fits.then_some(end)
}

/// `930.167.3943`, `(898)666-3621`: groups of these lengths, parted by more than spaces.
fn is_grouped(run: &str, lengths: &[usize]) -> bool {
    run.contains(['-', '(', '.'])
        && run
            .split(|c: char| !c.is_ascii_digit())
            .filter(|g| !g.is_empty())
            .map(str::len)
            .eq(lengths.iter().copied())
}

/// A word behind the number that says where it rings: `416 60 039 office`.
fn follows(doc: &Doc, end: usize) -> bool {
    let ahead = doc.ahead(end, 12).trim_start_matches([' ', '-', '(', ',']);
    let stop = ahead
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(ahead.len());
    matches!(
        ahead
            .get(..stop)
            .unwrap_or_default()
            .to_ascii_lowercase()
            .as_str(),
        "office" | "fax" | "mobile" | "home" | "work" | "cell" | "mob" | "direct" | "phone"
    )
}

/// Whether the number is an extension: `ext. 4417`, `Durchwahl 12`.
fn is_extension(doc: &Doc, i: usize) -> bool {
    let gap = doc.gap_before(i);
    matches!(
        doc.folded(i.wrapping_sub(1)),
        "ext"
            | "extension"
            | "durchwahl"
            | "poste"
            | "dw"
            | "dect"
            | "toestel"
            | "ramal"
            | "anexo"
            | "anknytning"
    ) && !gap.contains('\n')
        && doc.gap_before(i.wrapping_sub(1)) != "-"
}

/// Whether a word for telephones stands shortly before on the line, or as a label on the line before.
fn is_told(doc: &Doc, i: usize) -> bool {
    const WORDS: &[&str] = &[
        "phone",
        "answer",
        "call",
        "mobil",
        "registered",
        "tel",
        "fax",
        "helpline",
        "hotline",
        "landline",
        "cell",
        "dial",
        "whatsapp",
        "rufbereitschaft",
        "appel",
        "llama",
        "guardia",
        "ligar",
        "movil",
        "celular",
        "portable",
        "handy",
        "gsm",
        "mobiel",
        "fijo",
        "natel",
    ];
    let start = doc.token(i).start;
    let mut lines = 0;
    for at in (0..i).rev() {
        let token = doc.token(at);
        let gap = doc.gap(at);
        if token.end + 64 < start
            || gap.contains('\n') && (lines > 0 || at + 1 < i || !gap.starts_with(':'))
        {
            return false;
        }
        lines += usize::from(gap.contains('\n'));
        let word = doc.folded(at);
        let told = matches!(word, "rang" | "ring" | "rings")
            || WORDS.iter().any(|cue| word.starts_with(cue))
            || matches!(
                (word, doc.folded(at + 1)),
                ("my", "number") | ("reach" | "text", "me") | ("sms", "to")
            )
            || word == "desk" && gap.starts_with(':')
            || word == "au" && at + 1 == i;
        if told {
            return true;
        }
    }
    false
}

/// `2024-03-14 12`: a date that another rule knows better.
fn is_year_first(run: &str) -> bool {
    let year = run
        .get(..4)
        .is_some_and(|year| year.starts_with("19") || year.starts_with("20"));
    year && run.get(4..5).is_some_and(|sign| matches!(sign, "-" | "/"))
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn numbers_of_all_countries_go() {
        for text in [
            "+46 (0)8 928 571 38",
            "+447700 921 916",
            "(898)666-3621x0135",
            "345-899-3560x4587",
            "930.167.3943",
            "001-930-167-3943",
            "0494 92 82 32",
            "0378 3549890",
            "0961-7596216",
            "+49 351 555 4 2281",
            "+1 (555) 010-4477 ext. 12",
        ] {
            assert_eq!(
                removed(&format!("reached at {text} all day")),
                [text],
                "{text}"
            );
        }
        for (text, found) in [
            ("Phone:\n467 3395", "467 3395"),
            ("416 60 039 office", "416 60 039"),
            ("Desk: 5403926876", "5403926876"),
            ("call 467 3395 for", "467 3395"),
            (
                "they call every result through to the ward sister by hand, 555-0184",
                "555-0184",
            ),
        ] {
            assert_eq!(removed(text), [found], "{text}");
        }
    }

    #[test]
    fn numbers_of_other_things_stay() {
        for text in [
            "latency 120 450 980 ms in three runs",
            "1.930.167 rows, 10 000 000 rows",
            "offsets 4512-8890-1204 of the log",
            "pid 12345 thread 6789012",
        ] {
            assert!(stays(text), "{text}: {:?}", removed(text));
        }
    }
}
