//! Court decisions: numbers of cases, and the courts and offices of a place.

use super::ticket::SERIAL;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// ORG: courts and offices of a place, in decisions of courts. Example: `It went from court to court: the {Riga City Court} refused, and a higher court agreed with that court`
const COURT: &str = "court-or-office";

/// Whether the text is a decision of a court: courts on every page.
pub(super) fn is_decision(doc: &Doc) -> bool {
    (doc.may_have("court") || doc.may_have("courts"))
        && (0..doc.tokens.len())
            .filter(|i| matches!(doc.folded(*i), "court" | "courts"))
            .nth(3)
            .is_some()
}

/// Finds numbers of applications and cases ("no. 36110/97"), and in decisions of courts the courts and
/// offices of a place, while names that every country's law has ("the Supreme Administrative Court") stay.
pub(super) fn find(doc: &mut Doc) {
    dockets(doc);
    if is_decision(doc) {
        offices(doc);
    }
}

/// `no. 36110/97`, `nos. 8374/03 and 8375/03`: a number and two digits of a year.
fn dockets(doc: &mut Doc) {
    let mut listed = 0;
    for i in doc.digits() {
        let (token, year) = (doc.token(i), doc.token(i + 1));
        let shaped = token.shape == Shape::Number
            && (2..=6).contains(&token.len())
            && doc.gap(i) == "/"
            && year.shape == Shape::Number
            && (year.len() == 2 || year.len() == 4)
            && doc.byte(year.end) != b'/';
        if !shaped || doc.byte_before(token.start) == b'/' {
            continue;
        }
        let before = doc.folded(i.wrapping_sub(1));
        let told = matches!(
            before,
            "no" | "nos" | "n" | "nr" | "application" | "applications" | "case"
        );
        if told || listed != 0 && token.start <= listed + 6 {
            doc.take(token.start, year.end, Kind::Id, SERIAL);
            listed = year.end;
        }
    }
}

/// What an office or a law is called by.
fn is_head(word: &str) -> bool {
    matches!(
        word,
        "court"
            | "courts"
            | "tribunal"
            | "commission"
            | "committee"
            | "government"
            | "ministry"
            | "minister"
            | "ministers"
            | "prosecutor"
            | "prosecutors"
            | "parliament"
            | "assembly"
            | "convention"
            | "act"
            | "code"
            | "law"
            | "constitution"
            | "protocol"
            | "republic"
            | "kingdom"
            | "chamber"
            | "division"
            | "section"
            | "authority"
            | "directorate"
            | "department"
            | "office"
            | "agency"
            | "council"
            | "board"
            | "state"
            | "treasury"
            | "gazette"
            | "inspector"
            | "inspectorate"
            | "governor"
            | "secretary"
            | "freedoms"
            | "rules"
            | "registrar"
            | "police"
            | "army"
            | "lords"
            | "senate"
            | "bar"
            | "union"
            | "appeal"
            | "appeals"
            | "cassation"
            | "affairs"
    )
}

fn connects(word: &str) -> bool {
    matches!(word, "of" | "for" | "and" | "the" | "in" | "to")
}

/// Runs of capitalised words with a head: of a place or with a name they go, and general ones stay.
fn offices(doc: &mut Doc) {
    let mut i = 0;
    while i < doc.tokens.len() {
        let Some(last) = run(doc, i) else {
            i += 1;
            continue;
        };
        let mut general = true;
        let mut headed = false;
        for at in i..=last {
            let token = doc.token(at);
            let word = doc.folded(at);
            headed |= is_head(word);
            let known = token.is(Facts::ENGLISH.or(Facts::DEMONYM))
                && (token.is(Facts::COMMON) || !token.is(Facts::PLACE));
            general &= known || connects(word) || is_head(word) || token.shape == Shape::Number;
        }
        let (start, end) = (doc.token(i).start, doc.token(last).end);
        let against =
            doc.word(i.wrapping_sub(1)) == "the" && doc.word(i.wrapping_sub(2)) == "against";
        if headed && (general || against) {
            for at in i..=last {
                let token = doc.token(at);
                if doc.is_free(token.start, token.end) {
                    doc.keep(token.start, token.end);
                }
            }
        } else if headed && last > i {
            let end = bracketed(doc, last).unwrap_or(end);
            let clear = (start..end).all(|at| {
                !doc.is_kept(at)
                    && matches!(
                        doc.kind_at(at),
                        None | Some(Kind::Loc | Kind::Org | Kind::Time)
                    )
            });
            if clear {
                doc.take(start, end, Kind::Org, COURT);
            }
        }
        i = last + 1;
    }
}

/// The last token of a run of capitalised words, with what connects them.
fn run(doc: &Doc, i: usize) -> Option<usize> {
    let starts = |at: usize| {
        let token = doc.token(at);
        token.is_capital()
            && token.len() > 1
            && !token.is(Facts::TITLE.or(Facts::MONTH).or(Facts::WEEKDAY))
    };
    let first = doc.token(i);
    let opening = first.opens
        && first.is(Facts::COMMON)
        && !is_head(doc.folded(i))
        && doc.token(i + 1).shape == Shape::Lower;
    let empty = first.is(Facts::ARTICLE)
        || connects(doc.folded(i))
        || matches!(doc.folded(i), "on" | "by" | "at" | "under" | "article");
    if !starts(i) || opening || empty || doc.is_kept(first.start) {
        return None;
    }
    let mut last = i;
    loop {
        let mut at = last + 1;
        let mut gap = doc.gap(last);
        let mut steps = 0;
        while gap == " " && connects(doc.word(at)) && steps < 2 {
            gap = doc.gap(at);
            at += 1;
            steps += 1;
        }
        let joint = matches!(gap, " " | "-" | "/") || gap == "’ " || gap == "' ";
        let person = matches!(doc.kind_at(doc.token(at).start), Some(kind) if kind != Kind::Loc);
        // `and` joins two names as often as it belongs to one.
        let parted = doc.word(at.wrapping_sub(1)) == "and" && !doc.token(at).is(Facts::ENGLISH);
        if !(joint && starts(at)) || person || parted || last - i > 10 {
            return Some(last);
        }
        last = at;
    }
}

/// The name in the country's own language: `(Landesgericht für Strafsachen)`.
fn bracketed(doc: &Doc, last: usize) -> Option<usize> {
    let end = doc.token(last).end;
    let inner = doc.ahead(end, 90).strip_prefix(" (")?;
    let stop = inner.find(')')?;
    let inside = inner.get(..stop)?;
    let foreign = !inside.contains(['“', '"', '(']) && inside.contains(char::is_alphabetic);
    foreign.then_some(end + 2 + stop + 1)
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    const DECISION: &str = "The court sat. The Court heard the courts. A court rose. ";

    #[test]
    fn numbers_of_cases_go() {
        for (text, found) in [
            ("an application (no. 36110/97) against", vec!["36110/97"]),
            (
                "applications nos. 8374/03 and 8375/03 were",
                vec!["8374/03", "8375/03"],
            ),
        ] {
            assert_eq!(removed(text), found, "{text}");
        }
        assert!(stays("read 20480/80 and 361/97 of the pods"));
    }

    #[test]
    fn courts_of_a_place_go_and_general_ones_stay() {
        for (text, found) in [
            (
                "then the Beyoğlu Court of First Instance dismissed it",
                "Beyoğlu Court of First Instance",
            ),
            (
                "then the Fourteenth Chamber of the Istanbul Assize Court sat",
                "Fourteenth Chamber of the Istanbul Assize Court",
            ),
        ] {
            assert_eq!(removed(&format!("{DECISION}{text}")), [found], "{text}");
        }
        let general = format!(
            "{DECISION}Then the Supreme Administrative Court and the Court of Appeal applied the Criminal Code."
        );
        assert!(stays(&general), "{:?}", removed(&general));
    }
}
