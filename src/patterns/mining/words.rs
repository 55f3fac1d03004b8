//! The words of a report that say what it is about.

use std::collections::BTreeSet;

use crate::report::{Factor, Report};

/// Letters of the shortest word.
const SHORTEST: usize = 3;
/// Words that stand in any report.
const EVERYWHERE: &str = "about after again against all also although always and another any are \
around because been before began being between both but came can change changed could did does done \
down during each either end error errors even every few first following for found from had has have \
having here hour hours how impact incident into issue its itself just later less like made make many \
minute minutes more most much must near never new next nobody none not nothing now off old once one \
only onto other others our out over own problem put ran report said saw same second seconds see seen \
several she should since some something soon still such system systems take taken team than that the \
their them then there these they thing things this those three through time times told too took \
towards two under until upon use used using very was way week well went were what when where which \
while who why will with within without work worked would year yet you your";

/// Words of the summary, the accounts, the timeline and the factors, each once: letters alone, in
/// small letters, without a plural's "s", without marks of the anonymiser, and without words that
/// stand everywhere.
pub(super) fn words<T: AsRef<str>>(report: &Report<T>) -> BTreeSet<String> {
    let mut texts: Vec<&str> = vec![report.summary.as_ref()];
    texts.extend(report.narratives.iter().map(|told| told.text.as_ref()));
    texts.extend(report.timeline.iter().map(|event| event.text.as_ref()));
    for factor in &report.factors {
        of_factor(factor, &mut texts);
    }
    let mut found = BTreeSet::new();
    for text in texts {
        let mut marked = false;
        for word in text.split_inclusive(|letter: char| !letter.is_alphabetic()) {
            let end = word.chars().next_back().unwrap_or(' ');
            let letters = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
            if !marked && letters.chars().count() >= SHORTEST {
                let word = letters.to_lowercase();
                let one = word.strip_suffix('s').unwrap_or(&word);
                let one = if word.ends_with("ss") { &word } else { one };
                if !everywhere(&word) && !everywhere(one) {
                    found.insert(one.to_owned());
                }
            }
            marked = match end {
                '[' => true,
                ']' => false,
                _ => marked,
            };
        }
    }
    found
}

fn everywhere(word: &str) -> bool {
    static WORDS: std::sync::LazyLock<BTreeSet<&str>> =
        std::sync::LazyLock::new(|| EVERYWHERE.split_whitespace().collect());
    WORDS.contains(word)
}

fn of_factor<'a, T: AsRef<str>>(factor: &'a Factor<T>, texts: &mut Vec<&'a str>) {
    texts.push(factor.text.as_ref());
    for child in &factor.children {
        of_factor(child, texts);
    }
}
