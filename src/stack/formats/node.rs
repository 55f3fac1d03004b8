//! JavaScript: `package.json` and the lock files of npm, Yarn and pnpm.

use serde_json::{Map, Value};

use super::tree;
use crate::stack::components::Components;
use crate::taxonomy::Ecosystem::Npm;

pub(super) fn package(value: &Value, into: &mut Components) {
    let kinds = [
        "dependencies",
        "devDependencies",
        "peerDependencies",
        "optionalDependencies",
    ];
    for kind in kinds {
        for (name, wanted) in tree::object(value, &[kind]).into_iter().flatten() {
            // `"store": "npm:ioredis@5"` is ioredis under another name.
            let alias = wanted
                .as_str()
                .and_then(|wanted| wanted.strip_prefix("npm:"));
            into.package(Npm, alias.map_or(name.as_str(), without_version));
        }
    }
    if let Some(manager) = value.get("packageManager").and_then(Value::as_str) {
        into.package(Npm, without_version(manager));
    }
}

pub(super) fn package_lock(value: &Value, into: &mut Components) {
    for path in tree::object(value, &["packages"])
        .into_iter()
        .flat_map(Map::keys)
    {
        if let Some((_, name)) = path.rsplit_once("node_modules/") {
            into.package(Npm, name);
        }
    }
    // The first version nests what depends on what.
    if let Some(top) = value.get("dependencies") {
        tree::keys(top, &[], Npm, into);
        tree::each_object(top, &mut |map| {
            if let Some(below) = map.get("dependencies") {
                tree::keys(below, &[], Npm, into);
            }
        });
    }
}

/// Blocks that begin with `"@scope/name@^1", "@scope/name@^2":`.
pub(super) fn yarn_lock(text: &str, into: &mut Components) {
    for line in text.lines() {
        let heads = line
            .strip_suffix(':')
            .filter(|_| !line.starts_with([' ', '#']));
        let first = heads.and_then(|heads| heads.split(", ").next());
        let first = first.unwrap_or_default().trim_matches('"');
        if first.contains('@') {
            into.package(Npm, without_version(first));
        }
    }
}

pub(super) fn pnpm_lock(documents: &[Value], into: &mut Components) {
    for document in documents {
        for key in ["packages", "snapshots"] {
            let paths = tree::object(document, &[key]);
            for path in paths.into_iter().flat_map(Map::keys) {
                let path = path.trim_start_matches('/');
                let name = without_version(path);
                // Before version 6: `/@scope/name/1.0.0`.
                let name = match name.rsplit_once('/') {
                    Some((name, version)) if version.starts_with(|c: char| c.is_ascii_digit()) => {
                        name
                    }
                    _ => name,
                };
                into.package(Npm, name);
            }
        }
    }
}

/// `@scope/name@^1` is `@scope/name`.
fn without_version(text: &str) -> &str {
    match text.char_indices().find(|(at, c)| *c == '@' && *at > 0) {
        Some((at, _)) => text.get(..at).unwrap_or(text),
        None => text,
    }
}
