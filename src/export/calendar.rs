//! A private calendar file (RFC 5545): days to be reminded of, and not of what.
//!
//! Whoever sees the calendar learns that there is a reminder. It names no report, no receipt and
//! not this registry.

use jiff::civil::Date;

/// Reminders on these days. `seed` is random and makes the entries' ids; `today` is when it was
/// written.
pub fn reminders(days: &[Date], seed: &str, today: Date) -> String {
    let stamp = today.strftime("%Y%m%dT000000Z");
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Reminders//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for (number, day) in days.iter().enumerate() {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{seed}-{number}@reminders.invalid"),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")),
            "SUMMARY:Look at your notes".to_owned(),
            "CLASS:PRIVATE".to_owned(),
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            "DESCRIPTION:Look at your notes".to_owned(),
            "TRIGGER:PT9H".to_owned(),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.push(String::new());
    lines.join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::reminders;

    #[test]
    fn a_calendar_says_when_and_nothing_else() {
        let days = ["2026-12-30", "2027-02-28", "2027-05-29"].map(|day| day.parse().unwrap());
        let file = reminders(&days, "5eed", "2026-11-21".parse().unwrap());
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 3);
        assert!(file.contains("DTSTART;VALUE=DATE:20270228\r\n"));
        assert!(file.contains("UID:5eed-2@reminders.invalid\r\nDTSTAMP:20261121T000000Z\r\n"));
        assert!(file.lines().all(|line| line.len() <= 75));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        let tells = ["candor", "report", "incident", "receipt"];
        let lower = file.to_lowercase();
        assert!(tells.iter().all(|word| !lower.contains(word)), "{file}");
    }
}
