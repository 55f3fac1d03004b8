//! Who is who: the mentions of one person in a report, brought together.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::doc::{Doc, Finding};
use super::kind::Kind;
use super::lexicon::fold;
use super::names::untitled;
use super::role::{self, Role};

/// People who share a word beyond this number cannot be told apart by it.
const NAMESAKES: usize = 8;

/// The people of a report. Ambiguous mentions stand for themselves: two Toms are never taken for one.
#[derive(Default)]
pub(super) struct Cast {
    people: Vec<Somebody>,
    /// By where the mention starts.
    mentions: FxHashMap<usize, usize>,
    by_name: FxHashMap<String, usize>,
    by_word: FxHashMap<String, Vec<usize>>,
    by_form: FxHashMap<String, Vec<usize>>,
}

struct Somebody {
    words: Vec<String>,
    role: Option<Role>,
}

/// How much of a name a mention gives, the most telling first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// `Anna Kowalska`, `KOWALSKA Anna`
    Full,
    /// `anna.kowalska`
    Handle,
    /// `A. Kowalska`, `anna.k`
    Initialled,
    /// `Anna`, `Kowalska`, `akowalska`
    Single,
    /// `AK`, `A.K.`
    Initials,
}

struct Mention {
    start: usize,
    form: Form,
    words: Vec<String>,
}

impl Cast {
    /// Meets everybody: full names first, so that the rest leads to the person it belongs to.
    pub(super) fn meet(doc: &Doc) -> Self {
        let mut cast = Self::default();
        let mut mentions: Vec<(Mention, &Finding)> = doc
            .found
            .iter()
            .filter(|finding| finding.kind == Kind::Person)
            .map(|finding| {
                (
                    mention(finding.start, doc.slice(finding.start, finding.end)),
                    finding,
                )
            })
            .collect();
        mentions.sort_by_key(|(mention, finding)| (mention.form, finding.start));
        for (mention, finding) in mentions {
            let who = cast.find(&mention).unwrap_or_else(|| cast.add(&mention));
            cast.mentions.insert(mention.start, who);
            if let Some(somebody) = cast.people.get_mut(who)
                && mention.words.len() > somebody.words.len()
            {
                somebody.words.clone_from(&mention.words);
                cast.index(who);
            }
            if let (Some(role), Some(somebody)) = (role::of(doc, finding), cast.people.get_mut(who))
            {
                let better = somebody.role.is_none_or(|known| role.job && !known.job);
                if better {
                    somebody.role = Some(role);
                }
            }
        }
        for finding in doc
            .found
            .iter()
            .filter(|finding| finding.kind == Kind::Email)
        {
            let text = doc.slice(finding.start, finding.end);
            let local = text.split(['@', '%', '+']).next().unwrap_or_default();
            let mention = mention(finding.start, local.trim_start_matches("mailto:"));
            if let Some(who) = cast.find(&mention) {
                cast.mentions.insert(finding.start, who);
            }
        }
        cast
    }

    /// The number of the person whom this finding mentions.
    pub(super) fn who(&self, finding: &Finding) -> Option<usize> {
        self.mentions.get(&finding.start).copied()
    }

    /// What the text says that this person does.
    pub(super) fn role(&self, who: usize) -> &'static str {
        self.people
            .get(who)
            .and_then(|somebody| somebody.role)
            .map_or("Person", |role| role.name)
    }

    fn find(&self, mention: &Mention) -> Option<usize> {
        if let Some(known) = self.by_name.get(&mention.words.concat()) {
            return Some(*known);
        }
        let words = &mention.words;
        let all = |index: &FxHashMap<String, Vec<usize>>, word: &str| {
            index.get(word).cloned().unwrap_or_default()
        };
        let mut candidates = match mention.form {
            Form::Full | Form::Handle | Form::Initialled => {
                let mut found: Vec<usize> = words
                    .iter()
                    .flat_map(|word| all(&self.by_word, word))
                    .collect();
                found.retain(|who| {
                    self.people
                        .get(*who)
                        .is_some_and(|known| fits(&known.words, words))
                });
                if let (Form::Handle, Some(last)) = (mention.form, words.last())
                    && found.is_empty()
                    && last.len() == 2
                {
                    found = all(&self.by_form, &format!("-{last}"));
                }
                found
            }
            Form::Single => {
                let word = words.first()?;
                let mut found = all(&self.by_word, word);
                found.extend(all(&self.by_form, word));
                if found.is_empty() {
                    found = full_forms(word)
                        .flat_map(|name| all(&self.by_word, name))
                        .collect();
                    found.retain(|who| {
                        let first = self.people.get(*who).and_then(|known| known.words.first());
                        first.is_some_and(|first| full_forms(word).any(|name| name == first))
                    });
                }
                found
            }
            Form::Initials => all(&self.by_form, &format!("-{}", words.concat())),
        };
        candidates.sort_unstable();
        candidates.dedup();
        if candidates.len() > 1 && mention.form == Form::Single {
            // A given name before a surname: "Thomas" is Thomas Ek, not Anna Thomas.
            let firsts: Vec<usize> = candidates
                .iter()
                .copied()
                .filter(|who| {
                    let known = self.people.get(*who).and_then(|known| known.words.first());
                    known == words.first()
                })
                .collect();
            candidates = firsts;
        }
        match candidates.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn add(&mut self, mention: &Mention) -> usize {
        let who = self.people.len();
        self.people.push(Somebody {
            words: mention.words.clone(),
            role: None,
        });
        self.by_name.insert(mention.words.concat(), who);
        // An ambiguous word stays ambiguous.
        let lonely = mention.form == Form::Single
            && mention
                .words
                .first()
                .is_some_and(|word| self.by_word.contains_key(word));
        if !lonely && mention.form != Form::Initials {
            self.index(who);
        }
        who
    }

    /// Makes a person known by each word of the name, by initials, and by the user names made of it.
    fn index(&mut self, who: usize) {
        let Some(somebody) = self.people.get(who) else {
            return;
        };
        let words = somebody.words.clone();
        self.by_name.insert(words.concat(), who);
        let put = |index: &mut FxHashMap<String, Vec<usize>>, key: String| {
            let known = index.entry(key).or_default();
            if known.len() < NAMESAKES && !known.contains(&who) {
                known.push(who);
            }
        };
        for word in words.iter().filter(|word| word.chars().count() > 1) {
            put(&mut self.by_word, word.clone());
        }
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        if words.len() < 2 {
            return;
        }
        let initial = |word: &str| word.chars().next().map(String::from).unwrap_or_default();
        let all: String = words.iter().map(|word| initial(word)).collect();
        let rest = words.get(1..).unwrap_or_default().concat();
        let (f, l) = (initial(first), initial(last));
        for form in [
            format!("-{all}"),
            format!("-{f}{l}"),
            format!("{f}{last}"),
            format!("{f}{rest}"),
            format!("{last}{f}"),
            format!("{first}{l}"),
            format!("{first}{last}"),
        ] {
            put(&mut self.by_form, form);
        }
    }
}

fn mention(start: usize, text: &str) -> Mention {
    let text = untitled(text.trim_matches(['@', '*', '_', '`', '~', ' ']));
    let words = words(text);
    let short = |word: &String| word.chars().count() == 1;
    let capitals = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    let form = match words.as_slice() {
        [one] if capitals && (2..=3).contains(&one.len()) => Form::Initials,
        [_] | [] => Form::Single,
        many if many.iter().all(short) => Form::Initials,
        many if many.iter().any(short) => Form::Initialled,
        _ if !text.contains(' ') && text.starts_with(char::is_lowercase) => Form::Handle,
        _ => Form::Full,
    };
    Mention { start, form, words }
}

/// The words of a name, folded, without particles, accents and apostrophes.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .filter(|word| !word.is_empty())
        .map(|word| fold(word).replace(['\'', '’'], ""))
        .filter(|word| {
            !matches!(
                word.as_str(),
                "" | "van"
                    | "von"
                    | "der"
                    | "de"
                    | "den"
                    | "la"
                    | "le"
                    | "al"
                    | "el"
                    | "bin"
                    | "binti"
                    | "dos"
                    | "da"
                    | "ibn"
            )
        })
        .collect()
}

/// Whether all that one of the two names says, the other says too; a letter says a word that begins with it.
fn fits(known: &[String], new: &[String]) -> bool {
    let within = |small: &[String], large: &[String]| {
        small.iter().all(|word| {
            large.contains(word)
                || word.chars().count() == 1
                    && large
                        .iter()
                        .any(|other| other.starts_with(word.as_str()) && !small.contains(other))
        })
    };
    let long = |name: &[String]| name.iter().filter(|word| word.chars().count() > 1).count();
    within(new, known) || within(known, new) && (known.len() > 1 && long(known) > 0)
}

/// The given names that a short one is commonly short for.
fn full_forms(short: &str) -> impl Iterator<Item = &'static str> {
    const SHORT: &str = "alex:alexander,alexandra,alexandre,alexei,alexey,aleksander,aleksandra,alejandro;andy:andrew,andreas;abby:abigail;bea:beatrice;becca:rebecca;ben:benjamin;beth:elizabeth;bill:william;bob:robert;bobby:robert;cathy:catherine;charlie:charles,charlotte;chris:christopher,christian,christina;dan:daniel;dave:david;deb:deborah;dima:dmitri,dmitry;drew:andrew;ed:edward,edwin;eddie:edward;fred:frederick,alfred;gabi:gabriele,gabriela;gosia:malgorzata;greg:gregory;hans:johannes;jack:john;jan:johannes;jake:jacob;jeff:jeffrey;jen:jennifer;jenny:jennifer;jim:james;jimmy:james;joe:joseph;johnny:john;josh:joshua;kasia:katarzyna;kate:katherine,catherine,kathryn;kathy:katherine,kathleen;katya:ekaterina;ken:kenneth;kim:kimberly;kostya:konstantin;larry:lawrence;liz:elizabeth;lena:elena,magdalena,helena;maggie:margaret;manu:manuel,emmanuel;masha:maria;matt:matthew;max:maximilian,maxim,maxime;meg:megan,margaret;mia:maria;mick:michael;mike:michael;misha:mikhail;nacho:ignacio;nat:natalie,nathan;nate:nathan;nick:nicholas,nicolas,nikolas;olly:oliver;paco:francisco;pat:patrick,patricia;pepe:jose;pete:peter;phil:philip,phillip;rich:richard;rick:richard;rob:robert;ron:ronald;sam:samuel,samantha,samir;sasha:alexander,aleksandr,alexandra;sepp:josef;serge:sergei;seryozha:sergei;steve:stephen,steven;sue:susan;tanya:tatiana;ted:edward,theodore;tim:timothy;tom:thomas,tomas,tomasz;tomek:tomasz;tony:anthony,antonio;uli:ulrich,ulrike;vicky:victoria;vlad:vladimir,vladislav;vova:vladimir;wojtek:wojciech;will:william;zuzka:zuzana;jess:jessica;val:valerie,valentina;xavi:xavier;zach:zachary";
    static NAMES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
        let entries = SHORT.split(';');
        entries.filter_map(|entry| entry.split_once(':')).collect()
    });
    NAMES
        .get(short)
        .into_iter()
        .flat_map(|names| names.split(','))
}

#[cfg(test)]
mod tests;
