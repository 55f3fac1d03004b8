//! Removals for people: in the text, as a list, as places.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use crate::anonymise::{Anonymised, Kind, Leak, RawText, Redaction, finds, leak};
use crate::identifiability::Level;
use crate::intake::verdict;

/// Whether a stream shows colours: it is a terminal, and nobody asked for none (no-color.org).
pub(super) fn coloured(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// The text with each removal beside what stands there now, then the removals with their rules, and
/// how many there are of each kind. It stays on the reporter's own screen.
pub(super) fn diff(text: &RawText, redactions: &[Redaction], colour: bool) -> String {
    let (red, green, plain) = if colour {
        ("\x1b[31m", "\x1b[32m", "\x1b[0m")
    } else {
        ("", "", "")
    };
    let (mut shown, mut list) = (String::new(), String::new());
    let mut characters = text.expose().chars();
    let mut at = 0;
    for (found, (line, column)) in redactions.iter().zip(starts(text.expose(), redactions)) {
        shown.extend(characters.by_ref().take(found.start - at));
        let length = found.end - found.start;
        let removed: String = characters.by_ref().take(length).collect();
        at = found.end;
        let (mark, kind, rule) = (&found.replacement, found.kind.label(), found.rule);
        for part in [
            red, "[-", &removed, "-]", plain, green, "{+", mark, "+}", plain,
        ] {
            shown.push_str(part);
        }
        let removed = removed.split_whitespace().collect::<Vec<_>>().join(" ");
        let finds = finds(rule);
        for part in [
            &format!("{line}:{column}: {kind}: {red}{removed}{plain} -> {green}{mark}{plain}"),
            &format!(" ({rule}: {finds})\n"),
        ] {
            list.push_str(part);
        }
    }
    shown.extend(characters);
    let gap = if shown.ends_with('\n') { "\n" } else { "\n\n" };
    shown + gap + &list + &counts(redactions) + "\n"
}

/// Line and column, from 1, at which each removal starts.
fn starts(text: &str, redactions: &[Redaction]) -> Vec<(usize, usize)> {
    let mut points = redactions.iter().map(|found| found.start).peekable();
    let mut found = Vec::with_capacity(redactions.len());
    let (mut line, mut column) = (1, 1);
    for (at, c) in text.chars().enumerate() {
        while points.next_if_eq(&at).is_some() {
            found.push((line, column));
        }
        (line, column) = if c == '\n' {
            (line + 1, 1)
        } else {
            (line, column + 1)
        };
    }
    found
}

/// `3 removed: 2 person, 1 secret`.
fn counts(redactions: &[Redaction]) -> String {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for redaction in redactions {
        *counts.entry(redaction.kind).or_default() += 1;
    }
    if counts.is_empty() {
        return "Nothing was removed.".to_owned();
    }
    let parts: Vec<String> = counts
        .iter()
        .map(|(kind, count)| format!("{count} {}", kind.label()))
        .collect();
    format!("{} removed: {}", redactions.len(), parts.join(", "))
}

/// Where something identifying is: the place, the kind and the rule, never the text.
pub(super) fn places(name: &str, text: &RawText, redactions: &[Redaction]) -> Vec<String> {
    let starts = starts(text.expose(), redactions);
    let place = |(found, (line, column)): (&Redaction, (usize, usize))| {
        let (kind, rule) = (found.kind.label(), found.rule);
        format!("{name}:{line}:{column}: {kind} ({rule})")
    };
    redactions.iter().zip(starts).map(place).collect()
}

/// What a person must know besides the text: secrets to revoke, and how identifiable it still is.
pub(super) fn warnings(text: &RawText, outcome: &Anonymised) -> Vec<String> {
    let characters: Vec<char> = text.expose().chars().collect();
    let secrets = outcome
        .redactions
        .iter()
        .filter(|found| found.kind == Kind::Secret);
    let mut leaks: Vec<Leak> = secrets
        .map(|found| {
            let secret = characters.get(found.start..found.end).unwrap_or_default();
            leak(found.rule, &secret.iter().collect::<String>())
        })
        .collect();
    leaks.sort_unstable();
    leaks.dedup();
    let mut lines: Vec<String> = leaks
        .iter()
        .map(|leak| format!("warning: it had {} in it. {}", leak.what, leak.todo))
        .collect();
    let verdict = verdict(outcome);
    if verdict.level > Level::Low {
        lines.push(format!(
            "Who could recognise it: {}.",
            verdict.level.label()
        ));
        lines.extend(verdict.reasons.iter().map(|reason| format!("- {reason}")));
    }
    lines
}
