//! Dockerfiles: base images, and what well-known package managers install.

use std::collections::BTreeSet;

use crate::stack::components::Components;
use crate::stack::lines;
use crate::taxonomy::Ecosystem;

/// Words of a command that installs packages, and whose packages they are.
const INSTALLERS: [(&[&str], Ecosystem); 10] = [
    (&["apt-get", "install"], Ecosystem::Deb),
    (&["apt", "install"], Ecosystem::Deb),
    (&["apk", "add"], Ecosystem::Deb),
    (&["yum", "install"], Ecosystem::Deb),
    (&["dnf", "install"], Ecosystem::Deb),
    (&["microdnf", "install"], Ecosystem::Deb),
    (&["npm", "install"], Ecosystem::Npm),
    (&["gem", "install"], Ecosystem::Gem),
    (&["cargo", "install"], Ecosystem::Crates),
    (&["install"], Ecosystem::PyPi),
];

pub(super) fn read(text: &str, into: &mut Components) {
    // A comment may stand between the lines of one instruction, which goes on after it.
    let spoken = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    // A line that ends in a backslash goes on.
    let joined: String = spoken
        .map(|line| match line.trim_end().strip_suffix('\\') {
            Some(begun) => format!("{begun} "),
            None => format!("{line}\n"),
        })
        .collect();
    let mut stages = BTreeSet::new();
    for line in lines::without_comments(&joined) {
        let (instruction, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        match instruction.to_ascii_uppercase().as_str() {
            "FROM" => {
                let mut words = rest
                    .split_whitespace()
                    .filter(|word| !word.starts_with("--"));
                let image = words.next().unwrap_or_default();
                if image != "scratch" && !stages.contains(&image.to_lowercase()) {
                    into.image(image);
                }
                stages.extend(words.nth(1).map(str::to_lowercase));
            }
            "COPY" => {
                let from = rest
                    .split_whitespace()
                    .find_map(|word| word.strip_prefix("--from="));
                if let Some(image) = from
                    && !stages.contains(&image.to_lowercase())
                    && image.parse::<u32>().is_err()
                {
                    into.image(image);
                }
            }
            "RUN" => rest
                .split("&&")
                .flat_map(|part| part.split(';'))
                .for_each(|command| installed(command, into)),
            _ => {}
        }
    }
}

fn installed(command: &str, into: &mut Components) {
    let words: Vec<&str> = command
        .split_whitespace()
        .filter(|word| !word.starts_with('-'))
        .collect();
    for (wanted, ecosystem) in INSTALLERS {
        let place = words
            .windows(wanted.len())
            .position(|window| window == wanted);
        let Some(place) = place else { continue };
        let python = ecosystem == Ecosystem::PyPi;
        if python
            && !words
                .iter()
                .take(place)
                .any(|word| word.contains("pip") || *word == "uv")
        {
            continue;
        }
        for word in words.iter().skip(place + wanted.len()) {
            let word = word.trim_matches(['"', '\'']);
            // A version is no part of a name; a scope begins with the same sign.
            let end = word
                .char_indices()
                .find(|(at, c)| matches!(c, '=' | '<' | '>' | '~') || (*c == '@' && *at > 0))
                .map_or(word.len(), |(at, _)| at);
            into.package(ecosystem, word.get(..end).unwrap_or(word));
        }
        return;
    }
}
