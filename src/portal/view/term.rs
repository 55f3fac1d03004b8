//! A code's label, with what it means one press away and no script.

use askama::Template;

use super::component;
use crate::portal::Labelled;

/// A label that opens its definition where it stands. It holds a block: not for use in a sentence.
#[derive(Clone, Debug, Template)]
#[template(path = "components/term.html")]
pub(crate) struct TermNote(pub(crate) Labelled);

component!(TermNote);
