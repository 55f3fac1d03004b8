//! Nothing about an account is changed with less than both factors, and nothing of what was before
//! is good afterwards.

use jiff::SignedDuration;

use super::*;
use crate::report::Clock;
use crate::review::testing::{Desk, PASSWORD};
use crate::review::{Role, Session, SignInError};

const STEP: SignedDuration = SignedDuration::from_secs(30);
const NEW: &str = "quite another password";

/// Ada with her authenticator and recovery codes.
fn hired(desk: &Desk) -> (Staff, TotpSecret, Enrolled) {
    desk.review
        .add_account("ada", PASSWORD, Role::Editor)
        .unwrap();
    let ada = desk.review.accounts().unwrap().pop().unwrap();
    let (secret, enrolled) = desk.enrol(&ada);
    desk.clock.forward(STEP * 2);
    (ada, secret, enrolled)
}

fn alive(desk: &Desk, session: &SessionToken) -> bool {
    desk.review.session(session).unwrap().is_some()
}

fn last(desk: &Desk) -> String {
    desk.review.deeds(None, 1).unwrap().pop().unwrap().what
}

#[test]
fn a_password_is_changed_with_the_old_one_and_a_code_that_is_used_up() {
    let desk = Desk::open();
    let (ada, secret, enrolled) = hired(&desk);
    let code = || secret.code(desk.clock.now()).to_string();
    let change = |password: &str, code: &str, new: &str| {
        desk.review.change_password(&ada, password, code, new)
    };
    for (password, typed) in [
        ("not her password at all", code()),
        (PASSWORD, String::new()),
        (PASSWORD, "000000".into()),
    ] {
        assert!(matches!(
            change(password, &typed, NEW),
            Err(OwnError::Wrong)
        ));
    }
    assert!(matches!(
        change(PASSWORD, &code(), "short"),
        Err(OwnError::Password(_))
    ));
    assert!(alive(&desk, &enrolled.session), "nothing was changed");
    let session = change(PASSWORD, &code(), NEW).unwrap();
    assert!(alive(&desk, &session) && !alive(&desk, &enrolled.session));
    assert_eq!(last(&desk), "changed their password");
    assert!(
        matches!(change(NEW, &code(), PASSWORD), Err(OwnError::Wrong)),
        "a code works once"
    );
    desk.clock.forward(STEP);
    let sign_in = |password: &str| desk.review.sign_in("ada", password, &code());
    assert!(matches!(sign_in(PASSWORD), Err(SignInError::Wrong)));
    sign_in(NEW).unwrap();
}

#[test]
fn new_recovery_codes_end_the_old_ones() {
    let desk = Desk::open();
    let (ada, _, enrolled) = hired(&desk);
    let code = |enrolled: &Enrolled, at: usize| enrolled.recovery[at].text().to_string();
    let left = |session: &SessionToken| desk.review.own_account(&ada, session).unwrap();
    assert_eq!(left(&enrolled.session).recovery_left, 10);
    let first = code(&enrolled, 0);
    assert!(
        desk.review
            .renew_recovery(&ada, "not her password at all", &first)
            .is_err()
    );
    assert_eq!(left(&enrolled.session).recovery_left, 10, "none was used");
    let renewed = desk.review.renew_recovery(&ada, PASSWORD, &first).unwrap();
    assert!(!alive(&desk, &enrolled.session));
    assert_eq!(left(&renewed.session).recovery_left, 10);
    let sign_in = |code: String| desk.review.sign_in("ada", PASSWORD, &code);
    assert!(matches!(
        sign_in(code(&enrolled, 1)),
        Err(SignInError::Wrong)
    ));
    sign_in(code(&renewed, 1)).unwrap();
    assert_eq!(left(&renewed.session).recovery_left, 9);
}

#[test]
fn an_authenticator_is_good_until_its_successor_has_shown_a_code() {
    let desk = Desk::open();
    let (ada, old, enrolled) = hired(&desk);
    let now = |secret: &TotpSecret| secret.code(desk.clock.now()).to_string();
    let ask = |code: &str| desk.review.begin_replacing(&ada, PASSWORD, code);
    assert!(matches!(ask("000000"), Err(OwnError::Wrong)));
    let begun = ask(&now(&old)).unwrap();
    assert!(!alive(&desk, &enrolled.session) && alive(&desk, &begun.session));
    assert!(
        !begun
            .carried
            .contains(&begun.secret.groups().replace(' ', ""))
    );
    let replace = |session: &SessionToken, carried: &str, code: &str| {
        desk.review.replace_factor(&ada, session, carried, code)
    };
    assert!(matches!(
        replace(&begun.session, &begun.carried, "000000"),
        Err(OwnError::WrongCode)
    ));
    desk.clock.forward(STEP);
    let elsewhere = desk
        .review
        .sign_in("ada", PASSWORD, &now(&old))
        .expect("the old authenticator still works");
    assert!(matches!(
        replace(&elsewhere, &begun.carried, &now(&begun.secret)),
        Err(OwnError::Ended)
    ));
    let replaced = replace(&begun.session, &begun.carried, &now(&begun.secret)).unwrap();
    assert_eq!(
        desk.review.session(&replaced.session).unwrap(),
        Some(Session::Whole(ada.clone()))
    );
    assert!(!alive(&desk, &begun.session) && !alive(&desk, &elsewhere));
    assert_eq!(last(&desk), "replaced their second factor");
    assert!(
        matches!(
            replace(&begun.session, &begun.carried, &now(&begun.secret)),
            Err(OwnError::Ended)
        ),
        "the same form again"
    );
    desk.clock.forward(STEP);
    let sign_in = |code: &str| desk.review.sign_in("ada", PASSWORD, code);
    assert!(matches!(sign_in(&now(&old)), Err(SignInError::Wrong)));
    assert!(matches!(
        sign_in(&enrolled.recovery[0].text()),
        Err(SignInError::Wrong)
    ));
    sign_in(&now(&begun.secret)).unwrap();
}

#[test]
fn somebody_elses_factors_change_nothing() {
    let desk = Desk::open();
    let (ada, ..) = hired(&desk);
    desk.review
        .add_account("eve", PASSWORD, Role::Administrator)
        .unwrap();
    let known = desk.review.accounts().unwrap();
    let eve = known.into_iter().find(|staff| staff.name == "eve").unwrap();
    let (secret, _) = desk.enrol(&eve);
    desk.clock.forward(STEP * 2);
    let code = secret.code(desk.clock.now());
    assert!(matches!(
        desk.review.begin_replacing(&ada, PASSWORD, &code),
        Err(OwnError::Wrong)
    ));
    // A name that leads to another account than the one that is signed in.
    let disguised = Staff {
        name: "eve".into(),
        ..ada
    };
    assert!(matches!(
        desk.review.begin_replacing(&disguised, PASSWORD, &code),
        Err(OwnError::Wrong)
    ));
}

#[test]
fn signing_out_elsewhere_leaves_this_session_as_it_is() {
    let desk = Desk::open();
    let (ada, secret, enrolled) = hired(&desk);
    let here = desk
        .review
        .sign_in("ada", PASSWORD, &secret.code(desk.clock.now()))
        .unwrap();
    let elsewhere = || desk.review.own_account(&ada, &here).unwrap().elsewhere;
    assert_eq!(elsewhere(), 1);
    desk.review.sign_out_elsewhere(&ada, &here).unwrap();
    assert_eq!(elsewhere(), 0);
    assert!(alive(&desk, &here) && !alive(&desk, &enrolled.session));
    assert_eq!(last(&desk), "signed out everywhere else");
}
