//! Manifests: any file is read or refused.

use candor::anonymise::RawText;
use candor::stack::{Manifest, Stack};

/// Panics where something does not hold for `data`.
pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for name in [
        None,
        Some("package.json"),
        Some("package-lock.json"),
        Some("yarn.lock"),
        Some("pnpm-lock.yaml"),
        Some("Cargo.lock"),
        Some("go.mod"),
        Some("requirements.txt"),
        Some("poetry.lock"),
        Some("pom.xml"),
        Some("build.gradle"),
        Some("Gemfile.lock"),
        Some("composer.lock"),
        Some("Dockerfile"),
        Some("docker-compose.yml"),
        Some("Chart.yaml"),
        Some("main.tf"),
        Some("bom.json"),
        Some(".gitlab-ci.yml"),
    ] {
        let manifest = Manifest {
            name: name.map(RawText::new),
            text: RawText::new(&*text),
        };
        let mut stack = Stack::default();
        let read = stack.read(&manifest);
        assert!(
            read.is_ok() || stack.is_empty(),
            "{name:?}: refused, and yet read"
        );
        let known = stack.uses().count();
        assert!(
            known + stack.unknown() <= stack.components() + known,
            "{name:?}: miscounted"
        );
    }
}
