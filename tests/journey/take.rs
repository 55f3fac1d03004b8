//! What programs take along, and what is left of it once a report is withdrawn.

use std::io::Read;
use std::path::Path;

use diesel::prelude::*;
use flate2::read::GzDecoder;
use serde_json::Value;

use super::on_both_databases;
use super::steps;
use crate::common::database::Backend;
use crate::common::server::{Server, eventually};

on_both_databases!(
    every_query_and_every_report_can_be_taken_along,
    search_engines_and_browsers_find_their_way,
    the_whole_corpus_can_be_taken_and_forgets_what_is_withdrawn,
    what_the_api_answers_is_what_it_says_of_itself,
    who_writes_learns_of_others,
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
    let (head, body) = (visitor.head(&public), visitor.get(&public));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("etag"), body.header("etag"));
    assert_eq!(head.header("content-length"), body.header("content-length"));

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

fn the_whole_corpus_can_be_taken_and_forgets_what_is_withdrawn(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    assert_eq!(visitor.get("/data/corpus.json").status, 404, "nothing yet");
    let receipt = steps::send(&visitor);
    let public = steps::publish(&server);
    let id = public.rsplit('/').next().unwrap();
    eventually("there is something to download", || {
        visitor.get("/data/corpus.json").status == 200
    });

    let told = visitor.get("/data/corpus.json").json();
    assert_eq!(told["reports"], 1, "{told}");
    assert_eq!(
        told.get("head"),
        None,
        "how often something was taken back is not told"
    );
    let page = visitor.get("/data").body;
    let linked = visitor.get("/data.jsonld").json();
    assert_eq!(
        linked["@graph"][1]["distribution"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let sums = visitor.get("/data/SHA256SUMS").body;
    let folder = tempfile::tempdir().unwrap();
    let mut unpacked = Vec::new();
    for file in told["files"].as_array().unwrap() {
        let (name, sum) = (
            file["name"].as_str().unwrap(),
            file["sha256"].as_str().unwrap(),
        );
        assert!(page.contains(name) && page.contains(sum), "{page}");
        assert!(sums.contains(&format!("{sum}  {name}\n")), "{sums}");
        let (status, bytes) = visitor.bytes(&format!("/data/{name}"));
        assert_eq!(
            (status, bytes.len() as u64),
            (200, file["bytes"].as_u64().unwrap())
        );
        assert_eq!(candor::auth::sha256(bytes.as_slice()).unwrap(), sum);
        let mut plain = Vec::new();
        GzDecoder::new(bytes.as_slice())
            .read_to_end(&mut plain)
            .unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, plain).unwrap();
        unpacked.push(path);
    }
    let out = tempfile::tempdir().unwrap();
    let written = server.run(&["export", "--out", out.path().to_str().unwrap()], "");
    let written = String::from_utf8(written.stdout).unwrap();
    for line in written.lines() {
        assert!(out.path().join(&line[66..]).exists(), "{line}");
    }
    assert_eq!(written.lines().count(), 2, "{written}");
    // A file that was taken away, or cut off, is made again.
    for line in written.lines() {
        std::fs::write(out.path().join(&line[66..]), "cut off").unwrap();
        server.run(&["export", "--out", out.path().to_str().unwrap()], "");
        let made = std::fs::read(out.path().join(&line[66..])).unwrap();
        assert_eq!(candor::auth::hex(&candor::auth::digest(&made)), &line[..64]);
    }

    let whole = visitor.get(&format!("/api/v1/reports/{id}")).json();
    let lines = std::fs::read_to_string(&unpacked[0]).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&lines).unwrap(), whole);
    reads_as_the_dictionary_says(&unpacked[1], &whole, &visitor.get("/data/dictionary").body);
    assert_eq!(
        visitor.get("/data/candor-..%2Fkeys%2Fmaster.key.gz").status,
        404
    );

    visitor.post(
        "/receipt/withdraw",
        &[("receipt", &receipt), ("confirm", "yes")],
    );
    assert_eq!(visitor.get("/data/corpus.json").status, 404, "at once");
    for file in told["files"].as_array().unwrap() {
        let name = file["name"].as_str().unwrap();
        assert_eq!(visitor.get(&format!("/data/{name}")).status, 404, "{name}");
        eventually("the files leave the disk", || {
            !server.data().join("corpus").join(name).exists()
        });
    }
}

#[derive(QueryableByName)]
struct Cell {
    #[diesel(sql_type = diesel::sql_types::Text)]
    value: String,
}

fn reads_as_the_dictionary_says(file: &Path, whole: &Value, dictionary: &str) {
    let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    let mut ask = |query: &str| -> Vec<String> {
        let cells: Vec<Cell> = diesel::sql_query(query).load(&mut conn).unwrap();
        cells.into_iter().map(|cell| cell.value).collect()
    };
    let body = ask("SELECT body AS value FROM reports").concat();
    assert_eq!(&serde_json::from_str::<Value>(&body).unwrap(), whole);
    let with_nginx = "SELECT r.title AS value FROM reports r JOIN technologies t ON t.report = r.id \
                      JOIN codes c ON c.report = r.id WHERE t.slug = 'nginx' AND c.code = 'retry-storm'";
    assert_eq!(ask(with_nginx), [whole["title"].as_str().unwrap()]);
    for table in ask("SELECT name AS value FROM sqlite_master WHERE type = 'table'") {
        for column in ask(&format!(
            "SELECT name AS value FROM pragma_table_info('{table}')"
        )) {
            assert!(
                dictionary.contains(&format!("<code>{column}</code>")),
                "{table}.{column}"
            );
        }
    }
}

fn what_the_api_answers_is_what_it_says_of_itself(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let described = visitor.get("/api/v1/openapi.json").json();
    let follows = |name: &str, answer: &Value| {
        let mut schema = described["components"]["schemas"][name].clone();
        schema["components"] = described["components"].clone();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(answer)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}\n{answer}");
    };
    let text =
        serde_json::json!({ "text": "Ada restarted pg-heron-2 at 11:42 with password=hunter22." });
    follows(
        "AnonymiseAnswer",
        &visitor.post_json("/api/v1/anonymise", &text).json(),
    );
    follows(
        "Problem",
        &visitor
            .post_json("/api/v1/anonymise", &serde_json::json!({}))
            .json(),
    );
    let receipt = steps::send(&visitor);
    let held = serde_json::json!({ "receipt": receipt });
    follows(
        "Standing",
        &visitor.post_json("/api/v1/receipt", &held).json(),
    );
    let public = steps::publish(&server);
    follows(
        "Standing",
        &visitor.post_json("/api/v1/receipt", &held).json(),
    );
    follows(
        "PublicReport",
        &visitor.get(&format!("/api/v1{public}")).json(),
    );
    follows(
        "SearchAnswer",
        &visitor.get("/api/v1/search?q=stack:nginx+retrys").json(),
    );
    let stack = serde_json::json!({ "files": [{ "text": "nginx\nredis\n" }] });
    follows(
        "StackAnswer",
        &visitor.post_json("/api/v1/stack", &stack).json(),
    );

    let page = visitor.get("/api").body;
    for (path, calls) in described["paths"].as_object().unwrap() {
        for method in calls.as_object().unwrap().keys() {
            let heading = format!("{} {path}", method.to_uppercase());
            assert!(page.contains(&heading), "{heading}");
        }
    }
    assert!(
        page.contains(&format!("curl -s &#39;{}/api/v1/search?", server.base())),
        "{page}"
    );
}

fn who_writes_learns_of_others(backend: Backend) {
    let server = Server::start(backend, 2);
    let visitor = server.client();
    let write_up = [("text", steps::WRITE_UP), ("declared", "Zephyrbank")];
    let look = || visitor.post("/report/preview", &write_up).body;
    assert!(!look().contains("You are not the first"));
    steps::send(&visitor);
    let public = steps::publish(&server);
    let page = look();
    assert!(page.contains("You are not the first"), "{page}");
    assert!(page.contains("One public report is like this."), "{page}");
    assert!(
        page.contains(&format!("href=\"{public}\" target=\"_blank\"")),
        "{page}"
    );
    let other = [(
        "text",
        "# Lift stuck\n\nThe lift stopped between floors and the bell did not ring.",
    )];
    assert!(
        !visitor
            .post("/report/preview", &other)
            .body
            .contains("You are not the first")
    );
}
