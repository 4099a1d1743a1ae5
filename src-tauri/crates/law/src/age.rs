//! How old a person is, as exactly as it is known.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::Truth;

/// An age in whole years, with the months where they are known.
///
/// Written `17` or `17 years 2 months`. Whole years alone are enough for every test but that of
/// CP95 s.49(6), which turns on months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub struct Age {
    years: u16,
    months: Option<u8>,
    /// How many years older the person may be, where the age was only worked out from another.
    may_be_older: u16,
}

/// Nobody before a court is older; a larger figure is a slip.
const OLDEST: u16 = 120;

impl Age {
    /// An age in whole years, the months not known.
    pub fn of_years(years: u16) -> Option<Self> {
        (years <= OLDEST).then_some(Self::exactly(years, None))
    }

    /// The whole years.
    pub fn years(self) -> u16 {
        self.years
    }

    /// The age on a day of somebody born on another; nothing for a day before the birth.
    ///
    /// A birthday on 29 February falls on 1 March in other years.
    pub fn on(day: NaiveDate, born: NaiveDate) -> Option<Self> {
        let months_between = (day.year() - born.year()) * 12 + day.month0().cast_signed()
            - born.month0().cast_signed()
            - i32::from(day.day() < born.day());
        let months = u16::try_from(months_between).ok()?;
        Some(Self::exactly(months / 12, u8::try_from(months % 12).ok()))
    }

    /// The age on an earlier day, so far as an age on a later one tells it: as a birthday falls, it
    /// is one of two.
    pub(crate) fn before(self, later: NaiveDate, earlier: NaiveDate) -> Option<Self> {
        let passed = Self::on(later, earlier)?.years;
        let oldest = self.years.checked_sub(passed)?;
        let youngest = oldest.saturating_sub(1);
        Some(Self {
            may_be_older: oldest - youngest,
            ..Self::exactly(youngest, None)
        })
    }

    const fn exactly(years: u16, months: Option<u8>) -> Self {
        Self {
            years,
            months,
            may_be_older: 0,
        }
    }

    /// Reads an age; nothing for anything else.
    pub fn read(text: &str) -> Option<Self> {
        if text.contains(['+', '-']) {
            return None;
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let (years, months) = match words.as_slice() {
            [years] | [years, "year" | "years"] => (years, None),
            [years, "year" | "years", months, "month" | "months"]
            | [years, "year" | "years", "and", months, "month" | "months"] => {
                (years, Some(months.parse::<u8>().ok().filter(|m| *m < 12)?))
            }
            _ => return None,
        };
        let years = years.parse().ok().filter(|years| *years <= OLDEST)?;
        Some(Self::exactly(years, months))
    }

    /// Whether the person has reached `bound`. Where it turns on months that are not known, that
    /// is what comes back.
    pub(crate) fn reaches(self, bound: Self) -> Truth {
        let wanted = bound.months.unwrap_or(0);
        if self.may_be_older > 0 {
            return match (
                self.years >= bound.years,
                self.years + self.may_be_older < bound.years,
            ) {
                (true, _) if wanted == 0 || self.years > bound.years => Truth::True,
                (_, true) => Truth::False,
                (_, _) => Truth::unknown("age_at_offence"),
            };
        }
        if self.years != bound.years {
            return Truth::from(self.years > bound.years);
        }
        match self.months {
            _ if wanted == 0 => Truth::True,
            Some(months) => Truth::from(months >= wanted),
            None => Truth::unknown("date_of_birth"),
        }
    }

    /// Whether it is certainly more than `other`, to the precision that both have.
    pub(crate) fn exceeds(self, other: Self) -> bool {
        match (self.months, other.months) {
            (Some(mine), Some(theirs)) => (self.years, mine) > (other.years, theirs),
            (None | Some(_), None) | (None, Some(_)) => self.years > other.years,
        }
    }
}

impl fmt::Display for Age {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.months {
            None => write!(out, "{}", self.years),
            Some(1) => write!(out, "{} years 1 month", self.years),
            Some(months) => write!(out, "{} years {months} months", self.years),
        }
    }
}

impl TryFrom<String> for Age {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| {
            let text: String = text.chars().take(60).collect();
            format!("\"{text}\" is not an age: write it as 17 or \"17 years 2 months\"")
        })
    }
}

impl From<Age> for String {
    fn from(age: Age) -> Self {
        age.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_age_is_told_as_far_as_the_later_one_goes() {
        let day = |text: &str| text.parse().unwrap();
        let now = Age::of_years(17).unwrap();
        let then = now.before(day("2026-11-22"), day("2025-06-01")).unwrap();
        let reaches = |years| then.reaches(Age::of_years(years).unwrap());

        assert_eq!(reaches(15), Truth::True);
        assert_eq!(reaches(16), Truth::unknown("age_at_offence"));
        assert_eq!(reaches(17), Truth::False);
        assert_eq!(now.before(day("2026-11-22"), day("1990-01-01")), None);
    }

    fn age(text: &str) -> Age {
        Age::read(text).unwrap()
    }

    #[test]
    fn months_matter_only_within_the_year_of_the_bound() {
        let bound = age("17 years 6 months");

        assert_eq!(age("16").reaches(bound), Truth::False);
        assert_eq!(age("18").reaches(bound), Truth::True);
        assert_eq!(age("17 years 5 months").reaches(bound), Truth::False);
        assert_eq!(age("17 years 6 months").reaches(bound), Truth::True);
        assert_eq!(age("17").reaches(bound), Truth::unknown("date_of_birth"));
    }

    #[test]
    fn an_age_changes_on_the_birthday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let born = day("2008-02-29");

        assert_eq!(
            Age::on(day("2026-02-28"), born).unwrap().to_string(),
            "17 years 11 months"
        );
        assert_eq!(
            Age::on(day("2026-03-01"), born).unwrap().to_string(),
            "18 years 0 months"
        );
        assert!(Age::on(day("2008-01-01"), born).is_none());
    }

    #[test]
    fn what_is_no_age_is_not_guessed() {
        for text in [
            "",
            "seventeen",
            "17.5",
            "-3",
            "+17",
            "17 years 12 months",
            "400",
        ] {
            assert!(Age::read(text).is_none(), "{text}");
        }
    }
}
