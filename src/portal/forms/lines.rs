//! Lists as lines of text that people can read and change.
//!
//! - timeline: `+12m text`, `+01:40 text`, `+1d 03:10 text`, `~+12m text` (about), `? text` (no
//!   time); after the time `#impact` and the like say what sort of event it was;
//! - tried: `worked: text`, `partly:`, `no effect:`, `made worse:`;
//! - actions: `short, done: text` with any of the words of [`Action`].

use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::codes::{by_reporter, id_of, of_id};
use crate::anonymise::RawText;
use crate::portal::Labels;
use crate::report::{Action, EventType, Mitigation, Slug, TimelineEvent};
use crate::taxonomy::ListId;

/// Twenty years in minutes: nothing told as one incident lasts longer.
const FURTHEST: i64 = 20 * 366 * 1440;

static OFFSET: LazyLock<Regex> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "a constant pattern, compiled in the tests")]
    Regex::new(
        r"^(?P<about>~)?\s*(?P<sign>[+\u{2212}-])(?:(?:(?P<d>\d+)d ?)?(?P<hh>\d{1,3}):(?P<mm>\d{2})|(?:(?P<days>\d+)d)?(?: ?(?P<h>\d+)h)?(?: ?(?P<m>\d+)m(?:in)?)?)(?:\s+|$)",
    )
    .expect("pattern")
});

/// Non-blank lines without a bullet, each with its number from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, unbullet(line.trim())))
        .filter(|(_, line)| !line.is_empty())
}

pub(super) fn unbullet(line: &str) -> &str {
    ["- ", "* ", "\u{2022} "]
        .iter()
        .find_map(|bullet| line.strip_prefix(bullet))
        .map_or(line, str::trim_start)
}

/// One line of text; a bullet keeps a text that looks like something else what it is.
pub(super) fn write(text: &str, prefix: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if prefix.is_empty() && unbullet(&flat) != flat {
        format!("- {flat}")
    } else {
        format!("{prefix}{flat}")
    }
}

/// Splits `#code` off the front, if the list has it.
pub(super) fn code(text: &str, list: ListId, labels: Labels) -> (Option<Slug>, &str) {
    let split = text
        .strip_prefix('#')
        .map(|rest| rest.split_once(' ').unwrap_or((rest, "")));
    match split.and_then(|(id, rest)| Some((id.parse().ok()?, rest))) {
        Some((slug, rest)) if labels.has(list, &slug) => (Some(slug), rest.trim_start()),
        _ => (None, text),
    }
}

pub(super) fn hash(code: Option<&Slug>) -> String {
    code.map(|slug| format!("#{slug} ")).unwrap_or_default()
}

pub(super) fn write_event<T: AsRef<str>>(event: &TimelineEvent<T>) -> String {
    let offset = event.offset_minutes.map_or_else(
        || "? ".to_owned(),
        |minutes| {
            let (sign, size) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
            let (days, hours, rest) = (size / 1440, size / 60 % 24, size % 60);
            match (days, hours) {
                (0, 0) => format!("{sign}{rest}m "),
                (0, _) => format!("{sign}{hours:02}:{rest:02} "),
                _ => format!("{sign}{days}d {hours:02}:{rest:02} "),
            }
        },
    );
    let about = if event.approximate { "~" } else { "" };
    let sort = event
        .event
        .map(|sort| format!("#{} ", id_of(&sort)))
        .unwrap_or_default();
    write(event.text.as_ref(), &format!("{about}{offset}{sort}"))
}

/// `Err` for an offset further away than an incident can last.
pub(super) fn read_event(line: &str) -> Result<TimelineEvent<RawText>, ()> {
    let (about, minutes, rest) = offset(line)?;
    let sort = rest
        .strip_prefix('#')
        .map(|rest| rest.split_once(' ').unwrap_or((rest, "")))
        .and_then(|(id, rest)| Some((of_id::<EventType>(id)?, rest.trim_start())));
    let (event, text) = sort.map_or((None, rest), |(sort, rest)| (Some(sort), rest));
    Ok(TimelineEvent {
        offset_minutes: minutes,
        approximate: about,
        event,
        text: RawText::new(text),
    })
}

fn offset(line: &str) -> Result<(bool, Option<i64>, &str), ()> {
    let untimed = line.strip_prefix('~').filter(|rest| rest.starts_with("? "));
    if let Some(rest) = untimed.unwrap_or(line).strip_prefix("? ") {
        return Ok((untimed.is_some(), None, rest.trim_start()));
    }
    let Some(found) = OFFSET.captures(line) else {
        return Ok((false, None, line));
    };
    let parts = [
        ("d", 1440),
        ("hh", 60),
        ("mm", 1),
        ("days", 1440),
        ("h", 60),
        ("m", 1),
    ];
    let given: Vec<_> = parts
        .iter()
        .filter_map(|(name, unit)| Some((found.name(name)?.as_str(), *unit)))
        .collect();
    if given.is_empty() {
        return Ok((false, None, line));
    }
    let mut minutes: i64 = 0;
    for (digits, unit) in given {
        let number: i64 = digits.parse().map_err(|_| ())?;
        minutes = number
            .checked_mul(unit)
            .and_then(|part| minutes.checked_add(part))
            .ok_or(())?;
    }
    if minutes > FURTHEST {
        return Err(());
    }
    if found.name("sign").is_some_and(|sign| sign.as_str() != "+") {
        minutes = -minutes;
    }
    let rest = found
        .get(0)
        .and_then(|whole| line.get(whole.end()..))
        .unwrap_or_default();
    Ok((found.name("about").is_some(), Some(minutes), rest))
}

/// Words before a colon, each of which must mean something.
fn prefix(line: &str, mut takes: impl FnMut(&str) -> bool) -> &str {
    match line.split_once(':') {
        Some((words, rest))
            if words.len() <= 60
                && words
                    .split(',')
                    .all(|word| takes(&word.trim().to_lowercase().replace(' ', "-"))) =>
        {
            rest.trim_start()
        }
        _ => line,
    }
}

fn words(ids: &[String]) -> String {
    let said: Vec<_> = ids
        .iter()
        .filter(|id| !id.is_empty())
        .map(|id| id.replace('-', " "))
        .collect();
    if said.is_empty() {
        String::new()
    } else {
        format!("{}: ", said.join(", "))
    }
}

fn id<T: Serialize>(value: Option<&T>) -> String {
    value.map(id_of).unwrap_or_default()
}

fn take<T: DeserializeOwned>(slot: &mut Option<T>, word: &str) -> bool {
    match of_id(word) {
        Some(value) if slot.is_none() => {
            *slot = Some(value);
            true
        }
        _ => false,
    }
}

pub(super) fn write_mitigation<T: AsRef<str>>(tried: &Mitigation<T>) -> String {
    let code = hash(tried.code.as_ref().map(|coded| &coded.code));
    write(
        tried.text.as_ref(),
        &format!("{}{code}", words(&[id(tried.effect.as_ref())])),
    )
}

pub(super) fn read_mitigation(line: &str, labels: Labels) -> Mitigation<RawText> {
    let mut effect = None;
    let rest = prefix(line, |word| take(&mut effect, word));
    let effect = if rest.len() == line.len() {
        None
    } else {
        effect
    };
    let (code, text) = code(rest, ListId::Mitigations, labels);
    Mitigation {
        code: code.map(by_reporter),
        effect,
        text: RawText::new(text),
    }
}

pub(super) fn write_action<T: AsRef<str>>(action: &Action<T>) -> String {
    let said = words(&[
        id(action.term.as_ref()),
        id(action.status.as_ref()),
        id(action.strength.as_ref()),
        id(action.result.as_ref()),
    ]);
    write(
        action.text.as_ref(),
        &format!("{said}{}", hash(action.class.as_ref())),
    )
}

pub(super) fn read_action(line: &str, labels: Labels) -> Action<RawText> {
    let mut said = Action::<RawText>::default();
    let rest = prefix(line, |word| {
        take(&mut said.term, word)
            || take(&mut said.status, word)
            || take(&mut said.strength, word)
            || take(&mut said.result, word)
    });
    if rest.len() == line.len() {
        said = Action::default();
    }
    let (class, text) = code(rest, ListId::Remediations, labels);
    said.class = class;
    said.text = RawText::new(text);
    said
}
