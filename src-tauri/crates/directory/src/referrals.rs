//! Whether a service takes referrals.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a service stands to new people.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Intake {
    /// Nobody has said. It is not "open".
    #[default]
    NotStated,
    /// It takes people now.
    Taking,
    /// It takes people on to a list, and they wait.
    WaitingList,
    /// It takes nobody for the present.
    Paused,
}

/// Whether a service takes referrals, and on which day that was told: it is the fact that ages
/// fastest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Referrals {
    /// How it stands to new people.
    pub intake: Intake,
    /// How long people wait, in weeks.
    pub weeks: Option<u32>,
    /// The day on which the next group or course begins.
    pub next_start: Option<NaiveDate>,
    /// How many places are free.
    pub places: Option<u32>,
    /// The day on which this was told.
    pub told_on: Option<NaiveDate>,
}
