//! What is refused, with words that say what to do.

use std::fmt::Write;

use super::manifest;
use crate::stack::{Format, Stack, Unreadable};

fn refused(name: Option<&str>, text: &str) -> Unreadable {
    Stack::default().read(&manifest(name, text)).unwrap_err()
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    assert_eq!(refused(None, " \n"), Unreadable::Empty);
    assert_eq!(refused(None, "PK\u{3}\u{4}\0\0"), Unreadable::NotText);
    assert_eq!(refused(None, "{\"colour\": 1}"), Unreadable::OtherJson);
    assert_eq!(refused(None, "<svg></svg>"), Unreadable::OtherXml);
    assert_eq!(
        refused(None, &"x".repeat(crate::stack::MAX_MANIFEST + 1)),
        Unreadable::TooLarge
    );
    let broken = Unreadable::broken(Format::PackageJson, 3);
    assert_eq!(
        refused(Some("package.json"), "{\n\"dependencies\": {\n oops"),
        broken
    );
    assert!(broken.to_string().contains("line 3"));
    assert_eq!(
        refused(Some("Cargo.toml"), "[package]\nname = \"a\"\n[[["),
        Unreadable::broken(Format::CargoToml, 3)
    );
    assert_eq!(
        refused(Some("compose.yaml"), "services:\n  a: [1\n  b: 2\n"),
        Unreadable::broken(Format::Compose, 3)
    );
    assert!(matches!(
        refused(Some("pom.xml"), "<project>\n<a></b>\n</project>"),
        Unreadable::Broken { line: 2, .. }
    ));
}

#[test]
fn bombs_are_refused() {
    let mut laughs = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for level in 1..9 {
        let before = format!("*a{}", level - 1);
        let ten = vec![before; 10].join(", ");
        let _ = writeln!(laughs, "a{level}: &a{level} [{ten}]");
    }
    assert_eq!(refused(Some("compose.yml"), &laughs), Unreadable::TooMany);
    let long = format!("- &a {}\n{}", "x".repeat(100_000), "- *a\n".repeat(20_000));
    assert_eq!(refused(Some("compose.yml"), &long), Unreadable::TooMany);
    let endless = "services: &a\n  b: *a\n";
    assert_eq!(refused(Some("compose.yml"), endless), Unreadable::TooMany);
    let deep = "[".repeat(10_000);
    for name in ["compose.yml", "package.json", "Cargo.toml"] {
        let text = if name == "Cargo.toml" {
            format!("a = {deep}")
        } else {
            deep.clone()
        };
        let refusal = refused(Some(name), &text);
        assert!(
            matches!(refusal, Unreadable::TooDeep | Unreadable::Broken { .. }),
            "{name}: {refusal}"
        );
    }
    assert_eq!(
        refused(None, &"<project>".repeat(1_000)),
        Unreadable::TooDeep
    );
    let indented: Vec<String> = (0..500).map(|n| format!("{}a:", " ".repeat(n))).collect();
    let indented = indented.join("\n");
    assert_eq!(refused(Some("compose.yml"), &indented), Unreadable::TooDeep);
}

#[test]
fn no_refusal_repeats_what_was_handed_in() {
    let canary = "quorxwell-7f3a";
    for (name, text) in [
        ("package.json", format!("{{\"{canary}\": {canary}}}")),
        (
            "compose.yml",
            format!("services: [{canary}\n{canary}: {canary}: {canary}"),
        ),
        ("Cargo.toml", format!("[{canary}\n{canary} = {canary}")),
        ("pom.xml", format!("<{canary}><x></{canary}></x>")),
    ] {
        let refusal = refused(Some(name), &text);
        assert!(
            !format!("{refusal} {refusal:?}").contains(canary),
            "{name}: {refusal}"
        );
    }
}
