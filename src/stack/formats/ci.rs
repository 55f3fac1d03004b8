//! GitHub Actions workflows and GitLab CI files.

use serde_json::Value;

use super::tree;
use crate::stack::components::Components;
use crate::taxonomy::Ecosystem;

pub(super) fn github(documents: &[Value], into: &mut Components) {
    for document in documents {
        tree::each_object(document, &mut |map| {
            if let Some(uses) = tree::text(map, "uses") {
                match uses.strip_prefix("docker://") {
                    Some(image) => into.image(image),
                    None if uses.starts_with('.') => {}
                    None => {
                        let action = uses.split('@').next().unwrap_or_default();
                        into.package(Ecosystem::Action, action);
                    }
                }
            }
            for key in ["image", "container"] {
                if let Some(image) = tree::text(map, key) {
                    into.image(image);
                }
            }
        });
    }
}

pub(super) fn gitlab(documents: &[Value], into: &mut Components) {
    let mut image = |value: &Value| {
        let name = value.as_str().or_else(|| value.get("name")?.as_str());
        if let Some(name) = name {
            into.image(name);
        }
    };
    for document in documents {
        tree::each_object(document, &mut |map| {
            for key in ["image", "services"] {
                map.get(key)
                    .into_iter()
                    .flat_map(tree::items)
                    .for_each(&mut image);
            }
        });
    }
}
