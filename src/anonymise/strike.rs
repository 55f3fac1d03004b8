//! More to be taken out of text that was anonymised before: words that a person points at.
//!
//! Every occurrence in all texts of a report goes, and each gets the same mark. What is gone
//! already stays gone, and nothing within a mark is looked at.

use std::collections::BTreeSet;
use std::ops::Range;

use super::kind::Kind;
use super::text::{RawText, RedactedText};
use super::{label, placeholder, role};

/// Texts after striking.
#[derive(Clone, Debug)]
pub struct Struck {
    /// As many as were given, in their order.
    pub texts: Vec<RedactedText>,
    /// At how many places something was taken out.
    pub places: usize,
}

/// Takes words out of texts wherever they stand as whole words, whatever their case and the white
/// space between them. Words that mean the same thing are struck together: each of `words` is one
/// thing and gets its own letter or number.
pub fn strike(texts: &[&RedactedText], words: &[RawText], kind: Kind) -> Struck {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for text in texts {
        let text = text.as_str();
        let marks = placeholder::find(text).into_iter();
        taken.extend(marks.filter_map(|(start, end)| text.get(start..end).map(str::to_owned)));
    }
    let mut made: Vec<String> = texts.iter().map(|text| text.as_str().to_owned()).collect();
    let mut places = 0;
    // The longest first, so that a part of a name does not break the whole.
    let mut words: Vec<&RawText> = words.iter().filter(|words| !words.is_blank()).collect();
    words.sort_by_key(|words| std::cmp::Reverse(words.expose().len()));
    for words in words {
        let mark = mark(kind, &taken);
        let before = places;
        for text in &mut made {
            let found = occurrences(text, words.expose());
            places += found.len();
            for range in found.into_iter().rev() {
                text.replace_range(range, &mark);
            }
        }
        if places > before {
            taken.insert(mark);
        }
    }
    let texts = made.into_iter().map(RedactedText::made_by_anonymiser);
    Struck {
        texts: texts.collect(),
        places,
    }
}

/// How many marks of each kind a text holds, in the order of [`Kind::ALL`]; kinds it has none of
/// are left out.
pub fn removed(texts: &[&RedactedText]) -> Vec<(Kind, usize)> {
    let mut counts = [0_usize; Kind::ALL.len()];
    for text in texts {
        let text = text.as_str();
        for (start, end) in placeholder::find(text) {
            let inner = text.get(start + 1..end - 1).unwrap_or_default();
            if let Some(count) = counts.get_mut(kind_of(inner) as usize) {
                *count += 1;
            }
        }
    }
    let counts = Kind::ALL.into_iter().zip(counts);
    counts.filter(|(_, count)| *count > 0).collect()
}

/// What a mark stands for, as far as it tells.
fn kind_of(inner: &str) -> Kind {
    let inner = inner.split_once(", ").map_or(inner, |(head, _)| head);
    let head = inner.rsplit_once(' ').map_or(inner, |(head, _)| head);
    if inner == "user" || role::names().any(|role| role == head) {
        return Kind::Person;
    }
    if inner.starts_with("e-mail") {
        return Kind::Email;
    }
    match inner {
        "phone" => return Kind::Phone,
        "link" => return Kind::Url,
        "secret" => return Kind::Secret,
        "place" | "street address" => return Kind::Loc,
        "id" | "path" | "redacted" => return Kind::Id,
        "IP" | "IP range" | "MAC address" => return Kind::Ip,
        "amount of money" | "age" | "a small amount of money" => return Kind::Amount,
        _ => {}
    }
    match head {
        "Place" | "Region" | "Site" | "Store" => Kind::Loc,
        "IP" | "IP range" => Kind::Ip,
        "Ticket" | "Channel" | "id" => Kind::Id,
        _ if label::is_product(head) => Kind::Product,
        _ if label::lettered().any(|label| label == head) => Kind::Org,
        _ if label::numbered().any(|label| label == head) => Kind::Host,
        _ if super::band::is_mark(inner) => Kind::Amount,
        _ => Kind::Time,
    }
}

/// A mark of this kind that the texts do not have yet.
fn mark(kind: Kind, taken: &BTreeSet<String>) -> String {
    let free = |made: &dyn Fn(usize) -> String| {
        let mut n = 0;
        loop {
            let mark = made(n);
            if !taken.contains(&mark) || n > 20_000 {
                return mark;
            }
            n += 1;
        }
    };
    let lettered = |label: &str| free(&|n| format!("[{label} {}]", placeholder::letters(n)));
    let numbered = |label: &str| free(&|n| format!("[{label} {}]", n + 1));
    match kind {
        Kind::Person => lettered("Person"),
        Kind::Org => lettered("Organisation"),
        Kind::Product => lettered("Service"),
        Kind::Loc => lettered("Place"),
        Kind::Host => numbered("Host"),
        Kind::Ip => numbered("IP"),
        Kind::Id => numbered("id"),
        Kind::Email => "[e-mail]".to_owned(),
        Kind::Phone => "[phone]".to_owned(),
        Kind::Url => "[link]".to_owned(),
        Kind::Secret => "[secret]".to_owned(),
        Kind::Time => "[time]".to_owned(),
        Kind::Amount => "[redacted]".to_owned(),
    }
}

/// Where the words stand in a text, in bytes and in order, none within a mark.
fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = plain(words.trim()).map(|(_, _, c)| c).collect();
    let there: Vec<(usize, usize, char)> = plain(text).collect();
    let marks = placeholder::find(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let mut at = 0;
    while let Some(window) = there.get(at..at + wanted.len()) {
        let same = window.iter().map(|(_, _, c)| c).eq(&wanted);
        let (start, end) = match (window.first(), window.last()) {
            (Some(first), Some(last)) => (first.0, last.1),
            _ => break,
        };
        let before = at.checked_sub(1).and_then(|before| there.get(before));
        let after = there.get(at + wanted.len());
        let bounded = |inside: Option<&char>, outside: Option<&(usize, usize, char)>| {
            !(inside.is_some_and(|c| c.is_alphanumeric())
                && outside.is_some_and(|(_, _, c)| c.is_alphanumeric()))
        };
        let whole = bounded(wanted.first(), before) && bounded(wanted.last(), after);
        let inside = marks.iter().any(|(from, to)| start < *to && end > *from);
        if same && whole && !inside {
            found.push(start..end);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// The characters of a text in lower case with their bytes; white space as one space.
fn plain(text: &str) -> impl Iterator<Item = (usize, usize, char)> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, c) = chars.next()?;
        let mut end = start + c.len_utf8();
        if !c.is_whitespace() {
            return Some((start, end, c.to_lowercase().next().unwrap_or(c)));
        }
        while let Some((at, space)) = chars.next_if(|(_, next)| next.is_whitespace()) {
            end = at + space.len_utf8();
        }
        Some((start, end, ' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(texts: &[&str], words: &[&str], kind: Kind) -> (Vec<String>, usize) {
        let texts: Vec<RedactedText> = texts
            .iter()
            .map(|text| RedactedText::made_by_anonymiser((*text).to_owned()))
            .collect();
        let words: Vec<RawText> = words.iter().map(|words| RawText::new(*words)).collect();
        let made = strike(&texts.iter().collect::<Vec<_>>(), &words, kind);
        let texts = made.texts.iter().map(|text| text.as_str().to_owned());
        (texts.collect(), made.places)
    }

    #[test]
    fn every_occurrence_in_every_text_goes_and_gets_the_same_mark() {
        let (texts, places) = struck(
            &[
                "Blue  Kite was down. BLUE\nKITE!",
                "blue kites and Blue Kite's team",
            ],
            &["blue kite"],
            Kind::Product,
        );
        assert_eq!(
            texts,
            [
                "[Service A] was down. [Service A]!",
                "blue kites and [Service A]'s team"
            ]
        );
        assert_eq!(places, 3);
    }

    #[test]
    fn marks_are_left_alone_and_their_letters_not_given_twice() {
        let (texts, places) = struck(
            &["[Organisation A] and Acme; person [Person A], Acme Labs"],
            &["Acme", "person", "Acme Labs"],
            Kind::Org,
        );
        assert_eq!(
            texts,
            [
                "[Organisation A] and [Organisation D]; [Organisation C] [Person A], [Organisation B]"
            ]
        );
        assert_eq!(places, 3);
    }

    #[test]
    fn what_is_made_is_known_as_a_mark_of_its_kind() {
        for kind in Kind::ALL {
            let (texts, _) = struck(&["the word here"], &["word"], kind);
            let text = RedactedText::made_by_anonymiser(texts[0].clone());
            let expected = if kind == Kind::Amount { Kind::Id } else { kind };
            assert_eq!(removed(&[&text]), [(expected, 1)], "{text}");
        }
        let marks = "[Engineer A] [Customer B] [Topic A] [Region A, Europe] [Web host 2] \
                     [Ticket 1] [T+12m] [the week before] [many users]";
        let text = RedactedText::made_by_anonymiser(marks.to_owned());
        let kinds: Vec<&str> = removed(&[&text])
            .iter()
            .map(|(kind, _)| kind.as_str())
            .collect();
        assert_eq!(
            kinds,
            [
                "PERSON", "ORG", "PRODUCT", "LOC", "HOST", "ID", "TIME", "AMOUNT"
            ]
        );
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(
            struck(&["a"], &["", "  "], Kind::Person),
            (vec!["a".to_owned()], 0)
        );
    }
}
