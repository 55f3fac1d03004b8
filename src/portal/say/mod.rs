//! What the interface says: messages by their name, written in the language of the reader when the
//! page is written. A page's values know no language; the template engine hands it down to each
//! part, so that no part can speak another one than its page.
//!
//! Messages are ours and may hold markup; what is filled in is escaped.

mod catalogue;
mod phrase;

use std::borrow::Cow;
use std::fmt;

use askama::filters::{Html as Escaper, HtmlSafe, escape};
use askama::{FastWritable, Values};

use super::{Html, Language};
use catalogue::Catalogue;
pub use phrase::Phrase;

/// Under this name the language is handed down to the parts of a page.
pub(crate) const LANGUAGE: &str = "language";

/// A message by its name, with what is filled in, such as `total = self.total`.
macro_rules! say {
    ($name:literal $(, $key:ident = $value:expr)* $(,)?) => {
        $crate::portal::say::Said::new($name)$(.with(stringify!($key), &$value))*
    };
}

/// Words that the program has in English, such as the label of a term: `word!(term.label)`. Words
/// that the locales do not have, such as names, stay as they are.
macro_rules! word {
    ($words:expr) => {
        $crate::portal::say::Word::new(&$words)
    };
}

/// Words of the registry's own, such as the definition of a term: where they are not translated
/// they are marked as English.
macro_rules! meaning {
    ($words:expr) => {
        $crate::portal::say::Meaning::new(&$words)
    };
}

#[cfg(test)]
mod tests;

/// A message to be written; the default is none and writes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    name: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// What is filled into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Decides between one and many, too.
    Number(i64),
    /// Any text; it is escaped.
    Text(String),
    /// Markup that [`super::markup`] made.
    Html(Html),
    /// Words of the program, by their English.
    Word {
        /// As the program has them.
        english: String,
        /// Whether they stand within a sentence.
        within: bool,
    },
    /// A message within a message.
    Said(Said),
    /// Several, as a sentence lists them: "a, b and c".
    List(Vec<Value>),
    /// A few words of any kind.
    Phrase(Phrase),
    /// A number with a fraction, as English writes it.
    Decimal(String),
}

/// A number with so many digits behind its point, which some languages write as a comma.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal(pub(crate) f64, pub(crate) usize);

impl Said {
    /// The message of this name.
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            values: Vec::new(),
        }
    }

    /// With something filled in.
    #[must_use]
    pub(crate) fn with(mut self, key: &'static str, value: &(impl Fill + ?Sized)) -> Self {
        self.values.push((key, value.value()));
        self
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty()
    }

    fn write(&self, language: Language, dest: &mut dyn fmt::Write) -> fmt::Result {
        if self.is_empty() {
            return Ok(());
        }
        let catalogue = Catalogue::of(language);
        if self.values.is_empty() {
            return dest.write_str(&catalogue.message(self.name, &[]));
        }
        let values: Vec<_> = self
            .values
            .iter()
            .map(|(key, value)| (*key, value.filled(language)))
            .collect();
        dest.write_str(&catalogue.message(self.name, &values))
    }
}

impl Value {
    fn filled(&self, language: Language) -> catalogue::Filled {
        use catalogue::Filled;
        match self {
            Self::Number(number) => Filled::Number(*number),
            Self::Text(text) => Filled::Html(escaped(text)),
            Self::Html(html) => Filled::Html(html.to_string()),
            Self::Word { english, within } => {
                let word = Word {
                    english,
                    within: *within,
                };
                Filled::Html(escaped(&word.translated(language)))
            }
            Self::Said(said) => {
                let mut html = String::new();
                let written = said.write(language, &mut html);
                Filled::Html(written.map(|()| html).unwrap_or_default())
            }
            Self::List(values) => {
                let all: Vec<String> = values.iter().map(|value| value.html(language)).collect();
                Filled::Html(phrase::listed(&all, "shared-and", language))
            }
            Self::Phrase(phrase) => Filled::Html(phrase.html(language)),
            Self::Decimal(number) => Filled::Html(match language {
                Language::English => number.clone(),
                Language::German => number.replace('.', ","),
            }),
        }
    }

    fn html(&self, language: Language) -> String {
        match self.filled(language) {
            catalogue::Filled::Number(number) => number.to_string(),
            catalogue::Filled::Html(html) => html,
        }
    }
}

fn escaped(text: &str) -> String {
    let Ok(safe) = escape(text, Escaper);
    safe.to_string()
}

/// The language of the page that is being written.
pub(crate) fn spoken(values: &dyn Values) -> Language {
    askama::get_value::<Language>(values, LANGUAGE)
        .copied()
        .unwrap_or_default()
}

impl FastWritable for Said {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        Ok(self.write(spoken(values), dest)?)
    }
}

/// In English, for files and tests.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

impl HtmlSafe for Said {}

/// Words that the program has in English.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    english: &'a str,
    within: bool,
}

impl<'a> Word<'a> {
    pub(crate) fn new(english: &'a str) -> Self {
        Self {
            english,
            within: false,
        }
    }

    /// To stand within a sentence; English then begins them small.
    pub(crate) fn within(self) -> Self {
        Self {
            within: true,
            ..self
        }
    }

    /// As this language has them.
    pub(crate) fn translated(self, language: Language) -> Cow<'a, str> {
        match language {
            Language::English if self.within => within(self.english),
            Language::English => Cow::Borrowed(self.english),
            Language::German => Catalogue::of(language).word(self.english),
        }
    }
}

/// English words to stand within a sentence: small, but for names and abbreviations.
fn within(words: &str) -> Cow<'_, str> {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            Cow::Owned(first.to_lowercase().chain(letters).collect())
        }
        _ => Cow::Borrowed(words),
    }
}

impl FastWritable for Word<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.translated(spoken(values)))?)
    }
}

impl fmt::Display for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.translated(Language::English))
    }
}

/// Words of the registry: translated, or marked as English.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meaning<'a>(&'a str);

impl<'a> Meaning<'a> {
    pub(crate) fn new(english: &'a str) -> Self {
        Self(english)
    }

    fn write(self, language: Language, dest: &mut dyn fmt::Write) -> fmt::Result {
        let words = Catalogue::of(language).word(self.0);
        let foreign = words == self.0 && language != Language::English && !words.is_empty();
        if foreign {
            return write!(dest, "<span lang=\"en\">{}</span>", escaped(&words));
        }
        dest.write_str(&escaped(&words))
    }
}

impl FastWritable for Meaning<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        Ok(self.write(spoken(values), dest)?)
    }
}

impl fmt::Display for Meaning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

impl HtmlSafe for Meaning<'_> {}

/// What can be filled into a message.
pub(crate) trait Fill {
    fn value(&self) -> Value;
}

impl<T: Fill + ?Sized> Fill for &T {
    fn value(&self) -> Value {
        T::value(self)
    }
}

impl Fill for str {
    fn value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Fill for String {
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl<T: Fill> Fill for Vec<T> {
    fn value(&self) -> Value {
        Value::List(self.iter().map(Fill::value).collect())
    }
}

impl Fill for Decimal {
    fn value(&self) -> Value {
        Value::Decimal(format!("{:.1$}", self.0, self.1))
    }
}

impl Fill for Html {
    fn value(&self) -> Value {
        Value::Html(self.clone())
    }
}

impl Fill for Said {
    fn value(&self) -> Value {
        Value::Said(self.clone())
    }
}

impl Fill for Word<'_> {
    fn value(&self) -> Value {
        Value::Word {
            english: self.english.to_owned(),
            within: self.within,
        }
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Fill for $number {
            fn value(&self) -> Value {
                Value::Number(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )+};
}
numbers!(u8, u16, u32, u64, usize, i64);
