//! Tokens as text, and back.

use super::{bytes, from_hex, to_hex};
use crate::auth::{MasterKey, Nonce, SessionToken};

#[test]
fn text_reads_back_and_nothing_else_is_read() {
    let random = bytes::<16>();
    let text = to_hex(random.as_slice());
    assert_eq!(text.len(), 32);
    assert_eq!(from_hex::<16>(&text), Some(random));
    assert_eq!(&**to_hex(&[0, 1, 0xaf, 0xff]), "0001afff");
    for wrong in ["", "0", "000", "zz", "0A", "é", "000000"] {
        assert_eq!(from_hex::<2>(wrong), None, "{wrong}");
    }
}

#[test]
fn a_form_keeps_its_number_and_a_cookie_its_session() {
    let folder = tempfile::tempdir().unwrap();
    let key = MasterKey::load_or_create(&folder.path().join("key")).unwrap();
    let nonce = Nonce::random();
    let read: Nonce = nonce.text().parse().unwrap();
    assert_eq!(nonce.mac(&key), read.mac(&key));
    assert_ne!(nonce.mac(&key), Nonce::random().mac(&key));

    let token = SessionToken::random();
    let read: SessionToken = token.text().parse().unwrap();
    assert_eq!(token.text().len(), 64);
    assert_eq!(token.hash(), read.hash());
    assert_ne!(token.hash(), SessionToken::random().hash());
}

#[test]
fn debug_shows_nothing_of_them() {
    assert_eq!(format!("{:?}", Nonce::random()), "Nonce");
    assert_eq!(format!("{:?}", SessionToken::random()), "SessionToken");
}
