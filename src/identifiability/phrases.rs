//! Phrases that point at an event the world knows, or at the one place where it can have happened.

use std::sync::LazyLock;

use regex::Regex;

/// Told in public: whoever reads it can look it up.
const PUBLIC: &str = r"(?i)\b(made (?:the|national|international) (?:news|headlines)|in the (?:news|press|headlines|papers)|front[- ]page|(?:national|local|world) (?:news|press|television|tv|radio)|press (?:release|conference|statement)|journalists?|reporters? (?:called|asked|were)|news(?:paper|room| outlet)s?|hacker news|trended|trending on|went viral|public (?:hearing|inquiry|apology)|parliament(?:ary)?|congress(?:ional)?|senat(?:e|or)|the minister|class action|lawsuit|was sued|share price|stock price|our (?:ipo|listing)|widely reported|covered by the media|media coverage|published (?:a|our) post-?mortem|fined (?:us|by))\b";

/// There is only one such place, or it happened only once.
const SINGULAR: &str = r"(?i)\b((?:the |our )?(?:country|nation|world|continent|industry|europe)['’]s (?:only|first|largest|biggest|oldest)|(?:the )?(?:only|largest|biggest|oldest) (?:\w+ ){1,3}(?:in|of) (?:the|our|its) (?:country|nation|world|region|continent|sector|market|industry|state|kind|history)|first[- ]ever|first of its kind|first (?:\w+ )?in (?:the world|history|our industry)|never (?:been )?(?:seen|done|happened) before|(?:the )?only (?:bank|hospital|airline|airport|railway|exchange|operator|carrier|insurer|university|utility|shop|retailer|broadcaster|company|provider) (?:that|which|with|to|in)|largest (?:bank|hospital|airline|airport|railway|exchange|operator|carrier|insurer|university|utility|retailer|broadcaster|provider)|market leader|monopoly|world record|in (?:the|our) (?:company|country)['’]s history)\b";

/// Events that the public knows by name: whoever names one says when it was, and about where.
const NAMED: &str = r"(?i)\b(log4shell|log4j (?:vulnerability|incident|weekend)|heartbleed|shellshock|meltdown and spectre|spectre (?:patch|fix|vulnerabilit\w+|mitigation)|wannacry|notpetya|mirai|solarwinds|sunburst|xz (?:utils )?backdoor|left[- ]?pad|crowdstrike (?:outage|incident|update)|y2k|millennium bug|leap second|moveit (?:breach|attack)|us-east-1 outage|(?:great|global|worldwide|nationwide) (?:\w+ )?outage|black friday|cyber monday|singles['’]? day|super bowl|world cup|olympics|election night|brexit|lockdown)\b";

static MARKERS: LazyLock<[Option<Regex>; 3]> =
    LazyLock::new(|| [PUBLIC, SINGULAR, NAMED].map(|pattern| Regex::new(pattern).ok()));

fn find(marker: usize, texts: &[&str]) -> Vec<String> {
    let Some(Some(pattern)) = MARKERS.get(marker) else {
        return Vec::new();
    };
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        for hit in pattern.find_iter(text) {
            let words = hit
                .as_str()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            if !found.iter().any(|known| known.eq_ignore_ascii_case(&words)) {
                found.push(words);
            }
        }
    }
    found
}

/// Phrases that say that the public knows of it.
pub(super) fn public(texts: &[&str]) -> Vec<String> {
    find(0, texts)
}

/// Phrases that say that there is no second one.
pub(super) fn singular(texts: &[&str]) -> Vec<String> {
    find(1, texts)
}

/// Names of events that the public knows.
pub(super) fn named(texts: &[&str]) -> Vec<String> {
    find(2, texts)
}
