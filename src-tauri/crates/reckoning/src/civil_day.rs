//! Days as a court writes them, and days that lie a length of time apart.

use chrono::{Days, Months, NaiveDate};
use law::Term;

/// `Monday 30 November 2026`.
pub(crate) fn in_full(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// `30 November 2026`.
pub(crate) fn in_short(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// The day that a length of time after `day` comes to, `day` itself not counted: weeks and days are
/// counted out; months end on the day of the same number, or on the last of a month that has none.
/// Nothing for life, and nothing beyond the calendar.
pub(crate) fn after(day: NaiveDate, length: Term) -> Option<NaiveDate> {
    let Term::Fixed {
        years,
        months,
        weeks,
        days,
    } = length
    else {
        return None;
    };
    let months = u32::from(years) * 12 + u32::from(months);
    let days = u64::from(weeks) * 7 + u64::from(days);
    day.checked_add_months(Months::new(months))?
        .checked_add_days(Days::new(days))
}

/// The day that lies so many months before another.
pub(crate) fn months_before(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(months))
}

/// Whether a length of time has years or months in it, which are not all of one length.
pub(crate) fn has_months(length: Term) -> bool {
    matches!(length, Term::Fixed { years, months, .. } if years > 0 || months > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_ends_on_the_day_of_the_same_number_or_on_the_last() {
        let ends = |from, months| after(day(from), Term::months(months)).unwrap();

        assert_eq!(ends("2026-11-22", 6), day("2027-05-22"));
        assert_eq!(ends("2026-08-31", 6), day("2027-02-28"));
        assert_eq!(ends("2027-08-31", 6), day("2028-02-29"));
    }

    #[test]
    fn weeks_and_days_are_counted_out() {
        let ends = |from, length| after(day(from), Term::read(length).unwrap()).unwrap();

        assert_eq!(ends("2026-11-22", "4 weeks"), day("2026-12-20"));
        assert_eq!(ends("2026-12-31", "1 day"), day("2027-01-01"));
        assert!(after(day("2026-11-22"), Term::Life).is_none());
    }
}
