//! Lives, as encyclopaedias and courts tell them: years of any century, dignities, names in other scripts.

use super::court::is_decision;
use super::people;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

const YEAR: &str = "year";
const DIGNITY: &str = "title-and-name";
const SCRIPT: &str = "name-by-context";

/// Whether the text tells of somebody's life.
fn is_life(doc: &Doc) -> bool {
    doc.may_have("born") && (0..doc.tokens.len()).any(|i| doc.folded(i) == "born")
}

/// Finds years from 1500 on: those that belong to a date or span a life ("25 May 1892 – 1976"), and in lives
/// and decisions of courts also those that the words before make years ("until 1934"). Leaves counts.
pub(super) fn find(doc: &mut Doc) {
    let told = is_life(doc) || is_decision(doc);
    if years(doc, told) && !told {
        years(doc, true);
    }
}

/// Years from 1500 on that belong to a date or span a life, and, if that `told_suffices`, where the words
/// before say so. Whether one was long ago.
fn years(doc: &mut Doc, told_suffices: bool) -> bool {
    let mut old = false;
    for i in doc.digits() {
        let token = doc.token(i);
        if token.shape != Shape::Number || token.len() != 4 || !doc.token_free(i) {
            continue;
        }
        let year: u32 = doc.word(i).parse().unwrap_or(0);
        if !(1500..=2099).contains(&year) {
            continue;
        }
        let before = doc.folded(i.wrapping_sub(1));
        let gap = doc.gap_before(i);
        let dated = matches!(doc.kind_at(doc.before(i).start), Some(Kind::Time))
            && matches!(gap, " " | ", " | "–" | "-" | " – " | " - " | " and " | "/");
        let told = told_suffices
            && gap == " "
            && (matches!(
                before,
                "in" | "from"
                    | "until"
                    | "till"
                    | "to"
                    | "between"
                    | "since"
                    | "by"
                    | "and"
                    | "during"
                    | "the"
                    | "of"
                    | "early"
                    | "late"
                    | "circa"
                    | "c"
                    | "around"
                    | "about"
                    | "born"
                    | "after"
                    | "before"
                    | "autumn"
                    | "summer"
                    | "winter"
                    | "spring"
                    | "her"
                    | "his"
                    | "their"
                    | "a"
            ) || doc.before(i).is(Facts::MONTH));
        let spans = matches!(doc.gap(i), " – " | "–" | " - ");
        let bracket = match doc.byte_before(token.start) {
            b'(' => told_suffices || spans,
            b'/' => told_suffices,
            _ => false,
        };
        if dated
            || told
            || bracket
            || told_suffices && doc.slice(doc.before(i).end, token.start) == "–"
        {
            // 1919–20
            let next = doc.token(i + 1);
            let short = matches!(doc.gap(i), "–" | "-" | "/")
                && next.shape == Shape::Number
                && next.len() == 2;
            let mut end = if short { next.end } else { token.end };
            if doc.byte(end) == b's' {
                end += 1;
            }
            old |= year < 1950;
            doc.claim(token.start, end, Kind::Time, YEAR);
        }
    }
    old
}

/// Takes the dignity with the name ("President Nixon"), and names in other scripts, where nobody works on call.
pub(super) fn dignities(doc: &mut Doc) {
    if doc.language != Language::English || !(is_life(doc) || is_decision(doc)) {
        return;
    }
    let people = people(doc);
    for (start, end) in people {
        let first = doc.token_from(start);
        let mut at = first;
        while at > 0
            && doc.gap(at - 1) == " "
            && doc.before(at).is_capital()
            && is_dignity(doc.folded(at - 1))
        {
            at -= 1;
        }
        if at < first && doc.is_free(doc.token(at).start, doc.token(first - 1).end) {
            doc.take(doc.token(at).start, end, Kind::Person, DIGNITY);
        }
    }
    let mut i = 0;
    while i < doc.tokens.len() {
        let mut last = i;
        while foreign(doc.word(last))
            && foreign(doc.word(last + 1))
            && doc.gap(last).len() <= 3
            && !doc.gap(last).contains('\n')
        {
            last += 1;
        }
        if foreign(doc.word(i)) {
            doc.claim(
                doc.token(i).start,
                doc.token(last).end,
                Kind::Person,
                SCRIPT,
            );
        }
        i = last + 1;
    }
}

/// Whether a word is written in letters other than Latin, Greek apart.
fn foreign(word: &str) -> bool {
    word.chars().next().is_some_and(|c| {
        c.is_alphabetic() && c >= '\u{400}' && !('\u{1e00}'..'\u{2000}').contains(&c)
    })
}

fn is_dignity(word: &str) -> bool {
    matches!(
        word,
        "president"
            | "prime"
            | "minister"
            | "vice"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "empress"
            | "emperor"
            | "pope"
            | "brother"
            | "father"
            | "sister"
            | "saint"
            | "general"
            | "lieutenant"
            | "colonel"
            | "major"
            | "captain"
            | "sergeant"
            | "admiral"
            | "judge"
            | "justice"
            | "senator"
            | "governor"
            | "mayor"
            | "chancellor"
            | "ambassador"
            | "secretary"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "baron"
            | "count"
            | "duke"
            | "bishop"
            | "archbishop"
            | "cardinal"
            | "rabbi"
            | "imam"
            | "sheikh"
            | "chief"
            | "detective"
            | "inspector"
            | "constable"
            | "professor"
            | "brigadier"
            | "marshal"
    )
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn years_of_a_life_go() {
        assert_eq!(
            removed("He was born in 1934 and played until 1958."),
            ["1934", "1958"]
        );
        assert_eq!(
            removed("Ada (10 December 1815 – 1852) wrote"),
            ["Ada", "10 December", "1815", "1852"]
        );
        assert!(stays("dropped from 1934 to 1600 requests (1700 at best)"));
    }

    #[test]
    fn dignities_and_other_scripts_go_with_the_name() {
        assert_eq!(
            removed("She was born in Leeds. Then President Nora Okafor (宇野沢) came."),
            ["Leeds", "President Nora Okafor", "宇野沢"]
        );
    }
}
