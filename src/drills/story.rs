//! From a timeline to a story that stops before something helped.

use crate::report::{EventType, Report, TimelineEvent};

use super::Happening;

/// Fewer happenings before the end are no exercise.
const FEWEST: usize = 4;
/// Fewer after it, and it is no story.
const FEWEST_AFTER: usize = 2;
/// A group is told so many things at once, at most.
const MOST_AT_ONCE: usize = 4;
/// More injects than a group has patience for.
const MOST_INJECTS: usize = 6;
/// Fewer words before the end leave nothing to talk about.
const FEWEST_WORDS: usize = 40;

/// Words of an untyped event that tell what helped.
const ENDINGS: [&str; 12] = [
    "back to normal",
    "fixed",
    "healthy again",
    "mitigated",
    "recovered",
    "recovers",
    "resolved",
    "restored",
    "reverted",
    "rolled back",
    "service is back",
    "stable again",
];

/// An event as it is told.
#[derive(Clone, Debug)]
pub(super) struct Moment<T> {
    pub(super) happening: Happening<T>,
    pub(super) event: Option<EventType>,
}

/// A story cut in two.
pub(super) struct Story<T> {
    /// Groups of moments, told one after the other; three to six.
    pub(super) before: Vec<Vec<Moment<T>>>,
    /// What happened then.
    pub(super) rest: Vec<Happening<T>>,
}

/// The story of a report, if its timeline is long enough.
///
/// It stops at the first repair in its second half: an earlier one did not last, or there would be no
/// more to tell. Where nothing says that it helped, it stops two thirds through.
pub(super) fn tell<T: AsRef<str> + Clone>(report: &Report<T>) -> Option<Story<T>> {
    let told: Vec<&TimelineEvent<T>> = report
        .timeline
        .iter()
        .filter(|event| words(&event.text) > 0)
        .collect();
    if told.len() < FEWEST + FEWEST_AFTER {
        return None;
    }
    let half = FEWEST.max(told.len() / 2);
    let helped = told.iter().skip(half).position(|event| helps(event));
    let end = match helped {
        Some(place) => half + place,
        None => told.len() - FEWEST_AFTER.max(told.len() / 3),
    };
    let (before, rest) = told.split_at_checked(end)?;
    if before.iter().map(|event| words(&event.text)).sum::<usize>() < FEWEST_WORDS {
        return None;
    }
    let before = before.iter().map(|event| Moment {
        happening: happening(event),
        event: event.event,
    });
    Some(Story {
        before: grouped(before.collect()),
        rest: rest.iter().map(|event| happening(event)).collect(),
    })
}

fn happening<T: Clone>(event: &TimelineEvent<T>) -> Happening<T> {
    Happening {
        offset_minutes: event.offset_minutes,
        text: event.text.clone(),
    }
}

fn words<T: AsRef<str>>(text: &T) -> usize {
    text.as_ref().split_whitespace().count()
}

fn helps<T: AsRef<str>>(event: &TimelineEvent<T>) -> bool {
    match event.event {
        Some(EventType::MitigatorActual | EventType::Repair) => true,
        Some(_) => false,
        None => {
            let lower = event.text.as_ref().to_lowercase();
            ENDINGS.iter().any(|ending| lower.contains(ending))
        }
    }
}

/// Groups of at most [`MOST_AT_ONCE`], three to six of them, cut where most time passes.
fn grouped<T>(moments: Vec<Moment<T>>) -> Vec<Vec<Moment<T>>> {
    let wanted = moments
        .len()
        .div_ceil(MOST_AT_ONCE)
        .clamp(3, MOST_INJECTS)
        .min(moments.len());
    let mut groups = vec![moments];
    while groups.len() < wanted {
        let Some((group, at)) = widest(&groups) else {
            break;
        };
        let Some(first) = groups.get_mut(group) else {
            break;
        };
        let second = first.split_off(at);
        groups.insert(group + 1, second);
    }
    groups
}

/// The best place to cut: in the longest group, at the largest gap near its middle.
fn widest<T>(groups: &[Vec<Moment<T>>]) -> Option<(usize, usize)> {
    let (group, moments) = groups
        .iter()
        .enumerate()
        .max_by_key(|(place, moments)| (moments.len(), usize::MAX - place))?;
    if moments.len() < 2 {
        return None;
    }
    let (third, middle) = (moments.len() / 3, moments.len() / 2);
    let inner = third.max(1)..(moments.len() - third).max(third.max(1) + 1);
    let at = inner.max_by_key(|&at| (gap(moments, at), std::cmp::Reverse(at.abs_diff(middle))))?;
    Some((group, at))
}

/// Minutes between a moment and the one before it; 0 where they are not told.
fn gap<T>(moments: &[Moment<T>], at: usize) -> i64 {
    let minute = |place: usize| moments.get(place)?.happening.offset_minutes;
    match (at.checked_sub(1).and_then(minute), minute(at)) {
        (Some(before), Some(now)) => now.saturating_sub(before).max(0),
        _ => 0,
    }
}
