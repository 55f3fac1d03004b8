//! Counts and sums said in words: `two hundred thousand euros`, `half a million`.

use std::sync::LazyLock;

use super::amount::{COUNT, Found, MONEY, qualified};
use super::count::counted;
use super::keyed_count;
use super::numbers::{BELOW_TWENTY, below_twenty};
use super::plain_nouns::GOODS;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// The words that a count may begin with in English.
pub(super) static FIRST: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&format!(
        "a about half quarter several some {} {}",
        BELOW_TWENTY.join(" "),
        FROM_TWENTY.join(" ")
    ))
});

/// Who is counted also where there are two or three.
static PARTNERS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "customers clients patients partners schools hospitals clinics lenders banks insurers complaints \
         merchants retailers suppliers wholesalers distributors carriers airlines universities \
         municipalities councils ministries vessels ships satellites hotels resellers franchisees \
         tenants subscribers guests passengers prisons embassies dealers councils",
    )
});

/// `four customers`, `two hundred thousand euros`, `Four hundred and eleven thousand`.
pub(super) fn at(doc: &Doc, i: usize) -> Found {
    if !FIRST.has(doc.token(i).hash) {
        return foreign(doc, i);
    }
    let opened = opening(doc, i);
    let mut at = i + opened;
    let (mut numbers, mut large) = (opened.min(1), false);
    while is_number_word(doc.folded(at))
        || numbers > 0 && doc.word(at) == "and" && is_number_word(doc.folded(at + 1))
        || large && doc.word(at) == "of" && is_large(doc.folded(at + 1))
    {
        large |= is_large(doc.folded(at));
        numbers += usize::from(!matches!(doc.word(at), "and" | "of"));
        at += 1;
        if !matches!(doc.gap(at - 1), " " | "-") {
            break;
        }
    }
    if numbers == 0 || opened > 0 && !large || doc.glued(i) && doc.byte(doc.token(i).end) != b'-' {
        return None;
    }
    let start = if opened > 0 {
        doc.token(i).start
    } else {
        qualified(doc, i)
    };
    let end = doc.token(at - 1).end;
    let of = usize::from(doc.word(at) == "of" && large);
    let unit = doc.folded(at + of);
    if doc.gap(at - 1) == " " && is_currency(unit) {
        return Some((start, doc.token(at + of).end, MONEY));
    }
    let after = if of == 1 { doc.token(at).end } else { end };
    let few = numbers == 1 && matches!(doc.folded(i), "one" | "two" | "three");
    if let Some(stop) = counted(doc, after, large || !few) {
        let goods = GOODS.has(doc.token(at + of).hash);
        let business = goods
            || doc.token(at + of).is(Facts::BUSINESS)
                && !matches!(
                    unit,
                    "engineers"
                        | "engineer"
                        | "developers"
                        | "sites"
                        | "calls"
                        | "sessions"
                        | "devices"
                        | "accounts"
                        | "tickets"
                        | "agents"
                        | "operators"
                        | "streams"
                        | "readers"
                        | "transactions"
                        | "terminals"
                        | "cards"
                        | "members"
                        | "brokers"
                        | "tenants"
                        | "listeners"
                        | "locks"
                        | "boxes"
                        | "boards"
                );
        // One plural by itself is as often a list of reasons: wind parks, delayed departures.
        let more = numbers > 1 || doc.folded(i).ends_with("teen") || doc.folded(i).ends_with("ty");
        let plain = more || stop > doc.token(at + of).end;
        let partners =
            doc.folded(i) != "one" && PARTNERS.has(doc.before(doc.token_from(stop)).hash);
        return (large || !few && (business || plain) || partners).then_some((start, stop, COUNT));
    }
    if let Some(stop) = share(doc, at) {
        return Some((start, stop, COUNT));
    }
    if let Some(found) = keyed_count::again_in_words(doc, i, at - 1) {
        return Some(found);
    }
    let technical = doc.token(at).is(Facts::TECH_NOUN);
    let paid = large
        && (1..=4).any(|back| {
            matches!(
                doc.folded(i.wrapping_sub(back)),
                "pay"
                    | "paid"
                    | "pays"
                    | "cost"
                    | "costs"
                    | "spent"
                    | "owe"
                    | "fined"
                    | "refunded"
                    | "lost"
                    | "worth"
                    | "fine"
                    | "fines"
                    | "fee"
                    | "fees"
                    | "penalty"
                    | "compensation"
            )
        });
    (large && (numbers >= 3 && opened == 0 || paid) && !technical && doc.gap(at - 1) != "-")
        .then_some((start, end, if paid { MONEY } else { COUNT }))
}

/// The end of `of our 38 farms` and `of fourteen ships` at token `i`.
fn share(doc: &Doc, i: usize) -> Option<usize> {
    if doc.word(i) != "of" || doc.gap_before(i) != " " {
        return None;
    }
    let whose = matches!(doc.word(i + 1), "our" | "the" | "their" | "its" | "your");
    let mut at = i + 1 + usize::from(whose);
    let first = at;
    while is_number_word(doc.folded(at)) && doc.gap(at - 1) == " "
        || at > first && doc.gap(at - 1) == "-"
    {
        at += 1;
    }
    let end = if at > first {
        doc.token(at - 1).end
    } else {
        let digits = doc.token(at).shape == Shape::Number && doc.gap(at) == " ";
        digits.then(|| doc.token(at).end)?
    };
    counted(doc, end, true)
}

/// `Douze familles`, `elf gezinnen`, `sju tusen passasjerer`.
fn foreign(doc: &Doc, i: usize) -> Found {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn \
             achtzehn neunzehn zwanzig dreissig vierzig funfzig hundert tausend quatre cinq sept huit \
             neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante \
             cent cents mille cuatro cinco seis siete ocho nueve diez doce trece catorce veinte treinta \
             cuarenta cincuenta cien cientos mil quatro sete oito nove dez doze treze vinte trinta \
             quarenta cinquenta cem vijf zes zeven negen tien twaalf dertien veertien vijftien twintig \
             dertig veertig vijftig honderd tweehonderd driehonderd vijfhonderd zeshonderd duizend fire \
             fem seks sju atte ni ti elleve tolv femten tjue tretti forti femti hundre tusen",
        )
    });
    if doc.language == Language::English || doc.glued(i) {
        return None;
    }
    // zehntausend, achthonderd
    let word = doc.folded(i);
    let compound = word.len() > 8
        && ["tausend", "hundert", "duizend", "honderd"]
            .iter()
            .any(|ending| word.ends_with(ending));
    if compound && !doc.token(i + 1).is(Facts::TECH_NOUN) {
        let counted = doc.token(i + 1).is(Facts::BUSINESS) && doc.gap(i) == " ";
        let last = i + usize::from(counted || doc.gap(i) == " " && is_currency(doc.folded(i + 1)));
        return Some((doc.token(i).start, doc.token(last).end, COUNT));
    }
    if !WORDS.has(doc.token(i).hash) {
        return None;
    }
    let mut at = i + 1;
    while WORDS.has(doc.token(at).hash) && doc.gap(at - 1) == " " && at < i + 4 {
        at += 1;
    }
    let noun = doc.token(at);
    let known = noun.is(Facts::BUSINESS) || GOODS.has(noun.hash);
    let counted = doc.gap(at - 1) == " " && known;
    counted.then_some((qualified(doc, i), noun.end, COUNT))
}

/// How many words of `half a`, `a quarter of a`, `a few`, `several` begin a number at `i`.
fn opening(doc: &Doc, i: usize) -> usize {
    let words = |n: usize| doc.folded(i + n);
    let first = words(0);
    match first {
        "half" | "quarter" if words(1) == "a" => 2,
        "half" | "quarter" if words(1) == "of" && words(2) == "a" => 3,
        "a" if matches!(words(1), "quarter" | "third") && words(2) == "of" => 4,
        "a" if matches!(words(1), "few" | "couple") => 2 + usize::from(words(2) == "of"),
        "a" | "several" | "about" | "some" if is_large(words(1)) => 1,
        _ => 0,
    }
}

fn is_currency(unit: &str) -> bool {
    matches!(
        unit,
        "euros"
            | "euro"
            | "dollars"
            | "pounds"
            | "yen"
            | "pesos"
            | "rupees"
            | "francs"
            | "kroner"
            | "kronor"
            | "reais"
            | "rand"
            | "zloty"
            | "dirhams"
            | "naira"
            | "shillings"
            | "quid"
            | "grand"
            | "bucks"
            | "crowns"
            | "lira"
            | "yuan"
    )
}

fn is_large(word: &str) -> bool {
    matches!(
        word,
        "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "hundreds"
            | "thousands"
            | "millions"
            | "billions"
            | "lakh"
            | "crore"
            | "dozen"
    )
}

/// The words of numbers from twenty up.
const FROM_TWENTY: [&str; 16] = [
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "hundreds",
    "thousands",
    "millions",
    "dozen",
];

fn is_number_word(word: &str) -> bool {
    below_twenty(word).is_some() || FROM_TWENTY.contains(&word)
}
