//! JSON and TOML as trees, and ways to walk them. Both readers refuse deep nesting themselves, so
//! that walking may recurse.

use serde_json::{Map, Value};

use crate::stack::components::Components;
use crate::stack::{Format, Unreadable};
use crate::taxonomy::Ecosystem;

pub(super) fn json(format: Format, text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable::broken(format, error.line()))
}

pub(super) fn toml(format: Format, text: &str) -> Result<Value, Unreadable> {
    toml::from_str(text).map_err(|error| {
        let place = error.span().map_or(0, |span| span.start);
        let before = text.as_bytes().iter().take(place);
        Unreadable::broken(format, before.filter(|byte| **byte == b'\n').count() + 1)
    })
}

/// Visits every object of the tree.
pub(super) fn each_object<'v>(value: &'v Value, visit: &mut dyn FnMut(&'v Map<String, Value>)) {
    match value {
        Value::Object(map) => {
            visit(map);
            for value in map.values() {
                each_object(value, visit);
            }
        }
        Value::Array(values) => {
            for value in values {
                each_object(value, visit);
            }
        }
        _ => {}
    }
}

/// The text under a key.
pub(super) fn text<'v>(map: &'v Map<String, Value>, key: &str) -> Option<&'v str> {
    map.get(key).and_then(Value::as_str)
}

/// The object under a path of keys.
pub(super) fn object<'v>(value: &'v Value, path: &[&str]) -> Option<&'v Map<String, Value>> {
    let mut at = value;
    for key in path {
        at = at.get(key)?;
    }
    at.as_object()
}

/// The keys of the object under a path, as packages.
pub(super) fn keys(value: &Value, path: &[&str], ecosystem: Ecosystem, into: &mut Components) {
    for name in object(value, path).into_iter().flat_map(Map::keys) {
        into.package(ecosystem, name);
    }
}

/// The `name` of each object in the list under a key, as packages.
pub(super) fn names(value: &Value, key: &str, ecosystem: Ecosystem, into: &mut Components) {
    for package in value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if let Some(name) = package.get("name").and_then(Value::as_str) {
            into.package(ecosystem, name);
        }
    }
}

/// The items of a value: itself, or those of a list.
pub(super) fn items(value: &Value) -> impl Iterator<Item = &Value> {
    let (one, several) = match value {
        Value::Array(several) => (None, several.as_slice()),
        other => (Some(other), [].as_slice()),
    };
    one.into_iter().chain(several)
}
