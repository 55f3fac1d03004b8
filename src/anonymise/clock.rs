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
        "year" => "[year]",
        "weekday" => return when::weekday(text, moment.weekday),
        "season" => "[season]",
        "holiday" => "[a holiday]",
        "week-or-quarter" if quarter_of(text).is_some() => "[quarter]",
        "week-or-quarter" if week_of(text).is_some() => "[week]",
        "week-or-quarter" => "[year]",
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
mod tests {
    use super::*;

    fn told(times: &[&str]) -> Vec<String> {
        let mut clock = Clock::default();
        clock.read(
            times
                .iter()
                .enumerate()
                .map(|(at, text)| (at, *text, "date")),
        );
        (0..times.len())
            .map(|at| clock.placeholder(at, "", "date"))
            .collect()
    }

    #[test]
    fn times_are_told_from_the_first() {
        assert_eq!(
            told(&["11:42", "11:54", "13:47"]),
            ["[T+0]", "[T+12m]", "[T+2h05m]"]
        );
        assert_eq!(told(&["6:01 PM", "18:04"]), ["[T+0]", "[T+3m]"]);
        assert_eq!(told(&["12:06", "11:41:50"]), ["[T+0]", "[T-24m10s]"]);
    }

    #[test]
    fn midnight_and_dates_are_counted() {
        assert_eq!(told(&["23:50", "00:10"]), ["[T+0]", "[T+20m]"]);
        assert_eq!(
            told(&["2024-05-19 03:12", "2024-05-20 06:22"]),
            ["[T+0]", "[T+1d 03:10]"]
        );
        assert_eq!(
            told(&["14 March 2024", "16.03.2024", "3/20/2024"]),
            ["[day 1]", "[day 3]", "[day 7]"]
        );
    }

    #[test]
    fn weekdays_with_a_clock_are_days_near_the_last_one() {
        assert_eq!(
            told(&["Fri 5 July 2024 03:00", "Wed 03:11", "Thu 04:11"]),
            ["[T+0]", "[T-1d 23:49]", "[T-22h49m]"]
        );
        assert_eq!(
            told(&["Fri 5 July 2024 22:00", "Sat 01:30", "Monday 09:00"]),
            ["[T+0]", "[T+3h30m]", "[T+2d 11:00]"]
        );
        assert_eq!(
            told(&["Tue 22:10", "Wed 03:11"]),
            ["[T+0]", "[T+5h01m]"],
            "no date at all"
        );
        assert_eq!(
            told(&["11:42", "2024-03-14 12:00"]),
            ["[T+0]", "[T+18m]"],
            "a clock before the first date tells nothing of the calendar"
        );
    }

    #[test]
    fn zones_are_taken_into_account() {
        assert_eq!(
            told(&["2024-04-09 10:51 EDT", "2024-04-09T14:51:37Z"]),
            ["[T+0]", "[T+37s]"]
        );
        assert_eq!(told(&["18:31 EET", "23:34 WIB"]), ["[T+0]", "[T+3m]"]);
    }
}
