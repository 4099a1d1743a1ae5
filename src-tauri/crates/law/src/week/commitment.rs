//! One thing that stands in the week.

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::stretch::{Stretch, day_at};

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

/// What a commitment is to the provision by which requirements must fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A thing that an order may require.
    Requirement,
    /// A thing that the provision names: religion, work or education.
    Named,
    /// Care of others, which it does not name.
    Care,
    /// Anything else.
    Beside,
}

impl Commitment {
    /// Each time it comes round in the week, without travel. A day named twice counts once.
    pub(super) fn stretches(&self) -> Vec<Stretch> {
        let mut days: Vec<_> = self
            .days
            .iter()
            .map(Weekday::num_days_from_monday)
            .collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter()
            .map(|day| Stretch::on(day_at(day), self.from, self.until))
            .collect()
    }

    /// Minutes on the way there, and again on the way back: none where it happens at home.
    pub(super) fn way(&self) -> u32 {
        if self.at_home { 0 } else { self.travel.into() }
    }
}

impl CommitmentKind {
    /// Whether it is staying in.
    pub(super) fn stays_in(self) -> bool {
        self == Self::StayIn
    }

    /// Keeping away from a place takes up none of the person's time.
    pub(super) fn takes_time(self) -> bool {
        self != Self::KeepAway
    }

    /// What it is to that provision.
    pub(super) fn standing(self) -> Standing {
        match self {
            Self::StayIn
            | Self::KeepAway
            | Self::UnpaidWork
            | Self::Programme
            | Self::Appointment
            | Self::Treatment => Standing::Requirement,
            Self::Work | Self::Education | Self::Religion => Standing::Named,
            Self::Caring => Standing::Care,
            Self::Other => Standing::Beside,
        }
    }
}
