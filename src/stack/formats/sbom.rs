//! Bills of materials: `CycloneDX` and SPDX. A component counts by its package URL, or by its name
//! where it has none.

use serde_json::{Map, Value};

use super::tree;
use crate::stack::components::Components;
use crate::stack::{Format, Unreadable, xml};

pub(super) fn cyclonedx(value: &Value, into: &mut Components) {
    let mut read = |map: &Map<String, Value>| {
        let known = tree::text(map, "purl").is_some_and(|purl| into.purl(purl));
        if let Some(name) = tree::text(map, "name").filter(|_| !known) {
            into.name(name);
        }
    };
    // Authors and tools have names, too: only these lists hold parts of the software.
    tree::each_object(value, &mut |map| {
        for key in ["components", "services"] {
            let list = map.get(key).and_then(Value::as_array);
            list.into_iter()
                .flatten()
                .filter_map(Value::as_object)
                .for_each(&mut read);
        }
    });
}

pub(super) fn cyclonedx_xml(
    format: Format,
    text: &str,
    into: &mut Components,
) -> Result<(), Unreadable> {
    xml::document(format, text)?.each(&mut |element| {
        if ["component", "service"].contains(&element.name.as_str()) {
            let known = element
                .child_text("purl")
                .is_some_and(|purl| into.purl(purl));
            if let Some(name) = element.child_text("name").filter(|_| !known) {
                into.name(name);
            }
        }
    });
    Ok(())
}

pub(super) fn spdx(value: &Value, into: &mut Components) {
    tree::each_object(value, &mut |map| {
        for package in map
            .get("packages")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let references = package.get("externalRefs").and_then(Value::as_array);
            let mut locators = references
                .into_iter()
                .flatten()
                .filter_map(|reference| reference.get("referenceLocator").and_then(Value::as_str));
            let name = package.get("name").and_then(Value::as_str);
            if !locators.any(|locator| into.purl(locator))
                && let Some(name) = name
            {
                into.name(name);
            }
        }
    });
}

/// `PackageName: redis`, with `ExternalRef: PACKAGE-MANAGER purl pkg:npm/redis@4` below it.
pub(super) fn spdx_tags(text: &str, into: &mut Components) {
    let mut unsaid: Option<&str> = None;
    for line in text.lines() {
        let Some((tag, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim();
        match tag.trim() {
            "PackageName" => {
                into.name(unsaid.take().unwrap_or_default());
                unsaid = Some(value);
            }
            "ExternalRef" => {
                let purl = value.split_whitespace().last().unwrap_or_default();
                if into.purl(purl) {
                    unsaid = None;
                }
            }
            _ => {}
        }
    }
    into.name(unsaid.unwrap_or_default());
}
