//! Killed without warning: what was acknowledged is there afterwards.

use super::on_both_databases;
use super::steps;
use crate::common::database::Backend;
use crate::common::server::{Server, eventually};

on_both_databases!(
    nothing_acknowledged_is_lost,
    a_lost_index_comes_back,
    another_key_is_refused,
);

fn nothing_acknowledged_is_lost(backend: Backend) {
    let mut server = Server::start(backend, 2);
    let mut receipts = Vec::new();
    for _ in 0..5 {
        receipts.push(steps::send(&server.client()));
        server.kill_and_restart();
    }
    let visitor = server.client();
    for receipt in receipts {
        let status = visitor.post("/receipt", &[("receipt", &receipt)]);
        assert!(
            status.body.contains("waiting for an analyst"),
            "{}",
            status.body
        );
    }
}

fn a_lost_index_comes_back(backend: Backend) {
    let mut server = Server::start(backend, 2);
    steps::send(&server.client());
    let public = steps::publish(&server);
    server.stop();
    for entry in std::fs::read_dir(server.data().join("index")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "store") || path.ends_with("meta.json") {
            std::fs::write(path, b"not what was here").unwrap();
        }
    }
    server.start_again();
    let visitor = server.client();
    eventually("the index is built anew", || {
        visitor.get("/search?q=retries").body.contains(&public)
    });
}

fn another_key_is_refused(backend: Backend) {
    let mut server = Server::start(backend, 2);
    steps::send(&server.client());
    server.stop();
    std::fs::remove_file(server.data().join("keys").join("master.key")).unwrap();
    let output = server.run(&["user", "list"], "");
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("put that one back"), "{said}");
}
