//! What every format keeps, whatever a report holds.

use serde_json::Value;

use super::csv::cell;
use super::{
    Listing, OwnDigests, Place, Site, atom, bibtex, citation_file, csv_head, csv_row, json_feed,
    linked_registry, linked_report, opensearch, own_digests_atom, sitemap, sitemap_index,
};
use crate::anonymise::RedactedText;
use crate::report::{Coded, Coder, Confidence, PublicReport, Report, ReportId, TechnologyUse};

fn text(text: &str) -> RedactedText {
    RedactedText::from_store(text.to_owned())
}

fn site() -> Site {
    "https://candor.example".parse().unwrap()
}

fn coded(code: &str) -> Coded {
    Coded {
        code: code.parse().unwrap(),
        coder: Coder::Analyst,
        confidence: Confidence::High,
    }
}

fn report(title: &str, month: &str) -> PublicReport<RedactedText> {
    PublicReport {
        id: ReportId::random(),
        published: month.parse().unwrap(),
        revision: 0,
        sample: false,
        changes: Vec::new(),
        report: Report {
            title: text(title),
            synopsis: text("A <b>cache</b> & its \"clients\" fell over.\nAgain."),
            technologies: vec![TechnologyUse {
                slug: "c++".parse().unwrap(),
                version: None,
                role: None,
                problem: None,
                state: None,
            }],
            failure_modes: vec![coded("retry-storm"), coded("cascading-failure")],
            ..Report::default()
        },
    }
}

const HOSTILE: &str = "</title><script>alert(1)</script> ]]> {\\input} \u{b} =1+1";

fn listing<'a>(site: &'a Site, reports: &'a [PublicReport<RedactedText>]) -> Listing<'a> {
    Listing {
        site,
        query: "stack:nginx <&>\"",
        page: "/search?q=stack%3Anginx&sort=newest",
        itself: "/search.atom?q=stack%3Anginx&sort=newest",
        reports,
    }
}

/// Whether every tag that opens closes, in order, and nothing stands between that should not.
fn is_well_formed(xml: &str) -> bool {
    let mut open = Vec::new();
    let mut parts = xml.split('<');
    let before = parts.next().unwrap_or_default();
    for part in parts {
        let Some((tag, after)) = part.split_once('>') else {
            return false;
        };
        if after.contains('>') || after.chars().any(|c| c.is_control() && c != '\n') {
            return false;
        }
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match (
            tag.strip_prefix('/'),
            tag.ends_with('/') || tag.starts_with('?'),
        ) {
            (Some(closes), _) if open.pop() != Some(closes) => return false,
            (None, false) => open.push(name),
            _ => {}
        }
    }
    before.is_empty() && open.is_empty()
}

#[test]
fn feeds_and_maps_are_well_formed_whatever_a_report_says() {
    let site = site();
    let reports = [report(HOSTILE, "2026-09"), report("", "2026-11")];
    let feed = atom(&listing(&site, &reports));
    assert!(is_well_formed(&feed), "{feed}");
    assert!(!feed.contains("<script") && !feed.contains('\u{b}'));
    assert!(feed.contains("Report without a title"));
    let maps = ["/sitemap-1.xml?a&b".to_owned()];
    let place = Place {
        path: "/technologies/c%2B%2B".to_owned(),
        changed: "2026-11".parse().ok(),
    };
    let own = OwnDigests {
        about: "C++ & <Redis>",
        page: "/digests/own?stack=c%2B%2B&period=quarter",
        itself: "/digests/own/feed.atom?stack=c%2B%2B&period=quarter",
        issues: vec![(
            "2026-Q3".parse().unwrap(),
            "/digests/own?stack=c%2B%2B&period=2026-Q3".to_owned(),
            4,
        )],
    };
    for xml in [
        own_digests_atom(&own, &site),
        opensearch(&site),
        sitemap_index(&site, &maps),
        sitemap(&site, &[place]),
        atom(&listing(&site, &[])),
    ] {
        assert!(is_well_formed(&xml), "{xml}");
    }
    assert!(!is_well_formed("<a><b></a></b>") && !is_well_formed("<a>x > y</a>"));
}

#[test]
fn a_feed_tells_months_and_no_other_times() {
    let site = site();
    let reports = [report("One", "2026-09"), report("Two", "2026-11")];
    let listing = listing(&site, &reports);
    let feed = atom(&listing);
    let times: Vec<&str> = feed
        .split("T00:00:00Z")
        .filter_map(|before| before.get(before.len().checked_sub(10)?..))
        .filter(|date| date.starts_with("20"))
        .collect();
    assert_eq!(
        times,
        [
            "2026-11-01",
            "2026-09-01",
            "2026-09-01",
            "2026-11-01",
            "2026-11-01"
        ],
        "the newest month, then each entry's twice"
    );
    let feed: Value = serde_json::from_str(&json_feed(&listing).unwrap()).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["items"][0]["date_published"], "2026-09-01T00:00:00Z");
    assert_eq!(
        feed["items"][0]["url"],
        format!("https://candor.example/reports/{}", reports[0].id)
    );
    assert_eq!(feed["items"][0]["tags"][1], "Retry storm");
}

#[test]
fn no_cell_is_a_formula() {
    for (given, expected) in [
        ("=1+1", "\"'=1+1\""),
        ("+44", "\"'+44\""),
        ("-2", "\"'-2\""),
        ("@SUM(A1)", "\"'@SUM(A1)\""),
        ("\tx", "\"'\tx\""),
        ("\rx", "\"'\rx\""),
        ("＝1", "\"'＝1\""),
        ("a=b", "a=b"),
        ("say \"no\", please", "\"say \"\"no\"\", please\""),
        ("", ""),
    ] {
        assert_eq!(cell(given), expected, "{given:?}");
    }
    let row = csv_row(
        &report("=HYPERLINK(\"http://evil.example\")", "2026-09"),
        &site(),
    );
    assert!(
        row.contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\","),
        "{row}"
    );
    assert!(row.contains("\"retry-storm;cascading-failure\""), "{row}");
    assert_eq!(csv_head().matches(',').count(), 18);
    assert!(
        row.ends_with(",unknown,unknown\r\n") && row.matches('\n').count() == 1,
        "{row}"
    );
}

#[test]
fn a_citation_cannot_be_broken_by_a_title() {
    let report = report(HOSTILE, "2026-09");
    let entry = bibtex(&report, &site());
    let braces = |brace: char| entry.matches(brace).count();
    assert_eq!(braces('{'), braces('}'), "{entry}");
    assert!(entry.contains("(\\textbackslash{}input)"), "{entry}");
    assert!(entry.contains("year = {2026},\n  month = sep,"), "{entry}");
    let file = citation_file(&report, &site());
    assert!(file.starts_with("cff-version: 1.2.0\n"), "{file}");
    assert!(
        file.contains("title: \"</title><script>alert(1)</script> ]]> {\\\\input} =1+1\"\n"),
        "{file}"
    );
    assert!(file.contains("  year: 2026\n  month: 9\n"), "{file}");
    for line in file.lines() {
        assert!(line.matches('"').count() % 2 == 0, "{line}");
    }
}

#[test]
fn linked_data_leads_to_pages_of_this_site() {
    let mut report = report("One", "2026-09");
    let about = linked_report(&report, &site())["about"].clone();
    let mut other = report.report.failure_modes[0].clone();
    other.code = "other".parse().unwrap();
    report.report.failure_modes.push(other);
    let linked = linked_report(&report, &site());
    assert_eq!(linked["about"], about, "what is in no list has no page");
    assert_eq!(linked["@context"], "https://schema.org");
    assert_eq!(linked["datePublished"], "2026-09");
    assert_eq!(
        linked["about"][0]["url"],
        "https://candor.example/technologies/c%2B%2B"
    );
    assert_eq!(linked["about"][1]["termCode"], "retry-storm");
    let registry = linked_registry(&site(), &["candor-2026-W47.ndjson.gz".to_owned()]);
    assert_eq!(
        registry["@graph"][1]["distribution"][0]["contentUrl"],
        "https://candor.example/data/candor-2026-W47.ndjson.gz"
    );
}

#[test]
fn a_site_is_a_scheme_and_a_host() {
    for good in [
        "https://candor.example",
        "http://127.0.0.1:8080",
        "http://[::1]:80",
        "https://a.b/",
    ] {
        assert!(good.parse::<Site>().is_ok(), "{good}");
    }
    for bad in [
        "candor.example",
        "ftp://a",
        "https://",
        "https://a/b",
        "https://a\"b",
        "https://u@a",
        "https://a?x",
    ] {
        assert!(bad.parse::<Site>().is_err(), "{bad}");
    }
}

/// What RFC 4287 and JSON Feed 1.1 ask of every feed and every entry.
#[test]
fn feeds_of_digests_have_what_their_standards_require() {
    let issue = |period: &str| super::IssuedDigest {
        period: period.parse().unwrap(),
        issued: "2026-11".parse().unwrap(),
        reports: 3,
    };
    let issues = [issue("2026-10"), issue("2026-Q3")];
    let atom = super::digests_atom(&issues, &site());
    assert!(is_well_formed(&atom), "{atom}");
    let (head, entries) = atom.split_once("<entry>").unwrap();
    let entries: Vec<&str> = entries.split("<entry>").collect();
    assert_eq!(entries.len(), issues.len());
    assert!(head.contains("<author><name>"), "of all entries: {head}");
    assert!(head.contains("<link rel=\"self\""), "{head}");
    for part in std::iter::once(head).chain(entries) {
        for element in ["id", "title", "updated"] {
            let once = part.matches(&format!("<{element}>")).count();
            assert_eq!(once, 1, "{element}: {part}");
        }
        assert!(part.contains("<link rel=\"alternate\""), "{part}");
        let updated = part.split("<updated>").nth(1).unwrap();
        let moment: jiff::Timestamp = updated.split('<').next().unwrap().parse().unwrap();
        assert_eq!(moment.to_string(), "2026-11-01T00:00:00Z");
    }
    let json = super::digests_json_feed(&issues, &site()).unwrap();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert!(json["title"].is_string());
    let items = json["items"].as_array().unwrap();
    assert_eq!(items.len(), issues.len());
    let ids: std::collections::BTreeSet<_> = items.iter().map(|item| item["id"].as_str()).collect();
    assert_eq!(ids.len(), items.len(), "each its own");
    for item in items {
        assert!(
            item["id"].is_string() && item["content_text"].is_string(),
            "{item}"
        );
        let moment: Result<jiff::Timestamp, _> = item["date_published"].as_str().unwrap().parse();
        assert!(moment.is_ok(), "{item}");
    }
}

#[test]
fn a_new_version_of_a_guide_is_news() {
    let guide = |version| super::StandingGuide {
        slug: "redis".to_owned(),
        name: "Redis & more".to_owned(),
        version,
        month: "2026-11".parse().unwrap(),
        reports: 12,
    };
    let [first, second] = [1, 2].map(|version| super::guides_atom(&[guide(version)], &site()));
    assert!(is_well_formed(&first) && is_well_formed(&second), "{first}");
    let id = |feed: &str| {
        let entry = feed.split_once("<entry>").unwrap().1.to_owned();
        entry.split_once("</id>").unwrap().0.to_owned()
    };
    assert_ne!(id(&first), id(&second));
    let json = super::guides_json_feed(&[guide(2)], &site()).unwrap();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["items"][0]["title"], "Guide: Redis & more, version 2");
    let address = json["items"][0]["url"].as_str().unwrap();
    assert!(address.ends_with("/guides/redis"), "{address}");
}
