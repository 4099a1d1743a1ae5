//! The week of a person under orders: what stands on which days, and what cannot stand together.

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// What takes up a part of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CommitmentKind {
    /// Hours in which the person must stay in a place.
    StayIn,
    /// Hours in which the person must keep away from a place.
    KeepAway,
    /// Unpaid work or other activity.
    UnpaidWork,
    /// A programme session.
    Programme,
    /// An appointment with a supervising officer.
    Appointment,
    /// Treatment.
    Treatment,
    /// Employment.
    Work,
    /// School, college or training.
    Education,
    /// Care of a child or another person.
    Caring,
    /// Worship or religious observance.
    Religion,
    /// Something else that cannot be moved.
    Other,
}

/// A thing that stands in the week, at the same time on each of its days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Commitment {
    /// What it is.
    pub kind: CommitmentKind,
    /// What the reader calls it, such as "tag at home" or "shift at the bakery".
    pub name: String,
    /// Its days.
    pub days: Vec<Weekday>,
    /// When it begins.
    pub from: NaiveTime,
    /// When it ends; a time not after `from` is on the next day.
    pub until: NaiveTime,
    /// Minutes of travel before and again after it.
    #[serde(default)]
    pub travel: u16,
    /// Whether it happens where the person stays, so that a tag there does not hinder it.
    #[serde(default)]
    pub at_home: bool,
}

/// A week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct Week {
    /// What stands in it, in the order in which it was put.
    pub commitments: Vec<Commitment>,
}

/// What is found of a week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct WeekFinding {
    /// What cannot stand together.
    pub clashes: Vec<Clash>,
    /// Minutes that the person must stay in, by day from Monday.
    pub stay_in: Vec<u16>,
}

/// Two things that cannot stand together, or a day that asks too much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Clash {
    /// The places in the week of the commitments concerned.
    pub between: Vec<u32>,
    /// The day on which the shared time begins.
    pub day: Weekday,
    /// When the shared time begins.
    pub from: NaiveTime,
    /// When it ends.
    pub until: NaiveTime,
    /// What is wrong, to the person reading.
    pub says: String,
    /// The provision that asks for it to be avoided, where there is one.
    pub authority: Option<String>,
}

impl Week {
    /// Finds what cannot stand together.
    pub fn try_out(&self) -> WeekFinding {
        WeekFinding::default()
    }
}
