//! Whether a service takes referrals.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::day;

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

impl Intake {
    /// How it stands to new people, in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::NotStated => "Not stated whether it takes people",
            Self::Taking => "Taking referrals",
            Self::WaitingList => "Taking people on to a waiting list",
            Self::Paused => "Not taking referrals for the present",
        }
    }
}

impl Referrals {
    /// What was told of referrals and on which day; empty where nobody told anything.
    pub fn in_words(&self) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let told_on = self.told_on.map_or_else(
            || "the day on which this was told is not recorded".to_owned(),
            |day| format!("told on {}", day::in_words(day)),
        );
        let parts = [
            Some(self.intake.in_words().to_owned()),
            self.weeks.map(|weeks| match weeks {
                1 => "people wait about 1 week".to_owned(),
                weeks => format!("people wait about {weeks} weeks"),
            }),
            self.next_start
                .map(|day| format!("the next group begins on {}", day::in_words(day))),
            self.places.map(|places| match places {
                1 => "1 place is free".to_owned(),
                places => format!("{places} places are free"),
            }),
            Some(told_on),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}
