//! The tables of bank holidays against the rules that the Acts give.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use law::Checked;
use sederunt_tests::date;

use super::sources;

#[expect(
    clippy::many_single_char_names,
    reason = "the method is known by these letters"
)]
/// The Sunday of Easter, by the method of 1876 for the Gregorian calendar.
fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (n / 31, n % 31 + 1);
    date(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The Scottish bank holidays of a year by rule: a fixed day that falls on a weekend, or on the
/// substitute of another, moves to the next weekday that is free.
fn by_rule(year: i32) -> BTreeSet<NaiveDate> {
    let day = |month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let monday = |month: u32, from: u32| {
        let mut day = day(month, from);
        while day.weekday() != Weekday::Mon {
            day += TimeDelta::days(1);
        }
        day
    };
    let mut days = BTreeSet::from([
        easter(year) - TimeDelta::days(2),
        monday(5, 1),
        monday(5, 25),
        monday(8, 1),
    ]);
    for fixed in [day(1, 1), day(1, 2), day(11, 30), day(12, 25), day(12, 26)] {
        // Boxing Day keeps its own day where it is a weekday, so the substitute goes round it.
        let mut found = fixed;
        while matches!(found.weekday(), Weekday::Sat | Weekday::Sun) || days.contains(&found) {
            found += TimeDelta::days(1);
        }
        days.insert(found);
    }
    if year == 2026 {
        days.insert(day(6, 15));
    }
    days
}

#[test]
fn the_tables_of_bank_holidays_are_those_of_the_rules() {
    for year in 2024..=2028 {
        let of_year = sources().calculators.holidays.iter();
        let table: BTreeSet<NaiveDate> = of_year
            .clone()
            .filter(|holiday| holiday.national && holiday.day.year() == year)
            .map(|holiday| holiday.day)
            .collect();
        let monday = of_year
            .clone()
            .find(|holiday| holiday.id == "easter-monday" && holiday.day.year() == year);

        assert_eq!(table, by_rule(year), "{year}");
        assert_eq!(
            monday.unwrap().day,
            easter(year) + TimeDelta::days(1),
            "{year}"
        );
    }
}

#[test]
fn the_one_proclaimed_holiday_was_checked_and_later_years_were_not() {
    for holiday in &sources().calculators.holidays {
        if holiday.id == "world-cup" {
            assert_eq!(
                (holiday.day, holiday.checked),
                (date("2026-06-15"), Checked::Verified)
            );
        }
        if holiday.day.year() > 2026 {
            assert_eq!(holiday.checked, Checked::Unverified, "{}", holiday.day);
        }
    }
}
