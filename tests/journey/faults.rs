//! What breaks around Candor: it says so, loses nothing that it acknowledged, and goes on.

use std::fs::{self, OpenOptions};
use std::process::Output;

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};

use super::steps;
use crate::common::database::Backend;
use crate::common::server::{Server, eventually};

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn waits(server: &Server, receipt: &str) -> bool {
    let page = server.client().post("/receipt", &[("receipt", receipt)]);
    assert!(page.status < 500, "{}", page.body);
    page.body.contains("waiting for an analyst")
}

#[test]
fn a_server_whose_database_went_away_says_so_and_comes_back() {
    let server = Server::start(Backend::Postgres, 2);
    let receipt = steps::send(&server.client());
    server.shut_postgres(true);
    for path in ["/", "/search?q=nginx"] {
        let page = server.client().get(path);
        if page.status != 200 {
            assert_eq!(page.status, 503, "{path}: {}", page.body);
            assert!(page.body.contains("<h1"), "a page, in words: {}", page.body);
            super::headers::assert_exact(path, &page);
            for told in ["journey_", "psql", "postgres", "diesel"] {
                assert!(!page.body.contains(told), "{path} tells {told}");
            }
        }
    }
    let body = serde_json::json!({ "text": steps::WRITE_UP });
    let answer = server.client().post_json("/api/v1/reports", &body);
    assert_eq!(answer.status, 503, "{}", answer.body);
    assert!(!answer.body.contains("receipt\""));
    assert_eq!(server.client().get("/healthz").status, 200);
    assert_eq!(server.client().get("/readyz").status, 503);
    server.shut_postgres(false);
    eventually("it is ready again by itself", || {
        server.client().get("/readyz").status == 200
    });
    assert!(waits(&server, &receipt));
    assert!(!server.log().contains("Zephyrbank"));
}

#[test]
fn a_locked_database_keeps_reports_out_and_readers_in() {
    let server = Server::start(Backend::Sqlite, 2);
    let receipt = steps::send(&server.client());
    let path = server.data().join("candor.sqlite");
    let mut other = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    let body = serde_json::json!({ "text": steps::WRITE_UP });
    let answer = server.client().post_json("/api/v1/reports", &body);
    assert_eq!(answer.status, 503, "{}", answer.body);
    assert_eq!(server.client().get("/").status, 200);
    assert!(waits(&server, &receipt));
    other.batch_execute("ROLLBACK").unwrap();
    steps::send(&server.client());
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let mut server = Server::start(Backend::Sqlite, 2);
    let mut receipts = vec![steps::send(&server.client())];
    server.stop();
    // No file of this process may grow beyond a megabyte: the log of the database does so first.
    server.start_again_with_files_up_to_kib(1024);
    let visitor = server.client();
    let body = serde_json::json!({ "text": steps::WRITE_UP, "declared": ["Zephyrbank"] });
    let mut refused = 0;
    for _ in 0..200 {
        let answer = visitor.post_json("/api/v1/reports", &body);
        if answer.status == 201 {
            receipts.push(answer.json()["receipt"].as_str().unwrap().to_owned());
            continue;
        }
        assert_eq!(answer.status, 503, "{}", answer.body);
        refused += 1;
        if refused == 5 {
            break;
        }
    }
    assert_eq!(refused, 5, "{} were kept", receipts.len());
    assert_eq!(visitor.get("/").status, 200, "readers are not troubled");
    assert!(!server.log().contains("Zephyrbank") && !server.log().contains("Wilhelmina"));
    server.stop();
    server.start_again();
    for receipt in &receipts {
        assert!(waits(&server, receipt), "an acknowledged report is lost");
    }
    steps::send(&server.client());
}

#[test]
fn a_log_that_was_cut_short_loses_its_end_and_nothing_before() {
    let mut server = Server::start(Backend::Sqlite, 2);
    let receipts: Vec<String> = (0..6).map(|_| steps::send(&server.client())).collect();
    server.stop();
    let log = server.data().join("candor.sqlite-wal");
    let length = fs::metadata(&log).unwrap().len();
    assert!(length > 10_000, "the log holds what came in last");
    let file = OpenOptions::new().write(true).open(&log).unwrap();
    file.set_len(length - 5_000).unwrap();
    server.start_again();
    let kept: Vec<bool> = receipts
        .iter()
        .map(|receipt| waits(&server, receipt))
        .collect();
    let first_lost = kept.iter().position(|kept| !kept).unwrap_or(kept.len());
    assert!(kept[first_lost..].iter().all(|kept| !kept), "{kept:?}");
    assert!(first_lost >= 5, "only the end is lost: {kept:?}");
    let again = steps::send(&server.client());
    assert!(waits(&server, &again));
}

#[test]
fn a_second_server_on_the_same_folder_is_told_to_wait() {
    let server = Server::start(Backend::Sqlite, 2);
    let output = server.run(&["serve", "--listen", "127.0.0.1:0"], "");
    assert_eq!(output.status.code(), Some(3));
    assert!(
        said(&output).contains("in use by another Candor process"),
        "{}",
        said(&output)
    );
}

#[test]
fn many_processes_write_into_one_file_beside_a_server() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    for number in 0..5 {
        let file = folder.path().join(format!("{number}.md"));
        fs::write(
            file,
            format!("# Outage {number}\n\nnginx lost redis, and then came back.\n"),
        )
        .unwrap();
    }
    let mut importing = Vec::new();
    for _ in 0..3 {
        importing.push(
            server
                .command(&["import", folder.path().to_str().unwrap()])
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap(),
        );
    }
    let mut receipts: Vec<String> = (0..5).map(|_| steps::send(&server.client())).collect();
    for child in importing {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        let printed = String::from_utf8(output.stdout).unwrap();
        receipts.extend(
            printed
                .lines()
                .filter_map(|line| Some(line.split_once("receipt ")?.1.to_owned())),
        );
    }
    assert_eq!(receipts.len(), 20);
    for receipt in &receipts {
        assert!(waits(&server, receipt));
    }
}
