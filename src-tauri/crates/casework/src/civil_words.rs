//! Dates and times as a Scottish court writes them.

use chrono::{NaiveDate, NaiveDateTime};

/// A date in full: "Friday 27 March 2026".
pub fn long_date(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// A date without its weekday: "27 March 2026".
pub fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A date for a narrow column: "27 Mar 2026".
pub fn short_date(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// A date and time: "Friday 27 March 2026 at 14:05".
pub fn long_date_time(at: NaiveDateTime) -> String {
    at.format("%A %-d %B %Y at %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_in_full_without_a_leading_nought() {
        let day: NaiveDate = "2026-03-07".parse().unwrap();

        assert_eq!(long_date(day), "Saturday 7 March 2026");
        assert_eq!(short_date(day), "7 Mar 2026");
    }
}
