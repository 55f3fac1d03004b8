//! What a manifest names, each once.

use std::collections::BTreeSet;

use crate::taxonomy::Ecosystem;

/// More than any lock file has.
const MOST: usize = 50_000;

/// Something a manifest names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Component {
    /// A package of an ecosystem.
    Package(Ecosystem, String),
    /// A name as people write it: from a plain list, or where a bill of materials says no more.
    Name(String),
}

/// The components of a manifest. Names are somebody's own, so there is no `Debug`.
#[derive(Default)]
pub(super) struct Components(BTreeSet<Component>);

impl Components {
    pub(super) fn package(&mut self, ecosystem: Ecosystem, name: &str) {
        let name = name.trim();
        if !name.is_empty() && self.0.len() < MOST {
            self.0
                .insert(Component::Package(ecosystem, name.to_owned()));
        }
    }

    pub(super) fn name(&mut self, name: &str) {
        let name = name.trim();
        if !name.is_empty() && self.0.len() < MOST {
            self.0.insert(Component::Name(name.to_owned()));
        }
    }

    /// A container image; what stands for a variable goes, or gives way to its default.
    pub(super) fn image(&mut self, reference: &str) {
        let mut plain = String::new();
        let mut rest = reference.trim().trim_matches(['"', '\'']);
        while let Some((before, after)) = rest.split_once('$') {
            plain.push_str(before);
            let Some((variable, after)) = after.strip_prefix('{').and_then(|a| a.split_once('}'))
            else {
                rest = after.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
                continue;
            };
            if let Some((_, default)) = variable.split_once('-') {
                plain.push_str(default);
            }
            rest = after;
        }
        plain.push_str(rest);
        self.package(Ecosystem::Image, plain.trim_start_matches('/'));
    }

    /// A package URL (`pkg:npm/%40nestjs/core@10`); says whether it was one.
    pub(super) fn purl(&mut self, purl: &str) -> bool {
        let Some(rest) = purl.trim().strip_prefix("pkg:") else {
            return false;
        };
        let rest = rest.trim_start_matches('/');
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let Some((kind, path)) = rest.split_once('/') else {
            return false;
        };
        let path = match path.rfind('@') {
            Some(at) if at > 0 => path.get(..at).unwrap_or(path),
            _ => path,
        };
        let path = decoded(path);
        let last = path.rsplit('/').next().unwrap_or_default();
        match kind.to_ascii_lowercase().as_str() {
            "npm" => self.package(Ecosystem::Npm, &path),
            "pypi" => self.package(Ecosystem::PyPi, &path),
            "cargo" => self.package(Ecosystem::Crates, &path),
            "maven" => self.package(Ecosystem::Maven, &path.replace('/', ":")),
            "golang" => self.package(Ecosystem::Go, &path),
            "gem" => self.package(Ecosystem::Gem, &path),
            "composer" => self.package(Ecosystem::Composer, &path),
            "nuget" => self.package(Ecosystem::NuGet, &path),
            "deb" | "rpm" | "apk" | "alpm" => self.package(Ecosystem::Deb, last),
            "docker" | "oci" => self.image(&path),
            "helm" => self.package(Ecosystem::Helm, last),
            "githubactions" => self.package(Ecosystem::Action, &path),
            _ => self.name(last),
        }
        true
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Component> {
        self.0.iter()
    }
}

/// `%40` is `@`.
fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let byte = part
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        bytes.extend(part.bytes().skip(if byte.is_some() { 2 } else { 0 }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
