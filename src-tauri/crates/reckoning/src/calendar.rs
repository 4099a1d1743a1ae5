//! Working days: Monday to Friday, less what the chosen calendars close.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use law::Checked;

/// A day other than a Saturday or Sunday that is left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Closed {
    pub why: String,
    pub authority: Option<String>,
    pub checked: Checked,
}

/// The days that are left out beside weekends.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    closed: BTreeMap<NaiveDate, Closed>,
}

/// The farthest that days are counted: some forty years.
const FARTHEST: u32 = 10_000;

impl Calendar {
    /// Leaves a day out; the reason first given stays.
    pub(crate) fn close(&mut self, day: NaiveDate, closed: Closed) {
        self.closed.entry(day).or_insert(closed);
    }

    pub(crate) fn is_working_day(&self, day: NaiveDate) -> bool {
        !is_weekend(day) && !self.closed.contains_key(&day)
    }

    pub(crate) fn why_closed(&self, day: NaiveDate) -> Option<&Closed> {
        self.closed.get(&day)
    }

    /// The nth working day after a day, which is not counted itself.
    pub(crate) fn after(&self, day: NaiveDate, number: u32) -> Option<NaiveDate> {
        self.count(day, number, |day| day.succ_opt())
    }

    /// The nth working day before a day, which is not counted itself.
    pub(crate) fn before(&self, day: NaiveDate, number: u32) -> Option<NaiveDate> {
        self.count(day, number, |day| day.pred_opt())
    }

    fn count(
        &self,
        from: NaiveDate,
        number: u32,
        next: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        if number > FARTHEST {
            return None;
        }
        let mut day = from;
        let mut left = number;
        while left > 0 {
            day = next(day)?;
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        Some(day)
    }

    /// How many working days lie after the first day, up to and including the second; nothing where
    /// they are too far apart to be a slip of anything but the pen.
    pub(crate) fn elapsed(&self, from: NaiveDate, to: NaiveDate) -> Option<u32> {
        let far = (to - from).num_days() > i64::from(FARTHEST);
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        let working = days.filter(|day| self.is_working_day(*day));
        (!far)
            .then(|| u32::try_from(working.count()).ok())
            .flatten()
    }

    /// The days between the two, both included, that were left out and are no weekend.
    pub(crate) fn left_out(
        &self,
        one: NaiveDate,
        other: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, &Closed)> {
        let (first, last) = (one.min(other), one.max(other));
        let days = self.closed.range(first..=last);
        days.filter(|(day, _)| !is_weekend(**day))
            .map(|(day, closed)| (*day, closed))
    }
}

pub(crate) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn with_st_andrews() -> Calendar {
        let mut calendar = Calendar::default();
        let closed = Closed {
            why: "St Andrew’s Day".into(),
            authority: None,
            checked: Checked::Verified,
        };
        calendar.close(day("2026-11-30"), closed);
        calendar
    }

    #[test]
    fn weekends_and_closed_days_are_passed_over() {
        let calendar = with_st_andrews();

        assert_eq!(
            calendar.after(day("2026-11-27"), 1),
            Some(day("2026-12-01"))
        );
        assert_eq!(
            calendar.before(day("2026-12-01"), 1),
            Some(day("2026-11-27"))
        );
        assert_eq!(
            calendar.elapsed(day("2026-11-27"), day("2026-12-01")),
            Some(1)
        );
    }

    #[test]
    fn only_what_is_no_weekend_is_named_as_left_out() {
        let calendar = with_st_andrews();

        let named: Vec<_> = calendar
            .left_out(day("2026-12-01"), day("2026-11-27"))
            .collect();

        assert_eq!(named.len(), 1);
        assert_eq!(named[0].0, day("2026-11-30"));
    }

    #[test]
    fn what_is_too_far_is_not_counted() {
        assert!(
            with_st_andrews()
                .after(day("2026-11-27"), 4_000_000)
                .is_none()
        );
        assert!(
            with_st_andrews()
                .elapsed(day("1900-01-01"), day("2026-12-01"))
                .is_none()
        );
    }
}
