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
    for found in starts.search.find_iter(text) {
        if found.start() < done {
            continue;
        }
        let before = doc.byte_before(found.start());
        let colour = before == b'm'
            && doc
                .slice(found.start().saturating_sub(4), found.start())
                .contains('[');
        if (before.is_ascii_alphanumeric() || before == b'_') && !colour {
            continue;
        }
        let hash =
            found.len() > 2 && matches!(doc.byte(found.start()), b'$' | b'{') || before == b'$';
        let belongs = |b: &&u8| {
            is_token_byte(**b) || **b == b'%' || hash && matches!(**b, b'$' | b',' | b'}')
        };
        let tail = text.as_bytes().get(found.end()..).unwrap_or_default();
        let length = tail.iter().take(4096).take_while(belongs).count();
        let body = doc
            .slice(found.end(), found.end() + length)
            .trim_end_matches(['.', '-', '/', ',', '%']);
        let least = starts
            .least
            .get(found.pattern().as_usize())
            .copied()
            .unwrap_or(20);
        let digits = body.bytes().filter(u8::is_ascii_digit).count();
        if body.len() >= least
            && (digits >= 1 && body.len() < 40 || !wordy(body))
            && !(found.len() < 8 && is_uuid(body))
        {
            done = wrapped(doc, found.start(), found.end() + body.len());
            doc.claim(found.start(), done, Kind::Secret, TOKEN);
        } else if length > 512 {
            // A run of beginnings must not be looked through from each of them.
            done = found.end() + length / 2;
        }
    }
}

/// Names of resources such as `pat-` and a UUID go by their own kind.
fn is_uuid(body: &str) -> bool {
    body.len() == 36 && body.split('-').map(str::len).eq([8, 4, 4, 4, 12])
}
