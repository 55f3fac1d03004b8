//! What programs take along, and what is left of it once a report is withdrawn.

use super::on_both_databases;
use super::steps;
use crate::common::database::Backend;
use crate::common::server::{Server, eventually};

on_both_databases!(
    every_query_and_every_report_can_be_taken_along,
    search_engines_and_browsers_find_their_way,
);

fn every_query_and_every_report_can_be_taken_along(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let receipt = steps::send(&visitor);
    let public = steps::publish(&server);
    let id = public.rsplit('/').next().unwrap();
    let query = "?q=stack%3Anginx+retries";

    let page = visitor.get(&format!("/search{query}")).body;
    let lists = [
        ("/search.atom", "application/atom+xml; charset=utf-8"),
        ("/search.json", "application/feed+json"),
        ("/search.csv", "text/csv; charset=utf-8; header=present"),
        ("/search.ndjson", "application/x-ndjson"),
    ];
    for (path, kind) in lists {
        assert!(
            page.contains(&format!("href=\"{path}{query}\"").replace(' ', "+")),
            "{path}"
        );
        let answer = visitor.get(&format!("{path}{query}"));
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some(kind))
        );
        assert!(answer.body.contains(id), "{path}: {}", answer.body);
        let none = visitor.get(&format!("{path}?q=stack%3Ahaskell"));
        assert!(
            none.status == 200 && !none.body.contains(id),
            "{path}: {}",
            none.body
        );
    }
    let whole = visitor.get(&format!("/api/v1/reports/{id}")).json();
    let line = visitor.get(&format!("/search.ndjson{query}")).json();
    assert_eq!(line, whole, "a line is the whole report");
    let rows = visitor.get(&format!("/search.csv{query}")).body;
    assert_eq!(rows.lines().count(), 2, "{rows}");
    let feed = visitor.get(&format!("/search.atom{query}")).body;
    assert!(
        feed.contains(&format!("{}{public}", server.base())),
        "{feed}"
    );

    let forms = [
        ("bib", "@techreport{candor-"),
        ("cff", "cff-version: 1.2.0"),
        ("jsonld", "https://schema.org"),
        ("md", "# "),
        ("json", "\"id\""),
    ];
    for (form, beginning) in forms {
        let answer = visitor.get(&format!("{public}.{form}"));
        assert_eq!(answer.status, 200, "{form}");
        assert!(answer.body.contains(beginning), "{form}: {}", answer.body);
    }

    visitor.post(
        "/receipt/withdraw",
        &[("receipt", &receipt), ("confirm", "yes")],
    );
    for (form, _) in forms {
        assert_eq!(
            visitor.get(&format!("{public}.{form}")).status,
            410,
            "{form}"
        );
    }
    eventually("the index forgets a withdrawn report", || {
        visitor.get("/api/v1/search?q=").json()["total"] == 0
    });
    for (path, _) in lists {
        let answer = visitor.get(&format!("{path}?q="));
        assert!(!answer.body.contains(id), "{path}: {}", answer.body);
    }
}

fn search_engines_and_browsers_find_their_way(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    steps::send(&visitor);
    let public = steps::publish(&server);
    let robots = visitor.get("/robots.txt").body;
    assert!(
        robots.contains(&format!("Sitemap: {}/sitemap.xml", server.base())),
        "{robots}"
    );
    let refused = robots
        .lines()
        .filter_map(|line| line.strip_prefix("Disallow: "));
    for path in refused {
        assert!(
            path.ends_with('$') || !public.starts_with(path),
            "{path} would hide {public}"
        );
    }
    let mut maps = vec!["/sitemap.xml".to_owned()];
    let mut pages = Vec::new();
    while let Some(map) = maps.pop() {
        let answer = visitor.get(&map);
        assert_eq!(answer.status, 200, "{map}");
        for address in answer.body.split("<loc>").skip(1) {
            let address = address.split("</loc>").next().unwrap();
            let path = address.strip_prefix(server.base()).unwrap().to_owned();
            if answer.body.contains("<sitemapindex") {
                maps.push(path);
            } else {
                pages.push(path);
            }
        }
    }
    assert!(pages.contains(&public) && pages.contains(&"/technologies/nginx".to_owned()));
    for page in pages {
        assert_eq!(visitor.get(&page).status, 200, "{page}");
    }
    assert_eq!(visitor.get("/sitemap-reports-2.xml").status, 404);
    assert_eq!(visitor.get("/sitemap-reports-0.xml").status, 404);

    assert!(visitor.get("/").body.contains("href=\"/opensearch.xml\""));
    let search = visitor.get("/opensearch.xml").body;
    assert!(
        search.contains(&format!("{}/search?q={{searchTerms}}", server.base())),
        "{search}"
    );
}
