//! Clocks that measure how long something took: `took 1:30 h`, `elapsed 05:11:40`, `for 01:10:00`.

use crate::anonymise::doc::{Doc, Language};

/// `took 1:30 h`, `00:04:12 elapsed`, `Duration: 01:10:00`, and the clock of a systemd calendar.
pub(super) fn is_duration(doc: &Doc, i: usize, end: usize) -> bool {
    let before = doc.folded(i.wrapping_sub(1));
    let gap = doc.gap_before(i);
    let signs = |c: char| matches!(c, ' ' | ':' | '=' | '*' | '|' | '~' | '\t' | '"' | '+');
    let near = gap.len() <= 24 && gap.trim_matches(signs).is_empty();
    let said = near
        && matches!(
            before,
            "took"
                | "lasted"
                | "elapsed"
                | "duration"
                | "downtime"
                | "uptime"
                | "runtime"
                | "dauer"
                | "dauerte"
                | "duree"
                | "duracion"
                | "duracao"
                | "duur"
                | "varighet"
                | "ttd"
                | "ttr"
                | "ttm"
                | "mttr"
                | "mttd"
                | "etime"
                | "walltime"
                | "length"
                | "longest"
                | "shortest"
                | "average"
                | "median"
                | "wallclock"
                | "laufzeit"
                | "tiempo"
                | "temps"
                | "runs"
                | "lag"
                | "delay"
                | "delayed"
                | "behind"
                | "pendant"
                | "durante"
                | "while"
                | "time-to-recover"
        );
    // With seconds: "for 01:10:00", "in 00:04:12", "runtime of 02:00:00", "+00:12:30".
    let text = doc.slice(doc.token(i).start, end);
    let seconds = text.matches(':').count() == 2 && !text.contains(' ');
    let measured = seconds
        && (gap == " " && matches!(before, "for" | "in" | "within" | "over" | "of")
            || doc.byte_before(doc.token(i).start) == b'+');
    // English writes no clocks with h, but "4 h 18" of downtime.
    let hours = doc.language == Language::English && text.contains(" h ");
    let after = doc.token_from(end);
    let follows = doc.slice(end, doc.token(after).start) == " "
        && matches!(
            doc.word(after),
            "elapsed"
                | "remaining"
                | "long"
                | "duration"
                | "minutes"
                | "min"
                | "mins"
                | "later"
                | "behind"
                | "late"
                | "ago"
        );
    let calendar = doc.gap_before(i).ends_with("-* ");
    said || follows || calendar || measured || hours
}
