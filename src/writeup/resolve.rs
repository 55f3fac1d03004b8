//! Times become minutes from the first event.
//!
//! A date stays in force until another one is written; a time that jumps back by more than six
//! hours without a date is taken as the next day, a smaller step back is left as it stands.

use jiff::civil::Date;

use super::clock::Clock;
use super::dates::Order;
use super::timeline::Entry;
use super::zones::Zone;

/// What the rest of the write-up tells about its times.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Base {
    /// The day it is about.
    pub(super) date: Option<Date>,
    pub(super) order: Option<Order>,
}

/// What a timeline's heading and remarks tell about its times.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    pub(super) date: Option<Date>,
    pub(super) zone: Option<Zone>,
}

/// The times of all entries, with counts of what was assumed.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    pub(super) times: Vec<Time>,
    /// Day of the first entry that has one, as written.
    pub(super) first_day: Option<Date>,
    pub(super) without_zone: usize,
    pub(super) zones: usize,
    pub(super) next_day: usize,
    pub(super) backward: usize,
}

/// The time of one entry.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Time {
    /// Minutes from the earliest entry.
    pub(super) offset: Option<i64>,
    pub(super) approximate: bool,
}

const DAY: i64 = 1440;
const SIX_HOURS: i64 = 360;

/// Works out the times of entries in the order they are written.
pub(super) fn resolve(entries: &[Entry], base: Base, group: impl Fn(usize) -> Group) -> Resolved {
    let mut named: Vec<Zone> = Vec::new();
    for zone in entries
        .iter()
        .filter_map(|entry| entry.stamp?.zone.or(entry.zone).or(group(entry.group).zone))
    {
        if !named.contains(&zone) {
            named.push(zone);
        }
    }
    let days_only = entries
        .iter()
        .filter_map(|entry| entry.stamp)
        .all(|stamp| stamp.clock.is_none());
    let mut walk = Walk {
        base,
        day: None,
        last: None,
        fallback: named.first().copied().unwrap_or(Zone::Fixed(0)),
        follow: named.len() > 1,
        days_only,
        found: Resolved {
            zones: named.len(),
            ..Resolved::default()
        },
    };
    let first_written = entries.iter().find_map(|entry| {
        let order = base.order.unwrap_or(Order::DayFirst);
        entry.stamp?.date?.resolve(order, base.date.map(Date::year))
    });
    let mut moments = Vec::with_capacity(entries.len());
    let mut current = None;
    for entry in entries {
        if current != Some(entry.group) {
            current = Some(entry.group);
            walk.last = None;
            // A date far from the first one written in the timeline is that of publication.
            let near = |day: &Date| {
                first_written.is_none_or(|first| (0..=14).contains(&(days(first) - days(*day))))
            };
            let start = group(entry.group).date.or(base.date.filter(near));
            walk.day = Day::from(start.or(first_written));
        }
        moments.push(walk.entry(entry, group(entry.group).zone));
    }
    drop_wrong_years(&mut moments);
    let first = moments.iter().filter_map(|(moment, _)| *moment).min();
    walk.found.times = moments
        .into_iter()
        .map(|(moment, approximate)| Time {
            offset: moment.zip(first).map(|(moment, first)| moment - first),
            approximate,
        })
        .collect();
    walk.found
}

/// A moment that lies whole years from the middle of the others has a mistyped year: it cannot be
/// understood.
fn drop_wrong_years(moments: &mut [(Option<i64>, bool)]) {
    const YEAR: i64 = 365 * DAY;
    const NEAR: i64 = 10 * DAY;
    let mut known: Vec<i64> = moments.iter().filter_map(|(moment, _)| *moment).collect();
    if known.len() < 3 {
        return;
    }
    known.sort_unstable();
    let middle = known.get(known.len() / 2).copied().unwrap_or_default();
    let near = |distance: i64| {
        known
            .iter()
            .filter(|m| (*m - middle).abs() <= distance)
            .count()
    };
    if near(NEAR) * 2 <= known.len() {
        return;
    }
    for (moment, _) in moments {
        *moment = moment.filter(|moment| {
            let distance = (moment - middle).abs();
            distance < YEAR - NEAR || (distance + NEAR) % YEAR > 2 * NEAR
        });
    }
}

/// The day in force.
#[derive(Clone, Copy, Debug)]
enum Day {
    /// No date is written anywhere: only differences count.
    Unnamed(Date),
    Known(Date),
    /// A date that cannot be read.
    Unreadable,
}

impl Day {
    #[expect(clippy::unnecessary_wraps, reason = "the caller keeps an option")]
    fn from(date: Option<Date>) -> Option<Self> {
        Some(date.map_or(Self::Unnamed(jiff::civil::date(2000, 1, 3)), Self::Known))
    }

    fn date(self) -> Option<Date> {
        match self {
            Self::Unnamed(date) | Self::Known(date) => Some(date),
            Self::Unreadable => None,
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Unnamed(date) => Self::Unnamed(date.tomorrow().unwrap_or(date)),
            Self::Known(date) => Self::Known(date.tomorrow().unwrap_or(date)),
            Self::Unreadable => Self::Unreadable,
        }
    }
}

struct Walk {
    base: Base,
    day: Option<Day>,
    /// The moment before, in minutes, UTC.
    last: Option<i64>,
    fallback: Zone,
    /// Several zones are named: those without one follow the one before.
    follow: bool,
    days_only: bool,
    found: Resolved,
}

impl Walk {
    fn entry(&mut self, entry: &Entry, declared: Option<Zone>) -> (Option<i64>, bool) {
        let Some(stamp) = entry.stamp else {
            return (None, false);
        };
        let dated = stamp.date.is_some();
        if let Some(written) = stamp.date {
            self.day = Some(self.read_date(written));
        }
        if entry.is_marker() {
            if dated {
                self.last = None;
            }
            return (None, false);
        }
        let Some(date) = self.day.and_then(Day::date) else {
            return (None, stamp.approximate);
        };
        let named = stamp.zone.or(entry.zone).or(declared);
        let zone = named.unwrap_or(self.fallback);
        if self.follow && stamp.zone.is_some() && declared.is_none() {
            self.fallback = zone;
        }
        let minute = match stamp.clock {
            Some(Clock::At(minute)) => minute,
            Some(Clock::Unknown) => return (None, stamp.approximate),
            None => return (Some(self.whole_day(date, zone)), true),
        };
        if named.is_none() {
            self.found.without_zone += 1;
        }
        let mut moment = at(date, minute, zone);
        if let Some(last) = self.last {
            if !dated && moment < last - SIX_HOURS {
                self.found.next_day += 1;
                self.day = self.day.map(Day::next);
                moment += DAY;
            } else if moment < last {
                self.found.backward += 1;
            }
        }
        self.last = Some(moment);
        (Some(moment), stamp.approximate)
    }

    fn read_date(&mut self, written: super::dates::Written) -> Day {
        let before = self.day.and_then(Day::date).or(self.base.date);
        let order = self.base.order.unwrap_or(Order::DayFirst);
        let year = match self.day {
            Some(Day::Known(date)) => Some(date.year()),
            _ => self.base.date.map(Date::year),
        };
        // Without any year the differences still count.
        let counted = year.or(before.map(Date::year)).or(Some(2000));
        let Some(mut date) = written.resolve(order, counted) else {
            return Day::Unreadable;
        };
        let yearless = written.resolve(order, None).is_none();
        if yearless
            && let Some(before) = before
            && days(date) + 180 < days(before)
        {
            let next = counted.map(|year| year + 1);
            date = written.resolve(order, next).unwrap_or(date);
        }
        if yearless && year.is_none() {
            return Day::Unnamed(date);
        }
        self.found.first_day = self.found.first_day.or(Some(date));
        Day::Known(date)
    }

    /// A date without a time of day: the start of that day, or just after the entry before.
    fn whole_day(&mut self, date: Date, zone: Zone) -> i64 {
        let start = at(date, 0, zone);
        let moment = match self.last {
            Some(last) if !self.days_only && (start..start + DAY).contains(&last) => last,
            _ => start,
        };
        self.last = Some(moment);
        moment
    }
}

fn days(date: Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    i64::from((date - epoch).get_days())
}

/// Minutes since 1970, UTC.
fn at(date: Date, minute: u16, zone: Zone) -> i64 {
    days(date) * DAY + i64::from(minute) - zone.offset(date, minute)
}
