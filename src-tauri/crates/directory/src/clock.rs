//! The periods after which a confirmation ages.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::Assurance;

/// How long a confirmation holds, in whole days since the day it was made. A service sets its own
/// periods; those of [`Clock::default`] are the directory's. The clock of contacts is not among
/// them: nobody sets that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Clock {
    /// The last day on which an entry is fresh.
    pub fresh: u32,
    /// The last day on which it is due and not yet stale.
    pub due: u32,
    /// The last day on which it is stale; after that nobody should rely on it.
    pub stale: u32,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            fresh: 92,
            due: 122,
            stale: 365,
        }
    }
}

/// How long a contact holds. The three months are strict: no service lengthens them.
const CONTACT: Months = Months::new(3);

impl Clock {
    /// Whether each period ends after the one before it. A clock that does not is refused where it
    /// is set.
    pub fn in_order(&self) -> bool {
        self.fresh < self.due && self.due < self.stale
    }

    /// The state, `as_at` a day, of an entry last confirmed on `assured_on`.
    pub fn state(&self, assured_on: Option<NaiveDate>, as_at: NaiveDate) -> Assurance {
        let Some(day) = assured_on else {
            return Assurance::NeverAssured;
        };
        let Ok(days) = u32::try_from((as_at - day).num_days()) else {
            return Assurance::InTheFuture;
        };
        if days <= self.fresh {
            Assurance::Fresh
        } else if days <= self.due {
            Assurance::Due
        } else if days <= self.stale {
            Assurance::Stale
        } else {
            Assurance::Expired
        }
    }

    /// The first day on which an entry last confirmed on `assured_on` is due; none where nobody
    /// ever confirmed it, for then it was due from the beginning.
    pub fn due_on(&self, assured_on: Option<NaiveDate>) -> Option<NaiveDate> {
        assured_on?.checked_add_days(Days::new(u64::from(self.fresh) + 1))
    }

    /// The first day on which a contact last confirmed on `assured_on` must be asked for again:
    /// three months to the day, whatever the clock of the entry says.
    pub fn contact_due_on(assured_on: Option<NaiveDate>) -> Option<NaiveDate> {
        assured_on?.checked_add_months(CONTACT)
    }

    /// Whether a contact may be relied on: confirmed, not on a day to come, and less than three
    /// months ago.
    pub fn contact_holds(assured_on: Option<NaiveDate>, as_at: NaiveDate) -> bool {
        assured_on.is_some_and(|day| day <= as_at)
            && Self::contact_due_on(assured_on).is_some_and(|due| as_at < due)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_service_sets_its_own_periods() {
        let clock = Clock {
            fresh: 30,
            due: 40,
            stale: 50,
        };
        let confirmed = day("2026-01-01");

        let after = |days| clock.state(Some(confirmed), confirmed + Days::new(days));

        assert_eq!((after(30), after(31)), (Assurance::Fresh, Assurance::Due));
        assert_eq!((after(40), after(41)), (Assurance::Due, Assurance::Stale));
        assert_eq!(
            (after(50), after(51)),
            (Assurance::Stale, Assurance::Expired)
        );
    }

    #[test]
    fn an_entry_is_due_on_the_first_day_that_is_not_fresh() {
        let clock = Clock::default();
        let confirmed = Some(day("2026-08-22"));

        let due = clock.due_on(confirmed).unwrap();

        assert_eq!(due, day("2026-11-23"));
        assert_eq!(clock.state(confirmed, due), Assurance::Due);
        assert_eq!(
            clock.state(confirmed, due.pred_opt().unwrap()),
            Assurance::Fresh
        );
        assert_eq!(clock.due_on(None), None);
    }

    #[test]
    fn a_contact_holds_for_three_months_and_no_longer() {
        let confirmed = Some(day("2026-08-22"));

        assert!(Clock::contact_holds(confirmed, day("2026-11-21")));
        assert!(!Clock::contact_holds(confirmed, day("2026-11-22")));
        assert!(!Clock::contact_holds(confirmed, day("2026-08-21")));
        assert!(!Clock::contact_holds(None, day("2026-08-22")));
        assert_eq!(
            Clock::contact_due_on(Some(day("2026-11-30"))),
            Some(day("2027-02-28"))
        );
    }

    #[test]
    fn periods_out_of_order_are_known() {
        let clock = |fresh, due, stale| Clock { fresh, due, stale };

        assert!(Clock::default().in_order());
        assert!(!clock(92, 92, 365).in_order());
        assert!(!clock(92, 366, 365).in_order());
    }
}
