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
    nonce: String,
}

impl MembersPage {
    /// What is wrong, or the address of a member that was just registered; and the number of the
    /// form for the next one.
    pub fn new(
        layout: Layout,
        members: Vec<Member>,
        (problem, link): (String, Option<String>),
        nonce: String,
    ) -> Self {
        Self {
            layout,
            members,
            problem,
            link,
            nonce,
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
