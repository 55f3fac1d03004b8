//! Times of a report are told so that order and differences stay true.

use proptest::prelude::*;

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

/// The seconds that a mark such as `[T+1d 03:10]` says.
fn seconds(mark: &str) -> i64 {
    let inner = mark.trim_matches(['[', ']']);
    let rest = inner.trim_start_matches(['T', '+', '-']);
    let mut sum = 0;
    if let Some((days, clock)) = rest.split_once("d ") {
        let (hours, minutes) = clock.split_once(':').unwrap();
        sum += days.parse::<i64>().unwrap() * 86_400;
        sum += hours.parse::<i64>().unwrap() * 3_600 + minutes.parse::<i64>().unwrap() * 60;
    } else {
        let mut number = 0;
        for c in rest.chars() {
            if let Some(digit) = c.to_digit(10) {
                number = number * 10 + i64::from(digit);
            } else {
                sum += number
                    * [('h', 3_600), ('m', 60), ('s', 1)]
                        .iter()
                        .find(|u| u.0 == c)
                        .unwrap()
                        .1;
                number = 0;
            }
        }
    }
    if inner.starts_with("T-") { -sum } else { sum }
}

/// A moment as a log writes it: date, clock and an offset in minutes.
fn stamp(at: i64, zone: i64) -> String {
    let local = at + zone * 60;
    let (day, rest) = (local.div_euclid(86_400), local.rem_euclid(86_400));
    let (year, month) = year_and_month(day);
    format!(
        "{year:04}-{month:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}",
        day - days(year, month, 1) + 1,
        rest / 3_600,
        rest / 60 % 60,
        rest % 60,
        if zone < 0 { '-' } else { '+' },
        zone.abs() / 60,
        zone.abs() % 60,
    )
}

proptest! {
    #[test]
    fn differences_survive_zones_midnight_and_leap_days(
        start in 1_600_000_000_i64..1_800_000_000,
        moves in prop::collection::vec((-90_000_i64..200_000, -12_i64..=14), 1..12),
    ) {
        let stamps: Vec<(i64, String)> = std::iter::once((start, stamp(start, 60)))
            .chain(moves.iter().map(|(by, hours)| (start + by, stamp(start + by, hours * 60))))
            .collect();
        let told = told(&stamps.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>());
        for ((at, text), mark) in stamps.iter().zip(&told) {
            let (wanted, said) = (at - start, seconds(mark));
            // From a day on seconds are left out.
            let exact = wanted.abs() < 86_400;
            prop_assert!(
                if exact { wanted == said } else { (wanted - said).abs() < 60 },
                "{text}: {mark} for {wanted}"
            );
        }
    }

    #[test]
    fn clocks_alone_go_forwards_over_midnight(
        start in 0_i64..1_440,
        steps in prop::collection::vec(0_i64..600, 1..10),
    ) {
        let mut at = start;
        let mut all = vec![at];
        for step in steps {
            at += step;
            all.push(at);
        }
        let texts: Vec<String> = all
            .iter()
            .map(|at| format!("{:02}:{:02}", at / 60 % 24, at % 60))
            .collect();
        let told = told(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        for (at, mark) in all.iter().zip(&told) {
            prop_assert_eq!((at - start) * 60, seconds(mark), "{:?}", texts);
        }
    }

    #[test]
    fn days_are_counted_in_their_order(start in 17_000_i64..22_000, offsets in prop::collection::vec(-50_i64..60, 1..8)) {
        let day = |at: i64| stamp(at * 86_400, 0).split('T').next().unwrap().to_owned();
        let texts: Vec<String> = std::iter::once(0).chain(offsets.iter().copied()).map(|o| day(start + o)).collect();
        let told = told(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        for (offset, mark) in offsets.iter().zip(told.iter().skip(1)) {
            prop_assert_eq!(mark, &when::day(*offset));
        }
    }
}
