//! Kubernetes manifests, several documents a file: images, API groups, provisioners, charts.
//! A template that is no YAML yet is read line by line.

use serde_json::Value;

use super::tree;
use crate::stack::components::Components;
use crate::stack::{Format, Unreadable, yaml};
use crate::taxonomy::Ecosystem;

pub(super) fn read(format: Format, text: &str, into: &mut Components) -> Result<(), Unreadable> {
    match yaml::documents(format, text) {
        Ok(documents) => documents
            .iter()
            .for_each(|document| objects(document, into)),
        Err(Unreadable::Broken { .. }) if text.contains("{{") => template(text, into),
        Err(error) => return Err(error),
    }
    Ok(())
}

fn objects(document: &Value, into: &mut Components) {
    tree::each_object(document, &mut |map| {
        for (key, read) in KEYS {
            if let Some(value) = tree::text(map, key) {
                read(value, into);
            }
        }
    });
}

/// Lines such as `image: redis:7`, where what is left open is passed over.
fn template(text: &str, into: &mut Components) {
    for line in text.lines() {
        let line = line.trim().trim_start_matches("- ");
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.split("{{").next().unwrap_or_default();
        let value = value.trim().trim_matches(['"', '\'']);
        for (wanted, read) in KEYS {
            if key == wanted {
                read(value, into);
            }
        }
    }
}

type Read = fn(&str, &mut Components);

const KEYS: [(&str, Read); 5] = [
    ("image", |image, into| into.image(image)),
    ("apiVersion", |version, into| {
        // The core group has no name.
        if let Some((group, _)) = version.split_once('/') {
            into.package(Ecosystem::Kubernetes, group);
        }
    }),
    ("ingressClassName", |class, into| {
        into.package(Ecosystem::Kubernetes, &format!("ingress/{class}"));
    }),
    ("provisioner", |name, into| {
        into.package(Ecosystem::Kubernetes, name);
    }),
    ("chart", |chart, into| {
        let name = chart.rsplit('/').next().unwrap_or(chart);
        into.package(Ecosystem::Helm, name);
    }),
];
