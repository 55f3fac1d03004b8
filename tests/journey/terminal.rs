//! Writing a report in a terminal, with an editor.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::steps::{analyst, queue};
use crate::common::database::Backend;
use crate::common::server::Server;

/// Runs `candor submit` without a file; `script` is the editor and finds the file as its argument.
fn submit(server: &Server, folder: &Path, script: &str, more: &[&str]) -> Output {
    let editor = folder.join("editor.sh");
    std::fs::write(&editor, script).unwrap();
    Command::new(env!("CARGO_BIN_EXE_candor"))
        .args(["submit", "--to", server.base(), "--declare", "Zephyrbank"])
        .args(more)
        .env_remove("VISUAL")
        .env("EDITOR", format!("sh {}", editor.display()))
        .env("XDG_RUNTIME_DIR", folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

const WRITES: &str = r#"
stat -c %a "$1" > "$(dirname "$0")/mode"
stat -c %a "$(dirname "$1")" >> "$(dirname "$0")/mode"
cp "$1" "$(dirname "$0")/template"
printf '# Checkout down\n\n## Summary\n\nnginx lost redis at Zephyrbank.\n\n## What surprised us\n\nThat Wilhelmina Okonkwo was called.\n' > "$1"
touch "$1~"
"#;

#[test]
fn a_draft_is_written_in_an_editor_and_nothing_of_it_stays() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    let sent = submit(
        &server,
        folder.path(),
        WRITES,
        &["--yes", "--kind", "near-miss"],
    );
    let said = String::from_utf8_lossy(&sent.stderr);
    assert!(sent.status.success(), "{said}");
    let receipt = String::from_utf8(sent.stdout).unwrap();
    assert_eq!(receipt.trim().replace('-', "").len(), 28);
    let mode = std::fs::read_to_string(folder.path().join("mode")).unwrap();
    assert_eq!(mode, "600\n700\n", "nobody else may read it");
    let template = std::fs::read_to_string(folder.path().join("template")).unwrap();
    assert!(template.contains("What nearly happened") && template.contains("## What surprised us"));
    let mut left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(
        left,
        ["editor.sh", "mode", "template"],
        "the raw text is gone"
    );
    let first = analyst(&server, "first");
    let page = first.get(&queue(&first).pop().unwrap()).body;
    assert!(page.contains("What surprised us") && page.contains("Near miss"));
    assert!(!page.contains("Zephyrbank") && !page.contains("Wilhelmina"));
}

#[test]
fn what_is_not_sent_is_kept_only_where_the_reporter_says() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.json");
    let to = [
        "--to",
        "http://127.0.0.1:1",
        "--yes",
        "--draft",
        draft.to_str().unwrap(),
    ];
    let run = |more: &[&str]| {
        let file = folder.path().join("report.md");
        std::fs::write(&file, "# Checkout down\n\nZephyrbank lost redis.\n").unwrap();
        Command::new(env!("CARGO_BIN_EXE_candor"))
            .args(["submit", "--declare", "Zephyrbank"])
            .arg(file)
            .args(more)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    };
    assert_eq!(run(&to[..3]).status.code(), Some(3));
    assert!(!draft.exists());
    assert_eq!(run(&to).status.code(), Some(3));
    let saved = std::fs::read_to_string(&draft).unwrap();
    assert!(saved.contains("Checkout down") && !saved.contains("Zephyrbank"));
    let sent = Command::new(env!("CARGO_BIN_EXE_candor"))
        .args(["submit", "--yes", "--to", server.base()])
        .arg(&draft)
        .output()
        .unwrap();
    assert!(
        sent.status.success(),
        "{}",
        String::from_utf8_lossy(&sent.stderr)
    );
}

#[test]
fn an_editor_that_writes_nothing_sends_nothing() {
    let server = Server::start(Backend::Sqlite, 2);
    let folder = tempfile::tempdir().unwrap();
    for (script, code) in [
        ("true", 1),
        ("false", 1),
        (": > \"$1\"", 1),
        ("printf '\\377' > \"$1\"", 2),
    ] {
        let output = submit(&server, folder.path(), script, &["--yes"]);
        assert_eq!(output.status.code(), Some(code), "{script}");
        assert!(output.stdout.is_empty());
    }
    assert!(queue(&analyst(&server, "first")).is_empty());
}
