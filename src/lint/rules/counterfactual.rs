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
        r"(?:would|might)(?: also| easily| likely| probably| certainly| possibly)?(?: have|'ve|’ve)(?: also| easily| likely| probably| certainly)? \W?(?:been )?(?:prevented|avoided|averted|helped|allowed us|enabled us|caught|spotted|saved us|alerted us|warned us|shown us|told us|given us)\b",
        r"PEOPLE would(?: easily| likely| probably)?(?: have|'ve|’ve) (?:prevented|avoided|noticed|caught|detected|spotted|averted|seen|known|stopped)",
        r"if only\b(?: we| they| he| she| the| someone| somebody| it)",
        r"PEOPLE (?:had |have )?(?:also )?failed to\b",
        r"PEOPLE (?:did not|didn't|didn’t|had not|hadn't|hadn’t|never) (?:even )?(?:notice|noticed|reali[sz]e|reali[sz]ed|follow|followed|bother|bothered|think (?:to|of)|thought (?:to|of)|consider|considered|anticipate|anticipated|foresee|foreseen|check|checked|read|verify|verified|double-check)\b",
        r"(?:alerts?|warnings?|steps?|checks?|signs?|alarms?|e-?mails?|messages?|notifications?|symptoms?|review|tests?|tasks?|items?|changes?|settings?) (?:was|were|has been|had been|got) (?:\w+ly )?(?:missed|overlooked|forgotten|neglected|ignored)\b",
        r"(?:was|were|been|got) (?:simply |just |completely |initially |also )?(?:overlooked|forgotten)\b",
        r"neglected to\b|omitted to\b",
        r"never thought (?:to|of)\b|it never occurred to\b|(?:didn't|did not|didn’t) occur to (?:us|anyone|me|them)\b",
        r"missed (?:the |an? )?(?:opportunit(?:y|ies)|chances?) to\b|missed opportunit(?:y|ies)\b",
        r"wish(?:ed)? (?:we|i|they) had\b|better if (?:we|they|i|someone|this|it) had\b",
        r"if (?:we|they|he|she|i|someone|somebody|anyone|the (?:team|engineer|developer|operator|admin|author|maintainers?|reviewer)) had(?: not|n't)? (?:\w+ly )?(?:been|known|seen|done|had|checked|tested|noticed|reali[sz]ed|followed|read|asked|looked|waited|run|deployed|monitored|reviewed|taken|set|kept|\w+ed)\b",
        r"lack of (?:\w+ )?(?:care|attention|diligence|discipline|awareness|vigilance|foresight|due diligence)\b",
        r"(?-i:Had) (?:we|they|he|she|i|anyone|someone|somebody|the team|this|it) (?:not )?(?:been|known|seen|done|had|\w+ed)\b",
    ],
    except: &[
        r"(?:nobody|no one|none|no-one|none of (?:us|them)|nothing|neither|not everyone) (?:should|could|would|ought)[^.]{0,20}",
        r"would have been (?:caught|noticed|spotted|seen|found)[^.;\n]{0,30} (?:too|anyway|either way|later|eventually)",
        r"would have prevented (?:those|these|such|any|similar|all|most|some|many)",
        r"than (?:it |they |we )?(?:would|might|could)[^.]{0,24}",
        r"(?:than|as) (?:it|they|that|this) should(?: have|'ve|’ve) been",
        r"should(?: not|n't)?(?: have|'ve|’ve) been (?:possible|the only|automatically)",
        r"should(?: have|'ve|’ve) (?:taken|existed|resulted|contained|worked|returned|been (?:enough|sufficient|harmless|safe|able|a no-op))",
        r"could(?: have|'ve|’ve) (?:been )?noticed (?:it )?(?:\w+ )?later",
        r"(?:users?|customers?|clients?) (?:did not|didn't) (?:even )?notice",
    ],
    unless: &[],
};
