//! Remedies that ask people to be better.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::EmptyRemedy,
    message: "This remedy leans on people remembering and taking care.",
    suggestion: "What could make the right way the easy way: a default, a guard, a limit, a tool?",
    patterns: &[
        r"(?:be|being) (?:more|extra|very|especially) (?:careful|cautious|vigilant|attentive|mindful|diligent|aware)\b",
        r"(?:take|taking|exercise|with|use) (?:more|extra|greater|better|special) (?:care|caution|diligence)\b",
        r"pay(?:ing)? (?:more|closer|better|extra|special) attention\b",
        r"(?:stay|remain|be) vigilant\b",
        r"try harder\b",
        r"re-?train(?:ing)? (?:the |our |all )?(?:staff|team|teams|engineers?|developers?|operators?|users|people|employees|him|her|them|colleagues)\b",
        r"remind(?:ed|ing)? (?:everyone|everybody|all|the team|teams|our|developers|engineers|staff|people|users|operators|ourselves|colleagues|team members)\b",
        r"(?:send|sent|issue|issued) (?:out )?(?:a |another )?reminders?\b",
        r"communicate better\b|better communication\b|improve (?:our |the |team )?communications?\b",
        r"raise (?:\w+ )?awareness\b|awareness training\b",
        r"(?:always )?double[- ]check(?:ing)? (?:everything|all|before|that|your|our|any|every)\b",
        r"(?:must|should|will|need to) (?:not|never) (?:do (?:this|that|it)|happen|repeat this) again\b",
        r"think (?:twice|before)\b",
    ],
    except: &[],
    unless: &[],
};
