//! Prose out of redacted Markdown: paragraphs without their marks, whole sentences, single lines.

mod paragraph;
mod sentence;
mod speakable;
#[cfg(test)]
mod tests;
mod told;

use crate::anonymise::RedactedText;

pub(super) use sentence::{Place, Sentence, sentences};
pub(super) use told::english;

/// The text as a single line without Markdown marks, for titles and lists. `None` where it is more
/// than a line, or nothing that can be read aloud: code, a log line, a table, a mere address.
pub(super) fn line(text: &RedactedText) -> Option<RedactedText> {
    let paragraphs = paragraph::paragraphs(text);
    let [only] = paragraphs.as_slice() else {
        return None;
    };
    let whole = 0..only.flat().len();
    speakable::line(only, &whole)
        .then(|| only.redacted(text, &whole))
        .flatten()
}

/// Words as a reader counts them: what white space separates.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
