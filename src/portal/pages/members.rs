//! Organisations that are members.

use askama::Template;

use crate::portal::{Layout, Section, paths};
use crate::report::Period;
use crate::review::Member;

/// The members, for an administrator.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/members.html")]
pub struct MembersPage {
    layout: Layout,
    members: Vec<Member>,
    problem: String,
    link: Option<String>,
}

impl MembersPage {
    /// `link` is the address of a member that was just registered, shown once.
    pub fn new(
        layout: Layout,
        members: Vec<Member>,
        problem: String,
        link: Option<String>,
    ) -> Self {
        Self {
            layout,
            members,
            problem,
            link,
        }
    }
}

/// What a member finds at its own address.
#[derive(Clone, Debug, Template)]
#[template(path = "public/member.html")]
pub struct MemberPage {
    layout: Layout,
    name: String,
    draft: String,
    period: String,
}

impl MemberPage {
    /// `token` is what the address holds, `period` whose issue is in the making.
    pub fn new(layout: Layout, name: String, token: &str, period: Period) -> Self {
        Self {
            layout,
            name,
            draft: format!("{}/{token}/digest", paths::MEMBER),
            period: period.label(),
        }
    }
}
