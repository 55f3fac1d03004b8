//! Both factors, once each, and sessions that end.

use jiff::SignedDuration;

use super::*;
use crate::report::Clock;
use crate::review::testing::{Desk, PASSWORD};
use crate::review::{Role, Session, Staff};

/// A step of the authenticator.
const STEP: SignedDuration = SignedDuration::from_secs(30);

fn hired(desk: &Desk) -> Staff {
    desk.review
        .add_account("ada", PASSWORD, Role::Editor)
        .unwrap();
    desk.review.accounts().unwrap().pop().unwrap()
}

fn wrong(result: &Result<SessionToken, SignInError>) -> bool {
    matches!(result, Err(SignInError::Wrong))
}

#[test]
fn the_first_sign_in_leads_to_setting_up_a_second_factor_and_nowhere_else() {
    let desk = Desk::open();
    let ada = hired(&desk);
    let token = desk.review.sign_in("ada", PASSWORD, "").unwrap();
    assert_eq!(
        desk.review.session(&token).unwrap(),
        Some(Session::Enrolling(ada.clone()))
    );
    let secret = desk.review.enrolment(&ada).unwrap();
    assert_eq!(
        *secret.groups(),
        *desk.review.enrolment(&ada).unwrap().groups(),
        "the same when the page is loaded again"
    );
    assert!(desk.review.enrol(&ada, "000000").is_err());
    let code = secret.code(desk.clock.now());
    let enrolled = desk.review.enrol(&ada, &format!(" {} ", *code)).unwrap();
    assert_eq!(
        desk.review.session(&token).unwrap(),
        None,
        "earlier sessions end"
    );
    assert_eq!(
        desk.review.session(&enrolled.session).unwrap(),
        Some(Session::Whole(ada.clone()))
    );
    assert!(desk.review.enrolment(&ada).is_err(), "it is shown no more");
    assert!(desk.review.enrol(&ada, &code).is_err());
}

#[test]
fn each_code_works_once_and_all_three_must_be_right() {
    let desk = Desk::open();
    let ada = hired(&desk);
    let (secret, enrolled) = desk.enrol(&ada);
    let code = || secret.code(desk.clock.now()).to_string();
    let sign_in =
        |name: &str, password: &str, code: &str| desk.review.sign_in(name, password, code);
    assert!(wrong(&sign_in("ada", PASSWORD, &code())), "used to set up");
    desk.clock.forward(STEP * 2);
    for (name, password, typed) in [
        ("ada", PASSWORD, String::new()),
        ("ada", PASSWORD, "000000".into()),
        ("ada", "another long password", code()),
        ("eve", PASSWORD, code()),
        ("eve", PASSWORD, enrolled.recovery[0].text().to_string()),
    ] {
        assert!(wrong(&sign_in(name, password, &typed)), "{name} {password}");
    }
    sign_in("ada", PASSWORD, &code()).unwrap();
    assert!(
        wrong(&sign_in("ada", PASSWORD, &code())),
        "a code works once"
    );
    let recovery = enrolled.recovery[3].text();
    sign_in("ada", PASSWORD, &recovery.to_lowercase()).unwrap();
    assert!(
        wrong(&sign_in("ada", PASSWORD, &recovery)),
        "so does a recovery code"
    );
    desk.clock.forward(STEP);
    sign_in("ada", PASSWORD, &code()).unwrap();
}

#[test]
fn a_session_ends_after_a_quarter_of_an_hour_alone_and_after_eight_hours_in_any_case() {
    let desk = Desk::open();
    let ada = hired(&desk);
    let (_, enrolled) = desk.enrol(&ada);
    let alive = |token| desk.review.session(token).unwrap().is_some();
    for _ in 0..34 {
        desk.clock.forward(SignedDuration::from_mins(14));
        assert!(alive(&enrolled.session));
    }
    desk.clock.forward(SignedDuration::from_mins(4));
    assert!(!alive(&enrolled.session), "eight hours");
    let code = enrolled.recovery[0].text();
    let again = desk.review.sign_in("ada", PASSWORD, &code).unwrap();
    desk.clock.forward(SignedDuration::from_mins(15));
    assert!(!alive(&again), "fifteen minutes");
}

#[test]
fn a_stolen_database_opens_no_second_factor() {
    let desk = Desk::open();
    let ada = hired(&desk);
    let (secret, enrolled) = desk.enrol(&ada);
    let (factor, recovery) = desk
        .storage
        .read(|tx| {
            Ok::<_, StorageError>((factors::get(tx, ada.id)?, factors::recovery(tx, ada.id)?))
        })
        .unwrap();
    let shown = secret.groups().replace(' ', "");
    let kept = format!("{:?} {recovery:?}", factor.unwrap().secret);
    assert!(!kept.contains(&shown));
    assert_eq!(recovery.len(), enrolled.recovery.len());
    for code in &enrolled.recovery {
        assert!(!kept.contains(code.text().as_str()));
    }
}
