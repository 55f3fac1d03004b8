//! Text put into Markdown so that it reads as it is.

/// Escapes what Markdown would take for a mark. Placeholders such as `[Engineer A]` and names with
/// underscores inside stay as they are, because they mean nothing to Markdown.
pub(super) fn escape(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(flat.len());
    let mut before = ' ';
    let mut rest = flat.chars().peekable();
    while let Some(character) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let mark = match character {
            '\\' | '`' | '*' | '<' | '~' | '|' => true,
            '&' => after.is_alphanumeric() || after == '#',
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            ']' => matches!(after, '(' | '[' | ':'),
            '!' => after == '[',
            '#' | '>' | '+' | '-' | '=' => escaped.is_empty(),
            '.' | ')' => is_number(&escaped) && after == ' ',
            _ => false,
        };
        if mark {
            escaped.push('\\');
        }
        escaped.push(character);
        before = character;
    }
    escaped
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
