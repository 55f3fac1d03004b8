//! Counts whose noun stands before them: `Customers affected: 12,300`, `| Users | 48,112 |`,
//! `affected_users=48112`; and numbers that count again what was just counted.

use std::sync::LazyLock;

use super::amount::{COUNT, Found, trimmed};
use super::plain_nouns::GOODS;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::{Words, hash};
use crate::anonymise::token::Shape;

/// Beginnings of nouns that count people or business in a key, and in no machine's setting.
static NOUNS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "customer user merchant patient passenger employee order client subscriber tenant shop store \
         payment booking ticket parcel household student member policyholder driver guest kunde \
         nutzer bestellung utilisateur commande usuario pedido cliente klant gebruiker kunder bruker \
         ordre paciente patienten citizen resident viewer player invoice refund claim transaction \
         headcount box complaint unsubscribe letter farm flight pupil child famil school hospital \
         donor donation cancellation visitor listener reader staff devis eur usd gbp revenue turnover penalty \
         price amt amount fee salary watcher follower locker location",
    )
});

/// Parts of keys that set a limit or name a thing instead of counting.
static SETTINGS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "max min limit pool timeout per cache batch size rate id ids version port table count_limit \
         worker thread shard partition number no nr ref buffer queue interval ttl retention \
         concurrent virtual",
    )
});

/// Where the number that starts at `start` ends, with its thousands.
fn number_end(doc: &Doc, start: usize) -> usize {
    let ahead = doc.ahead(start, 16);
    let stop = ahead.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    start + trimmed(ahead.get(..stop.unwrap_or(ahead.len())).unwrap_or_default())
}

/// A number behind a key of people or business.
pub(super) fn at(doc: &Doc, i: usize, digits: usize) -> Found {
    let token = doc.token(i);
    let end = number_end(doc, token.start);
    let of_total = doc.ahead(end, 4) == " of ";
    let gap = doc
        .gap_before(i)
        .trim_end_matches(['~', '≈', '>', '<', '*']);
    let before = doc.token(i.wrapping_sub(1));
    let plural = before.shape == Shape::Lower
        && doc.word(i.wrapping_sub(1)).ends_with('s')
        && before.is(Facts::BUSINESS);
    let assigned = matches!(
        gap,
        ": " | "=" | ":" | "\": " | "\":" | " | " | " = " | ":** " | "** | " | ": **" | "|"
    );
    let bracketed = gap == " (" && plural && doc.byte(end) == b')';
    if !(bracketed || assigned && (digits >= 2 || of_total) || gap == " " && plural && digits >= 3)
    {
        return None;
    }
    let far = if matches!(gap, " " | " (") { 1 } else { 5 };
    let mut noun = false;
    for back in 1..=far {
        let Some(at) = i.checked_sub(back) else { break };
        if back > 1 && doc.gap(at).contains(['\n', '|', ';', ',', '.']) {
            break;
        }
        let word = doc.folded(at);
        let counted = word == "number" && doc.word(at + 1) == "of";
        if SETTINGS.has(doc.token(at).hash) && !counted {
            return None;
        }
        noun |= assigned && GOODS.has(doc.token(at).hash);
        noun |= (assigned || word.ends_with('s'))
            && (0..=3).any(|rest| {
                let noun = word.len().checked_sub(rest).and_then(|end| word.get(..end));
                (assigned || rest > 0) && noun.is_some_and(|noun| NOUNS.has(hash(noun)))
            });
    }
    let end = [" of ", "/", " / "]
        .iter()
        .find_map(|joint| {
            doc.ahead(end, 5)
                .starts_with(joint)
                .then(|| number_end(doc, end + joint.len()))
        })
        .filter(|total| doc.byte(total - 1).is_ascii_digit())
        .unwrap_or(end);
    let next = doc.token_from(end);
    let unit = doc.token(next).is(Facts::TECH_NOUN)
        && doc.byte(doc.token(next).end) != b'='
        && doc.slice(end, doc.token(next).start) == " "
        || doc.byte(end) == b'%'
        || doc.byte(end).is_ascii_alphanumeric();
    (noun && !unit).then_some((token.start, end, COUNT))
}

/// `Two never left`, `eight of them`: the same in words, of which the last is token `last`.
pub(super) fn again_in_words(doc: &Doc, i: usize, last: usize) -> Found {
    let token = doc.token(i);
    let end = doc.token(last).end;
    let found = doc.found.last()?;
    let recent = found.kind == Kind::Amount
        && found.rule == COUNT
        && token.start >= found.end
        && token.start - found.end < 300
        && !doc.slice(found.end, token.start).contains("\n\n");
    if !recent || doc.gap(last) != " " {
        return None;
    }
    let next = doc.folded(last + 1);
    if next == "of"
        && matches!(
            doc.folded(last + 2),
            "them" | "these" | "those" | "which" | "whom"
        )
    {
        return Some((token.start, doc.token(last + 2).end, COUNT));
    }
    let begins = matches!(doc.gap_before(i), ", " | ". " | "; " | ": " | " (")
        || doc.folded(i.wrapping_sub(1)) == "and";
    let verb = matches!(
        next,
        "were"
            | "was"
            | "had"
            | "have"
            | "are"
            | "failed"
            | "never"
            | "got"
            | "lost"
            | "left"
            | "came"
            | "went"
            | "still"
            | "did"
            | "could"
            | "remain"
            | "received"
            | "waited"
            | "missed"
    );
    let verb = verb
        || next.len() > 4 && next.ends_with("ed") && !matches!(next, "failed" | "needed" | "speed")
        || matches!(next, "late" | "twice" | "more" | "never" | "others");
    (begins && verb && doc.word(i) != "one" && doc.word(i) != "One").then_some((
        token.start,
        end,
        COUNT,
    ))
}

/// `14 were refused`, `212 of them`, after something was counted in the same paragraph.
pub(super) fn again(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let last = doc.found.last()?;
    let recent = last.kind == Kind::Amount
        && last.rule == COUNT
        && token.start >= last.end
        && token.start - last.end < 300;
    let end = number_end(doc, token.start);
    let next = doc.token_from(end);
    let exact = end - token.start >= 3;
    if !(recent || exact)
        || token.shape != Shape::Number
        || doc.slice(end, doc.token(next).start) != " "
            && !matches!(doc.word(i.wrapping_sub(1)), "which" | "whom")
        || recent && doc.slice(last.end, token.start).contains("\n\n")
    {
        return None;
    }
    let verb = matches!(
        doc.word(next),
        "were"
            | "was"
            | "had"
            | "have"
            | "are"
            | "failed"
            | "got"
            | "remain"
            | "remained"
            | "lost"
            | "did"
            | "could"
            | "received"
            | "saw"
            | "waited"
            | "recovered"
            | "still"
            | "repris"
            | "wurden"
            | "hatten"
            | "ont"
            | "waren"
    );
    let apart = doc.gap_before(i) != " "
        || matches!(
            doc.word(i.wrapping_sub(1)),
            "and" | "but" | "then" | "of" | "only" | "some" | "about" | "around" | "another"
        );
    let verb = verb
        || apart
            && doc.word(next).len() > 4
            && doc.word(next).ends_with("ed")
            && doc.token(next).shape == Shape::Lower
            && !matches!(
                doc.word(next),
                "speed" | "need" | "feed" | "failed" | "needed"
            );
    // 5 do not answer, 402 already expired
    let verb = verb
        || matches!(
            doc.word(next),
            "never"
                | "already"
                | "do"
                | "go"
                | "went"
                | "came"
                | "managed"
                | "tried"
                | "more"
                | "spent"
                | "left"
                | "filed"
                | "paid"
                | "sent"
        ) && apart;
    let those = matches!(doc.word(next + 1), "these" | "those")
        && doc.gap(next + 1) == " "
        && doc
            .token(next + 2)
            .is(Facts::TECH_NOUN.or(Facts::COMPUTING));
    let of = !those
        && matches!(doc.word(next), "of" | "de" | "von")
        && matches!(
            doc.word(next + 1),
            "them"
                | "these"
                | "those"
                | "which"
                | "whom"
                | "you"
                | "us"
                | "ellas"
                | "ellos"
                | "ihnen"
        );
    let plain = matches!(
        doc.gap_before(i),
        " " | ", " | "; " | " (" | "\n" | ". " | ".\n" | "~" | " ~" | "\n- " | "\n* " | ": "
    );
    let which = matches!(doc.word(i.wrapping_sub(1)), "which" | "whom")
        || doc.word(i.wrapping_sub(1)) == "them" && doc.word(i.wrapping_sub(2)) == "among";
    let end = if of { doc.token(next + 1).end } else { end };
    (plain && (recent && (verb || which) || of)).then_some((token.start, end, COUNT))
}

/// `Households without supply were 611, of which`: the number that a sentence about business ends in.
pub(super) fn subject(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let end = number_end(doc, token.start);
    let verb = matches!(
        doc.folded(i.wrapping_sub(1)),
        "were" | "totalled" | "totaled" | "numbered" | "waren" | "etaient" | "eran" | "eram"
    );
    let ends = matches!(doc.byte(end), b',' | b';' | b'\n' | b'.' | b')');
    if !verb || !ends || end - token.start < 2 || doc.gap_before(i) != " " {
        return None;
    }
    for back in 2..10 {
        let at = i.checked_sub(back)?;
        if doc.gap(at) != " " {
            return None;
        }
        if doc.token(at).is(Facts::BUSINESS) && doc.folded(at).ends_with(['s', 'n', 'e']) {
            return Some((token.start, end, COUNT));
        }
    }
    None
}
