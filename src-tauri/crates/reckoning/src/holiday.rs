//! Days of the year on which much is closed.

use chrono::NaiveDate;
use law::Checked;
use serde::{Deserialize, Serialize};

/// A day of one year that has a name: a bank holiday, or a day that is often taken for one.
///
/// A bank holiday closes nothing by law; employers and courts decide (Banking and Financial Dealings
/// Act 1971).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    pub day: NaiveDate,
    /// The id of the holiday, the same each year, such as `st-andrews`.
    pub id: String,
    /// Its name, with what kind of day it is in this year.
    pub name: String,
    /// Whether it is a Scottish bank holiday.
    pub national: bool,
    /// What makes it one.
    pub authority: String,
    /// Whether the day was checked.
    pub checked: Checked,
}
