//! Helm: the charts a chart is built on, and the images and charts that values switch on.

use serde_json::{Map, Value};

use super::tree;
use crate::stack::components::Components;
use crate::taxonomy::Ecosystem::Helm;

pub(super) fn chart(documents: &[Value], into: &mut Components) {
    for document in documents {
        tree::names(document, "dependencies", Helm, into);
    }
}

pub(super) fn values(documents: &[Value], into: &mut Components) {
    for document in documents {
        for (key, value) in document.as_object().into_iter().flatten() {
            if value.get("enabled").is_some_and(|on| on == "true") {
                into.package(Helm, key);
            }
        }
        tree::each_object(document, &mut |map| images(map, into));
    }
}

/// `image: nginx:1`, or `image: {repository: nginx}`, or both parts side by side.
pub(super) fn images(map: &Map<String, Value>, into: &mut Components) {
    for key in ["image", "repository"] {
        if let Some(image) = tree::text(map, key)
            && !image.contains("://")
        {
            into.image(image);
        }
    }
}
