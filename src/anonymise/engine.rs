//! The anonymiser: clean, look, resolve, replace.

use super::clean::Clean;
use super::doc::{Doc, Finding};
use super::kind::Kind;
use super::lexicon::{Facts, Lexicon, fold};
use super::phrases::PhraseBook;
use super::replace::Replacer;
use super::rules::{self, Knowledge};
use super::text::{RawText, RedactedText};
use super::{placeholder, token};

/// A removed part of a text and what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    words: rustc_hash::FxHashMap<String, Facts>,
}

/// Stands between two fields of one report; no rule looks across a paragraph.
const BREAK: &str = "\n\n\u{c}\n\n";

impl Anonymiser {
    /// Prepares an anonymiser that leaves these names of technologies.
    pub fn new<'a>(technologies: impl IntoIterator<Item = KeepName<'a>>) -> Self {
        let mut book = PhraseBook::default();
        let mut words: rustc_hash::FxHashMap<String, Facts> = rustc_hash::FxHashMap::default();
        for keep in technologies {
            book.add(keep.name, if keep.ambiguous { 1 } else { 0 });
            let folded = fold(keep.name.trim()).into_owned();
            let first: String = folded
                .chars()
                .skip_while(|c| !c.is_alphanumeric())
                .take_while(|c| c.is_alphanumeric())
                .collect();
            let whole = first.len() == folded.len() && !keep.ambiguous;
            let facts = words.entry(first).or_default();
            *facts = facts.or(if whole {
                Facts::TECH
            } else {
                Facts::MAYBE_TECH
            });
        }
        let made = Self {
            technologies: book,
            words,
        };
        // Lists and patterns are made on first use: now, not while somebody waits.
        let _ = made.anonymise(&RawText::new("Warm 1 up a@b.example."), &[]);
        made
    }

    /// Removes what identifies from one text. `declared` are names that go wherever they stand.
    pub fn anonymise(&self, text: &RawText, declared: &[RawText]) -> Anonymised {
        self.anonymise_all(&[text], declared)
            .pop()
            .unwrap_or_else(|| Anonymised {
                text: RedactedText::made_by_anonymiser(String::new()),
                redactions: Vec::new(),
            })
    }

    /// Several fields of one report as one document: the same placeholder for the same thing in all
    /// of them, and the same zero of time. As many results as texts, in their order.
    pub fn anonymise_all(&self, texts: &[&RawText], declared: &[RawText]) -> Vec<Anonymised> {
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
        let declared: Vec<String> = declared
            .iter()
            .map(|name| Clean::new(name.expose()).text.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let whole = zeroize::Zeroizing::new(whole);
        let (mut doc, taken) = self.look(&whole, &declared);
        let findings = resolve(std::mem::take(&mut doc.found), &ranges);
        doc.found = findings;
        let mut replacer = Replacer::new(taken);
        replacer.prepare(&doc);
        let mut results = Vec::with_capacity(cleaned.len());
        let mut at = 0;
        for (clean, &(start, end)) in cleaned.iter().zip(&ranges) {
            let from = at;
            while doc.found.get(at).is_some_and(|finding| finding.start < end) {
                at += 1;
            }
            let own = doc.found.get(from..at).unwrap_or_default();
            results.push(write(&doc, clean, (start, end), own, &mut replacer));
        }
        results
    }

    fn look<'a>(&self, text: &'a str, declared: &[String]) -> (Doc<'a>, Vec<String>) {
        let lexicon = Lexicon::shipped();
        let tokens = token::tokenise(text, lexicon, |word| {
            self.words.get(word).copied().unwrap_or_default()
        });
        let mut doc = Doc::new(text, tokens);
        let mut taken = Vec::new();
        for (start, end) in placeholder::find(text) {
            doc.keep(start, end);
            taken.push(doc.slice(start, end).to_owned());
        }
        rules::run(
            &mut doc,
            &Knowledge {
                technologies: &self.technologies,
                declared,
                places: &lexicon.places,
            },
        );
        (doc, taken)
    }
}

/// Sorts, joins what overlaps, and cuts at the edges of the fields.
fn resolve(mut found: Vec<Finding>, ranges: &[(usize, usize)]) -> Vec<Finding> {
    found.sort_by_key(|finding| (finding.start, std::cmp::Reverse(finding.end)));
    let mut out: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        match out.last_mut() {
            Some(last) if finding.start < last.end => last.end = last.end.max(finding.end),
            _ => out.push(finding),
        }
    }
    out.into_iter()
        .flat_map(|finding| {
            let first = ranges.partition_point(|(_, end)| *end <= finding.start);
            let parts: Vec<Finding> = ranges
                .iter()
                .skip(first)
                .take_while(|(start, _)| *start < finding.end)
                .map(|(start, end)| Finding {
                    start: finding.start.max(*start),
                    end: finding.end.min(*end),
                    ..finding.clone()
                })
                .collect();
            parts
        })
        .collect()
}

fn write(
    doc: &Doc,
    clean: &Clean,
    (start, end): (usize, usize),
    found: &[Finding],
    replacer: &mut Replacer,
) -> Anonymised {
    let spans: Vec<(usize, usize)> = found
        .iter()
        .map(|f| (f.start - start, f.end - start))
        .collect();
    let mut text = String::with_capacity(end - start);
    let mut redactions = Vec::with_capacity(found.len());
    let mut at = start;
    for (finding, (from, to)) in found.iter().zip(clean.origin(&spans)) {
        let replacement = replacer.placeholder(doc, finding);
        text.push_str(doc.slice(at, finding.start));
        text.push_str(&replacement);
        at = finding.end;
        redactions.push(Redaction {
            start: from,
            end: to,
            kind: finding.kind,
            replacement,
            rule: finding.rule,
        });
    }
    text.push_str(doc.slice(at, end));
    Anonymised {
        text: RedactedText::made_by_anonymiser(text),
        redactions,
    }
}
