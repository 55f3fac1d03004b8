//! Text put into Markdown so that it reads as it is.

/// Escapes what Markdown would take for a mark. Placeholders such as `[Engineer A]` and names with
/// underscores inside stay as they are, because they mean nothing to Markdown. White space becomes
/// one space, and none where a line begins.
pub(super) fn escape(text: &str, begins_line: bool) -> String {
    let mut flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !begins_line && text.starts_with(char::is_whitespace) {
        flat.insert(0, ' ');
    }
    if !flat.is_empty() && text.ends_with(char::is_whitespace) {
        flat.push(' ');
    }
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
            '#' | '>' | '+' | '-' | '=' => begins_line && escaped.is_empty(),
            '.' | ')' => begins_line && is_number(&escaped) && after == ' ',
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
