//! The names met in one document, so that every later mention is recognised.

use rustc_hash::{FxHashMap, FxHashSet};

use super::doc::Doc;
use super::kind::Kind;
use super::lexicon::{Facts, Lexicon, fold};
use super::table::{Sieve, hash};
use super::token::Token;

/// What a word of a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) kind: Kind,
    /// Also an ordinary word: only a capital letter makes it the name.
    pub(super) ordinary: bool,
}

/// Words of names, folded, and the user names people may have.
#[derive(Default)]
pub(super) struct Names {
    words: FxHashMap<String, Known>,
    users: FxHashSet<String>,
    /// The words and users at a glance.
    sieve: Sieve,
    /// First words of full names.
    firsts: FxHashSet<String>,
    /// First parts of machine names that are no words: `emb` of `emb-db-01`.
    prefixes: FxHashSet<String>,
    /// Names that their owners write small, as in a chat.
    small: FxHashSet<String>,
    /// Names that the text explains as the author's own, whatever else they mean.
    own: FxHashMap<String, Kind>,
}

impl Names {
    pub(super) fn get(&self, word: &str) -> Option<Known> {
        self.words.get(word).copied()
    }

    /// Whether `token` may be one of the words or user names; mostly it is not.
    pub(super) fn may_have(&self, token: &Token) -> bool {
        self.sieve.may_have(token.hash)
    }

    /// Whether somebody met in this document may have this user name.
    pub(super) fn is_user(&self, word: &str) -> bool {
        self.users.contains(word)
    }

    /// Whether these joined words, as they stand, are the user name of somebody met.
    pub(super) fn may_be_user(&self, chunk: &str) -> bool {
        self.sieve.may_have(hash(chunk)) && self.users.contains(chunk)
    }

    /// Remembers a user name as it stands.
    pub(super) fn add_handle(&mut self, handle: &str) {
        self.add_user(fold(handle).into_owned());
    }

    /// Whether this is the first name of somebody met in this document.
    pub(super) fn is_first(&self, word: &str) -> bool {
        self.firsts.contains(word)
    }

    /// Remembers what somebody is called by everybody.
    pub(super) fn add_first(&mut self, word: &str) {
        self.firsts.insert(fold(word).into_owned());
    }

    /// Remembers a name that is written small.
    pub(super) fn add_small(&mut self, word: &str) {
        self.small.insert(fold(word).into_owned());
    }

    /// Whether somebody in this document writes this as a name, small.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// Remembers how the owner's machine names begin.
    pub(super) fn add_prefix(&mut self, word: &str) {
        self.prefixes.insert(fold(word).into_owned());
    }

    /// Whether machine names of this document begin so.
    pub(super) fn is_prefix(&self, word: &str) -> bool {
        self.prefixes.contains(word)
    }

    /// Remembers a name that the text explains as the author's own, even if a technology has it, too.
    pub(super) fn add_own(&mut self, word: &str, kind: Kind) {
        let word = fold(word).into_owned();
        let ordinary = Lexicon::shipped().facts(&word).any(
            Facts::ENGLISH
                .or(Facts::COMPUTING)
                .or(Facts::FOREIGN)
                .or(Facts::NOT_NAME),
        );
        self.sieve.add(hash(&word));
        self.words
            .entry(word.clone())
            .or_insert(Known { kind, ordinary });
        self.own.entry(word).or_insert(kind);
    }

    /// What the text explains this name of its author's own as.
    pub(super) fn own(&self, word: &str) -> Option<Kind> {
        self.own.get(fold(word).as_ref()).copied()
    }

    /// Whether the text explains any name.
    pub(super) fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Remembers one word of a name. Words that say nothing by themselves are left out.
    pub(super) fn add_word(&mut self, word: &str, kind: Kind) {
        let word = fold(word).into_owned();
        let facts = Lexicon::shipped().facts(&word);
        let particle = matches!(
            word.as_str(),
            "van"
                | "von"
                | "der"
                | "den"
                | "de"
                | "la"
                | "le"
                | "del"
                | "di"
                | "da"
                | "dos"
                | "du"
                | "al"
                | "el"
                | "bin"
                | "ben"
                | "ibn"
                | "and"
                | "of"
                | "the"
                | "san"
                | "st"
                | "ni"
                | "mac"
                | "mc"
                | "ter"
                | "ten"
                | "und"
                | "et"
        );
        let generic = kind != Kind::Person
            && facts.any(
                Facts::ORG_SUFFIX
                    .or(Facts::ORG_HEAD)
                    .or(Facts::PLACE)
                    .or(Facts::TECH)
                    .or(Facts::COMPUTING)
                    .or(Facts::DEMONYM)
                    .or(Facts::ACRONYM),
            );
        if word.chars().count() < 2
            || particle
            || generic
            || facts.any(Facts::WEEKDAY.or(Facts::MONTH)) && !facts.any(Facts::NAME)
            || !word.contains(char::is_alphabetic)
        {
            return;
        }
        let ordinary = facts.any(
            Facts::ENGLISH
                .or(Facts::COMPUTING)
                .or(Facts::FOREIGN)
                .or(Facts::TECH)
                .or(Facts::NOT_NAME)
                .or(Facts::ROLE),
        );
        self.sieve.add(hash(&word));
        self.words.entry(word).or_insert(Known { kind, ordinary });
    }

    /// Remembers a person's name and the user names that are made from it.
    pub(super) fn add_person(&mut self, name: &str) {
        let name = untitled(name);
        let words: Vec<String> = name
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
            .filter(|word| !word.is_empty())
            .map(|word| fold(word).replace('\'', ""))
            .collect();
        for word in name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’'))) {
            self.add_word(word, Kind::Person);
        }
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        if words.len() < 2 || last.len() < 2 {
            return;
        }
        self.firsts.insert(first.clone());
        let f = first.chars().next().map(String::from).unwrap_or_default();
        let l = last.chars().next().map(String::from).unwrap_or_default();
        let rest = words.get(1..).unwrap_or_default().concat();
        for user in [
            format!("{f}{last}"),
            format!("{f}.{last}"),
            format!("{f}_{last}"),
            format!("{f}-{last}"),
            format!("{f}{rest}"),
            format!("{last}{f}"),
            format!("{last}.{f}"),
        ] {
            self.add_user(user);
        }
        if first.len() > 1 {
            for user in [
                format!("{first}{last}"),
                format!("{first}.{last}"),
                format!("{first}_{last}"),
                format!("{first}-{last}"),
                format!("{first}{l}"),
                format!("{first}.{l}"),
                format!("{first}_{l}"),
                format!("{last}.{first}"),
            ] {
                self.add_user(user);
            }
            let initials: String = words
                .iter()
                .filter_map(|word| word.chars().next())
                .collect();
            if initials.len() >= 2 {
                self.sieve.add(hash(&initials));
                self.users.insert(format!("-{initials}"));
            }
        }
    }

    fn add_user(&mut self, user: String) {
        self.sieve.add(hash(&user));
        self.users.insert(user);
    }

    /// Remembers every word of an organisation's or product's name.
    pub(super) fn add_name(&mut self, name: &str, kind: Kind) {
        for word in name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’'))) {
            self.add_word(word, kind);
        }
    }

    /// Claims a name found in the text and remembers it.
    pub(super) fn claim(
        &mut self,
        doc: &mut Doc,
        start: usize,
        end: usize,
        kind: Kind,
        rule: &'static str,
    ) {
        if doc.claim(start, end, kind, rule) {
            let name = doc.slice(start, end);
            if kind == Kind::Person {
                self.add_person(name);
            } else {
                self.add_name(name, kind);
            }
        }
    }
}

impl Names {
    /// Takes a person's name whole, where only a part of it was found before.
    pub(super) fn take(&mut self, doc: &mut Doc, start: usize, end: usize, rule: &'static str) {
        let mine = (start..end)
            .all(|at| !doc.is_kept(at) && doc.kind_at(at).is_none_or(|kind| kind == Kind::Person));
        if mine {
            doc.take(start, end, Kind::Person, rule);
            self.add_person(doc.slice(start, end));
        }
    }
}

/// The name without the title before it: "Dr. Okafor" is looked for as "Okafor".
pub(super) fn untitled(name: &str) -> &str {
    let Some((title, rest)) = name.split_once([' ', '.']) else {
        return name;
    };
    let facts = Lexicon::shipped().facts(&fold(title));
    let rest = rest.trim_start_matches([' ', '.']);
    if facts.any(Facts::TITLE) && !facts.any(Facts::GIVEN) && !rest.is_empty() {
        rest
    } else {
        name
    }
}
