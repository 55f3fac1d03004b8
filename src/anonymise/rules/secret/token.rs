//! Tokens that begin as their provider lets them begin.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::TOKEN;
use super::random::{is_token_byte, wordy, wrapped};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// The beginnings, and how many characters must follow each.
struct Starts {
    search: AhoCorasick,
    least: Vec<usize>,
}

static STARTS: LazyLock<Option<Starts>> = LazyLock::new(|| {
    let list = include_str!("../../../../schema/lexicon/token-prefixes.txt");
    let (prefixes, least): (Vec<&str>, Vec<usize>) = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(prefix, least)| Some((prefix, least.parse::<usize>().ok()?)))
        .unzip();
    let search = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(prefixes)
        .ok()?;
    Some(Starts { search, least })
});

pub(super) fn find(doc: &mut Doc) {
    let Some(starts) = STARTS.as_ref() else {
        return;
    };
    let text = doc.text;
    let mut done = 0;
    for (start, end) in long_runs(text.as_bytes()) {
        for found in starts
            .search
            .find_iter(text.get(start..end).unwrap_or_default())
        {
            let (from, to) = (start + found.start(), start + found.end());
            let least = starts.least.get(found.pattern().as_usize());
            if from >= done {
                done = token(doc, from, to, least.copied().unwrap_or(20)).unwrap_or(done);
            }
        }
    }
}

/// The shortest token with its beginning, in bytes.
const SHORTEST: usize = 11;

/// The runs without white space that are long enough for a token.
fn long_runs(bytes: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        loop {
            let shortest = bytes.get(start..start + SHORTEST)?;
            // The last space of what would be the shortest one: none can begin before it.
            if let Some(space) = shortest.iter().rposition(u8::is_ascii_whitespace) {
                start += space + 1;
                continue;
            }
            let begin = start;
            let rest = bytes.get(begin + SHORTEST..).unwrap_or_default();
            let length = rest.iter().position(u8::is_ascii_whitespace);
            start = length.map_or(bytes.len(), |length| begin + SHORTEST + length);
            return Some((begin, start));
        }
    })
}

/// Claims the token that begins with `from..to`, and says up to where the text is done with.
fn token(doc: &mut Doc, from: usize, to: usize, least: usize) -> Option<usize> {
    let (before, first) = (doc.byte_before(from), doc.byte(from));
    let colour = before == b'm' && doc.slice(from.saturating_sub(4), from).contains('[');
    if (before.is_ascii_alphanumeric() || before == b'_') && !colour {
        return None;
    }
    let begun = to - from;
    let hash = begun > 2 && matches!(first, b'$' | b'{') || before == b'$';
    let belongs =
        |b: &&u8| is_token_byte(**b) || **b == b'%' || hash && matches!(**b, b'$' | b',' | b'}');
    let tail = doc.text.as_bytes().get(to..).unwrap_or_default();
    let length = tail.iter().take(4096).take_while(belongs).count();
    let body = doc
        .slice(to, to + length)
        .trim_end_matches(['.', '-', '/', ',', '%']);
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    if body.len() >= least
        && (digits >= 1 && body.len() < 40 || !wordy(body))
        && !(begun < 8 && is_uuid(body))
    {
        let end = wrapped(doc, from, to + body.len());
        doc.claim(from, end, Kind::Secret, TOKEN);
        Some(end)
    } else {
        // A run of beginnings must not be looked through from each of them.
        (length > 512).then_some(to + length / 2)
    }
}

/// Names of resources such as `pat-` and a UUID go by their own kind.
fn is_uuid(body: &str) -> bool {
    body.len() == 36 && body.split('-').map(str::len).eq([8, 4, 4, 4, 12])
}
