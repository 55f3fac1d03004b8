//! What was typed at the desk by somebody whose session had ended meanwhile.

use askama::Template;

use crate::portal::forms::Fields;
use crate::portal::{Layout, Section, paths};

/// The form again, to be sent once more after signing in.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/expired.html")]
pub struct ExpiredPage {
    layout: Layout,
    action: String,
    fields: Vec<(String, String)>,
}

impl ExpiredPage {
    /// The address the form goes to, and all that it holds.
    pub fn new(action: &str, fields: &Fields) -> Self {
        let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Self {
            layout: Layout::private(Section::Desk, "You were signed out"),
            action: action.to_owned(),
            fields: fields.pairs().map(owned).collect(),
        }
    }
}
