//! Which form a write-up has.

use super::blocks::is_fence;

/// The form of a write-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown of any flavour.
    Markdown,
    /// Plain text, also text taken from a PDF.
    Text,
    /// One JSON object.
    Json,
}

impl Format {
    /// Guesses from a file name, if there is one, and from the text.
    pub fn guess(name: Option<&str>, text: &str) -> Self {
        let name = name.unwrap_or_default().to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        if ends(&[".json"]) {
            Self::Json
        } else if ends(&[".md", ".markdown", ".mdx", ".qmd", ".rmd", ".mkd", ".erb"]) {
            Self::Markdown
        } else if text.trim_start().starts_with('{')
            && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
        {
            Self::Json
        } else if looks_like_markdown(text) {
            Self::Markdown
        } else {
            Self::Text
        }
    }
}

fn looks_like_markdown(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default().trim_end();
    if first == "---" || first == "+++" {
        return true;
    }
    let mut previous = "";
    text.lines().any(|line| {
        let marked = is_atx(line)
            || is_underline(line, previous)
            || line.trim_start().starts_with("- **")
            || (line.starts_with("**") && line.get(2..).is_some_and(|rest| rest.contains("**")))
            || line.contains("](http")
            || line.starts_with("|--")
            || line.starts_with("| --")
            || line.starts_with("| :--")
            || (is_fence(line).is_some() && !line.starts_with(' '));
        previous = line;
        marked
    })
}

/// `## Heading` or the `h2. Heading` of wikis.
fn is_atx(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    let wiki = line.starts_with("h1. ") || line.starts_with("h2. ");
    wiki || (rest.len() < line.len() && rest.starts_with(' '))
}

fn is_underline(line: &str, previous: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 3
        && !previous.trim().is_empty()
        && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}
