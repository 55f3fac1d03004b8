//! Writing a report in a terminal, with an editor.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use super::steps::{analyst, queue};
use crate::common::database::Backend;
use crate::common::server::{Server, eventually};

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

/// Runs `candor submit` with an editor that says when it is open and waits for a file `go`.
fn begun(folder: &Path) -> Child {
    let editor = folder.join("editor.sh");
    let script = "cd \"$(dirname \"$0\")\"; echo raw >> \"$1\"; touch open; while [ ! -e go ]; do sleep 0.05; done; : > \"$1\"";
    std::fs::write(&editor, script).unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_candor"))
        .args(["submit", "--yes", "--to", "http://127.0.0.1:1"])
        .env_remove("VISUAL")
        .env("EDITOR", format!("sh {}", editor.display()))
        .env("XDG_RUNTIME_DIR", folder)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    eventually("the editor is open", || folder.join("open").exists());
    child
}

fn tell(child: &Child, signal: &str) {
    let told = Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status();
    assert!(told.unwrap().success());
}

fn drafts(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| name.starts_with("candor-draft-"))
        .count()
}

#[test]
fn a_draft_goes_when_the_program_is_told_to_stop() {
    for (signal, code) in [("-TERM", 143), ("-HUP", 129)] {
        let folder = tempfile::tempdir().unwrap();
        let mut child = begun(folder.path());
        assert_eq!(drafts(folder.path()), 1);
        tell(&child, signal);
        assert_eq!(child.wait().unwrap().code(), Some(code));
        assert_eq!(drafts(folder.path()), 0, "{signal}");
        std::fs::write(folder.path().join("go"), "").unwrap();
    }
}

#[test]
fn what_is_typed_to_an_editor_does_not_stop_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = begun(folder.path());
    tell(&child, "-INT");
    std::fs::write(folder.path().join("go"), "").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1), "nothing was written");
    assert_eq!(drafts(folder.path()), 0);
}

#[test]
fn a_draft_that_was_left_behind_goes_with_the_next_and_one_in_use_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut killed = begun(folder.path());
    tell(&killed, "-KILL");
    killed.wait().unwrap();
    assert_eq!(drafts(folder.path()), 1, "nothing could be done");
    std::fs::create_dir(folder.path().join("candor-draft-of-mine")).unwrap();
    std::fs::remove_file(folder.path().join("open")).unwrap();
    let mut first = begun(folder.path());
    std::fs::remove_file(folder.path().join("open")).unwrap();
    let mut second = begun(folder.path());
    assert_eq!(
        drafts(folder.path()),
        3,
        "two that are open, and one of another kind"
    );
    std::fs::write(folder.path().join("go"), "").unwrap();
    for child in [&mut first, &mut second] {
        child.wait().unwrap();
    }
    assert_eq!(drafts(folder.path()), 1);
}
