//! Flattens what betrays an author or a house: typography, emoji, spelling, greetings.
//!
//! Optional, and done after anonymising, so that it sees placeholders and no name. Code stays as it
//! is: fenced and indented blocks, and what stands between backticks. Doing it twice changes nothing.

mod spelling;
#[cfg(test)]
mod tests;

use super::text::RedactedText;

/// The text in one plain style.
///
/// Straight quotes, hyphens for dashes, three dots for an ellipsis, single spaces, no emoji, one
/// mark at the end of a sentence, British spelling of the words that are spelt in two ways, and no
/// lines that only greet or sign.
pub fn flatten(text: &RedactedText) -> RedactedText {
    RedactedText::made_by_anonymiser(flat(text.as_str()))
}

fn flat(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence: Option<char> = None;
    let mut signing = false;
    for line in text.split_inclusive('\n') {
        let mark = fence_of(line);
        if let Some(open) = fence {
            fence = (mark != Some(open)).then_some(open);
            out.push_str(line);
            continue;
        }
        if mark.is_some() || is_indented(line) {
            fence = mark;
            out.push_str(line);
            continue;
        }
        let (body, end) = match line.strip_suffix('\n') {
            Some(body) => (body, "\n"),
            None => (line, ""),
        };
        let flattened = prose(body);
        // What becomes code by losing its first sign stays as it is.
        let becomes_code = fence_of(&flattened).is_some() || is_indented(&flattened);
        let body = if becomes_code {
            body.to_owned()
        } else {
            flattened
        };
        if greets(&body) || signing && is_name(&body) {
            continue;
        }
        if signs(&body) {
            signing = true;
            continue;
        }
        signing &= body.trim().is_empty();
        out.push_str(&body);
        out.push_str(end);
    }
    out
}

/// The sign of a fence, if the line opens or closes one.
fn fence_of(line: &str) -> Option<char> {
    let body = line.trim_start();
    ['`', '~']
        .into_iter()
        .find(|mark| body.chars().take_while(|c| c == mark).count() >= 3)
}

fn is_indented(line: &str) -> bool {
    line.starts_with("    ") || line.starts_with('\t')
}

/// A line of prose; what stands between backticks stays.
fn prose(line: &str) -> String {
    let ticks = line.matches('`').count();
    let mut out = String::with_capacity(line.len());
    for (n, part) in line.split('`').enumerate() {
        if n > 0 {
            out.push('`');
        }
        // The last of an odd number of backticks opens nothing.
        if n % 2 == 1 && n < ticks {
            out.push_str(part);
        } else {
            out.push_str(&words(&signs_of(part, n == 0), n == 0));
        }
    }
    out
}

/// Typography: one sign for the signs that mean the same.
fn signs_of(text: &str, first: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '“' | '”' | '„' | '‟' | '«' | '»' => out.push('"'),
            '‘' | '’' | '‚' | '‛' => out.push('\''),
            '—' | '―' => out.push_str(" - "),
            '–' => {
                let between = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
                let tight = between(out.chars().next_back()) && between(chars.peek().copied());
                out.push_str(if tight { "-" } else { " - " });
            }
            '…' => out.push_str("..."),
            '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => out.push(' '),
            c if is_emoji(c) && first && out.trim().is_empty() => {
                while chars.next_if_eq(&' ').is_some() {}
            }
            c if is_emoji(c) => out.push(' '),
            '!' | '?' => {
                let mut asks = c == '?';
                while let Some(more) = chars.next_if(|c| matches!(c, '!' | '?')) {
                    asks |= more == '?';
                }
                out.push(if asks { '?' } else { '!' });
            }
            c => out.push(c),
        }
    }
    out
}

fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x1f000..=0x1faff | 0x2600..=0x27bf | 0x2b00..=0x2bff | 0xfe00..=0xfe0f | 0x200d | 0x20e3 | 0xe0020..=0xe007f)
}

/// Single spaces, no `:emoji:`, one spelling. Space before the first word stays.
fn words(text: &str, first: bool) -> String {
    let rest = text.trim_start_matches(' ');
    let lead = text.len() - rest.len();
    let mut out = " ".repeat(if first { lead } else { lead.min(1) });
    let table = first && rest.starts_with('|');
    let mut opens = first;
    let mut space = false;
    for word in rest.split(' ') {
        if word.is_empty() && !table || is_code_of_emoji(word) {
            space = true;
            continue;
        }
        if !out.trim_start().is_empty() || table && space {
            out.push(' ');
        }
        space = true;
        out.push_str(&spelling::one(word, opens));
        opens =
            word.ends_with(['.', ':', '!', '?']) || opens && !word.contains(char::is_alphanumeric);
    }
    if !first && !out.ends_with(' ') && text.ends_with(' ')
        || first && text.ends_with(' ') && !out.trim().is_empty() && !out.ends_with(' ')
    {
        out.push(' ');
    }
    out
}

/// `:fire:`, as chats write emoji.
fn is_code_of_emoji(word: &str) -> bool {
    word.strip_prefix(':')
        .and_then(|word| word.strip_suffix(':'))
        .is_some_and(|name| {
            name.starts_with(|c: char| c.is_ascii_lowercase())
                && name.bytes().all(|b| {
                    b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-')
                })
        })
}

fn bare(line: &str) -> String {
    line.trim()
        .trim_end_matches([',', '.', '!', ' ', '-'])
        .to_lowercase()
}

/// "Hi all," by itself.
fn greets(line: &str) -> bool {
    let bare = bare(line);
    let mut words = bare.split(' ');
    let hello = matches!(
        words.next(),
        Some("hi" | "hello" | "hey" | "dear" | "morning" | "greetings")
    );
    let whom = |word: &str| {
        matches!(
            word,
            "all" | "team" | "everyone" | "everybody" | "folks" | "there" | "colleagues"
        )
    };
    let rest: Vec<&str> = words.collect();
    hello && (rest.iter().all(|word| whom(word)) || is_name(&rest.join(" ")))
}

/// "Kind regards," by itself.
fn signs(line: &str) -> bool {
    matches!(
        bare(line).as_str(),
        "thanks"
            | "many thanks"
            | "thank you"
            | "thanks all"
            | "thanks everyone"
            | "cheers"
            | "best"
            | "best regards"
            | "kind regards"
            | "warm regards"
            | "regards"
            | "sincerely"
            | "yours sincerely"
            | "best wishes"
            | "br"
            | "kr"
            | "mfg"
            | "mvh"
            | "cordialement"
            | "saludos"
            | "groeten"
            | "viele grüße"
            | "liebe grüße"
    )
}

/// Nothing but one placeholder of a person or team.
fn is_name(line: &str) -> bool {
    let inner = line
        .trim()
        .strip_prefix('[')
        .and_then(|line| line.strip_suffix(']'));
    inner.is_some_and(|inner| {
        !inner.contains(['[', ']']) && inner.len() <= 24 && inner.contains(' ')
    })
}
