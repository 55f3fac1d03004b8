//! Coming to the desk, who is there, and what they did.

use super::pages::{Both, Shown, unlisted};
use super::reports::usual;
use crate::portal::Section;
use crate::portal::forms::Fields;
use crate::portal::pages::{
    AccountPage, AuditPage, ConfirmPage, EnrolPage, ExpiredPage, InvitationPage, InvitedPage,
    MemberPage, MembersPage, Page, PeoplePage, RecoveryPage, SignInPage,
};
use crate::report::AccountId;
use crate::review::{Deed, Finding, Member, OwnAccount, Person, Role, Staff};

fn person(name: &str, role: Role) -> Person {
    // Ids are random, and a snapshot is not.
    let id = format!("00000000-0000-4000-8000-{:0>12}", name.len());
    Person {
        staff: Staff {
            id: id.parse().unwrap(),
            name: name.into(),
            role,
        },
        disabled: false,
        enrolled: true,
        reset_asked_by: None,
    }
}

fn people(role: Role) -> PeoplePage {
    let mut people = vec![
        person("ada", Role::Administrator),
        person("olu.b", Role::Auditor),
        person("mira", Role::Editor),
        person("grace-h", Role::Analyst),
        person("eve-who-left", Role::Analyst),
    ];
    let ids: Vec<AccountId> = people.iter().map(|person| person.staff.id).collect();
    people[1].reset_asked_by = Some(ids[0]);
    people[2].reset_asked_by = Some(ids[3]);
    people[3].enrolled = false;
    people[4].disabled = true;
    let layout = unlisted(Section::Desk, "People").signed_in("ada", role);
    let manages = role == Role::Administrator;
    let problem = if manages {
        "This is the last administrator; make another one first."
    } else {
        ""
    };
    PeoplePage::new(layout, people, ids[0], manages, problem.into())
}

fn trail(full: bool) -> AuditPage {
    let deed = |seq, what: &str, object: Option<&str>| Deed {
        seq,
        day: "2026-11-21".into(),
        who: "mira".into(),
        what: what.into(),
        object: object.map(str::to_owned),
    };
    let deeds = vec![
        deed(7, "published the report", Some(&usual().id.to_string())),
        deed(6, "signed in", None),
    ];
    let layout = unlisted(Section::Desk, "What was done").signed_in("olu", Role::Auditor);
    if full {
        let broken = Some(Finding::Broken { row: 3 });
        return AuditPage::new(layout, deeds, broken, Some("/desk/audit?before=6".into()));
    }
    let whole = Finding::Whole {
        rows: 0,
        last: 0,
        hash: String::new(),
    };
    AuditPage::new(layout, vec![], Some(whole), None)
}

fn members(full: bool) -> MembersPage {
    let layout = unlisted(Section::Desk, "Members").signed_in("ada", Role::Administrator);
    if !full {
        return MembersPage::new(layout, vec![], (String::new(), None), "n0nce".into());
    }
    let id = "00000000-0000-4000-8000-000000000001";
    let bank = Member {
        id: id.parse().unwrap(),
        name: "A Bank <b>".into(),
        note: "safety@bank.example".into(),
        since: "2026-11-21".into(),
    };
    let problem = "There is a member of this name already.".to_owned();
    let link = format!("https://candor.example/members/{}", "0".repeat(64));
    MembersPage::new(layout, vec![bank], (problem, Some(link)), "n0nce".into())
}

fn account(recovery_left: usize, elsewhere: usize, problem: &str) -> AccountPage {
    let own = OwnAccount {
        recovery_left,
        elsewhere,
    };
    let layout = unlisted(Section::Desk, "Your account").signed_in("olu.b", Role::Auditor);
    let staff = person("olu.b", Role::Auditor).staff;
    AccountPage::new(layout, &staff, own, problem.into())
}

pub(super) fn all() -> Vec<(String, Both)> {
    let desk = |title| unlisted(Section::Desk, title);
    let uri = "otpauth://totp/Candor:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Candor";
    let key = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";
    let codes = (0..10).map(|at| format!("K7QP{at}-9ZRTB")).collect();
    let token = "0".repeat(64);
    let link = format!("https://candor.example/desk/invitation/{token}");
    let wrong = "This is not the code of this moment.";
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        (
            "sign-in",
            Box::new(SignInPage::new(
                desk("Sign in"),
                "",
                "Name, password or code is wrong.",
            )),
        ),
        (
            "expired",
            Box::new(ExpiredPage::new(
                "/desk/reports/x",
                &Fields::new([(
                    "synopsis".to_owned(),
                    "It \"filled\" up\nand fell over.".to_owned(),
                )]),
            )),
        ),
        (
            "second-factor",
            Box::new(EnrolPage::new(desk("Second factor"), key, uri, wrong)),
        ),
        (
            "recovery",
            Box::new(RecoveryPage::new(desk("Recovery codes"), codes)),
        ),
        (
            "invitation",
            Box::new(InvitationPage::new(
                desk("Invited"),
                &token,
                Role::Analyst,
                "<b>",
                "There is an account of this name already.",
            )),
        ),
        (
            "invited",
            Box::new(InvitedPage::new(desk("Invitation"), Role::Editor, link)),
        ),
        (
            "second-factor-new",
            Box::new(
                EnrolPage::new(desk("Your new authenticator"), key, uri, wrong)
                    .replacing("c2VhbGVk"),
            ),
        ),
        (
            "account",
            Box::new(account(
                1,
                2,
                "Password or code is wrong; nothing was changed.",
            )),
        ),
        ("account-empty", Box::new(account(0, 0, ""))),
        (
            "people-confirm",
            Box::new(ConfirmPage::shut_out(
                desk("Shut somebody out?"),
                "grace-h".into(),
                token.clone(),
            )),
        ),
        (
            "members-confirm",
            Box::new(ConfirmPage::remove_member(
                desk("Remove a member?"),
                "A Bank <b>".into(),
                token.clone(),
            )),
        ),
        ("people", Box::new(people(Role::Administrator))),
        ("people-auditor", Box::new(people(Role::Auditor))),
        ("members", Box::new(members(true))),
        ("members-empty", Box::new(members(false))),
        (
            "member",
            Box::new(MemberPage::new(
                unlisted(Section::Home, "For members"),
                "A Bank <b>".into(),
                &token,
                "2026-11".parse().unwrap(),
            )),
        ),
        ("audit", Box::new(trail(true))),
        ("audit-empty", Box::new(trail(false))),
    ];
    let rendered = pages
        .into_iter()
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()));
    rendered.collect()
}
