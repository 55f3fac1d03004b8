//! Small steps for reading text from its start.

/// Leading ASCII digits, at most nine: their value, how many, and the rest.
pub(super) fn digits(text: &str) -> Option<(u32, usize, &str)> {
    let width = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(width)?;
    let value = number.parse().ok().filter(|_| width <= 9)?;
    Some((value, width, rest))
}

/// The rest after this very word, if the text starts with it.
pub(super) fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word)
        .filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// Whether the text starts with this very word.
pub(super) fn starts_word(text: &str, word: &str) -> bool {
    strip_word(text, word).is_some()
}

/// Leading letters of any alphabet, and the rest.
pub(super) fn letters(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}
