//! One's own account at the desk.

use askama::Template;

use crate::portal::{Layout, Section, paths};
use crate::review::{OwnAccount, Role, Staff};

/// What somebody can change about how they sign in.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/account.html")]
pub struct AccountPage {
    layout: Layout,
    role: Role,
    own: OwnAccount,
    problem: String,
}

impl AccountPage {
    /// `problem` says why the last change was not made.
    pub fn new(layout: Layout, staff: &Staff, own: OwnAccount, problem: String) -> Self {
        Self {
            layout,
            role: staff.role,
            own,
            problem,
        }
    }
}
