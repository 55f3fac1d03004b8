//! Times of one report, told from its first clock time: `T+0`, `T+12m`, `T+1d 03:10`.

use super::calendar::{days, on_weekday, year_and_month};
use super::moment::{Moment, parse, quarter_of, week_of};
use super::rules::phrase;
use super::when::{self, counted};
use rustc_hash::FxHashMap;

/// Reads all times of a report in their order and tells each from the first.
#[derive(Default)]
pub(super) struct Clock {
    told: FxHashMap<usize, String>,
}

impl Clock {
    pub(super) fn read<'a>(&mut self, times: impl Iterator<Item = (usize, &'a str, &'static str)>) {
        let all: Vec<(usize, Moment, (&str, &str))> = times
            .map(|(at, text, rule)| (at, parse(text, rule), (text, rule)))
            .collect();
        let mut all = all;
        all.sort_by_key(|(at, ..)| *at);
        share_half(&mut all);
        month_first(&mut all);
        let zone = all
            .iter()
            .find_map(|(_, m, _)| m.second.and(m.zone))
            .or_else(|| all.iter().find_map(|(_, m, _)| m.zone))
            .unwrap_or(0);
        let dated = |m: &Moment| m.month.and(m.day).and(m.year);
        let said = all
            .iter()
            .find_map(|(_, m, _)| dated(m))
            .or_else(|| all.iter().find_map(|(_, m, _)| m.year));
        let mut year = said.unwrap_or(2000);
        let on = |m: &Moment, year: i64| Some(days(year, m.month?, m.day?));
        // Clocks before the first date are of its day.
        let first = all
            .iter()
            .find_map(|(_, m, _)| on(m, dated(m).unwrap_or(year)));
        let reference = first.map(|day| Reference {
            day,
            dated: said.is_some(),
        });
        let mut today = first.unwrap_or(0);
        let mut last: Option<i64> = None;
        let mut zero: Option<i64> = None;
        let mut first_day: Option<i64> = None;
        for (at, moment, (text, rule)) in all {
            year = dated(&moment).unwrap_or(year);
            let written = on(&moment, year);
            let named = moment.second.and(moment.weekday);
            let date = written.or_else(|| named.map(|weekday| on_weekday(today, weekday)));
            today = date.unwrap_or(today);
            first_day = first_day.or(written);
            let told = if let Some(second) = moment.second {
                let shift = moment.zone.map_or(0, |z| (zone - z) * 60);
                let mut at = today * 86_400 + second + shift;
                // A clock that jumps back by more than half a day has passed midnight.
                if date.is_none() {
                    while last.is_some_and(|last| last - at > 43_200) {
                        today += 1;
                        at += 86_400;
                    }
                }
                last = Some(at);
                offset(at - *zero.get_or_insert(at), moment.fine)
            } else if let Some(date) = date {
                last = None;
                when::day(date - first_day.unwrap_or(date))
            } else {
                reference
                    .and_then(|reference| reference.told(text, &moment, rule))
                    .unwrap_or_else(|| vague(text, &moment, rule))
            };
            self.told.insert(at, told);
        }
    }

    pub(super) fn placeholder(&self, at: usize, text: &str, rule: &'static str) -> String {
        self.told
            .get(&at)
            .cloned()
            .unwrap_or_else(|| vague(text, &parse(text, rule), rule))
    }
}

/// Reads `3/4` as the fourth of March where other dates of the text have the month first.
fn month_first(all: &mut [(usize, Moment, (&str, &str))]) {
    let parts = |text: &str| -> Option<(i64, i64)> {
        let mut numbers = text.split('/');
        let mut next = || numbers.next()?.parse::<i64>().ok();
        Some((next()?, next()?))
    };
    let dates: Vec<(i64, i64)> = all
        .iter()
        .filter_map(|(.., (text, rule))| parts(text).filter(|_| *rule == "date"))
        .collect();
    let day_first = dates.iter().any(|(first, _)| *first > 12);
    let told = dates.iter().any(|(_, second)| *second > 12);
    let one_month = dates
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.0 == b.0));
    let many_days = dates
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.1 != b.1));
    if day_first || !(told || one_month && many_days) {
        return;
    }
    for (_, moment, (text, rule)) in all {
        if let Some((month, day)) = parts(text).filter(|(_, day)| *day <= 12 && *rule == "date") {
            (moment.month, moment.day) = (Some(month), Some(day));
        }
    }
}

/// In `6:20 to 8:55 p.m.` both are of the afternoon.
fn share_half(all: &mut [(usize, Moment, (&str, &str))]) {
    const NOON: i64 = 43_200;
    let mut rest = all;
    while let [(first, from, (text, _)), tail @ ..] = rest {
        let Some((second, to, (after, _))) = tail.first() else {
            return;
        };
        let near = *second <= *first + text.len() + 5;
        let half =
            |text: &str| text.to_lowercase().contains("p.m") || text.to_lowercase().contains("pm");
        if let (Some(begin), Some(end)) = (from.second, to.second)
            && near
            && half(after)
            && begin < NOON
            && end >= begin + NOON
            && !text.contains(['m', 'M'])
        {
            from.second = Some(begin + NOON);
        }
        rest = tail;
    }
}

/// The first date of a report, from which months, weeks, quarters and years are counted.
#[derive(Clone, Copy)]
struct Reference {
    day: i64,
    /// Whether its year was said.
    dated: bool,
}

impl Reference {
    fn told(self, text: &str, moment: &Moment, rule: &str) -> Option<String> {
        let (year, month) = year_and_month(self.day);
        let told_year = moment.year.filter(|_| self.dated);
        match rule {
            "year" => Some(counted(told_year? - year, "year")),
            "month" | "date" if moment.day.is_none() => {
                let months = moment.month? - month;
                let distance = match (moment.year, told_year) {
                    (Some(_), None) => return None,
                    (Some(told), _) => (told - year) * 12 + months,
                    // Without a year it is the nearest one.
                    (None, _) => (months + 6).rem_euclid(12) - 6,
                };
                Some(if distance.abs() > 24 {
                    counted(distance / 12, "year")
                } else {
                    counted(distance, "month")
                })
            }
            "week-or-quarter" => {
                let told = told_year.unwrap_or(year);
                if let Some(quarter) = quarter_of(text) {
                    let distance = (told - year) * 4 + quarter - 1 - (month - 1) / 3;
                    return Some(counted(distance, "quarter"));
                }
                let week = week_of(text).filter(|_| self.dated)?;
                // 4 January is always in week 1; 1970-01-01 was a Thursday.
                let monday = |day: i64| day - (day + 3).rem_euclid(7);
                let start = monday(days(told, 1, 4)) + (week - 1) * 7;
                Some(counted((start - monday(self.day)) / 7, "week"))
            }
            _ => None,
        }
    }
}

fn vague(text: &str, moment: &Moment, rule: &str) -> String {
    if matches!(
        rule,
        "relative-date" | "holiday" | "week-or-quarter" | "season"
    ) && let Some(told) = phrase::told(text)
    {
        return told;
    }
    let word = match rule {
        "time-zone" => "[time zone]",
        "month" => "[month]",
        "weekday" => return when::weekday(text, moment.weekday),
        "season" => "[season]",
        "holiday" => "[a holiday]",
        "week-or-quarter" if text.starts_with("sprint") || text.starts_with("PI ") => "[a sprint]",
        "week-or-quarter" if quarter_of(text).is_some() => "[quarter]",
        "week-or-quarter" if week_of(text).is_some() => "[week]",
        "year" | "week-or-quarter" => "[year]",
        "clock-time" | "spoken-time" | "epoch" => "[time]",
        _ if moment.month.is_some() && moment.day.is_none() => "[month]",
        _ => "[date]",
    };
    word.to_owned()
}

fn offset(seconds: i64, fine: bool) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let all = seconds.unsigned_abs();
    let (days, hours, minutes, rest) = (all / 86_400, all / 3_600 % 24, all / 60 % 60, all % 60);
    if days > 0 {
        return format!("[T{sign}{days}d {hours:02}:{minutes:02}]");
    }
    if all == 0 {
        return "[T+0]".to_owned();
    }
    let tail = if fine && rest > 0 {
        format!("{rest}s")
    } else {
        String::new()
    };
    match (hours, minutes) {
        (0, 0) if tail.is_empty() => "[T+0]".to_owned(),
        (0, 0) => format!("[T{sign}{tail}]"),
        (0, _) => format!("[T{sign}{minutes}m{tail}]"),
        _ => format!("[T{sign}{hours}h{minutes:02}m{tail}]"),
    }
}

#[cfg(test)]
mod tests;
