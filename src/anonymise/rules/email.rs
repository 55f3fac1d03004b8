//! E-mail addresses.

use memchr::memchr_iter;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// EMAIL: e-mail addresses. Example: `mail to {anna.k@shop.example} today`
const RULE: &str = "email";

/// Finds `name@domain.tld`, also with `%40` for the sign and inside links; leaves `@mentions` and
/// decorators (`@Override`). Example: "mail to anna.k@shop.example" becomes "mail to [e-mail]".
pub(super) fn find(doc: &mut Doc) {
    let text = doc.text;
    for at in memchr_iter(b'@', text.as_bytes()) {
        address(doc, at, at + 1);
    }
    for at in memchr::memmem::find_iter(text.as_bytes(), b"%40") {
        address(doc, at, at + 3);
    }
}

fn address(doc: &mut Doc, local_end: usize, domain: usize) {
    let bytes = doc.text.as_bytes();
    let is_local =
        |b: &u8| b.is_ascii_alphanumeric() || b".!#$%&*+-/?^_{|}~".contains(b) || !b.is_ascii();
    let local = bytes.get(..local_end).unwrap_or_default();
    let mut start = local_end
        - local
            .iter()
            .rev()
            .take(64)
            .take_while(|b| is_local(b))
            .count();
    while start < local_end
        && !doc.byte(start).is_ascii_alphanumeric()
        && doc.byte(start).is_ascii()
    {
        start += 1;
    }
    // A path or a parameter in front of the address is not part of it.
    if let Some(cut) = doc
        .slice(start, local_end)
        .rfind(['/', '|', '?', '&', '{', '#'])
    {
        start += cut + 1;
    }
    let is_domain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-') || !b.is_ascii();
    let rest = bytes.get(domain..).unwrap_or_default();
    let mut end = domain + rest.iter().take(253).take_while(|b| is_domain(b)).count();
    while end > domain && matches!(doc.byte(end - 1), b'.' | b'-') {
        end -= 1;
    }
    while !doc.text.is_char_boundary(start) {
        start += 1;
    }
    while !doc.text.is_char_boundary(end) {
        end -= 1;
    }
    let name = doc.slice(domain, end);
    let Some((_, top)) = name.rsplit_once('.') else {
        return;
    };
    let letters = top.chars().filter(|c| c.is_alphabetic()).count();
    if start < local_end && letters >= 2 && !name.starts_with('.') && doc.is_free(start, end) {
        doc.claim(start, end, Kind::Email, RULE);
    }
}
