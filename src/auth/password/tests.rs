//! Passwords, with cheap parameters but for the one test of the dear ones.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use argon2::Params;

use super::super::gate::{Busy, Gate};
use super::{AT_ONCE, BANNED, PasswordError, PasswordHash, Passwords, Verdict};

const PASSWORD: &str = "nine lives, one cat";

fn cheap() -> Passwords {
    Passwords::with(Params::new(8, 1, 1, None).unwrap())
}

#[test]
fn the_right_password_matches_and_others_do_not() {
    let passwords = cheap();
    let kept = passwords.hash(PASSWORD).unwrap();
    let kept = PasswordHash::parse(&kept.to_phc()).unwrap();
    let verify = |password| passwords.verify(password, Some(&kept)).unwrap();
    assert_eq!(verify(PASSWORD), Verdict::Matches);
    assert_eq!(verify("nine lives, one dog"), Verdict::Differs);
    assert_eq!(verify(""), Verdict::Differs);
    assert_eq!(passwords.verify(PASSWORD, None), Ok(Verdict::Differs));
}

#[test]
fn the_same_characters_match_however_they_were_typed() {
    let passwords = cheap();
    let kept = passwords.hash("caf\u{e9} caf\u{e9} caf\u{e9}").unwrap();
    let decomposed = "cafe\u{301} cafe\u{301} cafe\u{301}";
    let verdict = passwords.verify(decomposed, Some(&kept));
    assert_eq!(verdict, Ok(Verdict::Matches));
}

#[test]
fn a_password_that_will_not_do_is_refused() {
    let passwords = cheap();
    let refusal = |password: &str| passwords.hash(password).err();
    assert_eq!(refusal("elevenchars"), Some(PasswordError::TooShort));
    assert_eq!(refusal("éééééééééééé"), None);
    assert_eq!(refusal(&"long".repeat(32)), None);
    assert_eq!(refusal(&"x".repeat(129)), Some(PasswordError::TooLong));
    assert_eq!(refusal("PasswordPassword"), Some(PasswordError::TooCommon));
    assert!(BANNED.iter().all(|banned| banned.len() >= 12));
}

#[test]
fn what_is_kept_says_how_it_was_made_and_no_two_are_alike() {
    let passwords = Passwords::default();
    let kept = passwords.hash(PASSWORD).unwrap();
    assert!(kept.to_phc().starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    let verdict = passwords.verify(PASSWORD, Some(&kept));
    assert_eq!(verdict, Ok(Verdict::Matches));
    let (one, two) = (cheap().hash(PASSWORD), cheap().hash(PASSWORD));
    assert_ne!(one.unwrap().to_phc(), two.unwrap().to_phc());
    assert_eq!(format!("{kept:?}"), "PasswordHash");
}

#[test]
fn a_damaged_hash_is_a_fault() {
    let whole = cheap().hash(PASSWORD).unwrap().to_phc();
    let (without_hash, _) = whole.rsplit_once('$').unwrap();
    for damaged in ["", "plain", "$argon2id$v=19$m=65536", without_hash] {
        let fault = PasswordHash::parse(damaged).err();
        assert_eq!(fault, Some(PasswordError::Fault), "{damaged}");
    }
}

#[test]
fn the_gate_lets_in_so_many_and_turns_the_rest_away() {
    let gate = Gate::new(AT_ONCE);
    let first = gate.enter(Duration::ZERO).unwrap();
    let second = gate.enter(Duration::ZERO).unwrap();
    assert_eq!(gate.enter(Duration::from_millis(5)).err(), Some(Busy));
    drop(first);
    let third = gate.enter(Duration::ZERO);
    assert!(third.is_ok());
    drop((second, third));
}

#[test]
fn the_gate_lets_in_who_waits_and_never_too_many() {
    let (gate, inside, most) = (Gate::new(2), AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let _pass = gate.enter(Duration::from_secs(10)).unwrap();
                let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
                most.fetch_max(now, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(2));
                inside.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    assert!(most.into_inner() <= 2);
}
