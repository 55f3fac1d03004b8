//! Telling what did not happen: it explains nothing about what did.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::Counterfactual,
    message: "This tells what did not happen. It does not show what made sense at the time.",
    suggestion: "What did people see or do instead, and what made it sensible then?",
    patterns: &[
        // "should have 10 connections" is a requirement, so a participle must follow.
        r"(?:should|ought to)(?:n't| not|n’t)?(?: have|'ve|’ve) (?:(?:also|never|always|probably|really|simply|just|better|\w+ly) )?(?:been|done|known|seen|gone|thought|taken|made|told|kept|caught|set|run|put|left|read|sent|chosen|come|given|held|led|shown|spoken|written|\w+ed)\b",
        r"could(?: easily| simply| well)?(?: have|'ve|’ve)(?: easily| simply)? (?:been )?(?:prevented|avoided|noticed|caught|detected|spotted|checked|tested|known|seen|asked|escalated|averted|mitigated|reacted|responded|anticipated|foreseen)\b",
        r"PEOPLE would(?: easily| likely| probably)?(?: have|'ve|’ve) (?:prevented|avoided|noticed|caught|detected|spotted|averted|seen|known|stopped)",
        r"if only\b(?: we| they| he| she| the| someone| somebody| it)",
        r"PEOPLE (?:had |have )?(?:also )?failed to\b",
        r"PEOPLE (?:did not|didn't|didn’t|had not|hadn't|hadn’t|never) (?:even )?(?:notice|noticed|reali[sz]e|reali[sz]ed|follow|followed|bother|bothered|think (?:to|of)|thought (?:to|of)|consider|considered|anticipate|anticipated|foresee|foreseen|check|checked|read|verify|verified|double-check)\b",
        r"neglected to\b",
        r"never thought to\b",
        r"(?-i:Had) (?:we|they|he|she|i|anyone|someone|somebody|the team|this|it) (?:not )?(?:been|known|seen|done|had|\w+ed)\b",
    ],
    except: &[
        r"(?:than|as) (?:it|they|that|this) should(?: have|'ve|’ve) been",
        r"should(?: not|n't)?(?: have|'ve|’ve) been (?:possible|the only|automatically)",
        r"should(?: have|'ve|’ve) taken",
        r"could(?: have|'ve|’ve) (?:been )?noticed (?:it )?(?:\w+ )?later",
        r"(?:users?|customers?|clients?) (?:did not|didn't) (?:even )?notice",
    ],
    unless: &[],
};
