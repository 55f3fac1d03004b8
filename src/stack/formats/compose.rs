//! Compose files: the images of services.

use serde_json::{Map, Value};

use super::tree;
use crate::stack::components::Components;

pub(super) fn read(documents: &[Value], into: &mut Components) {
    for document in documents {
        // Files of version 1 have the services at the top.
        let services = tree::object(document, &["services"]).or_else(|| document.as_object());
        for service in services.into_iter().flat_map(Map::values) {
            if let Some(image) = service.get("image").and_then(Value::as_str) {
                into.image(image);
            }
        }
    }
}
