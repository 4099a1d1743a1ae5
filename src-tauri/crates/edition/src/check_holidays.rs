//! What parsing cannot see in the tables of bank holidays.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use reckoning::Calculators;

use crate::check_calculators::Wrong;
use crate::check_competence::Finding;

/// A day has one name, a bank holiday is no weekend, and every table has the holidays of the others.
pub(crate) fn holiday_faults(book: &Calculators) -> Vec<Finding> {
    let mut wrong = Wrong::of("date,holiday");
    let mut days = BTreeSet::new();
    for holiday in &book.holidays {
        let needle = holiday.day.to_string();
        if !days.insert(holiday.day) {
            wrong.at(&needle, "date", "this day stands twice");
        }
        let weekend = matches!(holiday.day.weekday(), Weekday::Sat | Weekday::Sun);
        if weekend && holiday.national {
            wrong.at(&needle, "date", "a bank holiday does not fall on a weekend");
        }
    }
    let years: BTreeSet<i32> = book.holidays.iter().map(|h| h.day.year()).collect();
    let in_year = |id: &str, year: i32| {
        let mut holidays = book.holidays.iter();
        holidays.any(|holiday| holiday.id == id && holiday.day.year() == year)
    };
    let ids: BTreeSet<&str> = book.holidays.iter().map(|h| h.id.as_str()).collect();
    for id in ids {
        let missing: Vec<i32> = years.iter().copied().filter(|y| !in_year(id, *y)).collect();
        // A holiday of one year alone is a day that was proclaimed.
        if !missing.is_empty() && missing.len() + 1 < years.len() {
            wrong.say("holiday", format!("\"{id}\" is missing in {missing:?}"));
        }
    }
    if !book.entries.is_empty() && !book.holidays.iter().any(|h| h.id == book.calendar.easter) {
        wrong.at("easter =", "easter", "there is no holiday of this id");
    }
    wrong.found
}
