//! What people type or paste into small fields: read as it is shown, or refused.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use candor::auth::{Nonce, Receipt, SessionToken};
use candor::report::{Period, Slug, Version};
use candor::search::Cursor;

/// Panics where something does not hold for `data`.
pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(receipt) = text.parse::<Receipt>() {
        let shown = receipt.text();
        let again: Result<Receipt, _> = shown.parse();
        assert!(
            again.is_ok_and(|again| again.text() == shown),
            "a receipt changed"
        );
    }
    let _ = (text.parse::<Nonce>(), text.parse::<SessionToken>());
    shown_again::<Slug>(&text);
    shown_again::<Version>(&text);
    shown_again::<Period>(&text);
    shown_again::<Cursor>(&text);
}

/// What was read is shown so that it is read the same again.
fn shown_again<T: FromStr + Display + PartialEq + Debug>(text: &str) {
    if let Ok(read) = text.parse::<T>() {
        assert_eq!(
            read.to_string().parse::<T>().ok().as_ref(),
            Some(&read),
            "{text:?}"
        );
    }
}
