//! Time zones as they are named in write-ups.
//!
//! Short names mean a fixed offset as written, also where summer time was meant; `PT`, `ET` and
//! names of places follow the date. Where a short name has several meanings the most common one
//! in software write-ups is taken (IST is India, BST is Britain, CST is North America).

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::scan::{digits, strip_word};

/// A time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Minutes east of UTC.
    Fixed(i32),
    /// Rules in POSIX form.
    Rules(&'static str),
}

const PACIFIC: &str = "PST8PDT,M3.2.0,M11.1.0";
const MOUNTAIN: &str = "MST7MDT,M3.2.0,M11.1.0";
const CENTRAL: &str = "CST6CDT,M3.2.0,M11.1.0";
const EASTERN: &str = "EST5EDT,M3.2.0,M11.1.0";
const BRITAIN: &str = "GMT0BST,M3.5.0/1,M10.5.0";
const MIDDLE_EUROPE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
const EAST_EUROPE: &str = "EET-2EEST,M3.5.0/3,M10.5.0/4";
const SYDNEY: &str = "AEST-10AEDT,M10.1.0,M4.1.0/3";

/// Case matters: "est" and "et" are words.
const SHORT: [(&str, Zone); 40] = [
    ("UTC", Zone::Fixed(0)),
    ("GMT", Zone::Fixed(0)),
    ("Z", Zone::Fixed(0)),
    ("WET", Zone::Fixed(0)),
    ("WEST", Zone::Fixed(60)),
    ("BST", Zone::Fixed(60)),
    ("CET", Zone::Fixed(60)),
    ("MEZ", Zone::Fixed(60)),
    ("CEST", Zone::Fixed(120)),
    ("MESZ", Zone::Fixed(120)),
    ("EET", Zone::Fixed(120)),
    ("SAST", Zone::Fixed(120)),
    ("EEST", Zone::Fixed(180)),
    ("MSK", Zone::Fixed(180)),
    ("IST", Zone::Fixed(330)),
    ("ICT", Zone::Fixed(420)),
    ("SGT", Zone::Fixed(480)),
    ("HKT", Zone::Fixed(480)),
    ("AWST", Zone::Fixed(480)),
    ("JST", Zone::Fixed(540)),
    ("KST", Zone::Fixed(540)),
    ("AEST", Zone::Fixed(600)),
    ("AEDT", Zone::Fixed(660)),
    ("NZST", Zone::Fixed(720)),
    ("NZDT", Zone::Fixed(780)),
    ("BRT", Zone::Fixed(-180)),
    ("ART", Zone::Fixed(-180)),
    ("EDT", Zone::Fixed(-240)),
    ("EST", Zone::Fixed(-300)),
    ("CDT", Zone::Fixed(-300)),
    ("CST", Zone::Fixed(-360)),
    ("MDT", Zone::Fixed(-360)),
    ("MST", Zone::Fixed(-420)),
    ("PDT", Zone::Fixed(-420)),
    ("PST", Zone::Fixed(-480)),
    ("PT", Zone::Rules(PACIFIC)),
    ("MT", Zone::Rules(MOUNTAIN)),
    ("CT", Zone::Rules(CENTRAL)),
    ("ET", Zone::Rules(EASTERN)),
    ("UK time", Zone::Rules(BRITAIN)),
];

/// Longer names first where one begins another; compared without regard to case.
const LONG: [(&str, Zone); 40] = [
    ("pacific standard time", Zone::Fixed(-480)),
    ("pacific daylight time", Zone::Fixed(-420)),
    ("pacific time (us & canada)", Zone::Rules(PACIFIC)),
    ("pacific time", Zone::Rules(PACIFIC)),
    ("pacific", Zone::Rules(PACIFIC)),
    ("us/pacific", Zone::Rules(PACIFIC)),
    ("america/los_angeles", Zone::Rules(PACIFIC)),
    ("mountain time", Zone::Rules(MOUNTAIN)),
    ("america/denver", Zone::Rules(MOUNTAIN)),
    ("central european summer time", Zone::Fixed(120)),
    ("central european time", Zone::Fixed(60)),
    ("central time", Zone::Rules(CENTRAL)),
    ("america/chicago", Zone::Rules(CENTRAL)),
    ("eastern standard time", Zone::Fixed(-300)),
    ("eastern time (us & canada)", Zone::Rules(EASTERN)),
    ("eastern time", Zone::Rules(EASTERN)),
    ("eastern", Zone::Rules(EASTERN)),
    ("us/eastern", Zone::Rules(EASTERN)),
    ("america/new_york", Zone::Rules(EASTERN)),
    ("coordinated universal time", Zone::Fixed(0)),
    ("greenwich mean time", Zone::Fixed(0)),
    ("edinburgh", Zone::Rules(BRITAIN)),
    ("london", Zone::Rules(BRITAIN)),
    ("europe/london", Zone::Rules(BRITAIN)),
    ("british summer time", Zone::Fixed(60)),
    ("paris", Zone::Rules(MIDDLE_EUROPE)),
    ("berlin", Zone::Rules(MIDDLE_EUROPE)),
    ("amsterdam", Zone::Rules(MIDDLE_EUROPE)),
    ("oslo", Zone::Rules(MIDDLE_EUROPE)),
    ("madrid", Zone::Rules(MIDDLE_EUROPE)),
    ("copenhagen", Zone::Rules(MIDDLE_EUROPE)),
    ("europe/paris", Zone::Rules(MIDDLE_EUROPE)),
    ("europe/berlin", Zone::Rules(MIDDLE_EUROPE)),
    ("europe/oslo", Zone::Rules(MIDDLE_EUROPE)),
    ("europe/amsterdam", Zone::Rules(MIDDLE_EUROPE)),
    ("bucharest", Zone::Rules(EAST_EUROPE)),
    ("helsinki", Zone::Rules(EAST_EUROPE)),
    ("australia/sydney", Zone::Rules(SYDNEY)),
    ("asia/kolkata", Zone::Fixed(330)),
    ("asia/tokyo", Zone::Fixed(540)),
];

impl Zone {
    /// Minutes that a local time in this zone is ahead of UTC.
    pub(super) fn offset(self, date: Date, minute: u16) -> i64 {
        match self {
            Self::Fixed(minutes) => i64::from(minutes),
            Self::Rules(rules) => {
                let hour = i8::try_from(minute / 60 % 24).unwrap_or_default();
                let minute = i8::try_from(minute % 60).unwrap_or_default();
                let time = Time::new(hour, minute, 0, 0).unwrap_or_default();
                TimeZone::posix(rules)
                    .and_then(|zone| {
                        zone.to_timestamp(DateTime::from_parts(date, time))
                            .map(|at| zone.to_offset(at))
                    })
                    .map_or(0, |offset| i64::from(offset.seconds()) / 60)
            }
        }
    }
}

/// Reads a zone at the start of the text.
pub(super) fn read(text: &str) -> Option<(Zone, &str)> {
    if let Some(found) = numeric(text) {
        return Some(found);
    }
    for (name, zone) in SHORT {
        if let Some(rest) = strip_word(text, name) {
            if zone == Zone::Fixed(0)
                && let Some((shifted, rest)) = numeric(rest)
            {
                return Some((shifted, rest));
            }
            return Some(pair(zone, rest));
        }
    }
    LONG.into_iter().find_map(|(name, zone)| {
        let head = text.get(..name.len())?;
        let rest = text.get(name.len()..)?;
        let whole = !rest.starts_with(|c: char| c.is_alphanumeric());
        (whole && head.eq_ignore_ascii_case(name)).then_some((zone, rest))
    })
}

/// `PST/PDT`, `CET/CEST`: the rules that know both.
fn pair(zone: Zone, rest: &str) -> (Zone, &str) {
    const PAIRS: [(&str, &str); 7] = [
        ("/PDT", PACIFIC),
        ("/MDT", MOUNTAIN),
        ("/CDT", CENTRAL),
        ("/EDT", EASTERN),
        ("/BST", BRITAIN),
        ("/CEST", MIDDLE_EUROPE),
        ("/EEST", EAST_EUROPE),
    ];
    PAIRS
        .into_iter()
        .find_map(|(second, rules)| Some((Zone::Rules(rules), strip_word(rest, second)?)))
        .unwrap_or((zone, rest))
}

/// `+02:00`, `-0530`, `+2`.
fn numeric(text: &str) -> Option<(Zone, &str)> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let rest = text.strip_prefix(['+', '-', '−'])?;
    let (hours, minutes, rest) = match digits(rest)? {
        (value, 4, rest) => (value / 100, value % 100, rest),
        (value, 2, rest) => match rest.strip_prefix(':').and_then(digits) {
            Some((minutes, 2, rest)) => (value, minutes, rest),
            _ => (value, 0, rest),
        },
        (value, 1, rest) => (value, 0, rest),
        _ => return None,
    };
    let total = i32::try_from(hours * 60 + minutes).ok()?;
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    (ends && hours <= 14 && minutes < 60).then_some((Zone::Fixed(sign * total), rest))
}

/// The first zone named anywhere in a heading or a remark.
pub(super) fn find(text: &str) -> Option<Zone> {
    let mut boundary = true;
    for (at, c) in text.char_indices() {
        if boundary
            && c.is_alphabetic()
            && let Some((zone, rest)) = text.get(at..).and_then(read)
            && !text
                .get(at..)
                .is_some_and(|t| t.starts_with('Z') && rest.len() + 1 == t.len())
        {
            return Some(zone);
        }
        boundary = !c.is_alphanumeric();
    }
    None
}

/// The zone that a heading or a remark names for all times below it.
pub(super) fn declared(text: &str) -> Option<Zone> {
    let lower = text.to_lowercase();
    let about_time = [
        "time", "tid", "zeit", "heure", "hora", "tijd", "utc", "gmt", "zone",
    ]
    .iter()
    .any(|word| lower.contains(word));
    about_time.then(|| find(text)).flatten()
}
