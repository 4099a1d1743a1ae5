//! The week of a person under orders.

use law::{Week, WeekFinding};

use crate::{Act, Desk, Fault};

impl Desk {
    /// Finds what cannot stand together in a week.
    pub fn try_week(&self, week: &Week) -> Result<WeekFinding, Fault> {
        self.leave(Act::TryWeek, &[])?;
        Ok(week.try_out())
    }
}
