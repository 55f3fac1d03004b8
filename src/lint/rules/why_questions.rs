//! Asking a person why: it asks for a defence. What and how ask for a story.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::WhyQuestions,
    message: "A why-question to a person asks for a defence.",
    suggestion: "Ask what or how: what did it look like, how did it seem to you then?",
    patterns: &[
        r"why (?:did|didn't|didn’t|do|don't|had|hadn't|were|weren't|was|wasn't|have|haven't|would|wouldn't|on earth did) (?:not )?(?:you|he|she|they|nobody|no one|no-one|anyone|someone|the (?:team|engineer|developer|operator|on-?call|dba|admin|responder)s?|\[(?:Person|Engineer|Developer|Operator|Responder|Manager)[\w ]*\])\b",
    ],
    except: &[],
    unless: &[r"_+Q:|Q:"],
};
