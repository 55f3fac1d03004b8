//! The same for what is written with digits: identifiers, machines and pass words that no rule knows.

use std::ops::Range;

use super::features::{Unit, Walk, each_fact, gap_class, line_class, place};
use super::{LESSON_SLOTS, Seen};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::rules::is_public;
use crate::anonymise::table::hash;
use crate::anonymise::token::Shape;

/// Weights, one byte each, in units of [`super::LESSON_UNIT`].
const WEIGHTS: &[u8] = include_bytes!("../../../schema/lexicon/learned-codes.bin");
const _: () = assert!(WEIGHTS.len() == LESSON_SLOTS);
/// Scores above this are identifiers.
const THRESHOLD: i32 = 24;

/// Which question a feature answers; part of its hash, apart from those about words.
#[derive(Clone, Copy)]
enum Question {
    Bias = 128,
    Outline,
    Drawing,
    Length,
    Digits,
    Prefix,
    Before,
    After,
    Parts,
    Strange,
    Pair,
    Line,
    /// About a neighbour: the number of the neighbour is added to these.
    Near = 160,
    NearOutline = 168,
    NearGap = 176,
    NearFact = 184,
}

/// The runs that are worth a look: written with a digit, and with a letter or six digits.
pub(in crate::anonymise) fn candidates(doc: &Doc) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for &(start, end) in &doc.chunks {
        if doc.text.as_bytes().get(start..end).is_some_and(has_digit) {
            pieces(doc, start, end, |piece| {
                let free = doc.is_free(piece.start, piece.end);
                if free && !is_plain(doc.slice(piece.start, piece.end)) && !is_measured(doc, &piece)
                {
                    found.push(piece);
                }
            });
        }
    }
    found
}

/// `2199023255552 bytes`
fn is_measured(doc: &Doc, piece: &Range<usize>) -> bool {
    let number = doc
        .slice(piece.start, piece.end)
        .bytes()
        .all(|b| b.is_ascii_digit());
    let unit = doc.token(doc.token_from(piece.end));
    number
        && matches!(doc.byte_before(piece.start), b' ' | b'\n')
        && doc.byte(piece.end) == b' '
        && unit.shape == Shape::Lower
        && unit.is(Facts::COMPUTING.or(Facts::TECH_NOUN))
}

/// The candidates and what rules took of that kind, each with its features.
pub(super) fn lessons(doc: &Doc) -> Vec<Seen> {
    let mut lessons = Vec::new();
    for &(start, end) in &doc.chunks {
        pieces(doc, start, end, |piece| {
            if is_plain(doc.slice(piece.start, piece.end)) {
                return;
            }
            let left = doc.is_free(piece.start, piece.end);
            let kind = doc.kind_at(piece.start);
            if !left && matches!(kind, None | Some(Kind::Time | Kind::Amount)) {
                return;
            }
            let own = (doc.found.iter())
                .find(|found| (found.start..found.end).contains(&piece.start))
                .map_or(0..0, |found| found.start..found.end);
            let mut features = Vec::with_capacity(64);
            each(doc, &piece, &own, |place| features.push(place));
            lessons.push((piece, left, features));
        });
    }
    lessons
}

/// Whether this run is an identifier by its looks.
pub(in crate::anonymise) fn is_identifier(doc: &Doc, piece: &Range<usize>) -> bool {
    let mut score = 0_i32;
    each(doc, piece, &(0..0), |place| {
        let weight = WEIGHTS.get(place).copied().unwrap_or(0).cast_signed();
        score += i32::from(weight);
    });
    score > THRESHOLD
}

fn has_digit(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_digit)
}

/// Cuts a chunk where a key, a path or an address is cut.
fn pieces(doc: &Doc, start: usize, end: usize, mut visit: impl FnMut(Range<usize>)) {
    let cut = |c: char| {
        matches!(
            c,
            '=' | ':' | '/' | '\\' | '?' | '&' | '%' | '@' | '~' | '+' | '#' | '$'
        )
    };
    let mut from = start;
    for piece in doc.slice(start, end).split(cut) {
        let lead = piece.len() - piece.trim_start_matches(['-', '.']).len();
        let body = piece.trim_matches(['-', '.']);
        let letters = body.bytes().filter(u8::is_ascii_alphabetic).count();
        let digits = body.bytes().filter(u8::is_ascii_digit).count();
        if (4..=48).contains(&body.len())
            && body.is_ascii()
            && (digits >= 1 && letters >= 1 || digits >= 6 && digits == body.len())
            && lead == 0
            && !(digits == body.len() && doc.byte_before(from) == b'-')
        {
            visit(from + lead..from + lead + body.len());
        }
        from += piece.len() + 1;
    }
}

/// `executor-thread-41`, `ca.r3.crt`, `sun.security.pkcs11.Wrapper`: words of computing with a number,
/// files and classes.
fn is_plain(text: &str) -> bool {
    let last = text.rsplit(['.', '-', '_']).next().unwrap_or_default();
    let count = last.strip_prefix('v').unwrap_or(last);
    let numbered = count.len() <= 3 && count.bytes().all(|b| b.is_ascii_digit());
    let file = text.contains('.')
        && (2..=4).contains(&last.len())
        && last.bytes().all(|b| b.is_ascii_alphabetic());
    let class =
        text.matches('.').count() >= 2 && last.starts_with(|c: char| c.is_ascii_uppercase());
    // A topic may be called by any words: roster.published.v3
    let words = if text.contains('.') {
        Facts::ENGLISH
    } else {
        Facts::COMMON
    };
    let known =
        |part: &str| (Lexicon::shipped().facts(&fold(part))).any(words.or(Facts::COMPUTING));
    let thread = text.split(['-', '_']).any(|part| {
        matches!(
            part,
            "thread" | "worker" | "exec" | "executor" | "pool" | "nio" | "shard" | "fiber"
        )
    });
    // getHTTPResponseCodeV2FromURL(
    let called = text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().any(|b| b.is_ascii_uppercase())
        && text.len() > 12
        && text.bytes().filter(u8::is_ascii_digit).count() <= 2;
    // rocky8, log4j2: software with its version
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let software = letters.len() >= 3
        && letters.bytes().all(|b| b.is_ascii_alphanumeric())
        && (Lexicon::shipped().facts(&fold(letters))).any(Facts::SOFTWARE.or(Facts::COMPUTING));
    // PT2H34M
    let duration = text.strip_prefix('P').is_some_and(|rest| {
        rest.bytes()
            .all(|b| b.is_ascii_digit() || b"TYMWDHS".contains(&b))
    });
    // swp1-swp32
    let stem = |part: &str| {
        part.trim_end_matches(|c: char| c.is_ascii_digit())
            .to_owned()
    };
    let ports = text.split_once('-').is_some_and(|(from, to)| {
        stem(from) == stem(to) && (2..=4).contains(&stem(to).len()) && to.len() <= 6
    });
    let public = text.split(['-', '_']).next().is_some_and(is_public);
    // 0x2f8: an offset or a mask
    let offset = text
        .strip_prefix("0x")
        .is_some_and(|rest| rest.len() <= 8 && rest.bytes().all(|b| b.is_ascii_hexdigit()));
    file || class
        || text.contains(".so.")
        || offset
        || is_constant(text)
        || is_measure(text)
        || is_device(text)
        || thread
        || called
        || ports
        || duration
        || software
        || public && text.contains('-')
        || numbered
            && text != last
            && (text.split(|c: char| !c.is_ascii_alphabetic()))
                .filter(|part| part.len() > 1)
                .all(known)
}

/// `ALLOC_ENGINE_V4_FAIL`: words of computing in capitals, with a version between them.
fn is_constant(text: &str) -> bool {
    let (mut parts, mut last) = (0, true);
    for part in text.split('_') {
        parts += 1;
        last = part.bytes().all(|b| b.is_ascii_uppercase());
        let version = part.strip_prefix('V').is_some_and(is_count);
        let word = || Lexicon::shipped().facts(&fold(part));
        if !(version || last && part.len() >= 3 && word().any(Facts::ENGLISH.or(Facts::COMPUTING)))
        {
            return false;
        }
    }
    parts >= 3 && last
}

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `queue_wait_p95`, `now-1h`, `r6g.4xlarge`: percentiles, times from now, sizes of machines.
fn is_measure(text: &str) -> bool {
    let last = text.rsplit(['.', '_']).next().unwrap_or_default();
    let percentile = last.len() < text.len()
        && (last.strip_prefix('p')).is_some_and(|rest| rest.len() >= 2 && is_count(rest));
    let size = text.contains('.')
        && ["large", "medium", "small", "micro", "nano", "metal"]
            .iter()
            .any(|size| last.ends_with(size));
    percentile || size || text.starts_with("now-")
}

/// `sdb1`, `nvme0n1p2`, `mmcblk0p2`: disks as a system counts them.
fn is_device(text: &str) -> bool {
    let counted = |rest: &str| {
        rest.bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'n' | b'p'))
    };
    let letters = ["sd", "vd", "hd", "xvd"].iter().any(|kind| {
        let rest = text.strip_prefix(kind).unwrap_or_default();
        rest.starts_with(|c: char| c.is_ascii_lowercase())
            && rest.len() <= 4
            && rest.bytes().skip(1).all(|b| b.is_ascii_digit())
    });
    let numbers = ["nvme", "mmcblk", "loop", "dm-", "md"].iter().any(|kind| {
        (text.strip_prefix(kind)).is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_digit()) && rest.len() <= 6 && counted(rest)
        })
    });
    letters || numbers
}

/// `INC-00417` as `A-9`.
fn outline(text: &str, whole: bool) -> String {
    let mut drawn = String::with_capacity(16);
    for b in text.bytes() {
        let sign = match b {
            b'0'..=b'9' => '9',
            b'A'..=b'Z' => 'A',
            b'a'..=b'z' => 'a',
            other => char::from(other),
        };
        if whole || !drawn.ends_with(sign) {
            drawn.push(sign);
        }
        if drawn.len() >= 14 {
            break;
        }
    }
    drawn
}

/// Calls back with each feature of a run, as a place in the table.
fn each(doc: &Doc, piece: &Range<usize>, open: &Range<usize>, mut visit: impl FnMut(usize)) {
    use Question as Q;
    let text = doc.slice(piece.start, piece.end);
    let shape = hash(&outline(text, false));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let mut add = |question: u64, value: u64, with: u64| visit(place(question, value, with));
    add(Q::Bias as u64, 0, 0);
    add(Q::Outline as u64, shape, 0);
    add(Q::Drawing as u64, hash(&outline(text, true)), 0);
    add(Q::Length as u64, text.len().min(16) as u64, 0);
    let zero = text.starts_with('0') || text.contains("-0") || text.contains("_0");
    add(Q::Digits as u64, digits.min(9) as u64, u64::from(zero));
    let letters = |c: char| c.is_ascii_alphabetic();
    let prefix = text.split(|c| !letters(c)).next().unwrap_or_default();
    let folded = fold(prefix);
    add(Q::Prefix as u64, hash(&folded), 0);
    add(Q::Prefix as u64, hash(&folded), shape);
    add(Q::Before as u64, doc.byte_before(piece.start).into(), 0);
    add(Q::Before as u64, doc.byte_before(piece.start).into(), shape);
    add(Q::After as u64, doc.byte(piece.end).into(), 0);
    let (mut known, mut strange) = (0, 0);
    for part in text.split(|c| !letters(c)).filter(|part| part.len() > 1) {
        let facts = Lexicon::shipped().facts(&fold(part));
        let plain = Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::SOFTWARE);
        if facts.any(plain.or(Facts::ACRONYM)) {
            known += 1;
        } else {
            strange += 1;
        }
        add(Q::Parts as u64, hash(&fold(part)), 1);
        add(Q::Parts as u64, facts.bits().into(), 2);
    }
    add(Q::Strange as u64, known, strange);
    let (first, last) = (doc.token_from(piece.start), doc.token_from(piece.end));
    let (mut left, mut right) = (
        Walk::left(first, open),
        Walk::right(last.saturating_sub(1), open),
    );
    let mut beside = [0; 2];
    for side in 0..6 {
        let (unit, gap) = if side % 2 == 0 {
            left.step(doc)
        } else {
            right.step(doc)
        };
        let (value, state) = match unit {
            Unit::Edge => (0, 0),
            Unit::Removed => (1, 1),
            Unit::Word(at) => (doc.token(at).hash, 2),
        };
        if let Some(word) = beside.get_mut(usize::try_from(side).unwrap_or(2)) {
            *word = value;
        }
        add(Q::Near as u64 + side, value, state);
        add(Q::NearOutline as u64 + side, value, shape);
        add(Q::NearGap as u64 + side, gap_class(gap), state);
        if let Unit::Word(at) = unit {
            each_fact(doc.token(at), |fact| {
                add(Q::NearFact as u64 + side, fact, 0);
            });
        }
    }
    let [before, after] = beside;
    add(Q::Pair as u64, before.rotate_left(7) ^ after, 0);
    add(Q::Line as u64, line_class(doc, piece.start), 0);
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn what_everybody_writes_alike_is_plain() {
        for text in [
            "sdb1",
            "nvme0n1p2",
            "r6g.4xlarge",
            "queue_wait_p95",
            "now-1h",
            "libvolk.so.2.5",
            "ALLOC_ENGINE_V4_FAIL",
            "executor-thread-41",
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in ["RDG_YAR_07", "QZX77041", "sdx-7f3a"] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
