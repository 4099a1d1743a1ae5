//! How sure we are of an entry, by the age of its last confirmation.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Clock;

/// The state of an entry's assurance as at a day. The days told are the directory's own, for a
/// confirmation that holds three months; an office sets other periods by kind of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Assurance {
    /// Nobody here has confirmed it.
    NeverAssured,
    /// Confirmed within 92 days.
    Fresh,
    /// Confirmed 93 to 122 days ago.
    Due,
    /// Confirmed 123 to 365 days ago.
    Stale,
    /// Confirmed more than 365 days ago: do not rely on it.
    Expired,
    /// Confirmed on a day that has not come: shown as a fault, not corrected.
    InTheFuture,
}

impl Assurance {
    /// The state, `as_at` a day, of an entry last confirmed on `assured_on`, by the directory's own
    /// periods. A register that was given others answers by those.
    pub fn of(assured_on: Option<NaiveDate>, as_at: NaiveDate) -> Self {
        Clock::default().state(assured_on, as_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn each_state_begins_on_the_day_after_the_one_before_it() {
        let confirmed: NaiveDate = "2025-09-14".parse().unwrap();

        let after = |days| Assurance::of(Some(confirmed), confirmed + Days::new(days));

        assert_eq!(after(0), Assurance::Fresh);
        assert_eq!((after(92), after(93)), (Assurance::Fresh, Assurance::Due));
        assert_eq!((after(122), after(123)), (Assurance::Due, Assurance::Stale));
        assert_eq!(
            (after(365), after(366)),
            (Assurance::Stale, Assurance::Expired)
        );
    }

    #[test]
    fn a_confirmation_in_the_future_is_a_fault_not_a_fresh_entry() {
        let as_at: NaiveDate = "2026-11-22".parse().unwrap();

        let found = Assurance::of(Some(as_at + Days::new(1)), as_at);

        assert_eq!(found, Assurance::InTheFuture);
    }
}
