//! Grading actions and people: a reader learns what to think, and not what happened.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::Normative,
    message: "This grades an action or a person.",
    suggestion: "Describe the action without grading it: what was done, with which information?",
    patterns: &[
        r"careless(?:ly|ness)?\b",
        r"reckless(?:ly|ness)?\b",
        r"sloppy\b|sloppiness\b|sloppily\b",
        r"negligent(?:ly)?\b|negligence\b",
        r"incompeten(?:t|ce|tly)\b",
        r"PEOPLE (?:was|were|is|are|got|being|too) (?:too )?lazy\b|laziness\b",
        r"naive(?:ly|ty)?\b",
        r"stupid(?:ly|ity)?\b",
        r"foolish(?:ly)?\b",
        r"irresponsibl[ey]\b",
        r"poor (?:judge?ment|decision|decisions|discipline|choice|choices)\b",
        r"bad (?:judge?ment|decision|decisions)\b",
        r"mismanaged\b|mismanagement\b",
        r"inappropriate(?:ly)?\b",
        r"unprofessional(?:ly)?\b",
        r"inadequate (?:care|attention|effort|knowledge|skills?|diligence|judge?ment)\b",
        r"incorrectly (?:assumed|believed|thought|decided|typed|copied|merged|executed|concluded|judged|entered|assessed)\b",
        r"PEOPLE (?:\w+ )?violated\b",
        r"mistakenly\b|by mistake\b|(?:made|making|makes|was|is) (?:a|an|the|this|that|some) (?:\w+ )?mistakes?\b|our mistake\b|mistakes (?:were|was) made\b",
        r"obviously\b|it (?:was|seemed) obvious\b",
    ],
    except: &[
        r"naive (?:implementation|approach|algorithm|solution|bayes|retry|retries|date|datetime|timestamp|query|version|cache|caching|design|time)\w*",
        r"naively (?:implemented|cached|retried|retries|parsed)",
        r"inappropriate (?:content|language|images?|material|message|messages|behaviou?r)",
        r"not obvious\w*|(?:was|is|were)n't obvious",
        r"obviously (?:malicious|fake|crafted|wrong|broken|incorrect)|very obviously",
    ],
    unless: &[],
};
