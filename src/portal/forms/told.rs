//! The accounts of a form: what was told, and the questions that are still open.

use super::{Asking, GUIDE, Question, ReportForm, guide};
use crate::anonymise::RawText;
use crate::report::{Narrative, RecordKind, Slug};

/// One account in fields.
#[derive(Clone, Debug, Default)]
pub struct NarrativeForm {
    /// Its heading.
    pub heading: RawText,
    /// The teller's role, a term of `reporter-roles`, or empty.
    pub perspective: String,
    /// Markdown.
    pub text: RawText,
}

impl NarrativeForm {
    /// Whether it is a question without an answer.
    pub(super) fn is_open(&self) -> bool {
        self.text.is_blank() && guide::is_question(self.heading.expose().trim())
    }

    pub(super) fn from_narrative<T: AsRef<str>>(told: &Narrative<T>) -> Self {
        Self {
            heading: RawText::new(told.heading.as_ref().map(T::as_ref).unwrap_or_default()),
            perspective: told
                .perspective
                .as_ref()
                .map(Slug::to_string)
                .unwrap_or_default(),
            text: RawText::new(told.text.as_ref()),
        }
    }
}

impl ReportForm {
    /// The words in which it is asked for.
    pub(crate) fn asking(&self) -> &'static Asking {
        let kind = RecordKind::parse(self.one("kind")).unwrap_or_default();
        Asking::of(&self.about, kind)
    }

    /// The accounts, without questions that were left open; an empty one where there is none.
    pub(crate) fn accounts(&self) -> Vec<NarrativeForm> {
        let told = self.narratives.iter().filter(|told| !told.is_open());
        let mut told: Vec<_> = told.cloned().collect();
        if told.is_empty() {
            told.push(NarrativeForm::default());
        }
        told
    }

    /// Questions without an answer yet.
    pub(crate) fn open_questions(&self) -> Vec<&'static Question> {
        let open = |question: &&Question| self.answer(question.heading).trim().is_empty();
        GUIDE.iter().filter(open).collect()
    }

    /// Whether there is no account yet.
    pub(crate) fn is_untold(&self) -> bool {
        self.narratives.iter().all(|told| told.text.is_blank())
    }

    /// The account itself, before the answers to the questions.
    pub(crate) fn story(&self) -> NarrativeForm {
        let own = |told: &&NarrativeForm| !guide::is_question(told.heading.expose().trim());
        let story = self.narratives.iter().find(own);
        story.cloned().unwrap_or_default()
    }

    /// The answer to a question.
    pub(crate) fn answer(&self, heading: &str) -> &str {
        let of = |told: &&NarrativeForm| told.heading.expose().trim() == heading;
        let told = self.narratives.iter().find(of);
        told.map(|told| told.text.expose()).unwrap_or_default()
    }
}
