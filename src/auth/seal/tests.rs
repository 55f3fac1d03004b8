//! What sealing keeps from whoever has the database only.

use proptest::prelude::*;

use super::{BUCKET, PREFIX, SealError, Sealed, Sealer};
use crate::auth::MasterKey;
use crate::report::ReportId;

fn sealer() -> Sealer {
    let folder = tempfile::tempdir().unwrap();
    Sealer::new(&MasterKey::load_or_create(&folder.path().join("key")).unwrap())
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|part| part == needle)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn what_was_sealed_can_be_opened(text in prop::collection::vec(any::<u8>(), 0..4000)) {
        let (sealer, id) = (sealer(), ReportId::random());
        let sealed = sealer.seal(id, &text).unwrap();
        prop_assert_eq!(&**sealer.unseal(id, &sealed).unwrap(), &text);
    }
}

#[test]
fn nothing_of_the_text_shows_and_no_two_sealings_are_alike() {
    let (sealer, id) = (sealer(), ReportId::random());
    let text = b"the standby was promoted twice";
    let (one, two) = (
        sealer.seal(id, text).unwrap(),
        sealer.seal(id, text).unwrap(),
    );
    assert!(!contains(&one.ciphertext, b"standby"));
    assert_ne!(one.ciphertext, two.ciphertext);
    assert_ne!(one.wrapped_key, two.wrapped_key);
}

#[test]
fn lengths_tell_only_the_bucket() {
    let (sealer, id) = (sealer(), ReportId::random());
    let length = |n: usize| sealer.seal(id, &vec![7; n]).unwrap().ciphertext.len();
    assert_eq!(length(0), length(BUCKET - PREFIX));
    assert_eq!(length(BUCKET - PREFIX + 1), length(0) + BUCKET);
}

#[test]
fn it_opens_for_its_own_report_and_master_key_only() {
    let [mine, other] = [sealer(), sealer()];
    let id = ReportId::random();
    let sealed = mine.seal(id, b"text").unwrap();
    assert_eq!(
        mine.unseal(ReportId::random(), &sealed),
        Err(SealError::Broken)
    );
    assert_eq!(other.unseal(id, &sealed), Err(SealError::Broken));
}

#[test]
fn a_key_opens_only_the_text_it_was_made_for() {
    let (sealer, id) = (sealer(), ReportId::random());
    let (first, second) = (
        sealer.seal(id, b"first").unwrap(),
        sealer.seal(id, b"second").unwrap(),
    );
    let mixed = Sealed {
        wrapped_key: first.wrapped_key,
        ciphertext: second.ciphertext,
    };
    assert_eq!(sealer.unseal(id, &mixed), Err(SealError::Broken));
}

#[test]
fn any_changed_or_missing_byte_is_noticed() {
    let (vault, id) = (sealer(), ReportId::random());
    let sealed = vault.seal(id, b"text").unwrap();
    for at in 0..sealed.wrapped_key.len() {
        let mut changed = sealed.clone();
        changed.wrapped_key[at] ^= 1;
        assert_eq!(vault.unseal(id, &changed), Err(SealError::Broken));
        changed.wrapped_key.truncate(at);
        assert_eq!(vault.unseal(id, &changed), Err(SealError::Broken));
    }
    for at in (0..sealed.ciphertext.len()).step_by(5) {
        let mut changed = sealed.clone();
        changed.ciphertext[at] ^= 1;
        assert_eq!(vault.unseal(id, &changed), Err(SealError::Broken));
        changed.ciphertext.truncate(at);
        assert_eq!(vault.unseal(id, &changed), Err(SealError::Broken));
    }
}
