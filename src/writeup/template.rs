//! What a template leaves behind: prompts in italics, placeholders, unticked boxes.

use super::blocks::{Block, BlockKind};

/// Whether the text says that there is nothing to say.
pub(super) fn is_placeholder(text: &str) -> bool {
    const FORMS: [&str; 31] = [
        "n a",
        "na",
        "none",
        "tbd",
        "tba",
        "todo",
        "tbc",
        "fixme",
        "xxx",
        "no comments added",
        "not applicable",
        "nothing",
        "nil",
        "to be determined",
        "to be done",
        "to do",
        "to be completed",
        "lorem ipsum",
        "ingen",
        "ikke relevant",
        "ukjent",
        "keine",
        "entfällt",
        "aucun",
        "aucune",
        "néant",
        "ninguno",
        "ninguna",
        "nenhum",
        "geen",
        "nvt",
    ];
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>();
    if words.len() > 4 {
        return false;
    }
    words.is_empty() || FORMS.contains(&words.join(" ").to_lowercase().as_str())
}

/// Whether the text is a prompt that asks for an answer: set apart by italics or brackets.
pub(super) fn is_prompt(text: &str) -> bool {
    let text = text.trim();
    let inner = [
        ("*", "*"),
        ("_", "_"),
        ("[", "]"),
        ("<", ">"),
        ("{{", "}}"),
        ("(", ")"),
    ]
    .into_iter()
    .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.is_some_and(|inner| {
        let plain = !inner.starts_with('*')
            && !inner.contains("](")
            && !inner.contains("://")
            && !inner.contains(['*', '<', '[']);
        plain && (inner.trim_end().ends_with('?') || instructs(inner))
    })
}

/// Whether a plain sentence tells the writer what to write here, or asks for it.
fn instructs(text: &str) -> bool {
    const VERBS: &str = "describe list explain provide add write fill summarise summarize enter \
        insert include note report run state give document record link outline detail specify \
        beskriv beschreiben beschreibe décrire décrivez describa describir descreva beschrijf \
        placeholder short";
    const ASKING: &str = "who what how when why which where were was did";
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let is = |words: &str| words.split(' ').any(|word| word == first);
    is(VERBS) || (is(ASKING) && text.trim_end().ends_with('?'))
}

/// Words that somebody must have written to fill the template in.
pub(super) fn written_words(block: &Block) -> usize {
    let text = match &block.kind {
        BlockKind::Comment
        | BlockKind::Rule
        | BlockKind::Heading { .. }
        | BlockKind::Item {
            done: Some(false), ..
        } => return 0,
        BlockKind::Table => {
            return super::tables::parse(&block.lines)
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .map(|cell| words(cell))
                .sum();
        }
        _ => block.text(),
    };
    text.lines().map(words).sum()
}

fn words(line: &str) -> usize {
    let unfilled = [
        "HH:MM", "HH:mm", "hh:mm", "YYYY", "yyyy-mm", "??:??", "DD/MM",
    ]
    .iter()
    .any(|form| line.contains(form));
    let remark = line.len() < 60
        && super::zones::declared(line).is_some()
        && super::stamp::leading(line).is_none();
    if unfilled
        || remark
        || is_placeholder(line)
        || is_prompt(line)
        || (instructs(line.trim_start_matches(|c: char| !c.is_alphanumeric()))
            && line.split_whitespace().count() < 30)
    {
        return 0;
    }
    line.split_whitespace()
        .filter(|word| word.contains(char::is_alphabetic))
        .count()
}
