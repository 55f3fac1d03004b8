//! Chat channels.

use memchr::memchr_iter;

use crate::anonymise::doc::{Doc, lines};
use crate::anonymise::kind::Kind;

/// ID: chat channels. Example: `opened {#inc-20418-ledger} at once`
const RULE: &str = "chat-channel";

/// Finds `#inc-20418-ledger`, and what the head of a copied chat calls its group: `Chat "Night crew"`.
/// Leaves headings, colours in CSS and `C#`.
pub(super) fn find(doc: &mut Doc) {
    heading(doc);
    let text = doc.text;
    for at in memchr_iter(b'#', text.as_bytes()) {
        let before = doc.byte_before(at);
        if before.is_ascii_alphanumeric()
            || matches!(before, b'#' | b'&' | b'/' | b'[') && before != b'['
        {
            continue;
        }
        let rest = doc.ahead(at + 1, 84);
        let stop = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
            .unwrap_or(rest.len());
        let name = rest
            .get(..stop)
            .unwrap_or_default()
            .trim_end_matches(['.', '-', '_']);
        let colour = matches!(name.len(), 3 | 6 | 8) && name.bytes().all(|b| b.is_ascii_hexdigit());
        let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
        let preprocessor = matches!(
            name,
            "include" | "define" | "ifdef" | "endif" | "if" | "else" | "pragma"
        );
        // #EXT-X-CUE-OUT: a tag of a playlist
        let shouted = !name.contains(char::is_lowercase) && name.contains(char::is_uppercase);
        if letters >= 3 && !colour && !preprocessor && !shouted {
            doc.claim(at, at + 1 + name.len(), Kind::Id, RULE);
        }
    }
}

/// The name of the group in the first lines of a copied chat.
fn heading(doc: &mut Doc) {
    const NOUNS: &[&str] = &[
        "chat",
        "channel",
        "thread",
        "group",
        "gruppe",
        "groupe",
        "grupo",
        "groep",
        "kanal",
        "canal",
        "kanaal",
        "meeting chat",
        "group chat",
        "slack channel",
        "teams channel",
        "whatsapp group",
        "gruppchatt",
        "salon",
        "sala",
    ];
    let mut start = 0;
    for line in lines(doc.text).take(3) {
        let lead = line.len() - line.trim_start_matches(['#', '*', '>', ' ']).len();
        let body = line.get(lead..).unwrap_or_default();
        let stop = body.find([':', '"', '«', '„', '“', '‘']).unwrap_or(0);
        let noun = body.get(..stop).unwrap_or_default().trim().to_lowercase();
        if NOUNS.contains(&noun.as_str()) {
            let rest = body.get(stop..).unwrap_or_default();
            let inner = rest.trim_start_matches([':', '"', '«', '„', '“', '‘', ' ', '\u{a0}', '*']);
            let from = start + line.len() - inner.len();
            let end = [
                " (",
                " — ",
                " | ",
                ",",
                "\"",
                "»",
                "”",
                "“",
                "’",
                " started ",
                " export",
            ]
            .iter()
            .filter_map(|sign| inner.find(sign))
            .min()
            .unwrap_or(inner.len());
            let name = inner.get(..end).unwrap_or_default().trim_end();
            if (3..=48).contains(&name.len()) {
                doc.take(from, from + name.len(), Kind::Id, RULE);
            }
        }
        start += line.len() + 1;
    }
}
