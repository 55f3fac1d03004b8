//! Keys and certificates between their lines of dashes.

use memchr::memmem;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// SECRET: PEM blocks. Example: `{-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----} was in the log`
const PEM: &str = "secret-pem";

/// PEM and PGP blocks, also indented, quoted or with `\n` in place of line breaks.
pub(super) fn find(doc: &mut Doc) {
    let bytes = doc.text.as_bytes();
    let mut from = 0;
    let mut last_end = None;
    while let Some(at) = memmem::find(bytes.get(from..).unwrap_or_default(), b"-----BEGIN ") {
        let start = from + at;
        let rest = doc.text.get(start + 11..).unwrap_or_default();
        // Many beginnings without an end must not each look through the whole text.
        let last = *last_end.get_or_insert_with(|| memmem::rfind(bytes, b"-----END ").unwrap_or(0));
        let close = (start < last)
            .then(|| memmem::find(rest.as_bytes(), b"-----END "))
            .flatten()
            .map(|end| start + 11 + end);
        let end = match close {
            Some(end) => {
                let tail = doc.ahead(end + 9, 80);
                end + 9 + tail.find("-----").map_or(0, |dash| dash + 5)
            }
            // A block that was cut off ends with its last line of base64.
            None => start + 11 + rest.find("\n\n").unwrap_or(rest.len()),
        };
        doc.claim(start, end, Kind::Secret, PEM);
        from = end.max(start + 11);
    }
}
