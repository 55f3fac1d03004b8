//! Go: `go.mod`, `go.sum`.

use crate::stack::components::Components;
use crate::stack::lines;
use crate::taxonomy::Ecosystem::Go;

pub(super) fn module(text: &str, into: &mut Components) {
    let mut block = String::new();
    for line in text.lines().map(str::trim) {
        let line = line.split("//").next().unwrap_or_default();
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else { continue };
        if first == ")" {
            block.clear();
        } else if line.trim_end().ends_with('(') {
            first.clone_into(&mut block);
        } else if block == "require" {
            into.package(Go, first);
        } else if first == "require"
            && let Some(path) = words.next()
        {
            into.package(Go, path);
        }
    }
}

pub(super) fn sum(text: &str, into: &mut Components) {
    for line in lines::without_comments(text) {
        if let Some(path) = line.split_whitespace().next() {
            into.package(Go, path);
        }
    }
}
