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
        r"nothing (?:worked|was working|was usable|usable|functioned|could be (?:done|used))\b|no one could (?:work|do anything|log ?in|use anything)\b|nobody could (?:work|do anything|log ?in)\b",
        r"(?:massive|huge|enormous|dramatic|devastating|tremendous|terrible|unprecedented|crippling) (?:\w+ )?(?:impact|disruptions?|damage|problems?|issues?|failures?|slow-?downs?|degradation|interruptions?|loss|losses|consequences|delays?|outages?|pain)\b",
        r"all (?:of (?:our |the )?)?(?:services|systems|sites|applications|apps|hubs|servers|websites) (?:were|was|went|became|got) (?:completely |totally )?(?:down|offline|broken|dead)\b|all services outage\b",
        r"(?:everyone|everybody) (?:was|were|got) (?:affected|hit|impacted|locked out|down|kicked)\b|(?:affected|hit|impacted|broke|took down) (?:absolutely )?(?:everything|everyone|everybody)\b",
        r"(?:wreaked|wreaking) havoc\b|havoc\b|ground to a halt\b|all hell\b|worst[- ](?:ever|case)? ?(?:outage|incident|possible|imaginable)\b|doom(?:ed)?\b|(?:was|is|became|made) (?:a |such a )?(?:complete |total |huge )?mess\b",
        r"catastroph(?:e|ic|ically)\b",
        r"(?:a|total|complete|absolute|pure|utter) disaster\b|disastrous(?:ly)?\b",
        r"nightmare\b|horrible\b|horrendous\b|chaos\b",
        r"the (?:whole|entire) (?:site|platform|system|company|world|internet|infrastructure|business|stack) (?:was|went) (?:down|offline|dead|broken|unavailable)\b",
    ],
    except: &[
        r"(?:severity|likelihood|impact|consequences?|rating|risk|level|class|category|scale)\W{1,4}(?:\w+ )?catastrophic",
        r"\(catastrophic\)|catastrophic (?:risk|severity|category)|(?:non-|not )catastrophic",
        r"(?:when|if|once|until|unless|as if|that|whether) (?:everything|nothing) (?:is|was|went|came|worked|works)[^.]{0,24}",
        r"(?:mitigat\w+|avert\w*|avoid\w*|near|nearly|almost|potential|potentially|possible|would be|could be|could have been|might have been|recipe for|from|prevent\w*) (?:an? |the )?(?:\w+ )?(?:disasters?|disastrous|catastroph\w+|nightmare|chaos|havoc)",
        r"(?:\w+ )?disaster[- ](?:recovery|plan|planning|tolerance|resilien\w*|preparedness|restore|backup|relief|scenario|scenarios|strategy|response|tests?|drills?|site)\b",
        r"chaos[- ](?:engineering|monkey|mesh|experiments?|testing|tests?|toolkit)",
        r"(?:major|full|total|complete) outage (?:closed|resolved|declared|opened|status)",
        r"(?:avoid|without|prevent|preventing|causing) (?:\w+ )*?(?:total|complete|full|major) outage",
        r"catastrophic (?:backtracking|regex\w*)",
    ],
    // A measure in the same sentence says what the strong word leaves open.
    unless: &[
        r"\b\d{1,2}:\d{2}\b|\b(?:rather than|instead of|short of|not|no|without|avoid\w*|prevent\w*) (?:an? |the |into )?(?:total|complete|full|major|massive|huge)\b",
        r"\d[\d.,]*\s?(?:%|percent|minutes?|mins?\b|m\b|hours?|hrs?\b|h\b|seconds?|users|customers|requests|clients|orders)",
    ],
};
