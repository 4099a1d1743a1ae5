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
    /// It has ended, on a day that no source seen records.
    #[serde(default)]
    pub ended: bool,
    /// The days among which its first day is, where the day itself is not recorded: before them it
    /// did not hold, and on them it cannot be told.
    #[serde(default)]
    pub begun_in: Option<DaySpan>,
    /// The days among which its last day is, where it has ended on a day not recorded: before them
    /// it held, on them it cannot be told, after them it does not hold.
    #[serde(default)]
    pub ended_in: Option<DaySpan>,
    /// The ends whose day was not checked (`[?]`).
    #[serde(default)]
    pub unchecked: Vec<WindowEnd>,
    /// Which date must fall within the days.
    #[serde(default)]
    pub tested_on: TestedOn,
    /// What the dates do not say: an unchecked day (`[?]`), a roll-out.
    #[serde(default)]
    pub note: Option<String>,
}

/// Days from one to another, both inside; an absent end is not known.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DaySpan {
    /// The earliest day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The latest day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

/// An end of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum WindowEnd {
    /// Its first day.
    From,
    /// Its last day.
    Until,
}

/// What a window says of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It holds.
    Holds,
    /// It has not begun.
    NotYet,
    /// It has ended.
    NoMore,
    /// The days that are recorded do not say.
    CannotBeTold,
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
    /// What the recorded days say of `day`.
    pub(crate) fn standing(&self, day: NaiveDate) -> Standing {
        let before = |bound: Option<NaiveDate>| bound.is_some_and(|bound| day < bound);
        let after = |bound: Option<NaiveDate>| bound.is_some_and(|bound| bound < day);
        if before(self.from) || self.begun_in.is_some_and(|span| before(span.from)) {
            return Standing::NotYet;
        }
        let over = self.ended && self.ended_in.is_none_or(|span| after(span.until));
        if after(self.until) || over {
            return Standing::NoMore;
        }
        let may_not_have_begun = self.begun_in.is_some_and(|span| !after(span.until));
        let may_be_over = self.ended_in.is_some_and(|span| !before(span.from));
        if may_not_have_begun || may_be_over {
            Standing::CannotBeTold
        } else {
            Standing::Holds
        }
    }

    /// Whether it holds on `day`, or may do so far as can be told. Something that has ended on a
    /// day of which nothing is recorded holds on none.
    pub fn includes(&self, day: NaiveDate) -> bool {
        matches!(self.standing(day), Standing::Holds | Standing::CannotBeTold)
    }

    /// Whether there are days of which it cannot be told whether it held.
    pub fn leaves_doubt(&self) -> bool {
        self.begun_in.is_some() || self.ended_in.is_some()
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
        let ordered = |from: Option<NaiveDate>, until: Option<NaiveDate>| {
            from.zip(until).is_none_or(|(from, until)| from <= until)
        };
        let spans = [self.begun_in, self.ended_in];
        let twice = (self.ended && self.until.is_some())
            || (self.begun_in.is_some() && self.from.is_some())
            || (self.ended_in.is_some() && !self.ended);
        let first = self
            .from
            .or_else(|| self.begun_in.and_then(|span| span.from));
        let last = self
            .until
            .or_else(|| self.ended_in.and_then(|span| span.until));
        !twice
            && ordered(first, last)
            && spans
                .iter()
                .flatten()
                .all(|span| ordered(span.from, span.until))
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
    fn on_the_days_among_which_it_ended_it_cannot_be_told() {
        let pilot = InForce {
            from: Some(date("2005-04-18")),
            ended: true,
            ended_in: Some(DaySpan {
                from: Some(date("2007-01-01")),
                until: Some(date("2007-12-31")),
            }),
            ..InForce::default()
        };

        let told = ["2005-04-17", "2006-12-31", "2007-01-01", "2008-01-01"]
            .map(|day| pilot.standing(date(day)));

        assert!(pilot.in_order());
        assert_eq!(
            told,
            [
                Standing::NotYet,
                Standing::Holds,
                Standing::CannotBeTold,
                Standing::NoMore
            ]
        );
    }

    #[test]
    fn on_the_days_among_which_it_began_it_cannot_be_told() {
        let order = InForce {
            begun_in: Some(DaySpan {
                from: Some(date("2017-01-01")),
                until: Some(date("2017-12-31")),
            }),
            ..InForce::default()
        };

        let told = ["2016-12-31", "2017-06-01", "2018-01-01"].map(|day| order.standing(date(day)));

        assert_eq!(
            told,
            [Standing::NotYet, Standing::CannotBeTold, Standing::Holds]
        );
    }

    #[test]
    fn a_day_that_is_recorded_is_not_also_unknown() {
        let span = DaySpan::default();
        let both = InForce {
            begun_in: Some(span),
            ..window("2005-01-01", "2006-01-01")
        };
        let not_ended = InForce {
            ended_in: Some(span),
            ..InForce::default()
        };

        assert!(!both.in_order());
        assert!(!not_ended.in_order());
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
