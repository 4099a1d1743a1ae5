//! What only a face can give: the clock, new ids and random bytes.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;
use uuid::Uuid;
use vault::Randomness;

/// The clock and the source of randomness that a face lends the desk. Tests lend their own.
pub trait Surroundings: Send + Sync {
    /// The instant.
    fn now(&self) -> DateTime<Utc>;

    /// A new id, later than every id before it.
    fn new_id(&self) -> Uuid;

    /// Where secrets are drawn from.
    fn randomness(&self) -> Box<dyn Randomness>;

    /// The machine, for the audit log; never a person's name.
    fn workstation(&self) -> String;
}

/// The civil date in Scotland at an instant.
pub fn civil_date(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&London).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_an_hour_early_in_summer() {
        let instants = ["2026-06-30T23:30:00Z", "2026-12-31T23:30:00Z"];

        let days = instants.map(|at| civil_date(at.parse().unwrap()).to_string());

        assert_eq!(days, ["2026-07-01", "2026-12-31"]);
    }
}
