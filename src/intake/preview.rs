//! What the reporter sees before anything is kept.

use std::collections::BTreeMap;

use super::{Draft, Flaw, Intake, flaws_of, redact};
use crate::anonymise::{Kind, RedactedText};
use crate::lint;
use crate::report::Report;
use crate::tagging::{Suggestions, Tagger};

/// A report as it would be kept, with everything that may still be changed about it.
pub struct Preview {
    /// The report.
    pub report: Report<RedactedText>,
    /// Removals by kind, of this look.
    pub removed: BTreeMap<Kind, usize>,
    /// Codes the text suggests.
    pub suggestions: Suggestions,
    /// Advice on wording.
    pub advice: Vec<Advice>,
    /// Why it cannot be sent yet; empty when it can.
    pub flaws: Vec<Flaw>,
}

/// Advice on one wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The words, from the anonymised text.
    pub words: String,
    /// What is the matter with them.
    pub message: &'static str,
    /// A gentler way.
    pub suggestion: &'static str,
}

/// More advice than this helps nobody.
const MOST_ADVICE: usize = 12;

impl Intake {
    /// Anonymises a draft and says what would be kept. Keeps nothing.
    pub fn preview(&self, draft: Draft) -> Preview {
        let flaws = flaws_of(&draft.report);
        if flaws
            .iter()
            .any(|flaw| matches!(flaw, Flaw::TooLong | Flaw::TooMany))
        {
            return Preview {
                report: Report::default(),
                removed: BTreeMap::new(),
                suggestions: Suggestions::default(),
                advice: Vec::new(),
                flaws,
            };
        }
        let redacted = redact(&self.anonymiser, draft.report, &draft.wishes);
        let suggestions = Tagger::builtin().suggest(&redacted.report);
        let advice = advice(&redacted.report);
        Preview {
            report: redacted.report,
            removed: redacted.removed,
            suggestions,
            advice,
            flaws,
        }
    }
}

fn advice(report: &Report<RedactedText>) -> Vec<Advice> {
    let wording = report.texts().into_iter().flat_map(|text| {
        lint::lint(text.as_str()).into_iter().map(|finding| Advice {
            words: text
                .as_str()
                .chars()
                .skip(finding.start)
                .take(finding.end - finding.start)
                .collect(),
            message: finding.message,
            suggestion: finding.suggestion,
        })
    });
    let actions = lint::lint_actions(&report.actions)
        .into_iter()
        .map(|finding| Advice {
            words: "All actions together".to_owned(),
            message: finding.message,
            suggestion: finding.suggestion,
        });
    wording.take(MOST_ADVICE).chain(actions).collect()
}
