//! The codes of the rules for dates and times; what is made of a time depends on them.

/// TIME: clock times, with their zone. Example: `at {11:42 UTC} it failed`
const CLOCK: &str = "clock-time";
/// TIME: clock times and days in words. Example: `it failed {half past ten} and`
const SPOKEN: &str = "spoken-time";
/// TIME: dates, with the time that follows. Example: `on {2024-03-14} it failed`
const DATE: &str = "date";
/// TIME: weekdays. Example: `on {Tuesday} it failed`
const WEEKDAY: &str = "weekday";
/// TIME: weeks, quarters, sprints, fiscal years. Example: `planned for {Q3 2024}`
const WEEK: &str = "week-or-quarter";
/// TIME: months without a day. Example: `in {March} it failed`
const MONTH: &str = "month";
/// TIME: years. Example: `written in {2019} by us`
const YEAR: &str = "year";
/// TIME: seasons. Example: `in {spring} we moved`
const SEASON: &str = "season";
/// TIME: days that everybody can look up in a calendar. Example: `on {Black Friday} it failed`
const HOLIDAY: &str = "holiday";
/// TIME: yesterday, last week and the like. Example: `{yesterday} it failed`
const RELATIVE: &str = "relative-date";
/// TIME: seconds since 1970, where the text says so. Example: `at epoch {1710416520} it failed`
const EPOCH: &str = "epoch";

/// All of them.
pub(super) const ALL: [&str; 11] = [
    CLOCK, SPOKEN, DATE, WEEKDAY, WEEK, MONTH, YEAR, SEASON, HOLIDAY, RELATIVE, EPOCH,
];
