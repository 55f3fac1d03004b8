//! One cause: incidents need several conditions at once.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::SingleCause,
    message: "This speaks of one cause. Incidents need several conditions at the same time.",
    suggestion: "Which conditions had to be present together? What kept it from being worse?",
    patterns: &[
        r"the (?:real |actual |true |ultimate |underlying |main |primary |single |only |sole )*root[- ]cause (?:was|is|of|for|behind|being|turned|appears|seems|lies|lay)\b",
        r"the (?:real|actual|true|ultimate|single|only|sole) (?:root )?(?:cause|reason|culprit)\b",
        r"the (?:main|primary|principal|underlying|initial|root|direct|exact|core|proximate) (?:cause|reason|issue|problem|culprit) (?:of|for|behind) (?:the|this|these|our|that) (?:\w+ ){0,2}(?:incident|outage|problem|issue|failure|downtime|disruption|interruption|degradation|crash|crashes|errors?) (?:was|were|is|turned)\b",
        r"the cause (?:of|for|behind) (?:the|this|these|our|that) (?:\w+ ){0,2}(?:incident|outage|problem|issue|failure|downtime|disruption|interruption|degradation|crash|crashes|errors?|hub failing) (?:was|were|is|turned)\b",
        r"(?:this|that|which|it) (?:was|is) the (?:root )?cause\b",
        r"(?:identified|found|determined|confirmed|established|diagnosed|pinpointed|recognised|recognized) (?:it |this |that |\w+ ){0,4}(?:as|to be) the (?:\w+ )?root[- ]cause\b",
        r"(?:boils?|boiled|came|comes) down to\b|all because (?:of )?\b|it (?:all )?(?:was|came) down to\b",
        r"the (?:sole|only|single) (?:trigger|factor|problem|issue|explanation)\b|a single (?:mistake|error|cause|misconfiguration|typo|wrong)\b",
        r"nothing (?:more|else|but) than\b|was nothing but\b",
        r"the cause (?:was|is) (?:that|a|an|the|due|identified|found|determined|simply)\b",
        r"(?:was|were|is) (?:solely|purely|entirely|simply|merely) (?:caused by|due to|because)\b",
        r"(?:simply|just|merely|only) because\b",
        r"(?:was|is) (?:simply|just|merely) (?:a|an|that|due to|caused by) ",
        r"the culprit\b",
    ],
    except: &[
        r"the root[- ]cause (?:was|is|had been|has been) (?:found|identified|determined|established|discovered|known) (?:later|after|by|on|at|in|during|through|within|quickly|soon)",
        r"(?:not|isn't|wasn't|n't) (?:simply|just|merely|only) because",
        r"is (?:just|simply|merely) (?:a|an) ",
        r"(?:find|finding|identify|identifying|determine|determining|understand|understanding|investigate|investigating|diagnose|diagnosing|know|confirm|confirming|search for|looking for|look for|establish|uncover|uncovering|locate|solve|address|discover|examine|examines|pinpoint|isolate) (?:what )?the (?:real |actual |true |underlying |exact )?(?:root[- ])?(?:cause|culprit)(?: of| for| behind| was| is)?",
        r"(?:invalid|fine|safe|right|wrong|ok) just because|^\W*just because",
    ],
    unless: &[
        r"\b(?:combination|interaction|interplay|confluence|chain|series|mix) of\b|(?:several|multiple|two|three|many|various) (?:\w+ ){0,2}(?:factors|conditions|causes|failures|things|changes|bugs|issues)\b",
        r"root[- ]causes\b|one of the (?:root )?causes|not (?:yet )?(?:known|clear|identified|determined|found)|unknown|still (?:investigating|under investigation)|unclear|not sure|five why|5[- ]why|issues were",
    ],
};
