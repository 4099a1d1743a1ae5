//! The days on which a provision holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days between which something exists in law. Both ends are inclusive, as commencement
/// instruments state them; an absent end is open unless `ended` says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct InForce {
    /// The first day on which it holds.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The last day on which it holds.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// It has ended, on a day that no source seen records. Whether it held on a day of the past
    /// is then not known; it does not hold now.
    #[serde(default)]
    pub ended: bool,
    /// Which date must fall within the days.
    #[serde(default)]
    pub tested_on: TestedOn,
    /// What the dates do not say: an unchecked day (`[?]`), a roll-out.
    #[serde(default)]
    pub note: Option<String>,
}

/// The date that a window is held against.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum TestedOn {
    /// The day on which the order is made, the sentence passed or the decision taken.
    #[default]
    TheOrder,
    /// The day of the offence: a disposal that was replaced stays open for what was done before.
    TheOffence,
}

impl InForce {
    /// Whether `day` is one of the days, so far as they are recorded. Something that has ended on
    /// a day not recorded holds on none that can be told.
    pub fn includes(&self, day: NaiveDate) -> bool {
        !self.ended
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it may stand on a menu for `day`: it holds then, or it holds for offences of some
    /// days whatever the day of the order.
    pub fn may_be_used(&self, day: NaiveDate) -> bool {
        match self.tested_on {
            TestedOn::TheOrder => self.includes(day),
            TestedOn::TheOffence => !self.ended && self.from.is_none_or(|from| from <= day),
        }
    }

    /// Whether the first day does not come after the last, and a day is not both recorded and not.
    pub fn in_order(&self) -> bool {
        if self.ended && self.until.is_some() {
            return false;
        }
        match (self.from, self.until) {
            (Some(from), Some(until)) => from <= until,
            (Some(_), None) | (None, Some(_) | None) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn window(from: &str, until: &str) -> InForce {
        InForce {
            from: Some(date(from)),
            until: Some(date(until)),
            ..InForce::default()
        }
    }

    #[test]
    fn both_ends_of_a_window_are_inside_it() {
        let window = window("2022-05-17", "2025-05-13");

        let found = ["2022-05-16", "2022-05-17", "2025-05-13", "2025-05-14"]
            .map(|day| window.includes(date(day)));

        assert_eq!(found, [false, true, true, false]);
    }

    #[test]
    fn a_window_that_ends_before_it_begins_is_out_of_order() {
        assert!(!window("2025-05-14", "2025-05-13").in_order());
    }

    #[test]
    fn what_ended_on_a_day_not_recorded_is_not_in_force_now() {
        let ended = InForce {
            ended: true,
            ..InForce::default()
        };

        assert!(!ended.includes(date("2026-11-22")));
        assert!(ended.in_order());
    }

    #[test]
    fn a_window_for_offences_outlives_its_last_day() {
        let replaced = InForce {
            tested_on: TestedOn::TheOffence,
            ..window("1979-01-01", "2011-01-31")
        };

        assert!(replaced.may_be_used(date("2026-11-22")));
        assert!(!replaced.includes(date("2026-11-22")));
    }
}
