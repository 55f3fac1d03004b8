//! Severity as organisations write it, turned to 1 (negligible) to 5 (catastrophic).

use crate::report::Severity;

use super::scan::digits;

/// Reads "SEV-2", "P1", "Critical", "2"; numbers count down from the worst.
pub(super) fn read(value: &str) -> Option<Severity> {
    let lower = value.trim().to_lowercase();
    let level =
        numbered(&lower).or_else(|| lower.split(|c: char| !c.is_alphabetic()).find_map(named))?;
    Severity::try_from(level).ok()
}

fn numbered(lower: &str) -> Option<u8> {
    let at = lower.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = lower.split_at_checked(at)?;
    let before = before.trim_end_matches(|c: char| !c.is_alphabetic());
    let prefix = [
        "", "sev", "severity", "p", "prio", "priority", "s", "level", "tier",
    ];
    let (number, 1, after) = digits(rest)? else {
        return None;
    };
    let alone = !after.starts_with(|c: char| c.is_alphanumeric() || c == '.' || c == '/');
    if !alone || !prefix.contains(&before) {
        return None;
    }
    match number {
        0 | 1 => Some(5),
        2..=5 => u8::try_from(6 - number).ok(),
        _ => None,
    }
}

fn named(word: &str) -> Option<u8> {
    match word {
        "catastrophic" | "critical" | "kritisk" | "kritisch" | "critique" | "crítica"
        | "crítico" | "kritiek" | "blocker" => Some(5),
        "major" | "high" | "severe" | "høy" | "hoch" | "majeur" | "haute" | "élevée" | "alta"
        | "alto" | "hoog" | "grave" => Some(4),
        "medium" | "moderate" | "serious" | "middels" | "mittel" | "moyenne" | "media"
        | "média" | "gemiddeld" => Some(3),
        "minor" | "low" | "lav" | "niedrig" | "gering" | "mineure" | "faible" | "baja"
        | "baixa" | "laag" => Some(2),
        "negligible" | "none" | "trivial" | "informational" => Some(1),
        _ => None,
    }
}
