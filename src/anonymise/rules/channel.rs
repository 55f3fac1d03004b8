//! Chat channels.

use memchr::memchr_iter;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// ID: chat channels. Example: `opened {#inc-20418-ledger} at once`
const RULE: &str = "chat-channel";

/// Finds `#inc-20418-ledger`; leaves headings, colours in CSS and `C#`.
pub(super) fn find(doc: &mut Doc) {
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
        if letters >= 3 && !colour && !preprocessor {
            doc.claim(at, at + 1 + name.len(), Kind::Id, RULE);
        }
    }
}
