//! What is told and not noted down: English, with a verb in it, and no line of a log or a chat.

use super::words;

/// Small words that English has, and few other languages.
const ENGLISH: &str = "the of and to in was is that for with on at were by from had it be not \
which after we as are but when an or have a our they no one";
/// English prose has more than a third of them; names and numbers among it leave fewer.
const ONE_IN: usize = 7;

/// Whether a text is English, as far as its small words tell.
pub(in crate::digests) fn english(text: &str) -> bool {
    let all = words(text);
    let small = text.split_whitespace().filter(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        is_one_of(ENGLISH, &word.to_lowercase())
    });
    small.count() * ONE_IN >= all
}

/// Words without which a short sentence is a note: what is, was or can be, and common verbs.
const VERBS: &str = "is are was were be been am has have had do does did can could may might will \
would shall should must isn't wasn't weren't hadn't didn't doesn't can't cannot couldn't won't \
use uses take takes took give gives gave say says said run runs ran know knows knew need needs let \
lets make makes made go goes went come comes came keep keeps kept hold holds held show shows shown \
tell tells told work works stop stops start starts fail fails wait waits read reads write writes \
wrote look looks see sees saw find finds found think thought leave leaves left lose loses lost put \
puts begin begins began become becomes became grow grows grew fall falls fell send sends sent get \
gets got break breaks broke ring rang stay stays carry carries live lives exist exists send mean \
means meant buffer buffers hid set cut hit shut beat bought brought built caught chose cost drew \
drove fed felt forgot froze hung heard hurt led lay met paid quit rose shook shot sank slept spoke \
spent split spread stood stuck threw understood woke won";
/// Longer sentences without one of these have other verbs.
const SHORT: usize = 8;

/// Whether a sentence says something of something, and does not only name it.
pub(super) fn has_a_verb(text: &str) -> bool {
    let verb = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.to_lowercase().replace('\u{2019}', "'");
        is_one_of(VERBS, &word) || (word.len() > 4 && word.ends_with("ed"))
    };
    words(text) > SHORT || text.split_whitespace().any(verb)
}

/// What a moment of the clock stands after in a sentence.
const BEFORE_A_TIME: &str = "at by until till from and to on between since before after around \
about of or than with for within only";

/// Whether a moment stands in a text as it does at the head of a line of a log or a chat.
pub(super) fn logged(text: &str) -> bool {
    let mut before = None;
    for word in text.split_whitespace() {
        let time = word.trim_start_matches('(').starts_with("[T");
        let said = before.is_none_or(|before: &str| {
            is_one_of(BEFORE_A_TIME, &before.to_lowercase()) || word.starts_with('(')
        });
        if time && !said {
            return true;
        }
        before = Some(word);
    }
    false
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}
