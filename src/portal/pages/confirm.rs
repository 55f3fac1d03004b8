//! One more press before something is done that cannot be undone with one.

use askama::Template;

use crate::portal::{Layout, Section};

/// Says what will happen, and asks.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/confirm.html")]
pub struct ConfirmPage {
    layout: Layout,
    /// Whom or what it is about.
    of: String,
    /// What happens, a sentence each.
    happens: &'static [&'static str],
    /// Where the answer goes, which is also the way back.
    action: &'static str,
    /// What the first form sent.
    fields: Vec<(&'static str, String)>,
    button: &'static str,
}

impl ConfirmPage {
    /// The layout's title asks the question; `fields` are sent again with `confirm`.
    pub fn new(
        layout: Layout,
        of: String,
        happens: &'static [&'static str],
        (action, button): (&'static str, &'static str),
        fields: Vec<(&'static str, String)>,
    ) -> Self {
        Self {
            layout,
            of,
            happens,
            action,
            fields,
            button,
        }
    }

    /// A member of staff is to be kept out.
    pub fn shut_out(layout: Layout, name: String, account: String) -> Self {
        Self::new(
            layout,
            name,
            &[
                "Their sessions end at once, and neither password nor code lets them in again.",
                "What they wrote, coded and agreed to stays, and so does their name in the trail.",
                "An administrator can let them back in, with the same password and second factor.",
            ],
            (crate::portal::paths::PEOPLE, "Shut them out"),
            vec![("account", account), ("do", "disable".to_owned())],
        )
    }

    /// A member is to be removed.
    pub fn remove_member(layout: Layout, name: String, member: String) -> Self {
        Self::new(
            layout,
            name,
            &[
                "Its address leads nowhere from then on, and cannot be given out again.",
                "Its name and how to reach it are deleted. The trail keeps that a member was removed, and when.",
                "No report changes: none is linked to a member.",
            ],
            (crate::portal::paths::MEMBERS, "Remove it"),
            vec![("member", member)],
        )
    }
}
