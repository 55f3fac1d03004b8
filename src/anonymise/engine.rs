//! The anonymiser: clean, look, resolve, replace.

use serde::Serialize;
use zeroize::Zeroizing;

use super::clean::Clean;
use super::doc::{Doc, Finding};
use super::draft::Draft;
use super::kind::Kind;
use super::learned::{self, Lessons};
use super::lexicon::{Facts, Lexicon, fold};
use super::phrases::PhraseBook;
use super::rules::{self, Knowledge};
use super::style::flatten;
use super::table::Table;
use super::text::{RawText, RedactedText};
use super::token::Met;
use super::wishes::{Kept, Wishes};
use super::{placeholder, token};

/// A removed part of a text and what stands in its place; in JSON as the command line and the API
/// give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Redaction {
    /// Where it starts, in Unicode code points of the given text.
    pub start: usize,
    /// Where it ends, in Unicode code points of the given text.
    pub end: usize,
    /// What it was.
    pub kind: Kind,
    /// What stands there now.
    pub replacement: String,
    /// The code of the rule that found it, such as `ip-address`.
    pub rule: &'static str,
}

/// A text after anonymising.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anonymised {
    /// The text with placeholders; invisible characters are gone, too.
    pub text: RedactedText,
    /// What was removed, in the order of the text; never overlapping.
    pub redactions: Vec<Redaction>,
}

/// The name of a technology that stays.
#[derive(Clone, Copy, Debug)]
pub struct KeepName<'a> {
    /// The name or alias as it is written.
    pub name: &'a str,
    /// Also a word, a person or a company: the words around decide.
    pub ambiguous: bool,
}

/// Compiled rules and word lists. Built once, used from any thread.
pub struct Anonymiser {
    technologies: PhraseBook,
    words: Table,
}

/// Stands between two fields of one report; no rule looks across a paragraph.
const BREAK: &str = "\n\n\u{c}\n\n";

impl Anonymiser {
    /// Prepares an anonymiser that leaves these names of technologies.
    pub fn new<'a>(technologies: impl IntoIterator<Item = KeepName<'a>>) -> Self {
        let mut book = PhraseBook::default();
        let technologies: Vec<KeepName> = technologies.into_iter().collect();
        let mut words = Table::with_room(technologies.len());
        for keep in technologies {
            book.add(keep.name, u32::from(keep.ambiguous));
            let folded = fold(keep.name.trim()).into_owned();
            let first: String = folded
                .chars()
                .skip_while(|c| !c.is_alphanumeric())
                .take_while(|c| c.is_alphanumeric())
                .collect();
            let whole = first.len() == folded.len() && !keep.ambiguous;
            words.add(
                &first,
                if whole {
                    Facts::TECH
                } else {
                    Facts::MAYBE_TECH
                },
            );
        }
        let made = Self {
            technologies: book,
            words,
        };
        // Lists and patterns are made on first use: now, not while somebody waits.
        let _ = made.anonymise(&RawText::new("Warm 1 up a@b.example."), &Wishes::default());
        made
    }

    /// Removes what identifies from one text.
    pub fn anonymise(&self, text: &RawText, wishes: &Wishes) -> Anonymised {
        self.anonymise_all(&[text], wishes)
            .pop()
            .unwrap_or_else(|| Anonymised {
                text: RedactedText::made_by_anonymiser(String::new()),
                redactions: Vec::new(),
            })
    }

    /// Several fields of one report as one document: the same placeholder for the same thing in all
    /// of them, and the same zero of time. As many results as texts, in their order.
    pub fn anonymise_all(&self, texts: &[&RawText], wishes: &Wishes) -> Vec<Anonymised> {
        let cleaned: Vec<Clean> = texts.iter().map(|text| Clean::new(text.expose())).collect();
        let mut whole = String::new();
        let mut ranges = Vec::with_capacity(cleaned.len());
        for clean in &cleaned {
            if !whole.is_empty() || !ranges.is_empty() {
                whole.push_str(BREAK);
            }
            ranges.push((whole.len(), whole.len() + clean.text.len()));
            whole.push_str(&clean.text);
        }
        let (declared, kept) = (wishes.names(), wishes.kept());
        let whole = Zeroizing::new(whole);
        let mut folded = Zeroizing::new(String::new());
        let met = &mut Met::default();
        let (mut doc, taken) = self.look(&whole, (&mut folded, met), None, (&declared, &kept));
        // What was removed changes what the rest looks like: look again until nothing new shows, so
        // that a second run finds nothing either.
        let mut draft = Draft::new(&mut doc, &ranges, &taken);
        for _ in 0..4 {
            if self.is_settled(&doc, &draft, met, (&declared, &kept)) {
                break;
            }
            let mut folded = Zeroizing::new(String::new());
            let (again, _) = self.look(&draft.text, (&mut folded, met), None, (&declared, &kept));
            let more: Vec<Finding> = again
                .found
                .iter()
                .filter_map(|finding| draft.back(finding))
                .collect();
            if more.is_empty() {
                break;
            }
            doc.found.extend(more);
            draft = Draft::new(&mut doc, &ranges, &taken);
        }
        let mut made = draft.split(&doc, &cleaned, &ranges);
        if wishes.plain_style {
            for part in &mut made {
                part.text = flatten(&part.text);
            }
        }
        made
    }

    /// Whether a look at the whole draft would find nothing, as far as a look at its changed lines
    /// tells. Mostly it does, and the rest of the draft is what it was.
    fn is_settled(
        &self,
        doc: &Doc,
        draft: &Draft,
        met: &mut Met,
        wishes: (&[String], &Kept),
    ) -> bool {
        if doc.found.is_empty() {
            return true;
        }
        if doc.leans_on_what_is_gone() {
            return false;
        }
        let changed = draft.changed_lines();
        // Nearly all of it: the whole draft costs no more, and tells for certain.
        if changed.len() * 10 >= draft.text.len() * 9 {
            return false;
        }
        let mut folded = Zeroizing::new(String::new());
        let (again, _) = self.look(&changed, (&mut folded, met), Some(doc), wishes);
        again.found.is_empty()
    }

    /// Runs the rules over `text`. `folded` is where its folded words go, `met` are the words met
    /// before; `whole` is the document if `text` is only a part.
    fn look<'a>(
        &self,
        text: &'a str,
        (folded, met): (&'a mut String, &mut Met),
        whole: Option<&'a Doc>,
        (declared, kept): (&[String], &Kept),
    ) -> (Doc<'a>, Vec<String>) {
        let (mut doc, taken) = self.opened(text, folded, met);
        if let Some(whole) = whole {
            doc.belongs_to(whole);
        }
        rules::run(&mut doc, &self.knowledge(declared));
        doc.found.retain(|finding| {
            !kept.spares(
                finding,
                text.get(finding.start..finding.end).unwrap_or_default(),
            )
        });
        (doc, taken)
    }
}

impl Anonymiser {
    /// A document no rule has looked at yet, and the placeholders it came with.
    fn opened<'a>(
        &self,
        text: &'a str,
        folded: &'a mut String,
        met: &mut Met,
    ) -> (Doc<'a>, Vec<String>) {
        let technology = |hash| self.words.get(hash);
        let tokens = token::tokenise(text, Lexicon::shipped(), technology, met, folded);
        let ours = placeholder::find(text);
        let doc = Doc::new(text, tokens, folded, &ours);
        let taken = ours
            .iter()
            .map(|&(start, end)| doc.slice(start, end).to_owned())
            .collect();
        (doc, taken)
    }

    fn knowledge<'a>(&'a self, declared: &'a [String]) -> Knowledge<'a> {
        Knowledge {
            technologies: &self.technologies,
            declared,
            places: &Lexicon::shipped().places,
        }
    }

    /// What the learned tagger can learn from in a text, its words and its runs with digits; for the
    /// program that trains it.
    pub fn lessons(&self, text: &RawText, wishes: &Wishes) -> Lessons {
        let clean = Clean::new(text.expose());
        let mut folded = Zeroizing::new(String::new());
        let (mut doc, _) = self.opened(&clean.text, &mut folded, &mut Met::default());
        rules::all_but_learned(&mut doc, &self.knowledge(&wishes.names()));
        learned::lessons_of(&doc, &clean)
    }
}
