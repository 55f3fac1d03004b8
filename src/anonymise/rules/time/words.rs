//! Words of which times consist: parts of the day, numbers, and those that begin the next clause.

use std::sync::LazyLock;

use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::{Words, hash};
use crate::anonymise::token::Shape;

/// Parts of a day.
pub(super) const PARTS: &[&str] = &[
    "morning",
    "evening",
    "night",
    "afternoon",
    "lunchtime",
    "noon",
    "midday",
    "midnight",
    "morgen",
    "abend",
    "nacht",
    "mittag",
    "vormittag",
    "nachmittag",
    "fruh",
    "soir",
    "matin",
    "midi",
    "nuit",
    "manana",
    "tarde",
    "noche",
    "manha",
    "noite",
    "madrugada",
    "ochtend",
    "avond",
    "middag",
    "vroeg",
    "kveld",
    "natt",
    "morges",
    "ettermiddag",
    "formiddag",
];

/// The numbers from zero to twelve in the languages of the list.
pub(super) const NUMBERS: [&str; 13] = [
    "zero",
    "one a an ein eine einem einer un une uno una um uma een en et",
    "two a-couple zwei deux dos dois duas twee to",
    "three drei trois tres drie tre",
    "four vier quatre cuatro quatro fire",
    "five funf cinq cinco vijf fem",
    "six sechs seis zes seks",
    "seven sieben sept siete sete zeven sju",
    "eight acht huit ocho oito atte",
    "nine neun neuf nueve nove negen ni",
    "ten zehn dix diez dez tien ti",
    "eleven elf onze once elleve",
    "twelve zwolf douze doce doze twaalf tolv",
];

/// The words of [`NUMBERS`].
pub(super) static NUMBER: LazyLock<Words> = LazyLock::new(|| Words::of(&NUMBERS.join(" ")));

/// Words that count minutes, and no hours.
pub(super) static MINUTE: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "viertel kvart kwart quart cuarto quarto zwanzig vingt veinte vinte twintig tjue quinze \
         funfundzwanzig",
    )
});

/// `woensdagnacht`, `Montagabend`, `lørdagskveld`: a weekday with a part of the day.
pub(super) static COMPOUND: LazyLock<Words> = LazyLock::new(|| {
    let days = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag maandag dinsdag \
                woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag \
                lordag sondag";
    let parts = "nacht avond ochtend middag morgen abend mittag vormittag nachmittag kveld natt \
                 ettermiddag formiddag fruh";
    let mut all = String::new();
    for day in days.split_ascii_whitespace() {
        for part in parts.split_ascii_whitespace() {
            for word in [day, part, " ", day, "s", part, " "] {
                all.push_str(word);
            }
        }
    }
    Words::of(&all)
});

/// Whether the word is a number up to 99 in digits, or one of [`NUMBERS`].
pub(super) fn is_number(word: &str, folded: &str) -> bool {
    let digits = word.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&word.len());
    digits || NUMBER.has(hash(folded))
}

/// Whether the folded word is an hour from two to twelve, and nothing else.
pub(super) fn is_hour(folded: &str) -> bool {
    // "to" is two in Norwegian only.
    folded != "to" && folded.len() > 1 && NUMBER.has(hash(folded)) && !ONE.has(hash(folded))
}

static ONE: LazyLock<Words> =
    LazyLock::new(|| Words::of(&NUMBERS.get(..2).unwrap_or_default().join(" ")));

/// Whether nothing that could be counted or described follows token `i`: a sign, a new line, or a
/// word that begins another clause.
pub(super) fn ends_clause(doc: &Doc, i: usize) -> bool {
    let gap = doc.gap(i);
    let next = doc.token(i + 1);
    if next.shape == Shape::None || gap.contains('\n') {
        return true;
    }
    if gap == " " {
        // German has its verbs at the end, and writes what is counted with a capital.
        let verb = doc.language == Language::German
            && next.shape == Shape::Lower
            && doc.folded(i + 1).ends_with('t');
        return verb || CLAUSE.contains(&doc.folded(i + 1)) || next.is(Facts::WEEKDAY);
    }
    // A fraction, a compound or a genitive goes on.
    let clock = gap == ":" && next.shape == Shape::Number;
    !clock && !gap.contains('%') && !matches!(gap, "." | "," | "-" | "/" | "'" | "’" | "")
}

const CLAUSE: &[&str] = &[
    "and",
    "but",
    "so",
    "or",
    "when",
    "because",
    "while",
    "we",
    "i",
    "he",
    "she",
    "they",
    "it",
    "then",
    "that",
    "which",
    "who",
    "where",
    "on",
    "at",
    "by",
    "with",
    "until",
    "till",
    "after",
    "before",
    "from",
    "for",
    "if",
    "since",
    "though",
    "sharp",
    "today",
    "tomorrow",
    "tonight",
    "yesterday",
    "each",
    "every",
    "there",
    "without",
    "via",
    "as",
    "again",
    "already",
    "und",
    "aber",
    "oder",
    "als",
    "weil",
    "wir",
    "ich",
    "er",
    "sie",
    "es",
    "war",
    "ist",
    "hat",
    "am",
    "mit",
    "dann",
    "wurde",
    "waren",
    "et",
    "ou",
    "mais",
    "quand",
    "je",
    "nous",
    "il",
    "elle",
    "puis",
    "alors",
    "y",
    "o",
    "pero",
    "cuando",
    "e",
    "mas",
    "quando",
    "nao",
    "no",
    "se",
    "en",
    "maar",
    "toen",
    "is",
    "was",
    "og",
    "men",
    "da",
    "jeg",
    "vi",
    "de",
];

/// Whether a part of the day follows token `i`: `in the morning`, `at night`, `this evening`.
pub(super) fn part_follows(doc: &Doc, i: usize) -> bool {
    let at = match (doc.folded(i + 1), doc.folded(i + 2)) {
        ("in", "the") => i + 3,
        ("at" | "this", _) => i + 2,
        _ => return false,
    };
    doc.gap(i) == " " && PARTS.contains(&doc.folded(at))
}
