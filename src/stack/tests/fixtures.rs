//! A file of each format gives what it must: by its name, and by its content alone.

use std::collections::BTreeSet;
use std::fs;

use super::{manifest, slugs};
use crate::stack::{Format, Stack};

pub(super) const FOLDER: &str = "src/stack/tests/fixtures";

/// File, format, components that no technology is known for, technologies.
const EXPECTED: &str = include_str!("fixtures/expected.tsv");

fn expected() -> impl Iterator<Item = [&'static str; 4]> {
    EXPECTED.lines().map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap())
    })
}

pub(super) fn files() -> Vec<&'static str> {
    expected().map(|[file, ..]| file).collect()
}

#[test]
fn every_format_gives_what_its_file_names() {
    let mut wrong = Vec::new();
    for [file, format, unknown, technologies] in expected() {
        let text = fs::read_to_string(format!("{FOLDER}/{file}")).unwrap();
        // As a browser names a file, and not at all.
        for name in [Some(file), None] {
            let mut stack = Stack::default();
            let read = stack.read(&manifest(name, &text)).unwrap();
            let got = [
                file.to_owned(),
                read.as_str().to_owned(),
                stack.unknown().to_string(),
                slugs(&stack),
            ];
            if got != [file, format, unknown, technologies] {
                wrong.push(format!("{}\t(named: {})", got.join("\t"), name.is_some()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_format_has_a_file() {
    let covered: BTreeSet<&str> = expected().map(|[_, format, ..]| format).collect();
    for format in Format::ALL {
        assert!(covered.contains(format.as_str()), "{format:?}");
    }
}

#[test]
fn an_answer_repeats_no_name_that_only_the_file_has() {
    for [file, ..] in expected() {
        let text = fs::read_to_string(format!("{FOLDER}/{file}")).unwrap();
        let mut stack = Stack::default();
        stack.read(&manifest(Some(file), &text)).unwrap();
        let said = format!("{stack:?}").to_lowercase();
        assert!(
            !said.contains("heron") && !said.contains("left-pad"),
            "{file}: {said}"
        );
    }
}

#[test]
fn what_said_so_is_an_entry_of_the_taxonomy() {
    let mut stack = Stack::default();
    let text = r#"{"dependencies": {"ioredis": "5", "@aws-sdk/client-zzz": "3"}}"#;
    stack.read(&manifest(Some("package.json"), text)).unwrap();
    let said: Vec<String> = stack
        .uses()
        .map(|used| format!("{}: {:?}", used.slug, used.said_by))
        .collect();
    assert_eq!(
        said,
        [
            r#"aws: {"npm:@aws-sdk/*"}"#,
            r#"ioredis: {"npm:ioredis"}"#,
            r#"node-js: {"package.json"}"#,
        ]
    );
}
