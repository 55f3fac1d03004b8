//! Which codes say something, and what people can do.

use super::slug;
use crate::patterns::{can_be_done, says_something};
use crate::taxonomy::{ListId, Taxonomy};

#[test]
fn lists_have_at_most_one_term_for_there_was_none() {
    let says = |list: ListId, code: &str| says_something(list, &slug(code));
    let taxonomy = Taxonomy::builtin();
    for list in ListId::ALL {
        let terms = taxonomy.list(*list).terms().iter();
        let silent = terms.filter(|term| !says_something(*list, term.id()));
        assert!(silent.count() <= 1, "{list:?}");
        assert!(!says(*list, "other") && !says(*list, "unknown"));
    }
    // Each of those that are named is still a term of its list.
    for (list, none) in [
        (ListId::Triggers, "none-identified"),
        (ListId::DetectionGaps, "none-detected-as-designed"),
        (ListId::ImpactKinds, "none-realised"),
        (ListId::ResponseDifficulties, "none"),
        (ListId::AutomationParts, "not-involved"),
    ] {
        assert!(taxonomy.term(list, &slug(none)).is_some() && !says(list, none));
    }
    let done = |list: ListId, code: &str| {
        assert!(taxonomy.term(list, &slug(code)).is_some(), "{code}");
        can_be_done(list, &slug(code))
    };
    assert!(done(ListId::Mitigations, "restart") && !done(ListId::Mitigations, "self-recovered"));
    assert!(
        !done(ListId::Mitigations, "vendor-fixed") && !done(ListId::Helped, "low-traffic-luck")
    );
}
