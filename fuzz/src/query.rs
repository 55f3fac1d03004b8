//! The query language: everything typed is understood somehow, and in the same way again.

use candor::report::Slug;
use candor::search::{FacetField, Names, Query};

/// Every name is a code, so that filters come about.
struct Anything;

impl Names for Anything {
    fn code(&self, _: FacetField, name: &str) -> Option<Slug> {
        name.parse().ok()
    }

    fn synonyms(&self, _: &str) -> &[String] {
        &[]
    }

    fn label(&self, _: FacetField, value: &str) -> String {
        value.to_owned()
    }
}

/// Panics where something does not hold for `data`.
pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let query = Query::parse(&text, &Anything);
    let again = Query::parse(query.text(), &Anything);
    assert_eq!(again.text(), query.text(), "it reads differently again");
    assert_eq!(again.filters(), query.filters(), "it filters differently");
    for filter in query.filters() {
        let (field, value) = (filter.field(), filter.value());
        assert!(
            query.selects(field, value),
            "{field}:{value} is not selected"
        );
        let without = Query::parse(&query.without(field, value), &Anything);
        assert!(!without.selects(field, value), "{field}:{value} stays");
    }
    let _ = (query.notes(), query.technologies(), query.is_empty());
}
