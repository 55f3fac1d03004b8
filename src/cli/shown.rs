//! Removals for people: in the text, as a list, as places.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use crate::anonymise::{Anonymised, Kind, Leak, RawText, Redaction, leaks};
use crate::identifiability::{Level, Verdict};
use crate::intake::verdict;

/// Whether a stream shows colours: it is a terminal, and nobody asked for none (no-color.org).
pub(super) fn coloured(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// The text with each removal beside what stands there now, then the removals with their rules, and
/// how many there are of each kind. It stays on the reporter's own screen. With colour, what is gone
/// is red and struck through, what stands there is green; without, signs as of `wdiff` tell.
pub(super) fn diff(text: &RawText, redactions: &[Redaction], colour: bool) -> String {
    let [(gone, gone_end), (new, new_end)] = if colour {
        [("\x1b[31;9m", "\x1b[0m"), ("\x1b[32m", "\x1b[0m")]
    } else {
        [("[-", "-]"), ("{+", "+}")]
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
        for part in [gone, &removed, gone_end, new, mark, new_end] {
            shown.push_str(part);
        }
        let removed = removed.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = format!("{line}:{column}: {kind}: {removed} -> {mark} ({rule})\n");
        list.push_str(&line);
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

/// `3 removed: person 2, secret 1`.
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
        .map(|(kind, count)| format!("{} {count}", kind.label()))
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

/// Which secrets were found, and where each is revoked.
pub(super) fn secrets(text: &RawText, redactions: &[Redaction]) -> Vec<String> {
    let line = |leak: &Leak| format!("warning: it has {} in it. {}", leak.what, leak.todo);
    leaks(text, redactions).iter().map(line).collect()
}

/// How identifiable a report still is, and why.
pub(super) fn judged(verdict: &Verdict) -> Vec<String> {
    let reasons = verdict.reasons.iter().map(|reason| format!("- {reason}"));
    let level = format!("Who could recognise it: {}", verdict.level.label());
    [level].into_iter().chain(reasons).collect()
}

/// How identifiable a text still is, and why; nothing where little points at anybody.
pub(super) fn doubts(outcome: &Anonymised) -> Vec<String> {
    let verdict = verdict(outcome);
    if verdict.level == Level::Low {
        return Vec::new();
    }
    let reasons = verdict.reasons.iter().map(|reason| format!("- {reason}"));
    let level = format!("warning: {}", verdict.level.label());
    [level].into_iter().chain(reasons).collect()
}
