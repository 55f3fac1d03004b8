//! Speakers of chats and transcripts.

use super::handle::handle_len;
use crate::anonymise::doc::{Doc, lines};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;

/// PERSON: who speaks in a chat or transcript, or acts right after a time. Example: `11:42 <{mkowalski}> it is down`
pub(super) const SPEAKER: &str = "chat-speaker";

/// What may stand before the speaker of a line.
const LEAD: [char; 8] = [' ', '*', '-', '>', '_', '<', '[', '\t'];

/// "wren 14:02" as a line of its own: the head of a chat message.
fn headed(doc: &Doc, body: &str, at: usize) -> Option<usize> {
    let length = handle_len(body);
    let rest = body.get(length..)?;
    let gap = rest.len()
        - rest
            .trim_start_matches(['*', '_', ' ', '[', '(', '`'])
            .len();
    let timed =
        (2..=24).contains(&length) && gap > 0 && doc.kind_at(at + length + gap) == Some(Kind::Time);
    let last = (at + length + gap..at + body.len())
        .take_while(|b| doc.is_gone(*b))
        .count();
    let tail = body
        .get(length + gap + last..)?
        .trim_matches([' ', '*', '_', ']', ')', ':', '`', '\r']);
    if !timed {
        return None;
    }
    let word = body.get(..length)?;
    let facts = Lexicon::shipped().facts(&fold(word));
    let ordinary = facts.any(
        Facts::COMMON
            .or(Facts::COMPUTING)
            .or(Facts::FOREIGN)
            .or(Facts::PERSON_BEFORE),
    ) && !facts.any(Facts::GIVEN);
    (!ordinary
        && tail.is_empty()
        && word.starts_with(char::is_alphabetic)
        && !word.starts_with(char::is_uppercase))
    .then_some(length)
}

/// `**kasia.w** [6:01 PM]`, `linh.tran  11:32`, `[10:12] <anna> text`, `LERATO: Okay`.
pub(super) fn speakers(doc: &mut Doc, names: &mut Names, technologies: &PhraseBook) {
    let text = doc.text;
    let mut start = 0;
    let mut spoken: Vec<(usize, usize)> = Vec::new();
    let mut count = rustc_hash::FxHashMap::<String, usize>::default();
    let mut human = rustc_hash::FxHashSet::<&str>::default();
    for line in lines(text) {
        let mut lead = line.len() - line.trim_start_matches(LEAD).len();
        // "[10:32] anna: text", "10:32 <anna> text"
        let stamped = doc.is_gone(start + lead) && line.len() > lead;
        if stamped {
            lead += (start + lead..start + line.len())
                .take_while(|at| doc.is_gone(*at))
                .count();
            let rest = line.get(lead..).unwrap_or_default();
            lead += rest.len()
                - rest
                    .trim_start_matches([
                        ' ', '*', '-', '>', '_', '<', ']', ')', '|', '\t', '`', '@',
                    ])
                    .len();
        }
        let body = line.get(lead..).unwrap_or_default();
        if let Some(length) = speaker(doc, body, start + lead)
            .or_else(|| stamped.then(|| timed(body)).flatten())
            .or_else(|| headed(doc, body, start + lead))
        {
            let name = body.get(..length).unwrap_or_default();
            if body
                .get(length..)
                .unwrap_or_default()
                .trim_start_matches(['*', '_'])
                .starts_with(':')
            {
                *count.entry(fold(name).into_owned()).or_default() += 1;
            }
            // Software does not speak of itself.
            let said = body.get(length..).unwrap_or_default();
            if [" i ", " I ", " i'", " I'", " my ", " me "]
                .iter()
                .any(|word| said.contains(word))
            {
                human.insert(name);
            }
            // Questions and answers are nobody's.
            if !matches!(name, "Q" | "A") {
                spoken.push((start + lead, length));
            }
        }
        start += line.len() + 1;
    }
    for (at, length) in spoken {
        let name = doc.slice(at, at + length);
        let after = doc
            .slice(at + length, at + length + 3)
            .trim_start_matches(['*', '_']);
        // A heading such as "Impact:" comes once; a speaker comes again, or is a name.
        let colon = after.starts_with(':');
        let repeated = count.get(fold(name).as_ref()).is_some_and(|n| {
            *n >= if name.len() == 1 || name.starts_with(char::is_lowercase) {
                2
            } else {
                3
            }
        });
        let facts = Lexicon::shipped().facts(&fold(name));
        // "Jo:" at the head of a line, where neither "To:" nor "Re:" could stand.
        let short = name.len() == 2
            && facts.any(Facts::GIVEN)
            && !facts.any(
                Facts::ENGLISH
                    .or(Facts::COMPUTING)
                    .or(Facts::FOREIGN)
                    .or(Facts::NOT_NAME)
                    .or(Facts::ZONE),
            );
        let repeated = repeated || short && name.starts_with(char::is_uppercase);
        let capital = name.starts_with(char::is_uppercase) && !facts.any(Facts::GIVEN);
        let plain = facts.any(Facts::NOT_NAME.or(Facts::ROLE).or(Facts::TITLE))
            || (colon || capital) && facts.any(Facts::COMPUTING.or(Facts::ACRONYM));
        // A bot that is a technology speaks, too; a person of that name also has a given name.
        let i = doc.token_from(at);
        let token = doc.token(i);
        let bot = technologies
            .at(doc.text, &token)
            .is_some_and(|hit| hit.end >= at + length);
        if bot
            && (!token.is(Facts::GIVEN) || name.starts_with(char::is_uppercase))
            && !(name.starts_with(char::is_lowercase) && human.contains(name))
        {
            continue;
        }
        let angled = doc.slice(at + length, at + length + 1) == ">";
        let word = facts.any(Facts::COMMON.or(Facts::COMPUTING)) && !facts.any(Facts::NAME);
        if colon && word && name.starts_with(char::is_lowercase) && !human.contains(name) {
            continue;
        }
        if (!colon || repeated || angled)
            && !(plain && !(repeated && name.starts_with(char::is_lowercase)))
        {
            names.claim(doc, at, at + length, Kind::Person, SPEAKER);
            if name.starts_with(char::is_lowercase) {
                names.add_small(name.split(['.', '_', '-', ' ']).next().unwrap_or_default());
            }
        }
    }
}

/// The length of the name if `body` begins like a line of chat.
pub(super) fn speaker(doc: &Doc, body: &str, at: usize) -> Option<usize> {
    if !body.starts_with(char::is_alphabetic) || doc.is_kept(at) {
        return None;
    }
    let length = body
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '\'' | ' ')))
        .unwrap_or(body.len());
    let sign = body.get(length..)?;
    if !sign.starts_with([':', '*', '_', '`', '>', '[']) && !sign.starts_with(char::is_whitespace) {
        return None;
    }
    // A sentence: no name is so long.
    if length > 41 && !body.get(..length)?.contains("  ") {
        return None;
    }
    let raw = body.get(..length)?;
    let (name, rest) = (raw.trim_end(), body.get(length..)?);
    // "linh.tran  11:32": the name ends at two spaces or a tab.
    let split = name.find("  ").unwrap_or(name.len());
    let (name, tail) = (name.get(..split)?, name.get(split..)?);
    let words = name.split(' ').count();
    let setting = rest.starts_with(": ")
        && name.contains('_')
        && (rest.get(2..)).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if name.is_empty() || name.len() > 40 || words > 4 || name.ends_with("bot") || setting {
        return None;
    }
    let after = rest.trim_start_matches(['*', '_', '`', '>']).trim_start();
    let bold = rest.starts_with("**");
    let stamped = |text: &str| doc_time(doc, at, name.len(), text);
    // main.CRITICAL: a channel of a log and the level of what it says
    let level = name
        .rsplit_once('.')
        .is_some_and(|(_, last)| last.len() > 3 && last.bytes().all(|b| b.is_ascii_uppercase()));
    if level {
        return None;
    }
    let app = after.starts_with("APP") || name.ends_with(" APP");
    let chat = split < raw.len()
        && !tail.trim().is_empty()
        && tail.trim().bytes().all(|b| b.is_ascii_digit())
        && rest.starts_with(':')
        || bold && (after.starts_with('[') || after.starts_with('(')) && stamped(after)
        || after.starts_with('[') && stamped(after) && words <= 3
        || bold && after.starts_with("added a comment");
    let shouted = name
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    let facts = Lexicon::shipped().facts(&fold(name));
    let small = name.starts_with(char::is_lowercase)
        && words == 1
        && !facts.any(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::TECH))
        && name.len() >= 2
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'.');
    let transcript = rest.starts_with(": ")
        && words <= 2
        && (shouted && !matches!(name, "Q" | "A")
            || small
            || words == 1 && !facts.any(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::FOREIGN)));
    ((chat && !app) || transcript).then_some(name.len())
}

/// One small word and a colon or an angle after a time.
pub(super) fn timed(body: &str) -> Option<usize> {
    let length = body
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-')))
        .unwrap_or(body.len());
    let name = body.get(..length)?;
    let rest = body.get(length..)?.trim_start_matches(['*', '_', '`']);
    let fits = (2..=24).contains(&length)
        && name.starts_with(char::is_lowercase)
        && (rest.starts_with(": ") || rest.starts_with("> ") || rest.starts_with(":\n"));
    fits.then_some(length)
}

/// Whether a removed time follows within a few characters.
fn doc_time(doc: &Doc, at: usize, name: usize, after: &str) -> bool {
    let from = at + name;
    (from..from + 8).any(|b| doc.is_gone(b)) && !after.is_empty()
}
