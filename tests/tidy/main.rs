//! Rules of this repository that the compiler cannot express: who may use whom, where crates live,
//! what a file says. The table in `docs/src/architecture.md` is checked against the one in `layers.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "what these read is this repository, and a panic is how a test says no"
)]

#[path = "../common/mod.rs"]
mod common;
mod layers;

use std::{fs, path::Path};

use common::rust_files;
use layers::{MODULES, OWNERS, USE_CASES};

const MAX_LINES: usize = 400;

#[test]
fn modules_use_only_what_lies_below_them() {
    let mut errors = Vec::new();
    for file in rust_files(Path::new("src")) {
        let Some(module) = top_module(&file) else {
            continue;
        };
        let Some((_, layer, may_use)) = MODULES.iter().find(|(name, ..)| *name == module) else {
            errors.push(format!(
                "{}: `{module}` has no row in MODULES",
                file.display()
            ));
            continue;
        };
        let code = without_comments(&fs::read_to_string(&file).unwrap());
        let at = |offset: usize| {
            format!(
                "{}:{}",
                file.display(),
                code[..offset].matches('\n').count() + 1
            )
        };
        for (offset, used) in crate_paths(&code) {
            let wires =
                *layer == "L5" && (USE_CASES.contains(&used.as_str()) || is_below_use_cases(&used));
            let invents = used == "generate" && is_test(&file);
            if used != module && !may_use.contains(&used.as_str()) && !wires && !invents {
                errors.push(format!("{}: `{module}` must not use `{used}`", at(offset)));
            }
        }
        for (krate, owners) in OWNERS {
            if owners.contains(&module.as_str()) {
                continue;
            }
            for (offset, _) in code.match_indices(&format!("{krate}::")) {
                let inside_a_word =
                    code[..offset].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
                if !inside_a_word {
                    errors.push(format!(
                        "{}: `{module}` must not name crate `{krate}`",
                        at(offset)
                    ));
                }
            }
        }
    }
    assert!(
        errors.is_empty(),
        "\n{}\nSee docs/src/architecture.md",
        errors.join("\n")
    );
}

#[test]
fn only_storage_takes_text_for_redacted_without_the_anonymiser() {
    let strangers: Vec<_> = rust_files(Path::new("src"))
        .into_iter()
        .filter(|file| !file.starts_with("src/storage") && !file.ends_with("anonymise/text.rs"))
        .filter(|file| !is_test(file))
        .filter(|file| fs::read_to_string(file).unwrap().contains("from_store"))
        .collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    let mut errors = Vec::new();
    for file in ["src", "tests", "examples", "benches"]
        .iter()
        .flat_map(|dir| rust_files(Path::new(dir)))
    {
        let text = fs::read_to_string(&file).unwrap();
        if !text.starts_with("//!") {
            errors.push(format!("{}: does not say what it is for", file.display()));
        }
        if text.lines().count() > MAX_LINES {
            errors.push(format!("{}: over {MAX_LINES} lines", file.display()));
        }
    }
    assert!(errors.is_empty(), "\n{}", errors.join("\n"));
}

#[test]
fn the_module_map_in_the_documentation_is_true() {
    let page = fs::read_to_string("docs/src/architecture.md").unwrap();
    let mut documented: Vec<(String, String)> = page
        .lines()
        .filter_map(|line| {
            let mut cells = line.trim().trim_matches('|').split('|').map(str::trim);
            let module = cells
                .next()?
                .strip_prefix('`')?
                .strip_suffix('`')?
                .to_owned();
            let layer = cells.next()?.to_owned();
            layer.starts_with('L').then_some((module, layer))
        })
        .collect();
    documented.sort();
    let mut actual: Vec<(String, String)> = MODULES
        .iter()
        .map(|(name, layer, _)| ((*name).to_owned(), (*layer).to_owned()))
        .collect();
    actual.sort();
    assert_eq!(documented, actual);
    for (module, ..) in MODULES {
        let (file, folder) = (format!("src/{module}.rs"), format!("src/{module}"));
        assert!(
            Path::new(&file).exists() || Path::new(&folder).exists(),
            "there is no module {module}"
        );
    }
}

#[test]
fn every_test_that_the_documentation_names_is_there() {
    let page = fs::read_to_string("docs/src/security-tests.md").unwrap();
    let code: String = ["src", "tests"]
        .iter()
        .flat_map(|folder| rust_files(Path::new(folder)))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let is_name = |word: &&str| {
        word.matches('_').count() > 1 && word.chars().all(|c| c == '_' || c.is_ascii_lowercase())
    };
    let named: Vec<&str> = page.split('`').skip(1).step_by(2).filter(is_name).collect();
    assert!(named.len() > 40, "{named:?}");
    let missing: Vec<&&str> = named
        .iter()
        .filter(|name| !code.contains(&format!("fn {name}(")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Tests make redacted text and invent reports where they like: nothing they make is kept.
fn is_test(file: &Path) -> bool {
    file.components().any(|part| {
        matches!(
            part.as_os_str().to_str(),
            Some("tests" | "tests.rs" | "samples")
        )
    })
}

fn is_below_use_cases(module: &str) -> bool {
    MODULES
        .iter()
        .any(|(name, layer, _)| *name == module && matches!(*layer, "L0" | "L1" | "L2"))
}

fn top_module(file: &Path) -> Option<String> {
    let first = file
        .strip_prefix("src")
        .ok()?
        .components()
        .next()?
        .as_os_str()
        .to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!["lib", "main"].contains(&name)).then(|| name.to_owned())
}

/// Blanks `// …` to the end of the line.
fn without_comments(text: &str) -> String {
    text.lines()
        .map(|line| match line.find("//") {
            Some(start) => format!("{}\n", &line[..start]),
            None => format!("{line}\n"),
        })
        .collect()
}

/// Offset and name of each `x` in `crate::x` and in `crate::{x, y::{..}, ..}`, over several lines too.
fn crate_paths(code: &str) -> Vec<(usize, String)> {
    let name = |text: &str| -> String {
        text.trim()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let mut found = Vec::new();
    for (offset, matched) in code.match_indices("crate::") {
        let rest = &code[offset + matched.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            found.push((offset, name(rest)));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (i, c) in group.char_indices() {
            match c {
                '}' if depth == 0 => {
                    found.push((offset, name(&group[start..i])));
                    break;
                }
                ',' if depth == 0 => {
                    found.push((offset, name(&group[start..i])));
                    start = i + 1;
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    found.retain(|(_, name)| !name.is_empty());
    found
}
