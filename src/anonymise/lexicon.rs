//! What is known about a word: English, computing, a name, a place, a cue.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::phrases::PhraseBook;
use super::table::{Table, hash};

/// A set of facts about a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts(u32);

macro_rules! facts {
    ($($name:ident = $bit:expr;)*) => { impl Facts { $(pub(super) const $name: Self = Self(1 << $bit);)* } };
}

facts! {
    COMMON = 0; RARE = 1; COMPUTING = 2; ACRONYM = 3; GIVEN = 4; SURNAME = 5; PLACE = 6; TECH = 7;
    TITLE = 8; ROLE = 9; PERSON_BEFORE = 10; PERSON_AFTER = 11; ORG_BEFORE = 12; ORG_SUFFIX = 13;
    ORG_HEAD = 14; TEAM_BEFORE = 15; BUSINESS = 16; TECH_NOUN = 17; HOST_CUE = 18; NOT_NAME = 19;
    WEEKDAY = 20; MONTH = 21; ZONE = 22; DEMONYM = 23; ARTICLE = 24; FOREIGN = 25; MAYBE_TECH = 26; STREET = 27;
    CODE_NAME = 28; SYSTEM = 29; SOFTWARE = 30; PERSON_DOES = 31;
}

impl Facts {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ENGLISH: Self = Self(0b11);
    pub(super) const NAME: Self = Self(0b11 << 4);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// One bit a fact.
    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    /// Whether any of `other` holds.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The shipped word lists, read once.
pub(super) struct Lexicon {
    words: Table,
    pub(super) places: PhraseBook,
}

const LISTS: [(&str, Facts); 10] = [
    (
        include_str!("../../schema/lexicon/english-common.txt"),
        Facts::COMMON,
    ),
    (
        include_str!("../../schema/lexicon/english-rare.txt"),
        Facts::RARE,
    ),
    (
        include_str!("../../schema/lexicon/computing.txt"),
        Facts::COMPUTING,
    ),
    (
        include_str!("../../schema/lexicon/software.txt"),
        Facts::SOFTWARE,
    ),
    (
        include_str!("../../schema/lexicon/acronyms.txt"),
        Facts::ACRONYM,
    ),
    (
        include_str!("../../schema/lexicon/code-names.txt"),
        Facts::CODE_NAME,
    ),
    (
        include_str!("../../schema/lexicon/given-names.txt"),
        Facts::GIVEN,
    ),
    (
        include_str!("../../schema/lexicon/surnames.txt"),
        Facts::SURNAME,
    ),
    (
        include_str!("../../schema/lexicon/foreign.txt"),
        Facts::FOREIGN,
    ),
    (
        include_str!("../../schema/lexicon/places.txt"),
        Facts::PLACE,
    ),
];

const CUES: &str = include_str!("../../schema/lexicon/cues.txt");

fn section(name: &str) -> Facts {
    match name {
        "title" => Facts::TITLE,
        "role" => Facts::ROLE,
        "person_before" => Facts::PERSON_BEFORE,
        "person_after" => Facts::PERSON_AFTER,
        "person_does" => Facts::PERSON_DOES,
        "org_before" => Facts::ORG_BEFORE,
        "org_suffix" => Facts::ORG_SUFFIX,
        "org_head" => Facts::ORG_HEAD,
        "team_before" => Facts::TEAM_BEFORE,
        "business" => Facts::BUSINESS,
        "tech_noun" => Facts::TECH_NOUN,
        "host_cue" => Facts::HOST_CUE,
        "not_name" => Facts::NOT_NAME,
        "weekday" => Facts::WEEKDAY,
        "month" => Facts::MONTH,
        "zone" => Facts::ZONE,
        "demonym" => Facts::DEMONYM,
        "street" => Facts::STREET,
        "system" => Facts::SYSTEM,
        "article" => Facts::ARTICLE,
        _ => Facts::NONE,
    }
}

impl Lexicon {
    pub(super) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
        &SHIPPED
    }

    fn read() -> Self {
        let lines: usize = LISTS.iter().map(|(list, _)| list.len() / 8).sum();
        let mut words = Table::with_room(lines + CUES.len() / 4);
        let mut places = PhraseBook::default();
        for (list, fact) in LISTS {
            for line in list.lines().filter(|line| !line.starts_with(['#', '['])) {
                if fact == Facts::PLACE && line.contains([' ', '-', '\'']) {
                    places.add(line, 0);
                } else {
                    words.add(line, fact);
                }
            }
        }
        let mut fact = Facts::NONE;
        for line in CUES.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                fact = section(name.trim_end_matches(']'));
            } else {
                line.split_ascii_whitespace()
                    .for_each(|word| words.add(word, fact));
            }
        }
        Self { words, places }
    }

    /// The facts about a word given in lower case, folded. English forms in -s, -es, -ies, -ed
    /// and -ing count as the word they come from.
    pub(super) fn facts(&self, word: &str) -> Facts {
        self.facts_of(word, hash(word))
    }

    /// The same for a word whose hash is known.
    pub(super) fn facts_of(&self, word: &str, hash: u64) -> Facts {
        let own = self.words.get(hash);
        if own.any(Facts::ENGLISH.or(Facts::COMPUTING)) {
            return own;
        }
        own.or(self.stem(word))
    }

    fn stem(&self, word: &str) -> Facts {
        let wanted = Facts::ENGLISH.or(Facts::COMPUTING);
        let look = |stem: &str| {
            let facts = self.words.get(hash(stem));
            if facts.any(wanted) {
                Facts(facts.0 & wanted.0)
            } else {
                Facts::NONE
            }
        };
        let mut found = Facts::NONE;
        if let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2) {
            found = found.or(look(stem));
            if let Some(stem) = stem.strip_suffix('e').filter(|stem| stem.len() > 2) {
                found = found.or(look(stem));
                if let Some(stem) = stem.strip_suffix('i') {
                    found = found.or(look(&format!("{stem}y")));
                }
            }
        } else if let Some(stem) = word.strip_suffix("ed").filter(|stem| stem.len() > 2) {
            found = look(stem).or(look(word.strip_suffix('d').unwrap_or_default()));
        } else if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) {
            found = look(stem).or(look(&format!("{stem}e")));
        }
        found
    }
}

/// Lower case without accents: the form in which the lists are kept.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    {
        return Cow::Borrowed(word);
    }
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    Cow::Owned(out)
}

/// Writes the folded `word` behind what is in `out`.
pub(super) fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        if let Some(made) = out.get_mut(start..) {
            made.make_ascii_lowercase();
        }
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'þ' => out.push_str("th"),
            'ħ' => out.push('h'),
            '’' => out.push('\''),
            c if c.is_ascii() => out.push(c),
            c => unicode_normalization::char::decompose_canonical(c, |d| {
                if unicode_normalization::char::canonical_combining_class(d) == 0 {
                    out.push(d);
                }
            }),
        }
    }
}
