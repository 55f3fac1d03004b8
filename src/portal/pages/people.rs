//! Who is at the desk.

use askama::Template;

use crate::portal::{Layout, Section, paths};
use crate::report::AccountId;
use crate::review::{Person, Role};

/// What each is there for, in a few words.
const ROLES: [(Role, &str); 4] = [
    (Role::Analyst, "Analyst: reads, codes and decides"),
    (Role::Editor, "Editor: the same, and alerts and terms"),
    (
        Role::Administrator,
        "Administrator: people only, no reports",
    ),
    (Role::Auditor, "Auditor: reads everything, changes nothing"),
];

/// Everybody, and what an administrator may do with them.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/people.html")]
pub struct PeoplePage {
    layout: Layout,
    people: Vec<Person>,
    reader: AccountId,
    manages: bool,
    problem: String,
}

impl PeoplePage {
    /// `manages`: the reader may change what is shown. `problem` says why the last change was not made.
    pub fn new(
        layout: Layout,
        people: Vec<Person>,
        reader: AccountId,
        manages: bool,
        problem: String,
    ) -> Self {
        Self {
            layout,
            people,
            reader,
            manages,
            problem,
        }
    }

    fn name_of(&self, id: &AccountId) -> &str {
        let known = self.people.iter().find(|person| person.staff.id == *id);
        known.map_or("somebody who has left", |person| person.staff.name.as_str())
    }

    /// Whether the reader may do something with this person.
    fn may_change(&self, person: &Person) -> bool {
        self.manages && person.staff.id != self.reader
    }

    fn may_agree(&self, person: &Person) -> bool {
        self.may_change(person) && person.reset_asked_by.is_some_and(|by| by != self.reader)
    }
}

/// The link of an invitation, shown once.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/invited.html")]
pub struct InvitedPage {
    layout: Layout,
    role: Role,
    link: String,
}

impl InvitedPage {
    /// `link` is the whole address.
    pub fn new(layout: Layout, role: Role, link: String) -> Self {
        Self { layout, role, link }
    }
}
