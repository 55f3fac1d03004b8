//! The messages of each language, read once from what is embedded of `frontend/locales`.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::Embed;
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::portal::Language;

/// Words that the program has in English, and their translations under the same names.
const WORDS: &str = "words.ftl";

#[derive(Embed)]
#[folder = "frontend/locales"]
pub(super) struct Locales;

/// All messages of one language.
pub(super) struct Catalogue {
    messages: FluentBundle<FluentResource>,
    /// Translations by the English words.
    words: FxHashMap<String, String>,
}

/// A value as a message takes it: escaped already.
pub(super) enum Filled {
    Number(i64),
    Html(String),
}

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Language::English));
static GERMAN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Language::German));

impl Catalogue {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        }
    }

    /// What does not parse or is there twice is left out; a test reads every file.
    fn read(language: Language) -> Self {
        let mut messages = bundle(language);
        for file in files(language).filter(|file| !file.ends_with(WORDS)) {
            // A message that is there already stays.
            messages.add_resource(resource(&file)).ok();
        }
        let words = if language == Language::English {
            FxHashMap::default()
        } else {
            translated(language)
        };
        Self { messages, words }
    }

    /// The message of this name with its values; its name where there is none.
    pub(super) fn message<'a>(
        &'a self,
        name: &'a str,
        values: &[(&'a str, Filled)],
    ) -> Cow<'a, str> {
        let message = self.messages.get_message(name);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return Cow::Borrowed(name);
        };
        let mut errors = Vec::new();
        if values.is_empty() {
            return self.messages.format_pattern(pattern, None, &mut errors);
        }
        let mut args = FluentArgs::with_capacity(values.len());
        for (key, value) in values {
            match value {
                Filled::Number(number) => args.set(*key, FluentValue::from(*number)),
                Filled::Html(html) => args.set(*key, FluentValue::from(html.as_str())),
            }
        }
        let filled = self
            .messages
            .format_pattern(pattern, Some(&args), &mut errors);
        Cow::Owned(filled.into_owned())
    }

    /// The translation of English words, or these. A time in words is translated word by word.
    pub(super) fn word<'a>(&'a self, english: &'a str) -> Cow<'a, str> {
        match self.words.get(english) {
            Some(words) => Cow::Borrowed(words),
            None => self
                .time(english)
                .map_or(Cow::Borrowed(english), Cow::Owned),
        }
    }

    /// "October 2026", "October to December 2026" or "30 December 2026".
    fn time(&self, english: &str) -> Option<String> {
        let (rest, year) = english.rsplit_once(' ')?;
        let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !number(year) {
            return None;
        }
        let translated = |word: &str| match self.words.get(word) {
            Some(month) => Some(month.clone()),
            None => number(word).then(|| format!("{word}.")),
        };
        let words: Option<Vec<String>> = rest.split(' ').map(translated).collect();
        Some(format!("{} {year}", words?.join(" ")))
    }
}

/// The files of a language.
pub(super) fn files(language: Language) -> impl Iterator<Item = Cow<'static, str>> {
    let folder = format!("{}/", language.primary());
    Locales::iter().filter(move |file| file.starts_with(&folder))
}

/// An embedded file, as far as it can be read.
fn resource(file: &str) -> FluentResource {
    let found = Locales::get(file);
    let bytes = found.map(|file| file.data).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    FluentResource::try_new(text).unwrap_or_else(|(read, _)| read)
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Text of reports is isolated by its own markup.
    bundle.set_use_isolating(false);
    bundle
}

/// English words with their translations.
fn translated(language: Language) -> FxHashMap<String, String> {
    let mut pairs = FxHashMap::default();
    let (mut english, mut other) = (bundle(Language::English), bundle(language));
    let source = resource(&format!("{}/{WORDS}", Language::English.primary()));
    let names: Vec<String> = source
        .entries()
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect();
    english.add_resource(source).ok();
    let target = resource(&format!("{}/{WORDS}", language.primary()));
    other.add_resource(target).ok();
    for name in names {
        if let (Some(from), Some(to)) = (whole(&english, &name), whole(&other, &name)) {
            pairs.insert(from, to);
        }
    }
    pairs
}

fn whole(bundle: &FluentBundle<FluentResource>, name: &str) -> Option<String> {
    let pattern = bundle.get_message(name)?.value()?;
    Some(
        bundle
            .format_pattern(pattern, None, &mut Vec::new())
            .into_owned(),
    )
}
