//! A message before it is sent: what would be kept of it.

use askama::Template;

use crate::anonymise::RawText;
use crate::intake::LookedAt;
use crate::portal::forms::LetterForm;
use crate::portal::{Html, Layout, Section, markup};
use crate::report::{Letter, Outcome};

/// Where a letter's form leads.
#[derive(Clone, Debug)]
pub enum Places {
    /// To the reporter's own pages.
    Receipt,
    /// To this page of the desk.
    Desk(String),
}

/// What would be kept of a message, with the message to change.
#[derive(Clone, Debug, Template)]
#[template(path = "submit/letter.html")]
pub struct LetterPage {
    layout: Layout,
    form: LetterForm,
    places: Places,
    /// Why it cannot be sent, in plain words.
    problem: String,
    shown: Html,
    lines: Vec<ToldLine>,
    /// What was taken out, by kind.
    removed: Vec<(&'static str, usize)>,
}

/// What is told of one action.
#[derive(Clone, Debug)]
pub(crate) struct ToldLine {
    pub(crate) number: usize,
    pub(crate) action: Html,
    pub(crate) outcome: Outcome,
    pub(crate) why: RawText,
}

impl LetterPage {
    /// Whether it is the reporter who reads it.
    pub(super) fn is_reporters(&self) -> bool {
        matches!(self.places, Places::Receipt)
    }

    /// A letter that was looked at: the form holds from now on what would be kept.
    pub fn looked(
        layout: Layout,
        mut form: LetterForm,
        places: Places,
        looked: &LookedAt,
        actions: &[Html],
    ) -> Self {
        let removed = looked.removals.counts();
        let removed = removed.iter().map(|(kind, count)| (kind.label(), *count));
        let (mut shown, mut lines) = (Html::default(), Vec::new());
        match &looked.letter {
            Letter::Words(text) | Letter::Question(text) => {
                shown = markup::prose(text, 3);
                form.text = RawText::new(text.as_str());
            }
            Letter::FollowUp(told) => {
                lines = told
                    .actions
                    .iter()
                    .map(|said| ToldLine {
                        number: said.number,
                        action: actions.get(said.number).cloned().unwrap_or_default(),
                        outcome: said.outcome,
                        why: RawText::new(said.why.as_str()),
                    })
                    .collect();
            }
            Letter::Amendment(_) => {}
        }
        Self {
            layout,
            form,
            places,
            problem: String::new(),
            shown,
            lines,
            removed: removed.collect(),
        }
    }

    /// A letter that cannot be sent as it is; what was typed stays in its form.
    pub fn wrong(
        layout: Layout,
        form: LetterForm,
        places: Places,
        problem: String,
        actions: &[Html],
    ) -> Self {
        let told = form.told.iter().flat_map(|told| &told.actions);
        let lines = told
            .map(|said| ToldLine {
                number: said.number,
                action: actions.get(said.number).cloned().unwrap_or_default(),
                outcome: said.outcome,
                why: said.why.clone(),
            })
            .collect();
        Self {
            layout,
            form,
            places,
            problem,
            shown: Html::default(),
            lines,
            removed: Vec::new(),
        }
    }
}
