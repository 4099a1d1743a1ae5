//! The days after which a confirmation ages.

use chrono::{Days, Months, NaiveDate};

use crate::Assurance;

/// How long a confirmation holds, in whole days since the day it was made. An office sets periods by
/// kind of service, see [`crate::Periods`]; [`Clock::default`] is the directory's own. The clock of
/// contacts is not among them: nobody sets that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The last day on which an entry is fresh.
    pub fresh: u32,
    /// The last day on which it is due and not yet stale.
    pub due: u32,
    /// The last day on which it is stale; after that nobody should rely on it.
    pub stale: u32,
}

impl Default for Clock {
    /// The directory's own, three months.
    fn default() -> Self {
        Self::of_months(3)
    }
}

/// Days in 48 months, and the months: the longest run of whole months takes as many days as its
/// share of them, rounded up.
const DAYS_IN_FOUR_YEARS: u32 = 1461;
const MONTHS_IN_FOUR_YEARS: u32 = 48;

/// How many days an entry is due before it is stale.
const DUE: u32 = 30;

/// How many days it is stale before nobody should rely on it.
const STALE: u32 = 243;

/// How long a contact holds. The three months are strict: no service lengthens them.
const CONTACT: Months = Months::new(3);

impl Clock {
    /// The clock of a confirmation that holds for some months. A longer period moves the later
    /// states on and does not lengthen them: how long an entry may wait once it is due does not turn
    /// on how often it is asked for.
    pub fn of_months(months: u32) -> Self {
        let days = months.saturating_mul(DAYS_IN_FOUR_YEARS);
        let fresh = days.div_ceil(MONTHS_IN_FOUR_YEARS);
        let due = fresh.saturating_add(DUE);
        Self {
            fresh,
            due,
            stale: due.saturating_add(STALE),
        }
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
    fn a_longer_period_moves_every_state_on() {
        let clock = Clock::of_months(12);
        let confirmed = day("2026-01-01");

        let after = |days| clock.state(Some(confirmed), confirmed + Days::new(days));

        assert_eq!((after(366), after(367)), (Assurance::Fresh, Assurance::Due));
        assert_eq!((after(396), after(397)), (Assurance::Due, Assurance::Stale));
        assert_eq!(
            (after(639), after(640)),
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
    fn a_month_is_one_of_thirty_one_days_and_three_are_the_directory_s_own() {
        assert_eq!(Clock::of_months(1).fresh, 31);
        let own = Clock::default();
        assert_eq!((own.fresh, own.due, own.stale), (92, 122, 365));
    }
}
