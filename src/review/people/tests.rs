//! Inviting, letting go, and second factors that nobody resets alone.

use super::*;
use crate::review::testing::{Desk, PASSWORD};
use crate::review::{Session, SignInError};

/// An administrator by the operator's hand, with a second factor.
fn administrator(desk: &Desk, name: &str) -> Staff {
    let id = desk
        .review
        .add_account(name, PASSWORD, Role::Administrator)
        .unwrap();
    let known = desk.review.accounts().unwrap();
    let staff = known.into_iter().find(|staff| staff.id == id).unwrap();
    desk.enrol(&staff);
    staff
}

fn person(desk: &Desk, id: AccountId) -> Person {
    let people = desk.review.people().unwrap();
    people
        .into_iter()
        .find(|person| person.staff.id == id)
        .unwrap()
}

#[test]
fn an_invitation_makes_one_account_within_seven_days() {
    let desk = Desk::open();
    let ada = administrator(&desk, "ada");
    let token = desk.review.invite(ada.id, Role::Auditor).unwrap();
    assert_eq!(desk.review.invitation(&token).unwrap(), Some(Role::Auditor));
    let join = |token, name| desk.review.join(token, name, PASSWORD);
    assert!(matches!(join(&token, "ada"), Err(NewAccountError::Taken)));
    assert!(matches!(
        join(&token, "two words"),
        Err(NewAccountError::BadName)
    ));
    let session = join(&token, "grace").unwrap();
    let Some(Session::Enrolling(grace)) = desk.review.session(&session).unwrap() else {
        panic!("she sets up her second factor next")
    };
    assert_eq!((grace.name.as_str(), grace.role), ("grace", Role::Auditor));
    assert!(matches!(
        join(&token, "eve"),
        Err(NewAccountError::NotInvited)
    ));
    let late = desk.review.invite(ada.id, Role::Analyst).unwrap();
    desk.clock.forward(INVITED_FOR);
    assert_eq!(desk.review.invitation(&late).unwrap(), None);
    assert!(matches!(
        join(&late, "eve"),
        Err(NewAccountError::NotInvited)
    ));
}

#[test]
fn an_invitation_does_not_tell_who_is_here() {
    let desk = Desk::open();
    let ada = administrator(&desk, "ada");
    let token = desk.review.invite(ada.id, Role::Analyst).unwrap();
    let join = |name| desk.review.join(&token, name, PASSWORD);
    for _ in 1..NAMES_TRIED {
        assert!(matches!(join("ada"), Err(NewAccountError::Taken)));
    }
    let last = join("ada");
    assert!(matches!(last, Err(NewAccountError::TooManyNames)));
    let over = join("grace");
    assert!(matches!(over, Err(NewAccountError::NotInvited)), "{over:?}");
    assert_eq!(desk.review.invitation(&token).unwrap(), None);
}

#[test]
fn nobody_resets_a_second_factor_alone() {
    let desk = Desk::open();
    let (ada, grace, joan) = (
        administrator(&desk, "ada"),
        administrator(&desk, "grace"),
        administrator(&desk, "joan"),
    );
    let review = &desk.review;
    assert!(matches!(
        review.agree_reset(ada.id, joan.id),
        Err(PeopleError::NotAsked)
    ));
    assert!(matches!(
        review.ask_reset(joan.id, joan.id),
        Err(PeopleError::Yourself)
    ));
    review.ask_reset(ada.id, joan.id).unwrap();
    assert!(matches!(
        review.agree_reset(ada.id, joan.id),
        Err(PeopleError::NotAlone)
    ));
    assert!(matches!(
        review.agree_reset(joan.id, joan.id),
        Err(PeopleError::Yourself)
    ));
    assert!(person(&desk, joan.id).enrolled);
    // Whoever asked must still be there to have asked.
    review.set_disabled(grace.id, ada.id, true).unwrap();
    assert!(matches!(
        review.agree_reset(grace.id, joan.id),
        Err(PeopleError::NotAsked)
    ));
    review.set_disabled(grace.id, ada.id, false).unwrap();
    review.agree_reset(grace.id, joan.id).unwrap();
    let after = person(&desk, joan.id);
    assert_eq!((after.enrolled, after.reset_asked_by), (false, None));
    let token = review.sign_in("joan", PASSWORD, "").unwrap();
    assert_eq!(
        review.session(&token).unwrap(),
        Some(Session::Enrolling(joan))
    );
}

#[test]
fn the_operator_can_reset_a_second_factor_and_the_trail_says_so() {
    let desk = Desk::open();
    let ada = administrator(&desk, "ada");
    assert!(!desk.review.reset_factor("nobody").unwrap());
    assert!(desk.review.reset_factor("ada").unwrap());
    assert!(!person(&desk, ada.id).enrolled);
    let last = desk.review.deeds(None, 1).unwrap().pop().unwrap();
    assert_eq!(
        (
            last.who.as_str(),
            last.what.as_str(),
            last.object.as_deref()
        ),
        ("the operator", "reset the second factor of", Some("ada"))
    );
}

#[test]
fn who_is_shut_out_or_has_another_role_must_sign_in_again() {
    let desk = Desk::open();
    let (ada, grace) = (administrator(&desk, "ada"), administrator(&desk, "grace"));
    desk.review.reset_factor("grace").unwrap();
    let (_, enrolled) = desk.enrol(&grace);
    desk.review
        .set_role(ada.id, grace.id, Role::Analyst)
        .unwrap();
    assert_eq!(desk.review.session(&enrolled.session).unwrap(), None);
    let code = |at: usize| enrolled.recovery[at].text();
    let session = desk.review.sign_in("grace", PASSWORD, &code(0)).unwrap();
    desk.review.set_disabled(ada.id, grace.id, true).unwrap();
    assert_eq!(desk.review.session(&session).unwrap(), None);
    assert!(matches!(
        desk.review.sign_in("grace", PASSWORD, &code(1)),
        Err(SignInError::Wrong)
    ));
}

#[test]
fn there_is_always_an_administrator() {
    let desk = Desk::open();
    let (ada, grace) = (administrator(&desk, "ada"), administrator(&desk, "grace"));
    let review = &desk.review;
    assert!(matches!(
        review.set_role(ada.id, ada.id, Role::Analyst),
        Err(PeopleError::Yourself)
    ));
    review.set_disabled(ada.id, grace.id, true).unwrap();
    assert!(matches!(
        review.set_disabled(grace.id, ada.id, true),
        Err(PeopleError::LastAdministrator)
    ));
    assert!(!person(&desk, ada.id).disabled, "nothing of it was kept");
    let nobody = AccountId::random();
    assert!(matches!(
        review.set_role(ada.id, nobody, Role::Editor),
        Err(PeopleError::Unknown)
    ));
}
