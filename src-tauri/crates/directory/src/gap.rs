//! "Nothing suitable": an answer worth keeping.

use chrono::NaiveDate;
use law::OptionId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::CouncilId;

/// A gap's id.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct GapId(pub Uuid);

/// What kind of provision was missing (outcome 5.1.3 of the 2006 strategy's plans).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Provision {
    /// A service of justice.
    Specialist,
    /// A service open to everybody: housing, health, money, work.
    Universal,
}

/// What was missing. It names nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Gap {
    /// Its id.
    pub id: GapId,
    /// The need (list `outcome`).
    pub need: String,
    /// Where the person lives.
    pub council: CouncilId,
    /// What kind of provision was missing.
    pub provision: Provision,
    /// The order that it was wanted for.
    pub option: Option<OptionId>,
    /// What would have suited, in words; no name and nothing that tells who it was for.
    pub wanted: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// The record it was noted from: a case or a report.
    pub record: Option<Uuid>,
}

/// Gaps of one need in one council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct GapCount {
    /// The need's code.
    pub need: String,
    /// The council.
    pub council: CouncilId,
    /// How many asked for a service of justice.
    pub specialist: u32,
    /// How many asked for one open to everybody.
    pub universal: u32,
}

/// The gap matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct GapMatrix {
    /// Every pair of need and council that has a gap.
    pub counts: Vec<GapCount>,
    /// How many gaps in all.
    pub total: u32,
}
