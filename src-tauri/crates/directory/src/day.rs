//! A day in words, as papers and screens write it.

use chrono::NaiveDate;

/// A day, such as `22 November 2026`.
pub(crate) fn in_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
