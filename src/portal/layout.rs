//! What surrounds every page.

use super::{Phrase, Said, paths};
use crate::patterns::Samples;
use crate::review::{Permission, Role};

/// The desk's entries, with who sees them.
const DESK: [(Permission, &str, &str); 10] = [
    (Permission::ReadReports, "Queue", paths::DESK),
    (Permission::ReadReports, "Alerts", paths::DESK_ALERTS),
    (Permission::ReadReports, "Sets", paths::DESK_SETS),
    (Permission::EditDigests, "Digests", paths::DESK_DIGESTS),
    (Permission::EditDigests, "Guides", paths::DESK_GUIDES),
    (Permission::ReadReports, "Missed words", paths::DESK_TERMS),
    (Permission::ReadReports, "Agreement", paths::DESK_AGREEMENT),
    (Permission::ReadPeople, "People", paths::PEOPLE),
    (Permission::ManageMembers, "Members", paths::MEMBERS),
    (Permission::ReadTrail, "What was done", paths::AUDIT),
];

/// The part of the site a page belongs to; its entry in the navigation is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// Home and what has no entry of its own.
    #[default]
    Home,
    /// Search and reports.
    Search,
    /// Technologies.
    Technologies,
    /// Failure modes.
    Patterns,
    /// Digests.
    Digests,
    /// Drills.
    Drills,
    /// About, privacy, how we anonymise, data.
    About,
    /// Writing a report.
    Report,
    /// Asking after one.
    Receipt,
    /// The analysts' desk.
    Desk,
}

/// Title, place and frame of a page.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// For the window's title, without the site's name.
    pub title: Phrase,
    /// One sentence for search engines and previews; empty for none.
    pub description: Phrase,
    /// Which entry of the navigation is marked.
    pub section: Section,
    /// How much of what the registry holds is invented; every page says so.
    pub samples: Samples,
    /// Ask search engines to pass by: one person's business.
    pub noindex: bool,
    /// Who is signed in at the desk.
    pub staff: Option<String>,
    /// In which role.
    pub role: Option<Role>,
    /// Label and address of what they may use there.
    pub desk: Vec<(&'static str, &'static str)>,
    /// The page's address, printed on paper; empty for pages whose address says nothing.
    pub address: String,
    /// When it was issued ("November 2026"), printed on paper.
    pub issued: Option<Said>,
    /// The page is taken away as a file: it holds its style, and leads nowhere.
    pub standalone: bool,
}

impl Layout {
    /// A page anybody may read.
    pub fn public(
        section: Section,
        title: impl Into<Phrase>,
        description: impl Into<Phrase>,
    ) -> Self {
        Self {
            title: title.into(),
            description: description.into(),
            section,
            ..Self::default()
        }
    }

    /// A page that is one person's business.
    pub fn private(section: Section, title: impl Into<Phrase>) -> Self {
        Self {
            title: title.into(),
            section,
            noindex: true,
            ..Self::default()
        }
    }

    /// Says how much is invented.
    #[must_use]
    pub fn sample(mut self, samples: Samples) -> Self {
        self.samples = samples;
        self
    }

    /// The address for paper.
    #[must_use]
    pub fn at(mut self, address: impl Into<String>) -> Self {
        self.address = address.into();
        self
    }

    /// The date of issue for paper.
    #[must_use]
    pub fn issued(mut self, issued: Said) -> Self {
        self.issued = Some(issued);
        self
    }

    /// A page to take away.
    #[must_use]
    pub fn standalone(mut self) -> Self {
        self.standalone = true;
        self
    }

    /// Who is signed in, and as what.
    #[must_use]
    pub fn signed_in(mut self, name: impl Into<String>, role: Role) -> Self {
        self.staff = Some(name.into());
        self.role = Some(role);
        let may = DESK
            .iter()
            .filter(|(permission, ..)| permission.roles().contains(&role));
        self.desk = may.map(|(_, label, path)| (*label, *path)).collect();
        self
    }

    /// Whether who is signed in may do something.
    pub(crate) fn may(&self, what: Permission) -> bool {
        self.role.is_some_and(|role| what.roles().contains(&role))
    }

    /// The mark on a navigation entry, for those who see and those who listen.
    pub(crate) fn current(&self, section: Section) -> bool {
        self.section == section
    }
}
