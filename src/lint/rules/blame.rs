//! Tying what went wrong to a person, a role or a group.

use super::{RuleId, Table};

pub(super) static TABLE: Table = Table {
    id: RuleId::Blame,
    message: "This ties what went wrong to a person or a group.",
    suggestion: "Say what an engineer or a responder did and saw, and what shaped it; who does not matter.",
    patterns: &[
        r"PEOPLE (?:(?:had|have|has|simply|just|also|apparently|accidentally|carelessly) )*(?:forgot|forgotten|botched|messed up|screwed up|overlooked|blundered|slipped up)\b",
        r"PEOPLE (?:(?:had|have|has|simply|just|also) )*(?:ignored|missed|dismissed) (?:the |this |these |those |an? |all |our |several )?(?:\w+ )?(?:alerts?|alarms?|warnings?|signs?|step|steps|pages?|e-?mails?|notifications?|messages?|instructions?|runbook|procedures?)\b",
        r"PEOPLE (?:had |have |has |then |also )?(?:accidentally|inadvertently|mistakenly|unintentionally|unwittingly|wrongly|carelessly|blindly|prematurely) (?:\w+ed|ran|run|set|put|made|sent|left|took|built|wrote|chose|shut|cut|broke|went|gave)\b",
        r"(?:caused|triggered|introduced|broken|deleted|made) by (?:an? |the |our |one )?(?:\w+ )?(?:engineer|developer|operator|admin|administrator|intern|contractor|employee|technician|dba|sysadmin|team member|colleague|staff member)\b",
        r"(?:his|her|their|my|the (?:team|engineer|developer|operator|admin|vendor|contractor|author)'s) (?:mistakes?|carelessness|negligence|failure|inexperience|ignorance|oversight|misunderstanding)\b",
        r"(?:ha[ds]|with) (?:no|little|limited|insufficient) (?:\w+ )?experience (?:with|in|of)\b|lack of (?:\w+ )?(?:experience|knowledge|skills?|expertise|competence)\b|inexperience[d]?\b",
        r"(?:the |an? |our )?new (?:hire|guy|girl|joiner|starter)s?\b",
        r"(?:the |an? |our |one )?(?:junior|inexperienced) (?:\w+ )?(?:engineer|developer|dev|admin|sysadmin|operator|dba|colleague|employee|member|technician)s?\b",
        r"(?:the|an|our) intern\b",
        r"(?:his|her|their|my|your|our|whose|nobody's|somebody's|someone's) (?:own )?fault\b",
        r"(?:is|was|are|were|be) to blame\b|to blame for\b",
        r"blam(?:ed|es|ing) (?:it |this )?(?:on )?(?:the |our |an? )?(?:\w+ )?(?:team|engineer|developer|operator|person|people|him|her|them|us|vendor|provider|\[)",
        r"guilty\b|culpable\b",
        r"the (?:person|engineer|developer|operator|one|team|individual) (?:who (?:caused|broke)|responsible for (?:this|the) (?:incident|outage|mistake|error|failure|problem))\b",
        r"(?:someone|somebody) (?:forgot|broke|screwed|messed)\b",
    ],
    except: &[r"git blame"],
    unless: &[r"blame-?less|no one is to blame|nobody is to blame"],
};
