//! Saying more than is measured.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::Overstated,
    message: "This says much without a measure.",
    suggestion: "Which users, which function, how long, out of how many?",
    patterns: &[
        r"(?:total|complete|full|massive|major|huge) (?:outage|blackout|downtime|meltdown|collapse|disaster|failure|loss of service)\b",
        r"(?:completely|totally|entirely|utterly) (?:down|broken|dead|unusable|unavailable|offline|dark)\b",
        r"everything (?:was|went|is|came) (?:completely )?(?:down|broken|dead|offline|crashing)\b",
        r"nothing (?:worked|was working)\b",
        r"catastroph(?:e|ic|ically)\b",
        r"disast(?:er|rous|rously)\b",
        r"nightmare\b|horrible\b|horrendous\b|chaos\b",
        r"the (?:whole|entire) (?:site|platform|system|company|world|internet|infrastructure|business|stack) (?:was|went) (?:down|offline|dead|broken|unavailable)\b",
    ],
    except: &[
        r"disaster[- ](?:recovery|plan|planning|tolerance|resilien\w*|preparedness|restore|backup|relief|scenario|scenarios|strategy|response)\b",
        r"chaos[- ](?:engineering|monkey|mesh|experiments?|testing|tests?|toolkit)",
        r"(?:major|full|total|complete) outage (?:closed|resolved|declared|opened|status)",
        r"(?:avoid|without|prevent|preventing|causing) (?:\w+ )*?(?:total|complete|full|major) outage",
        r"catastrophic (?:backtracking|regex\w*)",
    ],
    // A measure in the same sentence says what the strong word leaves open.
    unless: &[
        r"\d[\d.,]*\s?(?:%|percent|minutes?|mins?\b|m\b|hours?|hrs?\b|h\b|seconds?|users|customers|requests|clients|orders)",
    ],
};
