//! Judging by what was known only afterwards.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::Hindsight,
    message: "This judges by what was known only afterwards.",
    suggestion: "What was known at that point? Tell it forwards.",
    patterns: &[
        r"(?:in|with|the benefit of) hindsight\b",
        r"hindsight (?:is|being)\b",
        r"in retrospect\b|retrospectively\b|looking back\b|with what we (?:now )?know\b|knowing what we know\b|now (?:we )?know that\b",
        r"(?:was|were) bound to (?:happen|fail|break|go|cause|occur|come|end)\b|(?:had|has) to (?:go wrong|fail|happen) (?:eventually|sooner|at some)|sooner or later\b|waiting to happen\b",
        r"needless to say\b|not surprising(?:ly)?\b|no surprise\b|unsurprising\b|as (?:was|were|could be|might be|would be) expected\b|to (?:no-?one|nobody)['’]s surprise\b",
        r"(?:we|they|i|you) (?:all |already |should )?(?:have )?known? (?:better|(?:full )?well|all along)\b|despite (?:being aware of|knowing)\b|knowing (?:full )?well\b",
        r"(?:the|these|all|early|clear|several|many|were|enough) (?:early |clear )?(?:warning|tell-?tale) signs\b|could have been a sign\b",
        r"of course\b",
        r"clearly\b",
        r"(?:everyone|everybody|we all) knew\b",
        r"red flags?\b",
        r"(?:was|were|is) (?:entirely |completely |easily )?(?:predictable|foreseeable|inevitable)\b",
        r"(?:predictably|inevitably|unsurprisingly)\b",
        r"(?:only )?a matter of time\b",
        r"writing (?:was|had been) on the wall\b",
    ],
    except: &[
        r"clearly (?:\w+ly )?(?:visible|documented|marked|stated|labell?ed|defined|communicat\w*|separat\w*|document|state|mark|label|define|describe\w*|specif\w*|indicat\w*|explain\w*|show\w*|outlin\w*|nam\w*|identif\w*|distinguish\w*|express\w*|announc\w*|written|say|said)",
        r"(?:be|more|not|as|very|too) clearly\b",
        r"(?:see|communicate|communicated|speak|think|label|documented|defined|state|stated) (?:\w+ )?(?:more )?clearly\b",
    ],
    unless: &[],
};
