//! Technologies as a list with commas: `PostgreSQL 15 (failed component; down), Redis`.

use super::codes::{id_of, of_id};
use crate::anonymise::RawText;
use crate::portal::Labels;
use crate::report::{TechnologyUse, Version};

pub(super) fn write(technologies: &[TechnologyUse], labels: Labels) -> String {
    let one = |used: &TechnologyUse| {
        let name = labels.technology(&used.slug).label;
        let version = used
            .version
            .as_ref()
            .map(|version| format!(" {}", version.as_str()));
        let words: Vec<String> = [
            used.role.map(|role| id_of(&role)),
            used.problem.map(|problem| id_of(&problem)),
            used.state.map(|state| id_of(&state)),
        ]
        .into_iter()
        .flatten()
        .map(|id| id.replace('-', " "))
        .collect();
        let facts = (!words.is_empty()).then(|| format!(" ({})", words.join("; ")));
        [Some(name), version, facts]
            .into_iter()
            .flatten()
            .collect::<String>()
    };
    technologies.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The technologies, and what could not be found.
pub(super) fn read(text: &str, labels: Labels) -> (Vec<TechnologyUse>, Vec<RawText>) {
    let mut found: Vec<TechnologyUse> = Vec::new();
    let mut unknown = Vec::new();
    for item in text
        .split([',', '\n'])
        .map(str::trim)
        .filter(|item| !item.is_empty())
    {
        match one(item, labels) {
            Some(used) if found.iter().any(|other| other.slug == used.slug) => {}
            Some(used) => found.push(used),
            None => unknown.push(RawText::new(item)),
        }
    }
    (found, unknown)
}

fn one(item: &str, labels: Labels) -> Option<TechnologyUse> {
    if let Some(used) = named(item, labels) {
        return Some(used);
    }
    let (name, words) = item.strip_suffix(')')?.rsplit_once('(')?;
    let mut used = named(name.trim_end(), labels)?;
    for word in words
        .split(';')
        .map(|word| word.trim().to_lowercase().replace(' ', "-"))
    {
        // The ids of the three lists differ, so that a word fits one of them at most.
        let (role, problem) = (of_id(&word), of_id(&word));
        match (role, problem) {
            (Some(role), _) => used.role = Some(role),
            (None, Some(problem)) => used.problem = Some(problem),
            (None, None) => used.state = Some(of_id(&word)?),
        }
    }
    Some(used)
}

fn named(name: &str, labels: Labels) -> Option<TechnologyUse> {
    let plain = |slug, version| TechnologyUse {
        slug,
        version,
        role: None,
        problem: None,
        state: None,
    };
    if let Some(slug) = labels.technology_called(name) {
        return Some(plain(slug, None));
    }
    let (name, version) = name.rsplit_once(' ')?;
    let version: Version = version
        .strip_prefix(['v', 'V'])
        .unwrap_or(version)
        .parse()
        .ok()?;
    Some(plain(
        labels.technology_called(name.trim_end())?,
        Some(version),
    ))
}
