//! Which kind of file it is: by its name where that says it, else by what is in it.

use serde_json::Value;

use super::lines::{any_at_margin, any_begins};
use super::{Format, Unreadable};

/// The kind of a file. What fits nothing else is a list of names.
pub(super) fn format(name: Option<&str>, text: &str) -> Result<Format, Unreadable> {
    let name = name.unwrap_or_default().replace('\\', "/").to_lowercase();
    if let Some(format) = by_name(&name) {
        return Ok(format);
    }
    match text.trim_start().chars().next() {
        Some('{') => json(text),
        Some('<') => xml(text),
        _ => Ok(by_content(text)),
    }
}

fn by_name(path: &str) -> Option<Format> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let ends = |ending: &str| file.ends_with(ending);
    let yaml = ends(".yml") || ends(".yaml");
    Some(match file {
        "package.json" => Format::PackageJson,
        "package-lock.json" | "npm-shrinkwrap.json" => Format::PackageLock,
        "yarn.lock" => Format::YarnLock,
        "pnpm-lock.yaml" => Format::PnpmLock,
        "pyproject.toml" => Format::PyProject,
        "poetry.lock" => Format::PoetryLock,
        "uv.lock" => Format::UvLock,
        "pipfile" => Format::Pipfile,
        "pipfile.lock" => Format::PipfileLock,
        "cargo.toml" => Format::CargoToml,
        "cargo.lock" => Format::CargoLock,
        "go.mod" => Format::GoMod,
        "go.sum" => Format::GoSum,
        "pom.xml" => Format::Pom,
        "gradle.lockfile" => Format::Gradle,
        "gemfile" => Format::Gemfile,
        "gemfile.lock" => Format::GemfileLock,
        "composer.json" => Format::ComposerJson,
        "composer.lock" => Format::ComposerLock,
        "chart.yaml" | "chart.yml" | "chart.lock" => Format::HelmChart,
        ".gitlab-ci.yml" | ".gitlab-ci.yaml" => Format::GitlabCi,
        _ if yaml && path.contains(".github/workflows/") => Format::GithubActions,
        _ if yaml && (file.starts_with("docker-compose") || file.starts_with("compose.")) => {
            Format::Compose
        }
        _ if yaml && file.starts_with("values") => Format::HelmValues,
        _ if ends(".tf") || ends(".hcl") || ends(".tofu") => Format::Terraform,
        _ if ends(".gradle") || ends(".gradle.kts") => Format::Gradle,
        _ if ends(".versions.toml") => Format::GradleCatalog,
        _ if ends(".spdx") => Format::SpdxTagValue,
        _ if file.starts_with("requirements") && ends(".txt") => Format::Requirements,
        _ if file.starts_with("dockerfile")
            || file.starts_with("containerfile")
            || ends(".dockerfile") =>
        {
            Format::Dockerfile
        }
        _ => return None,
    })
}

fn json(text: &str) -> Result<Format, Unreadable> {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        // Terraform and plain YAML may begin with a brace, too; what has a colon is meant as JSON.
        return Ok(if text.contains("\":") {
            Format::PackageJson
        } else {
            by_content(text)
        });
    };
    let has = |key: &str| value.get(key).is_some();
    let php = |key: &str| {
        let names = value.get(key).and_then(Value::as_object);
        names.is_some_and(|names| {
            names
                .keys()
                .any(|name| name == "php" || (name.contains('/') && !name.starts_with('@')))
        })
    };
    Ok(
        if value.get("bomFormat").is_some_and(|v| v == "CycloneDX") {
            Format::CycloneDxJson
        } else if has("spdxVersion") || value.pointer("/sbom/spdxVersion").is_some() {
            Format::SpdxJson
        } else if has("content-hash") && has("packages") {
            Format::ComposerLock
        } else if has("_meta") && has("default") {
            Format::PipfileLock
        } else if has("lockfileVersion") {
            Format::PackageLock
        } else if php("require") || php("require-dev") {
            Format::ComposerJson
        } else if has("apiVersion") && has("kind") {
            Format::Kubernetes
        } else if has("services") {
            Format::Compose
        } else if ["dependencies", "devDependencies", "scripts", "name"]
            .into_iter()
            .any(has)
        {
            Format::PackageJson
        } else {
            return Err(Unreadable::OtherJson);
        },
    )
}

fn xml(text: &str) -> Result<Format, Unreadable> {
    if text.contains("cyclonedx.org/schema/bom") {
        Ok(Format::CycloneDxXml)
    } else if text.contains("<project") {
        Ok(Format::Pom)
    } else {
        Err(Unreadable::OtherXml)
    }
}

fn by_content(text: &str) -> Format {
    let margin = |begins: &[&str]| any_at_margin(text, begins);
    let begins = |begins: &[&str]| any_begins(text, begins);
    if margin(&["SPDXVersion:"]) {
        Format::SpdxTagValue
    } else if margin(&["# yarn lockfile", "__metadata:"]) {
        Format::YarnLock
    } else if margin(&["lockfileVersion:"]) {
        Format::PnpmLock
    } else if margin(&["GEM", "PLATFORMS"]) && begins(&["specs:"]) {
        Format::GemfileLock
    } else if margin(&["module "]) && margin(&["go ", "require"]) {
        Format::GoMod
    } else if text
        .lines()
        .take(3)
        .any(|line| line.contains(" h1:") && line.contains(" v"))
    {
        Format::GoSum
    } else if let Some(format) = toml(text) {
        format
    } else if margin(&["FROM ", "from "]) {
        Format::Dockerfile
    } else if begins(&[
        "resource \"",
        "provider \"",
        "module \"",
        "terraform {",
        "data \"",
    ]) {
        Format::Terraform
    } else if begins(&[
        "implementation(",
        "implementation ",
        "plugins {",
        "dependencies {",
        "api(",
        "classpath ",
    ]) {
        Format::Gradle
    } else if margin(&["gem '", "gem \""]) {
        Format::Gemfile
    } else {
        yaml(text).unwrap_or_else(|| list(text))
    }
}

fn toml(text: &str) -> Option<Format> {
    let margin = |begins: &[&str]| any_at_margin(text, begins);
    if margin(&["[[package]]"]) {
        return Some(
            if text.contains("@generated by Poetry") || margin(&["content-hash"]) {
                Format::PoetryLock
            } else if margin(&["requires-python"]) || text.contains("source = { registry") {
                Format::UvLock
            } else {
                Format::CargoLock
            },
        );
    }
    if margin(&["[project]", "[tool.", "[build-system]"]) {
        Some(Format::PyProject)
    } else if margin(&["[[source]]", "[packages]"]) {
        Some(Format::Pipfile)
    } else if margin(&["[libraries]"]) {
        Some(Format::GradleCatalog)
    } else if margin(&["[package]", "[dependencies", "[workspace"]) {
        Some(Format::CargoToml)
    } else {
        None
    }
}

fn yaml(text: &str) -> Option<Format> {
    let margin = |begins: &[&str]| any_at_margin(text, begins);
    Some(if margin(&["apiVersion:"]) && margin(&["kind:"]) {
        Format::Kubernetes
    } else if margin(&["apiVersion: v"]) && margin(&["version:", "dependencies:"]) {
        Format::HelmChart
    } else if margin(&["jobs:"]) && margin(&["on:", "'on':", "\"on\":"]) {
        Format::GithubActions
    } else if margin(&["services:"]) {
        Format::Compose
    } else if margin(&["stages:", "before_script:", "include:"])
        || any_begins(text, &["script:", "stage:"])
    {
        Format::GitlabCi
    } else if any_begins(text, &["repository:", "image:"]) {
        Format::HelmValues
    } else {
        return None;
    })
}

fn list(text: &str) -> Format {
    let pinned = |line: &str| {
        ["==", ">=", "~=", "<="]
            .iter()
            .any(|operator| line.contains(operator))
    };
    if any_at_margin(text, &["-r ", "--hash", "-e ", "--index-url"]) || text.lines().any(pinned) {
        Format::Requirements
    } else {
        Format::List
    }
}
