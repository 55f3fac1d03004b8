//! Initials that stand for people.

use std::sync::LazyLock;

use super::handle::ACCOUNT;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::table::{Words, hash};
use crate::anonymise::token::Shape;

/// Two or three capitals that act, sign and own things in reports without being anybody's initials:
/// machines, teams, roles, company forms.
pub(super) fn is_office(word: &str) -> bool {
    const OFFICES: &str = "ad ai am aob ap ar au az be ca cb cc cd ce cf ci cio ciso cli cm cob cpo cs cso cto cv db dba dc de dev dns doc dr dri ea ec eod eng env eq et eu ev exec fe fs ftp fw fyi gc gm gw ha hod hq hr hw ic id im infra io ip is it iam k8s kb kv la lb lan lead lg lr me ml mgr mgt mi n nb no noc ny oem ok om on op ops or os pa pc pd pi pm pmo po poc pp pr ps qa qas ra rc rd re rfc rip rm rnd rs s sa sd se sec si sl sme smt so soc sp sre srl st sw sys tam tba tbc tbd tech th tl tm tpm tz uat ui uk un us usa ux vc vm voc vp vps web wfm wg ws xa zk";
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(OFFICES));
    WORDS.has(hash(word))
}

/// Finds initials used as a name: "JK restarted it", "paged JK", "(AB)", "| `MvdB` |", "AB = on call",
/// "K.L. wrote", and every further place where the same initials stand. Leaves acronyms: "DB restarted", "U.S.".
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    for i in doc.with(Looks::UNCOMMON) {
        if is_small(doc, i) {
            let token = doc.token(i);
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        }
    }
    let mut found: Vec<&str> = Vec::new();
    for i in doc.capitals() {
        if is_greeted(doc, i) {
            let token = doc.token(i);
            doc.claim(token.start, token.end, Kind::Person, ACCOUNT);
            continue;
        }
        if dotted(doc, i) {
            let (start, end) = (doc.token(i).start, dotted_end(doc, i));
            names.claim(doc, start, end, Kind::Person, ACCOUNT);
        } else if fits(doc, i, false) && is_used(doc, i, names) && !found.contains(&doc.folded(i)) {
            found.push(doc.folded(i));
        }
    }
    if found.is_empty() {
        return;
    }
    for i in doc.capitals() {
        if fits(doc, i, true) && found.contains(&doc.folded(i)) {
            let token = doc.token(i);
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        }
    }
}

/// Small initials that sign a paragraph or act: "all quiet now - kt", "(rk) wrote it".
fn is_small(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let plain = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::FOREIGN)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::TECH_NOUN)
        .or(Facts::ZONE)
        .or(Facts::PLACE);
    if token.shape != Shape::Lower || !(2..=3).contains(&token.len()) || token.is(plain) {
        return false;
    }
    let ends = doc.gap(i).starts_with("\n\n")
        || doc.gap(i).trim().is_empty() && doc.token(i + 1).shape == Shape::None;
    let before = doc.gap_before(i);
    let signs = ends
        && token.len() == 2
        && (before.ends_with(". - ")
            || matches!(
                before,
                " - " | " -" | " – " | " — " | "\n- " | "\n-" | "\n\n-" | "\n~ " | " ~"
            ));
    let next = doc.token(i + 1);
    let acts = before.ends_with('(')
        && doc.gap(i) == ") "
        && next.is(Facts::PERSON_AFTER.or(Facts::PERSON_DOES))
        && next.shape == Shape::Lower;
    (signs || acts || is_author(doc, i)) && doc.token_free(i) && !is_office(doc.folded(i))
}

fn fits(doc: &Doc, i: usize, used: bool) -> bool {
    let token = doc.token(i);
    if !matches!(token.shape, Shape::Upper | Shape::Mixed) || token.len() > 5 {
        return false;
    }
    let plain = Facts::TECH
        .or(Facts::MAYBE_TECH)
        .or(Facts::ZONE)
        .or(Facts::COMPUTING);
    (token.shape == Shape::Upper && (2..=3).contains(&token.len()) || is_mixed(doc.word(i)))
        && (used || token.len() == 2 || !token.is(plain.or(Facts::ACRONYM)))
        && !is_office(doc.folded(i))
        && doc.token_free(i)
        && (!doc.glued(i) || doc.byte(token.end) == b'/')
}

/// Whether the words around treat the capitals as a person.
fn is_used(doc: &Doc, i: usize, names: &Names) -> bool {
    let (token, before, after) = (doc.token(i), doc.before(i), doc.token(i + 1));
    let spaced = doc.gap_before(i) == " ";
    let article = spaced && before.is(Facts::ARTICLE.or(Facts::TECH_NOUN).or(Facts::COMPUTING));
    let known = token.is(Facts::ACRONYM
        .or(Facts::TECH)
        .or(Facts::COMPUTING)
        .or(Facts::ZONE));
    let somebody = names.is_user(&format!("-{}", doc.folded(i)));
    let acts = (token.len() == 2 || is_mixed(doc.word(i)) || somebody)
        && !article
        && doc.gap(i) == " "
        && after.shape == Shape::Lower
        && after.is(Facts::PERSON_AFTER)
        && !after.is(Facts::TECH_NOUN)
        && (!known || somebody || is_human(doc.folded(i + 1)));
    let told = spaced
        && before.is(Facts::PERSON_BEFORE)
        && (is_mixed(doc.word(i)) || !super::handle::is_weak(doc.folded(i.wrapping_sub(1))))
        || before.is(Facts::ROLE) && matches!(doc.gap_before(i), ": " | ":** ");
    let cell =
        doc.gap_before(i).trim_end().ends_with('|') && doc.gap(i).trim_start().starts_with('|');
    let speaks = token.line && doc.gap(i).starts_with(": ");
    let legend = doc.gap(i) == " = "
        && !before.is(Facts::COMPUTING)
        && after.shape == Shape::Lower
        && (1..4).any(|n| doc.token(i + n).is(Facts::ROLE) || doc.folded(i + n) == "call");
    // Initials of somebody met: "MR was back".
    let stands = somebody
        && token.opens
        && doc.gap(i) == " "
        && matches!(doc.folded(i + 1), "was" | "is" | "has" | "had" | "did");
    acts || stands
        || is_author(doc, i)
        || (told || cell || speaks) && !known
        || somebody && (told || cell || speaks)
        || legend
}

/// "Dr P: why", "Hi S.": one capital behind a title or a greeting.
fn is_greeted(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    if token.len() != 1 || doc.gap_before(i) != " " || doc.glued(i) || !doc.token_free(i) {
        return false;
    }
    let before = doc.before(i);
    let greeting = matches!(
        doc.word(i.wrapping_sub(1)),
        "Hi" | "Hello" | "Dear" | "hi" | "Hey" | "Hallo"
    );
    let closes = matches!(
        doc.byte(token.end),
        b'.' | b',' | b':' | b'!' | b'\n' | b';'
    );
    closes && (greeting || before.is(Facts::TITLE) && before.shape == Shape::Capital)
}

/// "till 2, then me (jm)", "TA (me) - tidy this", "Typed up by GP", "Minutes: aw".
fn is_author(doc: &Doc, i: usize) -> bool {
    let (gap_before, gap) = (doc.gap_before(i), doc.gap(i));
    let before = doc.folded(i.wrapping_sub(1));
    let me = gap_before == " (" && before == "me" && gap.starts_with(')')
        || gap == " (" && doc.word(i + 1) == "me" && doc.gap(i + 1).starts_with(')');
    let closes = gap.contains('\n') || gap.starts_with([',', '.', ')']) || gap.is_empty();
    let written = |at: usize| {
        matches!(
            doc.folded(at),
            "typed"
                | "written"
                | "drafted"
                | "compiled"
                | "recorded"
                | "transcribed"
                | "minuted"
                | "minutes"
                | "notes"
        )
    };
    let by = gap_before == " "
        && before == "by"
        && (2..5)
            .map_while(|back| i.checked_sub(back))
            .take_while(|at| matches!(doc.gap(*at), " "))
            .any(written);
    let label = gap_before == ": "
        && matches!(
            before,
            "minutes" | "scribe" | "notes" | "notetaker" | "protokoll"
        )
        && doc.before(i).line;
    me || closes && (by || label)
}

/// What people do and neither a pipeline nor a database does.
fn is_human(verb: &str) -> bool {
    matches!(
        verb,
        "restarted"
            | "restarts"
            | "said"
            | "says"
            | "thought"
            | "thinks"
            | "noticed"
            | "notices"
            | "realised"
            | "realized"
            | "suggested"
            | "suspected"
            | "remembered"
            | "rang"
            | "phoned"
            | "wrote"
            | "typed"
            | "asked"
            | "told"
            | "apologised"
            | "replied"
            | "answered"
            | "watched"
            | "reverted"
            | "pinged"
            | "paged"
            | "joined"
            | "acks"
            | "acked"
    )
}

/// `MvD`, `JvdB`: capitals around a particle.
fn is_mixed(word: &str) -> bool {
    let first = word.starts_with(|c: char| c.is_ascii_uppercase());
    let last = word.ends_with(|c: char| c.is_ascii_uppercase());
    let middle = word.trim_matches(|c: char| c.is_ascii_uppercase());
    first
        && last
        && word.len() <= 5
        && matches!(middle, "v" | "d" | "vd" | "vdr" | "de" | "du" | "da" | "le")
}

/// Abbreviations with dots that are nobody's initials.
const FORMS: &str = " ab ag ag as bc bv bva cv dc eg eu ie ii iv kg kk la lp md nv nw ny oy pa pc ph phd plc po ps qa ru sa sal sas se sl spa sw uae uk un us usa vp xi am pm ne oe ";

/// `B.S.`, `J.-B.`: single capitals with dots, neither a country nor a company form nor a section.
fn dotted(doc: &Doc, i: usize) -> bool {
    let lone = |at: usize| {
        let token = doc.token(at);
        token.shape == Shape::Capital && token.len() == 1 && doc.token_free(at)
    };
    let joined = lone(i) && matches!(doc.gap(i), "." | ".-") && lone(i + 1);
    if !joined
        || doc.byte(doc.token(i + 1).end) != b'.'
        || doc.byte_before(doc.token(i).start).is_ascii_alphanumeric()
        || matches!(
            doc.byte_before(doc.token(i).start),
            b'.' | b'/' | b'-' | b'_'
        )
    {
        return false;
    }
    let end = dotted_end(doc, i);
    let word: String = doc
        .slice(doc.token(i).start, end)
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let known = !FORMS.contains(&format!(" {word} "))
        // Below everything else: who wrote it.
        || doc.token(i).line && doc.slice(end, doc.text.len()).trim().is_empty();
    known && !doc.byte(end).is_ascii_alphanumeric()
}

fn dotted_end(doc: &Doc, i: usize) -> usize {
    let mut at = i;
    while matches!(doc.gap(at), "." | ".-")
        && doc.token(at + 1).shape == Shape::Capital
        && doc.token(at + 1).len() == 1
        && at < i + 3
    {
        at += 1;
    }
    doc.token(at).end + usize::from(doc.byte(doc.token(at).end) == b'.')
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::{removed, stays};

    #[test]
    fn initials_go_where_their_owner_says_so() {
        for (text, found) in [
            ("she had the pager till 2, then me (jm)", "jm"),
            ("TR (me) - tidy this", "TR"),
            ("Typed up by GP, corrections to her", "GP"),
            ("Minutes: mw\nall present", "mw"),
            ("and Dr P: why was there no check", "P"),
            ("they wrote Hi S. and no more", "S"),
        ] {
            assert!(removed(text).iter().any(|part| part == found), "{text}");
        }
        for text in [
            "notes: ok",
            "it is written by VM, said nobody",
            "tell me (tl)",
        ] {
            assert!(stays(text), "{text}: {:?}", removed(text));
        }
    }
}
