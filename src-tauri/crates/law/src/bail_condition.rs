//! The conditions that a bail order carries.

use serde::{Deserialize, Serialize};

use crate::{Checked, InForce};

/// Whether a condition comes with every order or is added for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ConditionKind {
    /// A condition of every grant (CP95 s.24(5)).
    Standard,
    /// A further condition, needed to secure that the standard ones are kept (CP95 s.24(4)(b)(i)).
    Further,
}

/// One condition of bail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BailCondition {
    /// The condition's id, never reused.
    pub id: String,
    /// Standard or further.
    pub kind: ConditionKind,
    /// A short name for a list.
    pub name: String,
    /// What it asks of the accused, in our words.
    pub says: String,
    /// When it applies, where it does not always.
    #[serde(default)]
    pub applies: Option<String>,
    /// The provision that founds it.
    pub authority: String,
    /// The days on which it may be imposed.
    #[serde(default)]
    pub in_force: InForce,
    /// Whether the datum was checked against an official text.
    pub checked: Checked,
}
