//! Rust: `Cargo.toml`, `Cargo.lock`.

use serde_json::{Map, Value};

use super::tree;
use crate::stack::components::Components;
use crate::taxonomy::Ecosystem::Crates;

const KINDS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

pub(super) fn manifest(value: &Value, into: &mut Components) {
    let targets = tree::object(value, &["target"]);
    let workspace = value.get("workspace");
    let tables = targets.into_iter().flat_map(Map::values);
    for table in tables.chain(workspace).chain([value]) {
        for kind in KINDS {
            for (name, wanted) in tree::object(table, &[kind]).into_iter().flatten() {
                // `store = { package = "redis" }` is redis under another name.
                let renamed = wanted.get("package").and_then(Value::as_str);
                into.package(Crates, renamed.unwrap_or(name));
            }
        }
    }
}

pub(super) fn lock(value: &Value, into: &mut Components) {
    tree::names(value, "package", Crates, into);
}
