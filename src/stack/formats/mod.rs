//! One file a family of formats: from text to components.

mod cargo;
mod ci;
mod compose;
mod composer;
mod dockerfile;
mod go;
mod gradle;
mod helm;
mod kubernetes;
mod list;
mod maven;
mod node;
mod python;
mod ruby;
mod sbom;
mod terraform;
mod tree;

use super::components::Components;
use super::{Format, Unreadable, yaml};

/// Reads a file of this format.
pub(super) fn read(format: Format, text: &str, into: &mut Components) -> Result<(), Unreadable> {
    match format {
        Format::Compose => compose::read(&yaml::documents(format, text)?, into),
        Format::Kubernetes => kubernetes::read(format, text, into)?,
        Format::HelmChart => helm::chart(&yaml::documents(format, text)?, into),
        Format::HelmValues => helm::values(&yaml::documents(format, text)?, into),
        Format::Terraform => terraform::read(text, into),
        Format::PackageJson => node::package(&tree::json(format, text)?, into),
        Format::PackageLock => node::package_lock(&tree::json(format, text)?, into),
        Format::YarnLock => node::yarn_lock(text, into),
        Format::PnpmLock => node::pnpm_lock(&yaml::documents(format, text)?, into),
        Format::Requirements => python::requirements(text, into),
        Format::PyProject => python::pyproject(&tree::toml(format, text)?, into),
        Format::PoetryLock | Format::UvLock => python::lock(&tree::toml(format, text)?, into),
        Format::Pipfile => python::pipfile(&tree::toml(format, text)?, into),
        Format::PipfileLock => python::pipfile_lock(&tree::json(format, text)?, into),
        Format::CargoToml => cargo::manifest(&tree::toml(format, text)?, into),
        Format::CargoLock => cargo::lock(&tree::toml(format, text)?, into),
        Format::GoMod => go::module(text, into),
        Format::GoSum => go::sum(text, into),
        Format::Pom => maven::pom(format, text, into)?,
        Format::Gradle => gradle::build(text, into),
        Format::GradleCatalog => gradle::catalogue(&tree::toml(format, text)?, into),
        Format::Gemfile => ruby::gemfile(text, into),
        Format::GemfileLock => ruby::lock(text, into),
        Format::ComposerJson => composer::manifest(&tree::json(format, text)?, into),
        Format::ComposerLock => composer::lock(&tree::json(format, text)?, into),
        Format::Dockerfile => dockerfile::read(text, into),
        Format::CycloneDxJson => sbom::cyclonedx(&tree::json(format, text)?, into),
        Format::CycloneDxXml => sbom::cyclonedx_xml(format, text, into)?,
        Format::SpdxJson => sbom::spdx(&tree::json(format, text)?, into),
        Format::SpdxTagValue => sbom::spdx_tags(text, into),
        Format::GithubActions => ci::github(&yaml::documents(format, text)?, into),
        Format::GitlabCi => ci::gitlab(&yaml::documents(format, text)?, into),
        Format::List => list::read(text, into),
    }
    Ok(())
}
