//! What holds for the messages: both languages say the same things, and pages say all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use super::catalogue::{Catalogue, Locales, files};
use crate::portal::{Html, Labels, Language, samples};
use crate::taxonomy::ListId;

/// A message: what is filled in, and its tags in order, each with its addresses and classes.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    keys: BTreeSet<String>,
    tags: BTreeSet<String>,
}

/// Every message of a language by its name, with its file.
fn messages(language: Language) -> BTreeMap<String, (String, Shape, String)> {
    let mut all = BTreeMap::new();
    for file in files(language) {
        let text = String::from_utf8(Locales::get(&file).unwrap().data.into_owned()).unwrap();
        let read = parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in read.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut keys = BTreeSet::new();
            let mut words = String::new();
            walk(message.value.as_ref().unwrap(), &mut keys, &mut words);
            let tags = words.split('<').skip(1);
            let tags = tags.filter_map(|tag| tag.split('>').next());
            // Content in English is marked as such in German alone.
            let tags = tags.filter(|tag| !tag.contains("lang=\"en\"") && !tag.starts_with('/'));
            let shape = Shape {
                keys,
                tags: tags.map(str::to_owned).collect(),
            };
            let name = file.split_once('/').unwrap().1.to_owned();
            let other = all.insert(message.id.name.to_owned(), (name, shape, words));
            let words_file = file.ends_with("words.ftl");
            assert!(other.is_none() || words_file, "{}: twice", message.id.name);
        }
    }
    all
}

fn walk(pattern: &Pattern<&str>, keys: &mut BTreeSet<String>, words: &mut String) {
    for element in &pattern.elements {
        let expression = match element {
            PatternElement::TextElement { value } => {
                words.push_str(value);
                continue;
            }
            PatternElement::Placeable { expression } => expression,
        };
        match expression {
            Expression::Inline(inline) => key(inline, keys, words),
            Expression::Select { selector, variants } => {
                key(selector, keys, &mut String::new());
                for variant in variants {
                    walk(&variant.value, keys, words);
                }
            }
        }
    }
}

fn key(inline: &InlineExpression<&str>, keys: &mut BTreeSet<String>, words: &mut String) {
    if let InlineExpression::VariableReference { id } = inline {
        keys.insert(id.name.to_owned());
        words.push('…');
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let (english, german) = (messages(Language::English), messages(Language::German));
    let names = |all: &BTreeMap<String, _>| all.keys().cloned().collect::<BTreeSet<_>>();
    let missing: Vec<_> = names(&english)
        .symmetric_difference(&names(&german))
        .cloned()
        .collect();
    assert!(missing.is_empty(), "only in one language: {missing:?}");
    for (name, (file, shape, words)) in &english {
        let (other_file, other, translated) = &german[name];
        assert_eq!(file, other_file, "{name}");
        assert_eq!(shape, other, "{name}");
        assert_eq!(words.is_empty(), translated.is_empty(), "{name}");
    }
}

/// Source text that may name messages: templates and the portal's code.
fn sources(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if !path.ends_with("say/tests.rs") {
            all.push_str(&fs::read_to_string(path).unwrap_or_default());
        }
    }
}

/// The names behind `say!(`, and what is filled in.
fn said(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let calls = source.split("say!(").skip(1);
    let named = |call: &str| {
        let (name, rest) = call.trim_start().strip_prefix('"')?.split_once('"')?;
        let mut depth = 1_i32;
        let mut end = rest.len();
        for (at, letter) in rest.char_indices() {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            if depth == 0 {
                end = at;
                break;
            }
        }
        let mut keys = BTreeSet::new();
        let mut level = 0_i32;
        let mut start = 0;
        let body = rest.get(..end).unwrap();
        for (at, letter) in body.char_indices().chain([(body.len(), ',')]) {
            level +=
                i32::from(matches!(letter, '(' | '[')) - i32::from(matches!(letter, ')' | ']'));
            if letter == ',' && level == 0 {
                let part = body.get(start..at).unwrap().trim();
                if let Some((key, _)) = part.split_once(" = ") {
                    keys.insert(key.trim().to_owned());
                }
                start = at + 1;
            }
        }
        Some((name.to_owned(), keys))
    };
    calls.filter_map(named).collect()
}

#[test]
fn every_message_is_said_with_all_that_is_filled_in() {
    let mut source = String::new();
    sources(Path::new("frontend/templates"), &mut source);
    sources(Path::new("src/portal"), &mut source);
    let messages = messages(Language::English);
    let said = said(&source);
    for (name, keys) in &said {
        let (_, shape, _) = messages
            .get(name)
            .unwrap_or_else(|| panic!("there is no message {name}"));
        assert_eq!(keys, &shape.keys, "{name}");
    }
    let said: BTreeSet<_> = said.into_iter().map(|(name, _)| name).collect();
    let unused: Vec<_> = messages
        .iter()
        .filter(|(name, (file, ..))| file != "words.ftl" && !said.contains(*name))
        .map(|(name, _)| name)
        // Lists are joined by it.
        .filter(|name| !["shared-and", "shared-or"].contains(&name.as_str()))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

/// The English words that have a translation.
fn words() -> Vec<String> {
    let messages = messages(Language::English);
    let words = messages.into_values();
    let words = words.filter(|(file, ..)| file == "words.ftl");
    words.map(|(_, _, words)| words).collect()
}

#[test]
fn every_term_of_the_fixed_lists_has_its_german_name() {
    let known: BTreeSet<_> = words().into_iter().collect();
    let labels = Labels::builtin();
    for list in ListId::ALL.iter().copied() {
        for group in labels.groups(list) {
            let terms = group.terms.into_iter().map(|term| term.label);
            for label in terms.chain([group.label, labels.list(list).to_owned()]) {
                assert!(
                    label.is_empty() || known.contains(&label),
                    "{}: “{label}” is in neither words.ftl",
                    list.as_str()
                );
            }
        }
    }
}

#[test]
fn words_are_those_that_the_program_or_its_lists_have() {
    let mut source = String::new();
    sources(Path::new("src"), &mut source);
    for list in fs::read_dir("schema/taxonomy").unwrap() {
        let path = list.unwrap().path();
        source.push_str(&fs::read_to_string(path).unwrap_or_default());
    }
    source.push_str(&fs::read_to_string("schema/rules.tsv").unwrap());
    // Sentences that are broken over lines, and quotation marks within strings.
    let source: String = source.replace("\\\n", "").replace("\\\"", "\"");
    let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words();
    // A sentence may begin small and lack its full stop where it is made from an error.
    let stem = |words: &String| {
        words
            .get(1..)
            .unwrap_or(words)
            .trim_end_matches('.')
            .to_owned()
    };
    let stems: Vec<String> = words.iter().map(stem).collect();
    let finder = aho_corasick::AhoCorasick::new(&stems).unwrap();
    let found = finder.find_overlapping_iter(&source);
    let found: BTreeSet<usize> = found.map(|found| found.pattern().as_usize()).collect();
    let missing: Vec<_> = (0..words.len())
        .filter(|at| !found.contains(at))
        .map(|at| &words[at])
        .collect();
    assert!(missing.is_empty(), "nobody has {missing:?}");
}

/// The words of a page that are its own: no content, no code, no text marked as English.
fn own_words(html: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut inside: Vec<(String, bool)> = Vec::new();
    for part in html.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else {
            continue;
        };
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if tag.starts_with('/') {
            while inside.pop().is_some_and(|(opened, _)| opened != name) {}
        } else if !["meta", "link", "input", "br", "!doctype", ""].contains(&name.as_str())
            && !tag.ends_with('/')
        {
            let content = ["bdi", "code", "pre", "q", "textarea", "style", "tspan"]
                .contains(&name.as_str())
                || ["prose", "lang=\"en\"", "chip", "mono", "receipt"]
                    .iter()
                    .any(|mark| tag.contains(mark));
            inside.push((name, content));
        }
        if !inside.iter().any(|(_, content)| *content) && !text.trim().is_empty() {
            words.push(text.trim().to_owned());
        }
    }
    words
}

/// Words that English sentences are made of and German ones are not.
const ENGLISH: [&str; 32] = [
    "the", "of", "and", "to", "is", "are", "it", "its", "what", "who", "how", "when", "that",
    "this", "with", "for", "from", "by", "not", "be", "been", "you", "your", "we", "or", "has",
    "have", "nothing", "report", "reports", "each", "which",
];

#[test]
fn a_german_page_says_nothing_in_english() {
    let pages = samples::german();
    assert!(pages.len() > 30);
    let messages = messages(Language::English);
    let german = Catalogue::of(Language::German);
    let english: BTreeSet<&str> = messages
        .iter()
        .filter(|(name, (file, shape, words))| {
            let same = file == "words.ftl" && german.word(words) == words.as_str()
                || german.message(name, &[]) == words.as_str();
            shape.keys.is_empty() && shape.tags.is_empty() && !same && words.contains(' ')
        })
        .map(|(_, (_, _, words))| words.as_str())
        .collect();
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, html) in pages {
        assert!(html.contains("<html lang=\"de\">"), "{name}");
        for text in own_words(&html) {
            let words = text.split(|letter: char| !letter.is_alphabetic());
            let strange: Vec<_> = words
                .filter(|word| ENGLISH.contains(&word.to_lowercase().as_str()))
                .collect();
            // What is typed into a field stays as programs read it.
            let typed = ["worked:", "no effect:", "/report"]
                .iter()
                .any(|typed| text.contains(typed));
            let same = english.contains(text.as_str()) || !strange.is_empty();
            if same && !typed && !text.ends_with("· Candor") {
                said.entry(text).or_default().push(name.clone());
            }
        }
    }
    let said: Vec<String> = said
        .into_iter()
        .map(|(text, pages)| format!("“{text}” on {}", pages.join(", ")))
        .collect();
    assert!(said.is_empty(), "in English:\n{}", said.join("\n"));
}

#[test]
fn what_is_filled_in_is_escaped() {
    let said = say!("note-prefix", prefix = "<b>&");
    assert!(said.to_string().contains("&#60;b&#62;&#38;"), "{said}");
    let html = Html::default();
    let listed = say!("crowd-none", parts = vec!["a", "b", "c"]);
    assert!(listed.to_string().contains("a, b and c"), "{listed}");
    assert!(
        say!("start-nothing-was-kept", problem = html)
            .to_string()
            .starts_with(' ')
    );
}

#[test]
fn times_in_words_are_translated_word_by_word() {
    let german = Catalogue::of(Language::German);
    for (english, translated) in [
        ("October 2026", "Oktober 2026"),
        ("October to December 2026", "Oktober bis Dezember 2026"),
        ("30 December 2026", "30. Dezember 2026"),
        ("2026", "2026"),
        ("Redis 2026", "Redis 2026"),
    ] {
        assert_eq!(german.word(english), translated);
    }
}
