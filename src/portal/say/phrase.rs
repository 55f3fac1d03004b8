//! A few words whose kind only their maker knows: a term, a name, a message, or several names.

use std::fmt;

use askama::filters::HtmlSafe;
use askama::{FastWritable, Values};

use super::catalogue::Catalogue;
use super::{Fill, Language, Meaning, Said, Value, Word, escaped, spoken};

/// A few words on a page, such as its heading, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Words that the program has in English; a name stays as it is.
    Words(String),
    /// Words of the registry's own, marked as English where they are not translated.
    Meaning(String),
    /// Words that somebody wrote, in whatever language.
    Content(String),
    /// A message.
    Said(Said),
    /// Names that all belong to it: "a, b and c".
    All(Vec<String>),
    /// Names of which any will do: "a, b or c".
    Any(Vec<String>),
    /// What meets: "a + b".
    Plus(Vec<Phrase>),
    /// Whole sentences, one after the other.
    Sentences(Vec<Phrase>),
}

impl Phrase {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Words(words) | Self::Meaning(words) | Self::Content(words) => words.is_empty(),
            Self::Said(said) => said.is_empty(),
            Self::All(names) | Self::Any(names) => names.is_empty(),
            Self::Plus(parts) | Self::Sentences(parts) => parts.is_empty(),
        }
    }

    /// Without markup, for what is no page.
    pub(crate) fn plain(&self, language: Language) -> String {
        let marks = [
            ("&#60;", "<"),
            ("&#62;", ">"),
            ("&#34;", "\""),
            ("&#39;", "'"),
            ("&#38;", "&"),
        ];
        let html = self.html(language);
        marks
            .iter()
            .fold(html, |text, (mark, letter)| text.replace(mark, letter))
    }

    pub(super) fn html(&self, language: Language) -> String {
        let mut html = String::new();
        // Writing to a string does not fail.
        self.write(language, &mut html).ok();
        html
    }

    fn write(&self, language: Language, dest: &mut dyn fmt::Write) -> fmt::Result {
        let names = |names: &[String], joint| {
            let names: Vec<String> = names.iter().map(|name| escaped(name)).collect();
            listed(&names, joint, language)
        };
        match self {
            Self::Words(words) => dest.write_str(&escaped(&Word::new(words).translated(language))),
            Self::Meaning(words) => Meaning::new(words).write(language, dest),
            Self::Content(text) => dest.write_str(&escaped(text)),
            Self::Said(said) => said.write(language, dest),
            Self::All(all) => dest.write_str(&names(all, "shared-and")),
            Self::Any(any) => dest.write_str(&names(any, "shared-or")),
            Self::Plus(parts) => dest.write_str(&joined(parts, " + ", language)),
            Self::Sentences(parts) => dest.write_str(&joined(parts, " ", language)),
        }
    }
}

fn joined(parts: &[Phrase], between: &str, language: Language) -> String {
    let parts = parts.iter().map(|part| part.html(language));
    parts.collect::<Vec<_>>().join(between)
}

/// "a, b and c", with the message of this name before the last.
pub(super) fn listed(parts: &[String], joint: &'static str, language: Language) -> String {
    match parts {
        [rest @ .., last] if !rest.is_empty() => {
            let joint = Catalogue::of(language).message(joint, &[]);
            format!("{} {joint} {last}", rest.join(", "))
        }
        _ => parts.concat(),
    }
}

impl Default for Phrase {
    fn default() -> Self {
        Self::Words(String::new())
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<Said> for Phrase {
    fn from(said: Said) -> Self {
        Self::Said(said)
    }
}

impl Fill for Phrase {
    fn value(&self) -> Value {
        Value::Phrase(self.clone())
    }
}

impl FastWritable for Phrase {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        Ok(self.write(spoken(values), dest)?)
    }
}

/// In English, for files and tests.
impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

impl HtmlSafe for Phrase {}
