//! PHP: `composer.json`, `composer.lock`. The language itself is no package.

use serde_json::Value;

use super::tree;
use crate::stack::components::Components;
use crate::taxonomy::Ecosystem::Composer;

pub(super) fn manifest(value: &Value, into: &mut Components) {
    for key in ["require", "require-dev"] {
        for name in tree::object(value, &[key])
            .into_iter()
            .flat_map(|map| map.keys())
        {
            if name != "php" {
                into.package(Composer, name);
            }
        }
    }
}

pub(super) fn lock(value: &Value, into: &mut Components) {
    for key in ["packages", "packages-dev"] {
        tree::names(value, key, Composer, into);
    }
}
