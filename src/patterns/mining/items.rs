//! What is looked for in combinations, and what says the same twice.

use crate::patterns::fact::{Fact, says_something};
use crate::report::Slug;
use crate::taxonomy::{ListId, Taxonomy};

/// Whether a fact is looked for in combinations.
pub(super) fn is_item(fact: &Fact) -> bool {
    let lists = [
        ListId::Triggers,
        ListId::FailureModes,
        ListId::Factors,
        ListId::DetectionGaps,
    ];
    match fact {
        Fact::Technology(_) => true,
        Fact::Eased(code) => says_something(ListId::Mitigations, code),
        Fact::Code(list, code) => lists.contains(list) && says_something(*list, code),
        _ => false,
    }
}

/// Codes of different lists that say the same.
const SAME: [(&str, &str); 3] = [
    (
        "certificate-or-secret-expiry",
        "expired-credential-or-certificate",
    ),
    ("health-check-too-shallow", "health-check-misjudgement"),
    ("dns", "name-resolution"),
];

/// Whether one says the other already: a technology and one that it is part of, or one thing
/// that two lists have a code for.
pub(super) fn related(one: &Fact, other: &Fact) -> bool {
    let code = |fact: &Fact| match fact {
        Fact::Technology(code) | Fact::Code(_, code) => code.to_string(),
        _ => String::new(),
    };
    let both = (code(one), code(other));
    if SAME
        .iter()
        .any(|(a, b)| (*a, *b) == (&both.0, &both.1) || (*a, *b) == (&both.1, &both.0))
    {
        return true;
    }
    let (Fact::Technology(one), Fact::Technology(other)) = (one, other) else {
        return false;
    };
    let part_of = |part: &Slug, whole: &Slug| {
        let taxonomy = Taxonomy::builtin();
        let mut above = taxonomy.technology(part).and_then(|t| t.parent());
        while let Some(slug) = above {
            if slug == whole {
                return true;
            }
            above = taxonomy.technology(slug).and_then(|t| t.parent());
        }
        false
    };
    part_of(one, other) || part_of(other, one)
}
