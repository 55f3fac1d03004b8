//! Counts beside the results.

use super::*;

#[test]
fn counts_are_those_of_the_results() {
    let results = search(&filled(), "certificate");
    assert_eq!(results.total, 2);
    assert_eq!(
        facet(&results, FacetField::FailureMode, "expired-credential"),
        Some((2, false))
    );
    assert_eq!(
        facet(&results, FacetField::Technology, "nginx"),
        Some((1, false))
    );
    assert_eq!(facet(&results, FacetField::Technology, "kafka"), None);
    assert_eq!(
        facet(&results, FacetField::Period, "2025"),
        Some((1, false))
    );
    assert_eq!(facet(&results, FacetField::Severity, "4"), Some((1, false)));
}

#[test]
fn a_field_leaves_its_own_filter_aside_and_no_other() {
    let index = filled();
    let results = search(&index, "kind:incident stack:nginx");
    assert_eq!(results.total, 2);
    // Other technologies of incidents stay reachable, with what they would give.
    assert_eq!(
        facet(&results, FacetField::Technology, "nginx"),
        Some((2, true))
    );
    assert_eq!(
        facet(&results, FacetField::Technology, "kafka"),
        Some((1, false))
    );
    // Other kinds of nginx reports, too.
    assert_eq!(
        facet(&results, FacetField::Kind, "false-alarm"),
        Some((1, false))
    );
    assert_eq!(facet(&results, FacetField::Kind, "save"), None);
    // Fields without a filter count the results.
    assert_eq!(
        facet(&results, FacetField::Sector, "retail"),
        Some((1, false))
    );
    assert_eq!(facet(&results, FacetField::Sector, "media"), None);
}

/// Every code is its own name.
struct AnyName;

impl Names for AnyName {
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

#[test]
fn each_count_is_what_a_click_gives() {
    let index = filled();
    let results = |text: &str| {
        let query = Query::parse(text, &AnyName);
        let page = PageRequest::default();
        (index.search(&query, &page, &AnyName).unwrap(), query)
    };
    let mut clicks = 0;
    for text in [
        "",
        "failover",
        "stack:nginx",
        "kind:incident severity:3..",
        "restart OR retry",
        "mode:retry-storm -nginx",
        "period:2026 sector:retail",
    ] {
        let (answer, query) = results(text);
        for facet in answer.facets.iter() {
            // A selected field's values are alternatives: a click on another one starts from none.
            let own = query.filters().iter().filter(|f| f.field() == facet.field);
            let rest = own.fold(query.text().to_owned(), |rest, filter| {
                Query::parse(&rest, &AnyName).without(filter.field(), filter.value())
            });
            for value in &facet.values {
                let clicked = Query::parse(&rest, &AnyName).with(facet.field, &value.value);
                let total = results(&clicked).0.total;
                assert_eq!(total, value.count as usize, "{text} -> {clicked}");
                clicks += 1;
            }
        }
    }
    assert!(clicks > 100);
}

#[test]
fn a_selected_value_is_listed_even_if_nothing_has_it() {
    let results = search(&filled(), "sector:space kafka");
    assert_eq!(results.total, 0);
    assert_eq!(
        facet(&results, FacetField::Sector, "space"),
        Some((0, true))
    );
}

#[test]
fn values_are_ordered_and_labelled() {
    let results = search(&filled(), "");
    let values = |field| {
        let facet = results.facets.iter().find(|facet| facet.field == field);
        facet.unwrap().values.clone()
    };
    let severities = values(FacetField::Severity);
    let order: Vec<_> = severities.iter().map(|v| v.value.as_ref()).collect();
    assert_eq!(order, ["5", "4", "3", "2", "1"]);
    let years: Vec<_> = values(FacetField::Period).iter().map(|v| v.count).collect();
    assert_eq!(years, [13, 6]);
    let modes = values(FacetField::FailureMode);
    assert_eq!(
        (modes[0].label.as_ref(), modes[0].count),
        ("retry storm", 4)
    );
    assert!(modes.is_sorted_by_key(|value| std::cmp::Reverse(value.count)));
    let fields: Vec<_> = results.facets.iter().map(|facet| facet.field).collect();
    assert_eq!(fields, FacetField::ALL);
}

#[test]
fn counts_leave_out_removed_reports() {
    let index = filled();
    assert_eq!(
        facet(&search(&index, ""), FacetField::Technology, "kafka"),
        Some((1, false))
    );
    index.apply(vec![Change::Remove(id(7))], 21).unwrap();
    assert_eq!(
        facet(&search(&index, ""), FacetField::Technology, "kafka"),
        None
    );
    let kinds = facet(&search(&index, "stack:nginx"), FacetField::Kind, "incident");
    assert_eq!(kinds, Some((2, false)));
}
