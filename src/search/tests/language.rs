//! What the query language understands, and what it says of the rest.

use super::super::Note;
use super::*;

#[test]
fn finds_what_was_meant() {
    let index = filled();
    let none: [usize; 0] = [];
    let cases: &[(&str, &[usize])] = &[
        // words: all of them, stemmed, without accents, in any case
        ("nginx failover", &[1]),
        ("FAILOVERS of Nginx", &[1]),
        ("cafe", &[20]),
        ("CAFÉ naive", &[20]),
        ("what happens with the licence server", &[19]),
        // phrases
        ("\"write-ahead logs\"", &[13]),
        ("\"retry budget\"", &[1, 10]),
        ("\"budget retry\"", &none),
        // operators
        ("kafka OR rabbitmq", &[7, 18]),
        ("certificate AND tills", &[20]),
        ("certificate -tills", &[3]),
        ("certificate NOT tills", &[3]),
        ("certificate (mesh OR tills)", &[3, 20]),
        ("certificate AND mesh OR kafka", &[3, 7]),
        ("-stack:nginx certificate", &[3]),
        ("retry -\"retry budget\"", &[5, 19]),
        ("backup -\"no such words\"", &[6]),
        ("-\"its own rate limit\" stack:nginx", &[1, 20]),
        ("failover -(redis AND \"retry storm\")", &[16]),
        // filters: or within a field, and across
        ("stack:kafka", &[7]),
        ("stack:nginx stack:redis", &[1, 5, 17, 20]),
        ("stack:nginx AND stack:redis", &[1]),
        ("stack:nginx mode:retry-storm", &[1]),
        ("(stack:kafka OR stack:nginx) kind:incident", &[1, 7, 20]),
        ("tech:kafka", &[7]),
        ("stack:PG kind:incident", &[2, 5]),
        ("stack:k8s", &[3, 4, 14]),
        ("mode:\"cache stampede\"", &[5]),
        ("trigger:expiry", &[3, 19]),
        ("factor:stale-runbook", &[16]),
        ("detected-by:colleague", &[6, 13]),
        ("helped:rollback", &[1, 4, 12]),
        ("helped:restart", &[11]),
        ("sector:energy", &[9]),
        ("size:medium kind:save", &[13]),
        ("kind:near-miss", &[6]),
        ("kind:\"Near miss\"", &[6]),
        ("severity:5", &[8]),
        ("severity:4..", &[1, 3, 8, 10, 14]),
        ("severity:..1", &[6, 17]),
        ("severity:4..4", &[1, 3, 10, 14]),
        ("period:2026-10", &[1, 5, 8]),
        ("period:2026-08", &[3, 6]),
        ("period:2025-Q4", &[4, 10, 11, 20]),
        ("period:2026-09..", &[1, 2, 3, 5, 8]),
        ("period:..2025-09", &[17, 18]),
        ("period:2025-08..2025-09", &[17, 18]),
        // prefixes, over words as they are written
        ("kubern*", &[3, 4, 14]),
        ("replicati*", &[13]),
        ("roll*", &[1, 4, 12, 18]),
        // words spelt almost so
        ("kubernets~", &[3, 4, 14]),
        ("kafak~ OR rabitmq~1", &[7, 18]),
        ("zzzzzz~", &none),
        // technologies as people write them
        ("c++", &[10]),
        ("\"C++ services\"", &[10]),
        ("c#", &[10]),
        (".net", &[11]),
        ("node.js", &[4]),
        ("503", &[1]),
        ("pg_dump", &[2]),
        ("kube-proxy", &[3]),
        // names of codes: the text of none of these says "k8s"
        ("k8s", &[3, 4, 14]),
        ("retry storm -nginx", &[5, 10, 19]),
        ("category:relational-db", &[2, 5, 6, 13, 16]),
        ("\"retry storm\"", &[1, 5, 10, 19]),
        // a bystander is found by its name in words, not as part of the stack
        ("stack:prometheus", &none),
    ];
    for (text, expected) in cases {
        assert_eq!(found(&index, text), *expected, "{text}");
    }
}

#[test]
fn everything_is_found_by_an_empty_query() {
    let index = filled();
    for text in ["", "   ", "()", "\"\"", "-", "*"] {
        assert_eq!(search(&index, text).total, 20, "{text:?}");
    }
}

#[test]
fn words_that_no_report_has_together_are_searched_one_by_one() {
    let index = filled();
    let results = search(&index, "kafka licence");
    assert!(results.relaxed);
    assert_eq!(found(&index, "kafka licence"), [7, 19]);
    assert!(!search(&index, "kafka consumers").relaxed);
    // Filters and exclusions stay strict.
    assert_eq!(found(&index, "kafka licence kind:incident -jitter"), [7]);
    // What was asked for with AND stays asked for.
    assert_eq!(search(&index, "kafka AND licence").total, 0);
}

#[test]
fn reports_with_some_of_the_words_fill_the_page_after_those_with_all() {
    let index = filled();
    let nearly = |text: &str, page: &PageRequest| -> Vec<usize> {
        let results = index.search(&query(text), page, &FewNames).unwrap();
        results.nearly.iter().map(|hit| number(hit.id)).collect()
    };
    let first = PageRequest::default();
    let results = search(&index, "nginx failover");
    assert_eq!((results.total, results.hits.len()), (1, 1));
    let close = nearly("nginx failover", &first);
    assert!(close.contains(&16) && close.contains(&20), "{close:?}");
    assert!(!close.contains(&1), "{close:?}");
    // As many as there is room for, and within the filters.
    let two = PageRequest { limit: 2, ..first };
    assert_eq!(nearly("nginx failover", &two).len(), 1);
    assert_eq!(nearly("nginx failover kind:near-miss", &first), [6; 0]);
    // Not where the order is another, nor for what was asked for strictly.
    let newest = PageRequest {
        sort: Sort::Newest,
        ..first
    };
    assert_eq!(nearly("nginx failover", &newest), [0; 0]);
    assert_eq!(nearly("nginx AND failover", &first), [0; 0]);
}

#[test]
fn what_makes_no_sense_is_noted_and_the_rest_is_searched() {
    let index = filled();
    let cases: &[(&str, Note, &[usize])] = &[
        ("\"retry budget", Note::UnbalancedQuote, &[1, 10]),
        ("(kafka", Note::UnbalancedParenthesis, &[7]),
        ("kafka) consumers", Note::UnbalancedParenthesis, &[7]),
        ("kafka AND", Note::LooseOperator, &[7]),
        ("OR kafka", Note::LooseOperator, &[7]),
        ("kafka NOT", Note::LooseOperator, &[7]),
        ("kafka AND AND consumers", Note::LooseOperator, &[7]),
        ("colour:kafka", Note::UnknownField("colour".into()), &[7]),
        ("kafka sector:", Note::NoValue(FacetField::Sector), &[7]),
        (
            "stack:rabbitmq",
            Note::UnknownValue {
                field: FacetField::Technology,
                value: "rabbitmq".into(),
            },
            &[18],
        ),
        (
            "kafka severity:9",
            Note::BadRange {
                field: FacetField::Severity,
                value: "9".into(),
            },
            &[7],
        ),
        (
            "kafka period:soon",
            Note::BadRange {
                field: FacetField::Period,
                value: "soon".into(),
            },
            &[7],
        ),
        ("kafka c*", Note::ShortPrefix("c".into()), &[]),
        (
            "kafka one two three four five six seven eight",
            Note::TooManyTerms { limit: 8 },
            &[],
        ),
    ];
    for (text, note, expected) in cases {
        let query = query(text);
        assert_eq!(query.notes(), std::slice::from_ref(note), "{text}");
        assert!(!note.to_string().is_empty());
        if !expected.is_empty() {
            assert_eq!(found(&index, text), *expected, "{text}");
        }
    }
    let long = query(&"kafka ".repeat(100));
    assert!(long.notes().contains(&Note::TooLong { limit: 256 }));
    assert!(long.text().chars().count() <= 256);
    assert_eq!(query("stack:nginx \"retry budget\" -c++").notes(), []);
}

#[test]
fn links_add_and_take_out_facets() {
    let cases = [
        ("", FacetField::Sector, "retail", "sector:retail"),
        ("kafka", FacetField::Sector, "retail", "sector:retail kafka"),
        (
            "a OR b",
            FacetField::Sector,
            "retail",
            "sector:retail (a OR b)",
        ),
        ("severity:3..", FacetField::Severity, "5", "severity:5"),
        (
            "sector:retail",
            FacetField::Sector,
            "retail",
            "sector:retail",
        ),
        (
            "\"open quote",
            FacetField::Sector,
            "retail",
            "sector:retail \"open quote\"",
        ),
    ];
    for (text, field, value, expected) in cases {
        assert_eq!(query(text).with(field, value), expected, "{text}");
    }
    let both = query("stack:PG timeouts stack:nginx sector:retail");
    assert_eq!(
        both.without(FacetField::Technology, "postgresql"),
        "timeouts stack:nginx sector:retail"
    );
    let selected: Vec<_> = both
        .filters()
        .iter()
        .map(|f| (f.field(), f.value()))
        .collect();
    assert_eq!(
        selected,
        [
            (FacetField::Technology, "postgresql"),
            (FacetField::Technology, "nginx"),
            (FacetField::Sector, "retail"),
        ]
    );
}
