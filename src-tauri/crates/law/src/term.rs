//! A length of time as a statute or a court states it.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Sixteenths of a day: the unit in which a day and an average month are both whole numbers.
const DAY: u64 = 16;
const WEEK: u64 = 7 * DAY;
const MONTH: u64 = 487;
const YEAR: u64 = 12 * MONTH;

/// A length of time in years, months, weeks and days, or for life.
///
/// Terms are compared by their length with a month of 30.4375 days, so that 12 months and a year
/// are the same and 60 days are shorter than 2 months. It is written `6 months`, `1 year 6 months`,
/// `60 days` or `life`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub enum Term {
    /// A fixed length.
    Fixed {
        /// Whole years.
        years: u16,
        /// Months beside the years.
        months: u16,
        /// Weeks beside the months.
        weeks: u16,
        /// Days beside the weeks.
        days: u16,
    },
    /// As long as the person lives.
    Life,
}

impl Term {
    /// A term of so many months.
    pub const fn months(months: u16) -> Self {
        Self::Fixed {
            years: 0,
            months,
            weeks: 0,
            days: 0,
        }
    }

    /// A term of so many days.
    pub const fn days(days: u16) -> Self {
        Self::Fixed {
            years: 0,
            months: 0,
            weeks: 0,
            days,
        }
    }

    /// The two one after the other. With life it is life.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        match (self, more) {
            (
                Self::Fixed {
                    years,
                    months,
                    weeks,
                    days,
                },
                Self::Fixed {
                    years: more_years,
                    months: more_months,
                    weeks: more_weeks,
                    days: more_days,
                },
            ) => Self::Fixed {
                years: years.saturating_add(more_years),
                months: months.saturating_add(more_months),
                weeks: weeks.saturating_add(more_weeks),
                days: days.saturating_add(more_days),
            },
            (Self::Life, _) | (_, Self::Life) => Self::Life,
        }
    }

    /// What is left after another is taken away; nothing is the least. Months are taken from months
    /// and days from days, so that 18 months less 2 months are 16 months; where there are too few
    /// of either, what is left is in days.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        let (mine, theirs) = match (self.months_and_days(), other.months_and_days()) {
            (Some(mine), Some(theirs)) => (mine, theirs),
            (None, _) => return Self::Life,
            (_, None) => return Self::days(0),
        };
        let months = mine.0.checked_sub(theirs.0);
        let Some((months, days)) = months.zip(mine.1.checked_sub(theirs.1)) else {
            let left = self.length().saturating_sub(other.length()) / DAY;
            return Self::days(u16::try_from(left).unwrap_or(u16::MAX));
        };
        let in_years = matches!(self, Self::Fixed { years, .. } if years > 0);
        let (years, months) = if in_years {
            (months / 12, months % 12)
        } else {
            (0, months)
        };
        Self::Fixed {
            years,
            months,
            weeks: 0,
            days,
        }
    }

    /// The longest term that is shorter on every calendar; life has none.
    pub(crate) fn just_below(self) -> Option<Self> {
        let (months, days) = self.months_and_days()?;
        let (years, months, days) = match (months, days) {
            (0, 0) => return None,
            (_, 1..) => (0, months, days - 1),
            // A year has 365 days at the least, and a month 28.
            (_, 0) if months % 12 == 0 => (months / 12 - 1, 0, 364),
            (_, 0) => (0, months - 1, 27),
        };
        Some(Self::Fixed {
            years: years + months / 12,
            months: months % 12,
            weeks: 0,
            days,
        })
    }

    /// How many whole weeks it holds, with a month of 30.4375 days; life has no number.
    pub(crate) fn whole_weeks(self) -> Option<u32> {
        match self {
            Self::Fixed { .. } => u32::try_from(self.length() / WEEK).ok(),
            Self::Life => None,
        }
    }

    fn months_and_days(self) -> Option<(u16, u16)> {
        match self {
            Self::Fixed {
                years,
                months,
                weeks,
                days,
            } => Some((
                years.saturating_mul(12).saturating_add(months),
                weeks.saturating_mul(7).saturating_add(days),
            )),
            Self::Life => None,
        }
    }

    /// Reads a term as a court would write it; nothing for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text == "life" {
            return Some(Self::Life);
        }
        if text.contains(['+', '-']) {
            return None;
        }
        let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
        let (mut years, mut months, mut weeks, mut days) = (None, None, None, None);
        let mut any = false;
        while let Some(word) = words.next() {
            if word == "and" && any {
                continue;
            }
            let number: u16 = word.parse().ok()?;
            let slot = match words.next()? {
                "year" | "years" => &mut years,
                "month" | "months" => &mut months,
                "week" | "weeks" => &mut weeks,
                "day" | "days" => &mut days,
                _ => return None,
            };
            if slot.replace(number).is_some() {
                return None;
            }
            any = true;
        }
        any.then(|| Self::Fixed {
            years: years.unwrap_or(0),
            months: months.unwrap_or(0),
            weeks: weeks.unwrap_or(0),
            days: days.unwrap_or(0),
        })
    }

    fn length(self) -> u64 {
        match self {
            Self::Fixed {
                years,
                months,
                weeks,
                days,
            } => {
                u64::from(years) * YEAR
                    + u64::from(months) * MONTH
                    + u64::from(weeks) * WEEK
                    + u64::from(days) * DAY
            }
            Self::Life => u64::MAX,
        }
    }
}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.length() == other.length()
    }
}

impl Eq for Term {}

impl PartialOrd for Term {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Term {
    fn cmp(&self, other: &Self) -> Ordering {
        self.length().cmp(&other.length())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Fixed {
            years,
            months,
            weeks,
            days,
        } = self
        else {
            return out.write_str("life");
        };
        let parts: Vec<String> = [
            (years, "year"),
            (months, "month"),
            (weeks, "week"),
            (days, "day"),
        ]
        .into_iter()
        .filter(|(number, _)| **number > 0)
        .map(|(number, unit)| format!("{number} {unit}{}", if *number == 1 { "" } else { "s" }))
        .collect();
        if parts.is_empty() {
            out.write_str("0 days")
        } else {
            out.write_str(&parts.join(" "))
        }
    }
}

impl TryFrom<String> for Term {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| {
            let text: String = text.chars().take(60).collect();
            format!("\"{text}\" is not a length of time: write it as \"6 months\" or \"60 days\"")
        })
    }
}

impl From<Term> for String {
    fn from(term: Term) -> Self {
        term.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_read_as_a_court_writes_it() {
        let read = |text| Term::read(text).map(|term| term.to_string());

        assert_eq!(read("6 months").as_deref(), Some("6 months"));
        assert_eq!(
            read("1 year and 6 months").as_deref(),
            Some("1 year 6 months")
        );
        assert_eq!(read(" 60 Days ").as_deref(), Some("60 days"));
        assert_eq!(read("life").as_deref(), Some("life"));
    }

    #[test]
    fn what_is_no_term_is_not_guessed() {
        for text in [
            "",
            "6",
            "months",
            "6 moons",
            "6 months 3 months",
            "-6 months",
            "+6 months",
            "and 6 months",
        ] {
            assert!(Term::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn terms_are_compared_by_length() {
        let term = |text| Term::read(text).unwrap();

        assert_eq!(term("12 months"), term("1 year"));
        assert!(term("60 days") < term("2 months"));
        assert!(term("14 days") < term("15 days"));
        assert!(term("366 days") > term("12 months"));
        assert!(term("99 years") < term("life"));
    }

    #[test]
    fn a_raised_maximum_keeps_its_units() {
        let raised = Term::months(12).and(Term::months(6));

        assert_eq!(raised.to_string(), "18 months");
        assert_eq!(Term::Life.and(Term::days(1)).to_string(), "life");
    }

    #[test]
    fn what_is_left_of_a_term_keeps_its_units() {
        let left = |text, less| {
            let (term, less) = (Term::read(text).unwrap(), Term::read(less).unwrap());
            term.less(less).to_string()
        };

        assert_eq!(left("18 months", "2 months"), "16 months");
        assert_eq!(left("3 years", "2 months"), "2 years 10 months");
        assert_eq!(left("100 days", "2 months"), "39 days");
        assert_eq!(left("1 month", "2 months"), "0 days");
        assert_eq!(left("life", "2 months"), "life");
    }
}
