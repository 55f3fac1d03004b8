//! How commands end: what a script learns from them.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::common::database::Backend;
use crate::common::server::Server;

fn candor(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candor"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn what_is_said_of_several_files_says_of_which() {
    let folder = tempfile::tempdir().unwrap();
    let files = ["one", "two"].map(|name| {
        let within = folder.path().join(name);
        fs::create_dir(&within).unwrap();
        let file = within.join("report.md");
        fs::write(&file, "redis was down because of human error\n").unwrap();
        file
    });
    let files = files.each_ref().map(|file| text(file));
    for command in ["tag", "lint"] {
        let output = candor(&[&[command], files.as_slice()].concat());
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        for file in files {
            assert!(told.contains(&format!("{file}:")), "{told}");
        }
    }
    let alone = candor(&["tag", files[0]]);
    assert!(alone.stdout.starts_with(b"Technologies"));
}

#[test]
fn a_reader_that_goes_away_ends_a_command_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_candor"))
        .args(["dev", "generate", "--reports", "400"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(said(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_import_names_what_is_no_text_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.md"), [0xff, 0xfe, 0x00]).unwrap();
    fs::write(path("b.md"), "# Checkout down\n\nnginx lost redis.\n").unwrap();
    symlink(folder.path(), path("round")).unwrap();
    symlink(path("nowhere.md"), path("c.md")).unwrap();
    let output = candor(&[
        "import",
        "--check",
        "--format",
        "jsonl",
        text(folder.path()),
    ]);
    let printed = String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert_eq!(printed.matches("Checkout down").count(), 1, "{printed}");
    let all = printed + &said(&output);
    for named in ["a.md", "c.md", "not text in UTF-8"] {
        assert!(all.contains(named), "{named}: {all}");
    }
}

#[test]
fn an_id_that_is_no_string_is_refused_by_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.jsonl");
    fs::write(
        &file,
        "{\"id\": \"one\", \"text\": \"# A\\n\\nb\"}\n{\"id\": 2, \"text\": \"x\"}\n",
    )
    .unwrap();
    let output = candor(&["import", "--check", text(&file)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("line 2: \"id\" must be a string"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_draft_is_private_also_where_a_file_was() {
    let folder = tempfile::tempdir().unwrap();
    let (draft, report) = (folder.path().join("draft.json"), folder.path().join("r.md"));
    fs::write(&report, "# Checkout down\n\nnginx lost redis.\n").unwrap();
    fs::write(&draft, "older").unwrap();
    fs::set_permissions(&draft, fs::Permissions::from_mode(0o644)).unwrap();
    let to = "http://127.0.0.1:1";
    let output = candor(&[
        "submit",
        text(&report),
        "--to",
        to,
        "--yes",
        "--draft",
        text(&draft),
    ]);
    assert_eq!(output.status.code(), Some(3));
    let mode = fs::metadata(&draft).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_registry_that_fails_is_told_from_one_that_refuses() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("r.md");
    fs::write(&report, "# Checkout down\n\nnginx lost redis.\n").unwrap();
    for (status, code) in [
        ("503 Service Unavailable", 3),
        ("422 Unprocessable Content", 1),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let to = format!("http://{}", listener.local_addr().unwrap());
        let answering = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut head = [0; 4096];
            let _ = stream.read(&mut head).unwrap();
            let body = "{\"title\":\"Not now\",\"detail\":\"Try again.\"}";
            write!(
                stream,
                "HTTP/1.1 {status}\r\ncontent-type: application/problem+json\r\n\
                 content-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            )
            .unwrap();
        });
        let output = candor(&["submit", text(&report), "--to", &to, "--yes"]);
        answering.join().unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        assert!(said(&output).contains("not kept: Not now. Try again."));
    }
}

#[test]
fn a_demo_never_moves_into_a_registry() {
    let server = Server::start(Backend::Sqlite, 2);
    server.add_analyst("ada", "a long enough password");
    let before = server.run(&["user", "list"], "").stdout;
    let output = candor(&[
        "demo",
        "--data",
        text(server.data()),
        "--listen",
        "127.0.0.1:0",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("holds a registry that is no demo"),
        "{}",
        said(&output)
    );
    assert_eq!(server.run(&["user", "list"], "").stdout, before);
}

#[test]
fn a_doctor_looks_beside_a_server_that_runs_and_makes_nothing() {
    let server = Server::start(Backend::Sqlite, 2);
    fs::set_permissions(server.data(), fs::Permissions::from_mode(0o700)).unwrap();
    let output = server.run(&["doctor"], "");
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{printed}");
    assert!(
        printed.lines().all(|line| line.starts_with("ok ")),
        "{printed}"
    );
    let nothing = server.data().join("nothing");
    let output = candor(&["doctor", "--data", text(&nothing)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!nothing.exists());
}
