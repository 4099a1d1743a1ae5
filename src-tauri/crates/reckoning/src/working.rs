//! An answer with the way to it.

use law::{Checked, FactId};
use serde::{Deserialize, Serialize};

/// What a calculator gives: the answers, and every step from what was entered to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Working {
    /// The answers, the first the one that is asked for. Empty while what is missing leaves nothing
    /// to tell.
    pub answers: Vec<Reckoned>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What has to be entered before all of it can be told.
    pub missing: Vec<FactId>,
    /// What the reader must know before relying on it.
    pub warnings: Vec<String>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Reckoned {
    /// What it is.
    pub label: String,
    /// The figure, date, period or word, as it is written on paper.
    pub value: String,
    /// Whether all that it rests on was checked.
    pub checked: Checked,
}

/// One step of the working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Step {
    /// What was done, with its figures.
    pub says: String,
    /// The provision it rests on, where it rests on one.
    pub authority: Option<String>,
    /// Whether that was checked.
    pub checked: Checked,
}
