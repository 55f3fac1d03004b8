//! The codes are those of the standard, and work once.

use super::*;

fn secret() -> TotpSecret {
    TotpSecret(Zeroizing::new(*b"12345678901234567890"))
}

fn second(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

#[test]
fn codes_are_those_of_rfc_6238() {
    // Appendix B, SHA-1: there with eight digits, of which the last six are ours.
    for (time, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(*secret().code(second(time)), code, "{time}");
    }
}

#[test]
fn counters_are_those_of_rfc_4226() {
    let codes = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
    ];
    for (step, code) in (0..).zip(codes) {
        assert_eq!(*secret().at(step), code);
    }
}

#[test]
fn a_code_works_one_step_early_or_late_and_once() {
    let (now, step) = (second(3_000_000), 100_000);
    let verify = |at: i64, last| secret().verify(&secret().at(at), now, last);
    for at in step - 1..=step + 1 {
        assert_eq!(verify(at, 0), Some(at));
        assert_eq!(verify(at, at), None, "used");
        assert_eq!(verify(at, at + 1), None, "older than one used");
    }
    assert_eq!(verify(step - 2, 0), None);
    assert_eq!(verify(step + 2, 0), None);
    for wrong in ["", "00000", "0000000", "abcdef"] {
        assert_eq!(secret().verify(wrong, now, 0), None);
    }
}

#[test]
fn what_is_typed_and_scanned_is_the_key() {
    assert_eq!(
        *secret().groups(),
        "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    );
    assert_eq!(
        *secret().uri("ada"),
        "otpauth://totp/Candor:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Candor"
    );
    let read: TotpSecret = secret().groups().parse().unwrap();
    assert_eq!(*read.code(second(59)), "287082");
    assert!("GEZD".parse::<TotpSecret>().is_err());
    assert!(!format!("{read:?}").contains("GEZD"));
}

#[test]
fn a_sealed_secret_opens_for_its_account_and_under_its_key_only() {
    let folder = tempfile::tempdir().unwrap();
    let key = |name| MasterKey::load_or_create(&folder.path().join(name)).unwrap();
    let (mine, other) = (key("one"), key("two"));
    let (ada, grace) = (AccountId::random(), AccountId::random());
    let sealed = secret().seal(&mine, ada).unwrap();
    assert!(
        !sealed
            .windows(20)
            .any(|part| part == b"12345678901234567890")
    );
    let opened = TotpSecret::unseal(&mine, ada, &sealed).unwrap();
    assert_eq!(*opened.code(second(59)), "287082");
    assert!(TotpSecret::unseal(&mine, grace, &sealed).is_err());
    assert!(TotpSecret::unseal(&other, ada, &sealed).is_err());
}

#[test]
fn a_code_is_taken_with_gaps_and_nothing_else() {
    assert_eq!(
        digits(" 123 456 ").as_deref().map(String::as_str),
        Some("123456")
    );
    for typed in ["12345", "1234567", "12345a", "", "١٢٣٤٥٦"] {
        assert!(digits(typed).is_none(), "{typed}");
    }
}
