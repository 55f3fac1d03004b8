//! Remedies that ask people to be better.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::EmptyRemedy,
    message: "This remedy leans on people remembering and taking care.",
    suggestion: "What could make the right way the easy way: a default, a guard, a limit, a tool?",
    patterns: &[
        r"(?:be|being) (?:more|extra|very|especially) (?:careful(?:ly)?|cautious|vigilant|attentive|mindful|diligent|aware|proactive|disciplined|rigorous|thorough|conscious|alert|considerate|deliberate)\b",
        r"(?:be|needs?|must|should|require[sd]?|get|been?) (?:to be )?more (?:careful(?:ly)?|thorough(?:ly)?|diligent(?:ly)?|rigorous(?:ly)?|cautious(?:ly)?)\b|more care(?:ful)? (?:is|should|must|will|needs?|when|in|with)\b",
        r"(?:more|better|additional|further|extra|refresher|mandatory) (?:\w+ )?training\b|training (?:session|sessions|for (?:the |all |our )?(?:staff|team|teams|engineers|developers|employees|users))\b|(?:train|educate|coach) (?:the |our |all |more )?(?:staff|team|teams|engineers?|developers?|operators?|people|employees|everyone|users|colleagues|members)\b",
        r"(?:make|making|be|ensure|ensuring) (?:sure |certain )?(?:that )?(?:everyone|everybody|people|all (?:team members|engineers|developers|staff|employees|members)|(?:all |the |our )?(?:team|teams|staff|engineers|developers|operators|employees|reviewers|on-?call)(?: members)?) (?:is|are|knows?|understands?|follows?|remembers?|checks?|reads?|stays?|keeps?|does|do|always|never|has read|have read)\b",
        r"(?:always|never) (?:forget|remember) to\b|remember to\b|don['’]t forget to\b|do not forget to\b|(?:we|engineers|developers|operators|everyone|people|staff|the team|teams|reviewers|admins) (?:should|must|need to|have to|needs to) (?:be aware|keep in mind|bear in mind|be mindful|keep an eye|watch out|look out)\b",
        r"(?:we|engineers|developers|operators|everyone|people|staff|the team|teams|reviewers|admins|you) (?:should|must|need to|needs to|have to|will) (?:always|never|carefully|thoroughly|properly) \w+",
        r"carefully (?:check|verify|review|test|monitor|read|validate|inspect|consider|plan|examine|watch|follow)\b",
        r"(?:take|taking|exercise|with|use) (?:more|extra|greater|better|special) (?:care|caution|diligence)\b",
        r"pay(?:ing)? (?:more|closer|better|extra|special) attention\b",
        r"(?:stay|remain|be) vigilant\b",
        r"try harder\b",
        r"re-?train(?:ing)? (?:the |our |all )?(?:staff|team|teams|engineers?|developers?|operators?|users|people|employees|him|her|them|colleagues)\b",
        r"remind(?:ed|ing)? (?:everyone|everybody|all|the team|teams|our|developers|engineers|staff|people|users|operators|ourselves|colleagues|team members)\b",
        r"(?:send|sent|issue|issued) (?:out )?(?:a |another )?reminders?\b",
        r"communicate (?:better|more (?:clearly|often|openly|frequently|proactively|effectively))\b|(?:better|more|clearer|improved) communications?\b|improve (?:our |the |team )?communications?\b",
        r"raise (?:\w+ )?awareness\b|awareness training\b",
        r"(?:always )?(?:double|triple)[- ]check(?:ing)? (?:everything|all|before|your|our|any|every|each)\b",
        r"(?:must|should|will|need to) (?:not|never) (?:do (?:this|that|it)|happen|repeat this) again\b",
        r"think (?:twice|before)\b",
    ],
    except: &[
        r"communications? (?:path|channel|tool|plan|template|line|procedure|process|structure|protocol)s?",
        r"more care(?:ful)? (?:is|when|in|with) (?:\w+ ){0,2}patients?",
    ],
    unless: &[
        r"(?:would|will|does|did)(?: not|n't) (?:have )?(?:help|helped|work|worked|fix|fixed|scale|suffice)|rather than|instead of|is not enough|isn't enough|not (?:a|an) (?:\w+ )?(?:fix|remedy|action)",
    ],
};
