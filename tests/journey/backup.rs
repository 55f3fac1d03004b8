//! Backup, loss, restore; and moving from one database into the other.

use std::fs;
use std::path::{Path, PathBuf};

use super::on_both_databases;
use super::steps;
use crate::common::database::{Backend, PostgresDatabase};
use crate::common::server::{Server, eventually};

on_both_databases!(
    what_was_lost_comes_back,
    what_was_withdrawn_stays_withdrawn,
    nothing_is_restored_over_a_registry_or_without_its_key,
);

/// Runs a command that must succeed; gives what it printed.
fn done(server: &Server, arguments: &[&str]) -> String {
    let output = server.run(arguments, "");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn back_up(server: &Server, folder: &Path) -> PathBuf {
    let printed = done(server, &["backup", "--out", folder.to_str().unwrap()]);
    PathBuf::from(printed.trim())
}

/// Everything is gone but the files named here.
fn lose(server: &mut Server, kept: &[&str]) {
    server.stop();
    server.empty_postgres();
    for entry in fs::read_dir(server.data()).unwrap() {
        let entry = entry.unwrap();
        if kept.contains(&entry.file_name().to_str().unwrap()) {
            continue;
        }
        if entry.path().is_dir() {
            fs::remove_dir_all(entry.path()).unwrap();
        } else {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}

fn what_was_lost_comes_back(backend: Backend) {
    let mut server = Server::start(backend, 2);
    let backups = tempfile::tempdir().unwrap();
    let (folder, key) = (backups.path().join("b"), backups.path().join("key"));
    let visitor = server.client();
    let first = steps::send(&visitor);
    let public = steps::publish(&server);
    let second = steps::send(&visitor);
    fs::copy(server.data().join("keys/master.key"), &key).unwrap();
    let file = back_up(&server, &folder);
    lose(&mut server, &[]);

    let arguments = [
        "restore",
        file.to_str().unwrap(),
        "--key",
        key.to_str().unwrap(),
    ];
    let printed = done(&server, &arguments);
    assert!(
        printed.lines().any(|line| line.starts_with("pending\t2\t")),
        "{printed}"
    );
    server.start_again();
    let visitor = server.client();
    assert_eq!(visitor.get(&public).status, 200);
    eventually("the index is built from what came back", || {
        visitor.get("/search?q=retries").body.contains(&public)
    });
    for (receipt, says) in [(first, public.as_str()), (second, "waiting for an analyst")] {
        let page = visitor.post("/receipt", &[("receipt", &receipt)]).body;
        assert!(page.contains(says), "{page}");
    }
    // Numbers go on where they were: publishing works, and the index hears of it.
    let analyst = server.client();
    assert_eq!(analyst.get("/desk").status, 303, "nobody is signed in");
    steps::send(&visitor);
    let third = back_up(&server, &folder);
    assert!(third.exists() && third != file);
}

fn what_was_withdrawn_stays_withdrawn(backend: Backend) {
    let mut server = Server::start(backend, 2);
    let backups = tempfile::tempdir().unwrap();
    let visitor = server.client();
    let published = steps::send(&visitor);
    let public = steps::publish(&server);
    let waiting = steps::send(&visitor);
    let old = back_up(&server, backups.path());
    for receipt in [&published, &waiting] {
        visitor.post(
            "/receipt/withdraw",
            &[("receipt", receipt), ("confirm", "yes")],
        );
    }
    let list = server.data().join("withdrawn");
    eventually("the list outside the database has both", || {
        // A server looks once a minute; a backup does at once, beside itself.
        back_up(&server, backups.path());
        fs::read_to_string(backups.path().join("withdrawn"))
            .unwrap()
            .lines()
            .count()
            == 2
    });
    lose(&mut server, &["keys"]);
    done(&server, &["restore", old.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(&list).unwrap().lines().count(), 2);
    if backend_is_file(&server) {
        for name in ["candor.sqlite", "candor.sqlite-wal"] {
            let bytes = fs::read(server.data().join(name)).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            assert!(
                !text.contains("every request retried"),
                "{name} holds the text"
            );
        }
    }
    server.start_again();
    let visitor = server.client();
    assert_eq!(visitor.get(&public).status, 410);
    assert!(!visitor.get("/search?q=retries").body.contains(&public));
    for receipt in [&published, &waiting] {
        let page = visitor.post("/receipt", &[("receipt", receipt)]).body;
        assert!(page.contains("took this report back"), "{page}");
    }
}

#[test]
fn an_older_file_put_back_by_hand_is_caught_up_at_the_start() {
    let mut server = Server::start(Backend::Sqlite, 2);
    let receipt = steps::send(&server.client());
    let public = steps::publish(&server);
    server.stop();
    let names = ["candor.sqlite", "candor.sqlite-wal"].map(|name| server.data().join(name));
    let older = names.clone().map(|name| fs::read(name).unwrap());
    server.start_again();
    let fields = [("receipt", receipt.as_str()), ("confirm", "yes")];
    server.client().post("/receipt/withdraw", &fields);
    done(
        &server,
        &["backup", "--out", server.data().to_str().unwrap()],
    );
    server.stop();
    fs::remove_file(server.data().join("candor.sqlite-shm")).unwrap();
    for (name, bytes) in names.iter().zip(older) {
        fs::write(name, bytes).unwrap();
    }
    let output = server.run(&["doctor"], "");
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains("1 reports are on the list"), "{printed}");
    server.start_again();
    assert_eq!(server.client().get(&public).status, 410);
}

fn backend_is_file(server: &Server) -> bool {
    server.postgres_url().is_none()
}

fn nothing_is_restored_over_a_registry_or_without_its_key(backend: Backend) {
    let mut server = Server::start(backend, 2);
    let backups = tempfile::tempdir().unwrap();
    let receipt = steps::send(&server.client());
    let file = back_up(&server, backups.path());
    let file = file.to_str().unwrap();
    let refused = |server: &Server, arguments: &[&str], says: &str| {
        let output = server.run(arguments, "");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(says), "{said}");
    };
    refused(&server, &["restore", file], "holds a registry already");
    let page = server
        .client()
        .post("/receipt", &[("receipt", &receipt)])
        .body;
    assert!(page.contains("waiting for an analyst"));
    lose(&mut server, &[]);
    refused(
        &server,
        &["restore", file],
        "goes with a key that is not in it",
    );
    let other = server.data().join("keys/master.key");
    fs::create_dir_all(other.parent().unwrap()).unwrap();
    fs::write(&other, [7; 32]).unwrap();
    let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    fs::set_permissions(&other, private).unwrap();
    refused(
        &server,
        &["restore", file],
        "is not the one that goes with this backup",
    );
    let bytes = fs::read(file).unwrap();
    fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
    refused(&server, &["restore", file], "ends too early");
    refused(&server, &["restore", file, "--check"], "ends too early");
}

#[test]
fn a_key_is_in_a_backup_only_if_asked_for() {
    let mut server = Server::start(Backend::Sqlite, 2);
    let backups = tempfile::tempdir().unwrap();
    let receipt = steps::send(&server.client());
    let out = backups.path().to_str().unwrap();
    let printed = done(&server, &["backup", "--out", out, "--with-key"]);
    lose(&mut server, &[]);
    done(&server, &["restore", printed.trim()]);
    server.start_again();
    let page = server
        .client()
        .post("/receipt", &[("receipt", &receipt)])
        .body;
    assert!(page.contains("waiting for an analyst"));
}

#[test]
fn a_demo_moves_into_the_other_database_and_back() {
    let folder = tempfile::tempdir().unwrap();
    drop(candor::app::prepare(folder.path()).unwrap().app);
    let postgres = PostgresDatabase::create();
    let url = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    let moved = |from: &str, to: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_candor"))
            .args(["migrate", "--from", from, "--to", to])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        String::from_utf8(output.stdout).unwrap()
    };
    let there = moved(&url("candor.sqlite"), &postgres.url());
    let back = moved(&postgres.url(), &url("again.sqlite"));
    assert_eq!(there, back, "the same rows with the same checksums");
    for table in [
        "published",
        "pending",
        "digests",
        "messages",
        "alerts",
        "outbox",
    ] {
        let rows = there
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{table}\t")));
        assert!(
            rows.is_some_and(|rows| !rows.starts_with("0\t")),
            "{table}: {there}"
        );
    }
}
