//! What the reporter sees before anything is kept.

use super::redact::redact_draft;
use super::{Draft, Flaw, Intake, Removals};
use crate::anonymise::RedactedText;
use crate::identifiability::{self, Verdict};
use crate::lint;
use crate::report::Report;
use crate::tagging::{Suggestions, Tagger};
use crate::taxonomy::ListId;

/// A report as it would be kept, with everything that may still be changed about it.
pub struct Preview {
    /// The report.
    pub report: Report<RedactedText>,
    /// Words that were missed in the lists, as they would be kept.
    pub missed: Vec<(ListId, RedactedText)>,
    /// What was taken out, in this look and before.
    pub removals: Removals,
    /// How identifiable it still is.
    pub verdict: Verdict,
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
    /// Anonymises a draft and says what would be kept. Keeps nothing. `before` is what an earlier
    /// look took out.
    pub fn preview(&self, draft: Draft, before: &Removals) -> Preview {
        let flaws = self.flaws_of(&draft.report, draft.short);
        if flaws
            .iter()
            .any(|flaw| matches!(flaw, Flaw::TooLong | Flaw::TooMany))
        {
            return Preview {
                report: Report::default(),
                missed: Vec::new(),
                removals: Removals::default(),
                verdict: Verdict::default(),
                suggestions: Suggestions::default(),
                advice: Vec::new(),
                flaws,
            };
        }
        let redacted = redact_draft(&self.anonymiser, draft, before);
        let suggestions = Tagger::builtin().suggest(&redacted.report);
        let advice = advice(&redacted.report);
        let verdict =
            identifiability::judge_report(&redacted.report, redacted.removals.suspected());
        Preview {
            report: redacted.report,
            missed: redacted.missed,
            removals: redacted.removals,
            verdict,
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
