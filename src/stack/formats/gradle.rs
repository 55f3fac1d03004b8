//! Gradle: build files in Groovy and Kotlin, lock files, version catalogues. A build file is a
//! program; what is read are the coordinates and plugin names written out in it.

use serde_json::{Map, Value};

use super::tree;
use crate::stack::components::Components;
use crate::stack::lines::quoted;
use crate::taxonomy::Ecosystem::Maven;

pub(super) fn build(text: &str, into: &mut Components) {
    for line in text.lines().map(str::trim) {
        if line.starts_with("//") || line.starts_with('*') {
            continue;
        }
        for inside in quoted(line) {
            coordinate(inside, into);
        }
        if let Some(group) = named(line, "group")
            && let Some(name) = named(line, "name")
        {
            into.package(Maven, &format!("{group}:{name}"));
        }
        let statement = line.trim_start_matches("alias").trim_start();
        if let Some(id) = statement
            .strip_prefix("id")
            .filter(|rest| rest.starts_with([' ', '(']))
        {
            plugin(quoted(id).next().unwrap_or_default(), into);
        }
        if line.starts_with("kotlin(") {
            plugin("org.jetbrains.kotlin", into);
        }
        // A lock file has bare coordinates.
        if let Some((bare, _)) = line.split_once('=')
            && !bare.contains([' ', '"', '\'', '('])
        {
            coordinate(bare, into);
        }
    }
}

pub(super) fn catalogue(value: &Value, into: &mut Components) {
    for library in tree::object(value, &["libraries"])
        .into_iter()
        .flat_map(Map::values)
    {
        let of = |key| library.get(key).and_then(Value::as_str);
        if let Some(written) = library.as_str().or_else(|| of("module")) {
            coordinate(written, into);
        } else if let (Some(group), Some(name)) = (of("group"), of("name")) {
            into.package(Maven, &format!("{group}:{name}"));
        }
    }
    for wanted in tree::object(value, &["plugins"])
        .into_iter()
        .flat_map(Map::values)
    {
        let id = wanted.get("id").and_then(Value::as_str).or(wanted.as_str());
        plugin(
            id.unwrap_or_default().split(':').next().unwrap_or_default(),
            into,
        );
    }
}

/// `group:artifact:version`, the last part optional.
fn coordinate(text: &str, into: &mut Components) {
    let mut parts = text.split(':');
    if let (Some(group), Some(artifact)) = (parts.next(), parts.next())
        && group.contains('.')
        && !group.contains(['/', ' '])
        && !artifact.is_empty()
        && !artifact.contains([' ', '/'])
    {
        into.package(Maven, &format!("{group}:{artifact}"));
    }
}

/// A plugin is known by its group alone.
fn plugin(id: &str, into: &mut Components) {
    if id.contains('.') {
        into.package(Maven, &format!("{id}:"));
    }
}

/// `group: "org.example"` in Groovy, `group = "org.example"` in Kotlin.
fn named<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    let after = line.split_once(key)?.1.trim_start();
    quoted(after.strip_prefix([':', '='])?).next()
}
