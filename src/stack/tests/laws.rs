//! No input makes reading panic or run away, and what cannot be read says so.

use std::fs;

use proptest::prelude::*;

use super::manifest;
use crate::stack::{Format, Stack};

const NAMES: [&str; 14] = [
    "docker-compose.yml",
    "values.yaml",
    "main.tf",
    "package.json",
    "package-lock.json",
    "yarn.lock",
    "requirements.txt",
    "pyproject.toml",
    "go.mod",
    "pom.xml",
    "build.gradle",
    "Gemfile.lock",
    "Dockerfile",
    "bom.spdx",
];

fn read_all(name: Option<&str>, text: &str) {
    let mut stack = Stack::default();
    let read = stack.read(&manifest(name, text));
    if read.is_err() {
        assert!(stack.is_empty() && stack.components() == 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn nothing_makes_reading_panic(text in any::<String>(), name in 0..NAMES.len()) {
        read_all(NAMES.get(name).copied(), &text);
        read_all(None, &text);
    }

    #[test]
    fn nor_does_what_looks_like_a_manifest(
        text in "([a-z]{1,4}|[-:{}\\[\\]\"'<>/=#&*|!?,.@$%\\\\é€ ]|\\n|\\n  |\\n- |image: |FROM |require \\(|<<: \\*a|&a |\\[\\[package\\]\\]\\n|<project>|pkg:npm/|\\$\\{){0,60}",
        name in 0..NAMES.len(),
    ) {
        read_all(NAMES.get(name).copied(), &text);
        read_all(None, &text);
    }

    #[test]
    fn nor_does_a_manifest_cut_or_changed_anywhere(
        file in 0..super::fixtures::files().len(),
        cut in any::<prop::sample::Index>(),
        odd in "[\\PC\\n]{0,3}",
    ) {
        let file = super::fixtures::files()[file];
        let text = fs::read_to_string(format!("{}/{file}", super::fixtures::FOLDER)).unwrap();
        let letters: Vec<char> = text.chars().collect();
        let (before, after) = letters.split_at(cut.index(letters.len()));
        let before: String = before.iter().collect();
        let after: String = after.iter().collect();
        for changed in [before.clone(), format!("{before}{odd}{after}")] {
            read_all(Some(file), &changed);
            read_all(None, &changed);
        }
    }
}

#[test]
fn formats_have_names_of_their_own() {
    for (n, format) in Format::ALL.iter().enumerate() {
        for other in &Format::ALL[..n] {
            assert_ne!(format.as_str(), other.as_str());
            assert_ne!(format.label(), other.label());
        }
    }
}
