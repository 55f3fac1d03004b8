//! Terraform and `OpenTofu`: a scanner for the types of resources, providers and modules. It does
//! not understand the language, and does not need to.

use crate::stack::components::Components;
use crate::stack::lines::quoted;
use crate::taxonomy::Ecosystem;

pub(super) fn read(text: &str, into: &mut Components) {
    let mut commented = false;
    for line in text.lines().map(str::trim) {
        if commented {
            commented = !line.contains("*/");
            continue;
        }
        if line.starts_with("/*") {
            commented = !line.contains("*/");
            continue;
        }
        if line.starts_with('#') || line.starts_with("//") {
            continue;
        }
        let word = line.split([' ', '=', '\t']).next().unwrap_or_default();
        let value = quoted(line).next().unwrap_or_default();
        match word {
            "resource" | "data" | "ephemeral" => into.package(Ecosystem::Terraform, value),
            "provider" => provider(value, into),
            "source" => source(value, into),
            // What a managed database or broker runs.
            "engine" => into.package(Ecosystem::Image, value),
            "chart" => into.package(Ecosystem::Helm, value.rsplit('/').next().unwrap_or(value)),
            "image" => into.image(value),
            _ => {}
        }
    }
}

/// A provider is the beginning of its resources' types.
fn provider(name: &str, into: &mut Components) {
    let name = name.rsplit('/').next().unwrap_or(name);
    if !name.is_empty() {
        into.package(Ecosystem::Terraform, &format!("{name}_"));
    }
}

/// `hashicorp/aws` is a provider, `terraform-aws-modules/rds/aws` a module for one.
fn source(address: &str, into: &mut Components) {
    if address.starts_with('.') || address.contains("::") || address.contains("//") {
        return;
    }
    let parts: Vec<&str> = address.split('/').collect();
    match parts.as_slice() {
        [_, name] => provider(name, into),
        [_, name, provider] | [_, _, name, provider] => {
            into.package(Ecosystem::Terraform, &format!("{provider}_{name}"));
        }
        _ => {}
    }
}
