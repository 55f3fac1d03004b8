//! Python: requirements, `pyproject.toml`, Pipfile, and the lock files of Poetry, uv and Pipenv.

use serde_json::{Map, Value};

use super::tree;
use crate::stack::components::Components;
use crate::stack::lines;
use crate::taxonomy::Ecosystem::PyPi;

pub(super) fn requirements(text: &str, into: &mut Components) {
    for line in lines::without_comments(text) {
        // Editable installs name their package after the fragment.
        if let Some((_, egg)) = line.split_once("#egg=") {
            requirement(egg, into);
        } else if !line.starts_with('-') {
            requirement(line, into);
        }
    }
}

pub(super) fn pyproject(value: &Value, into: &mut Components) {
    let lists = |path: &[&str]| {
        let map = tree::object(value, path);
        map.into_iter().flat_map(Map::values)
    };
    let project = value
        .get("project")
        .and_then(|project| project.get("dependencies"));
    let build = value
        .get("build-system")
        .and_then(|build| build.get("requires"));
    let optional = lists(&["project", "optional-dependencies"]);
    let groups = lists(&["dependency-groups"]);
    for list in project
        .into_iter()
        .chain(build)
        .chain(optional)
        .chain(groups)
    {
        for wanted in tree::items(list).filter_map(Value::as_str) {
            requirement(wanted, into);
        }
    }
    for kind in ["dependencies", "dev-dependencies"] {
        poetry(tree::object(value, &["tool", "poetry", kind]), into);
    }
    for group in lists(&["tool", "poetry", "group"]) {
        poetry(tree::object(group, &["dependencies"]), into);
    }
}

/// Poetry and uv both list `[[package]]` with a name.
pub(super) fn lock(value: &Value, into: &mut Components) {
    tree::names(value, "package", PyPi, into);
}

pub(super) fn pipfile(value: &Value, into: &mut Components) {
    for key in ["packages", "dev-packages"] {
        tree::keys(value, &[key], PyPi, into);
    }
}

pub(super) fn pipfile_lock(value: &Value, into: &mut Components) {
    for key in ["default", "develop"] {
        tree::keys(value, &[key], PyPi, into);
    }
}

fn poetry(wanted: Option<&Map<String, Value>>, into: &mut Components) {
    for name in wanted.into_iter().flat_map(Map::keys) {
        if name != "python" {
            into.package(PyPi, name);
        }
    }
}

/// `name[extra]>=1; python_version < "3"` is `name`.
fn requirement(text: &str, into: &mut Components) {
    let name = text.trim();
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')));
    into.package(
        PyPi,
        name.get(..end.unwrap_or(name.len())).unwrap_or_default(),
    );
}
