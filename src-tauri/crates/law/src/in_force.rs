//! The days on which a provision holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days between which something exists in law. Both ends are inclusive, as commencement
/// instruments state them; an absent end is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct InForce {
    /// The first day on which it holds.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The last day on which it holds.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// What the dates do not say: an unchecked day (`[?]`), a roll-out, a test by offence date.
    #[serde(default)]
    pub note: Option<String>,
}

impl InForce {
    /// Whether `as_at` is one of the days.
    pub fn includes(&self, as_at: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= as_at) && self.until.is_none_or(|until| as_at <= until)
    }

    /// Whether the first day does not come after the last.
    pub fn in_order(&self) -> bool {
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

    #[test]
    fn both_ends_of_a_window_are_inside_it() {
        let window = InForce {
            from: Some(date("2022-05-17")),
            until: Some(date("2025-05-13")),
            note: None,
        };

        let found = ["2022-05-16", "2022-05-17", "2025-05-13", "2025-05-14"]
            .map(|day| window.includes(date(day)));

        assert_eq!(found, [false, true, true, false]);
    }

    #[test]
    fn a_window_that_ends_before_it_begins_is_out_of_order() {
        let window = InForce {
            from: Some(date("2025-05-14")),
            until: Some(date("2025-05-13")),
            note: None,
        };

        assert!(!window.in_order());
    }
}
