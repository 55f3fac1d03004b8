//! User names: mentions, chat speakers, accounts in logs and shells.

use memchr::memchr_iter;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::names::Names;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::{Shape, Token};

const MENTION: &str = "mention";
const SPEAKER: &str = "chat-speaker";
const ACCOUNT: &str = "user-name";

/// Finds `@kasia.w`, the speaker of a chat line or transcript, `user=slegoff`, `hfalcon` in
/// `TODO(hfalcon)`, and user names made of a name met in the text (`cmutua` beside "Chase Mutua").
/// Leaves decorators, service accounts with ordinary names (`root`, `postgres`), bots that are technologies.
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    mentions(doc, names);
    accounts(doc, names);
    dotted(doc, names);
    initials(doc, names);
    actors(doc, names);
    listed(doc, names);
}

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
    let word = body.get(..length)?;
    let facts = Lexicon::shipped().facts(&fold(word));
    let ordinary = facts.any(
        Facts::COMMON
            .or(Facts::COMPUTING)
            .or(Facts::FOREIGN)
            .or(Facts::PERSON_BEFORE),
    ) && !facts.any(Facts::GIVEN);
    (timed
        && !ordinary
        && tail.is_empty()
        && word.starts_with(char::is_alphabetic)
        && !word.starts_with(char::is_uppercase))
    .then_some(length)
}

fn handle_len(text: &str) -> usize {
    let stop = text
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-')))
        .unwrap_or(text.len());
    text.get(..stop)
        .unwrap_or_default()
        .trim_end_matches(['.', '-', '_'])
        .len()
}

fn mentions(doc: &mut Doc, names: &mut Names) {
    let text = doc.text;
    for at in memchr_iter(b'@', text.as_bytes()) {
        let before = doc.byte_before(at);
        if before.is_ascii_alphanumeric() || matches!(before, b'/' | b'.') {
            continue;
        }
        let rest = doc.ahead(at + 1, 48);
        let length = handle_len(rest);
        let name = rest.get(..length).unwrap_or_default();
        let group = matches!(
            name.to_ascii_lowercase().as_str(),
            "here"
                | "channel"
                | "everyone"
                | "all"
                | "team"
                | "override"
                | "deprecated"
                | "nullable"
                | "test"
                | "autowired"
                | "bean"
                | "transactional"
                | "async"
                | "types"
                | "latest"
                | "oncall"
                | "on-call"
                | "sre"
                | "param"
                | "return"
                | "returns"
        );
        let package = rest
            .get(length..)
            .is_some_and(|r| r.starts_with('/') || r.starts_with('('));
        if length >= 2 && !group && !package && name.starts_with(char::is_alphabetic) {
            let mut end = at + 1 + length;
            let i = doc.token_from(end);
            // @Ada Nwosu
            if doc.slice(end, doc.token(i).start) == " "
                && doc.token(i).shape == Shape::Capital
                && doc.token(i).is(Facts::NAME)
                && !doc.token(i).is(Facts::ENGLISH)
            {
                end = doc.token(i).end;
            }
            names.claim(doc, at, end, Kind::Person, MENTION);
        }
    }
}

/// `**kasia.w** [6:01 PM]`, `linh.tran  11:32`, `[10:12] <anna> text`, `LERATO: Okay`.
pub(super) fn speakers(doc: &mut Doc, names: &mut Names, technologies: &PhraseBook) {
    let text = doc.text;
    let mut start = 0;
    let mut spoken: Vec<(usize, usize)> = Vec::new();
    let mut count = rustc_hash::FxHashMap::<String, usize>::default();
    for line in text.split('\n') {
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
            spoken.push((start + lead, length));
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
        let capital = name.starts_with(char::is_uppercase) && !facts.any(Facts::GIVEN);
        let plain = facts.any(Facts::NOT_NAME.or(Facts::ROLE).or(Facts::TITLE))
            || (colon || capital) && facts.any(Facts::COMPUTING.or(Facts::ACRONYM));
        // A bot that is a technology speaks, too; a person of that name also has a given name.
        let i = doc.token_from(at);
        let token = doc.token(i);
        let bot = technologies
            .at(doc.text, &fold(doc.word(i)), token.start, token.end)
            .is_some_and(|hit| hit.end >= at + length);
        if bot && (!token.is(Facts::GIVEN) || name.starts_with(char::is_uppercase)) {
            continue;
        }
        let angled = doc.slice(at + length, at + length + 1) == ">";
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
fn speaker(doc: &Doc, body: &str, at: usize) -> Option<usize> {
    let length = body
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '\'' | ' ')))
        .unwrap_or(body.len());
    let raw = body.get(..length)?;
    let (name, rest) = (raw.trim_end(), body.get(length..)?);
    // "linh.tran  11:32": the name ends at two spaces or a tab.
    let split = name.find("  ").unwrap_or(name.len());
    let (name, tail) = (name.get(..split)?, name.get(split..)?);
    let words = name.split(' ').count();
    if name.is_empty()
        || name.len() > 40
        || words > 4
        || !name.starts_with(char::is_alphabetic)
        || doc.is_kept(at)
    {
        return None;
    }
    let after = rest.trim_start_matches(['*', '_', '`', '>']).trim_start();
    let bold = rest.starts_with("**");
    let stamped = |text: &str| doc_time(doc, at, name.len(), text);
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
fn timed(body: &str) -> Option<usize> {
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

/// `Assignee: wren`, `On call: ash, robin`, `Watchers: a.b; c.d`: people by what the line is for.
fn listed(doc: &mut Doc, names: &mut Names) {
    const KEYS: &str = "assignee reporter watchers watcher owner owners author authors commander ic scribe responder responders oncall on-call approver approvers approved reviewer reviewers reviewed participants attendees present cc lead comms facilitator editor writer written prepared signed requester requestor responsible handover";
    let text = doc.text;
    for at in memchr_iter(b':', text.as_bytes()) {
        let i = doc.token_from(at).wrapping_sub(1);
        let token = doc.token(i);
        let key = fold(doc.word(i)).into_owned();
        let by = matches!(key.as_str(), "by" | "call" | "engineer" | "manager");
        if token.end + 3 < at
            || !(KEYS.split(' ').any(|k| k == key) || by)
            || !matches!(doc.byte(at + 1), b' ' | b'*')
        {
            continue;
        }
        let rest = doc.ahead(at + 1, 160);
        let line = rest.split(['\n', '|']).next().unwrap_or_default();
        let mut from = at + 1;
        for item in line.split([',', ';', '/', '&', '+']) {
            let name = item.trim_matches([' ', '*', '_', '`', '@']);
            let lead = item.find(name).unwrap_or(0);
            person(doc, names, from + lead, name);
            from += item.len() + 1;
            // Three spaces end a field of a ticket.
            if item.trim_start().contains("   ") {
                break;
            }
        }
    }
}

/// Claims the beginning of `text` as far as it is a name.
fn person(doc: &mut Doc, names: &mut Names, start: usize, text: &str) {
    let first = text
        .split([' ', '(', '.', ':', '\t'])
        .next()
        .unwrap_or_default();
    let handle = handle_len(text);
    let i = doc.token_from(start);
    let token = doc.token(i);
    if token.start != start
        || !doc.token_free(i)
        || first.chars().count() < 2
        || !first.starts_with(char::is_alphabetic)
    {
        return;
    }
    let plain = Facts::COMPUTING
        .or(Facts::NOT_NAME)
        .or(Facts::ROLE)
        .or(Facts::TECH)
        .or(Facts::TEAM_BEFORE)
        .or(Facts::ORG_SUFFIX)
        .or(Facts::ARTICLE)
        .or(Facts::WEEKDAY)
        .or(Facts::FOREIGN)
        .or(Facts::BUSINESS);
    let common = token.is(Facts::COMMON) && !token.is(Facts::GIVEN);
    if token.is(plain) && !token.is(Facts::NAME) || common || token.shape == Shape::Number {
        return;
    }
    let words = text.split_whitespace().count();
    let whole = words <= 2
        && token.is_capital()
        && doc.token(i + 1).is_capital()
        && doc.gap(i) == " "
        && !doc.token(i + 1).is(plain);
    let end = if whole {
        doc.token(i + 1).end
    } else {
        start + handle.max(token.len())
    };
    if whole || words <= 3 || token.is(Facts::NAME) {
        names.claim(doc, start, end, Kind::Person, ACCOUNT);
    }
}

/// Whether a removed time follows within a few characters.
fn doc_time(doc: &Doc, at: usize, name: usize, after: &str) -> bool {
    let from = at + name;
    (from..from + 8).any(|b| doc.is_gone(b)) && !after.is_empty()
}

/// "thx kees", "paged wim", "from kees to wim": a small word nobody knows after a word for people.
fn told(doc: &Doc, i: usize, token: Token, previous: &str) -> Option<bool> {
    if doc.glued(i)
        || token.shape != Shape::Lower
        || doc.gap_before(i) != " "
        || doc.language != crate::anonymise::doc::Language::English
    {
        return None;
    }
    let before = doc.before(i);
    let given = token.is(Facts::NAME);
    let weak = matches!(
        previous,
        "with" | "per" | "for" | "via" | "to" | "from" | "by" | "on"
    );
    let strong = before.is(Facts::PERSON_BEFORE) && !weak;
    Some(strong || weak && given || before.is(Facts::TITLE) && given)
}

/// `j.doe`, `anna.kowalska`, `anna-lena`: two small names joined.
fn dotted(doc: &mut Doc, names: &mut Names) {
    let plain = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::FOREIGN)
        .or(Facts::ACRONYM)
        .or(Facts::TECH_NOUN);
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        let chunk = doc.slice(start, end);
        let Some((first, last)) = chunk.split_once(['.', '-', '_']) else {
            continue;
        };
        let small = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_alphabetic() && c.is_lowercase())
        };
        if !small(first)
            || !small(last)
            || last.len() < 3
            || doc.byte(end) == b'('
            || !doc.is_free(start, end)
        {
            continue;
        }
        let i = doc.token_from(start);
        let (one, two) = (doc.token(i), doc.token(i + 1));
        let name = |t: Token| t.is(Facts::NAME) && !t.is(plain);
        let initial = first.len() == 1 && chunk.contains('.') && name(two);
        let both = name(one)
            && one.is(Facts::GIVEN)
            && (name(two) || chunk.contains('.') && !two.is(plain) && last.len() >= 4);
        if initial || both {
            names.claim(doc, start, end, Kind::Person, ACCOUNT);
        }
    }
}

/// Initials used as a name: "JK restarted it", "paged JK", "(AB)", "| `MvdB` |".
fn initials(doc: &mut Doc, names: &mut Names) {
    let plain = Facts::ACRONYM
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::ZONE)
        .or(Facts::COMPUTING);
    let is_initials = |doc: &Doc, i: usize| {
        let token = doc.token(i);
        (token.shape == Shape::Upper && (2..=3).contains(&token.len())
            || is_mixed_initials(doc.word(i)))
            && !token.is(plain)
            && doc.token_free(i)
            && !doc.glued(i)
    };
    let mut found: Vec<String> = Vec::new();
    for i in 0..doc.tokens.len() {
        if !is_initials(doc, i) {
            continue;
        }
        let (before, after) = (doc.before(i), doc.token(i + 1));
        let article = doc.gap_before(i) == " "
            && before.is(Facts::ARTICLE.or(Facts::TECH_NOUN).or(Facts::COMPUTING));
        let short = doc.token(i).len() == 2 || is_mixed_initials(doc.word(i));
        let acts = short
            && !article
            && doc.gap(i) == " "
            && after.shape == Shape::Lower
            && after.is(Facts::PERSON_AFTER)
            && !after.is(Facts::TECH_NOUN.or(Facts::COMPUTING));
        let strong = before.is(Facts::PERSON_BEFORE)
            && !matches!(
                doc.word(i.wrapping_sub(1)),
                "with" | "from" | "by" | "for" | "per" | "to" | "via" | "on"
            );
        let told = doc.gap_before(i) == " " && strong
            || before.is(Facts::ROLE) && matches!(doc.gap_before(i), ": " | ":** ");
        let cell =
            doc.gap_before(i).trim_end().ends_with('|') && doc.gap(i).trim_start().starts_with('|');
        let speaks = doc.token(i).line && doc.gap(i).starts_with(':');
        let word = fold(doc.word(i)).into_owned();
        if (acts || told || cell || speaks) && !found.contains(&word) {
            found.push(word);
        }
    }
    if found.is_empty() {
        return;
    }
    for i in 0..doc.tokens.len() {
        if is_initials(doc, i) && found.contains(&fold(doc.word(i)).into_owned()) {
            let token = doc.token(i);
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        }
    }
}

/// `MvD`, `JvdB`: capitals around a particle.
fn is_mixed_initials(word: &str) -> bool {
    let first = word.starts_with(|c: char| c.is_ascii_uppercase());
    let last = word.ends_with(|c: char| c.is_ascii_uppercase());
    let middle = word.trim_matches(|c: char| c.is_ascii_uppercase());
    first
        && last
        && word.len() <= 5
        && matches!(middle, "v" | "d" | "vd" | "vdr" | "de" | "du" | "da" | "le")
}

/// A small name that acts right after a time: "10:32 anna restarts the pool", "[10:32] <mk> ok".
fn actors(doc: &mut Doc, names: &mut Names) {
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if !matches!(token.shape, Shape::Lower | Shape::Code)
            || token.len() < 2
            || !doc.token_free(i)
        {
            continue;
        }
        let gap = doc.gap_before(i);
        let timed = gap.len() <= 6
            && !gap.contains('\n')
            && token.start > gap.len()
            && doc.kind_at(token.start - gap.len() - 1) == Some(Kind::Time);
        if !timed {
            continue;
        }
        let after = doc.token(i + 1);
        let ordinary = token.is(Facts::COMMON
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::FOREIGN)
            .or(Facts::TECH_NOUN)
            .or(Facts::BUSINESS)
            .or(Facts::ZONE));
        let angled = gap.ends_with('<') && doc.byte(token.end) == b'>';
        let says = doc.gap(i) == ": " && !ordinary;
        let acts = doc.gap(i) == " "
            && after.shape == Shape::Lower
            && after.is(Facts::PERSON_AFTER)
            && !token.is(Facts::ENGLISH)
            && !ordinary;
        if angled || says || acts {
            names.claim(doc, token.start, token.end, Kind::Person, SPEAKER);
        }
    }
}

fn accounts(doc: &mut Doc, names: &mut Names) {
    for i in 0..doc.tokens.len() {
        let token = doc.token(i);
        if !matches!(token.shape, Shape::Lower | Shape::Code | Shape::Mixed)
            || !doc.token_free(i)
            || token.len() < 3
            || doc.word(i).starts_with("0x")
        {
            continue;
        }
        let word = fold(doc.word(i)).into_owned();
        let ordinary = token.is(Facts::ENGLISH
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::FOREIGN)
            .or(Facts::ROLE));
        if names.is_user(&word) && !ordinary {
            doc.claim(token.start, token.end, Kind::Person, ACCOUNT);
            continue;
        }
        if ordinary || token.shape == Shape::Mixed {
            continue;
        }
        let previous = fold(doc.word(i.wrapping_sub(1))).into_owned();
        let gap = doc.gap_before(i);
        let keyed = matches!(
            previous.as_str(),
            "user"
                | "username"
                | "login"
                | "usuario"
                | "utilisateur"
                | "benutzer"
                | "owner"
                | "assignee"
                | "author"
                | "committer"
                | "u"
                | "uid"
                | "todo"
                | "requested"
                | "gebruiker"
                | "usr"
                | "actor"
                | "sudo"
                | "bruker"
                | "by"
                | "is"
                | "user_name"
                | "deployed"
                | "approver"
                | "reviewer"
                | "responder"
                | "nick"
        );
        let joined = matches!(
            gap,
            " " | "=" | ": " | ":" | "(" | "='" | "=\"" | ": \"" | " '" | " `" | " \""
        );
        let user = keyed
            && joined
            && (!matches!(previous.as_str(), "by" | "is" | "requested" | "deployed")
                || previous == "is"
                    && matches!(
                        fold(doc.word(i.wrapping_sub(2))).as_ref(),
                        "user" | "username" | "login" | "handle"
                    )
                || previous == "by" && gap == " " && !token.is(Facts::FOREIGN) && token.len() >= 4);
        let end = token.end;
        if user
            && doc.byte(end) != b'('
            && !(doc.byte(end) == b'.' && doc.byte(end + 1).is_ascii_alphabetic())
        {
            let rest = doc.ahead(token.start, 48);
            let length = handle_len(rest).max(token.len());
            names.claim(
                doc,
                token.start,
                token.start + length,
                Kind::Person,
                ACCOUNT,
            );
        } else if let Some(true) = told(doc, i, token, &previous) {
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        } else if token.is(Facts::GIVEN)
            && (doc.token(i + 1).is(Facts::PERSON_AFTER) && doc.gap(i) == " "
                || matches!(doc.gap_before(i), ", " | " -> " | " → " | " + ")
                || doc.token(i).line
                || doc.gap(i).starts_with(['?', '!'])
                || previous == "and" && doc.gap(i) != " ")
            && token.len() >= 4
            && !doc.glued(i)
            && doc.language == crate::anonymise::doc::Language::English
            && token.shape == Shape::Lower
        {
            // People write names small in chat: tell joy, thx priya.
            names.claim(doc, token.start, token.end, Kind::Person, ACCOUNT);
        }
    }
}
